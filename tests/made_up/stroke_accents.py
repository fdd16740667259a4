"""Accents and letters that the stroke faces lack, as strokes: units of a face whose capitals are 21 high."""

from collections.abc import Callable

Shapes = list[list[tuple[float, float]]]
"""Strokes with y down and the base line at 0."""


def _above(*shapes: list[tuple[float, float]]) -> Callable[[float, float, float], Shapes]:
    """Return what puts shapes around 0, 0 over a letter's top."""
    return lambda x, top, _: [[(x + a, top - 4 + b) for a, b in shape] for shape in shapes]


def _below(*shapes: list[tuple[float, float]]) -> Callable[[float, float, float], Shapes]:
    return lambda x, _, bottom: [[(x + a, bottom + b) for a, b in shape] for shape in shapes]


_DOT = [(0.0, -0.6), (0.6, 0.0), (0.0, 0.6), (-0.6, 0.0), (0.0, -0.6)]
_RING = [(0.0, -2.0), (1.6, -1.2), (1.6, 0.6), (0.0, 1.4), (-1.6, 0.6), (-1.6, -1.2), (0.0, -2.0)]

ACCENTS: dict[str, Callable[[float, float, float], Shapes]] = {
    "\u0300": _above([(-2.5, -2), (1.5, 1)]),
    "\u0301": _above([(2.5, -2), (-1.5, 1)]),
    "\u0302": _above([(-3, 1), (0, -2), (3, 1)]),
    "\u0303": _above([(-3.5, 0), (-1.5, -1.5), (1.5, 0.5), (3.5, -1)]),
    "\u0304": _above([(-3, 0), (3, 0)]),
    "\u0306": _above([(-3, -1.5), (-1.5, 0.8), (1.5, 0.8), (3, -1.5)]),
    "\u0307": _above(_DOT),
    "\u0308": _above([(x - 2.5, y) for x, y in _DOT], [(x + 2.5, y) for x, y in _DOT]),
    "\u030a": _above(_RING),
    "\u030b": _above([(0, -2), (-2, 1)], [(4, -2), (2, 1)]),
    "\u030c": _above([(-3, -2), (0, 1), (3, -2)]),
    "\u0326": _below([(0.5, 2), (0, 5), (-1, 6)]),
    "\u0327": _below([(0, 0), (0.5, 2), (1.5, 3.5), (0, 5), (-2, 5)]),
    "\u0328": _below([(2, 0), (0.5, 2.5), (1, 4.5), (3, 4)]),
}
"""Strokes for a combining accent, by middle, top and bottom of the letter below or above it."""

STAND_INS = {
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "–": "-",
    "“": '"',
    "”": '"',
    "„": '"',
}
"""What a hand writes in their place, letters side by side."""

OWN_LETTERS: dict[str, tuple[Shapes, float]] = {
    "ß": (
        [
            [(2, 7), (2, -16), (4, -20), (8, -21), (11, -18), (10, -14), (7, -11)],
            [(7, -11), (11, -8), (12, -4), (9, 0), (6, 0)],
        ],
        15,
    ),
    "ø": ([[(8, -14), (3, -10), (2, -4), (6, 0), (12, -3), (13, -9), (8, -14)], [(1, 2), (14, -16)]], 16),
    "Ø": (
        [[(10, -21), (3, -16), (2, -6), (8, 0), (15, -4), (17, -14), (10, -21)], [(1, 2), (18, -23)]],
        20,
    ),
    "ł": ([[(4, -21), (4, -2), (7, 0)], [(0, -8), (8, -13)]], 9),
    "Ł": ([[(4, -21), (4, 0), (15, 0)], [(0, -8), (9, -13)]], 17),
    "đ": (
        [[(13, -21), (13, 0)], [(13, -10), (7, -13), (2, -6), (6, 0), (13, -4)], [(8, -17), (17, -17)]],
        17,
    ),
    "Đ": ([[(4, -21), (4, 0), (11, -1), (16, -8), (14, -17), (4, -21)], [(0, -11), (9, -11)]], 20),
    "ð": ([[(5, -21), (12, -12), (12, -4), (7, 0), (2, -5), (6, -12), (12, -9)], [(5, -16), (12, -20)]], 16),
    "Ð": ([[(4, -21), (4, 0), (11, -1), (16, -8), (14, -17), (4, -21)], [(0, -11), (9, -11)]], 20),
    "þ": ([[(3, -21), (3, 7)], [(3, -10), (9, -14), (13, -7), (9, 0), (3, -3)]], 16),
    "Þ": ([[(4, -21), (4, 0)], [(4, -16), (12, -16), (15, -11), (12, -6), (4, -6)]], 18),
    "ħ": ([[(3, -21), (3, 0)], [(3, -10), (8, -14), (12, -10), (12, 0)], [(0, -17), (8, -17)]], 15),
    "Ħ": ([[(4, -21), (4, 0)], [(16, -21), (16, 0)], [(4, -10), (16, -10)], [(1, -16), (19, -16)]], 20),
}
"""Letters of their own: strokes and advance."""
