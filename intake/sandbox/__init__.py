"""Where hostile bytes are read: one limited child for each document."""
