"""Long level lines on a page, a table's or those to write on, traced point by point."""

import cv2
import numpy as np

from intake.pictures.picture import Floats, Pixels

_LEAST_SHARE = 0.18  # of the page's width
_THIN_PX = 7
_STEP_PX = 12


def traced_rules(mask: Pixels) -> list[Floats]:
    """Return the long, nearly level rules of an ink mask, each as points x, y along its middle.

    They show how a sheet slopes and bends better than any row of letters.
    """
    width = mask.shape[1]
    runs = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, max(9, width // 60)), np.uint8))
    joined = cv2.dilate(runs, np.ones((3, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8, ltype=cv2.CV_32S)
    rules = []
    for at in range(1, count):
        left, top, wide, high = (int(value) for value in stats[at, :4])
        if wide < _LEAST_SHARE * width or high > 0.12 * wide + _THIN_PX:
            continue
        own = (labels[top : top + high, left : left + wide] == at) & (
            runs[top : top + high, left : left + wide] > 0
        )
        thickness = own.sum(axis=0)
        columns = np.flatnonzero((thickness > 0) & (thickness <= _THIN_PX))[::_STEP_PX]
        if len(columns) * _STEP_PX < 0.6 * wide:
            continue
        heights = np.arange(high)[:, None]
        middles = (own * heights).sum(axis=0)[columns] / thickness[columns]
        rules.append(np.column_stack([columns + left, middles + top]).astype(np.float64))
    return rules
