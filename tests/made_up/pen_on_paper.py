"""Marks of a pen round, through, below and beside printed words: every way that people choose an option."""

import math
from collections.abc import Callable
from random import Random

from made_up.hand_letters import smooth
from made_up.pen_signatures import Strokes

Box = tuple[float, float, float, float]
"""Left, top, right, bottom of a printed line of words; y counts downwards, all in points."""

Drawer = Callable[[Box, Random], Strokes]


def _round(box: Box, rng: Random, *, turns: float, wobble: float, spare: float) -> Strokes:
    left, top, right, bottom = box
    high = bottom - top
    x, y = (left + right) / 2 + rng.uniform(-2, 2), (top + bottom) / 2 + rng.uniform(-1, 1)
    wide = (right - left) / 2 + rng.uniform(0.1, spare) * high + 2
    tall = high * rng.uniform(0.62, 0.62 + spare / 2) + 1
    start, tilt = rng.uniform(0, 6.28), rng.uniform(-0.05, 0.05)
    grown, steps = rng.uniform(-0.06, 0.06), max(24, int(48 * turns))
    waves = [(rng.randrange(2, 6), rng.uniform(0, 6.28), rng.uniform(0, wobble)) for _ in range(3)]
    line = []
    for step in range(steps + 1):
        angle = start + 2 * math.pi * turns * step / steps
        size = 1 + grown * step / steps + sum(a * math.sin(n * angle + p) for n, p, a in waves)
        a, b = wide * size * math.cos(angle), tall * size * math.sin(angle)
        line.append((x + a - tilt * b, y + b + tilt * a))
    return [line]


def circle(box: Box, rng: Random) -> Strokes:
    """One round that closes."""
    return _round(box, rng, turns=rng.uniform(1.0, 1.12), wobble=0.03, spare=0.6)


def open_circle(box: Box, rng: Random) -> Strokes:
    """A round that does not quite come back to where it began."""
    return _round(box, rng, turns=rng.uniform(0.85, 0.96), wobble=0.04, spare=0.6)


def rounds(box: Box, rng: Random) -> Strokes:
    """Two or three rounds without lifting the pen."""
    return _round(box, rng, turns=rng.uniform(1.8, 3.0), wobble=0.05, spare=0.7)


def square_round(box: Box, rng: Random) -> Strokes:
    """A box drawn by hand round the words, corners rounded."""
    left, top, right, bottom = box
    left, right = left - rng.uniform(2, 6), right + rng.uniform(2, 6)
    top, bottom = top - rng.uniform(2, 5), bottom + rng.uniform(2, 5)
    middle = (left + right) / 2
    corners = [(left, top), (middle, top), (right, top), (right, bottom), (middle, bottom), (left, bottom)]
    return [smooth([_near(corner, rng, 1.2) for corner in [*corners, corners[0]]])]


def underline(box: Box, rng: Random) -> Strokes:
    """One line below the words."""
    left, _, right, bottom = box
    y = bottom + rng.uniform(0.2, 2.5)
    return [_level(left - rng.uniform(-2, 5), right + rng.uniform(-4, 5), y, rng, 0.6)]


def double_underline(box: Box, rng: Random) -> Strokes:
    """Two lines below the words."""
    left, top, right, bottom = box
    return [*underline(box, rng), *underline((left, top, right, bottom + rng.uniform(2.5, 3.5)), rng)]


def wavy_underline(box: Box, rng: Random) -> Strokes:
    """Waves below the words."""
    left, _, right, bottom = box
    y, x, line, up = bottom + rng.uniform(1.5, 3), left - 1.0, [], True
    while x < right + 2:
        line.append((x, y + (1.2 if up else -1.2) + rng.uniform(-0.3, 0.3)))
        x, up = x + rng.uniform(2.5, 4.5), not up
    return [smooth(line)]


def strike(box: Box, rng: Random) -> Strokes:
    """One line through the words."""
    left, top, right, bottom = box
    y = top + (bottom - top) * rng.uniform(0.42, 0.6)
    return [_level(left - rng.uniform(-1.5, 6), right + rng.uniform(-1.5, 6), y, rng, 0.8)]


def double_strike(box: Box, rng: Random) -> Strokes:
    """Two lines through the words."""
    return [*strike(box, rng), *strike(box, rng)]


def slanted_strike(box: Box, rng: Random) -> Strokes:
    """One slanting line from corner to corner."""
    left, top, right, bottom = box
    spare = rng.uniform(0, 3)
    ends = [(left - spare, bottom + rng.uniform(-2, 2)), (right + spare, top + rng.uniform(-2, 2))]
    if rng.random() < 0.3:
        ends = [(left - spare, top + rng.uniform(-2, 2)), (right + spare, bottom + rng.uniform(-2, 2))]
    return [_shaken(ends[0], ends[1], rng, 0.5)]


