"""Recognising an organisation among those that are known."""

import pytest

from pact.organisations import folded
from secretariat.recognise import Recognised, recognise
from storage.database import Database
from storage.tables import Organisation, OrganisationName


@pytest.fixture
def known(database: Database) -> Database:
    """Return a database that knows two organisations, one of them by two names."""
    with database.write() as session:
        for number, name in ((1, "Gemeente Havenmeer"), (2, "Rijksdienst Voorbeeld")):
            session.add(Organisation(id=number, name=name, key=folded(name)))
        session.flush()
        session.add(OrganisationName(organisation_id=2, name="RDV", key=folded("RDV")))
    return database


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gemeente havenmeer", Recognised(organisation_id=1)),
        ("R.D.V.", Recognised(organisation_id=2)),
        ("Gemeente Haven-Meer", Recognised(organisation_id=1)),
        ("Gemeente Havenmere", Recognised(resembles="Gemeente Havenmeer")),
        ("Gemeente Lindenhove", Recognised()),
        ("...", Recognised()),
        (None, Recognised()),
    ],
)
def test_a_name_is_recognised_through_its_spellings_and_a_like_one_is_named(
    known: Database, name: str | None, expected: Recognised
) -> None:
    with known.read() as session:
        assert recognise(session, name) == expected
