"""The letters of the secretariat: what each one needs to know, and its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pact.application import ApplicationKind, Move
from pact.errors import PactError
from secretariat.what_was_read import Request, WhatWasRead
from templates.language_words import ENGLISH, asked_in
from templates.written_mail import MailText, written_mail


@dataclass(frozen=True, slots=True)
class LetterFoot:
    """What stands under every letter, from the settings: who signs, whom to ask, what data is kept.

    An empty name or notice is ours, in the language of the letter.
    """

    secretariat_name: str
    contact: str
    privacy_notice: str


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the letter that acknowledges an application says (Pact 6.4.1, 6.4.2).

    ``requests`` are what the findings ask.
    """

    reference: str
    kind: ApplicationKind
    applicant_name: str
    received_on: date
    decision_due: date
    read: WhatWasRead
    requests: tuple[Request, ...]
    foot: LetterFoot


@dataclass(frozen=True, slots=True)
class JoinedDocument:
    """What the letter about a further document says; ``reference`` is the mail's own, M-<id>.

    It goes to somebody whose address nobody has checked. So there is no place in it for anything
    of the application that the document was laid beside.
    """

    reference: str
    sender_name: str
    received_on: date
    read: WhatWasRead
    foot: LetterFoot
    requests: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the answer to a held mail says: the text is a person's own, whole paragraphs."""

    reference: str
    sender_name: str
    text: str
    foot: LetterFoot


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """What the letter about a decision of the Committee says; ``move`` is approve, decline or end.

    ``reason`` is told where the answer is no, in words that a person chose for the applicant.
    """

    reference: str
    kind: ApplicationKind
    move: Move
    applicant_name: str
    organisation: str
    decided_on: date
    foot: LetterFoot
    participation_type: str | None = None
    reason: str = ""


def acknowledgement_text(
    letter: Acknowledgement, language: str = ENGLISH, offered: Sequence[str] = ()
) -> MailText:
    """Return the letter that acknowledges an application, for participation or for support.

    Each language ``offered`` has a line of its own in it.

    Raises PactError for a termination, which a person answers (6.6.1).
    """
    if letter.kind is ApplicationKind.TERMINATION:
        raise PactError("A notice of termination is answered by a person: `cfit held REF answer`.")
    return written_mail(
        "acknowledgement",
        language,
        offered,
        reference=letter.reference,
        kind=letter.kind.value,
        name=letter.applicant_name,
        received_on=letter.received_on,
        decision_due=letter.decision_due,
        read=letter.read,
        requests=_asked(letter.requests, language),
        foot=letter.foot,
    )


def joined_text(letter: JoinedDocument, language: str = ENGLISH, offered: Sequence[str] = ()) -> MailText:
    """Return the letter that acknowledges a further document and betrays nothing of the case."""
    return written_mail(
        "joined",
        language,
        offered,
        reference=letter.reference,
        name=letter.sender_name,
        received_on=letter.received_on,
        read=letter.read,
        requests=_asked(letter.requests, language),
        foot=letter.foot,
    )


def answer_text(letter: Answer, language: str = ENGLISH, offered: Sequence[str] = ()) -> MailText:
    """Return a person's answer with greeting and foot, as a draft."""
    return written_mail(
        "answer",
        language,
        offered,
        reference=letter.reference,
        name=letter.sender_name,
        answer=letter.text,
        foot=letter.foot,
    )


def decision_text(letter: DecisionTold, language: str = ENGLISH, offered: Sequence[str] = ()) -> MailText:
    """Return the draft that tells a decision of the Committee (6.4.2, 6.6.2).

    Raises PactError for a move that no decision stands behind.
    """
    if letter.move not in _DECISION_TEMPLATES:
        raise PactError(f"No letter tells of the move {letter.move}: only approve, decline and end are told.")
    return written_mail(
        _DECISION_TEMPLATES[letter.move],
        language,
        offered,
        reference=letter.reference,
        kind=letter.kind.value,
        name=letter.applicant_name,
        organisation=letter.organisation,
        decided_on=letter.decided_on,
        participation_type=letter.participation_type,
        reason=letter.reason,
        foot=letter.foot,
    )


_DECISION_TEMPLATES = {Move.APPROVE: "approved", Move.DECLINE: "declined", Move.END: "ended"}


def _asked(requests: Sequence[Request], language: str) -> list[str]:
    return [asked_in(language, request.code, request.english) for request in requests]
