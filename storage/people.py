"""The people who work with the product: who holds which role, and who may therefore do what."""

import re
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, select

from pact.application import Role
from pact.errors import PactError
from storage import journal
from storage.tables import Person

PEOPLE_LOCK = 0x63666976
"""Any number that nothing else in the same database takes an advisory lock by."""


def add_person(
    session: Session,
    *,
    address: str,
    name: str,
    roles: Iterable[Role],
    actor: str | None,
    at: datetime,
    os_user: str = "",
) -> Person:
    """Give a person these roles, instead of those held before, and journal it.

    ``actor`` must be of the Secretariat; the very first person, who must be so too, needs none.
    ``os_user`` is the account that did it on the machine. Raises PactError.
    """
    _lock_people(session)
    address = _folded(address)
    wanted = sorted({Role(role) for role in roles})
    if not wanted:
        raise PactError(f"Say which role {address} has: one of {', '.join(Role)}.")
    by = _who_may(session, actor, first=address if Role.SECRETARIAT in wanted else None)
    person = _find(session, address) or Person(address=address, name=name, roles=[])
    if person.removed_at is None and Role.SECRETARIAT in person.roles and Role.SECRETARIAT not in wanted:
        _keep_one_of_the_secretariat(session, person)
    person.name, person.roles, person.removed_at = name, [str(role) for role in wanted], None
    session.add(person)
    session.flush()
    reason = f"{address} is {', '.join(wanted)}"
    _note(session, person, "add_person", actor=_hand(by, os_user), reason=reason, at=at)
    return person


def remove_person(
    session: Session, *, address: str, actor: str | None, reason: str, at: datetime, os_user: str = ""
) -> Person:
    """End a person's roles and journal it; the row stays, for the journal speaks of it.

    ``os_user`` is the account that did it on the machine. Raises PactError, also for the last one
    of the Secretariat.
    """
    _lock_people(session)
    by = _who_may(session, actor, first=None)
    person = require(session, address, set(Role))
    if Role.SECRETARIAT in person.roles:
        _keep_one_of_the_secretariat(session, person)
    person.removed_at = at
    session.add(person)
    _note(session, person, "remove_person", actor=_hand(by, os_user), reason=reason, at=at)
    return person


def list_people(session: Session, *, removed_too: bool = False) -> list[Person]:
    """Return the people by address; those whose roles ended only when asked for."""
    people = session.exec(select(Person).order_by(col(Person.address)))
    return [person for person in people if removed_too or person.removed_at is None]


def person_by_address(session: Session, address: str) -> Person | None:
    """Return the person with this mail address who still holds a role."""
    person = _find(session, _folded(address))
    return person if person and person.removed_at is None else None


def require(session: Session, address: str | None, roles: Role | set[Role]) -> Person:
    """Return the person on whose behalf something is done, who holds at least one of ``roles``.

    Raises PactError with a sentence that says what to do instead.
    """
    wanted = {roles} if isinstance(roles, Role) else roles
    if not address:
        raise PactError("Say on whose behalf: --as ADDRESS, or the setting CFIT_ACTOR.")
    person = person_by_address(session, address)
    if person is None:
        raise PactError(f"{address} is not known here: the Secretariat adds people with `cfit people add`.")
    if not wanted & {Role(role) for role in person.roles}:
        raise PactError(
            f"{person.address} is {', '.join(person.roles)}; this takes {' or '.join(sorted(wanted))}."
        )
    return person


def _lock_people(session: Session) -> None:
    """Let one transaction at a time change the people: who is first, and who is last, is asked only once.

    SQLite lets one writer in anyway; PostgreSQL is asked for a lock of its own.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": PEOPLE_LOCK})


def _who_may(session: Session, actor: str | None, *, first: str | None) -> str:
    """Return the address that answers for a change of the people."""
    if session.exec(select(Person.id).limit(1)).first() is not None:
        return require(session, actor, Role.SECRETARIAT).address
    if first is None:
        raise PactError("The first person must be of the Secretariat: add --role secretariat.")
    return first


def _keep_one_of_the_secretariat(session: Session, leaving: Person) -> None:
    others = [p for p in list_people(session) if p.id != leaving.id and Role.SECRETARIAT in p.roles]
    if not others:
        raise PactError(
            f"{leaving.address} is the last of the Secretariat: add somebody else to it first, "
            "or nobody could add people any more."
        )


def _find(session: Session, address: str) -> Person | None:
    return session.exec(select(Person).where(Person.address == _folded(address))).first()


def _folded(address: str) -> str:
    folded = address.strip().lower()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", folded):
        raise PactError(f"{address!r} is not a mail address, such as anna@example.org.")
    return folded


def _hand(by: str, os_user: str) -> str:
    return f"{by} (as {os_user})" if os_user else by


def _note(session: Session, person: Person, move: str, *, actor: str, reason: str, at: datetime) -> None:
    journal.append(session, subject=f"P-{person.id}", move=move, actor=actor, reason=reason, at=at)
