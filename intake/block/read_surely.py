"""How surely words were read from a picture; print that came as text is sure."""

from collections.abc import Iterable, Sequence

from intake.page.page import PageView, Word, box_around, overlap_share
from intake.page.plain_text import UNKNOWN_GLYPH
from pact.documents import NOT_FOUND, BoxPt, Field, Method

SURE_SCORE = 0.9
"""A value is sure only if each of its words was read with at least this score."""

_PRINT = 0.98
_WRITTEN = 0.5


def is_read_dimly(words: Iterable[Word]) -> bool:
    """Whether a picture leaves doubt about any of the words."""
    return any(word.score < SURE_SCORE for word in words)


def confidence_in(words: Iterable[Word]) -> float:
    """Return how likely it is (0..1) that all the words are read right."""
    return round(_PRINT * min((word.score for word in words), default=1.0), 2)


def written_but_unread(words: Sequence[Word], page: PageView) -> Field:
    """Return a field without value whose box holds writing that could not be read; NOT_FOUND for a
    blank one."""
    unread = [w for w in words if w.method is Method.OCR and UNKNOWN_GLYPH in w.text]
    if not unread:
        return NOT_FOUND
    box = page.told_box(box_of_writing(unread, page))
    return Field(None, 0.0, sure=False, page=page.told_number, box_pt=box, method=Method.OCR)


def box_of_writing(words: Sequence[Word], page: PageView) -> BoxPt:
    """Return the box round the words, and round all the ink of what is written by hand among them."""
    printed = [word.box for word in words]
    written = [box for box in page.handwriting if any(overlap_share(one, box) > _WRITTEN for one in printed)]
    return box_around([*printed, *written])
