"""An application checked anew after a person changed it: what is settled, what comes up, what follows."""

from collections.abc import Collection, Sequence

from sqlmodel import Session

from pact.application import ApplicationKind, Move, State
from pact.documents import DocumentAsRead
from pact.findings import Finding, Severity
from secretariat.application_as_read import application_as_read, name_of_organisation
from secretariat.case_findings import Case, findings_of_case
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.move import apply_move
from secretariat.queue_view import as_finding
from secretariat.recognise import Recognised, organisation_named, recognise
from storage.applications import mails_of, standing_findings, write_findings
from storage.tables import Application


def follow_fields(session: Session, application: Application) -> Recognised:
    """Let the application follow what its fields say now, and return whose it is."""
    read = application_as_read(session, application)
    name = name_of_organisation(read)
    known = recognise(session, name)
    application.organisation_id = organisation_named(session, name) if name else None
    if read.signatories:
        application.participation_type = read.signatories[0].participation_type.value
    application.version += 1
    session.add(application)
    session.flush()
    return Recognised(application.organisation_id, known.resembles)


def found_before(
    session: Session, desk: Desk, application: Application, changing: Collection[str]
) -> list[Finding]:
    """Return what is found before some fields change, with what will have to be found anew."""
    found = found_in(session, desk, application)
    if "organisation" in changing:
        # What the name resembled was found when it was new; the other name is compared anew.
        standing = standing_on(session, application)
        found += [one for one in standing if one.code == "resembles_another"]
    return found


def found_in(
    session: Session,
    desk: Desk,
    application: Application,
    known: Recognised | None = None,
    *,
    read: DocumentAsRead | None = None,
) -> list[Finding]:
    """Return what is found in the fields as they stand, or would be in those that are ``read``.

    The sender is that of the mail that opened it.
    """
    opened = next((mail for mail, part in mails_of(session, application) if part == "opened"), None)
    case = Case(
        kind=ApplicationKind(application.kind),
        read=read or application_as_read(session, application),
        received_on=application.received_on,
        sender_domain=application.applicant_address.rpartition("@")[2].lower(),
        sender_verdict=(opened.sender_verdict if opened else None) or "none",
        known=known or Recognised(application.organisation_id),
        application_id=application.id,
        wants_whole_copy=desk.settings.whole_copy,
    )
    return findings_of_case(session, case)


def standing_on(session: Session, application: Application) -> list[Finding]:
    """Return the findings that stand on record."""
    assert application.id is not None
    return [as_finding(row) for row in standing_findings(session, application.id)]


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


def move_on(
    session: Session, desk: Desk, application: Application, hand: Hand, new: Sequence[Finding]
) -> None:
    """Make an application ready when nothing is asked any more, and take that back when ``new`` asks."""
    state = State(application.state)
    if state is State.READY and _asks(new):
        move, reason = Move.REOPEN, "A question came up with it."
    elif state in _NOT_READY and not _asks(standing_on(session, application)):
        move, reason = Move.MARK_READY, "Nothing is open any more after it."
    else:
        return
    apply_move(session, application, move, actor=hand.actor, reason=f"{reason} {hand.reason}", at=desk.now())


_NOT_READY = (State.RECEIVED, State.WAITING_FOR_APPLICANT)


def _asks(findings: Sequence[Finding]) -> bool:
    return any(found.severity is not Severity.INFO for found in findings)
