"""What pictures of pages tell of each other: which is blank, and which shows the same sheet once more."""

import cv2
import numpy as np

from intake.pictures.letter_shapes import ink_mask
from intake.pictures.picture import Pixels
from intake.pictures.straighten import StraightPage

_MARGIN_SHARE = 0.03  # of each side: what lies there is dust, or the edge of the sheet
_SPECK_PX = 40
_BLANK_SHARE = 0.0002  # of the page: less ink than a page number
_COMPARED_DPI = 100.0
_CELL_PX, _STRAY_PX = 32, 8
_WRITTEN_SHARE = 0.03
_RULE_MM = 11.5
_ALIKE = 0.85  # two pictures of one sheet have 0.95; with two letters of a name changed it is 0.6
_CELLS_AT_LEAST = 6


def is_blank(page: StraightPage) -> bool:
    """Whether nothing is printed or written on the page. Print that shines through is no print."""
    mask = ink_mask(page.gray)
    down, across = (round(_MARGIN_SHARE * side) for side in mask.shape)
    inner = mask[down : mask.shape[0] - down, across : mask.shape[1] - across]
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(inner), connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    return bool(areas[areas >= _SPECK_PX].sum() < _BLANK_SHARE * inner.size)


def same_sheet(one: StraightPage, other: StraightPage) -> bool:
    """Whether both show the same sheet of paper, photographed or scanned twice.

    Two copies of one form that different people filled in are not: what is written differs somewhere.
    """
    return likeness(one, other) >= _ALIKE and likeness(other, one) >= _ALIKE


def likeness(one: StraightPage, other: StraightPage) -> float:
    """Return how well (0..1) the least alike piece of what is on the one page is found on the other."""
    ink, others = _small_ink(one), _small_ink(other)
    size = (min(ink.shape[1], others.shape[1]), min(ink.shape[0], others.shape[0]))
    if (
        abs(ink.shape[0] - others.shape[0]) > 0.1 * size[1]
        or abs(ink.shape[1] - others.shape[1]) > 0.1 * size[0]
    ):
        return 0.0
    around = cv2.copyMakeBorder(others, *(_STRAY_PX,) * 4, cv2.BORDER_CONSTANT, value=0)
    found = []
    for top in range(0, size[1] - _CELL_PX, _CELL_PX // 2):
        for left in range(0, size[0] - _CELL_PX, _CELL_PX // 2):
            cell = ink[top : top + _CELL_PX, left : left + _CELL_PX]
            if np.mean(cell > 60) < _WRITTEN_SHARE:
                continue
            window = around[top : top + _CELL_PX + 2 * _STRAY_PX, left : left + _CELL_PX + 2 * _STRAY_PX]
            found.append(float(cv2.matchTemplate(window, cell, cv2.TM_CCOEFF_NORMED).max()))
    return max(0.0, min(found)) if len(found) >= _CELLS_AT_LEAST else 0.0


def _small_ink(page: StraightPage) -> Pixels:
    """What is written and printed, without rules: a form's table is alike whoever filled it in."""
    mask = ink_mask(page.gray)
    long = round(_RULE_MM / 25.4 * page.dpi)
    level = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    upright = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    rules = cv2.dilate(cv2.max(level, upright), np.ones((7, 7), np.uint8))
    scale = _COMPARED_DPI / page.dpi
    small = cv2.resize(cv2.subtract(mask, rules), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), np.uint8)
