"""A page as every reader sees it: words, rules, inks and boxes in places."""
