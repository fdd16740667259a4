"""The work: rows that are due become durable workflows; the one module that knows the engine, DBOS."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog
from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID, WorkflowStatus

from storage.clock import utc_now
from storage.database import Database, connect
from storage.executors import WorkerIsRunning, WorkerPlace, held_if_dead, worker_lock
from storage.settings import Settings
from storage.tries import JobFailed, insist

__all__ = ["Job", "JobFailed", "Worker", "WorkerIsRunning", "WorkerPlace", "worker_lock"]

APPLICATION_VERSION = "1"
"""Never the release: the engine leaves alone for good what another version began."""

MAX_STARTS = 20
"""Starts of one job, each cut short by the worker's death, before a person has to look at it."""

SUSPECT_AFTER = 3
"""From this many starts on a job may be what kills the worker; until it ended, jobs run one by one."""

RETRY_AFTER_S = (1.0, 4.0, 15.0, 60.0)
PARK_AGAIN_AFTER_S = (*RETRY_AFTER_S, *[60.0] * 1440)
"""Parking is what a person sees of a failure, so it is tried for a day."""
KEEP_FINISHED = timedelta(days=14)

_WORK, _PARK = "work", "park"
_POLL_S = 0.1
_LOOK_AFTER_EVERY_S = 1.0
_SWEEP_EVERY_S = 3600.0
_SWEPT_AT_ONCE = 500
_UNDER_WAY = ["ENQUEUED", "PENDING"]
_DEAD = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

log = structlog.get_logger(__name__)
# The engine prints on stderr by itself unless its logger has a handler.
logging.getLogger("dbos").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Job:
    """One kind of work, found in the database and done row by row.

    ``due`` returns (workflow id, row id) of what waits; each id is started once, however often it
    is returned. ``run`` does one row and may be repeated after a crash: its effects hang on the
    row's state. ``park`` puts a row where a person sees it, with a sentence that says why.
    """

    name: str
    due: Callable[[], list[tuple[str, int]]]
    run: Callable[[int], None]
    park: Callable[[int, str], None]


