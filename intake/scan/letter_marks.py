"""Marks over and under letters that stand on the paper and not in the text: engines leave those of rarer
letters out, and are sure."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from intake.page.page import Word
from intake.page.plain_text import folded
from intake.pictures.straighten import StraightPage
from intake.scan.alphabets import are_alone, languages_shown, special_letters
from intake.scan.ink_layers import Mask, as_bytes
from intake.scan.paper_lines import ruled_paper
from intake.scan.seen_words import POINTS_PER_INCH
from pact.documents import Method

_DOUBTED = 0.85
"""The score of a word with more marks on the paper than in its letters."""

_TWO_PIECES = frozenset("\u0308\u030b")  # diaeresis, double acute
_UNDER = frozenset("\u0326\u0327\u0323\u0331\u0328")  # comma, cedilla, dot, line, ogonek
_NO_PIECE = frozenset("\u0328\u031b")  # ogonek, horn: they hang on their letter
_HANGING = frozenset("gjpqyQ,;„ĳJßþƒ()[]{}/@|§$ŋµ_")
_HIGH_SIGNS = frozenset("ijĳ'’‘´`°^*:;!?%")
_HIGH_PAIRS = frozenset('"“”')
_ASCENDERS = frozenset("bdfhkl")
_OPTION_WORDS = frozenset({"both", "coordinating", "procuring", "organization", "organisation"})
"""Pens draw lines and rounds about these: what stands at their letters says nothing."""

_COMMA_BELOW = {
    sign: unicodedata.normalize("NFC", sign + ("\u0326" if sign in "SsTt" else "\u0327"))
    for sign in "GKLNRSTklnrst"
}
"""Letters under which a mark can only be this one: Latvian, Romanian."""

_CONFIRMED = 0.92  # the score of a word whose letters, marks and language agree
_GUESSED = 0.4  # below this the engine did not see the letter

# All in sizes of type, from the baseline.
_DESCENT = 0.22
_MARKS_FROM, _MARKS_FROM_AT_LEAST, _MARKS_TO = 0.5, 0.44, 1.08  # over the letters' bodies
_MARK_AT_MOST, _MARK_AT_LEAST = 0.5, 0.055  # sides of a mark
_UNDER_FROM, _UNDER_TO = 0.075, 0.3
_FILLED = 0.3  # of a mark's box
_JOINED = 0.1  # so much higher than its tall letters a word begins where a mark hangs together with a capital
_FIRST_TO, _REST_FROM = 0.5, 0.55
_SLIM_CAPITALS = frozenset("EFIJLST")  # the second letter begins before the rest does
_RUN_PX = 2
_WITH_COMMAS = frozenset({"lv", "ro"})
_NEAR = 1.7  # letters: so far off its place in the word may be reckoned


@dataclass(frozen=True, slots=True)
class _Told:
    """What else tells of a page's letters: its languages, and the plain words that a second engine read."""

    languages: Sequence[str]
    plain: frozenset[str]

    def has_but_one_like(self, text: str) -> bool:
        """Whether the plain letters were read twice, and each letter with marks can be no other."""
        special = special_letters(text)
        return bool(special) and folded(text) in self.plain and are_alone(special, self.languages)


@dataclass(frozen=True, slots=True)
class _Marks:
    """How many marks stand over the letters of a word, at least and at most; whether it begins higher than
    its tall letters are; and where something hangs under them: places from 0 (its left edge) to 1."""

    above: int = 0
    above_at_most: int = 0
    begins_high: bool = False
    under: tuple[float, ...] = ()


def with_marks_counted(
    page: StraightPage, words: Sequence[Word], second: Sequence[Word] = ()
) -> tuple[Word, ...]:
    """Return the words of a page; those with more marks on the paper than in their letters are doubted, and
    a comma under a letter that can have but one is put there.

    A word with just its marks is believed more where a ``second`` reading has the same plain letters, and
    the page's language but one letter of the kind for each of those with marks.
    """
    strokes = ruled_paper(page).strokes
    read = (letter for word in words if word.method is Method.OCR for letter in special_letters(word.text))
    languages = languages_shown(read)
    told = _Told(languages, frozenset(folded(word.text) for word in second))
    return tuple(_counted(page, strokes, word, told) for word in words)


def marks_above(text: str) -> int:
    """Return how many pieces of ink stand over the bodies of the letters, dots and apostrophes among them."""
    count = sum((sign in _HIGH_SIGNS) + 2 * (sign in _HIGH_PAIRS) for sign in text)
    for sign in text:
        base, marks = _taken_apart(sign)
        count += base in "ij" and bool(marks) and _UNDER.issuperset(marks)  # these keep their dot
        for mark in marks:
            if mark in _UNDER:
                count += base == "g"  # the comma of a Latvian g stands over it
            elif mark not in _NO_PIECE:
                count += 2 if mark in _TWO_PIECES else 1
    return count


def _hangs(sign: str) -> bool:
    """Whether it reaches below the line, by itself or by what is under it."""
    base, marks = _taken_apart(sign)
    return sign in _HANGING or base in _HANGING or any(mark in _UNDER for mark in marks)


