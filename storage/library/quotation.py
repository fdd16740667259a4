"""What is quoted of a passage: whole sentences of its document, word for word, at most 600 characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pact.library_passages import Passage, PassageKind
from storage.library.coverage import Weighed
from storage.library.index_search import Candidate, LibraryIndex
from storage.library.index_words import stems_of
from storage.library.ranking import Ranked

LONGEST = 600
"""Characters that a quotation has at most."""

_REACH = 12
# A full stop ends a sentence where a new one begins; "No. 617" and "e.g. cables" do not.
_SENTENCE_END = re.compile(
    r"(?<=[.!?;…])(?<!\bNo\.)(?<!\bnr\.)(?<!\be\.g\.)(?<!\bi\.e\.)[\"”»)]?\s+"
    r"(?=[\"“«(¿¡*_A-ZÀ-ÖØ-Þ0-9])|\n+"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A piece of a document's text from ``start`` to ``end``, and the sentence or row of it that answers."""

    text: str
    answer: str
    start: int
    end: int


def quoted(weighed: Weighed, candidate: Candidate, index: LibraryIndex) -> Quotation:
    """Return what is to be quoted of the passage: with its list or section, where that is short enough."""
    passage = candidate.passage
    if passage.kind is PassageKind.TABLE_ROW and len(passage.text) <= LONGEST:
        return Quotation(passage.text, passage.text, passage.start, passage.end)
    start, end = _extent(index.neighbours(candidate, _REACH), passage)
    if end - start > LONGEST:
        start, end = _window(weighed, passage, candidate.document.language)
    text = index.text(candidate, start, end)
    if " ".join(passage.text.split())[:40] not in " ".join(text.split()) and end - start >= len(passage.text):
        # The text of the document and its passages differ: the passage is what was read.
        start, end, text = passage.start, passage.end, passage.text[:LONGEST]
    return Quotation(text, _answer(weighed, passage, text, candidate.document.language), start, end)


def best_quotations(
    weighed: Weighed, ranked: Sequence[Ranked], index: LibraryIndex, count: int
) -> list[tuple[Ranked, Quotation]]:
    """Return the first passages with what is quoted of each; what another shows already is left out."""
    found: list[tuple[Ranked, Quotation]] = []
    for one in ranked:
        quotation = quoted(weighed, one.candidate, index)
        key = one.candidate.document.key
        if not any(key == had.candidate.document.key and _within(quotation, shown) for had, shown in found):
            found.append((one, quotation))
        if len(found) == count:
            break
    return found


def _within(quotation: Quotation, shown: Quotation) -> bool:
    return shown.start <= quotation.start and quotation.end <= shown.end


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends."""
    places, begin = [], 0
    for found in _SENTENCE_END.finditer(text):
        places.append((begin, found.start()))
        begin = found.end()
    return [(start, end) for start, end in [*places, (begin, len(text))] if text[start:end].strip()]


def _extent(section: Sequence[Passage], passage: Passage) -> tuple[int, int]:
    """Return from where to where is quoted: the section, else the list, else the passage."""
    plain = [one for one in section if one.kind is not PassageKind.TABLE_ROW]
    if len(plain) == len(section) and len(section) <= _REACH and _span(section) <= LONGEST:
        return section[0].start, section[-1].end
    at = next((at for at, one in enumerate(section) if one.number == passage.number), None)
    if at is None:
        return passage.start, passage.end
    first = at
    if passage.kind is PassageKind.LIST_ITEM:
        while first > 0 and section[first].kind is PassageKind.LIST_ITEM:
            first -= 1
    last = first if first < at else at
    while last + 1 < len(section) and section[last + 1].kind is PassageKind.LIST_ITEM:
        last += 1
    if passage.kind is not PassageKind.LIST_ITEM and not passage.text.rstrip().endswith(":"):
        first = last = at
    return _shortened(section, first, at, last)


def _shortened(section: Sequence[Passage], first: int, at: int, last: int) -> tuple[int, int]:
    """Return as much of the list as fits, with the passage in it; its end is left out first."""
    while last > at and _span(section[first : last + 1]) > LONGEST:
        last -= 1
    while first < at and _span(section[first : last + 1]) > LONGEST:
        first += 1
    return section[first].start, section[last].end


def _span(passages: Sequence[Passage]) -> int:
    return passages[-1].end - passages[0].start


def _window(weighed: Weighed, passage: Passage, language: str) -> tuple[int, int]:
    """Return the sentences of a long passage that say most of what was asked, as many as fit."""
    places = sentences_of(passage.text)
    worth = [_worth(weighed, passage.text[start:end], language) for start, end in places]
    best = max(range(len(places)), key=lambda at: worth[at])
    first = last = best
    while True:
        wider = [
            (left, right)
            for left, right in ((first, last + 1), (first - 1, last))
            if left >= 0 and right < len(places) and places[right][1] - places[left][0] <= LONGEST
        ]
        if not wider:
            break
        first, last = max(wider, key=lambda two: worth[two[1]] if two[1] > last else worth[two[0]])
    start, end = places[first][0], min(places[last][1], places[first][0] + LONGEST)
    return passage.start + start, passage.start + end


def _answer(weighed: Weighed, passage: Passage, text: str, language: str) -> str:
    """Return the sentence of the quotation that says most of what was asked; the passage's own come first."""
    places = sentences_of(text)
    own = " ".join(passage.text.split())
    told = [text[start:end].strip() for start, end in places]
    worth = [
        _worth(weighed, one, language) + (0.25 * weighed.total if " ".join(one.split()) in own else 0.0)
        for one in told
    ]
    return told[max(range(len(told)), key=lambda at: worth[at])] if told else text


def _worth(weighed: Weighed, sentence: str, language: str) -> float:
    stems = stems_of(sentence, language)
    met = weighed.met_in(frozenset(stems))
    levels = weighed.numbers_of("level")
    label = stems_of(sentence.partition(":")[0], language) if ":" in sentence else []
    labelled = any(weighed.question.notions[number].stems & set(label[:3]) for number in levels)
    figure = weighed.question.wants_number and any(stem[0].isdigit() for stem in stems)
    return weighed.share(met) * weighed.total + weighed.total * (0.35 * labelled + 0.2 * figure)
