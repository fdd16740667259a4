"""The mail domains that organisations are known to write from: by the register and by applications."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from pact.application import State
from storage.tables import Application, Organisation, Participation

_BELIEVED = (State.APPROVED.value, State.BEFORE_COMMITTEE.value)
"""A person has looked at these and let them pass; what merely came in proves no domain."""


def domains_on_record(session: Session) -> dict[int, tuple[str, frozenset[str]]]:
    """Return name and mail domains, lower case, of each organisation with a known address, by number."""
    names: dict[int, str] = {}
    domains: dict[int, set[str]] = {}
    for organisation_id, name, address in _addresses(session):
        domain = address.rpartition("@")[2].strip().lower()
        if "@" in address and domain:
            names[organisation_id] = name
            domains.setdefault(organisation_id, set()).add(domain)
    return {number: (name, frozenset(domains[number])) for number, name in names.items()}


def _addresses(session: Session) -> Iterator[tuple[int, str, str]]:
    by_register = select(Organisation.id, Organisation.name, Participation.contact_address).join(
        Participation, col(Participation.organisation_id) == col(Organisation.id)
    )
    by_application = (
        select(Organisation.id, Organisation.name, Application.applicant_address)
        .join(Application, col(Application.organisation_id) == col(Organisation.id))
        .where(col(Application.state).in_(_BELIEVED))
    )
    for query in (by_register, by_application):
        for number, name, address in session.exec(query):
            if number is not None:
                yield number, name, address
