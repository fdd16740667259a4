"""What speaks for a passage as the answer to a question, each feature as a number."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pact.library_documents import DocumentStatus, LibraryDocument
from pact.library_passages import PassageKind, cells_of
from storage.library.coverage import Met, Weighed, figures_beside
from storage.library.index_search import Candidate
from storage.library.index_words import words_of

PRIORS = {
    "nearness": 2.5,
    "covered": 2.5,
    "covered_by_text": 1.5,
    "covered_by_path": 1.0,
    "covered_by_title": 0.5,
    "beside": 1.0,
    "said_so": 1.0,
    "superseded": -0.9,
    "old_wanted": 1.0,
    "number_there": 0.7,
    "unit_there": 0.5,
    "negation_there": 0.5,
    "date_there": 0.7,
    "same_language": 0.8,
    "language_named": 1.5,
    "edition_named": 1.0,
    "other_edition": -0.5,
    "scheme_there": 0.8,
    "scheme_title": 1.0,
    "product_there": 0.4,
    "product_other": -0.5,
    "level_there": 0.5,
    "row_label": 0.8,
    "row_letter": 2.0,
    "refurbished_unasked": -0.6,
    "what_changed": -1.5,
    "definition": 0.5,
    "short": -0.2,
    "context_there": 0.5,
}
"""The features by name, and what each weighs before anything was measured."""

FEATURES = tuple(PRIORS)

_A_NUMBER = re.compile(r"\d")
_DATE = re.compile(r"\b(?:19|20)\d\d\b")
_CHANGES = re.compile(
    r"\bchange(?:s|d)?\b|change notes|wijziging|änderung|modification|endring|cambios", re.IGNORECASE
)
_DEFINES = re.compile(
    r"\bdefin|glossa|begrip|begriff|\bmeans\b|\b(?:is|has|are) an? \b"
    r"|désigne|signifie|bedeutet|betyr|significa",
    re.IGNORECASE,
)
_ASKS_DEFINITION = re.compile(
    r"\bdefin|what (?:is|are|does|counts)|\bmeans?\b|stands? for|\bto be (?:a|called)\b|wat is|was ist"
    r"|c'est quoi|qu'est-ce|hva er|kva er|qué es|betekent|bedeutet|signifie|significa|betyr"
    r"|difference|verschil|unterschied|différence|forskjell|diferencia",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|cannot|never|without|excluded?|niet|geen|nicht|keine?[nrms]?|pas|aucune?|sans|ikke|ingen|sin)\b",
    re.IGNORECASE,
)
_SHORT = 6


def features_of(weighed: Weighed, candidate: Candidate, nearest: float) -> list[float]:
    """Return a passage's features, in the order of FEATURES; ``nearest`` is the best BM25 of the search."""
    met = weighed.met_by(candidate)
    question, document, passage = weighed.question, candidate.document, candidate.passage
    old = document.status is DocumentStatus.SUPERSEDED
    named = weighed.editions & edition_terms(document)
    label, letter = _row_matches(weighed, candidate)
    refurbished = passage.product_group.startswith("refurbished")
    return [
        candidate.nearness / nearest if nearest else 0.0,
        weighed.share(met.best),
        weighed.share(met.body),
        weighed.share(met.path),
        weighed.share(met.title),
        _beside(weighed, candidate),
        weighed.share(met.said_so),
        float(old and not question.wants_old and not named),
        (1.0 if old else -1.0) if question.wants_old else 0.0,
        float(question.wants_number and _A_NUMBER.search(passage.text) is not None),
        _unit_there(weighed, candidate),
        float(question.is_negated and _NEGATED.search(passage.text) is not None),
        float(question.wants_date and _DATE.search(passage.text) is not None),
        float(not weighed.languages_named and document.language == question.language),
        float(document.language in weighed.languages_named),
        float(bool(named)),
        float(bool(weighed.editions) and not named),
        weighed.slot_share("scheme", met),
        weighed.scheme_title(met),
        weighed.slot_share("product", met),
        _product_other(weighed, met, candidate),
        weighed.slot_share("level", met),
        label,
        letter,
        float(refurbished and not weighed.asks_refurbished),
        float(
            _CHANGES.search(" ".join(passage.path[-1:])) is not None and not _CHANGES.search(question.text)
        ),
        _definition(question.text, candidate),
        float(len(candidate.body) < _SHORT),
        weighed.context_share(met),
    ]


@lru_cache(maxsize=4096)
def edition_terms(document: LibraryDocument) -> frozenset[str]:
    """Return the years and version numbers that a document's edition goes by: 2.0 and v2 are both 2."""
    known: set[str] = set()
    for word in words_of(f"{document.title} {document.edition} {document.key.replace('_', ' ')}"):
        number = word.lstrip("abcdefghijklmnopqrstuvwxyz")
        if number and number[0].isdigit():
            known.update((number, number.removesuffix(".0")))
    return frozenset(known)


def _beside(weighed: Weighed, candidate: Candidate) -> float:
    """Return the share of the question's neighbouring notions that are neighbours in the passage too."""
    if len(weighed.question.notions) < 2:
        return 0.0
    text = candidate.path + candidate.body
    places = [(at, numbers) for at, stem in enumerate(text) if (numbers := weighed.notions_of.get(stem))]
    found: set[tuple[int, int]] = set()
    for (at, first), (after, second) in pairwise(places):
        if after - at <= 2:
            found.update((min(a, b), max(a, b)) for a in first for b in second if abs(a - b) == 1)
    return len(found) / (len(weighed.question.notions) - 1)


def _unit_there(weighed: Weighed, candidate: Candidate) -> float:
    """Return 1 where what the question counts stands beside a figure: cycles, years, a share."""
    if not weighed.question.wants_number:
        return 0.0
    if weighed.asks_share and "%" in candidate.passage.text:
        return 1.0
    return float(not weighed.counted.isdisjoint(figures_beside(candidate.body)))


def _product_other(weighed: Weighed, met: Met, candidate: Candidate) -> float:
    """Return 1 where the section or its document names products, and none of those that are asked for."""
    asked = weighed.numbers_of("product")
    if not asked or any(met.best[number] > 0.8 for number in asked):
        return 0.0
    return float(bool(candidate.passage.product_group))


def _row_matches(weighed: Weighed, candidate: Candidate) -> tuple[float, float]:
    """Return how far a row's own name was said, and whether its first cell is a letter that was asked for."""
    if candidate.passage.kind is not PassageKind.TABLE_ROW:
        return 0.0, 0.0
    cells = [words_of(cell) for cell in cells_of(candidate.passage.text)[:2]]
    language = candidate.document.language
    shares = [_said_share(weighed, cell, language) for cell in cells if cell]
    first = cells[0] if cells else []
    return max(shares, default=0.0), float(len(first) == 1 and first[0] in weighed.letters)


def _said_share(weighed: Weighed, cell: Sequence[str], language: str) -> float:
    said = sum(weighed.says(word, language) for word in cell)
    return said / len(cell)


def _definition(question: str, candidate: Candidate) -> float:
    if _ASKS_DEFINITION.search(question) is None:
        return 0.0
    above = " ".join(candidate.passage.path[-1:])
    return float(_DEFINES.search(f"{above} {candidate.passage.text[:120]}") is not None)
