"""Whether a name is that of an organisation we know, and which of its applications it may mean."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from pact.application import ApplicationKind, State
from pact.organisations import LOOKS_LIKE, SAME, folded, same_organisation
from storage.applications import applications_of, is_within_a_year, known_names
from storage.tables import Application, Organisation


@dataclass(frozen=True, slots=True)
class Recognised:
    """``organisation_id`` when the name is one we know; else the closest known name that
    resembles it, if any does, for a person to judge."""

    organisation_id: int | None = None
    resembles: str | None = None


def recognise(session: Session, name: str | None) -> Recognised:
    """Return the organisation of that name, through accents, legal forms and its other names."""
    if not name:
        return Recognised()
    key = folded(name)
    known = known_names(session)
    for candidate in known:
        if candidate.key == key:
            return Recognised(organisation_id=candidate.organisation_id)
    scored = [(same_organisation(name, candidate.name), candidate) for candidate in known]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or score < LOOKS_LIKE:
        return Recognised()
    if score >= SAME:
        return Recognised(organisation_id=best.organisation_id)
    return Recognised(resembles=best.name)


def organisation_named(session: Session, name: str) -> int | None:
    """Return the organisation of that name, made new when nobody by that name is known."""
    known = recognise(session, name).organisation_id
    if known is not None:
        return known
    organisation = Organisation(name=name, key=folded(name))
    session.add(organisation)
    session.flush()
    return organisation.id


def open_application_of(
    session: Session, organisation_id: int, kind: ApplicationKind, received_on: date
) -> Application | None:
    """Return the organisation's open application of that kind and of this year's round, if any."""
    for application in applications_of(session, organisation_id):
        is_open = State(application.state).is_open
        if is_open and application.kind == kind and is_within_a_year(application.received_on, received_on):
            return application
    return None
