"""How far a passage says what a question names: each notion met or not, weighed by how telling it is."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pact.library_documents import Viewer
from storage.library.glossary import Stems
from storage.library.index_search import Candidate, LibraryIndex
from storage.library.index_words import stem_of
from storage.library.question import Notion, Question

_PARTLY = 0.4
_MET = 0.8
_LETTER = re.compile(r"(?<![\w.'’-])([A-Z]\d{0,2})(?![\w'’-]|\.\w)")
_SHARES = re.compile(
    r"%|\b(?:percent\w*|share|aandeel|procent|anteil|prozent\w*|part|pourcentage|taux|andel|prosent|porcentaje)\b",
    re.IGNORECASE,
)
_NUMERALS = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("een", "twee", "drie", "vier", "vijf", "zes", "zwei", "drei", "funf", "sech"),
        *("un", "deux", "trois", "quatr", "cinq", "to", "tre", "fire", "fem", "seks", "dos", "cuatr", "cinc"),
    )
)


@dataclass(frozen=True, slots=True)
class Met:
    """For each notion how far it is met, 0..1: anywhere, by column, and in the very words of the question."""

    best: list[float]
    body: list[float]
    path: list[float]
    title: list[float]
    said_so: list[float]


class Weighed:
    """A question with how telling each of its notions is: the rarer in the library, the more."""

    def __init__(self, question: Question, index: LibraryIndex, viewer: Viewer) -> None:
        self.question = question
        self.weights = [notion.weight * _rarity(notion, index) for notion in question.notions]
        self.total = sum(self.weights) or 1.0
        self.unknown = [not any(index.count(stem) for stem in notion.stems) for notion in question.notions]
        self.titled = _titled(question, index.titles(viewer))
        self.editions = frozenset(one.removesuffix(".0") for one in question.editions) | set(
            question.editions
        )
        self.languages_named = {slot[9:] for slot in self._slots() if slot.startswith("language:")}
        self.counted = frozenset(
            stem for one in question.notions if one.slot in ("time", "") for stem in one.stems
        )
        self.asks_share = _SHARES.search(question.text) is not None
        self.asks_refurbished = any("refurbish" in notion.stems for notion in question.notions)
        self.letters = {letter.lower() for letter in _LETTER.findall(question.text[1:])}
        self._single: dict[str, list[tuple[int, float]]] = {}
        self._several: dict[str, list[tuple[int, float, Stems]]] = {}
        self._take_alternatives()
        self.notions_of: dict[str, list[int]] = {}
        for number, notion in enumerate(question.notions):
            for stem in notion.stems:
                self.notions_of.setdefault(stem, []).append(number)
        self._stems = frozenset(self.notions_of)

    def met_by(self, candidate: Candidate) -> Met:
        """Return how far the passage meets each notion."""
        body = (self._stems & set(candidate.body)) | (self._stems & candidate.parts)
        columns = [body, self._stems & set(candidate.path), self._stems & set(candidate.title)]
        met = [self._met(found) for found in columns]
        return Met(
            best=[max(three) for three in zip(*met, strict=True)],
            body=met[0],
            path=met[1],
            title=met[2],
            said_so=self._said_so(body),
        )

    def met_in(self, stems: frozenset[str]) -> list[float]:
        """Return how far a sentence of these stems meets each notion."""
        return self._met(self._stems & stems)

    def share(self, met: Sequence[float]) -> float:
        """Return the weighed share of the notions that are met, 0..1."""
        return sum(weight * one for weight, one in zip(self.weights, met, strict=True)) / self.total

    def numbers_of(self, slot: str) -> list[int]:
        """Return which notions fill this slot of the question."""
        return [at for at, notion in enumerate(self.question.notions) if notion.slot == slot]

    def slot_share(self, slot: str, met: Met) -> float:
        """Return how far the notions of a slot are met: 1 all, -1 none, 0 when the question names none."""
        numbers = self.numbers_of(slot)
        if not numbers:
            return 0.0
        return 2 * sum(met.best[number] >= _MET for number in numbers) / len(numbers) - 1

    def scheme_title(self, met: Met) -> float:
        """Return 1 where the document goes by a scheme that is asked for, -1 where only others do, else 0."""
        if not self.titled:
            return 0.0
        return 1.0 if any(met.title[number] >= _MET for number in self.titled) else -1.0

    def context_share(self, met: Met) -> float:
        """Return how far what a follow-up leaves unsaid is met; 0 when it is none."""
        before = [met.best[at] for at, notion in enumerate(self.question.notions) if notion.is_of_before]
        return sum(before) / len(before) if before else 0.0

    def says(self, word: str, language: str) -> bool:
        """Return whether the question names this word of a passage, in whatever words."""
        return stem_of(word, language) in self._stems

    def _slots(self) -> Iterable[str]:
        return (notion.slot for notion in self.question.notions)

    def _take_alternatives(self) -> None:
        """Lay the ways to say each notion out by their stems: a passage has few of them."""
        for number, notion in enumerate(self.question.notions):
            for one in notion.alternatives:
                if len(one.stems) == 1:
                    self._single.setdefault(one.stems[0], []).append((number, one.likeness))
                for stem in one.stems if len(one.stems) > 1 else ():
                    self._several.setdefault(stem, []).append((number, one.likeness, one.stems))

    def _met(self, found: frozenset[str]) -> list[float]:
        met = [0.0] * len(self.weights)
        for stem in found:
            for number, likeness in self._single.get(stem, ()):
                met[number] = max(met[number], likeness)
            for number, likeness, stems in self._several.get(stem, ()):
                if likeness > met[number]:
                    met[number] = max(met[number], likeness * _whole(stems, found))
        return met

    def _said_so(self, found: frozenset[str]) -> list[float]:
        met = [0.0] * len(self.weights)
        for stem in found:
            for number, likeness in self._single.get(stem, ()):
                met[number] = max(met[number], float(likeness == 1.0))
            for number, likeness, stems in self._several.get(stem, ()):
                met[number] = max(met[number], float(likeness == 1.0 and found.issuperset(stems)))
        return met


def figures_beside(body: Sequence[str]) -> set[str]:
    """Return the stems that stand within two words after a figure: what it counts."""
    places = [at for at, stem in enumerate(body) if stem[0].isdigit() or stem in _NUMERALS]
    return {stem for at in places for stem in body[at + 1 : at + 4]}


def _rarity(notion: Notion, index: LibraryIndex) -> float:
    counts = [min(index.count(stem) for stem in one.stems) for one in notion.alternatives if one.stems]
    said = min(index.size, sum(counts))
    if not said:
        return 0.8 * math.log(1 + index.size)
    return math.log(1 + (index.size - said + 0.5) / (said + 0.5))


def _whole(stems: tuple[str, ...], found: frozenset[str]) -> float:
    share = sum(stem in found for stem in stems) / len(stems)
    return share if share == 1 else _PARTLY * share


def _titled(question: Question, titles: Sequence[frozenset[str]]) -> frozenset[int]:
    """Return which notions are schemes that a document is called by."""
    schemes = [(at, notion) for at, notion in enumerate(question.notions) if notion.slot == "scheme"]
    return frozenset(
        at
        for at, notion in schemes
        if any(title.issuperset(one.stems) for one in notion.alternatives for title in titles)
    )
