"""Two engines on the same words: where they agree both are believed more, where not the word is doubted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from intake.page.page import Word, box_around, lines_of
from intake.page.plain_text import folded
from pact.documents import BoxPt


class Agreement(IntEnum):
    """What the second engine says of a word of the first."""

    UNSEEN = 0  # it saw nothing there
    OTHERWISE = 1
    LETTERS = 2  # the same plain letters; of others it knows less
    EXACTLY = 3


_CONFIRMS = 0.9  # of the doubt in a word: so much a second engine takes away that is wholly sure of the same
_SURE_SECOND = 0.75  # below this score the second engine's disagreement means little
_SPACE = 0.2  # of a size of type: no face has narrower spaces between words
_SPACE_IN_NUMBER = 0.5
_TORN = 0.85  # the score of a number that may go on with the one before it
_OVERRULED = 0.3  # the least doubt in a word that the second engine surely reads otherwise


@dataclass(frozen=True, slots=True)
class _Character:
    """One character of a run of words: as compared, as printed, and whose it is."""

    flat: str
    printed: str
    word: int


def compared(words: Sequence[Word], second: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with scores that say what a second reading makes of them.

    Where the two part the same letters otherwise, the second engine is followed: it knows better where
    one word ends.
    """
    result: list[Word] = []
    for line in lines_of(words):
        beside = _beside(box_around(w.box for w in line), second)
        result.extend(_line_compared(line, beside))
    return tuple(result)


def _beside(box: BoxPt, second: Sequence[Word]) -> list[Word]:
    """Return the second engine's words on that line, from left to right."""
    middle, reach = (box[1] + box[3]) / 2, 0.4 * (box[3] - box[1])
    found = [w for w in second if abs(w.middle_y - middle) < reach and _reaches_into(w.box, box)]
    return sorted(found, key=lambda w: w.box[0])


def _reaches_into(one: BoxPt, other: BoxPt) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.3 * (one[2] - one[0])


def _line_compared(line: Sequence[Word], beside: Sequence[Word]) -> list[Word]:
    first, other = _characters(line), _characters(beside)
    same = _pairs(first, other)
    result: list[Word] = []
    last_seen: int | None = None  # which word of the second engine the word before ended in
    for index, word in enumerate(line):
        own = [at for at, c in enumerate(first) if c.word == index]
        near = [w for w in beside if _reaches_into(w.box, word.box) or _reaches_into(word.box, w.box)]
        said = _agreement(own, same, first, other) if near else Agreement.UNSEEN
        agreed = [other[same[at]].word for at in own if at in same] if said >= Agreement.LETTERS else []
        parts = _parted(word, own, same, other, beside) if agreed else [word]
        parts = [replace(part, score=_score(word, said, near)) for part in parts]
        if agreed and agreed[0] == last_seen and _may_be_one(result[-1], parts[0]):
            parts[0] = _as_one(result.pop(), parts[0])
        elif result and (last_seen is None or not agreed) and _is_torn_number(result[-1], parts[0]):
            parts[0] = replace(parts[0], score=min(parts[0].score, _TORN))
        result.extend(parts)
        last_seen = agreed[-1] if agreed else None
    return result


def _may_be_one(left: Word, right: Word) -> bool:
    """Whether no space stands between the two that is as wide as print has them; a slim 1 leaves more."""
    most = _SPACE_IN_NUMBER if _joins_digits(left, right) else _SPACE
    return not right.glued and right.box[0] - left.box[2] < most * right.size_pt


def _is_torn_number(left: Word, right: Word) -> bool:
    """Whether two numbers stand so close that they may be one, as the day 16 is that was parted."""
    return _joins_digits(left, right) and right.box[0] - left.box[2] < _SPACE_IN_NUMBER * right.size_pt


def _joins_digits(left: Word, right: Word) -> bool:
    return not right.glued and left.text[-1:].isdigit() and right.text[:1].isdigit()


def _as_one(left: Word, right: Word) -> Word:
    box = box_around((left.box, right.box))
    return replace(left, text=left.text + right.text, box=box, score=min(left.score, right.score))


def _characters(words: Sequence[Word]) -> list[_Character]:
    found = []
    for index, word in enumerate(words):
        for sign in word.text:
            if sign.isalnum():
                found.append(_Character(folded(sign)[:1] or sign, sign, index))
    return found


def _pairs(first: Sequence[_Character], other: Sequence[_Character]) -> dict[int, int]:
    """Return which character of the second reading stands for which of the first, letters alike."""
    pairs: dict[int, int] = {}
    codes = Levenshtein.opcodes([c.flat for c in first], [c.flat for c in other])
    for code in codes:
        if code.tag == "equal":
            length = code.src_end - code.src_start
            pairs.update((code.src_start + i, code.dest_start + i) for i in range(length))
    return pairs


def _agreement(
    own: Sequence[int], same: dict[int, int], first: Sequence[_Character], other: Sequence[_Character]
) -> Agreement:
    """Return what the second engine makes of one word. Letters with accents it need not know."""
    plain = [at for at in own if first[at].printed.isascii()]
    if not plain:
        return Agreement.UNSEEN
    if any(at not in same for at in plain):
        return Agreement.OTHERWISE
    for one, next_one in pairwise(plain):
        steps, seen = next_one - one, same[next_one] - same[one]
        if seen != steps and (steps == 1 or not 1 <= seen <= steps + 1):
            return Agreement.OTHERWISE
    exactly = all(at in same and first[at].printed == other[same[at]].printed for at in own)
    return Agreement.EXACTLY if exactly else Agreement.LETTERS


def _score(word: Word, said: Agreement, near: Sequence[Word]) -> float:
    """Return the word's score with what the second engine says.

    Dust and blots mislead both engines alike: an agreement is worth what the second one's own score is.
    Of accents it knows too little for its letters to confirm them.
    """
    doubt = 1 - word.score
    surely = min((w.score for w in near), default=0.0)
    if said is Agreement.EXACTLY:
        doubt *= 1 - _CONFIRMS * surely
    elif said is Agreement.OTHERWISE:
        doubt *= 2
        doubt = max(doubt, _OVERRULED) if surely >= _SURE_SECOND else doubt
    return max(0.0, 1 - doubt)


def _parted(
    word: Word,
    own: Sequence[int],
    same: dict[int, int],
    other: Sequence[_Character],
    beside: Sequence[Word],
) -> list[Word]:
    """Return the word in the parts that the second engine sees, where letters run on in the first."""
    if any(at not in same for at in own):
        return [word]
    owners = [other[same[at]].word for at in own]
    cuts = [i for i in range(1, len(owners)) if owners[i] != owners[i - 1] and not beside[owners[i]].glued]
    letters = [at for at, sign in enumerate(word.text) if sign.isalnum()]
    starts = [0, *(letters[i] for i in cuts if letters[i] == letters[i - 1] + 1)]
    if len(starts) == 1 or len(letters) != len(own):
        return [word]
    left, bottom, right, top = word.box
    step = (right - left) / len(word.text)
    parts = []
    for start, end in zip(starts, [*starts[1:], len(word.text)], strict=True):
        box = (left + start * step, bottom, left + end * step, top)
        parts.append(replace(word, text=word.text[start:end], box=box, glued=word.glued and start == 0))
    return parts
