"""Signatures as a hand draws them: several ways of moving a pen, by set."""

import math
from collections.abc import Callable
from random import Random

Strokes = list[list[tuple[float, float]]]
"""Strokes in a frame of ``width`` by ``height``, from its upper left corner."""


def draw_strokes(rng: Random, set_name: str, *, width: float, height: float) -> Strokes:
    """Return a signature of the set inside a frame of that size, in points."""
    model = rng.choice(MODELS[set_name])
    slant = rng.uniform(-0.08, 0.3)
    return [
        [(x * width + slant * (0.5 - y) * height * 0.5, y * height) for x, y in stroke]
        for stroke in model(rng)
    ]


def _loops(rng: Random) -> Strokes:
    """One line of loops that becomes flat."""
    turns, phase, steps = rng.uniform(4, 8), rng.uniform(0, 6), 140
    line = []
    for step in range(steps):
        along = step / (steps - 1)
        angle = phase + along * turns * 2 * math.pi
        tall = (0.46 - 0.34 * along) * (0.8 + 0.2 * math.sin(angle / 3.1))
        line.append((0.05 + along * 0.85 + 0.07 * math.sin(angle), 0.5 + tall * math.cos(angle)))
    return [line]


def _initial_and_tail(rng: Random) -> Strokes:
    """A large first letter, a shaking tail, at times a line below."""
    top = rng.uniform(0.0, 0.1)
    first = _smooth([(0.04, 0.9), (0.1, top), (0.2, 0.55), (0.08, 0.6), (0.24, 0.95), (0.3, 0.6)])
    corners, x = [(0.3, 0.6)], 0.3
    while x < 0.9:
        x += rng.uniform(0.025, 0.07)
        corners.append((x, rng.uniform(0.5, 0.62) if len(corners) % 2 else rng.uniform(0.68, 0.8)))
    below = [(0.1, 1.0), (0.95, rng.uniform(0.86, 0.96))]
    return [first, _smooth(corners), *([below] if rng.random() < 0.5 else [])]


def _sharp(rng: Random) -> Strokes:
    """Quick zigzags, as of somebody who signs a hundred letters a day."""
    corners, x, is_up = [(0.03, 0.7)], 0.03, True
    while x < 0.85:
        x += rng.uniform(0.04, 0.12)
        corners.append((x, rng.uniform(0.0, 0.4) if is_up else rng.uniform(0.6, 1.0)))
        is_up = not is_up
    return [_smooth([*corners, (0.98, 0.5)])]


def _humps(rng: Random) -> Strokes:
    """Two words of small humps with ascenders and descenders."""
    found: Strokes = []
    for start, end in ((0.02, 0.42), (0.5, 0.97)):
        corners, x = [(start, 0.62)], start
        while x < end:
            x += rng.uniform(0.02, 0.045)
            is_tall = rng.random() < 0.25
            high = rng.uniform(0.02, 0.2) if is_tall else rng.uniform(0.42, 0.5)
            low = rng.uniform(0.85, 1.0) if rng.random() < 0.15 else rng.uniform(0.62, 0.68)
            corners += [(x - 0.01, high), (x, low)]
        found.append(_smooth(corners))
    return found


def _flourish(rng: Random) -> Strokes:
    """A short scrawl with a long stroke coming back below it."""
    corners = [(0.3, 0.6), (0.36, 0.08), (0.42, 0.7), (0.46, 0.4), (0.5, 0.68), (0.55, 0.36)]
    corners += [(0.6 + 0.04 * step, rng.uniform(0.4, 0.7)) for step in range(6)]
    corners += [(0.97, 0.5), (0.9, 0.85), (0.4, 0.95), (0.03, rng.uniform(0.8, 0.95)), (0.5, 0.82)]
    return [_smooth(corners)]


def _crossed(rng: Random) -> Strokes:
    """Overlapping ovals with a stroke through them."""
    ovals: Strokes = []
    for number in range(rng.randrange(2, 4)):
        x, wide, tall = 0.22 + 0.22 * number, rng.uniform(0.1, 0.2), rng.uniform(0.25, 0.45)
        turns = [step * 2.3 * math.pi / 40 + number for step in range(41)]
        ovals.append([(x + wide * math.cos(a), 0.5 + tall * math.sin(a)) for a in turns])
    return [*ovals, _smooth([(0.05, 0.75), (0.4, rng.uniform(0.4, 0.55)), (0.95, 0.3)])]


MODELS: dict[str, tuple[Callable[[Random], Strokes], ...]] = {
    "development": (_loops, _initial_and_tail, _sharp),
    "held_out": (_humps, _flourish, _crossed),
}
"""The ways of signing of each set; none is in both."""


def _smooth(corners: list[tuple[float, float]], steps: int = 9) -> list[tuple[float, float]]:
    """Return a Catmull-Rom curve through the corners."""
    padded = [corners[0], *corners, corners[-1]]
    line = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    return [*line, corners[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
