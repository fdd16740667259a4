"""Further papers of an organisation that has applied: laid beside its application, for a person."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from pact.application import State
from pact.deadlines import decision_due
from pact.documents import FIELD_NAMES, Signatory
from secretariat.mail_in_hand import FiledPaper, Receipt
from secretariat.move import WORKER
from storage import journal
from storage.applications import fields_of
from storage.mails import reference_of
from storage.tables import Application, ApplicationMail, Document, Suggestion

UNDECIDED = ("suggested", "put_aside")
"""Parts of a mail that let it belong to no application yet, or no more."""


def lay_beside(
    session: Session,
    application: Application,
    receipt: Receipt,
    paper: FiledPaper,
    *,
    at: datetime,
    by: str = WORKER,
) -> None:
    """Put a further paper on an application as an open suggestion; no field changes.

    Mails are read side by side, so the one that came first may be filed second: the Committee's
    month is then counted anew, from the first receipt (6.4.2).
    """
    if receipt.received_at < application.received_at:
        count_from(session, application, receipt, at=at, by=by)
    kind, why = _what_it_adds(session, application, paper)
    document_id = paper.row.id if paper.row else None
    suggest(session, application, receipt, kind, why, document_id=document_id, at=at, by=by)


def suggest(
    session: Session,
    application: Application,
    receipt: Receipt,
    kind: str,
    why: str,
    *,
    document_id: int | None = None,
    at: datetime,
    by: str = WORKER,
) -> None:
    """Show a mail, or one paper of it, beside an application until a person decides about it."""
    assert application.id is not None
    attach(session, application, receipt.mail_id, None, part_played="suggested")
    session.add(
        Suggestion(
            application_id=application.id,
            mail_id=receipt.mail_id,
            document_id=document_id,
            kind=kind,
            why=why,
            at=at,
        )
    )
    journal.append(
        session,
        subject=application.reference,
        move="suggest",
        actor=by,
        reason=f"{reference_of(receipt.mail_id)}: {why}",
        at=at,
    )


def attach(
    session: Session, application: Application, mail_id: int, document: Document | None, *, part_played: str
) -> None:
    """Let a mail and, where there is one, its document belong to an application; once each.

    A mail that was only suggested plays the part that it gets now; no other part is taken from it.
    """
    assert application.id is not None
    if document is not None and document.application_id is None:
        document.application_id = application.id
        session.add(document)
    link = session.get(ApplicationMail, (application.id, mail_id))
    if link is None:
        link = ApplicationMail(application_id=application.id, mail_id=mail_id, part_played=part_played)
    if link.part_played in UNDECIDED:
        link.part_played = part_played
    session.add(link)
    session.flush()


def count_from(
    session: Session, application: Application, receipt: Receipt, *, at: datetime, by: str = WORKER
) -> None:
    """Count the Committee's month from an earlier receipt than the one on file (6.4.2)."""
    application.received_at = receipt.received_at
    application.received_on = receipt.received_on
    application.decision_due = decision_due(receipt.received_on)
    application.version += 1
    session.add(application)
    journal.append(
        session,
        subject=application.reference,
        move="count_from_earlier_receipt",
        actor=by,
        reason=f"{reference_of(receipt.mail_id)} came on {receipt.received_on}, before the mail filed first.",
        at=at,
    )


def count_from_repetition(session: Session, mail_id: int, receipt: Receipt, *, at: datetime) -> None:
    """Count the month anew for what a mail asked for, where the mail that repeats it came earlier."""
    for application in _asked_for_by(session, mail_id):
        if State(application.state).is_open and receipt.received_at < application.received_at:
            count_from(session, application, receipt, at=at)


def _asked_for_by(session: Session, mail_id: int) -> Sequence[Application]:
    """Return the applications that a mail opened, or laid a further paper beside."""
    opened = select(ApplicationMail.application_id).where(
        ApplicationMail.mail_id == mail_id, ApplicationMail.part_played == "opened"
    )
    beside = select(Suggestion.application_id).where(
        Suggestion.mail_id == mail_id,
        col(Suggestion.document_id).is_not(None),
        Suggestion.state != "put_aside",
    )
    number = col(Application.id)
    return session.exec(select(Application).where(number.in_(opened) | number.in_(beside))).all()


def _what_it_adds(session: Session, application: Application, paper: FiledPaper) -> tuple[str, str]:
    """Return the kind of suggestion and one sentence: what differs from what is on file."""
    on_file = {field.name: field.value for field in fields_of(session, application) if field.block == 0}
    first = paper.read.signatories[0] if paper.read.signatories else Signatory()
    brought = {name: getattr(first, name).value for name in FIELD_NAMES}
    if brought["name"] and on_file.get("name") and brought["name"] != on_file["name"]:
        kind, lead = "second_signatory", "A copy with another signatory"
    elif brought["participation_type"] != on_file.get("participation_type"):
        kind, lead = "other_role", "A copy with another participation type"
    else:
        kind, lead = "second_copy", "A second copy"
    differing = [
        f"{name.replace('_', ' ')} {brought[name] or 'not read'} (on file: {on_file.get(name) or 'not read'})"
        for name in FIELD_NAMES
        if brought[name] != on_file.get(name)
    ]
    return kind, f"{lead}, {paper.file_name}: {'; '.join(differing) or 'all fields the same'}."
