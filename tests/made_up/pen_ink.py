"""Puts the strokes of a pen on paper: width by pressure, ink that mixes with the print below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import PaperPage, Pixels, Points, corners_of
from made_up.people import DEVELOPMENT

Stroke = Sequence[tuple[float, float]]
"""Points of one movement without lifting the pen, in points of 1/72 inch from the upper left corner."""


@dataclass(frozen=True, slots=True)
class RealPen:
    """A pen: its line's width in points, its ink, how much the width follows pressure (0..1)."""

    name: str
    width_pt: float
    ink: tuple[int, int, int]
    swing: float = 0.3
    cover: float = 0.92


PENS: dict[str, tuple[RealPen, ...]] = {
    "development": (
        RealPen("blue_ball", 0.9, (38, 52, 140)),
        RealPen("black_ball", 0.8, (30, 30, 36)),
        RealPen("black_gel", 1.2, (12, 12, 16), swing=0.1, cover=0.98),
        RealPen("blue_fountain", 1.4, (24, 40, 120), swing=0.6, cover=0.85),
    ),
    "held_out": (
        RealPen("light_blue_ball", 0.75, (60, 90, 180), cover=0.85),
        RealPen("dark_blue_gel", 1.1, (16, 24, 90), swing=0.15),
        RealPen("black_fountain", 1.5, (22, 20, 28), swing=0.65, cover=0.88),
        RealPen("green_ball", 0.9, (20, 100, 60)),
        RealPen("red_fineliner", 0.9, (170, 30, 40), swing=0.05),
        RealPen("pencil", 0.85, (90, 90, 94), swing=0.4, cover=0.7),
    ),
}
"""The pens of each set; none is in both."""


def draw_pen(rng: Random, set_name: str) -> RealPen:
    """Return a pen of the set; the common ones come first and are met more often."""
    pens = PENS[set_name]
    return rng.choice(pens[:2]) if set_name == DEVELOPMENT and rng.random() < 0.4 else rng.choice(pens)


def inked(page: PaperPage, name: str, strokes: Sequence[Stroke], pen: RealPen, rng: Random) -> PaperPage:
    """Return the page with the strokes on it, and the box of their ink as a place called ``name``.

    The page's own pixels are painted over.
    """
    scale = page.points
    reach = pen.width_pt * scale * (1 + pen.swing) + 3
    lines = [np.array(stroke, dtype=np.float64) * scale for stroke in strokes]
    every = np.concatenate(lines)
    low = np.floor(every.min(axis=0) - reach).astype(int)
    width, height = np.ceil(every.max(axis=0) + reach).astype(int) - low
    # Drawn twice as large: a line's width counts in whole pixels.
    large = np.zeros((2 * height, 2 * width), dtype=np.uint8)
    for line in lines:
        _trace(large, 2 * (line - low), pen, 2 * scale, rng)
    mask = cv2.resize(large, (int(width), int(height)), interpolation=cv2.INTER_AREA)
    return inked_mask(page, name, mask, (int(low[0]), int(low[1])), pen)


def inked_mask(page: PaperPage, name: str, mask: Pixels, corner: tuple[int, int], pen: RealPen) -> PaperPage:
    """Return the page with ink where the mask is bright; ``corner`` is its upper left one, in pixels."""
    height, width = page.pixels.shape[:2]
    left, top = (max(edge, 0) for edge in corner)
    right, bottom = min(corner[0] + mask.shape[1], width), min(corner[1] + mask.shape[0], height)
    if right <= left or bottom <= top:
        return page
    mask = mask[top - corner[1] : bottom - corner[1], left - corner[0] : right - corner[0]]
    _mix(page.pixels[top:bottom, left:right], mask.astype(np.float32)[:, :, None] * (pen.cover / 255), pen)
    x, y, wide, tall = cv2.boundingRect((mask > 40).astype(np.uint8))
    if not wide:
        return page
    edges = (left + x, top + y, left + x + wide, top + y + tall)
    return page.with_place(name, corners_of(edges))


def _mix(below: Pixels, cover: np.ndarray, pen: RealPen) -> None:
    # Ink takes light away from what lies below it, so print stays visible under a pen.
    ink = np.array(pen.ink, dtype=np.float32) / 255
    below[:] = (below * (1 - cover + cover * ink)).astype(np.uint8)


def _trace(mask: Pixels, line: Points, pen: RealPen, scale: float, rng: Random) -> None:
    phase, turn = rng.uniform(0, 6.28), rng.uniform(0.15, 0.5)
    fine = np.round(line * 16).astype(np.int32)
    for place in range(len(fine) - 1):
        press = 1 + pen.swing * np.sin(phase + place * turn)
        wide = max(1, round(pen.width_pt * scale * press))
        start, end = tuple(map(int, fine[place])), tuple(map(int, fine[place + 1]))
        cv2.line(mask, start, end, 255, wide, cv2.LINE_AA, 4)
