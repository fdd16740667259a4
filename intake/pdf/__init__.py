"""PDF files made into pages."""
