"""Marks on paper that have the size of letters: what skew, direction and rows are measured on."""

from dataclasses import dataclass

import cv2
import numpy as np

from intake.pictures.picture import Floats, Pixels

_INK_IS_DARKER_BY = 0.22  # of the paper beside it
_AROUND_PX = 15
_CORE = 0.5
_LEAST_PX, _MOST_SHARE = 4, 0.06
_ODD_SIZES = 2.4  # times the usual height, or a part of it: no letter of the running text


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """Boxes of letters, or of letters grown together, in pixels: one row each of left, top, right, bottom.

    ``height`` is what most of them measure, 0 where there are none.
    """

    boxes: Floats
    height: float

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.boxes)

    @property
    def middles(self) -> Floats:
        """The middle of each, x and y."""
        return (self.boxes[:, :2] + self.boxes[:, 2:]) / 2


def ink_mask(gray: Pixels) -> Pixels:
    """Return 255 where there is ink: darker than the paper around it, whatever the light there."""
    paper = paper_tone(gray)
    darkest = cv2.convertScaleAbs(paper, alpha=1 - _INK_IS_DARKER_BY)
    return np.asarray(cv2.compare(gray, darkest, cv2.CMP_LT), np.uint8)


def core_mask(gray: Pixels) -> Pixels:
    """Return 255 where ink is darker than halfway from the paper to the darkest ink around: letters that a
    lens blurred into each other come apart."""
    paper = paper_tone(gray)
    darkest = cv2.blur(cv2.erode(gray, np.ones((_AROUND_PX, _AROUND_PX), np.uint8)), (_AROUND_PX, _AROUND_PX))
    halfway = cv2.addWeighted(paper, 1 - _CORE, darkest, _CORE, 0)
    least = cv2.convertScaleAbs(paper, alpha=1 - _INK_IS_DARKER_BY)
    return np.asarray(cv2.compare(gray, cv2.min(halfway, least), cv2.CMP_LT), np.uint8)


def paper_tone(gray: Pixels) -> Pixels:
    """Return what the paper alone would look like: ink closed over, by the lighter of what is around."""
    height, width = gray.shape
    shrink = max(1, round(max(height, width) / 400))
    size = (max(1, width // shrink), max(1, height // shrink))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    small = cv2.dilate(small, np.ones((5, 5), np.uint8))
    small = cv2.medianBlur(small, 21)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def letters_on(mask: Pixels) -> Letters:
    """Return the letter-like marks of an ink mask: neither specks nor rules nor pictures."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=cv2.CV_32S)
    if count <= 1:
        return Letters(np.zeros((0, 4)), 0.0)
    left, top, width, height, area = (stats[1:, column].astype(float) for column in range(5))
    most = _MOST_SHARE * max(mask.shape)
    longer, shorter = np.maximum(width, height), np.minimum(width, height)
    kept = (longer >= _LEAST_PX) & (longer <= most) & (shorter >= 2) & (longer < 8 * shorter + 8)
    kept &= area > 0.12 * width * height
    boxes = np.column_stack([left, top, left + width, top + height])[kept]
    if not len(boxes):
        return Letters(boxes, 0.0)
    size = np.sqrt((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))
    usual = _weighed_median(size)
    alike = (size > usual / _ODD_SIZES) & (size < usual * _ODD_SIZES)
    boxes = boxes[alike]
    return Letters(boxes, float(np.median(np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]))))


def _weighed_median(sizes: Floats) -> float:
    """The size in the middle of all ink: specks are many but hold little of it."""
    ordered = np.sort(sizes)
    total = np.cumsum(ordered)
    return float(ordered[np.searchsorted(total, total[-1] / 2)])
