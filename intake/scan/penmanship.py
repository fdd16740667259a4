"""Whether a group of ink was printed or written by hand: print repeats itself, a hand does not."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.scan.ink_layers import InkLayers
from intake.scan.ink_pieces import InkPieces

Levels = NDArray[np.floating]

_ANGLES = 90
_LEANING = 18  # angles to either side of upright in which stems may lean
_SLOPES = np.linspace(-0.03, 0.03, 13)
_LETTER = 0.3  # of the tall pieces' height: smaller ones are dots and commas


@dataclass(frozen=True, slots=True)
class Look:
    """How a group of ink looks.

    0..1: ``bases``, the share of letters that end on one line below; ``heights``, the share that has one
    of two heights; ``stems``, the share of edges in the one direction that stems have; ``joined``, how
    much wider than high the pieces are. ``width`` of strokes and ``tall`` letters in pixels, ``dark`` in
    grey levels. ``letters`` is the number of pieces it was told from.
    """

    bases: float
    heights: float
    stems: float
    joined: float
    width: float
    dark: float
    tall: float
    letters: int


_WEIGHTS = np.array([-0.5, -17.0, -23.0, 3.0, 4.0, -5.5, 11.0])
_BIAS = 13.6
"""Of bases, heights, stems, joined, and how width, darkness and height differ from the page's usual; found
on made-up pages by logistic regression."""


def look_of(members: NDArray[np.intp], pieces: InkPieces, layers: InkLayers) -> Look:
    """Return how some pieces look together. ValueError when there is none."""
    left, top, right, bottom = box = pieces.box_around(members)
    own = pieces.mask_in(box, members)
    heights, widths = pieces.height[members], pieces.width[members]
    tall = float(np.percentile(heights, 80))
    is_letter = heights >= _LETTER * tall
    letters = members[is_letter]
    middles = pieces.left[letters] + pieces.width[letters] / 2
    bottoms = (pieces.top + pieces.height)[letters].astype(np.float64)
    depth = layers.depth[top:bottom, left:right].astype(np.float32)
    depth[cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) == 0] = 0
    across, down = cv2.Sobel(depth, cv2.CV_32F, 1, 0) / 8, cv2.Sobel(depth, cv2.CV_32F, 0, 1) / 8
    edges = np.hypot(across, down)
    return Look(
        bases=_on_one_line(middles, bottoms, max(1.2, 0.05 * tall)),
        heights=_of_two_heights(heights[is_letter]),
        stems=_stem_share(across, down, edges),
        joined=min(1.0, float(np.median(widths[is_letter] / np.maximum(heights[is_letter], 1))) / 3),
        width=2 * float(depth.sum()) / max(float(edges.sum()), 1.0),
        dark=float(np.percentile(depth[own], 90)),
        tall=tall,
        letters=len(letters),
    )


def usual_look(looks: Sequence[Look]) -> Look | None:
    """Return the middle of all looks: what print on this page looks like. None of none."""
    if not looks:
        return None
    middle = [float(value) for value in np.median(np.array([astuple(look) for look in looks]), axis=0)]
    bases, heights, stems, joined, width, dark, tall, letters = middle
    return Look(bases, heights, stems, joined, width, dark, tall, int(letters))


def hand_score(look: Look, usual: Look) -> float:
    """Return how much the look speaks for a hand: above 0 more likely than not, 3 and more plainly."""
    differs = [
        abs(_log_ratio(look.width, usual.width)),
        _log_ratio(look.dark, usual.dark),
        abs(_log_ratio(look.tall, usual.tall)),
    ]
    measures = np.array([look.bases, look.heights, look.stems, look.joined, *differs])
    return float(_WEIGHTS @ measures) + _BIAS


def _log_ratio(one: float, other: float) -> float:
    return float(np.log(max(one, 0.1) / max(other, 0.1)))


def _on_one_line(places: NDArray[np.float64], rows: NDArray[np.float64], slack: float) -> float:
    """Return the share of the points that lie near the line which most of them lie near."""
    if len(places) < 2:
        return 0.0
    best = 0
    for slope in _SLOPES:
        level = np.sort(rows - slope * places)
        reach = np.searchsorted(level, level + 2 * slack, side="right") - np.arange(len(level))
        best = max(best, int(reach.max()))
    return best / len(places)


def _of_two_heights(heights: NDArray[np.int32]) -> float:
    if len(heights) < 2:
        return 0.0
    different = np.unique(heights)
    near = np.abs(heights[None, :] - different[:, None]) <= 1
    either = near[:, None, :] | near[None, :, :]
    return float(either.mean(axis=2).max())


def _stem_share(across: Levels, down: Levels, edges: Levels) -> float:
    sharp = edges > 0.25 * float(edges.max())
    angle = np.mod(np.arctan2(down[sharp], across[sharp]), np.pi)  # 0 at the edges of an upright stem
    bins = np.minimum((angle / np.pi * _ANGLES).astype(np.intp), _ANGLES - 1)
    counts = np.bincount(bins, edges[sharp], _ANGLES)
    near = counts + np.roll(counts, 1) + np.roll(counts, -1)
    stems = max(float(near[-_LEANING:].max()), float(near[:_LEANING].max()))
    return stems / max(float(counts.sum()), 1.0)
