"""Rows of print on a page that is about level: where they run, how they slope, how they bend."""

from dataclasses import dataclass

import cv2
import numpy as np

from intake.pictures.letter_shapes import Letters
from intake.pictures.picture import Floats

_LETTERS_AT_LEAST = 5
_REACH = 1.3  # heights of a letter that may part two of one row: a space between words
_FITTINGS = 4


@dataclass(frozen=True, slots=True, eq=False)
class TextRow:
    """One row of letters: their boxes from left to right, and the lines under and over most of them, each
    as its height at x = 0 and its slope."""

    boxes: Floats
    foot: tuple[float, float]
    head: tuple[float, float]

    @property
    def left(self) -> float:
        """Where it begins."""
        return float(self.boxes[0, 0])

    @property
    def right(self) -> float:
        """Where it ends."""
        return float(self.boxes[:, 2].max())

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of it, x and y."""
        x = (self.left + self.right) / 2
        return x, (self.foot[0] + self.head[0] + (self.foot[1] + self.head[1]) * x) / 2

    @property
    def slope(self) -> float:
        """How far it falls for each pixel to the right: of the firmer one of its two lines."""
        return self.foot[1] if self.firmness[0] >= self.firmness[1] else self.head[1]

    @property
    def firmness(self) -> tuple[float, float]:
        """The shares of its letters that stand on its foot line, and that reach up to its head line only."""
        return self._on(self.boxes[:, 3], self.foot), self._on(self.boxes[:, 1], self.head)

    def _on(self, ends: Floats, line: tuple[float, float]) -> float:
        x = (self.boxes[:, 0] + self.boxes[:, 2]) / 2
        slack = 0.09 * float(np.median(self.boxes[:, 3] - self.boxes[:, 1])) + 0.75
        return float(np.mean(np.abs(ends - line[0] - line[1] * x) <= slack))


def text_rows(letters: Letters, shape: tuple[int, int]) -> list[TextRow]:
    """Return the rows that the letters form on a picture of that shape (height, width), top down."""
    if not len(letters):
        return []
    bands = np.zeros(shape, np.uint8)
    for left, top, right, bottom in letters.boxes:
        middle, half = (top + bottom) / 2, max(1.0, 0.22 * letters.height)
        reach = _REACH * letters.height / 2 + 1
        corner = (int(right + reach), int(middle + half))
        cv2.rectangle(bands, (int(left - reach), int(middle - half)), corner, 255, -1)
    _, labels = cv2.connectedComponents(bands, connectivity=4, ltype=cv2.CV_32S)
    middles = letters.middles
    x = np.clip(middles[:, 0].astype(int), 0, shape[1] - 1)
    y = np.clip(middles[:, 1].astype(int), 0, shape[0] - 1)
    of_row = labels[y, x]
    order = np.lexsort((letters.boxes[:, 0], of_row))
    cuts = np.flatnonzero(np.diff(of_row[order])) + 1
    rows = [_row(letters.boxes[each]) for each in np.split(order, cuts) if len(each) >= _LETTERS_AT_LEAST]
    found = [row for row in rows if row.right - row.left > 4 * letters.height]
    return sorted(found, key=lambda row: row.middle[1])


def _row(boxes: Floats) -> TextRow:
    x = (boxes[:, 0] + boxes[:, 2]) / 2
    return TextRow(boxes, _line_through_most(x, boxes[:, 3]), _line_through_most(x, boxes[:, 1]))


def _line_through_most(x: Floats, y: Floats) -> tuple[float, float]:
    """Return the line (height at x = 0, slope) on which most of the points lie; those off it do not pull."""
    origin = float(x.mean())
    at = x - origin
    height, slope = float(np.median(y)), 0.0
    scale = max(1.0, float(np.median(np.abs(y - height))) * 2)
    for _ in range(_FITTINGS):
        off = y - height - slope * at
        weight = 1.0 / (1.0 + np.square(off / scale))
        total, moment, spread = weight.sum(), (weight * at).sum(), (weight * at * at).sum()
        moved, turned = (weight * y).sum(), (weight * at * y).sum()
        whole = total * spread - moment * moment
        if whole > 1e-6:
            slope = float((total * turned - moment * moved) / whole)
            height = float((moved - slope * moment) / total)
        scale = max(0.6, scale * 0.6)
    return height - slope * origin, slope
