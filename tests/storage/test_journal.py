from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlmodel import select

from storage import journal
from storage.database import Database
from storage.journal import BEGINNING, JournalLine
from storage.tables import JournalEntry, JournalPersonal

AT = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)


def write_three(database: Database) -> None:
    for number, (subject, move) in enumerate(
        [("CFIT-2026-0001", "register"), ("M-7", "hold"), ("CFIT-2026-0001", "mark_ready")]
    ):
        with database.write() as session:
            journal.append(
                session,
                subject=subject,
                move=move,
                actor="anna@secretariat.example",
                reason=f"because {number}",
                at=AT + timedelta(minutes=number),
            )


def problems(database: Database) -> list[str]:
    with database.read() as session:
        return journal.verify_chain(session)


def test_history_tells_who_did_what_when_and_why_oldest_first(database: Database) -> None:
    write_three(database)

    with database.read() as session:
        history = journal.history(session, "CFIT-2026-0001")

    assert history == [
        JournalLine(1, AT, "CFIT-2026-0001", "register", "anna@secretariat.example", "because 0"),
        JournalLine(
            3,
            AT + timedelta(minutes=2),
            "CFIT-2026-0001",
            "mark_ready",
            "anna@secretariat.example",
            "because 2",
        ),
    ]


def test_entries_are_numbered_in_the_order_in_which_they_commit(database: Database) -> None:
    with database.write() as session:
        numbers = [
            journal.append(session, subject="M-1", move="hold", actor="a", reason="", at=AT) for _ in range(3)
        ]

    assert numbers == [1, 2, 3]
    assert problems(database) == []


def test_an_entry_of_an_undone_transaction_never_was(database: Database) -> None:
    def append_and_fail() -> None:
        with database.write() as session:
            journal.append(session, subject="M-1", move="hold", actor="a", reason="", at=AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        append_and_fail()
    write_three(database)

    with database.read() as session:
        assert session.exec(select(JournalEntry.seq).order_by(JournalEntry.seq)).all() == [1, 2, 3]
    assert problems(database) == []


def test_the_same_moment_in_another_zone_is_the_same_moment(database: Database) -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    with database.write() as session:
        journal.append(session, subject="M-1", move="hold", actor="a", reason="", at=elsewhere)

    with database.read() as session:
        assert journal.history(session, "M-1")[0].at == AT
    assert problems(database) == []


def test_a_time_without_zone_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="zone"), database.write() as session:
        journal.append(session, subject="M-1", move="hold", actor="a", reason="", at=AT.replace(tzinfo=None))


def test_an_empty_journal_is_whole(database: Database) -> None:
    with database.read() as session:
        assert journal.head_hash(session) == BEGINNING
    assert problems(database) == []


def test_the_head_is_the_newest_entrys_hash(database: Database) -> None:
    write_three(database)

    with database.read() as session:
        assert journal.head_hash(session) == session.get_one(JournalEntry, 3).hash


def test_erasing_a_person_leaves_the_chain_verifiable(database: Database) -> None:
    write_three(database)

    with database.write() as session:
        erased = journal.erase_personal(session, [1, 3, 99])

    with database.read() as session:
        kept = [(line.seq, line.actor, line.reason) for line in journal.history(session, "CFIT-2026-0001")]
        assert session.exec(select(JournalPersonal.seq)).all() == [2]
    assert erased == 2
    assert kept == [(1, None, None), (3, None, None)]
    assert problems(database) == []


def test_no_personal_value_is_in_the_chain_itself(database: Database) -> None:
    write_three(database)

    with database.read() as session:
        rows = session.execute(text("SELECT * FROM journal_entry")).all()

    assert "anna" not in str(rows)
    assert "because" not in str(rows)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("journal_entry SET seq = 20 WHERE seq = 3", "Journal entries 3 to 19 are missing."),
        (
            f"journal_entry SET previous = '{BEGINNING}' WHERE seq = 3",
            "Journal entry 3 does not follow from the one before it.",
        ),
        (f"journal_entry SET hash = '{BEGINNING}' WHERE seq = 3", "Journal entry 3 was changed."),
        ("journal_entry SET subject = 'M-8' WHERE seq = 2", "Journal entry 2 was changed."),
        ("journal_entry SET move = 'discard' WHERE seq = 2", "Journal entry 2 was changed."),
        ("journal_entry SET at = '2026-03-01 09:31:15.123456' WHERE seq = 2", "Journal entry 2 was changed."),
        (f"journal_entry SET digest = '{BEGINNING}' WHERE seq = 2", "Journal entry 2 was changed."),
        (
            "journal_personal SET salt = 'other' WHERE seq = 2",
            "The actor or reason of journal entry 2 was changed.",
        ),
        (
            "journal_personal SET actor = 'bea@x' WHERE seq = 2",
            "The actor or reason of journal entry 2 was changed.",
        ),
        (
            "journal_personal SET reason = 'else' WHERE seq = 2",
            "The actor or reason of journal entry 2 was changed.",
        ),
        ("journal_head SET seq = 4", "The journal ends with entry 3, but its head says otherwise."),
        (
            f"journal_head SET hash = '{BEGINNING}'",
            "The journal ends with entry 3, but its head says otherwise.",
        ),
    ],
)
def test_whatever_column_is_changed_it_shows(database: Database, change: str, said: str) -> None:
    write_three(database)

    with database.engine.connect() as connection:
        loosen(database, connection)
        connection.execute(text(f"UPDATE {change}"))
        connection.commit()

    assert said in problems(database)


def test_an_entry_taken_out_shows(database: Database) -> None:
    write_three(database)

    with database.write() as session:
        journal.erase_personal(session, [2])
        session.execute(text("DELETE FROM journal_entry WHERE seq = 2"))

    assert problems(database) == [
        "Journal entries 2 to 2 are missing.",
        "Journal entry 3 does not follow from the one before it.",
    ]


def test_an_end_cut_off_shows_against_the_head(database: Database) -> None:
    write_three(database)

    with database.write() as session:
        journal.erase_personal(session, [3])
        session.execute(text("DELETE FROM journal_entry WHERE seq = 3"))

    assert problems(database) == ["The journal ends with entry 2, but its head says otherwise."]


def test_a_journal_wiped_whole_shows_against_the_head(database: Database) -> None:
    write_three(database)

    with database.write() as session:
        session.execute(text("DELETE FROM journal_personal"))
        session.execute(text("DELETE FROM journal_entry"))

    assert problems(database) == ["The journal ends with entry 0, but its head says otherwise."]


def test_a_head_taken_away_shows(database: Database) -> None:
    write_three(database)

    with database.write() as session:
        session.execute(text("DELETE FROM journal_head"))

    assert problems(database) == ["The journal ends with entry 3, but its head says otherwise."]


def test_appending_at_once_from_many_threads_never_forks_the_chain(database: Database) -> None:
    def append(number: int) -> int:
        with database.write() as session:
            return journal.append(session, subject=f"M-{number}", move="hold", actor="a", reason="", at=AT)

    with ThreadPoolExecutor(8) as threads:
        numbers = sorted(threads.map(append, range(60)))

    assert numbers == list(range(1, 61))
    assert problems(database) == []
    with database.read() as session:
        assert len(set(session.exec(select(JournalEntry.previous)))) == 60


def loosen(database: Database, connection: object) -> None:
    """Let the tampering hand past the foreign key, as whoever holds the database can."""
    statement = (
        "PRAGMA foreign_keys=OFF"
        if database.dialect == "sqlite"
        else "SET session_replication_role = replica"
    )
    connection.execute(text(statement))  # type: ignore[attr-defined]
