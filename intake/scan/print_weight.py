"""How heavy printed words are, and what lies behind them: bold print, highlighters."""

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.scan.ink_layers import InkLayers
from intake.scan.print_zones import Zone

_STROKE_PX = 13
_COLOURED = 30.0
_DARKER = 9.0
_AROUND = 2.2


def stroke_width(zone: Zone, layers: InkLayers) -> float:
    """Return the mean width of the strokes of the letters' bodies, in sizes of type.

    Twice the ink's area by the length of its edges; both are taken from the depths, so that neither
    blur nor pale toner counts as weight.
    """
    rows = zone.rows(0.48, -0.02, layers.depth.shape[0])
    depth = layers.depth[rows, zone.left : zone.right].astype(np.float32)
    inked = cv2.dilate(layers.ink[rows, zone.left : zone.right], np.ones((3, 3), np.uint8)) > 0
    if depth.size == 0 or not inked.any():
        return 0.0
    depth[~inked] = 0
    across, down = cv2.Sobel(depth, cv2.CV_32F, 1, 0) / 8, cv2.Sobel(depth, cv2.CV_32F, 0, 1) / 8
    edges = float(np.hypot(across, down).sum())
    return 2 * float(depth.sum()) / max(edges, 1.0) / zone.size


def wash(zone: Zone, layers: InkLayers, pixels: NDArray[np.uint8]) -> float:
    """Return how clearly the paper behind the words is washed in, more than the paper around: 1.0 is plain
    to see, below 0.5 nothing is."""
    height, width = layers.paper.shape
    inside = (zone.rows(0.6, 0.1, height), slice(zone.left, zone.right))
    reach = round(_AROUND * zone.size)
    rows = zone.rows(0.9 + _AROUND, 0.3 + _AROUND, height)
    around = (rows, slice(max(0, zone.left - reach), min(width, zone.right + reach)))
    darker = float(np.percentile(layers.paper[around], 75)) - float(np.median(layers.paper[inside]))
    coloured = _tint(pixels[inside]) - _tint(pixels[around], 25)
    return max(darker / (2 * _DARKER), coloured / (2 * _COLOURED))


def _tint(pixels: NDArray[np.uint8], percent: float = 50) -> float:
    """How far apart the brightest and the faintest colour of the paper are."""
    if pixels.size == 0:
        return 0.0
    spread = pixels.max(axis=2).astype(np.int16) - pixels.min(axis=2)
    light = spread[pixels.max(axis=2) > 120]
    return float(np.percentile(light, percent)) if light.size else 0.0
