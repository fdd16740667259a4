"""Handwriting letter by letter: an alphabet of a few strokes each, shaken as a hand shakes it."""

import math
import unicodedata
from dataclasses import dataclass
from random import Random

from made_up.pen_signatures import Strokes

BASE, TALL = 2, 9
"""Rows of the grid that letters are drawn on: where they stand, and how high the tall ones are."""

LETTERS: dict[str, str] = {
    "a": "45 36 26 15 13 22 32 44,46 43 52",
    "b": "19 12,15 36 45 43 32 12",
    "c": "45 36 26 15 13 22 32 43",
    "d": "45 36 26 15 13 22 32 43,49 42",
    "e": "14 44 45 36 26 15 13 22 32 43",
    "f": "48 39 28 22,15 45",
    "g": "45 36 26 15 14 23 33 45,46 41 30 20 11",
    "h": "19 12,14 36 45 42",
    "i": "26 22,28 28",
    "j": "36 31 20 10,38 38",
    "k": "19 12,46 14 42",
    "l": "29 23 32",
    "m": "16 12,14 26 35 32,35 46 55 52",
    "n": "16 12,14 36 45 42",
    "o": "36 25 14 13 22 32 43 45 36",
    "p": "16 10,15 36 45 43 32 13",
    "q": "45 36 26 15 13 22 32 44,46 40",
    "r": "16 12,14 25 36 45",
    "s": "45 36 26 15 24 34 43 32 22 13",
    "t": "28 23 32 42,16 46",
    "u": "16 13 22 32 44,46 42",
    "v": "16 32 56",
    "w": "16 22 35 42 56",
    "x": "16 42,46 12",
    "y": "16 33,46 20 10",
    "z": "16 46 12 42",
    "A": "02 29 52,15 45",
    "B": "19 12,19 38 37 16,16 45 43 12",
    "C": "48 29 17 14 22 42 53",
    "D": "19 12,19 48 55 43 12",
    "E": "49 19 12 42,16 36",
    "F": "49 19 12,16 36",
    "G": "48 29 17 14 22 42 45 35",
    "H": "19 12,49 42,16 46",
    "I": "29 22",
    "J": "49 43 22 13",
    "K": "19 12,49 16 42",
    "L": "19 12 42",
    "M": "12 19 35 59 52",
    "N": "12 19 42 49",
    "O": "39 17 14 32 54 57 39",
    "P": "19 12,19 48 46 15",
    "Q": "39 17 14 32 54 57 39,43 61",
    "R": "19 12,19 48 46 15 42",
    "S": "48 29 17 26 35 44 32 13",
    "T": "09 59,29 22",
    "U": "19 14 22 42 54 59",
    "V": "19 32 59",
    "W": "09 12 36 52 69",
    "X": "19 52,59 12",
    "Y": "19 35 59,35 32",
    "Z": "19 59 12 52",
    "0": "39 17 14 32 44 47 39",
    "1": "17 29 22",
    "2": "17 29 48 45 12 52",
    "3": "18 39 47 26 45 32 13",
    "4": "39 15 55,47 42",
    "5": "49 19 16 36 44 32 12",
    "6": "48 26 14 22 42 45 15",
    "7": "19 49 22",
    "8": "36 18 39 48 36 14 22 42 44 36",
    "9": "46 26 18 39 48 42",
    ".": "22 32",
    ",": "23 11",
    "-": "15 35",
    "/": "12 49",
    "'": "29 27",
}
"""Strokes of each sign: corners as column and row of the grid, strokes parted by a comma."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody writes: slant, how much letters shake and wander off the line, whether they join."""

    slant: float
    shake: float
    wander: float
    joins: bool
    narrow: float


HANDS: dict[str, tuple[Hand, ...]] = {
    "development": (
        Hand(slant=0.1, shake=0.22, wander=0.5, joins=False, narrow=0.85),
        Hand(slant=0.35, shake=0.3, wander=0.7, joins=True, narrow=0.7),
    ),
    "held_out": (
        Hand(slant=-0.15, shake=0.3, wander=0.6, joins=False, narrow=1.0),
        Hand(slant=0.5, shake=0.25, wander=0.9, joins=True, narrow=0.6),
        Hand(slant=0.0, shake=0.15, wander=0.35, joins=False, narrow=0.8),
    ),
}
"""The hands of each set; none is in both."""


def written(text: str, hand: Hand, rng: Random, *, height: float) -> Strokes:
    """Return the strokes of a line of handwriting; ``height`` is a tall letter's. It begins at x = 0, its
    base line is y = 0, and y counts downwards."""
    unit, at, strokes = height / (TALL - BASE), 0.0, Strokes()
    for letter in _plain(text):
        glyph = LETTERS.get(letter)
        if glyph is None:
            at += 4 * unit * hand.narrow
            continue
        grown, lift = rng.uniform(0.88, 1.12), rng.gauss(0, hand.wander * 0.5)
        drawn = [_stroke(part, hand, rng, grown, lift) for part in glyph.split(",")]
        placed = [[(at + x * unit * hand.narrow, y * unit) for x, y in stroke] for stroke in drawn]
        if hand.joins and strokes and letter.islower() and at - strokes[-1][-1][0] < 3 * unit:
            placed[0] = [strokes[-1][-1], *placed[0]]
        strokes += [smooth(stroke) for stroke in placed]
        at = max(x for stroke in placed for x, _ in stroke) + rng.uniform(0.9, 1.7) * unit * hand.narrow
    return strokes


def smooth(corners: list[tuple[float, float]], steps: int = 6) -> list[tuple[float, float]]:
    """Return a curve through the corners (Catmull and Rom's)."""
    padded = [corners[0], *corners, corners[-1]]
    line = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    return [*line, corners[-1]]


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _stroke(part: str, hand: Hand, rng: Random, grown: float, lift: float) -> list[tuple[float, float]]:
    corners = []
    for corner in part.split():
        x = (int(corner[0]) - 1) * grown + rng.gauss(0, hand.shake)
        y = (int(corner[1]) - BASE) * grown + rng.gauss(0, hand.shake) + lift
        corners.append((x + hand.slant * y * math.cos(0.3), -y))
    return corners


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
