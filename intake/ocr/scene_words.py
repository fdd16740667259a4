"""Words from what a recogniser says of one line: its characters, and the columns where it saw them."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

# The recogniser says nearly every space itself (3,657 of 3,689 in eight faces; the rest beside slashes),
# but leaves some out before a capital. There the paper between two words is at least so wide, as a share
# of the height of the line's crop, and so many times as wide as between its letters.
_GAP_BEFORE_CAPITAL = 0.11
_CAPITAL_BEYOND_LETTERS = 1.6
_DOTS_FOR_SPACES = "\u00b7\u2022\u2219\u30fb"


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

    Where much bare paper lies before a capital there are two words, whether a space was said or not.
    """
    ink = _columns_with_ink(crop)
    runs = _runs(line, ink, crop.shape[0])
    words = []
    for index, run in enumerate(runs):
        before = line.middles[runs[index - 1][-1]] if index else 0.0
        after = line.middles[runs[index + 1][0]] if index + 1 < len(runs) else float(crop.shape[1])
        left, right = _extent(ink, line.middles[run[0]], line.middles[run[-1]], (before, after))
        text = "".join(line.text[at] for at in run)
        words.append(CropWord(text, left, right, min(line.scores[at] for at in run)))
    return words


def _runs(line: SeenLine, ink: NDArray[np.bool_], height: int) -> list[list[int]]:
    """Return the places of each word's characters in the line."""
    places = [at for at in range(len(line.text)) if not _is_space(line.text, at)]
    pairs = list(pairwise(places))
    gaps = [_widest_gap(ink, line.middles[one], line.middles[other]) / height for one, other in pairs]
    wide = max(_GAP_BEFORE_CAPITAL, _CAPITAL_BEYOND_LETTERS * float(np.median(gaps or [0.0])))
    runs = [places[:1]] if places else []
    for (one, other), gap in zip(pairs, gaps, strict=True):
        is_before_capital = line.text[one].islower() and line.text[other].isupper()
        if other > one + 1 or (is_before_capital and gap >= wide):
            runs.append([])
        runs[-1].append(other)
    return runs


def _is_space(text: str, at: int) -> bool:
    """Whether it is a space, or a dot in the middle that was seen for one ("Alle·Steden", not "col·legi")."""
    if text[at] not in _DOTS_FOR_SPACES:
        return text[at].isspace()
    return text[at - 1 : at].islower() and text[at + 1 : at + 2].isupper()


def _widest_gap(ink: NDArray[np.bool_], start: float, end: float) -> int:
    widest = width = 0
    for inked in ink[int(start) : int(end) + 1]:
        width = 0 if inked else width + 1
        widest = max(widest, width)
    return widest


def _extent(
    ink: NDArray[np.bool_], first: float, last: float, neighbours: tuple[float, float]
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
    """Return which columns of the crop hold ink darker than its paper, where no line runs below it."""
    height = crop.shape[0]
    band = crop[height // 8 : max(height // 8 + 1, height * 3 // 4)]
    gray = band if band.ndim == 2 else band.min(axis=2)
    paper, darkest = np.percentile(gray, 80), np.percentile(gray, 1)
    return np.asarray((gray < (paper + darkest) / 2).any(axis=0), dtype=np.bool_)
