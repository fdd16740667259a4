"""What a PDF repeats at the head and foot of its pages: running titles and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from intake.criteria.pdf_letters import Line

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[-–—|/ ]*(?:page|seite|pagina|p[aá]gina|blz\.?|bladzijde|side|sida|p\.|s\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:/|of|von|van|de|sur|av|af)\s*\d{1,4})?[-–—|/ ]*",
    re.IGNORECASE,
)
_EDGE_SHARE, _EDGE_PT = 0.11, 62.0
_OUTERMOST = 3
_LEAST_SHARE = 0.3
_ABOUT_PT = 6.0

Place = tuple[str, int]


def running_places(pages: Sequence[tuple[Sequence[Line], float]]) -> frozenset[Place]:
    """Return what repeats at the edge of the pages, and where; a page is its lines and its height."""
    seen = Counter(place for lines, height in pages for place in {place for _, place in _edge(lines, height)})
    least = max(2.0, _LEAST_SHARE * len(pages))
    return frozenset(place for place, count in seen.items() if count >= least)


def is_running(line: Line, height: float, running: frozenset[Place]) -> bool:
    """Whether a line at the edge of a page repeats, or only says the page's number."""
    if not _is_at_edge(line, height):
        return False
    return bool(running & set(_places(line))) or _PAGE_NUMBER.fullmatch(line.text) is not None


def _edge(lines: Sequence[Line], height: float) -> Iterator[tuple[Line, Place]]:
    by_height = sorted(lines, key=lambda line: line.top)
    for line in {*by_height[:_OUTERMOST], *by_height[-_OUTERMOST:]}:
        if _is_at_edge(line, height):
            yield from ((line, place) for place in _places(line))


def _is_at_edge(line: Line, height: float) -> bool:
    edge = max(_EDGE_SHARE * height, _EDGE_PT)
    return line.bottom < edge or line.top > height - edge


def _places(line: Line) -> tuple[Place, Place]:
    """Return the line's words, figures aside, at its height: to the nearest step up and down."""
    words = _NUMBERS.sub("#", line.text).casefold()
    step = int(line.top / _ABOUT_PT)
    return (words, step), (words, step + 1)
