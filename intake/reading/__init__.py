"""One file as a whole: what it is, who signed it, and how that is said."""
