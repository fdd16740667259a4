"""A question answered from the library: a quotation with its source, the closest passages, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from pact.library_documents import DocumentStatus, LibraryDocument, Viewer
from pact.library_numbers import section_number
from pact.library_passages import CriterionRecord, PassageKind
from storage.library.coverage import Weighed
from storage.library.glossary import Glossary
from storage.library.index_search import LibraryIndex
from storage.library.outcome import Outcome, missing_slots, outcome_of, outcome_signs, sureness
from storage.library.question import Question, understand
from storage.library.quotation import Quotation, best_quotations
from storage.library.ranking import Ranked, search

LONGEST_QUESTION = 2_000
"""Characters of a question that are read; what comes after is left aside."""

_SHOWN = 3
_EDITIONS_AMONG = 12
_AS_MUCH = 0.7
"""How much of what the answer meets another edition has to meet, to say the same of its time."""


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A quotation with its source; ``answer`` is part of ``quote``, ``score`` how likely it answers, 0..1."""

    document: LibraryDocument
    section: tuple[str, ...]
    page: int | None
    clause: str
    level: str
    header: str
    quote: str
    answer: str
    score: float

    @property
    def is_superseded(self) -> bool:
        """Whether its document is no longer in force."""
        return self.document.status is DocumentStatus.SUPERSEDED


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to a question.

    ``passages`` come best first; of an answer the first carries it. ``other_editions`` say the same of
    another time. ``missing`` are words of the question that nothing shown meets, ``criteria`` the table
    that a list question asks for.
    """

    question: Question
    outcome: Outcome
    passages: tuple[ShownPassage, ...] = ()
    other_editions: tuple[ShownPassage, ...] = ()
    missing: tuple[str, ...] = ()
    criteria: tuple[CriterionRecord, ...] = ()
    documents: int = 0
    searched: int = 0

    @property
    def text(self) -> str | None:
        """The sentence or row that answers, word for word; None unless the outcome is an answer."""
        return self.passages[0].answer if self.outcome is Outcome.ANSWER else None


def answer_question(
    text: str, index: LibraryIndex, glossary: Glossary, viewer: Viewer, context: str = ""
) -> Answer:
    """Return what the library says to a question, of what this viewer may see.

    ``context`` is the question before it in the same thread, for one that follows it up.
    """
    question = understand(text[:LONGEST_QUESTION], glossary, context[:LONGEST_QUESTION])
    weighed, ranked = search(question, index, viewer)
    outcome, _ = outcome_of(weighed, ranked)
    missing = missing_slots(weighed, weighed.met_by(ranked[0].candidate)) if ranked else ()
    documents, searched = len(index.documents(viewer)), index.size_for(viewer)
    if outcome is Outcome.SILENT:
        everything = missing or tuple(notion.said for notion in question.notions)
        return Answer(question, outcome, missing=everything, documents=documents, searched=searched)
    found = best_quotations(weighed, ranked, index, _SHOWN)
    if question.is_comparison:
        found = _from_several(found)
    shown = tuple(_shown(weighed, ranked, one, quotation) for one, quotation in found)
    others = _other_editions(weighed, ranked, index, found[0][0]) if outcome is Outcome.ANSWER else ()
    return Answer(
        question=question,
        outcome=outcome,
        passages=shown,
        other_editions=others,
        missing=missing if outcome is Outcome.CLOSEST else (),
        documents=documents,
        searched=searched,
    )


def _from_several(found: list[tuple[Ranked, Quotation]]) -> list[tuple[Ranked, Quotation]]:
    """Return the same with the best of each document first: two are to be laid side by side."""
    first: dict[str, tuple[Ranked, Quotation]] = {}
    for pair in found:
        first.setdefault(pair[0].candidate.document.key, pair)
    return [*first.values(), *(pair for pair in found if pair not in first.values())]


def _shown(weighed: Weighed, ranked: Sequence[Ranked], one: Ranked, quotation: Quotation) -> ShownPassage:
    passage = one.candidate.passage
    signs = outcome_signs(weighed, ranked, ranked.index(one))
    return ShownPassage(
        document=one.candidate.document,
        section=passage.path,
        page=passage.page,
        clause=section_number(quotation.answer) or passage.criterion,
        level=passage.level,
        header=passage.header if passage.kind is PassageKind.TABLE_ROW else "",
        quote=quotation.text,
        answer=quotation.answer,
        score=round(sureness(signs), 3),
    )


def _other_editions(
    weighed: Weighed, ranked: Sequence[Ranked], index: LibraryIndex, top: Ranked
) -> tuple[ShownPassage, ...]:
    """Return what another edition of the answer's document says, where it says otherwise."""
    document = top.candidate.document
    near = [one for one in ranked[:_EDITIONS_AMONG] if _is_other_edition(one.candidate.document, document)]
    found = best_quotations(weighed, near[:1], index, 1)
    return tuple(
        _shown(weighed, ranked, one, quotation)
        for one, quotation in found
        if one.feature("covered_by_text") >= _AS_MUCH * top.feature("covered_by_text")
    )


def _is_other_edition(one: LibraryDocument, other: LibraryDocument) -> bool:
    return one.superseded_by == other.key or other.superseded_by == one.key
