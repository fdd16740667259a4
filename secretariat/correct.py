"""Correcting a field by hand: the value with its reason, and what the checks then say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from pact.application import ApplicationKind, Move, Role, State
from pact.documents import FIELD_NAMES, Method, ParticipationType
from pact.errors import PactError
from pact.findings import Finding, Severity
from secretariat.application_as_read import application_as_read, name_of_organisation
from secretariat.case_findings import Case, findings_of_case
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.move import apply_move
from secretariat.queue_view import as_finding
from secretariat.recognise import Recognised, organisation_named, recognise
from storage import journal
from storage.applications import (
    fields_of,
    find_application,
    lock_register,
    mails_of,
    standing_findings,
    write_findings,
)
from storage.people import require
from storage.tables import Application


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one signature block, counted from 0, and what it should say."""

    field: str
    value: str
    block: int = 0


def correct(desk: Desk, reference: str, correction: Correction, hand: Hand) -> tuple[Finding, ...]:
    """Put a value in place of what was read and return the findings that stand then.

    Findings that the correction settles are settled. An application without open questions
    becomes ready, and one that was ready is looked at again when a question comes up. Raises
    PactError for a value that the field cannot hold.
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
        before = _found(session, application, Recognised(application.organisation_id))
        if correction.field == "organisation":
            # What the name resembled was found when it was new; the other name is compared anew.
            before += _standing(session, application, "resembles_another")
        was = _put(session, application, correction, value)
        known = _follow(session, application)
        _journal(session, desk, application, hand, f"{correction.field}: {was or 'not read'} -> {value}.")
        new = settle(session, desk, application, before, _found(session, application, known))
        standing = tuple(as_finding(row) for row in standing_findings(session, application.id or 0))
        _move_on(session, desk, application, hand, new=new, standing=standing)
        return standing


def settle(
    session: Session,
    desk: Desk,
    application: Application,
    before: Sequence[Finding],
    after: Sequence[Finding],
) -> list[Finding]:
    """Settle what the checks said before and say no more; write and return what they say anew."""
    assert application.id is not None
    gone = set(before) - set(after)
    for row in standing_findings(session, application.id):
        if as_finding(row) in gone:
            row.settled_at = desk.now()
            session.add(row)
    new = [found for found in after if found not in set(before)]
    write_findings(session, new, at=desk.now(), application_id=application.id)
    session.flush()
    return new


def _proper(correction: Correction) -> str:
    value = " ".join(correction.value.split())
    if correction.field not in FIELD_NAMES:
        raise PactError(f"There is no field {correction.field!r}: one of {', '.join(FIELD_NAMES)}.")
    if not value:
        raise PactError("Give the value that it should have.")
    if correction.field == "participation_type" and value not in set(ParticipationType):
        raise PactError(f"The participation type is one of {', '.join(ParticipationType)}, not {value!r}.")
    return _day(value) if correction.field == "date" else value


def _day(value: str) -> str:
    """Return the day in the one form that is stored, whichever form of ISO 8601 it was given in."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise PactError(f"Write the day as 2021-06-14, not {value!r}.") from None


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


def _follow(session: Session, application: Application) -> Recognised:
    """Let the application follow what its fields say now, and return whose it is."""
    read = application_as_read(session, application)
    name = name_of_organisation(read)
    known = recognise(session, name)
    if name:
        application.organisation_id = organisation_named(session, name)
    if read.signatories:
        application.participation_type = read.signatories[0].participation_type.value
    application.version += 1
    session.add(application)
    session.flush()
    return Recognised(application.organisation_id, known.resembles)


def _found(session: Session, application: Application, known: Recognised) -> list[Finding]:
    """Return what is found in the fields as they stand; the sender is the one of the mail that opened it."""
    opened = next((mail for mail, part in mails_of(session, application) if part == "opened"), None)
    case = Case(
        kind=ApplicationKind(application.kind),
        read=application_as_read(session, application),
        received_on=application.received_on,
        sender_domain=application.applicant_address.rpartition("@")[2].lower(),
        sender_verdict=(opened.sender_verdict if opened else None) or "none",
        known=known,
        application_id=application.id,
    )
    return findings_of_case(session, case)


def _standing(session: Session, application: Application, code: str) -> list[Finding]:
    assert application.id is not None
    return [as_finding(row) for row in standing_findings(session, application.id) if row.code == code]


def _journal(session: Session, desk: Desk, application: Application, hand: Hand, change: str) -> None:
    journal.append(
        session,
        subject=application.reference,
        move="correct",
        actor=hand.actor,
        reason=f"{change} {hand.reason}",
        at=desk.now(),
    )


def _move_on(
    session: Session,
    desk: Desk,
    application: Application,
    hand: Hand,
    *,
    new: Sequence[Finding],
    standing: Sequence[Finding],
) -> None:
    state = State(application.state)
    if state is State.READY and _ask(new):
        move, reason = Move.REOPEN, "A question came up with the correction."
    elif state in (State.RECEIVED, State.WAITING_FOR_APPLICANT) and not _ask(standing):
        move, reason = Move.MARK_READY, "Nothing is open any more after the correction."
    else:
        return
    apply_move(session, application, move, actor=hand.actor, reason=reason, at=desk.now())


def _ask(findings: Sequence[Finding]) -> bool:
    return any(found.severity is not Severity.INFO for found in findings)
