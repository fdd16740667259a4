"""Correcting a field by hand: the value with its reason, and what the checks then say."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from intake.reading_json import from_json
from pact.application import ApplicationKind, Move, Role, State
from pact.checks import Circumstances, check_application
from pact.documents import (
    FIELD_NAMES,
    DocumentAsRead,
    Field,
    Method,
    ParticipationType,
    Signatory,
    Signature,
    SignatureKind,
)
from pact.errors import PactError
from pact.findings import Finding, Severity
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.move import apply_move
from secretariat.queue_view import as_finding
from secretariat.recognise import organisation_named
from storage import journal
from storage.applications import (
    documents_of,
    fields_of,
    find_application,
    lock_register,
    standing_findings,
    write_findings,
)
from storage.people import require
from storage.tables import Application, ApplicationField

SETTLES_REMARK = {"date": "ambiguous_date", "participation_type": "contradictory_marks"}
"""What the reader was in doubt about is no longer in doubt once a person has said it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one signature block, counted from 0, and what it should say."""

    field: str
    value: str
    block: int = 0


def correct(desk: Desk, reference: str, correction: Correction, hand: Hand) -> tuple[Finding, ...]:
    """Put a value in place of what was read and return the findings that stand then.

    Findings that the correction settles are settled, and an application without open questions
    becomes ready. Raises PactError for a value that the field cannot hold.
    """
    if not hand.reason.strip():
        raise PactError("Say why: every correction is kept with its reason.")
    value = _proper(correction)
    with desk.database.write() as session:
        lock_register(session)
        require(session, hand.person, Role.SECRETARIAT)
        application = find_application(session, reference)
        if not State(application.state).is_open:
            raise PactError(
                f"{application.reference} is {State(application.state).words}: it is corrected no more."
            )
        before = _checked(session, application)
        was = _put(session, application, correction, value)
        _follow(session, application, correction, value)
        _journal(session, desk, application, hand, f"{correction.field}: {was or 'not read'} -> {value}.")
        _settle(session, desk, application, before, _checked(session, application))
        standing = tuple(as_finding(row) for row in standing_findings(session, application.id or 0))
        _ready_if_complete(session, desk, application, standing, hand)
        return standing


def _proper(correction: Correction) -> str:
    value = " ".join(correction.value.split())
    if correction.field not in FIELD_NAMES:
        raise PactError(f"There is no field {correction.field!r}: one of {', '.join(FIELD_NAMES)}.")
    if not value:
        raise PactError("Give the value that it should have.")
    if correction.field == "participation_type" and value not in set(ParticipationType):
        raise PactError(f"The participation type is one of {', '.join(ParticipationType)}, not {value!r}.")
    if correction.field == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            raise PactError(f"Write the day as 2021-06-14, not {value!r}.") from None
    return value


def _put(session: Session, application: Application, correction: Correction, value: str) -> str | None:
    """Set the field and return what it said before."""
    rows = fields_of(session, application)
    row = next((one for one in rows if (one.block, one.name) == (correction.block, correction.field)), None)
    if row is None:
        raise PactError(f"{application.reference} has no signature block {correction.block + 1}.")
    was = row.value
    row.value, row.confidence, row.sure, row.method = value, 1.0, True, Method.PERSON.value
    row.page, row.box_pt = None, None
    session.add(row)
    session.flush()
    return was


def _follow(session: Session, application: Application, correction: Correction, value: str) -> None:
    """Let the application itself follow what its first block says now."""
    if correction.block == 0 and correction.field == "participation_type":
        application.participation_type = value
    if correction.block == 0 and correction.field == "organisation":
        application.organisation_id = organisation_named(session, value)
    application.version += 1
    session.add(application)
    session.flush()


def _checked(session: Session, application: Application) -> list[Finding]:
    """Return what the checks say of the fields as they stand; the sender is judged at receipt only."""
    circumstances = Circumstances(
        application.received_on, sender_domain=application.applicant_address.rpartition("@")[2].lower()
    )
    read = _as_read(session, application)
    return check_application(read, ApplicationKind(application.kind), circumstances)


def _as_read(session: Session, application: Application) -> DocumentAsRead:
    rows = fields_of(session, application)
    blocks = sorted({row.block for row in rows})
    signatories = tuple(_signatory([row for row in rows if row.block == block]) for block in blocks)
    by_hand = {row.name for row in rows if row.method == Method.PERSON}
    settled = {SETTLES_REMARK[name] for name in by_hand & set(SETTLES_REMARK)}
    documents = documents_of(session, application)
    read = from_json(json.dumps(documents[0].reading).encode()) if documents else DocumentAsRead()
    remarks = tuple(remark for remark in read.remarks if remark.code not in settled)
    return replace(read, signatories=signatories, remarks=remarks)


def _signatory(rows: Iterable[ApplicationField]) -> Signatory:
    found = {row.name: row for row in rows}
    fields = {name: _field(found[name]) for name in FIELD_NAMES if name in found}
    signature = found.get("signature")
    kind = SignatureKind(signature.value) if signature and signature.value else SignatureKind.NONE
    confidence = signature.confidence if signature else 0.0
    return replace(Signatory(signature=Signature(kind, confidence)), **fields)  # type: ignore[arg-type]


def _field(row: ApplicationField) -> Field:
    return Field(
        row.value, row.confidence, row.sure, row.page, method=Method(row.method) if row.method else None
    )


def _settle(
    session: Session, desk: Desk, application: Application, before: list[Finding], after: list[Finding]
) -> None:
    """Settle what the checks said before and say no more, and write what they say anew."""
    assert application.id is not None
    gone = set(before) - set(after)
    for row in standing_findings(session, application.id):
        if as_finding(row) in gone:
            row.settled_at = desk.now()
            session.add(row)
    new = [found for found in after if found not in set(before)]
    write_findings(session, new, at=desk.now(), application_id=application.id)
    session.flush()


def _journal(session: Session, desk: Desk, application: Application, hand: Hand, change: str) -> None:
    journal.append(
        session,
        subject=application.reference,
        move="correct",
        actor=hand.actor,
        reason=f"{change} {hand.reason}",
        at=desk.now(),
    )


def _ready_if_complete(
    session: Session, desk: Desk, application: Application, standing: tuple[Finding, ...], hand: Hand
) -> None:
    open_question = any(found.severity is not Severity.INFO for found in standing)
    if not open_question and State(application.state) in (State.RECEIVED, State.WAITING_FOR_APPLICANT):
        apply_move(
            session,
            application,
            Move.MARK_READY,
            actor=hand.actor,
            reason="Nothing is open any more after the correction.",
            at=desk.now(),
        )
