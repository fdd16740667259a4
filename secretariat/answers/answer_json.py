"""An answer as JSON, in the shape that INTERFACE promises to scripts."""

from typing import TypedDict

from pact.library_documents import DocumentStatus
from secretariat.answers.answer import Answer, ShownPassage


class PassageJson(TypedDict):
    """One quotation with its source; ``page`` is null where the format has none."""

    document: str
    title: str
    edition: str
    status: str
    section: str
    page: int | None
    quote: str
    score: float


class AnswerJson(TypedDict):
    """One question with its outcome. ``answer`` is null unless the outcome is an answer."""

    id: str | int | None
    question: str
    outcome: str
    answer: str | None
    took_ms: float
    passages: list[PassageJson]
    missing_slots: list[str]


def answer_json(answer: Answer, took_ms: float, number: str | int | None = None) -> AnswerJson:
    """Return the answer as JSON takes it; another edition that says otherwise stands after the quotations."""
    return {
        "id": number,
        "question": answer.question.text,
        "outcome": str(answer.outcome),
        "answer": answer.text,
        "took_ms": round(took_ms, 1),
        "passages": [_passage(one) for one in _each_once(answer)],
        "missing_slots": list(answer.missing),
    }


def status_word(passage: ShownPassage) -> str:
    """Return the status of a passage's document: current for what is approved and in force."""
    status = passage.document.status
    return "current" if status is DocumentStatus.APPROVED else str(status)


def _each_once(answer: Answer) -> list[ShownPassage]:
    shown = list(answer.passages)
    return shown + [one for one in answer.other_editions if one.quote not in {had.quote for had in shown}]


def _passage(one: ShownPassage) -> PassageJson:
    return {
        "document": one.document.key,
        "title": one.document.title,
        "edition": one.document.edition,
        "status": status_word(one),
        "section": " > ".join(one.section),
        "page": one.page,
        "quote": one.quote,
        "score": one.score,
    }
