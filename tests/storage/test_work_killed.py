"""The worker in a process of its own: killed, upgraded, poisoned, cut off from its lock."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from sqlmodel import select

from storage import journal
from storage.database import Database
from storage.executors import EXIT_LOCK_LOST
from storage.mails import IncomingMail, keep_mail
from storage.settings import Settings
from storage.tables import JournalEntry, Mail
from storage.work import worker_lock

DELIVERY = IncomingMail(
    sha256="0" * 64,
    size_bytes=1,
    envelope_from="mira@waterboard.example",
    envelope_to=("cfit@localhost",),
    received_at=datetime(2026, 3, 2, tzinfo=UTC),
    source="smtp",
)
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
PROCESS = Path(__file__).with_name("busy_worker.py")


def test_a_worker_that_was_killed_leaves_its_mail_to_the_next_one(
    database: Database, settings: Settings
) -> None:
    keep(database, 3)
    kill_while_busy(settings, begun=3)

    done = run_process(settings, "do")

    assert done.returncode == 0
    assert outcomes(database) == {1: "done", 2: "done", 3: "done"}
    assert closings(database) == ["M-1", "M-2", "M-3"]


@on_sqlite
def test_a_worker_opens_no_socket_and_speaks_through_our_logs_alone(
    database: Database, settings: Settings
) -> None:
    keep(database, 1)

    done = run_process(settings, "do")

    assert done.stdout.splitlines() == ["version 0.1.0 worker-1", "begun 1", "idle"]
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert [event["event"] for event in events] == ["worker.started", "worker.stopped"]


def test_work_in_flight_survives_an_upgrade(database: Database, settings: Settings) -> None:
    keep(database, 2)
    killed = kill_while_busy(settings, begun=2, version="0.1.0")

    upgraded = run_process(settings, "do", "0.2.0")

    assert killed[0] == "version 0.1.0 worker-1"
    assert upgraded.stdout.splitlines()[0] == "version 0.2.0 worker-1"
    assert outcomes(database) == {1: "done", 2: "done"}


@pytest.mark.slow
def test_a_mail_that_kills_the_worker_ends_parked_and_the_others_are_done(
    database: Database, settings: Settings
) -> None:
    keep(database, 4)

    ends = [run_process(settings, "die").returncode for _ in range(5)]
    last = run_process(settings, "die")

    assert ends == [-signal.SIGKILL] * 5
    assert last.returncode == 0
    assert outcomes(database) == {1: "parked", 2: "done", 3: "done", 4: "done"}
    with database.read() as session:
        assert session.get_one(Mail, 1).why == "The worker died 5 times while it was at it."


@on_postgresql
def test_a_living_worker_takes_over_what_a_dead_one_had_begun(database: Database, settings: Settings) -> None:
    keep(database, 2)
    with worker_lock(settings):
        kill_while_busy(settings, begun=2)

        done = run_process(settings, "do")

    assert done.stdout.splitlines()[0] == "version 0.1.0 worker-2"
    assert outcomes(database) == {1: "done", 2: "done"}


@on_postgresql
def test_a_worker_that_loses_its_lock_ends_at_once(database: Database, settings: Settings) -> None:
    keep(database, 1)
    process = start_process(settings, "hang")
    read_until_begun(process, 1)

    address = make_url(settings.database_url).set(drivername="postgresql")
    with psycopg.connect(address.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks"
            " WHERE locktype = 'advisory' AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database())"
        )

    assert process.wait(20) == EXIT_LOCK_LOST
    process.communicate()


def keep(database: Database, count: int) -> None:
    for number in range(count):
        keep_mail(database, delivery=replace(DELIVERY, sha256=f"{number:064x}"))


def outcomes(database: Database) -> dict[int | None, str]:
    with database.read() as session:
        return {mail.id: mail.state for mail in session.exec(select(Mail))}


def closings(database: Database) -> list[str]:
    with database.read() as session:
        assert journal.verify_chain(session) == []
        return sorted(session.exec(select(JournalEntry.subject)))


def start_process(settings: Settings, *way: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", str(PROCESS), str(settings.home), settings.database_url, *way],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(PROCESS.parents[2])},
    )


def run_process(settings: Settings, *way: str) -> subprocess.CompletedProcess[str]:
    process = start_process(settings, *way)
    out, err = process.communicate(timeout=90)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def read_until_begun(process: subprocess.Popen[str], begun: int) -> list[str]:
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.strip())
        if sum("begun" in said for said in lines) == begun:
            return lines
    raise AssertionError(process.communicate()[1])


def kill_while_busy(settings: Settings, *, begun: int, version: str = "0.1.0") -> list[str]:
    process = start_process(settings, "hang", version)
    said = read_until_begun(process, begun)
    process.kill()
    process.communicate()
    return said