def _taken_apart(sign: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", sign)
    return parts[0], parts[1:]


def _counted(page: StraightPage, strokes: Mask, word: Word, told: _Told) -> Word:
    is_value = word.method is Method.OCR and folded(word.text) not in _OPTION_WORDS
    if not is_value or sum(sign.isalpha() for sign in word.text) < 2:
        return word
    marks = _marks_on(page, strokes, word)
    under = [place for place in marks.under if not _is_hanging_near(word.text, place)]
    is_joined = marks.begins_high and _is_plain_before_tall(word.text)
    if marks.above <= marks_above(word.text) and not under and not is_joined:
        is_confirmed = marks.above_at_most >= marks_above(word.text) and told.has_but_one_like(word.text)
        score = max(word.score, _CONFIRMED) if is_confirmed and word.score >= _GUESSED else word.score
        return replace(word, score=score)
    has_commas = bool(_WITH_COMMAS & set(told.languages))
    text = _with_comma(word.text, under[0], anywhere=has_commas) if len(under) == 1 else word.text
    return replace(word, text=text, score=min(word.score, _DOUBTED))


def _is_hanging_near(text: str, place: float) -> bool:
    """Whether a letter that reaches below the line stands so near that its foot may be what is there."""
    return any(_hangs(sign) and abs(place * len(text) - at - 0.5) < _NEAR for at, sign in enumerate(text))


def _is_plain_before_tall(text: str) -> bool:
    rest = text[2:] if text[0] in _SLIM_CAPITALS else text[1:]
    return text[0].isascii() and text[0].isupper() and any(sign in _ASCENDERS for sign in rest)


def _with_comma(text: str, place: float, *, anywhere: bool) -> str:
    """Return the text with a comma under the letter there; as it is where that letter can have none, or is no
    capital and no other letter shows a language that has such commas."""
    at = min(int(place * len(text)), len(text) - 1)
    near = [i for i in (at, at - 1, at + 1) if 0 <= i < len(text) and text[i] in _COMMA_BELOW]
    near = [i for i in near if anywhere or (i == 0 and text[i].isupper())]
    if not near:
        return text
    return text[: near[0]] + _COMMA_BELOW[text[near[0]]] + text[near[0] + 1 :]


def _marks_on(page: StraightPage, strokes: Mask, word: Word) -> _Marks:
    scale = page.dpi / POINTS_PER_INCH
    size = word.size_pt * scale
    base = page.gray.shape[0] - (word.box[1] + _DESCENT * word.size_pt) * scale
    left, right = max(0, int(word.box[0] * scale) - 1), int(word.box[2] * scale) + 2
    top, bottom = max(0, int(base - _MARKS_TO * size)), max(0, int(base + 0.4 * size))
    patch = strokes[top:bottom, left:right]
    if min(patch.shape) < 4:
        return _Marks()
    first, last = round(base + _UNDER_FROM * size) + 1 - top, int(base + _UNDER_TO * size) - top
    below = patch[first:last]
    # What goes on below every letter is a streak that the scanner left, or the line of a form.
    below = np.where((patch[-2:] > 0).any(axis=0), 0, below).astype(np.uint8)
    begins_high = _begins_high(patch[: max(1, int(base - top))], size)
    # Thin strokes break by a pixel or two; most marks are further away from their letters.
    whole = as_bytes(cv2.morphologyEx(patch, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)))
    least = _pieces_above(whole, base - top - _MARKS_FROM * size, size)
    most = _pieces_above(patch, base - top - _MARKS_FROM_AT_LEAST * size, size)
    return _Marks(least, max(least, most), begins_high, _runs_in(below))


def _begins_high(patch: Mask, size: float) -> bool:
    first, rest = patch[:, : int(_FIRST_TO * size)], patch[:, int(_REST_FROM * size) :]
    tops = [np.flatnonzero((part > 0).any(axis=1)) for part in (first, rest)]
    return all(len(rows) for rows in tops) and bool(tops[1][0] - tops[0][0] > _JOINED * size)


def _pieces_above(patch: Mask, row: float, size: float) -> int:
    """Return how many small pieces stand wholly above the row, and wholly in the patch."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(patch, connectivity=8)
    found = 0
    for left, top, wide, high, area in stats[1:]:
        is_cut = left == 0 or top == 0 or left + wide == patch.shape[1]
        short, long = sorted((wide, high))
        is_mark = short >= _MARK_AT_LEAST * size and long <= _MARK_AT_MOST * size
        if not is_cut and is_mark and area >= _FILLED * wide * high:
            found += top + high < row
    return found


def _runs_in(band: Mask) -> tuple[float, ...]:
    """Return the middles of the stretches with ink, as shares of the band's width; one at its edge belongs to
    a neighbour."""
    inked = np.concatenate([[0], (band > 0).any(axis=0).astype(np.int8), [0]])
    steps = np.diff(inked)
    runs = zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1), strict=True)
    width = band.shape[1]
    return tuple(
        float(start + end) / 2 / width
        for start, end in runs
        if end - start >= _RUN_PX and start > 0 and end < width
    )
