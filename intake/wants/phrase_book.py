"""Phrases of many languages looked for in a text all at once, in time linear in its length.

A phrase is words, some apart by a gap: "withdraw* .. our/my application". A star ends a stem,
strokes part alternatives; "_" passes over two words at most, ".." over five, "..." over twenty;
"?" stands for the end of a question. Words are compared folded, and a phrase never reaches from
one sentence into the next.

Each word of a text is a bit of a whole number, so that one phrase costs a few operations on
numbers as long as the text has words, whatever a hostile text repeats.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from intake.page.plain_text import folded

GAPS = {"_": 2, "..": 5, "...": 20}
"""How many words each sign for a gap may pass over."""

_WORD = re.compile(r"[^\W_]+|\?")
_BARRIER = max(GAPS.values()) + 2
_SHORTEST_STEM = 2
_MOST_ENDS = 20


def words_in(text: str) -> list[str]:
    """Return the folded words of a text, "?" as a word of its own; "don't" is "do" and "not"."""
    return _WORD.findall(folded(text).replace("n't", " not"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase taken apart: the alternatives of each word, and the gap allowed before it."""

    written: str
    steps: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def words(self) -> frozenset[str]:
        """Every word and stem that occurs in it, as a step of its own or as one of several."""
        return frozenset(word for _, step in self.steps for word in step)


def phrase_of(written: str) -> Phrase:
    """Return a phrase taken apart."""
    steps: list[tuple[int, tuple[str, ...]]] = []
    gap = 0
    for piece in written.split():
        if piece in GAPS:
            gap = GAPS[piece]
            continue
        if "/" in piece or "*" in piece:
            steps.append((gap, tuple(folded(word) for word in piece.split("/"))))
        else:
            words = words_in(piece)
            steps.append((gap, (words[0],)))
            steps.extend((0, (word,)) for word in words[1:])
        gap = 0
    return Phrase(written, tuple(steps))


class MarkedWords:
    """The words of some sentences, each a bit of a number; sentences lie farther apart than any gap."""

    def __init__(self, sentences: Iterable[Sequence[str]], stems: frozenset[str]) -> None:
        self._bits: dict[str, int] = {}
        self._starts: list[int] = []
        by_word: dict[str, list[int]] = {}
        place = 0
        for words in sentences:
            self._starts.append(place)
            for word in words:
                by_word.setdefault(word, []).append(place)
                place += 1
            place += _BARRIER
        for word, places in by_word.items():
            bits = _number_of(places, place)
            for key in (word, *_stems_of(word, stems)):
                self._bits[key] = self._bits.get(key, 0) | bits

    def ends_of(self, phrase: Phrase) -> Iterator[tuple[int, int]]:
        """Yield where the phrase first ends, at most twenty times: number of the sentence, of its word."""
        state = self._reached(phrase)
        for _ in range(_MOST_ENDS):
            if not state:
                return
            lowest = state & -state
            place = lowest.bit_length() - 1
            number = self._sentence_at(place)
            yield number, place - self._starts[number]
            state ^= lowest

    def _reached(self, phrase: Phrase) -> int:
        state = -1
        for gap, alternatives in phrase.steps:
            bits = 0
            for word in alternatives:
                bits |= self._bits.get(word, 0)
            if not bits:
                return 0
            state = bits if state == -1 else bits & _passed_on(state, gap)
            if not state:
                return 0
        return state

    def _sentence_at(self, place: int) -> int:
        low, high = 0, len(self._starts) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._starts[middle] <= place else (low, middle - 1)
        return low


def _passed_on(state: int, gap: int) -> int:
    """Return all places that may follow: the next one, and those behind up to ``gap`` further words."""
    following = state << 1
    for _ in range(gap):
        following |= following << 1
    return following


def _number_of(places: Sequence[int], size: int) -> int:
    """Return the number whose bits are the places; by bytes, since adding bit by bit is quadratic."""
    row = bytearray(size // 8 + 1)
    for place in places:
        row[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(row, "little")


def _stems_of(word: str, known: frozenset[str]) -> Iterator[str]:
    for length in range(_SHORTEST_STEM, min(len(word), 20) + 1):
        stem = word[:length] + "*"
        if stem in known:
            yield stem
