"""Correcting a field by hand: the value with its reason, and what the checks then say."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from pact.application import Role, State
from pact.documents import FIELD_NAMES, Method, ParticipationType, SignatureKind
from pact.errors import PactError
from pact.findings import Finding
from secretariat.check_anew import follow_fields, found_before, found_in, move_on, settle, standing_on
from secretariat.desk import Desk
from secretariat.hand import Hand
from storage import journal
from storage.applications import (
    fields_of,
    find_application,
    lock_register,
)
from storage.people import require
from storage.tables import Application

CORRECTED = (*FIELD_NAMES, "signature")
"""What can be corrected in a signature block."""

WORDS_OF = {
    "participation_type": tuple(ParticipationType),
    "signature": tuple(kind for kind in SignatureKind if kind is not SignatureKind.NOT_LOOKED_AT),
}
"""The fields that hold one of a few words."""


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
    value = proper_value(correction)
    with desk.database.write() as session:
        lock_register(session)
        require(session, hand.person, Role.SECRETARIAT)
        application = find_application(session, reference)
        if not State(application.state).is_open:
            raise PactError(
                f"{application.reference} is {State(application.state).words}: it is corrected no more."
            )
        before = found_before(session, desk, application, [correction.field])
        was = _put(session, application, correction, value)
        known = follow_fields(session, application)
        _journal(session, desk, application, hand, f"{correction.field}: {was or 'not read'} -> {value}.")
        new = settle(session, desk, application, before, found_in(session, desk, application, known))
        move_on(session, desk, application, hand, new)
        return tuple(standing_on(session, application))


def proper_value(correction: Correction) -> str:
    """Return the value as it is stored. PactError for one that the field cannot hold."""
    value = " ".join(correction.value.split())
    if correction.field not in CORRECTED:
        raise PactError(f"There is no field {correction.field!r}: one of {', '.join(CORRECTED)}.")
    if not value:
        raise PactError("Give the value that it should have.")
    words = WORDS_OF.get(correction.field)
    if words and value not in words:
        raise PactError(
            f"The {correction.field.replace('_', ' ')} is one of {', '.join(words)}, not {value!r}."
        )
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


def _journal(session: Session, desk: Desk, application: Application, hand: Hand, change: str) -> None:
    journal.append(
        session,
        subject=application.reference,
        move="correct",
        actor=hand.actor,
        reason=f"{change} {hand.reason}",
        at=desk.now(),
    )