class Worker:
    """The engine with its jobs: one in a process, in the place that worker_lock gave."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        jobs: Sequence[Job],
        place: WorkerPlace,
        *,
        retry_after_s: Sequence[float] = RETRY_AFTER_S,
        max_starts: int = MAX_STARTS,
        keep_finished: timedelta = KEEP_FINISHED,
    ) -> None:
        self.database = database
        self.settings = settings
        self.jobs = {job.name: job for job in jobs}
        self.place = place
        self.retry_after_s = retry_after_s
        self.max_starts = max_starts
        self.keep_finished = keep_finished
        self._engine = connect(settings.database_url)
        self._stopping = threading.Event()
        self._at_work: set[tuple[str, int]] = set()
        self._started: dict[str, set[str]] = {}
        self._buried: set[str] = set()
        self._careful = False
        self._watch = threading.Thread(target=self._keep_watch, name="worker-watch", daemon=True)

    def start(self) -> None:
        """Launch the engine, which takes up what was cut short, and begin to look for work."""
        DBOS(config=self._config())
        self._register()
        DBOS.launch()
        self._careful = bool(self._suspects())
        self._queue = DBOS.register_queue(
            _WORK,
            worker_concurrency=1 if self._careful else self.settings.jobs,
            polling_interval_sec=_POLL_S,
            on_conflict="always_update",
        )
        self._watch.start()
        log.info("worker.started", executor=self.place.executor_id, careful=self._careful)

    def stop(self, drain_s: float = 10.0) -> None:
        """Take nothing new, wait at most ``drain_s`` for what is at work; the rest goes on next time."""
        self._stopping.set()
        self._watch.join()
        wait_s = max(1, round(drain_s)) if self._at_work else 0
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=wait_s)
        self._engine.close()
        log.info("worker.stopped", executor=self.place.executor_id, left=len(self._at_work))

    def run_until_idle(self, timeout_s: float) -> bool:
        """Wait until nothing is due, at work or to be parked; false when that took too long."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if self._is_idle():
                return True
            time.sleep(_POLL_S)
        return False

    def _config(self) -> DBOSConfig:
        return {
            "name": "cfit",
            "system_database_engine": self._engine.engine,
            "application_version": APPLICATION_VERSION,
            "executor_id": self.place.executor_id,
            "serializer": DBOSPortableJSONSerializer(),
            "enable_otlp": False,
            # Nobody waits for the engine's messages: no connection is spent on hearing them.
            "use_listen_notify": False,
            "log_level": "WARNING",
        }

    def _register(self) -> None:
        # The names stand in the database: another name would strand what is under way.
        @DBOS.workflow(name=_WORK, max_recovery_attempts=self.max_starts - 1)
        def work(job: str, row_id: int) -> None:
            self._insist(job, row_id, lambda: self.jobs[job].run(row_id), waits_s=self.retry_after_s)

        @DBOS.workflow(name=_PARK, max_recovery_attempts=None)
        def park(job: str, row_id: int, why: str) -> None:
            self._insist(job, row_id, lambda: self.jobs[job].park(row_id, why), waits_s=PARK_AGAIN_AFTER_S)
            log.error("job.parked", job=job, row=row_id, why=why)

        self._do, self._give_up = work, park

    def _insist(self, job: str, row_id: int, act: Callable[[], None], *, waits_s: Sequence[float]) -> None:
        self._at_work.add((job, row_id))
        try:
            insist(act, waits_s=waits_s, stopping=self._stopping, job=job, row=row_id)
        finally:
            self._at_work.discard((job, row_id))

    def _keep_watch(self) -> None:
        looked_after = swept = float("-inf")
        while not self._stopping.wait(_POLL_S):
            try:
                self._start_due()
                if time.monotonic() - looked_after > _LOOK_AFTER_EVERY_S:
                    looked_after = time.monotonic()
                    self._bury_the_dead()
                    self._recover_from_dead_workers()
                    self._lift_care()
                if time.monotonic() - swept > _SWEEP_EVERY_S:
                    swept = time.monotonic()
                    self._sweep()
            except Exception:
                # The database is away, say: the rows stay due, and the next round finds them.
                log.exception("worker.watch_failed")
                self._stopping.wait(_LOOK_AFTER_EVERY_S)

    def _start_due(self) -> None:
        for job in self.jobs.values():
            due = job.due()
            for workflow_id, row_id in due:
                if workflow_id not in self._started.get(job.name, ()):
                    with SetWorkflowID(workflow_id):
                        self._queue.enqueue(self._do, job.name, row_id)
            # What is due no longer is forgotten here; the engine knows its id still.
            self._started[job.name] = {workflow_id for workflow_id, _ in due}

    def _bury_the_dead(self) -> None:
        """Have a person see each job that failed for good; the id of the parking makes it happen once."""
        for dead in self._unburied():
            assert dead.input is not None
            job, row_id = dead.input["args"]
            killed = f"The worker died {self.max_starts} times while it was at it."
            why = str(dead.error) if dead.error else killed
            with SetWorkflowID(f"park-{dead.workflow_id}"):
                self._queue.enqueue(self._give_up, job, row_id, why)
            self._buried.add(dead.workflow_id)

    def _unburied(self) -> list[WorkflowStatus]:
        dead = DBOS.list_workflows(status=_DEAD, name=_WORK)
        return [workflow for workflow in dead if workflow.workflow_id not in self._buried]

    def _recover_from_dead_workers(self) -> None:
        if self.database.dialect == "sqlite":
            return
        pending = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        others = {workflow.executor_id or "" for workflow in pending} - {self.place.executor_id}
        for executor_id in others:
            with held_if_dead(self.database, executor_id) as dead:
                if dead:
                    log.warning("worker.recovers_from", executor=executor_id)
                    DBOS._recover_pending_workflows([executor_id])

    def _suspects(self) -> list[WorkflowStatus]:
        under_way = DBOS.list_workflows(status=_UNDER_WAY, name=_WORK, load_input=False, load_output=False)
        return [workflow for workflow in under_way if (workflow.recovery_attempts or 0) >= SUSPECT_AFTER]

    def _lift_care(self) -> None:
        if self._careful and not self._suspects():
            self._careful = False
            self._queue.set_worker_concurrency(self.settings.jobs)

    def _sweep(self) -> None:
        """Delete what finished long ago; an id that comes due again after that starts anew."""
        before = (utc_now() - self.keep_finished).isoformat()
        while True:
            old = DBOS.list_workflows(
                completed_before=before, limit=_SWEPT_AT_ONCE, load_input=False, load_output=False
            )
            if not old:
                return
            DBOS.delete_workflows([workflow.workflow_id for workflow in old])

    def _is_idle(self) -> bool:
        # In this order: what is at work may make something due before it ends.
        active = DBOS.list_workflows(status=_UNDER_WAY, limit=1, load_input=False, load_output=False)
        return not active and not self._unburied() and not any(job.due() for job in self.jobs.values())
