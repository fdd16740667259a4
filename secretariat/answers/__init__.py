"""Answers from the library: what is quoted, how it is said, and how often that is right."""
