"""A demonstration edition of a pact in our own words: long enough for a copy of 14 to 16 pages."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random

TITLE = "Circular & Fair ICT Pact"
SIGNED = "Signed,"


class Rank(StrEnum):
    """What a line is on the page."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    POINT = "point"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the text; ``number`` is "1." or "a." or empty."""

    rank: Rank
    text: str
    number: str = ""

    @property
    def numbered(self) -> str:
        """The text with its number in front."""
        return f"{self.number} {self.text}".strip()


@cache
def whole_pact() -> tuple[Line, ...]:
    """Return every line of the demonstration edition, without the signature block."""
    source = Path(__file__).with_suffix(".md").read_text("utf-8")
    return tuple(_line(raw) for raw in source.splitlines() if raw.strip())


def short_pact(rng: Random, lines: int = 12) -> tuple[Line, ...]:
    """Return the title and some lines in their order: enough for a cheap copy of one page."""
    whole = whole_pact()
    chosen = sorted(rng.sample(range(1, len(whole)), lines))
    return (whole[0], *(whole[place] for place in chosen))


def _line(raw: str) -> Line:
    if raw.startswith("## "):
        return Line(Rank.SUBHEADING, raw[3:])
    if raw.startswith("# "):
        return Line(Rank.HEADING, raw[2:])
    first, _, rest = raw.strip().partition(" ")
    if first[:-1].isdigit() and first.endswith("."):
        return Line(Rank.POINT, rest, first)
    if raw.startswith(" "):
        return Line(Rank.ITEM, rest, first)
    return Line(Rank.TEXT, raw)
