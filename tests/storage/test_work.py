import json
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.settings import Settings
from storage.work import Job, Worker, worker_lock


class Rows:
    """Rows in memory that are due until they are done or parked."""

    def __init__(self, *ids: int, fails: Callable[[int], bool] = lambda _: False) -> None:
        self.due = list(ids)
        self.fails = fails
        self.tries: list[int] = []
        self.parked: list[tuple[int, str]] = []

    def job(self) -> Job:
        return Job("row", lambda: [(f"row-{n}", n) for n in self.due], self.run, self.park)

    def run(self, row_id: int) -> None:
        self.tries.append(row_id)
        if self.fails(row_id):
            raise ValueError("anna@waterboard.example")
        self.due.remove(row_id)

    def park(self, row_id: int, why: str) -> None:
        self.parked.append((row_id, why))
        self.due.remove(row_id)


@pytest.fixture
def work(database: Database, settings: Settings) -> Callable[[Rows], None]:
    """Return a function that works until all rows given are dealt with."""

    def until_idle(rows: Rows) -> None:
        with worker_lock(settings) as place:
            worker = Worker(database, settings, [rows.job()], place, retry_after_s=(0.01, 0.01))
            worker.start()
            try:
                assert worker.run_until_idle(timeout_s=30)
            finally:
                worker.stop()

    return until_idle


def test_every_due_row_is_worked_once(work: Callable[[Rows], None]) -> None:
    rows = Rows(1, 2, 3, 4, 5)

    work(rows)

    assert (sorted(rows.tries), rows.due, rows.parked) == ([1, 2, 3, 4, 5], [], [])


def test_a_row_that_fails_is_tried_again(work: Callable[[Rows], None]) -> None:
    rows = Rows(1)
    rows.fails = lambda _: len(rows.tries) < 3

    work(rows)

    assert (rows.tries, rows.parked) == ([1, 1, 1], [])


def test_a_row_that_fails_for_good_is_parked_once_with_kind_and_place_but_no_value(
    work: Callable[[Rows], None],
) -> None:
    rows = Rows(1, 2, fails=lambda row_id: row_id == 1)

    work(rows)

    line = Rows.run.__code__.co_firstlineno + 3
    assert rows.parked == [
        (1, f"It failed 3 times, at last with ValueError at tests/storage/test_work.py:{line}.")
    ]
    assert rows.tries.count(1) == 3


def test_what_was_parked_stays_parked_in_the_next_worker(work: Callable[[Rows], None]) -> None:
    rows = Rows(1, fails=lambda _: True)
    work(rows)

    work(rows)

    assert len(rows.parked) == 1


def test_a_finished_id_is_not_started_again_by_the_next_worker(
    database: Database, settings: Settings, work: Callable[[Rows], None]
) -> None:
    work(Rows(1))
    again = Rows(1)

    with worker_lock(settings) as place:
        worker = Worker(database, settings, [again.job()], place)
        worker.start()
        idle = worker.run_until_idle(timeout_s=1)
        worker.stop()

    assert (idle, again.tries, again.due) == (False, [], [1])


def test_stopping_waits_for_what_is_at_work(database: Database, settings: Settings) -> None:
    begun, finished = threading.Event(), threading.Event()
    due = [("slow-1", 1)]

    def run(_row_id: int) -> None:
        begun.set()
        threading.Event().wait(0.3)
        due.clear()
        finished.set()

    with worker_lock(settings) as place:
        worker = Worker(database, settings, [Job("slow", lambda: list(due), run, lambda *_: None)], place)
        worker.start()
        assert begun.wait(10)
        worker.stop()

    assert finished.is_set()


def test_a_worker_that_stops_between_two_tries_leaves_the_row_to_the_next(
    database: Database, settings: Settings, work: Callable[[Rows], None]
) -> None:
    rows = Rows(1)
    failed = threading.Event()

    def fail(_row_id: int) -> None:
        failed.set()
        raise ValueError

    with worker_lock(settings) as place:
        job = replace(rows.job(), run=fail)
        worker = Worker(database, settings, [job], place, retry_after_s=(60.0,))
        worker.start()
        assert failed.wait(10)
        worker.stop()
    work(rows)

    assert (rows.tries, rows.parked) == ([1], [])


def test_a_failing_look_for_work_is_repeated(database: Database, settings: Settings) -> None:
    rows = Rows(1)
    looks: list[int] = []

    def due() -> list[tuple[str, int]]:
        looks.append(1)
        if len(looks) == 1:
            raise ConnectionError
        return rows.job().due()

    with worker_lock(settings) as place:
        worker = Worker(database, settings, [replace(rows.job(), due=due)], place)
        worker.start()
        wait_until(lambda: rows.due == [])
        worker.stop()

    assert (rows.tries, rows.parked) == ([1], [])


def test_what_finished_long_ago_is_forgotten_by_the_engine(
    database: Database, settings: Settings, work: Callable[[Rows], None]
) -> None:
    work(Rows(1, 2))
    before = len(engine_ids(database))

    with worker_lock(settings) as place:
        worker = Worker(database, settings, [], place, keep_finished=timedelta(0))
        worker.start()
        wait_until(lambda: engine_ids(database) == [])
        worker.stop()

    assert before == 2


def test_the_engine_keeps_ids_alone_and_no_pickles(database: Database, work: Callable[[Rows], None]) -> None:
    rows = Rows(1, fails=lambda _: True)
    work(rows)
    tables = "" if database.dialect == "sqlite" else "dbos."

    with database.read() as session:
        inputs = session.execute(
            text(f"SELECT inputs FROM {tables}workflow_input ORDER BY workflow_uuid")
        ).scalars()
        kept = session.execute(text(f"SELECT serialization, error FROM {tables}workflow_status")).all()
        assert json.loads(inputs.all()[-1]) == {"positionalArgs": ["row", 1], "namedArgs": {}}
        assert {row.serialization for row in kept} == {"portable_json"}
        assert "waterboard" not in str(kept)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Return once it is so; fails after half a minute."""
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to be so")


def engine_ids(database: Database) -> list[str]:
    table = "workflow_status" if database.dialect == "sqlite" else "dbos.workflow_status"
    with database.read() as session:
        return list(session.execute(text(f"SELECT workflow_uuid FROM {table}")).scalars())
