"""All that is known of one application or one mail, put together for `cfit show`."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, select

from intake.malware.virus_verdict import VirusCheck
from intake.ways_in.receipt import came_by
from pact.application import State, possible_moves
from pact.deadlines import due_words
from pact.errors import PactError
from secretariat.application_as_read import reading_of
from secretariat.certificates_shown import CertificateShown, certificates_shown
from secretariat.desk import Desk
from secretariat.held import HeldMail, as_held
from secretariat.letter_standing import standing_of
from secretariat.queue_view import QueueLine, line_of, triage_view
from storage import journal
from storage.applications import (
    decisions_of,
    documents_of,
    fields_of,
    find_application,
    mails_of,
    open_suggestions,
)
from storage.clock import legal_day
from storage.journal import JournalLine
from storage.mails import deliveries_of, mail_by_reference, reference_of
from storage.tables import Application, Document, Letter, Mail


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field with its evidence."""

    block: int
    name: str
    value: str | None
    confidence: float
    sure: bool
    page: int | None
    box_pt: list[float] | None
    method: str | None


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """One document: name, kind, pages, where its bytes lie, and what went wrong with it."""

    file_name: str
    kind: str
    pages: int
    size_bytes: int
    sha256: str
    problem: str | None
    virus_check: str
    certificates: tuple[CertificateShown, ...] = ()


@dataclass(frozen=True, slots=True)
class MailShown:
    """One mail of a case and the part it played."""

    reference: str
    part_played: str
    received_at: datetime
    sender: str
    verdict: str
    verdict_reason: str
    subject: str
    why: str
    came_by: str = ""


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter of a case and where it stands."""

    reference: str
    kind: str
    to: str
    subject: str
    state: str
    why: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One application with its evidence; `cfit show --json` prints these fields."""

    application: QueueLine
    due_words: str
    applicant: str
    possible_moves: tuple[str, ...]
    fields: tuple[FieldShown, ...]
    documents: tuple[DocumentShown, ...]
    mails: tuple[MailShown, ...]
    suggestions: tuple[str, ...]
    decisions: tuple[str, ...]
    letters: tuple[LetterShown, ...]
    history: tuple[JournalLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MailDossier:
    """One mail of the holding pen, or one that was filed, with its text and papers."""

    mail: HeldMail
    deliveries: int
    text: str
    documents: tuple[DocumentShown, ...]
    came_by: str = ""
    letters: tuple[LetterShown, ...] = ()
    history: tuple[JournalLine, ...] = field(default=())


def dossier(session: Session, desk: Desk, reference: str, *, history: bool) -> Dossier | MailDossier:
    """Return what is known of an application (CFIT-...) or a mail (M-...). PactError when unknown."""
    mail = mail_by_reference(session, reference)
    if mail is not None:
        return _of_mail(session, desk, mail, history=history)
    if reference.strip().upper().startswith("M-"):
        raise PactError(f"There is no mail {reference}. `cfit held` lists what waits for a person.")
    return _of_application(session, desk, find_application(session, reference), history=history)


def _of_application(session: Session, desk: Desk, application: Application, *, history: bool) -> Dossier:
    today = legal_day(desk.now(), desk.settings.timezone)
    view = triage_view(session, application, today)
    lines = journal.history(session, application.reference) if history else []
    return Dossier(
        application=line_of(session, application, view),
        due_words=due_words(application.received_on),
        applicant=f"{application.applicant_name} <{application.applicant_address}>".strip(),
        possible_moves=tuple(move.value for move in possible_moves(State(application.state))),
        fields=tuple(
            FieldShown(
                row.block, row.name, row.value, row.confidence, row.sure, row.page, row.box_pt, row.method
            )
            for row in fields_of(session, application)
        ),
        documents=tuple(_document(row) for row in documents_of(session, application)),
        mails=tuple(_mail(row, part) for row, part in mails_of(session, application)),
        suggestions=tuple(
            f"{reference_of(row.mail_id)}: {row.why}" for row in open_suggestions(session, application)
        ),
        decisions=tuple(
            f"{row.move} on {row.decided_on}: {row.votes or row.minutes}"
            for row in decisions_of(session, application)
        ),
        letters=_letters(session, Letter.application_id == application.id),
        history=tuple(lines),
    )


def _of_mail(session: Session, desk: Desk, mail: Mail, *, history: bool) -> MailDossier:
    assert mail.id is not None
    rows = session.exec(
        select(Document).where(Document.mail_id == mail.id).order_by(col(Document.part))
    ).all()
    return MailDossier(
        mail=as_held(session, desk, mail),
        deliveries=deliveries_of(session, mail.id),
        text=mail.body_text,
        came_by=came_by(mail.source),
        documents=tuple(_document(row) for row in rows),
        letters=_letters(session, Letter.mail_id == mail.id),
        history=tuple(journal.history(session, reference_of(mail.id)) if history else ()),
    )


def _document(row: Document) -> DocumentShown:
    error = row.reading.get("error")
    return DocumentShown(
        file_name=row.file_name,
        kind=row.kind,
        pages=row.reading.get("pages", 0),
        size_bytes=row.size_bytes,
        sha256=row.sha256,
        problem=error["message"] if error else None,
        virus_check=VirusCheck(row.virus_check).words,
        certificates=certificates_shown(reading_of(row).digital_signatures),
    )


def _mail(row: Mail, part_played: str) -> MailShown:
    assert row.id is not None
    return MailShown(
        reference=reference_of(row.id),
        part_played=part_played,
        received_at=row.received_at,
        sender=f"{row.sender_name or ''} <{row.sender_address or row.envelope_from}>".strip(),
        verdict=row.sender_verdict or "none",
        verdict_reason=row.sender_reason,
        subject=row.subject,
        why=row.why,
        came_by=came_by(row.source),
    )


def _letters(session: Session, condition: object) -> tuple[LetterShown, ...]:
    rows = session.exec(select(Letter).where(condition).order_by(col(Letter.id))).all()  # type: ignore[arg-type]
    return tuple(
        LetterShown(
            f"L-{row.id}", row.kind, row.to_address, row.subject, row.state, standing_of(row), row.sent_at
        )
        for row in rows
    )
