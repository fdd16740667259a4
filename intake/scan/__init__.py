"""Scan: a straight page of pixels as a page view: words, rules, marks, boxes and ink on paper."""
