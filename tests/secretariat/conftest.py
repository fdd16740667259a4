"""A desk over a database of the test's own, with a clock that stands still and people who may act."""

from datetime import UTC, datetime

import pytest

from pact.application import Role
from secretariat.desk import Desk
from secretariat.hand import Hand
from storage.database import Database
from storage.originals import open_originals
from storage.people import add_person
from storage.settings import Settings

NOW = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
OFFICER = "anna@secretariat.example"
CHAIR = "carl@committee.example"


@pytest.fixture
def desk(settings: Settings, database: Database) -> Desk:
    """Return a desk on Monday 2 February 2026, with nobody at it yet."""
    return Desk(settings, database, open_originals(settings), now=lambda: NOW)


@pytest.fixture
def staffed_desk(desk: Desk) -> Desk:
    """Return the desk with an officer of the Secretariat and a chair of the Committee."""
    with desk.database.write() as session:
        add_person(session, address=OFFICER, name="Anna", roles=[Role.SECRETARIAT], actor=None, at=NOW)
        add_person(session, address=CHAIR, name="Carl", roles=[Role.CHAIR], actor=OFFICER, at=NOW)
    return desk


@pytest.fixture
def officer() -> Hand:
    """Return the officer's hand, with a reason."""
    return Hand(OFFICER, "os-account", "looked at it")
