"""Puts the strokes of a pen on paper: width by pressure, ink that mixes with the print below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import PaperPage, Pixels, Points
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
        RealPen("blue_ball", 1.1, (38, 52, 140)),
        RealPen("black_ball", 1.0, (30, 30, 36)),
        RealPen("black_gel", 1.5, (12, 12, 16), swing=0.1, cover=0.98),
        RealPen("blue_fountain", 1.7, (24, 40, 120), swing=0.6, cover=0.85),
    ),
    "held_out": (
        RealPen("light_blue_ball", 0.9, (60, 90, 180), cover=0.85),
        RealPen("dark_blue_gel", 1.3, (16, 24, 90), swing=0.15),
        RealPen("black_fountain", 1.9, (22, 20, 28), swing=0.65, cover=0.88),
        RealPen("green_ball", 1.1, (20, 100, 60)),
        RealPen("red_fineliner", 1.0, (170, 30, 40), swing=0.05),
        RealPen("pencil", 1.0, (90, 90, 94), swing=0.4, cover=0.7),
    ),
}
"""The pens of each set; none is in both."""


def draw_pen(rng: Random, set_name: str) -> RealPen:
    """Return a pen of the set; the common ones come first and are met more often."""
    pens = PENS[set_name]
    return rng.choice(pens[:2]) if set_name == DEVELOPMENT and rng.random() < 0.4 else rng.choice(pens)


def inked(page: PaperPage, name: str, strokes: Sequence[Stroke], pen: RealPen, rng: Random) -> PaperPage:
    """Return the page with the strokes on it, and the corners of their ink as a place called ``name``.

    The page's own pixels are painted over.
    """
    scale = page.points
    half = pen.width_pt * scale
    lines = [np.array(stroke, dtype=np.float64) * scale for stroke in strokes]
    every = np.concatenate(lines)
    low = np.maximum(np.floor(every.min(axis=0) - half - 2), 0).astype(int)
    limit = np.array(page.pixels.shape[1::-1])
    high = np.minimum(np.ceil(every.max(axis=0) + half + 2).astype(int), limit)
    if (high - low < 2).any():
        return page
    mask = np.zeros((high[1] - low[1], high[0] - low[0]), dtype=np.uint8)
    for line in lines:
        _trace(mask, line - low, pen, scale, rng)
    cover = cv2.GaussianBlur(mask, (3, 3), 0).astype(np.float32)[:, :, None] * (pen.cover / 255)
    _mix(page.pixels[low[1] : high[1], low[0] : high[0]], cover, pen)
    reach = half / 2
    (left, top), (right, bottom) = every.min(axis=0) - reach, every.max(axis=0) + reach
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return page.with_place(name, np.array(corners, dtype=np.float64))


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
