"""Every letter and page, and the one function that renders them."""
