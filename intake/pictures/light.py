"""The light on a page made even: shadows and the lamp's colour taken off, ink kept in its own colour."""

import cv2
import numpy as np

from intake.pictures.picture import Pixels

_PAPER = 250.0
_SHRINK = 8
_DARKEST_PAPER = 0.5  # of the paper around: darker is not a shadow but a dark field with light print
_LEAST_TONE = np.uint8(24)
_WHITE_FROM = 0.93  # of the paper's tone: print that shines through from behind is lighter than this
_INK_AT_MOST = 0.30  # where the darkest ink is lighter, contrast is drawn out


def evened(pixels: Pixels) -> Pixels:
    """Return the page, RGB or gray, as if a white light fell evenly on white paper."""
    height, width = pixels.shape[:2]
    paper = cv2.resize(paper_colour(pixels), (width, height), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(pixels, paper, scale=_PAPER)
    return np.asarray(cv2.LUT(even, _tone_curve(np.asarray(even, np.uint8))), np.uint8)


def paper_colour(pixels: Pixels) -> Pixels:
    """Return what the paper alone looks like, an eighth as large: ink closed over by what is around it."""
    height, width = pixels.shape[:2]
    size = (max(8, width // _SHRINK), max(8, height // _SHRINK))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    near = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 15)
    wide = cv2.blur(cv2.dilate(near, np.ones((15, 15), np.uint8)), (25, 25))
    paper = cv2.max(near, cv2.convertScaleAbs(wide, alpha=_DARKEST_PAPER))
    return np.maximum(np.asarray(cv2.GaussianBlur(paper, (0, 0), 3), np.uint8), _LEAST_TONE)


def _tone_curve(even: Pixels) -> Pixels:
    """Paper to white, and ink that is pale throughout darker, each colour alike."""
    sample = even[::4, ::4]
    sample = sample.min(axis=2) if sample.ndim == 3 else sample
    ink = sample[sample < 0.8 * _PAPER]
    darkest = float(np.percentile(ink, 10)) / _PAPER if ink.size > 50 else 0.0
    gain = min(1.8, (1 - _INK_AT_MOST) / max(1 - darkest, 0.2)) if darkest > _INK_AT_MOST else 1.0
    tones = np.arange(256) / (_PAPER * _WHITE_FROM)
    return np.asarray(np.clip(255 * (1 - (1 - tones) * gain), 0, 255).round(), np.uint8)
