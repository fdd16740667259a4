"""The holding pen: mail that waits for a person, as people see it."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from pact.deadlines import decision_due
from secretariat.desk import Desk
from secretariat.likely_cases import LikelyCase, likely_of
from secretariat.mail_in_hand import first_received_at
from storage.clock import legal_day
from storage.mails import MailState, reference_of
from storage.tables import Application, Document, Mail, Suggestion

IN_THE_PEN = (MailState.HELD.value, MailState.PARKED.value)


@dataclass(frozen=True, slots=True)
class HeldMail:
    """One mail in the pen; the legal clock runs here too, so it has a decision date (6.4.2)."""

    reference: str
    received_on: date
    decision_due: date
    sender: str
    subject: str
    why: str
    state: str
    outcome: str | None
    documents: tuple[str, ...]
    seems_to_belong_to: str | None
    likely_cases: tuple[LikelyCase, ...] = ()


def list_held(session: Session, desk: Desk) -> list[HeldMail]:
    """Return what waits in the pen, the oldest first."""
    rows = session.exec(
        select(Mail).where(col(Mail.state).in_(IN_THE_PEN)).order_by(col(Mail.received_at), col(Mail.id))
    ).all()
    return [as_held(session, desk, row) for row in rows]


def as_held(session: Session, desk: Desk, row: Mail) -> HeldMail:
    """Return one mail as the pen shows it."""
    assert row.id is not None
    received_on = legal_day(first_received_at(session, row), desk.settings.timezone)
    names = session.exec(
        select(Document.file_name).where(Document.mail_id == row.id).order_by(col(Document.part))
    ).all()
    belongs = session.exec(
        select(Application.reference)
        .join(Suggestion, col(Suggestion.application_id) == col(Application.id))
        .where(Suggestion.mail_id == row.id, Suggestion.state == "open")
    ).first()
    return HeldMail(
        reference=reference_of(row.id),
        received_on=received_on,
        decision_due=decision_due(received_on),
        sender=row.sender_address or row.envelope_from,
        subject=row.subject,
        why=row.why,
        state=row.state,
        outcome=row.outcome,
        documents=tuple(names),
        seems_to_belong_to=belongs,
        likely_cases=likely_of(row),
    )
