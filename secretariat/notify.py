"""Telling people: which letter follows from what happened, written in the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from pact.application import ApplicationKind, Move, State
from pact.committee import Decision
from pact.documents import DocumentAsRead
from secretariat.desk import Desk
from secretariat.letter_texts import (
    Acknowledgement,
    Answer,
    DecisionTold,
    JoinedDocument,
    LetterFoot,
    acknowledgement_text,
    answer_text,
    decision_text,
    joined_text,
)
from secretariat.mail_in_hand import Receipt
from secretariat.move import WORKER, apply_move
from secretariat.queue_view import findings_on
from secretariat.register import Registration
from secretariat.what_was_read import requests_to_applicant, what_was_read
from storage.applications import mails_of, organisation_name
from storage.letters import (
    LetterKind,
    LetterState,
    NewLetter,
    can_be_written_to,
    write_letter,
)
from storage.mails import reference_of
from storage.tables import Application, Letter
from templates.written_mail import MailText


def acknowledge(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    registrations: Sequence[Registration],
    *,
    automatic: bool = True,
) -> None:
    """Acknowledge every application a mail opened, and once all papers it laid beside others.

    A paper laid beside an application that this same mail opened is told of in that letter.
    Not ``automatic``: drafts, for the person who registered it to read. Mail that may not be
    answered gets no letter either way.
    """
    if not receipt.may_be_answered:
        return
    opened = {one.application.id for one in registrations if one.opened}
    for one in registrations:
        if one.opened:
            papers = [
                (other.paper.file_name, other.paper.read)
                for other in registrations
                if other.application.id == one.application.id
            ]
            acknowledge_opened(session, desk, receipt, one.application, papers, automatic=automatic)
    further = [
        (one.paper.file_name, one.paper.read) for one in registrations if one.application.id not in opened
    ]
    if further:
        acknowledge_joined(session, desk, receipt, further, automatic=automatic)


def acknowledge_opened(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    application: Application,
    papers: Sequence[tuple[str, DocumentAsRead]],
    *,
    automatic: bool = True,
) -> None:
    """Write the one acknowledgement of an application, and wait for the applicant if it asks for anything."""
    text = acknowledgement_text(
        Acknowledgement(
            reference=application.reference,
            kind=ApplicationKind(application.kind),
            applicant_name=receipt.name,
            received_on=application.received_on,
            decision_due=application.decision_due,
            read=what_was_read(papers),
            requests=requests_to_applicant(findings_on(session, application)),
            foot=foot_of(desk),
        )
    )
    letter = _write(
        session,
        desk,
        receipt,
        text,
        _About(
            f"acknowledgement:{application.reference}:{receipt.mail_id}",
            LetterKind.ACKNOWLEDGEMENT,
            application.reference,
            application.id,
            automatic=automatic,
        ),
    )
    if letter is not None and letter.state == LetterState.READY:
        await_applicant(session, desk, application, WORKER)


def acknowledge_joined(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    papers: Sequence[tuple[str, DocumentAsRead]],
    *,
    automatic: bool = True,
) -> None:
    """Write the one letter about papers that were laid beside an application; it betrays nothing of it."""
    text = joined_text(
        JoinedDocument(
            reference=reference_of(receipt.mail_id),
            sender_name=receipt.name,
            received_on=receipt.received_on,
            read=what_was_read(papers),
            foot=foot_of(desk),
        )
    )
    number = reference_of(receipt.mail_id)
    about = _About(f"joined:{receipt.mail_id}", LetterKind.JOINED, number, automatic=automatic)
    _write(session, desk, receipt, text, about)


def draft_answer(session: Session, desk: Desk, receipt: Receipt, answer: str) -> Letter | None:
    """Draft a person's answer to a held mail; None when there is nobody to write to."""
    text = answer_text(
        Answer(
            reference=reference_of(receipt.mail_id),
            sender_name=receipt.name,
            text=answer,
            foot=foot_of(desk),
        )
    )
    return _write(
        session,
        desk,
        receipt,
        text,
        _About(
            f"answer:{receipt.mail_id}", LetterKind.ANSWER, reference_of(receipt.mail_id), automatic=False
        ),
    )


def draft_decision_letter(
    session: Session, desk: Desk, application: Application, move: Move, decision: Decision
) -> None:
    """Draft the letter that tells a decision; it leaves when a person sends it, never before."""
    assert decision.decided_on is not None
    if not can_be_written_to(application.applicant_address, desk.settings):
        return
    text = decision_text(
        DecisionTold(
            reference=application.reference,
            kind=ApplicationKind(application.kind),
            move=move,
            applicant_name=application.applicant_name,
            organisation=organisation_name(session, application),
            decided_on=decision.decided_on,
            foot=foot_of(desk),
            participation_type=application.participation_type,
        )
    )
    letter = NewLetter(
        key=f"decision:{application.reference}:{move.value}:{application.version}",
        kind=LetterKind.DECISION,
        to_address=application.applicant_address,
        subject=text.subject,
        body=text.body,
        reference=application.reference,
        automatic=False,
        application_id=application.id,
        in_reply_to=_opening_message_id(session, application),
    )
    write_letter(session, letter, desk.settings, at=desk.now())


def await_applicant(session: Session, desk: Desk, application: Application, actor: str) -> None:
    """Note that the applicant is awaited, now that a letter leaves that asks for something."""
    asks = requests_to_applicant(findings_on(session, application))
    if asks and State(application.state) is State.RECEIVED:
        reason = "The acknowledgement asks: " + " ".join(request.english for request in asks)
        apply_move(session, application, Move.ASK, actor=actor, reason=reason, at=desk.now())


def foot_of(desk: Desk) -> LetterFoot:
    """Return what stands under every letter."""
    settings = desk.settings
    return LetterFoot(settings.secretariat_name, settings.contact, settings.privacy_notice)


@dataclass(frozen=True, slots=True)
class _About:
    """What a letter is about: its key, and the reference that stands in its Reply-To."""

    key: str
    kind: LetterKind
    reference: str
    application_id: int | None = None
    automatic: bool = True


def _write(session: Session, desk: Desk, receipt: Receipt, text: MailText, about: _About) -> Letter | None:
    """Write an answer to a mail; None where its address is nobody's."""
    if not can_be_written_to(receipt.address, desk.settings):
        return None
    letter = NewLetter(
        key=about.key,
        kind=about.kind,
        to_address=receipt.address,
        subject=text.subject,
        body=text.body,
        reference=about.reference,
        automatic=about.automatic,
        application_id=about.application_id,
        mail_id=receipt.mail_id,
        in_reply_to=receipt.message_id,
        references=receipt.references,
    )
    number = write_letter(session, letter, desk.settings, at=desk.now())
    return session.get_one(Letter, number)


def _opening_message_id(session: Session, application: Application) -> str | None:
    return next((mail.message_id for mail, part in mails_of(session, application) if part == "opened"), None)
