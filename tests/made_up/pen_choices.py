"""How people mark a printed role with a pen: ticks, crosses, circles, lines, and marks that contradict."""

import math
from collections.abc import Callable
from random import Random

from made_up.pen_ink import Stroke
from made_up.printed_forms import Option, Rect

Drawer = Callable[[Random, Rect], list[Stroke]]


def pen_marks_for(set_name: str, *, has_boxes: bool) -> tuple[str, ...]:
    """Return the styles of a set that choose one role, for blocks with or without boxes to tick."""
    own = DEVELOPMENT_MARKS if set_name == "development" else HELD_OUT_MARKS
    return own[has_boxes]


def marked_by_pen(rng: Random, style: str, options: list[Option], chosen: int) -> list[Stroke]:
    """Return the strokes that mark option ``chosen`` in ``style``, a key of ON_CHOSEN or OFF_OTHERS."""
    if style in OFF_OTHERS:
        others = [option for place, option in enumerate(options) if place != chosen]
        return [stroke for option in others for stroke in OFF_OTHERS[style](rng, option.words)]
    option = options[chosen]
    aim = option.box if style.startswith("pen_box") and option.box else option.words
    return ON_CHOSEN[style](rng, aim)


def contradicting(rng: Random, style: str, options: list[Option]) -> list[Stroke]:
    """Return the strokes of a style of CONTRADICTIONS: more than one role, or one both chosen and struck."""
    first, second = rng.sample(range(3), 2)
    if style == "pen_circle_and_strike":
        return [*_circle(rng, options[first].words), *_strike(rng, options[first].words)]
    chosen = range(3) if style == "pen_all_ticked" else sorted((first, second))
    strokes: list[Stroke] = []
    for place in chosen:
        option = options[place]
        strokes += _box_tick(rng, option.box) if option.box else _tick(rng, option.words)
    return strokes


CONTRADICTIONS = ("pen_two_ticks", "pen_circle_and_strike", "pen_all_ticked")


def _tick(rng: Random, words: Rect) -> list[Stroke]:
    left, top, right, bottom = words
    high = (bottom - top) * rng.uniform(1.1, 1.9)
    # Some aim at the word's beginning, some at its middle.
    x = left + rng.choice((-0.4, -0.2, 0.3)) * high if rng.random() < 0.75 else (left + right) / 2
    return [_check(rng, x, bottom - high * 0.1, high)]


def _tick_behind(rng: Random, words: Rect) -> list[Stroke]:
    high = (words[3] - words[1]) * rng.uniform(1.1, 1.6)
    return [_check(rng, words[2] + 1, words[3], high)]


def _check(rng: Random, x: float, y: float, high: float) -> Stroke:
    low = (x + high * rng.uniform(0.2, 0.35), y + high * rng.uniform(0, 0.1))
    end = (x + high * rng.uniform(0.8, 1.2), y - high * rng.uniform(0.75, 1.0))
    bend = (low[0] + (end[0] - low[0]) * 0.45, low[1] + (end[1] - low[1]) * rng.uniform(0.5, 0.65))
    return [(x, y - high * rng.uniform(0.25, 0.4)), low, bend, end]


def _cross(rng: Random, words: Rect) -> list[Stroke]:
    left, top, _, bottom = words
    high = bottom - top
    x = left - high * rng.uniform(0.2, 0.7)
    return _two_strokes(rng, (x - high * 0.5, top - 1, x + high * 0.5, bottom + 1))


def _two_strokes(rng: Random, rect: Rect) -> list[Stroke]:
    left, top, right, bottom = rect

    def shaken(x: float, y: float) -> tuple[float, float]:
        return x + rng.uniform(-1, 1), y + rng.uniform(-1, 1)

    return [
        [shaken(left, top), shaken((left + right) / 2, (top + bottom) / 2), shaken(right, bottom)],
        [shaken(right, top), shaken((left + right) / 2, (top + bottom) / 2), shaken(left, bottom)],
    ]


def _circle(rng: Random, words: Rect) -> list[Stroke]:
    return [_ring(rng, words, spare=(rng.uniform(3, 7), rng.uniform(2, 5)))]


def _loose_circle(rng: Random, words: Rect) -> list[Stroke]:
    # Drawn in a hurry: it leans, runs over the neighbours and does not close.
    return [_ring(rng, words, spare=(rng.uniform(0, 12), rng.uniform(1, 8)), turns=rng.uniform(0.85, 0.97))]


