"""One mail as its bytes say it: header, parts, text, and whether a machine wrote it."""
