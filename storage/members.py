"""The register of participants and supporters: who is in it, since when, in which role (6.4.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from pact.application import ApplicationKind
from pact.errors import PactError
from pact.participants import merged_role, role_left
from storage.tables import Application, Organisation, OrganisationName, Participation

SUPPORTER = "supporter"


@dataclass(frozen=True, slots=True)
class Member:
    """One row of the register as people see it."""

    organisation: str
    country: str
    kind: str
    role: str
    since: date | None
    contact_name: str
    contact_address: str
    language: str
    buyer_group: str
    other_names: tuple[str, ...] = ()


def list_members(session: Session) -> list[Member]:
    """Return all who take part or support now, by name."""
    rows = session.exec(
        select(Organisation, Participation)
        .join(Participation, col(Participation.organisation_id) == col(Organisation.id))
        .where(col(Participation.until).is_(None))
    ).all()
    others: dict[int, list[str]] = {}
    for other in session.exec(select(OrganisationName)).all():
        others.setdefault(other.organisation_id, []).append(other.name)
    members = [
        Member(
            organisation=organisation.name,
            country=organisation.country,
            kind=organisation.kind,
            role=taken.role,
            since=taken.since,
            contact_name=taken.contact_name,
            contact_address=taken.contact_address,
            language=organisation.language,
            buyer_group=taken.buyer_group,
            other_names=tuple(others.get(taken.organisation_id, ())),
        )
        for organisation, taken in rows
    ]
    return sorted(members, key=lambda member: (member.organisation.casefold(), member.role))


def enter_in_register(session: Session, application: Application, *, since: date) -> None:
    """Enter the organisation of an approved application, from the day of the decision.

    One that stands there in another role takes part in both from now on (2.1.1); a supporter
    that joins is no longer a supporter, since a supporter is a non-participant (2.2.1).
    """
    if application.organisation_id is None:
        raise PactError(
            f"{application.reference} has no organisation yet, so nobody can be entered in the register."
        )
    if application.kind == ApplicationKind.SUPPORT:
        _take_on(session, application, SUPPORTER, since)
        return
    if application.participation_type is None:
        raise PactError(
            f"{application.reference} has no participation type yet: no role can be entered in the register."
        )
    standing = _standing(session, application.organisation_id)
    role = application.participation_type
    for row in standing:
        role = role if row.role == SUPPORTER else merged_role(row.role, role)
    for row in standing:
        row.until = None if row.role == role else since
        session.add(row)
    if role not in {row.role for row in standing}:
        session.flush()
        _take_on(session, application, role, since)


def leave_register(session: Session, application: Application, *, until: date) -> None:
    """End the role that an application was for, however the register came to hold it (6.6).

    Of an organisation that takes part in both roles the other one goes on.
    """
    if application.organisation_id is None:
        return
    is_support = application.kind == ApplicationKind.SUPPORT
    ended = None if is_support else application.participation_type
    for row in _standing(session, application.organisation_id):
        if is_support != (row.role == SUPPORTER):
            continue
        left = role_left(row.role, ended) if ended else None
        if left != row.role:
            row.until = until
            session.add(row)
            if left is not None:
                _go_on(session, row, left)


def end_member(session: Session, organisation: Organisation, *, until: date) -> list[str]:
    """End all that an organisation takes part in or supports and return the roles (6.6.1).

    Raises PactError when it holds none now, or holds one only since a later day.
    """
    assert organisation.id is not None
    standing = _standing(session, organisation.id)
    if not standing:
        raise PactError(f"{organisation.name} neither takes part nor supports now: `cfit members list`.")
    for row in standing:
        if row.since is not None and until < row.since:
            raise PactError(f"{organisation.name} is {row.role} only since {row.since}, after {until}.")
        row.until = until
        session.add(row)
    return sorted(row.role for row in standing)


def _standing(session: Session, organisation_id: int) -> Sequence[Participation]:
    return session.exec(
        select(Participation).where(
            Participation.organisation_id == organisation_id, col(Participation.until).is_(None)
        )
    ).all()


def _go_on(session: Session, both: Participation, role: str) -> None:
    """Let one of two roles go on that stood in the register as ``both``."""
    row = _row_of(session, both.organisation_id, role)
    if row is None:
        row = Participation(
            organisation_id=both.organisation_id,
            role=role,
            since=both.since,
            contact_name=both.contact_name,
            contact_address=both.contact_address,
            buyer_group=both.buyer_group,
            application_id=both.application_id,
        )
    elif row.until is not None and row.until != both.since:
        # It had ended for good before the two were joined: what was held since then begins with both.
        row.since = both.since
    row.until = None
    session.add(row)


def _take_on(session: Session, application: Application, role: str, since: date) -> None:
    assert application.organisation_id is not None
    row = _row_of(session, application.organisation_id, role)
    row = row or Participation(organisation_id=application.organisation_id, role=role)
    row.since, row.until = since, None
    row.contact_name = application.applicant_name
    row.contact_address = application.applicant_address
    row.application_id = application.id
    session.add(row)


def _row_of(session: Session, organisation_id: int, role: str) -> Participation | None:
    return session.exec(
        select(Participation).where(
            Participation.organisation_id == organisation_id, Participation.role == role
        )
    ).first()
