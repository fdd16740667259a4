"""Listeners to talk to: one in a thread of the test, or the real process."""

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from journeys.smtp_dialogue import Dialogue
from sqlmodel import col, select

from intake.door import Door, accept_all
from intake.smtp.admission import Limits
from intake.smtp.group_commit import KeepAll
from intake.smtp.listener import Listener
from storage.clock import utc_now
from storage.database import Database
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Delivery, Mail

START_S = 60.0
LISTENER = (sys.executable, "-m", "intake")


def door_of(settings: Settings, database: Database) -> Door:
    """Return the real door over a test's database and a folder of originals."""
    return Door(database, open_originals_with_spool(settings, database))


def mails(database: Database) -> list[Mail]:
    """Return every mail row in the order of arrival."""
    with database.read() as session:
        return list(session.exec(select(Mail).order_by(col(Mail.id))))


def deliveries(database: Database) -> list[Delivery]:
    """Return every delivery row in the order of arrival."""
    with database.read() as session:
        return list(session.exec(select(Delivery).order_by(col(Delivery.id))))


def with_letters_leaving(settings: Settings, database: Database) -> Settings:
    """Let a person put letters live, and return settings under which no hour has too many."""
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@pact.example", reason="tried", at=utc_now())
    return settings.model_copy(update={"letters_per_hour": 1_000_000})


@contextmanager
def listener_in_thread(
    settings: Settings, door: Door, limits: Limits | None = None, *, keep_all: KeepAll | None = None
) -> Iterator[int]:
    """Run a listener beside the test and yield its port; closed in good order at the end."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    settings = settings.model_copy(update={"listen": "127.0.0.1:0"})
    listener = Listener(settings, door.originals, keep_all or partial(accept_all, door), limits)
    try:
        yield asyncio.run_coroutine_threadsafe(listener.open(), loop).result(START_S)
    finally:
        asyncio.run_coroutine_threadsafe(listener.close(), loop).result(START_S)
        asyncio.run_coroutine_threadsafe(loop.shutdown_default_executor(), loop).result(START_S)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(START_S)
        loop.close()


@contextmanager
def conversation(settings: Settings, database: Database, limits: Limits | None = None) -> Iterator[Dialogue]:
    """Run a listener over the real door and yield a conversation with it, past EHLO."""
    door = door_of(settings, database)
    with listener_in_thread(settings, door, limits) as port, Dialogue(port).greet() as client:
        yield client


@dataclass
class ListenerProcess:
    """A listener in a process of its own, and the port it chose."""

    process: subprocess.Popen[bytes]
    port: int


def environment_of(settings: Settings) -> dict[str, str]:
    """Return what the processes of the product need to work with the same home and database."""
    return {
        "CFIT_HOME": str(settings.home),
        "CFIT_DATABASE_URL": settings.database_url,
        "CFIT_LISTEN": "127.0.0.1:0",
        "CFIT_ADDRESSES": ",".join(settings.addresses),
        "CFIT_LETTERS_PER_HOUR": str(settings.letters_per_hour),
        "PATH": "/usr/bin:/bin",
    }


@contextmanager
def listener_process(settings: Settings, command: tuple[str, ...] = LISTENER) -> Iterator[ListenerProcess]:
    """Run ``python -m intake`` and yield it once it takes connections; killed at the end."""
    process = subprocess.Popen(command, env=environment_of(settings), stderr=subprocess.PIPE)
    try:
        yield ListenerProcess(process, await_port(settings, process))
    finally:
        process.kill()
        process.communicate()


def await_port(settings: Settings, process: subprocess.Popen[bytes]) -> int:
    """Return the port of that very process, read from the notice it writes."""
    deadline_s = time.monotonic() + START_S
    while time.monotonic() < deadline_s:
        try:
            notice = json.loads((settings.home / "listener.json").read_text())
        except FileNotFoundError:
            notice = {}
        if notice.get("pid") == process.pid:
            return int(notice["port"])
        if process.poll() is not None:
            raise AssertionError(f"the listener left with {process.returncode} before it listened")
        time.sleep(0.02)
    raise AssertionError("the listener did not begin to listen")
