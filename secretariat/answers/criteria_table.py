"""The criteria that a list question asks for, as records of the document that answers it."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from pact.library_passages import CriterionRecord, Passage
from secretariat.answers.answer import Answer, ShownPassage
from storage.library.index_words import stems_of
from storage.library.outcome import Outcome
from storage.library.passages import criteria_of, passages_of
from storage.library.question import Question
from storage.library.quotation import LONGEST

_MOST = 30


def with_criteria(session: Session, answer: Answer) -> Answer:
    """Return the answer to a list question with the criteria of the level and product that it asks for.

    They are of the document of the first quotation, which the asker may see, and are quoted in their order.
    Any other answer comes back as it is.
    """
    if not answer.question.wants_list or answer.outcome is Outcome.SILENT:
        return answer
    first = answer.passages[0]
    records = _asked_for(answer.question, criteria_of(session, first.document.key), first.document.language)
    if not records:
        return answer
    passages = {one.number: one for one in passages_of(session, first.document.key)}
    numbers = dict.fromkeys(record.passage for record in records)
    shown = tuple(_quoted(passages[number], records, first) for number in list(numbers)[:_MOST])
    return replace(
        answer, outcome=Outcome.ANSWER, passages=shown, criteria=records, missing=(), other_editions=()
    )


def _quoted(passage: Passage, records: Sequence[CriterionRecord], first: ShownPassage) -> ShownPassage:
    quote = passage.text[:LONGEST]
    said = next(one.requirement for one in records if one.passage == passage.number)
    return ShownPassage(
        document=first.document,
        section=passage.path,
        page=passage.page,
        clause=passage.criterion,
        level=passage.level,
        header=passage.header,
        quote=quote,
        answer=said if said in quote and not passage.header else quote,
        score=first.score,
    )


def _asked_for(
    question: Question, records: Sequence[CriterionRecord], language: str
) -> tuple[CriterionRecord, ...]:
    of_level = [one for one in records if _meets(question, "level", one.level, language)]
    refurbished = [one for one in of_level if _is_refurbished(one, language)]
    if _asks_refurbished(question) and refurbished:
        # What holds for refurbished devices holds for each product among them.
        return tuple(refurbished)
    return tuple(one for one in of_level if _meets(question, "product", _about(one), language))


def _meets(question: Question, slot: str, said: str, language: str) -> bool:
    """Return whether the words meet one of the question's notions of a kind; it may name none."""
    asked = [notion for notion in question.notions if notion.slot == slot]
    stems = set(stems_of(said, language))
    return not asked or any(stems.issuperset(one.stems) for notion in asked for one in notion.alternatives)


def _about(record: CriterionRecord) -> str:
    return f"{record.product} {record.name} {record.requirement}"


def _asks_refurbished(question: Question) -> bool:
    return any("refurbish" in notion.stems for notion in question.notions)


def _is_refurbished(record: CriterionRecord, language: str) -> bool:
    return "refurbish" in stems_of(_about(record), language)
