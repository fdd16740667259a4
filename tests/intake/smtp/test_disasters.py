"""Worst days of the machine: no room, no home to write to, no database; then everything arrives."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from journeys.running import conversation, door_of, listener_in_thread, mails
from journeys.smtp_dialogue import Dialogue
from sqlalchemy import event, text

from storage.database import Database, connect
from storage.migrate import migrate
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings, load_settings

MAIL = b"From: Anna <anna@city.example>\r\nSubject: Our copy\r\n\r\nSee the attached document.\r\n"
KEPT = "250 2.0.0 Kept"
NO_SPACE = "452 4.3.1 No room for this mail at present, please try again later"
OUR_FAULT = "451 4.3.0 A fault on our side, please try again later"
LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "LOCK TABLE mail IN ACCESS EXCLUSIVE MODE"}
PATIENCE = {"sqlite": "PRAGMA busy_timeout=100", "postgresql": "SET lock_timeout='100ms'"}


def mail_of(number: int, size_bytes: int = 0) -> bytes:
    return b"X-Number: %d\r\n" % number + MAIL + b"a line of twenty-two.\r\n" * (size_bytes // 23)


def hand_over(client: Dialogue, data: bytes) -> str:
    return client.hand_over(data, "anna@city.example", "cfit@localhost")


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount something on a folder; skip where that is not allowed."""
    folder.mkdir(exist_ok=True)
    if os.geteuid() != 0 or subprocess.run(["mount", *options, str(folder)], check=False).returncode:
        pytest.skip("only root may mount a small or read-only disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_little_room_is_said_before_the_mail_is_sent(settings: Settings, database: Database) -> None:
    demanding = settings.model_copy(update={"min_free_bytes": 1 << 60})

    with conversation(demanding, database) as client:
        assert client.say("MAIL FROM:<anna@city.example>") == NO_SPACE
        assert client.say("RCPT TO:<cfit@localhost>") == "503 5.5.1 Send MAIL first"


def test_a_full_disk_refuses_for_now_and_then_everything_arrives(tmp_path: Path) -> None:
    with (
        mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=20m", "cfit-small-disk") as disk,
        ExitStack() as end,
    ):
        settings = load_settings(home=disk / "home", max_mail_bytes=4_000_000, min_free_bytes=1)
        migrate(settings)
        database = connect(settings.database_url)
        end.callback(database.close)
        (disk / "backup.tar").write_bytes(bytes(8_000_000))
        sent = [mail_of(number, 3_000_000 if number % 2 else 30_000) for number in range(12)]
        with conversation(settings, database) as client:
            while_full = [hand_over(client, data) for data in sent]
            (disk / "backup.tar").unlink()
            (disk / "home" / "room").write_bytes(b"")
            again = [
                hand_over(client, data) for data, reply in zip(sent, while_full, strict=True) if reply != KEPT
            ]
        sizes = [mail.size_bytes for mail in mails(database)]
        problems = list(open_originals_with_spool(settings, database).problems())

    assert {KEPT, NO_SPACE} == set(while_full)
    assert set(again) == {KEPT}
    assert sorted(sizes) == sorted(map(len, sent))
    assert problems == []


def test_a_home_that_cannot_be_written_to_refuses_for_now_and_then_everything_arrives(
    settings: Settings, database: Database, tmp_path: Path
) -> None:
    sent = [mail_of(1), mail_of(2, 200_000)]
    settings.home.mkdir(exist_ok=True)
    with mounted(tmp_path / "same", "--bind", str(settings.home)) as same:
        elsewhere = load_settings(home=same, database_url=settings.database_url)
        door = door_of(elsewhere, database)
        subprocess.run(["mount", "-o", "remount,bind,ro", str(same)], check=True)
        with listener_in_thread(elsewhere, door) as port, Dialogue(port).greet() as client:
            large_while_read_only = hand_over(client, sent[1])
            subprocess.run(["mount", "-o", "remount,bind,rw", str(same)], check=True)
            afterwards = [hand_over(client, data) for data in sent]

    assert (large_while_read_only, afterwards) == (OUR_FAULT, [KEPT, KEPT])
    assert [mail.size_bytes for mail in mails(database)] == list(map(len, sent))


def test_while_the_database_is_locked_every_client_is_put_off_and_then_everything_arrives(
    settings: Settings, database: Database
) -> None:
    @event.listens_for(database.engine, "checkout")
    def _wait_shortly(connection: object, *_: object) -> None:
        connection.cursor().execute(PATIENCE[database.dialect])  # type: ignore[attr-defined]
        connection.commit()  # type: ignore[attr-defined]

    with listener_in_thread(settings, door_of(settings, database)) as port, ExitStack() as end:
        clients = [end.enter_context(Dialogue(port).greet()) for _ in range(5)]
        with database.engine.connect() as other:
            other.execute(text(LOCK[database.dialect]))
            for number, client in enumerate(clients):
                client.begin_data("anna@city.example", "cfit@localhost")
                client.send(mail_of(number) + b".\r\n")
            while_locked = [client.hear() for client in clients]
            other.rollback()
        afterwards = [hand_over(client, mail_of(number)) for number, client in enumerate(clients)]

    assert (while_locked, afterwards) == ([OUR_FAULT] * 5, [KEPT] * 5)
    assert len(mails(database)) == 5
