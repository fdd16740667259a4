"""The glossary: which words mean the same, across languages, by nickname or by acronym."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from storage.library.index_words import LANGUAGES, folded, spellings, stem_of, stems_of, words_of

Stems = tuple[str, ...]

_SPLIT_LANGUAGES = ("nl", "de", "no")
_LINKS = ("", "s", "e", "en", "er", "n", "es")
_SHORTEST_PART = 3
_SHORTEST_COMPOUND, _LONGEST_COMPOUND = 8, 40


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words of one meaning: ``terms`` are (language, term); ``slot`` is what of a question it can fill."""

    slot: str
    terms: tuple[tuple[str, str], ...]


class Glossary:
    """Meanings, found by any of their terms."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._stems: list[frozenset[Stems]] = []
        self._slots: list[str] = []
        self._known: dict[str, dict[Stems, list[int]]] = {}
        self._parts: dict[str, set[str]] = {language: set() for language in _SPLIT_LANGUAGES}
        self.longest = 1
        for meaning in meanings:
            self._take(meaning)

    def meanings_of(self, words: list[str], languages: Iterable[str]) -> tuple[int, ...]:
        """Return the meanings that these words, together, stand for in one of the languages."""
        found: dict[int, None] = {}
        for language in languages:
            for spelt in _spelt_alike(words):
                stems = tuple(stem_of(word, language) for word in spelt)
                found.update(dict.fromkeys(self._known.get(language, {}).get(stems, ())))
        return tuple(found)

    def terms_of(self, meaning: int) -> frozenset[Stems]:
        """Return the stems of every term of a meaning, in all its languages."""
        return self._stems[meaning]

    def slot_of(self, meaning: int) -> str:
        """Return what a meaning stands for in a question: product, level, time, money, scheme, or nothing."""
        return self._slots[meaning]

    def parts_of(self, word: str, language: str) -> tuple[str, ...]:
        """Return the parts that a compound is put together from: ladesykluser is lade, sykluser."""
        if language not in self._parts or not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return ()
        for spelt in spellings(word):
            parts = self._split(folded(spelt), language, whole=True)
            if parts:
                return parts
        return ()

    def _take(self, meaning: Meaning) -> None:
        number = len(self._stems)
        for language, term in meaning.terms:
            stems = tuple(stems_of(term, language))
            if not stems:
                continue
            self.longest = max(self.longest, len(stems))
            self._known.setdefault(language, {}).setdefault(stems, []).append(number)
            words = words_of(term)
            if language in self._parts and len(words) == 1 and len(words[0]) >= _SHORTEST_PART:
                self._parts[language].add(folded(words[0]))
        self._stems.append(frozenset(tuple(stems_of(term, language)) for language, term in meaning.terms))
        self._slots.append(meaning.slot)

    def _split(self, word: str, language: str, *, whole: bool) -> tuple[str, ...]:
        """Return the parts of a word, the longest first part first; a part counts with its ending."""
        if not whole and self._is_part(word, language):
            return (word,)
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first = self._first_part(word[:cut], language)
            rest = self._split(word[cut:], language, whole=False) if first else ()
            if rest:
                return (first, *rest)
        return ()

    def _first_part(self, word: str, language: str) -> str:
        for link in _LINKS:
            part = word.removesuffix(link) if link else word
            if (not link or part != word) and part in self._parts[language]:
                return part
        return ""

    def _is_part(self, word: str, language: str) -> bool:
        return len(word) >= _SHORTEST_PART and (
            word in self._parts[language] or (stem_of(word, language),) in self._known.get(language, {})
        )


def shipped_meanings() -> tuple[Meaning, ...]:
    """Return the meanings that come with the product, in six languages."""
    lines = (files("storage.library") / "glossary_base.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(_meaning(row) for row in rows[1:])


@cache
def shipped_glossary() -> Glossary:
    """Return the glossary that comes with the product."""
    return Glossary(shipped_meanings())


def _meaning(row: list[str]) -> Meaning:
    slot, *columns = row
    terms = [
        (language, term.strip())
        for language, cell in zip(LANGUAGES, columns, strict=True)
        for term in cell.split("/")
        if term.strip()
    ]
    return Meaning(slot=slot, terms=tuple(dict.fromkeys(terms)))


def _spelt_alike(words: list[str]) -> list[list[str]]:
    """Return the words as they are, and as they may have been meant: Oekodesign is Ökodesign."""
    if len(words) > 1:
        return [words]
    return [[word] for word in spellings(words[0])]
