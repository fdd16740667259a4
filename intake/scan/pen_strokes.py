"""Whether a pen ran through printed words or below them: level, slanting, in waves, to and fro."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intake.scan.ink_layers import Mask
from intake.scan.print_zones import Zone

_CHORD_STEP_PX = 1.5
_STEEPEST, _UNDER_STEEPEST = 0.5, 0.1
_OFF_MIDDLE = 0.28  # heights of an x: a line through words passes so near to their middle
_SLOPE_COST, _WAVE_COST = 0.15, 0.06


@dataclass(frozen=True, slots=True)
class Crossing:
    """What speaks for a line through a zone's words: ``straight``, the share of ink along the best straight
    line; ``unbroken``, its longest stretch without paper; ``wavy``, the share of ink along the best
    bending path; ``dark``, ink in the letters' bodies against that of other words; ``open_columns``, the
    share of columns that show no ink between the letters; ``overwritten``, the share of those whose ink
    is no print."""

    straight: float
    unbroken: float
    wavy: float
    dark: float
    open_columns: float
    overwritten: float


NO_CROSSING = Crossing(0.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def crossing(zone: Zone, ink: Mask, pen: Mask, usual_dark: float) -> Crossing:
    """Return what speaks for a line through the zone. ``pen`` is the ink that is no print, ``usual_dark``
    the share of ink in the bodies of words nearby."""
    lines = _chords(zone, ink)
    body = ink[zone.rows(0.44, -0.08, ink.shape[0]), zone.left : zone.right] > 0
    if body.size == 0 or len(lines) == 0:
        return NO_CROSSING
    return Crossing(
        straight=float(lines.mean(axis=1).max()),
        unbroken=float(_longest_runs(lines).max()) / max(1, zone.width),
        wavy=path_share(ink[zone.rows(0.4, -0.1, ink.shape[0]), zone.left : zone.right]),
        dark=float(body.mean()) / max(usual_dark, 0.05),
        open_columns=1.0 - float(body.any(axis=0).mean()),
        overwritten=_body_columns(zone, pen),
    )


def body_darkness(zone: Zone, ink: Mask) -> float:
    """Return the share of ink in the letters' bodies."""
    body = ink[zone.rows(0.44, -0.08, ink.shape[0]), zone.left : zone.right]
    return float((body > 0).mean()) if body.size else 0.0


def underline_share(zone: Zone, ink: Mask) -> float:
    """Return how much of the words' width has a line below it, 0..1: along a bending path, or without a
    break along a straight one, which may touch the letters."""
    bending = path_share(ink[zone.rows(-0.06, 0.62, ink.shape[0]), zone.left : zone.right], _WAVE_COST)
    if bending >= 0.97:
        return bending
    ends = np.arange(zone.base - 0.05 * zone.size, zone.base + 0.62 * zone.size, _CHORD_STEP_PX)
    start, end = (grid.ravel() for grid in np.meshgrid(ends, ends, indexing="ij"))
    fits = np.abs(end - start) <= _UNDER_STEEPEST * zone.width
    unbroken = _longest_runs(_along(zone, ink, start[fits], end[fits])).max() / zone.width
    return float(max(bending, unbroken))


def path_share(rows: Mask, slope_cost: float = _SLOPE_COST) -> float:
    """Return the share of ink along the path from left to right that meets most of it, 0..1.

    A step up or down costs a little, so that a path follows strokes of a pen and does not jump from
    letter to letter.
    """
    if rows.shape[0] < 2 or rows.shape[1] < 2:
        return 0.0
    paper = (rows == 0).astype(np.float32)
    cost = paper[:, 0].copy()
    for column in range(1, paper.shape[1]):
        stepped = np.minimum(np.append(cost[1:], np.inf), np.append(np.inf, cost[:-1])) + slope_cost
        cost = paper[:, column] + np.minimum(cost, stepped)
    return float(max(0.0, 1.0 - cost.min() / paper.shape[1]))


def _body_columns(zone: Zone, ink: Mask) -> float:
    """Return the share of the letters' columns that show ink in their bodies."""
    body = ink[zone.rows(0.44, -0.08, ink.shape[0]), zone.left : zone.right]
    return float(body.any(axis=0).mean()) if body.size else 0.0


def _chords(zone: Zone, ink: Mask) -> NDArray[np.bool_]:
    """Return the ink along straight lines from edge to edge that pass the middle of the letters' bodies."""
    ends = np.arange(
        zone.base - 1.35 * zone.body - 0.25 * zone.size, zone.base + 0.35 * zone.size, _CHORD_STEP_PX
    )
    start, end = (grid.ravel() for grid in np.meshgrid(ends, ends, indexing="ij"))
    off = np.abs((start + end) / 2 - (zone.base - 0.5 * zone.body))
    fits = (off <= _OFF_MIDDLE * zone.body) & (np.abs(end - start) <= _STEEPEST * zone.width)
    return _along(zone, ink, start[fits], end[fits])


def _along(zone: Zone, ink: Mask, start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return the ink along straight lines, given by their rows at the zone's edges."""
    along = np.linspace(0, 1, zone.width)
    rows = start[:, None] * (1 - along) + end[:, None] * along
    rows = np.clip(np.round(rows).astype(np.intp), 0, ink.shape[0] - 1)
    return np.asarray(ink[rows, np.arange(zone.left, zone.right)] > 0)


def _longest_runs(lines: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return for each line how many of its pixels lie in its longest stretch of ink; one pixel of paper
    does not end it."""
    bridged = lines.copy()
    bridged[:, 1:-1] |= lines[:, :-2] & lines[:, 2:]
    places = np.arange(lines.shape[1])
    last_paper = np.maximum.accumulate(np.where(bridged, -1, places), axis=1)
    return np.asarray((places - last_paper).max(axis=1))
