"""Words that a line's end parts: put together again as the document writes them elsewhere."""

import re
from collections.abc import Iterable, Sequence

LINE_END = "\ue002"
"""Stands after a hyphen at a line's end until it is known whether the word keeps it."""

_PARTED = re.compile(rf"([\w’']+(?:-[\w’']+)*)-{LINE_END}([\w’']+)")
_WORDS = re.compile(r"[\w’']+(?:-[\w’']+)*")
_LINKING = frozenset(("and", "or", "en", "of", "und", "oder", "et", "ou", "og", "eller", "y", "o", "och"))
"""What stands after a hyphen that stands for a whole word: "Lade- und Entladezyklen"."""


def joined_lines(texts: Sequence[str]) -> str:
    """Return lines as one text, with a sign after each hyphen that ends one."""
    joined = ""
    for text in texts:
        if joined.endswith("-") and len(joined) > 1 and joined[-2].isalnum() and text[:1].isalnum():
            joined += LINE_END + text
        elif joined.endswith("/") and not joined.endswith(" /"):
            joined += text
        else:
            joined = f"{joined} {text}" if joined else text
    return joined


def words_within_lines(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand whole in the texts, hyphens and all, in lower case."""
    found = (word.lower() for text in texts for word in _WORDS.findall(_PARTED.sub(" ", text)))
    return frozenset(found)


def mended(text: str, words: frozenset[str]) -> str:
    """Return the text with its parted words put together: the hyphen stays where the document knows it so."""
    return _PARTED.sub(lambda found: _mended_word(found[1], found[2], words), text).replace(LINE_END, "")


def _mended_word(first: str, second: str, words: frozenset[str]) -> str:
    if second.lower() in _LINKING:
        return f"{first}- {second}"
    whole, hyphened = first + second, f"{first}-{second}"
    # A word of three parts, such as two-in-one, has its second hyphen as surely as its first.
    keeps = "-" in first or (hyphened.lower() in words and whole.lower() not in words)
    # A capital or a figure after the hyphen begins a part of its own: CO2-Fußabdruck, EN-61960.
    return hyphened if keeps or not second[0].islower() or first[-1].isdigit() else whole
