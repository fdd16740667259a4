"""The signature block: its labels, its values, the mark and what stands where one signs."""
