from datetime import UTC, datetime

from storage import journal
from storage.database import Database
from storage.journal import JournalLine
from storage.switches import LETTERS, LIVE, letters_are_live, set_switch
from storage.tables import Switch

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)


def test_letters_wait_until_a_person_lets_them_go(database: Database) -> None:
    with database.read() as session:
        before = letters_are_live(session)
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@secretariat.example", reason="tried", at=AT)
    with database.read() as session:
        after = letters_are_live(session)

    assert (before, after) == (False, True)


def test_a_switch_can_be_turned_back(database: Database) -> None:
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@secretariat.example", reason="tried", at=AT)
        set_switch(session, LETTERS, "hold", by="bea@secretariat.example", reason="too soon", at=LATER)

    with database.read() as session:
        switch = session.get_one(Switch, LETTERS)
        assert not letters_are_live(session)
        assert (switch.by, switch.at) == ("bea@secretariat.example", LATER)


def test_turning_a_switch_is_journalled_once(database: Database) -> None:
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@secretariat.example", reason="tried", at=AT)
        set_switch(session, LETTERS, LIVE, by="bea@secretariat.example", reason="too soon", at=LATER)

    with database.read() as session:
        assert session.get_one(Switch, LETTERS).by == "anna@secretariat.example"
        (line,) = journal.history(session, "switch:letters")
    assert line == JournalLine(
        1, AT, "switch:letters", "switch", "anna@secretariat.example", "letters set to live: tried"
    )
