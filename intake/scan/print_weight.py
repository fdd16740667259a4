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
_BESIDE = 2.6  # sizes of type
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
    """Return how clearly the paper behind the words is washed in, more than on both sides of them: 1.0 is
    plain to see, below 0.5 nothing is. What shades all of a row is a form's."""
    width = layers.paper.shape[1]
    reach, spare = round(_BESIDE * zone.size), round(0.5 * zone.size)
    sides = (
        (max(0, zone.left - reach), max(0, zone.left - spare)),
        (min(width, zone.right + spare), min(width, zone.right + reach)),
    )
    own = _paper_between(zone, zone.left, zone.right, layers, pixels)
    others = [_paper_between(zone, left, right, layers, pixels) for left, right in sides]
    if own is None:
        return 0.0
    differ = [
        max((other[0] - own[0]) / (2 * _DARKER), (own[1] - other[1]) / (2 * _COLOURED))
        for other in others
        if other is not None
    ]
    return min(differ, default=0.0)


def _paper_between(
    zone: Zone, left: int, right: int, layers: InkLayers, pixels: NDArray[np.uint8]
) -> tuple[float, float] | None:
    """Return gray and tint of the paper on a stretch of the zone's rows; None where little of it shows."""
    rows = zone.rows(0.55, 0.05, layers.paper.shape[0])
    ink = layers.ink[rows, left:right]
    if ink.size == 0:
        return None
    bare = cv2.dilate(ink, np.ones((3, 3), np.uint8)) == 0
    if bare.sum() < _BARE * bare.size:
        return None
    return float(np.median(layers.paper[rows, left:right][bare])), _tint(pixels[rows, left:right][bare])


def _tint(pixels: NDArray[np.uint8]) -> float:
    """How far apart the brightest and the faintest colour of the paper are."""
    return float(np.median(pixels.max(axis=1).astype(np.int16) - pixels.min(axis=1)))
