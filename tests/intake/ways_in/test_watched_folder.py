"""Mail that is put into a folder is taken in once it is whole, and its file moved once it is durable."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_up.mails import build_mail
from sqlmodel import select

from intake.door import Door
from intake.ways_in.receipt import Reception
from intake.ways_in.watched_folder import WatchedFolder
from storage.database import Database
from storage.originals import open_originals
from storage.settings import Settings
from storage.tables import Mail

# The databases differ in nothing that matters here.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

NOW = datetime(2026, 2, 2, 9, tzinfo=UTC)
WRITTEN = NOW - timedelta(minutes=10)


def watched(path: Path, settings: Settings, database: Database, size_limit: int = 1_000_000) -> WatchedFolder:
    door = Door(database, open_originals(settings))
    return WatchedFolder(path, door, Reception.of(settings), size_limit)


def put(file: Path, data: bytes, written: datetime = WRITTEN) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    os.utime(file, (written.timestamp(), written.timestamp()))
    return file


def mails(database: Database) -> list[Mail]:
    with database.read() as session:
        return list(session.exec(select(Mail).order_by(Mail.id)).all())


def test_a_file_is_kept_and_moved_and_was_received_when_it_was_written(
    tmp_path: Path, settings: Settings, database: Database
) -> None:
    raw = build_mail()
    file = put(tmp_path / "in" / "one.eml", raw)

    taken = watched(file.parent, settings, database).take_all(NOW)

    mail = mails(database)[0]
    assert (taken, mail.source, mail.received_at) == (1, "folder", WRITTEN)
    assert open_originals(settings).get(mail.sha256) == raw
    assert not file.exists()
    assert (file.parent / "taken" / "one.eml").read_bytes() == raw


def test_a_maildir_is_taken_in_from_new_and_cur(
    tmp_path: Path, settings: Settings, database: Database
) -> None:
    for folder, subject in (("new", "First"), ("cur", "Second"), ("tmp", "Half")):
        put(tmp_path / "box" / folder / f"1.{folder}:2,S", build_mail(subject=subject), NOW)

    taken = watched(tmp_path / "box", settings, database).take_all(NOW)

    assert (taken, len(mails(database))) == (2, 2)
    assert sorted(file.name for file in (tmp_path / "box" / "taken").iterdir()) == ["1.cur:2,S", "1.new:2,S"]
    assert (tmp_path / "box" / "tmp" / "1.tmp:2,S").exists()


def test_a_file_that_is_still_being_written_waits(
    tmp_path: Path, settings: Settings, database: Database
) -> None:
    put(tmp_path / "in" / "one.eml", build_mail(), NOW - timedelta(seconds=4))
    folder = watched(tmp_path / "in", settings, database)

    assert folder.take_all(NOW) == 0
    assert folder.take_all(NOW + timedelta(seconds=1)) == 1


@pytest.mark.parametrize("name", [".hidden.eml", "notes.txt", "one.eml.part"])
def test_what_is_no_mail_stays_where_it_is(
    tmp_path: Path, settings: Settings, database: Database, name: str
) -> None:
    file = put(tmp_path / "in" / name, build_mail())

    assert watched(tmp_path / "in", settings, database).take_all(NOW) == 0
    assert file.exists()


def test_a_link_is_not_followed(tmp_path: Path, settings: Settings, database: Database) -> None:
    secret = put(tmp_path / "secret", b"Subject: secret\r\n\r\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.eml").symlink_to(secret)

    assert watched(tmp_path / "in", settings, database).take_all(NOW) == 0
    assert mails(database) == []


def test_a_mail_that_is_too_large_is_put_aside(
    tmp_path: Path, settings: Settings, database: Database
) -> None:
    put(tmp_path / "in" / "large.eml", build_mail(text="x" * 5_000))

    watched(tmp_path / "in", settings, database, size_limit=1_000).take_all(NOW)

    assert [file.name for file in (tmp_path / "in" / "too-large").iterdir()] == ["large.eml"]
    assert mails(database) == []


def test_a_second_file_of_one_name_writes_over_nothing(
    tmp_path: Path, settings: Settings, database: Database
) -> None:
    folder = watched(tmp_path / "in", settings, database)
    for subject in ("First", "Second"):
        put(tmp_path / "in" / "one.eml", build_mail(subject=subject))
        folder.take_all(NOW)

    assert sorted(file.name for file in (tmp_path / "in" / "taken").iterdir()) == ["one-1.eml", "one.eml"]
    assert len(mails(database)) == 2


def test_a_crash_between_keeping_and_moving_doubles_nothing(
    tmp_path: Path, settings: Settings, database: Database
) -> None:
    folder = watched(tmp_path / "in", settings, database)
    put(tmp_path / "in" / "one.eml", build_mail())
    folder.take_all(NOW)
    put(tmp_path / "in" / "one.eml", build_mail())

    folder.take_all(NOW)

    assert len(mails(database)) == 1


def test_an_outlook_item_is_a_mail_here_too(tmp_path: Path, settings: Settings, database: Database) -> None:
    put(tmp_path / "in" / "one.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    assert watched(tmp_path / "in", settings, database).take_all(NOW) == 1