def wavy_strike(box: Box, rng: Random) -> Strokes:
    """A wave through the words."""
    left, top, right, bottom = box
    middle, reach, x, up = (top + bottom) / 2, (bottom - top) * rng.uniform(0.12, 0.3), left - 2.0, True
    line = []
    while x < right + 3:
        line.append((x, middle + (reach if up else -reach) * rng.uniform(0.7, 1.2)))
        x, up = x + rng.uniform(5, 10), not up
    return [smooth(line)]


def zigzag(box: Box, rng: Random) -> Strokes:
    """Sharp strokes up and down all along the words."""
    left, top, right, bottom = box
    x, up, line = left - 1.0, True, []
    while x < right + 2:
        line.append((x, (top if up else bottom) + rng.uniform(-1.5, 1.5)))
        x, up = x + rng.uniform(2, 4.5), not up
    return [line]


def scribble_over(box: Box, rng: Random) -> Strokes:
    """Strokes to and fro until little can be read."""
    left, top, right, bottom = box
    line = []
    for number in range(rng.randrange(5, 9)):
        end = right + rng.uniform(-3, 4) if number % 2 else left - rng.uniform(-3, 4)
        line.append((end, rng.uniform(top, bottom)))
    return [smooth(line)]


def crossed_out(box: Box, rng: Random) -> Strokes:
    """A cross over all the words, corner to corner."""
    left, top, right, bottom = box
    return [
        _shaken((left, bottom), (right, top), rng, 1.0),
        _shaken((left, top), (right, bottom), rng, 1.0),
    ]


def tick(box: Box, rng: Random) -> Strokes:
    """A tick that fills the box more or less."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    corners = [(0.0, 0.5), (0.3, 1.0), (1.0, rng.uniform(-0.3, 0.1))]
    placed = [(left + x * wide, top + y * high) for x, y in corners]
    return [smooth([_near(corner, rng, 0.8) for corner in placed], steps=4)]


def cross(box: Box, rng: Random) -> Strokes:
    """A cross that fills the box more or less."""
    left, top, right, bottom = box
    return [
        _shaken(_near((left, top), rng, 1), _near((right, bottom), rng, 1), rng, 0.3),
        _shaken(_near((right, top), rng, 1), _near((left, bottom), rng, 1), rng, 0.3),
    ]


def dot(box: Box, rng: Random) -> Strokes:
    """A box or ring filled with ink."""
    left, top, right, bottom = box
    line = []
    for number in range(14):
        y = top + 1 + (bottom - top - 2) * number / 13
        line.append((left + 1 if number % 2 else right - 1, y + rng.uniform(-0.5, 0.5)))
    return [line]


ROUNDS: dict[str, tuple[Drawer, ...]] = {
    "development": (circle, open_circle),
    "held_out": (circle, open_circle, rounds, square_round),
}
UNDERLINES: dict[str, tuple[Drawer, ...]] = {
    "development": (underline, double_underline),
    "held_out": (underline, double_underline, wavy_underline),
}
STRIKES: dict[str, tuple[Drawer, ...]] = {
    "development": (strike, double_strike, zigzag),
    "held_out": (strike, slanted_strike, wavy_strike, scribble_over, zigzag, double_strike),
}
TICKS: dict[str, tuple[Drawer, ...]] = {"development": (tick, cross), "held_out": (tick, cross)}
"""Ways of drawing each mark, by set; HELD_OUT has all and some that DEVELOPMENT lacks."""


def _level(left: float, right: float, y: float, rng: Random, shake: float) -> list[tuple[float, float]]:
    fall = rng.uniform(-0.012, 0.012) * (right - left)
    return _shaken((left, y + fall), (right, y - fall), rng, shake)


def _shaken(
    start: tuple[float, float], end: tuple[float, float], rng: Random, shake: float
) -> list[tuple[float, float]]:
    """Return a line that a hand draws without ruler."""
    count = max(3, int(math.dist(start, end) / 25))
    corners = []
    for number in range(count + 1):
        t = number / count
        point = (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)
        corners.append(point if number in (0, count) else _near(point, rng, shake))
    return smooth(corners)


def _near(point: tuple[float, float], rng: Random, spread: float) -> tuple[float, float]:
    return (point[0] + rng.uniform(-spread, spread), point[1] + rng.uniform(-spread, spread))
