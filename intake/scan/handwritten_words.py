"""What OCR makes of handwriting is a guess at best, and what it makes nothing of is still written there."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from intake.block.options import names_options
from intake.page.page import Word, overlap_share
from intake.page.plain_text import UNKNOWN_GLYPH, folded
from intake.scan.glance import Glance
from pact.documents import BoxPt, Method

_GUESS = 0.3
"""The score of a word that a hand wrote, however sure the engine is: engines are sure of wrong letters."""

_INSIDE = 0.5
_NO_GUESS = 0.25
_SURE_PRINT = 0.8
_HEIGHTS, _WIDTH = (0.5, 4.0), 1.2  # in sizes of type: what is lower or narrower may be a speck
_USUAL_SIZE_PT = 10.0


def with_handwriting(words: Sequence[Word], handwriting: Sequence[BoxPt], glance: Glance) -> tuple[Word, ...]:
    """Return the words, those of a hand with the score of a guess, and U+FFFD where writing, or print of
    another script, was not read.

    A word that the engine for print, at its ``glance``, surely read the same is print whatever it looks
    like.
    """
    told = tuple(_told(word, handwriting, glance.words) for word in words)
    usual = median([w.size_pt for w in words]) if words else _USUAL_SIZE_PT
    places = (*handwriting, *glance.unread)
    unread = [_unread(box, usual) for box in places if _is_unread(box, told, usual)]
    return (*told, *unread)


def _told(word: Word, handwriting: Sequence[BoxPt], print_read: Sequence[Word]) -> Word:
    by_hand = any(overlap_share(word.box, box) > _INSIDE for box in handwriting)
    if word.method is not Method.OCR or not by_hand or _is_print(word, print_read):
        return word
    text = word.text if word.score >= _NO_GUESS else UNKNOWN_GLYPH
    return replace(word, text=text, score=min(word.score, _GUESS))


def _is_print(word: Word, print_read: Sequence[Word]) -> bool:
    return any(
        other.score >= _SURE_PRINT
        and folded(other.text) == folded(word.text)
        and overlap_share(other.box, word.box) > _INSIDE
        for other in print_read
    )


def _is_unread(box: BoxPt, words: Sequence[Word], usual_pt: float) -> bool:
    """Whether no word was read there, it has the size of writing, and it is no mark beside the options."""
    width, height = box[2] - box[0], box[3] - box[1]
    if width < _WIDTH * usual_pt or not _HEIGHTS[0] * usual_pt <= height <= _HEIGHTS[1] * usual_pt:
        return False
    beside = [w for w in words if box[1] < w.middle_y < box[3]]
    if any(names_options(word.text) for word in beside):
        return False
    return not any(
        overlap_share(word.box, box) > _INSIDE or overlap_share(box, word.box) > _INSIDE for word in words
    )


def _unread(box: BoxPt, usual_pt: float) -> Word:
    middle = (box[1] + box[3]) / 2
    placed = (box[0], middle - usual_pt / 2, box[2], middle + usual_pt / 2)
    return Word(UNKNOWN_GLYPH, placed, size_pt=usual_pt, method=Method.OCR, score=0.0)
