"""Headings that no style names: short lines, larger or bolder than the text, and how deep each lies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST = 120
_LONGEST_LARGE = 320
_MOST_WORDS = 14
_ENDS_A_SENTENCE = re.compile(r"[.;:,!…]['\"”»)]?$")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})\.?\s")
_LARGER = 1.12


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks beside the usual text: how many times its size, and whether all of it is bold."""

    size: float = 1.0
    bold: bool = False

    @property
    def stands_out(self) -> bool:
        """Whether it is larger than the text, or bold."""
        return self.size >= _LARGER or self.bold

    @property
    def rank(self) -> tuple[float, bool]:
        """What looks are ordered by: sizes to a tenth, the largest first."""
        return (-round(self.size, 1), not self.bold)


def looks_like_heading(text: str, look: Look) -> bool:
    """Whether a line that stands out is a heading: short, and no sentence."""
    if not look.stands_out or not re.search(r"[^\W\d_]", text):
        return False
    # Large and bold at once is no part of the text, however long: questions are headings too.
    if look.size >= _LARGER and look.bold:
        return len(text) <= _LONGEST_LARGE
    is_short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return is_short and not _ENDS_A_SENTENCE.search(text.rstrip())


def heading_depths(headings: Sequence[tuple[str, Look]]) -> list[int]:
    """Return how deep each heading lies, from 1: larger above smaller, bold above plain, 2 above 2.1."""
    ranks = sorted({look.rank for _, look in headings})
    shallowest: dict[tuple[float, bool], int] = {}
    for text, look in headings:
        if numbered := _numbered_depth(text):
            shallowest[look.rank] = min(shallowest.get(look.rank, numbered), numbered)
    return [
        ranks.index(look.rank) + 1 + max(_numbered_depth(text) - shallowest.get(look.rank, 1), 0)
        for text, look in headings
    ]


def _numbered_depth(text: str) -> int:
    """Return how deep a heading lies by its number: 2.1 gives 2; 0 where it has none."""
    number = _NUMBER.match(text)
    return number[1].count(".") + 1 if number else 0
