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
_SLANT = 0.035  # of its height: an upright stroke leans less, on a page that was made straight
_NEAR = 1.2  # advances: so far from where it is reckoned an apostrophe may stand


def with_apostrophes_seen(page: StraightPage, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with U+2019 where the picture shows a curved or slanted apostrophe."""
    return tuple(_seen(page, word) if _UPRIGHT.search(word.text) else word for word in words)


def _seen(page: StraightPage, word: Word) -> Word:
    text = word.text
    for match in _UPRIGHT.finditer(text):
        if _leans(page, word, match.start()):
            text = text[: match.start()] + "’" + text[match.end() :]
    return replace(word, text=text)


def _leans(page: StraightPage, word: Word, at: int) -> bool:
    """Whether the stroke there is no upright one. What is not found is taken for the curved one, which
    word processors set by themselves."""
    scale = page.dpi / _POINTS_PER_INCH
    left, bottom, right, top = (side * scale for side in word.box)
    height = page.gray.shape[0]
    patch = page.gray[max(0, int(height - top)) : int(height - bottom), max(0, int(left)) : int(right)]
    if patch.size == 0:
        return True
    advance = (right - left) / len(word.text)
    stroke = _stroke(patch, (at + 0.5) * advance, advance)
    if stroke is None:
        return True
    rows = np.flatnonzero(stroke.any(axis=1))
    first, last = int(rows[0]), int(rows[-1]) + 1
    third = max(1, (last - first) // 3)
    lean = _middle(patch, stroke, first, first + third) - _middle(patch, stroke, last - third, last)
    return lean > _SLANT * (last - first)


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
        top, tall, area = (
            int(stats[number, k]) for k in (cv2.CC_STAT_TOP, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA)
        )
        is_mark = top + tall < 0.55 * patch.shape[0] and tall > 0.1 * patch.shape[0] and area >= 4
        gap = abs(float(centres[number, 0]) - where)
        if is_mark and gap < _NEAR * advance and (best is None or gap < best[0]):
            best = (gap, number)
    return marks == best[1] if best else None
