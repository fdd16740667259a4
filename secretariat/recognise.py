"""Whether a name is that of an organisation we know, and which of its applications it may mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from pact.application import ApplicationKind, State
from pact.name_index import NameIndex
from pact.organisations import LOOKS_LIKE, SAME, folded
from storage.applications import (
    KnownName,
    applications_of,
    is_within_a_year,
    known_names,
    organisation_by_key,
)
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
    # Most names are written as they are known: the database finds those without reading them all.
    known = organisation_by_key(session, folded(name))
    if known is not None:
        return Recognised(organisation_id=known)
    return recognise_among(index_of(known_names(session)), name)


def index_of(names: Iterable[KnownName]) -> NameIndex:
    """Return the names arranged for recognise_among."""
    index = NameIndex()
    for known in names:
        index.add(known.name, known.organisation_id)
    return index


def recognise_among(known: NameIndex, name: str) -> Recognised:
    """Return the organisation of that name among those in the index, as ``recognise`` does."""
    like = known.closest(name)
    if like is None or like.score < LOOKS_LIKE:
        return Recognised()
    if like.score >= SAME:
        return Recognised(organisation_id=like.organisation)
    return Recognised(resembles=like.name)


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
