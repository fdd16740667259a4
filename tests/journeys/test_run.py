"""The whole assistant as one command: mail in by SMTP, an application and a letter out, on both databases."""

import json
import os
import signal
import smtplib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from journeys.running import environment_of, mails
from sqlmodel import select

from pact.application import Role
from secretariat.demonstration.made_mails import demo_mails
from secretariat.desk import Desk
from secretariat.drafts import go_live
from secretariat.hand import Hand
from storage.database import Database
from storage.originals import open_originals
from storage.people import add_person
from storage.settings import Settings
from storage.tables import Application, Letter

OFFICER = "anna@secretariat.example"
PATIENCE_S = 60.0


@contextmanager
def assistant(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """Run `cfit run` and end it as an operator would."""
    process = subprocess.Popen(
        [sys.executable, "-m", "secretariat", "run"], env=environment_of(settings), stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_S) == 0


def until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so, for a minute at most."""
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


def send(settings: Settings, raw: bytes) -> None:
    """Hand one mail to the listener, once it listens."""
    notice = settings.home / "listener.json"
    until(notice.exists)
    told = json.loads(notice.read_text())
    with smtplib.SMTP(told["host"], told["port"], timeout=20) as client:
        client.sendmail("marijke@lindenhove.example", ["cfit@localhost"], raw)


def worker_below(pid: int) -> int:
    """Return the worker among the children of `cfit run`."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    (worker,) = [
        child for child in children if b"work" in Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
    ]
    return int(worker)


@pytest.fixture
def live(settings: Settings, database: Database) -> Desk:
    desk = Desk(settings, database, open_originals(settings))
    now = desk.now()
    with desk.database.write() as session:
        add_person(session, address=OFFICER, name="Anna", roles=[Role.SECRETARIAT], actor=None, at=now)
    go_live(desk, Hand(OFFICER, "os", "tested"))
    return desk


def test_a_signed_pact_in_the_mail_comes_out_registered_and_acknowledged(live: Desk) -> None:
    first = demo_mails(date(2026, 2, 2))[0]
    outbox = live.settings.home / "outbox"

    with assistant(live.settings):
        send(live.settings, first.raw)
        until(lambda: outbox.is_dir() and any(outbox.glob("*.eml")))

    with live.database.read() as session:
        application = session.exec(select(Application)).one()
        letter = session.exec(select(Letter)).one()
    (written,) = outbox.glob("*.eml")
    text = written.read_text()
    assert (application.state, letter.state) == ("ready", "sent")
    assert application.reference in text
    assert "Auto-Submitted: auto-replied" in text
    assert f"Message-ID: {letter.message_id}" in text


def test_a_worker_that_dies_is_started_again(live: Desk) -> None:
    first, second, *_ = demo_mails(date(2026, 2, 2))

    with assistant(live.settings) as running:
        send(live.settings, first.raw)
        until(
            lambda: bool(mails(live.database)) and all(mail.state == "done" for mail in mails(live.database))
        )
        os.kill(worker_below(running.pid), signal.SIGKILL)
        send(live.settings, second.raw)
        until(lambda: [mail.state for mail in mails(live.database)] == ["done", "done"])


def test_what_run_started_ends_when_run_itself_is_killed(live: Desk) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "secretariat", "run"],
        env=environment_of(live.settings),
        stderr=subprocess.DEVNULL,
    )
    until((live.settings.home / "listener.json").exists)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()

    process.kill()
    process.wait()

    until(lambda: not any(Path(f"/proc/{child}").exists() for child in children))
    assert len(children) == 2
