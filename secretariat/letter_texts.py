"""The letters of the secretariat: what each one needs to know, and its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pact.application import ApplicationKind, Move, State
from pact.errors import PactError
from pact.triage import waiting_for
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


@dataclass(frozen=True, slots=True)
class StatusTold:
    """What the answer to "how does our case stand?" says: state, whose turn it is, by when and what next.

    ``decision_due`` is told while something is still to be decided.
    """

    reference: str
    kind: ApplicationKind
    name: str
    state: State
    received_on: date
    decision_due: date
    requests: tuple[Request, ...]
    foot: LetterFoot


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What the answer to a reply says: what was taken over of it, and what is still missing.

    ``fields`` are names and values of the signature block, ``copies`` names of files that stand for
    the case now. ``text_unchanged`` says that the applicant confirmed it, ``left_to_person`` that there
    was more, which nobody has acted upon.
    """

    reference: str
    kind: ApplicationKind
    name: str
    replied_on: date
    received_on: date
    decision_due: date
    fields: tuple[tuple[str, str], ...]
    copies: tuple[str, ...]
    text_unchanged: bool
    left_to_person: bool
    requests: tuple[Request, ...]
    foot: LetterFoot


def acknowledgement_text(
    letter: Acknowledgement, language: str = ENGLISH, offered: Sequence[str] = ()
) -> MailText:
    """Return the letter that acknowledges an application, for participation or for support.

    Each language ``offered`` has a line of its own in it.

    Raises PactError for a termination, which a person answers (6.6.1).
    """
    _refuse_termination(letter.kind)
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


def status_text(letter: StatusTold, language: str = ENGLISH, offered: Sequence[str] = ()) -> MailText:
    """Return the letter that tells its applicant how a case stands.

    Raises PactError for a termination, which a person answers (6.6.1).
    """
    _refuse_termination(letter.kind)
    return written_mail(
        "status",
        language,
        offered,
        reference=letter.reference,
        kind=letter.kind.value,
        name=letter.name,
        state=letter.state.value,
        is_open=letter.state.is_open,
        awaited=waiting_for(letter.state).value,
        received_on=letter.received_on,
        decision_due=letter.decision_due,
        requests=_asked(letter.requests, language),
        foot=letter.foot,
    )


def taken_over_text(letter: TakenOver, language: str = ENGLISH, offered: Sequence[str] = ()) -> MailText:
    """Return the letter that says what was taken over of a reply, and what is still missing.

    Raises PactError for a termination, which a person answers (6.6.1).
    """
    _refuse_termination(letter.kind)
    return written_mail(
        "corrected",
        language,
        offered,
        reference=letter.reference,
        kind=letter.kind.value,
        name=letter.name,
        replied_on=letter.replied_on,
        received_on=letter.received_on,
        decision_due=letter.decision_due,
        fields=letter.fields,
        copies=letter.copies,
        text_unchanged=letter.text_unchanged,
        left_to_person=letter.left_to_person,
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


def _refuse_termination(kind: ApplicationKind) -> None:
    if kind is ApplicationKind.TERMINATION:
        raise PactError("A notice of termination is answered by a person: `cfit held REF answer`.")


def _asked(requests: Sequence[Request], language: str) -> list[str]:
    return [asked_in(language, request.code, request.english) for request in requests]
