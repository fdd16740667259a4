"""How high the letters of a line on a picture are, and where they stand: from the ink, not from OCR boxes."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from intake.ocr.eyes import SeenWord

_LOWER_CASE = 0.52  # heights of x and of H in sizes of type, over the usual faces
_CAPITALS = 0.72
_BAND = 0.42  # rows with so much of the busiest row's strokes belong to the letters' bodies
_OF_BOX = (0.45, 0.95)  # a size of type lies between these shares of the height that OCR drew round it


@dataclass(frozen=True, slots=True)
class LineSize:
    """The baseline of a line and its size of type, in pixels from the top of the picture."""

    baseline_px: float
    size_px: float


def line_size(gray: NDArray[np.uint8], words: Sequence[SeenWord]) -> LineSize:
    """Return where the words of one line stand and how large they are.

    OCR draws its boxes loosely, each engine in its own way. Strokes are counted row by row instead:
    where the letters' bodies are, a row crosses many of them, and a printed rule crosses once.
    """
    top = int(max(0, min(w.box[1] for w in words)))
    bottom = int(min(gray.shape[0], max(w.box[3] for w in words)))
    height = median(w.box[3] - w.box[1] for w in words)
    strokes = _strokes_by_row(gray, words, top, bottom)
    band = _band(strokes)
    if band is None:
        return LineSize(bottom - 0.25 * height, 0.7 * height)
    letters = [c for w in words for c in w.text if c.isalnum()]
    small = sum(c.islower() for c in letters) * 2 >= len(letters)
    size = (band[1] - band[0]) / (_LOWER_CASE if small else _CAPITALS)
    return LineSize(float(top + band[1]), float(np.clip(size, _OF_BOX[0] * height, _OF_BOX[1] * height)))


def _strokes_by_row(
    gray: NDArray[np.uint8], words: Sequence[SeenWord], top: int, bottom: int
) -> NDArray[np.float64]:
    """Return for each row between the two how many strokes it crosses inside the words."""
    strokes = np.zeros(max(bottom - top, 0))
    for word in words:
        left, right = int(max(0, word.box[0])), int(min(gray.shape[1], word.box[2] + 1))
        patch = gray[top:bottom, left:right]
        if patch.size == 0 or patch.shape[1] < 2:
            continue
        paper, darkest = np.percentile(patch, (80, 2))
        ink = patch < (paper + darkest) / 2
        strokes += (ink[:, 1:] & ~ink[:, :-1]).sum(axis=1)
    return strokes


def _band(strokes: NDArray[np.float64]) -> tuple[int, int] | None:
    """Return first and last row (exclusive) of the letters' bodies; None where nothing stands out."""
    if len(strokes) < 5:
        return None
    smooth = np.convolve(strokes, (0.25, 0.5, 0.25), mode="same")
    if smooth.max() < 1:
        return None
    busy = np.flatnonzero(smooth >= _BAND * smooth.max())
    # The waist of a line of letters may thin out, but never over a third of its height.
    runs = np.split(busy, np.flatnonzero(np.diff(busy) > 0.3 * len(strokes)) + 1)
    longest = max(runs, key=lambda run: float(smooth[run].sum()))
    return int(longest[0]), int(longest[-1]) + 1