def _ring(rng: Random, words: Rect, *, spare: tuple[float, float], turns: float = 0) -> Stroke:
    left, top, right, bottom = words
    x, y = (left + right) / 2 + rng.uniform(-2, 2), (top + bottom) / 2 + rng.uniform(-1.5, 1.5)
    wide, tall = (right - left) / 2 + spare[0], (bottom - top) / 2 + spare[1]
    start, lean = rng.uniform(3.4, 5.2), rng.uniform(-0.04, 0.04)
    turns = turns or rng.uniform(1.02, 1.2)
    line = []
    for step in range(49):
        angle = start + turns * 2 * math.pi * step / 48
        grown = 1 + 0.06 * step / 48 + 0.03 * math.sin(angle * 2 + start)
        dx, dy = wide * grown * math.cos(angle), tall * grown * math.sin(angle)
        line.append((x + dx, y + dy + dx * lean))
    return line


def _underline(rng: Random, words: Rect) -> list[Stroke]:
    return [_line_at(rng, words, words[3] + rng.uniform(0.5, 2.5))]


def _double_underline(rng: Random, words: Rect) -> list[Stroke]:
    return [_line_at(rng, words, words[3] + 0.8), _line_at(rng, words, words[3] + 3.2)]


def _strike(rng: Random, words: Rect) -> list[Stroke]:
    return [_line_at(rng, words, (words[1] + words[3]) / 2 + rng.uniform(-1, 1.5))]


def _scribble_out(rng: Random, words: Rect) -> list[Stroke]:
    left, top, right, bottom = words
    line, x, is_up = [], left - 1, True
    while x < right + 2:
        line.append((x, (top if is_up else bottom) + rng.uniform(-1, 1)))
        x, is_up = x + rng.uniform(2.5, 6), not is_up
    return [line]


def _line_at(rng: Random, words: Rect, y: float) -> Stroke:
    left, right = words[0] - rng.uniform(-3, 3), words[2] + rng.uniform(-4, 5)
    rise, bow = rng.uniform(-2, 1.5), rng.uniform(-1.2, 1.2)
    return [
        (left + (right - left) * part / 8, y + rise * part / 8 + bow * math.sin(part / 8 * math.pi))
        for part in range(9)
    ]


def _box_tick(rng: Random, box: Rect) -> list[Stroke]:
    high = (box[3] - box[1]) * rng.uniform(0.9, 1.6)
    return [_check(rng, box[0] + rng.uniform(-1, 2), box[3] - 1, high)]


def _box_cross(rng: Random, box: Rect) -> list[Stroke]:
    over = rng.uniform(-1, 2.5)
    return _two_strokes(rng, (box[0] - over, box[1] - over, box[2] + over, box[3] + over))


def _box_fill(rng: Random, box: Rect) -> list[Stroke]:
    left, top, right, bottom = box
    line, y = [], top + 0.5
    while y < bottom:
        line += [(left + rng.uniform(-0.5, 1), y), (right + rng.uniform(-1, 0.5), y + 0.4)]
        y += rng.uniform(0.7, 1.1)
    return [line]


ON_CHOSEN: dict[str, Drawer] = {
    "pen_tick": _tick,
    "pen_tick_behind": _tick_behind,
    "pen_cross": _cross,
    "pen_circle": _circle,
    "pen_loose_circle": _loose_circle,
    "pen_underline": _underline,
    "pen_double_underline": _double_underline,
    "pen_box_tick": _box_tick,
    "pen_box_cross": _box_cross,
    "pen_box_fill": _box_fill,
}
"""What a pen does to the chosen role."""

OFF_OTHERS: dict[str, Drawer] = {"pen_strike_others": _strike, "pen_scribble_others": _scribble_out}
"""What a pen does to the roles that are not chosen."""

_PLAIN = ("pen_tick", "pen_cross", "pen_circle", "pen_circle", "pen_underline", "pen_strike_others")
_BOXES = ("pen_box_tick", "pen_box_cross", "pen_box_cross", "pen_circle", "pen_strike_others")
_MORE = ("pen_tick_behind", "pen_loose_circle", "pen_double_underline", "pen_scribble_others")
DEVELOPMENT_MARKS = {False: _PLAIN, True: _BOXES}
HELD_OUT_MARKS = {False: (*_PLAIN, *_MORE), True: (*_BOXES, "pen_box_fill", "pen_loose_circle")}
