"""First letters that the recogniser takes for others of nearly the same form: told apart by their ink."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from intake.page.page import Word
from intake.pictures.straighten import StraightPage
from intake.scan.ink_layers import Mask
from intake.scan.paper_lines import ruled_paper
from intake.scan.seen_words import POINTS_PER_INCH
from pact.documents import Method

_DOUBTED = 0.85
_ICELANDIC = re.compile(r"[ðþÐÞ]|d[oó]ttir\b|f[eé]lag|sveitar", re.IGNORECASE)
_MAYBE_THORN = re.compile(r"[Pp][a-zà-ÿ]{2,}")
_NO_THORN = frozenset({"participation", "pact", "procuring", "place", "position", "page"})
_ESTONIAN = re.compile(r"[õÕ]")
_MAYBE_TILDE = re.compile(r"Ö[a-zà-ÿ]")

# In sizes of type.
_DESCENT, _HIGHEST, _LOWEST = 0.22, 1.1, 0.1
_CAPITAL = 0.55  # no capital is lower
_BOWL_FROM_TOP = 0.085  # of a letter's height: there a P has its bowl, and a thorn its bare stem
_BOWL = (0.35, 0.6)
_BARE = 0.62  # of the bowl's width: the stem and its serif are narrower
_TILDE = (0.25, 1.5)  # so wide, in sizes of type, and so many times as wide as it is high


@dataclass(frozen=True, slots=True)
class _Initial:
    """The first letter's own ink, cut out, and the (width, height) of each mark over it, in sizes of type."""

    ink: Mask
    marks: tuple[tuple[float, float], ...]


def with_initials_told(page: StraightPage, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with Þ where one was read as P on an Icelandic page, and on a page with other tildes Õ
    where the mark over an Ö is one stroke; both are doubted."""
    read = " ".join(word.text for word in words if word.method is Method.OCR)
    icelandic, estonian = bool(_ICELANDIC.search(read)), bool(_ESTONIAN.search(read))
    if not (icelandic or estonian):
        return tuple(words)
    strokes = ruled_paper(page).strokes
    return tuple(_told(page, strokes, word, icelandic=icelandic, estonian=estonian) for word in words)


def _told(page: StraightPage, strokes: Mask, word: Word, *, icelandic: bool, estonian: bool) -> Word:
    maybe_thorn = icelandic and _MAYBE_THORN.match(word.text) and word.text.lower() not in _NO_THORN
    maybe_tilde = estonian and _MAYBE_TILDE.match(word.text)
    if word.method is not Method.OCR or not (maybe_thorn or maybe_tilde):
        return word
    initial = _initial(page, strokes, word)
    if initial is None:
        return word
    if maybe_thorn and _has_bare_top(initial.ink):
        return replace(word, text="Þ" + word.text[1:], score=min(word.score, _DOUBTED))
    if maybe_tilde and _is_tilde(initial.marks):
        return replace(word, text="Õ" + word.text[1:], score=min(word.score, _DOUBTED))
    return word


def _initial(page: StraightPage, strokes: Mask, word: Word) -> _Initial | None:
    """Return the leftmost letter; None where the word begins with none as high as a capital."""
    scale = page.dpi / POINTS_PER_INCH
    size = word.size_pt * scale
    base = page.gray.shape[0] - (word.box[1] + _DESCENT * word.size_pt) * scale
    top, bottom = max(0, int(base - _HIGHEST * size)), max(0, int(base + _LOWEST * size))
    left = max(0, int(word.box[0] * scale - 0.15 * size))
    patch = strokes[top:bottom, left : int(word.box[2] * scale)]
    if min(patch.shape) < 4:
        return None
    _, labels, stats, _ = cv2.connectedComponentsWithStats(patch, connectivity=8)
    tall = [n for n in range(1, len(stats)) if stats[n, 3] >= _CAPITAL * size and stats[n, 0] < size]
    if not tall:
        return None
    first = min(tall, key=lambda n: int(stats[n, 0]))
    x, y, wide, high, _ = (int(side) for side in stats[first])
    ink = np.where(labels[y : y + high, x : x + wide] == first, 255, 0).astype(np.uint8)
    marks = [
        (float(w / size), float(h / size))
        for n, (at, over, w, h, _) in enumerate(stats)
        if n not in (0, first) and x - 1 <= at + w / 2 <= x + wide + 1 and over + h <= y + 2
    ]
    return _Initial(ink, tuple(marks))


def _has_bare_top(ink: Mask) -> bool:
    """Whether the letter's top is its stem alone, with the bowl beginning further down."""
    high = ink.shape[0]
    top = ink[: max(1, round(_BOWL_FROM_TOP * high))]
    bowl = ink[round(_BOWL[0] * high) : round(_BOWL[1] * high)]
    return _reach(top) < _BARE * _reach(bowl)


def _reach(rows: Mask) -> int:
    """Return how far to the right the ink of these rows goes, in pixels."""
    inked = np.flatnonzero((rows > 0).any(axis=0))
    return int(inked[-1]) + 1 if len(inked) else 0


def _is_tilde(marks: Sequence[tuple[float, float]]) -> bool:
    return len(marks) == 1 and marks[0][0] >= _TILDE[0] and marks[0][0] >= _TILDE[1] * marks[0][1]
