"""Ending what an organisation takes part in or supports, at its own wish (6.6.1)."""

from datetime import date

from sqlmodel import Session

from pact.application import Role
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.recognise import recognise
from storage import journal
from storage.applications import lock_register
from storage.clock import legal_day
from storage.members import end_member
from storage.people import require
from storage.tables import Organisation


def end_membership(desk: Desk, name: str, until: date, hand: Hand) -> str:
    """Take an organisation out of the register, ``until`` being its last day, and say so in a sentence.

    A participant may end its participation at any time (6.6.1), also one that an import brought
    and that has no application. Raises PactError when the person may not, nobody by that name
    takes part, or the day has not come.
    """
    if not hand.reason.strip():
        raise PactError("Say why: every change of the register is kept with its reason.")
    if until > legal_day(desk.now(), desk.settings.timezone):
        raise PactError(f"{until} has not come yet: the register says who takes part today.")
    with desk.database.write() as session:
        require(session, hand.person, Role.SECRETARIAT)
        lock_register(session)
        organisation = _known(session, name)
        roles = " and ".join(end_member(session, organisation, until=until))
        journal.append(
            session,
            subject=f"O-{organisation.id}",
            move="end_membership",
            actor=hand.actor,
            reason=f"{roles} until {until}: {hand.reason}",
            at=desk.now(),
        )
        return f"{organisation.name} is no longer {roles}; last day {until}."


def _known(session: Session, name: str) -> Organisation:
    found = recognise(session, name)
    if found.organisation_id is None:
        like = f" Did you mean {found.resembles}?" if found.resembles else ""
        raise PactError(
            f"Nobody by the name {name!r} is known.{like} `cfit members list` lists the register."
        )
    return session.get_one(Organisation, found.organisation_id)
