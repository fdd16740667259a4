"""Word files made into pages."""
