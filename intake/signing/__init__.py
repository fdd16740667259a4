"""Certificate signatures: whose they are, whether they hold, and what came after them."""
