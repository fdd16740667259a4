"""A straight page read closely: words by two engines, rules, marks, boxes and ink, as one page view."""

from dataclasses import dataclass, replace

import numpy as np

from intake.ocr.eyes import Eyes, Reader, SeenWord
from intake.page.page import Homography, PageView, Word
from intake.pictures.straighten import StraightPage
from intake.scan.alphabets import with_strange_letters_told
from intake.scan.apostrophes import with_apostrophes_seen
from intake.scan.glance import Glance, glance_at, label_boxes, text_of
from intake.scan.handwriting import handwriting_on
from intake.scan.handwritten_words import with_handwriting
from intake.scan.initials import with_initials_told
from intake.scan.label_spelling import with_labels_mended
from intake.scan.letter_doubts import with_letters_doubted
from intake.scan.letter_marks import with_marks_counted
from intake.scan.other_scripts import with_other_scripts
from intake.scan.paper_boxes import tick_boxes_on
from intake.scan.paper_ink import inks_on
from intake.scan.paper_lines import rules_on
from intake.scan.pen_marks import marked_words
from intake.scan.seen_words import POINTS_PER_INCH, page_words
from intake.scan.two_readings import compared

_ABOVE_LABELS_PT = 80.0
_BELOW_LABELS_PT = 140.0  # a signature, and a line of print under it
_LABELS_AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page of a picture as it was read: its view for signature blocks, and its text line by line."""

    view: PageView
    text: str


def scanned_page(page: StraightPage, number: int, eyes: Eyes, glance: Glance | None = None) -> ScannedPage:
    """Return the page read by both engines. EyesClosedError when there is no OCR to be had.

    ``number`` is that of the file's page, counted from 1. Where a ``glance`` shows the labels of a
    signature block, only their part of the page is read by the slow engine.
    """
    glance = glance or glance_at(page, eyes)
    top, bottom = _block_rows(page, glance)
    words = with_labels_mended(_letters_told(page, _closely_read(page, eyes, glance, top, bottom), glance))
    view = _with_paper(page, view_with(page, number, words), glance)
    return ScannedPage(view, text_of(words))


def view_with(page: StraightPage, number: int, words: tuple[Word, ...]) -> PageView:
    """Return the view of a straight page with these words and nothing else."""
    height_pt = page.gray.shape[0] * POINTS_PER_INCH / page.dpi
    width_pt = page.gray.shape[1] * POINTS_PER_INCH / page.dpi
    return PageView(number, width_pt, height_pt, words, to_file=_points_to_file(page))


def _block_rows(page: StraightPage, glance: Glance) -> tuple[int, int]:
    """Return the first and last row of pixels in which the signature block stands; all rows where too
    few labels were seen to tell."""
    height = page.gray.shape[0]
    boxes = label_boxes(glance.words)
    if len(boxes) < _LABELS_AT_LEAST:
        return 0, height
    highest, lowest = max(b[3] for b in boxes), min(b[1] for b in boxes)
    scale = page.dpi / POINTS_PER_INCH
    top = height - (highest + _ABOVE_LABELS_PT) * scale
    bottom = height - (lowest - _BELOW_LABELS_PT) * scale
    return max(0, int(top)), min(height, int(bottom))


def _closely_read(page: StraightPage, eyes: Eyes, glance: Glance, top: int, bottom: int) -> tuple[Word, ...]:
    """Return the words between the two rows by the careful engine, and those outside by the quick one."""
    seen = eyes.read(np.ascontiguousarray(page.pixels[top:bottom]), Reader.SCENE)
    words = page_words(page, [_moved_down(word, top) for word in seen], boxes_are_tight=False)
    words = compared(words, glance.words)
    words = with_other_scripts(page, words, eyes, glance, rows=(top, bottom))
    words = with_apostrophes_seen(page, words)
    scale = POINTS_PER_INCH / page.dpi
    high, low = (page.gray.shape[0] - top) * scale, (page.gray.shape[0] - bottom) * scale
    above = [w for w in glance.words if w.middle_y >= high]
    below = [w for w in glance.words if w.middle_y <= low]
    return (*above, *words, *below)


def _letters_told(page: StraightPage, words: tuple[Word, ...], glance: Glance) -> tuple[Word, ...]:
    """Return the words with what the paper and the page's language say of letters that engines confuse."""
    formed = with_initials_told(page, with_marks_counted(page, words, glance.words))
    return with_letters_doubted(with_strange_letters_told(formed))


def _with_paper(page: StraightPage, view: PageView, glance: Glance) -> PageView:
    """Return the view with what else is on the paper: rules, marks, boxes to tick, ink, handwriting."""
    rules = rules_on(page)
    words = marked_words(page, view.words, rules)
    boxes = tick_boxes_on(page, words)
    inks = inks_on(page, words, rules)
    written = handwriting_on(page, words, rules)
    told = with_handwriting(words, written, glance)
    return replace(view, words=told, rules=rules, tick_boxes=boxes, inks=inks, handwriting=written)


def _moved_down(word: SeenWord, rows: int) -> SeenWord:
    left, top, right, bottom = word.box
    return replace(word, box=(left, top + rows, right, bottom + rows))


def _points_to_file(page: StraightPage) -> Homography:
    """Return the map from the straight page's points (origin lower left) to the file's."""
    scale = page.dpi / POINTS_PER_INCH
    to_pixels = np.array([[scale, 0, 0], [0, -scale, page.gray.shape[0]], [0, 0, 1]])
    a, b, c, d, e, f, g, h, i = (float(x) for x in (page.to_file @ to_pixels).flatten())
    return (a, b, c, d, e, f, g, h, i)
