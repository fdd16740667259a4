import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import select

from storage.database import Database, connect, make_home, newest_revision, open_database
from storage.settings import Settings, SettingsError, load_settings
from storage.tables import Counter, Delivery, Switch

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@on_sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 30_000), ("foreign_keys", 1)],
)
def test_sqlite_is_durable_patient_and_strict(database: Database, pragma: str, value: object) -> None:
    with database.read() as session:
        assert session.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_a_write_commits_at_its_end(database: Database) -> None:
    with database.write() as session:
        session.add(Counter(series="a", last=1))

    with database.read() as session:
        assert session.get_one(Counter, "a").last == 1


def test_an_exception_undoes_the_whole_write(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write() as session:
            session.add(Counter(series="a", last=1))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()

    with database.read() as session:
        assert session.get(Counter, "a") is None


def test_what_was_loaded_may_be_used_after_the_end(database: Database) -> None:
    with database.write() as session:
        counter = Counter(series="a", last=7)
        session.add(counter)
    with database.read() as session:
        read = session.get_one(Counter, "a")

    assert (counter.last, read.last) == (7, 7)


def test_a_read_sees_one_moment(database: Database) -> None:
    with database.read() as reading:
        before = reading.exec(select(Counter.last)).all()
        with database.write() as session:
            session.add(Counter(series="a", last=1))
        after = reading.exec(select(Counter.last)).all()

    assert (before, after) == ([], [])


def test_a_read_writes_nothing(database: Database) -> None:
    with pytest.raises(DBAPIError), database.read() as session:
        session.execute(insert(Counter).values(series="a", last=1))

    with database.write() as session:
        session.add(Counter(series="b", last=1))
    with database.read() as session:
        assert session.exec(select(Counter.series)).all() == ["b"]


def test_writes_at_once_follow_one_another(database: Database) -> None:
    with database.write() as session:
        session.add(Counter(series="a", last=0))

    def raise_by_one(_: int) -> None:
        with database.write() as session:
            counter = session.get_one(Counter, "a", with_for_update=True)
            counter.last += 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(raise_by_one, range(40)))

    with database.read() as session:
        assert session.get_one(Counter, "a").last == 40


def test_a_row_that_refers_to_nothing_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(Delivery(mail_id=77, at=NOON, source="smtp", was_new=True))


def test_a_time_comes_back_as_it_went_in_aware_of_utc(database: Database) -> None:
    with database.write() as session:
        session.add(Switch(name="a", value="on", at=NOON, by="anna"))

    with database.read() as session:
        assert session.get_one(Switch, "a").at.isoformat() == "2026-03-02T12:00:00+00:00"


def test_an_error_does_not_tell_the_values_of_its_statement(database: Database) -> None:
    with database.write() as session:
        session.add(Switch(name="a", value="pl4nted", at=NOON, by="anna"))

    with pytest.raises(IntegrityError) as failed, database.write() as session:
        session.add(Switch(name="a", value="pl4nted too", at=NOON, by="anna"))

    assert "pl4nted" not in str(failed.value)


def test_a_prepared_database_opens(settings: Settings) -> None:
    opened = open_database(settings)

    with opened.read() as session:
        assert session.exec(select(Counter)).all() == []
    opened.close()


def test_an_unprepared_database_is_refused_with_what_to_do(home: Path, empty_database_url: str) -> None:
    with pytest.raises(SettingsError) as refused:
        open_database(load_settings(home=home, database_url=empty_database_url))

    assert str(refused.value) == (
        "The database is not prepared for this release: start `cfit run`, which prepares it, and try again."
    )


def test_a_database_of_a_newer_release_is_refused(database: Database, settings: Settings) -> None:
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SettingsError) as refused:
        open_database(settings)

    assert str(refused.value) == (
        f"The database was made by a newer release (schema 9999, this one knows {newest_revision()}): "
        "install that release, or restore the backup made before it."
    )


def test_a_database_that_is_not_there_is_named_without_its_password(home: Path) -> None:
    settings = load_settings(home=home, database_url="postgresql://cfit:pl4nted@127.0.0.1:1/cfit")

    with pytest.raises(SettingsError) as refused:
        open_database(settings)

    said = str(refused.value)
    assert said.startswith("The database postgresql+psycopg://cfit:***@127.0.0.1:1/cfit cannot be opened: ")
    assert said.endswith(" Check CFIT_DATABASE_URL.")
    assert "pl4nted" not in said


def test_the_home_folder_is_its_owners_alone(home: Path) -> None:
    make_home(load_settings(home=home))

    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_home_that_cannot_be_made_is_refused_with_what_to_do(tmp_path: Path) -> None:
    settings = load_settings(home=tmp_path / "file" / "home")
    (tmp_path / "file").write_text("")

    with pytest.raises(SettingsError) as refused:
        make_home(settings)

    assert str(refused.value) == (
        f"The home folder {tmp_path}/file/home cannot be made (Not a directory): "
        "set CFIT_HOME to a folder that you may write to."
    )


def test_connections_are_made_when_they_are_used(home: Path) -> None:
    database = connect(f"sqlite:///{home}/nowhere.sqlite")

    database.close()

    assert not home.exists()
