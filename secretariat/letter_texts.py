"""The letters of the secretariat: what each one needs to know, and its text."""

from dataclasses import dataclass
from datetime import date

from pact.application import ApplicationKind, Move
from pact.errors import PactError
from secretariat.what_was_read import WhatWasRead
from templates.written_mail import MailText, written_mail


@dataclass(frozen=True, slots=True)
class LetterFoot:
    """What stands under every letter, from the settings: who signs, whom to ask, what data is kept."""

    secretariat_name: str
    contact: str
    privacy_notice: str


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the letter that acknowledges an application says (Pact 6.4.1, 6.4.2).

    ``requests`` are whole sentences; ``due_words`` say how ``decision_due`` was counted.
    """

    reference: str
    kind: ApplicationKind
    applicant_name: str
    received_on: date
    decision_due: date
    due_words: str
    read: WhatWasRead
    requests: tuple[str, ...]
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
    requests: tuple[str, ...] = ()


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


def acknowledgement_text(letter: Acknowledgement, language: str = "en") -> MailText:
    """Return the letter that acknowledges an application, for participation or for support.

    Raises PactError for a termination, which a person answers (6.6.1).
    """
    if letter.kind is ApplicationKind.TERMINATION:
        raise PactError("A notice of termination is answered by a person: `cfit held REF answer`.")
    return written_mail(
        f"acknowledgement_{letter.kind.value}",
        language,
        reference=letter.reference,
        name=letter.applicant_name,
        received_on=letter.received_on,
        decision_due=letter.decision_due,
        due_words=letter.due_words,
        read=letter.read,
        requests=letter.requests,
        foot=letter.foot,
    )


def joined_text(letter: JoinedDocument, language: str = "en") -> MailText:
    """Return the letter that acknowledges a further document and betrays nothing of the case."""
    return written_mail(
        "joined",
        language,
        reference=letter.reference,
        name=letter.sender_name,
        received_on=letter.received_on,
        read=letter.read,
        requests=letter.requests,
        foot=letter.foot,
    )


def answer_text(letter: Answer, language: str = "en") -> MailText:
    """Return a person's answer with greeting and foot, as a draft."""
    return written_mail(
        "answer",
        language,
        reference=letter.reference,
        name=letter.sender_name,
        answer=letter.text,
        foot=letter.foot,
    )


def decision_text(letter: DecisionTold, language: str = "en") -> MailText:
    """Return the draft that tells a decision of the Committee (6.4.2, 6.6.2).

    Raises PactError for a move that no decision stands behind.
    """
    if letter.move not in _DECISION_TEMPLATES:
        raise PactError(f"No letter tells of the move {letter.move}: only approve, decline and end are told.")
    return written_mail(
        _DECISION_TEMPLATES[letter.move],
        language,
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
