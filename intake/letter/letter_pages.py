"""Which pages of a file may hold a letter's end: where people sign without labels."""

from intake.letter.letter_words import CLOSING, SALUTATION
from intake.page.plain_text import folded


def may_be_signed_letter(text: str) -> bool:
    """Whether the page's text greets somebody and closes as letters do, or closes alone."""
    lines = [folded(line) for line in text.split("\n") if line.strip()]
    closes = any(CLOSING.match(line) and len(line) < 140 for line in lines)
    return closes or any(SALUTATION.match(line) and len(line) < 90 for line in lines[:45])
