"""What a letter was written from, kept with it, so that it can be written again in another language."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from pact.errors import PactError
from secretariat.letter_texts import (
    Acknowledgement,
    Answer,
    DecisionTold,
    JoinedDocument,
    StatusTold,
    TakenOver,
    acknowledgement_text,
    answer_text,
    decision_text,
    joined_text,
    status_text,
    taken_over_text,
)
from storage.letters import LetterKind
from templates.written_mail import MailText

LetterFacts = Acknowledgement | JoinedDocument | StatusTold | TakenOver | Answer | DecisionTold

_FACTS: dict[str, TypeAdapter[Any]] = {
    LetterKind.ACKNOWLEDGEMENT: TypeAdapter(Acknowledgement),
    LetterKind.JOINED: TypeAdapter(JoinedDocument),
    LetterKind.STATUS: TypeAdapter(StatusTold),
    LetterKind.CORRECTED: TypeAdapter(TakenOver),
    LetterKind.ANSWER: TypeAdapter(Answer),
    LetterKind.DECISION: TypeAdapter(DecisionTold),
}


def kept_facts(kind: LetterKind, facts: LetterFacts) -> dict[str, object]:
    """Return the facts of a letter as its row keeps them, in JSON."""
    kept: dict[str, object] = _FACTS[kind].dump_python(facts, mode="json")
    return kept


def written_again(kind: str, kept: dict[str, object], language: str) -> MailText:
    """Return the letter in another language, saying the same. PactError when its facts are not known."""
    if not kept or kind not in _FACTS:
        raise PactError("What this letter was written from is not kept: change its text with --body.")
    try:
        facts = _FACTS[kind].validate_python(kept)
    except ValidationError as error:
        raise PactError("This letter is of an earlier release: change its text with --body.") from error
    match facts:
        case Acknowledgement():
            return acknowledgement_text(facts, language)
        case JoinedDocument():
            return joined_text(facts, language)
        case StatusTold():
            return status_text(facts, language)
        case TakenOver():
            return taken_over_text(facts, language)
        case Answer():
            return answer_text(facts, language)
        case _:
            return decision_text(facts, language)
