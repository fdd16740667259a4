"""How heavy printed words are, and what lies behind them: bold print, highlighters."""

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.scan.ink_layers import InkLayers
from intake.scan.print_zones import Zone

_LEAST_DEPTH = 20
_WIDEST = 0.32  # sizes of type: a cut along a bar is wider than any stem
_DEEP, _CUTS = 0.45, 12
_COLOURED = 30.0
_DARKER = 9.0
_AROUND = 2.2
_BARE = 0.12  # of a word's place shows paper


def stem_width(zone: Zone, layers: InkLayers) -> float:
    """Return how wide the stems of the letters' bodies are, in sizes of type; 0 where there are none.

    The middle of all level cuts through ink that are no wider than a stem can be. The depth tells the
    parts of a pixel, against the deepest of the cut, so that pale toner is not taken for thin print.
    """
    rows = zone.rows(0.46, -0.06, layers.depth.shape[0])
    depth = layers.depth[rows, zone.left : zone.right].astype(np.float64)
    inked = layers.depth[rows, zone.left : zone.right] >= _LEAST_DEPTH
    if depth.size == 0:
        return 0.0
    padded = np.pad(inked, ((0, 0), (1, 1)))
    starts, ends = (
        np.flatnonzero(edge)
        for edge in (np.diff(padded.astype(np.int8)).ravel() > 0, np.diff(padded.astype(np.int8)).ravel() < 0)
    )
    flat = np.pad(depth, ((0, 0), (0, 1))).ravel()
    sums = np.concatenate([[0.0], np.cumsum(flat)])
    if len(starts) == 0:
        return 0.0
    peaks = np.maximum.reduceat(flat, starts)
    widths = (sums[ends] - sums[starts]) / np.maximum(peaks, 1.0) / zone.size
    dark = peaks > _DEEP * np.percentile(peaks, 90)
    stems = widths[dark & (widths < _WIDEST)]
    return float(np.median(stems)) if len(stems) >= _CUTS else 0.0


def wash(zone: Zone, layers: InkLayers, pixels: NDArray[np.uint8]) -> float:
    """Return how clearly the paper behind the words is washed in, more than the paper around: 1.0 is plain
    to see, below 0.5 nothing is."""
    height, width = layers.paper.shape
    reach = round(_AROUND * zone.size)
    rows = zone.rows(0.9 + _AROUND, 0.3 + _AROUND, height)
    columns = slice(max(0, zone.left - reach), min(width, zone.right + reach))
    near_ink = cv2.dilate(layers.ink[rows, columns], np.ones((3, 3), np.uint8)) > 0
    inside = np.zeros_like(near_ink)
    own = zone.rows(0.55, 0.05, height)
    inside[
        own.start - rows.start : own.stop - rows.start, zone.left - columns.start : zone.right - columns.start
    ] = True
    behind, around = inside & ~near_ink, ~inside & ~near_ink
    if behind.sum() < _BARE * inside.sum() or not around.any():
        return 0.0
    paper = layers.paper[rows, columns]
    darker = float(np.percentile(paper[around], 75)) - float(np.median(paper[behind]))
    seen = pixels[rows, columns]
    coloured = _tint(seen[behind], 50) - _tint(seen[around], 25)
    return max(darker / (2 * _DARKER), coloured / (2 * _COLOURED))


def _tint(pixels: NDArray[np.uint8], percent: float) -> float:
    """How far apart the brightest and the faintest colour of the paper are."""
    spread = pixels.max(axis=1).astype(np.int16) - pixels.min(axis=1)
    return float(np.percentile(spread, percent)) if spread.size else 0.0
