"""Which way the lines of a page run: roughly by what stands beside what, then to a fiftieth of a degree."""

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pictures.letter_shapes import Letters
from intake.pictures.picture import Floats, Pixels

Ink = NDArray[np.float32]

_ASKED_AT_MOST = 350  # letters whose neighbours are looked for: more tell nothing new
_FEW = 12
_LOOKED_AT_SIDES = (450, 900)


def line_direction(letters: Letters) -> float | None:
    """Return the slope of the lines in degrees, from -90 (excluded) to 90, positive where they fall to the
    right, good to a few degrees; None where too few letters are there to tell."""
    if len(letters) < _FEW:
        return None
    middles = letters.middles
    step = max(1, len(middles) // _ASKED_AT_MOST)
    asked = middles[::step]
    apart = asked[:, None, :] - middles[None, :, :]
    distance = np.square(apart).sum(axis=2)
    distance[distance == 0] = np.inf
    angles = []
    for rank in range(2):
        nearest = np.argmin(distance, axis=1)
        rows = np.arange(len(asked))
        near = distance[rows, nearest] < (4 * letters.height) ** 2
        away = apart[rows, nearest][near]
        angles.append(np.degrees(np.arctan2(away[:, 1], away[:, 0])))
        if rank == 0:
            distance[rows, nearest] = np.inf
    return _peak(np.concatenate(angles))


def _peak(angles: Floats) -> float | None:
    """The middle of the fullest window of the half circle."""
    counts = np.histogram(np.mod(angles + 90, 180), bins=180, range=(0, 180))[0].astype(float)
    if counts.sum() < _FEW:
        return None
    window = np.exp(-0.5 * np.square(np.arange(-20, 21) / 7.0))
    smooth = np.convolve(np.concatenate([counts[-20:], counts, counts[:20]]), window, mode="valid")
    found = float(np.argmax(smooth)) + 0.5 - 90
    return found if found > -90 else found + 180


def skew_degrees(mask: Pixels, roughly: float = 0.0, reach: float = 6.0) -> float:
    """Return the slope of the lines of an ink mask within ``reach`` degrees of ``roughly``.

    It is the slope at which rows of ink stand most sharply against rows of paper.
    """
    coarse, fine = (_shrunk(mask, side, roughly) for side in _LOOKED_AT_SIDES)
    found = _sharpest(coarse, np.arange(-reach, reach + 0.01, 0.5))
    found = _sharpest(fine, np.arange(found - 0.5, found + 0.51, 0.1))
    return roughly + _sharpest(fine, np.arange(found - 0.08, found + 0.09, 0.04))


def _shrunk(mask: Pixels, side: int, roughly: float) -> Ink:
    scale = min(1.0, side / max(mask.shape))
    small = cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = np.asarray(np.asarray(small, np.float32) / np.float32(255), np.float32)
    return _turned(ink, roughly) if roughly else ink


def _turned(ink: Ink, degrees: float) -> Ink:
    height, width = ink.shape
    side = int(np.hypot(width, height)) + 2
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += (np.array([side - width, side - height]) / 2).astype(np.float64)
    return np.asarray(cv2.warpAffine(ink, turn, (side, side)), np.float32)


def _sharpest(ink: Ink, candidates: Floats) -> float:
    return float(max(candidates, key=lambda degrees: row_contrast(ink, float(degrees))))


def row_contrast(ink: Ink, degrees: float = 0.0) -> float:
    """Return how sharply rows of ink stand against rows of paper once lines of that slope are levelled."""
    height, width = ink.shape
    slope = np.tan(np.radians(degrees))
    level = np.array([[1.0, 0.0, 0.0], [-slope, 1.0, slope * width / 2]])
    rows = cv2.warpAffine(ink, level, (width, height)).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
