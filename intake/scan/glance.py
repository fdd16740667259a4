"""A first look at a page of a picture: all its print, cheaply, enough to tell what the page is."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.block.labels import CORE, LabelField, fields_named, label_at_start
from intake.ocr.eyes import Eyes, Reader
from intake.page.page import Word, joined, lines_of
from intake.pictures.straighten import StraightPage
from intake.scan.label_spelling import with_labels_mended
from intake.scan.seen_words import page_words
from pact.documents import BoxPt

_POOR_SCORE = 0.3  # pictures, stains and pen strokes read as print score below this


@dataclass(frozen=True, slots=True)
class Glance:
    """What print was seen on a page: its words, and its text line by line in reading order."""

    words: tuple[Word, ...]
    text: str

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
    seen = [w for w in eyes.read(page.gray, Reader.PRINT) if w.score >= _POOR_SCORE]
    words = with_labels_mended(page_words(page, seen, boxes_are_tight=True))
    return Glance(words, text_of(words))


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
