"""Who may work: one worker over SQLite, numbered workers over PostgreSQL, each known dead by its lock."""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import psycopg
import structlog
from sqlalchemy import make_url, text

from storage.database import Database, make_home
from storage.settings import Settings, SettingsError

PLACES = 64
EXIT_LOCK_LOST = 70
"""Exit status of a worker whose place may be another's by now (EX_SOFTWARE of sysexits.h)."""

# Any two numbers will do, as long as nothing else takes advisory locks by them; migrations take
# theirs by one number, which PostgreSQL keeps apart.
_LOCK_SPACE = 0x63666974
_CHECK_EVERY_S = 1.0
_PATIENCE_S = 0.3
_PREFIX = "worker-"

log = structlog.get_logger(__name__)


class WorkerIsRunning(SettingsError):
    """Another process works already where only one may."""


@dataclass(frozen=True, slots=True)
class WorkerPlace:
    """Proof that this process holds a worker's lock; made by worker_lock alone."""

    number: int

    @property
    def executor_id(self) -> str:
        """Return the name under which the engine knows this worker."""
        return f"{_PREFIX}{self.number}"


@contextmanager
def worker_lock(settings: Settings) -> Iterator[WorkerPlace]:
    """Hold a worker's place while the block runs. Raises WorkerIsRunning when none is free.

    Over PostgreSQL the process ends with EXIT_LOCK_LOST as soon as its lock's connection is gone:
    from then on others recover what it works on.
    """
    make_home(settings)
    if settings.database_url.startswith("sqlite"):
        with _lock_file(settings.home / "worker.lock") as place:
            yield place
    else:
        with _session_lock(settings.database_url) as place:
            yield place


def worker_is_running(settings: Settings) -> bool:
    """Return whether a worker is at work on this database, without getting in the way of one."""
    if settings.database_url.startswith("sqlite"):
        path = settings.home / "worker.lock"
        return path.exists() and not _is_free(path)
    with psycopg.connect(_address(settings.database_url)) as connection:
        # objsubid 2 marks locks taken by two numbers.
        held = connection.execute(
            "SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
            " WHERE datname = current_database() AND classid = %s AND objsubid = 2",
            (_LOCK_SPACE,),
        )
        return held.fetchone() is not None


@contextmanager
def held_if_dead(database: Database, executor_id: str) -> Iterator[bool]:
    """Yield whether this worker is gone; if so nobody can take its place until the block ends."""
    number = executor_id.removeprefix(_PREFIX)
    if not number.isdecimal():
        yield False
        return
    with database.engine.begin() as connection:
        yield bool(
            connection.execute(
                text("SELECT pg_try_advisory_xact_lock(:space, :number)"),
                {"space": _LOCK_SPACE, "number": int(number)},
            ).scalar()
        )


@contextmanager
def _lock_file(path: Path) -> Iterator[WorkerPlace]:
    # Opened for appending: a process that does not get the lock must not wipe the holder's number.
    with path.open("a") as file:
        if not _is_locked(file, fcntl.LOCK_EX, patience_s=_PATIENCE_S):
            raise WorkerIsRunning(
                f"Another worker is at work in {path.parent} (`cfit run` or `cfit work`): "
                "over SQLite there is one. Leave the work to it, or stop it first."
            )
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield WorkerPlace(1)


def _is_free(path: Path) -> bool:
    with path.open() as file:
        return _is_locked(file, fcntl.LOCK_SH, patience_s=0)


def _is_locked(file: TextIO, kind: int, *, patience_s: float) -> bool:
    deadline = time.monotonic() + patience_s
    while True:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            # Somebody who only looks whether a worker runs holds it for an instant.
            if time.monotonic() > deadline:
                return False
            time.sleep(_PATIENCE_S / 10)
        else:
            return True


@contextmanager
def _session_lock(url: str) -> Iterator[WorkerPlace]:
    # A dead network must show within seconds, not after the system's two hours.
    with psycopg.connect(
        _address(url), autocommit=True, keepalives_idle=5, keepalives_interval=2, tcp_user_timeout=10_000
    ) as connection:
        place = WorkerPlace(_first_free_number(connection))
        released = threading.Event()
        watch = threading.Thread(target=_watch, args=(connection, released), name="worker-lock", daemon=True)
        watch.start()
        try:
            yield place
        finally:
            released.set()
            watch.join()
            # At once, not when the server notices the closed connection: the next may be waiting.
            with suppress(psycopg.Error):
                connection.execute("SELECT pg_advisory_unlock_all()")


def _first_free_number(connection: psycopg.Connection) -> int:
    for number in range(1, PLACES + 1):
        taken = connection.execute("SELECT pg_try_advisory_lock(%s, %s)", (_LOCK_SPACE, number)).fetchone()
        if taken is not None and taken[0]:
            return number
    raise WorkerIsRunning(f"All {PLACES} places for workers of this database are taken: stop one first.")


def _address(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _watch(connection: psycopg.Connection, released: threading.Event) -> None:
    while not released.wait(_CHECK_EVERY_S):
        try:
            connection.execute("SELECT 1")
        except psycopg.Error:
            log.critical("worker.lock_lost", advice="the database ended our session; start the worker again")
            # At once and without clean-up: anything this process still did, another does by now.
            os._exit(EXIT_LOCK_LOST)
