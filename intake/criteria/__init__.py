"""Reading criteria documents for the library: their structure, and every word of it."""
