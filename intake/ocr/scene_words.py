"""Words from what a recogniser says of one line: its characters, and the columns where it saw them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_GAP_OF_ADVANCES = 1.45  # two characters that far apart, in advances of their line, may be two words
_GAP_OF_HEIGHT = 0.16  # the paper between two words is at least that wide, in heights of the line's crop


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One line as recognised. ``middles`` and ``scores`` are those of every character, spaces among
    them; a middle is where the character stands on the crop of the line, in pixels from its left."""

    text: str
    middles: tuple[float, ...]
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CropWord:
    """A word on the crop of its line; ``score`` is that of its least sure character."""

    text: str
    left: float
    right: float
    score: float


def words_on_crop(line: SeenLine, crop: NDArray[np.uint8]) -> list[CropWord]:
    """Return the line's words from left to right.

    A recogniser leaves spaces out between words that stand close: where two characters are far apart
    and bare paper lies between them, they are two words, whether it said a space or not.
    """
    ink = _columns_with_ink(crop)
    runs = _runs(line, ink, crop.shape[0])
    words = []
    for index, run in enumerate(runs):
        before = line.middles[runs[index - 1][-1]] if index else 0.0
        after = line.middles[runs[index + 1][0]] if index + 1 < len(runs) else float(crop.shape[1])
        left, right = _extent(ink, line.middles[run[0]], line.middles[run[-1]], (before, after), line.middles)
        text = "".join(line.text[at] for at in run)
        words.append(CropWord(text, left, right, min(line.scores[at] for at in run)))
    return words


def _runs(line: SeenLine, ink: NDArray[np.bool_], height: int) -> list[list[int]]:
    """Return the places of each word's characters in the line."""
    advance = _advance(line)
    runs: list[list[int]] = []
    previous: int | None = None
    for at, sign in enumerate(line.text):
        if sign.isspace():
            previous = None
            continue
        if previous is None or _is_apart(line, previous, at, advance, ink, height):
            runs.append([])
        runs[-1].append(at)
        previous = at
    return runs


def _advance(line: SeenLine) -> float:
    """Return the usual distance between the middles of neighbouring characters."""
    steps = [
        line.middles[at + 1] - line.middles[at]
        for at in range(len(line.text) - 1)
        if not line.text[at].isspace() and not line.text[at + 1].isspace()
    ]
    return float(np.median(steps)) if steps else 0.0


def _is_apart(
    line: SeenLine, one: int, other: int, advance: float, ink: NDArray[np.bool_], height: int
) -> bool:  # fmt: skip
    start, end = line.middles[one], line.middles[other]
    if end - start < _GAP_OF_ADVANCES * advance:
        return False
    return _widest_gap(ink, start, end) >= _GAP_OF_HEIGHT * height


def _widest_gap(ink: NDArray[np.bool_], start: float, end: float) -> int:
    widest = width = 0
    for inked in ink[int(start) : int(end) + 1]:
        width = 0 if inked else width + 1
        widest = max(widest, width)
    return widest


def _extent(
    ink: NDArray[np.bool_],
    first: float,
    last: float,
    neighbours: tuple[float, float],
    middles: Sequence[float],
) -> tuple[float, float]:
    """Return where the word's ink begins and ends, between the characters before and after it."""
    inked = np.flatnonzero(ink)
    low = _edge_of_gap(ink, neighbours[0], first, towards_word=True)
    high = _edge_of_gap(ink, last, neighbours[1], towards_word=False)
    inside = inked[(inked >= low) & (inked <= high)]
    if not len(inside):
        return first, last + 1.0
    return float(inside[0]), float(inside[-1]) + 1.0


def _edge_of_gap(ink: NDArray[np.bool_], start: float, end: float, *, towards_word: bool) -> float:
    """Return the edge of the widest bare stretch between two places, on the word's side."""
    best, best_width, begin = (start + end) / 2, 0, int(start)
    stop = min(int(end) + 1, len(ink))
    for column in range(int(start), stop + 1):
        if column < stop and not ink[column]:
            continue
        if column - begin > best_width:
            best_width = column - begin
            best = float(column) if towards_word else float(begin)
        begin = column + 1
    return best


def _columns_with_ink(crop: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return which columns of the crop hold ink darker than its paper."""
    gray = crop if crop.ndim == 2 else crop.min(axis=2)
    paper, darkest = np.percentile(gray, 80), np.percentile(gray, 1)
    return np.asarray((gray < (paper + darkest) / 2).any(axis=0), dtype=np.bool_)
