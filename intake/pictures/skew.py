"""By how much the lines of a page slope: the turn at which its rows of print stand apart best."""

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pictures.picture import Pixels

_LOOKED_AT_DPI = 75.0
_DEGREES_AT_MOST = 12.0


def skew_degrees(gray: Pixels, dpi: float) -> float:
    """Return the slope of the lines in degrees, positive where they fall to the right."""
    scale = _LOOKED_AT_DPI / dpi
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    light = cv2.medianBlur(small, 31)
    ink = np.clip(np.asarray(light, np.float32) - np.asarray(small, np.float32) - 12, 0, 80)
    coarse = _best(ink, np.arange(-_DEGREES_AT_MOST, _DEGREES_AT_MOST + 0.01, 0.5))
    fine = _best(ink, np.arange(coarse - 0.6, coarse + 0.61, 0.1))
    return _best(ink, np.arange(fine - 0.1, fine + 0.11, 0.02))


def _best(ink: NDArray[np.float32], candidates: NDArray[np.float64]) -> float:
    return float(max(candidates, key=lambda degrees: _row_contrast(ink, float(degrees))))


def _row_contrast(ink: NDArray[np.float32], degrees: float) -> float:
    """How sharply rows of ink stand against rows of paper once the page is turned back so far."""
    height, width = ink.shape
    shear = np.array([[1.0, 0.0, 0.0], [-np.tan(np.radians(degrees)), 1.0, 0.0]])
    shear[1, 2] = -shear[1, 0] * width / 2
    rows = cv2.warpAffine(ink, shear, (width, height)).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
