"""Answers to an applicant: how the case stands, and what was taken over of a reply."""

from collections.abc import Sequence

from sqlmodel import Session

from intake.wants.corrections import TEXT_UNCHANGED
from pact.application import ApplicationKind, State
from pact.documents import FIELD_NAMES
from secretariat.better_copy import Taken
from secretariat.desk import Desk
from secretariat.letter_language import language_of_reply
from secretariat.letter_texts import StatusTold, TakenOver, status_text, taken_over_text
from secretariat.letter_writing import READ_FIRST, About, Content, foot_of, write_to_sender
from secretariat.mail_in_hand import Receipt
from secretariat.put_right import PutRight
from secretariat.queue_view import findings_on
from secretariat.what_was_read import requests_to_applicant
from storage.letters import LetterKind, waits_as_draft
from storage.tables import Application, Letter

TOLD_BY_ITSELF = (State.RECEIVED, State.WAITING_FOR_APPLICANT, State.READY, State.BEFORE_COMMITTEE)
"""The states that an applicant may be told without a person; a decision is told by its own letter first."""


def tell_status(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    application: Application,
    *,
    automatic: bool,
    why_not: str = READ_FIRST,
) -> Letter | None:
    """Answer how a case stands: by itself only where that is said and allowed, else as a draft.

    None for a termination, which a person answers, where there is nobody to write to, and where an
    answer to the same question waits for a person already: asking often makes no more drafts.
    """
    kind, state = ApplicationKind(application.kind), State(application.state)
    if kind is ApplicationKind.TERMINATION:
        return None
    if waits_as_draft(session, application, LetterKind.STATUS, receipt.address):
        return None
    facts = StatusTold(
        reference=application.reference,
        kind=kind,
        name=receipt.name,
        state=state,
        received_on=application.received_on,
        decision_due=application.decision_due,
        requests=requests_to_applicant(findings_on(session, application)),
        foot=foot_of(desk),
    )
    choice = language_of_reply(receipt.text, application.language)
    about = About(
        f"status:{receipt.mail_id}",
        LetterKind.STATUS,
        application.reference,
        application.id,
        automatic=automatic and state in TOLD_BY_ITSELF,
        why_not=why_not,
    )
    text = status_text(facts, choice.language, choice.offered)
    return write_to_sender(session, desk, receipt, Content(text, facts, choice), about)


def tell_taken_over(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    application: Application,
    taken: tuple[PutRight, Sequence[Taken]],
    *,
    left_to_person: bool,
) -> Letter | None:
    """Write the one letter about a reply: what was taken over, and what is still missing.

    ``taken`` are what its words put right, and the copies that stand for the case now.
    """
    right, copies = taken
    values = {name: value for copy in copies for name, value in copy.fields.items()} | right.taken
    facts = TakenOver(
        reference=application.reference,
        kind=ApplicationKind(application.kind),
        name=receipt.name,
        replied_on=receipt.received_on,
        received_on=application.received_on,
        decision_due=application.decision_due,
        fields=tuple((name, values[name]) for name in FIELD_NAMES if name in values),
        copies=tuple(copy.file_name for copy in copies),
        text_unchanged=TEXT_UNCHANGED in right.taken,
        left_to_person=left_to_person,
        requests=requests_to_applicant(findings_on(session, application)),
        foot=foot_of(desk),
    )
    choice = language_of_reply(receipt.text, application.language)
    about = About(f"corrected:{receipt.mail_id}", LetterKind.CORRECTED, application.reference, application.id)
    text = taken_over_text(facts, choice.language, choice.offered)
    return write_to_sender(session, desk, receipt, Content(text, facts, choice), about)
