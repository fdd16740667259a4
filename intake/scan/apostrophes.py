"""Which apostrophe is printed: the curved one, or the upright one of typewriters. OCR says the latter."""

import re
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from intake.page.page import Word
from intake.pictures.straighten import StraightPage

_UPRIGHT = re.compile(r"(?<=\w)'(?=\w)")
_POINTS_PER_INCH = 72.0
_CURVED = 0.1  # of its height: less is upright, more is curved
_ROUGH_PX = 0.3  # so far ends of small strokes are off by themselves
_DOUBTFUL = 0.85  # the score of a word whose apostrophe may be either
_NEAR = 1.2  # advances: so far from where it is reckoned an apostrophe may stand
_HEIGHTS = (0.35, 0.62)  # of a word's box from above: it begins above the first and ends above the second


def with_apostrophes_seen(page: StraightPage, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with U+2019 where the picture shows a curved or slanted apostrophe."""
    return tuple(_seen(page, word) if _UPRIGHT.search(word.text) else word for word in words)


def _seen(page: StraightPage, word: Word) -> Word:
    text, score = word.text, word.score
    for match in _UPRIGHT.finditer(text):
        lean, slack = _lean(page, word, match.start())
        if lean > _CURVED:
            text = text[: match.start()] + "’" + text[match.end() :]
        if abs(lean - _CURVED) < slack:
            score = min(score, _DOUBTFUL)
    return replace(word, text=text, score=score)


def _lean(page: StraightPage, word: Word, at: int) -> tuple[float, float]:
    """Return how far the stroke there leans, in shares of its height, and by how much that may be off.

    What is not found is taken for a curved one, which word processors set by themselves.
    """
    scale = page.dpi / _POINTS_PER_INCH
    left, bottom, right, top = (side * scale for side in word.box)
    height = page.gray.shape[0]
    patch = page.gray[max(0, int(height - top)) : int(height - bottom), max(0, int(left)) : int(right)]
    if patch.size == 0:
        return 1.0, 0.0
    advance = (right - left) / len(word.text)
    stroke = _stroke(patch, (at + 0.5) * advance, advance)
    if stroke is None:
        return 1.0, 0.0
    rows = np.flatnonzero(stroke.any(axis=1))
    first, last = int(rows[0]), int(rows[-1]) + 1
    third = max(1, (last - first) // 3)
    lean = _middle(patch, stroke, first, first + third) - _middle(patch, stroke, last - third, last)
    return lean / (last - first), _ROUGH_PX / (last - first)


def _middle(patch: np.ndarray, stroke: np.ndarray, first: int, last: int) -> float:
    """Return where between left and right the ink of these rows has its weight."""
    weight = np.where(stroke[first:last], 255.0 - patch[first:last], 0.0).sum(axis=0)
    return float((weight * np.arange(len(weight))).sum() / weight.sum())


def _stroke(patch: np.ndarray, where: float, advance: float) -> np.ndarray | None:
    """Return the mask of the small mark in the upper half nearest to the place; None where none is."""
    paper, darkest = np.percentile(patch, (80, 2))
    ink = (patch < (paper + darkest) / 2).astype(np.uint8)
    count, marks, stats, centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
    best: tuple[float, int] | None = None
    for number in range(1, count):
        gap = abs(float(centres[number, 0]) - where)
        if (
            gap < _NEAR * advance
            and _is_mark(stats[number], patch.shape[0])
            and (best is None or gap < best[0])
        ):
            best = (gap, number)
    return marks == best[1] if best else None


def _is_mark(stats: np.ndarray, height: int) -> bool:
    """Whether a piece of ink is as high up, and as narrow, as an apostrophe and no accent."""
    _, top, wide, tall, area = (int(number) for number in stats)
    low, high = (share * height for share in _HEIGHTS)
    return area >= 4 and tall >= 1.2 * wide and tall > 0.1 * height and top < low and top + tall < high
