"""A first look at a page of a picture: all its print, cheaply, enough to tell what the page is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from intake.block.labels import CORE, LabelField, fields_named, label_at_start
from intake.ocr.eyes import Eyes, Reader, SeenWord
from intake.page.page import Word, joined, lines_of
from intake.pictures.straighten import StraightPage
from intake.scan.label_spelling import with_labels_mended
from intake.scan.print_slips import with_slips_mended
from intake.scan.seen_words import POINTS_PER_INCH, page_words, scale_of
from pact.documents import BoxPt

_HEIGHTS = (0.45, 2.0)  # of a word's box, in sizes of type
_INK = (0.08, 0.55)  # the share of ink in a word's box
_CONTRAST = 40  # grey levels
_POOR_SCORE = 0.3  # pictures, stains and pen strokes read as print score below this
_RUNNING_WORDS = 6  # so many words on one line are running text, where nearly all of them were read well
_LINE_READ_WELL = 0.8


@dataclass(frozen=True, slots=True)
class Glance:
    """What print was seen on a page: its words, its text line by line in reading order, and the boxes of
    what looks like print and could not be read: letters of another script, above all."""

    words: tuple[Word, ...]
    text: str
    unread: tuple[BoxPt, ...] = ()

    @property
    def fields(self) -> set[LabelField]:
        """The core fields of the signature block whose labels open a line."""
        return fields_named(self.text)

    @property
    def may_be_signed(self) -> bool:
        """Whether a signature block may stand on the page: two labels that are no common words."""
        fields = self.fields
        return len(fields) >= 3 or (len(fields) == 2 and LabelField.PARTICIPATION_TYPE in fields)


def glance_at(page: StraightPage, eyes: Eyes) -> Glance:
    """Return what is printed on the page. EyesClosedError when there is no OCR to be had."""
    seen = [with_slips_mended(word) for word in eyes.read(page.gray, Reader.PRINT)]
    running = _running_lines(seen)
    read = [word for word in seen if word.score >= _POOR_SCORE or word.line in running]
    words = with_labels_mended(page_words(page, read, boxes_are_tight=True))
    size_px = median(w.size_pt for w in words) * page.dpi / POINTS_PER_INCH if words else 0.0
    poor = [word for word in seen if word not in read and _looks_like_print(word, page, size_px)]
    return Glance(words, text_of(words), tuple(scale_of(page).box(*word.box) for word in poor))


def text_of(words: Sequence[Word]) -> str:
    """Return the words as text, a line each from the top down."""
    return "\n".join(joined(line) for line in lines_of(words))


def label_boxes(words: Sequence[Word]) -> list[BoxPt]:
    """Return where labels of the signature block open a line."""
    boxes = []
    for line in lines_of(words):
        match = label_at_start(joined(line))
        if match is not None and match.field in CORE:
            boxes.append(line[0].box)
    return boxes


def _running_lines(seen: Sequence[SeenWord]) -> set[int]:
    """Return the lines of running text: what one word's footnote mark spoilt is a word of it all the same."""
    scores: dict[int, list[float]] = {}
    for word in seen:
        scores.setdefault(word.line, []).append(word.score)
    return {n for n, of in scores.items() if len(of) >= _RUNNING_WORDS and median(of) >= _LINE_READ_WELL}


def _looks_like_print(word: SeenWord, page: StraightPage, size_px: float) -> bool:
    """Whether the box has the size of a word and as much ink: no dotted line, no rule, no speck."""
    left, top, right, bottom = (int(side) for side in word.box)
    low, high = (share * size_px for share in _HEIGHTS)
    patch = page.gray[top:bottom, left:right]
    if not low <= bottom - top <= high or right - left < size_px or patch.size == 0:
        return False
    paper, darkest = np.percentile(patch, (90, 2))
    ink = float((patch < (paper + darkest) / 2).mean())
    return paper - darkest > _CONTRAST and _INK[0] <= ink <= _INK[1]
