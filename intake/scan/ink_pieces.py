"""The connected pieces of ink on a page: letters, strokes, specks, each with its box."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.scan.ink_layers import BoxPx, Mask

Numbers = NDArray[np.intp] | Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class InkPieces:
    """Piece ``n`` has the label ``n`` in ``labels``; the arrays hold a number a piece, in pixels. Piece 0 is
    the paper, and pieces taken away have no area."""

    labels: NDArray[np.int32]
    left: NDArray[np.int32]
    top: NDArray[np.int32]
    width: NDArray[np.int32]
    height: NDArray[np.int32]
    area: NDArray[np.int32]

    def box_around(self, numbers: Numbers) -> BoxPx:
        """Return the box around some pieces. ValueError when there is none."""
        left, top = self.left[numbers], self.top[numbers]
        right, bottom = left + self.width[numbers], top + self.height[numbers]
        return int(left.min()), int(top.min()), int(right.max()), int(bottom.max())

    def mask_of(self, numbers: Numbers) -> Mask:
        """Return the pixels of some pieces, the size of the page."""
        chosen = np.zeros(len(self.area), np.uint8)
        chosen[numbers] = 255
        return chosen.take(self.labels)

    def mask_in(self, box: BoxPx, numbers: Numbers) -> NDArray[np.bool_]:
        """Return the pixels of some pieces inside a box."""
        left, top, right, bottom = box
        chosen = np.zeros(len(self.area), np.bool_)
        chosen[numbers] = True
        return chosen.take(self.labels[top:bottom, left:right])

    def without(self, numbers: Numbers) -> "InkPieces":
        """Return the pieces without some, which keep their numbers but have no area."""
        area = self.area.copy()
        area[numbers] = 0
        return replace(self, area=area)


def pieces_of(strokes: Mask) -> InkPieces:
    """Return the pieces; pixels that touch at corners hang together."""
    _, labels, told, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    left, top, width, height, area = np.asarray(told, np.int32).T.copy()
    area[0] = 0
    return InkPieces(np.asarray(labels, np.int32), left, top, width, height, area)
