"""Lines of text cut out of a page, and the way back from a place on the cutting to the page."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.ocr.eyes import BoxPx

Pixels = NDArray[np.uint8]
Corners = NDArray[np.float32]  # (4, 2): top left, top right, bottom right, bottom left


@dataclass(frozen=True, eq=False)
class LineCrop:
    """One line cut out and laid level. ``to_page`` takes a place on ``pixels`` to the page (3x3)."""

    pixels: Pixels
    to_page: NDArray[np.float64]

    def box_on_page(self, left: float, right: float) -> BoxPx:
        """Return the box on the page of what stands between two columns of the crop."""
        height = float(self.pixels.shape[0])
        ends = np.array([[left, 0, 1], [right, 0, 1], [right, height, 1], [left, height, 1]]).T
        x, y, depth = self.to_page @ ends
        x, y = x / depth, y / depth
        return (float(x.min()), float(y.min()), float(x.max()), float(y.max()))


def size_of(corners: Corners) -> tuple[float, float]:
    """Return the width and the height of a line, in pixels."""
    width = max(np.linalg.norm(corners[0] - corners[1]), np.linalg.norm(corners[2] - corners[3]))
    height = max(np.linalg.norm(corners[0] - corners[3]), np.linalg.norm(corners[1] - corners[2]))
    return float(width), float(height)


def cut_out(picture: Pixels, corners: Corners) -> LineCrop:
    """Return the line between the corners; one that stands upright is laid on its side."""
    width, height = (int(side) for side in size_of(corners))
    if height >= 1.5 * width:
        # Turned a quarter: its top right corner becomes the first, so that it reads from below upwards.
        corners, width, height = np.roll(corners, -1, axis=0), height, width
    level = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    there = cv2.getPerspectiveTransform(corners, level)
    pixels = cv2.warpPerspective(
        picture, there, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    return LineCrop(np.asarray(pixels, dtype=np.uint8), np.linalg.inv(np.asarray(there, dtype=np.float64)))


def bands_with_ink(picture: Pixels) -> list[tuple[int, int]]:
    """Return (top, bottom) of the bands that hold anything: bare paper is not worth a detector's time."""
    height = picture.shape[0]
    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    edges = np.asarray(cv2.morphologyEx(gray, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)))
    busy = np.flatnonzero((edges > 40).sum(axis=1) > 2)
    if not len(busy):
        return []
    breaks = np.flatnonzero(np.diff(busy) > max(64, height // 12))
    tops = [int(busy[0]), *(int(busy[at + 1]) for at in breaks)]
    bottoms = [*(int(busy[at]) for at in breaks), int(busy[-1])]
    return [(max(0, t - 16), min(height, b + 17)) for t, b in zip(tops, bottoms, strict=True)]
