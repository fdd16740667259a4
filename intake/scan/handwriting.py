"""Where on a picture somebody wrote by hand: values, dates, remarks, each as one box with all its ink."""

from collections.abc import Sequence

from intake.page.page import Word
from intake.pictures.straighten import StraightPage
from intake.scan.paper_ink import inks_on
from pact.documents import BoxPt

_SPARE_PT = 1.5


def handwriting_on(page: StraightPage, words: Sequence[Word], rules: Sequence[BoxPt]) -> tuple[BoxPt, ...]:
    """Return the boxes of handwriting in page points, signatures among them; a line to write on that was
    left empty gives none."""
    boxes = [ink.box for ink in inks_on(page, words, rules)]
    return tuple((b[0] - _SPARE_PT, b[1] - _SPARE_PT, b[2] + _SPARE_PT, b[3] + _SPARE_PT) for b in boxes)
