"""What on a page's picture is darker than its paper, and what of it is coloured."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pictures.straighten import StraightPage
from pact.documents import BoxPt

Mask = NDArray[np.uint8]
"""(height, width), 0 or 255."""
BoxPx = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels from the page's upper left corner; right and bottom are outside."""

POINTS_PER_INCH = 72.0
_PAPER_SCALE = 0.25
_PAPER_WINDOW = 17  # pixels at that scale: six millimetres, wider than any stroke and any box to tick
_STROKE_PX = 13  # no pen is so broad
_WASH_AT_LEAST = 0.5  # of the paper's gray
_LEAST_DEPTH = 20
_COLOUR = 26
_NEAR = 7
_OF_DARKEST = 0.42


def as_bytes(values: cv2.typing.MatLike) -> Mask:
    """Return what OpenCV gave as what it is: an array of bytes."""
    return np.asarray(values, dtype=np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class InkLayers:
    """``depth`` is how much darker than the paper around it each pixel is (0..255), ``ink`` where that is a
    stroke, ``vivid`` where a stroke is coloured, ``paper`` the paper's own gray, ``dpi`` their scale."""

    depth: NDArray[np.uint8]
    ink: Mask
    vivid: Mask
    paper: NDArray[np.uint8]
    dpi: float

    @property
    def scale(self) -> float:
        """Pixels in one point."""
        return self.dpi / POINTS_PER_INCH

    def px(self, box: BoxPt) -> BoxPx:
        """Return a box of page points as pixels, cut off at the page's edges."""
        height, width = self.ink.shape
        left, right = (round(x * self.scale) for x in (box[0], box[2]))
        top, bottom = (round(height - y * self.scale) for y in (box[3], box[1]))
        left, top = min(max(left, 0), width), min(max(top, 0), height)
        return left, top, min(max(right, left), width), min(max(bottom, top), height)

    def pt(self, box: tuple[float, float, float, float]) -> BoxPt:
        """Return a box of pixels in page points."""
        left, top, right, bottom = box
        height = self.ink.shape[0]
        return (
            left / self.scale,
            (height - bottom) / self.scale,
            right / self.scale,
            (height - top) / self.scale,
        )


@lru_cache(maxsize=1)
def layers_of(page: StraightPage) -> InkLayers:
    """Return the page's ink. The last page's is kept, for several readers ask for it one after the other."""
    gray = cv2.GaussianBlur(page.gray, (3, 3), 0)
    paper = _paper(page.gray)
    depth = as_bytes(cv2.subtract(paper, gray))
    weak, strong = _thresholds(depth)
    ink = _strokes(depth, weak, strong)
    return InkLayers(depth, ink, _vivid(page.pixels, ink), paper, page.dpi)


def _paper(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The gray behind the strokes: shaded cells keep theirs, and what a highlighter washed keeps its own.

    A wide window tells the paper; a narrow one follows the washes, which are wider than strokes and
    not nearly as dark as what was filled with ink.
    """
    small = cv2.resize(gray, None, fx=_PAPER_SCALE, fy=_PAPER_SCALE, interpolation=cv2.INTER_AREA)
    wide = cv2.resize(cv2.medianBlur(small, _PAPER_WINDOW), gray.shape[::-1], interpolation=cv2.INTER_LINEAR)
    smooth = cv2.blur(gray, (3, 3))
    near = cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, np.ones((_STROKE_PX, _STROKE_PX), np.uint8))
    filled = cv2.compare(near, cv2.convertScaleAbs(wide, alpha=_WASH_AT_LEAST), cv2.CMP_LT)
    return as_bytes(cv2.min(wide, cv2.bitwise_or(near, filled)))


def _thresholds(depth: NDArray[np.uint8]) -> tuple[int, int]:
    """Return the depth from which a pixel may be ink, and from which it is, by the paper's grain.

    Most of a page is bare paper: half of its pixels lie above its median gray by the grain alone.
    """
    sample = depth[::4, ::4]
    grain = float(np.percentile(sample, 75))
    weak = max(_LEAST_DEPTH, round(4.0 * grain))
    return weak, round(1.7 * weak)


def _strokes(depth: NDArray[np.uint8], weak: int, strong: int) -> Mask:
    """Keep what is dark enough near something darker, and not only the blur around it.

    Faint pens stay whole and grain goes; strokes end where they are half as dark as their middle, so
    that neighbouring letters stay apart.
    """
    darkest = cv2.dilate(depth, np.ones((_NEAR, _NEAR), np.uint8))
    edge = cv2.compare(depth, cv2.convertScaleAbs(darkest, alpha=_OF_DARKEST), cv2.CMP_GE)
    ink = cv2.bitwise_and(edge, cv2.threshold(depth, weak - 1, 255, cv2.THRESH_BINARY)[1])
    return as_bytes(cv2.bitwise_and(ink, cv2.threshold(darkest, strong - 1, 255, cv2.THRESH_BINARY)[1]))


def _vivid(pixels: NDArray[np.uint8], ink: Mask) -> Mask:
    red, green, blue = cv2.split(pixels)
    spread = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    coloured = cv2.threshold(cv2.GaussianBlur(spread, (3, 3), 0), _COLOUR, 255, cv2.THRESH_BINARY)[1]
    return as_bytes(cv2.bitwise_and(coloured, ink))
