"""The worker: what it watches for, what it does with each, and where it puts what it cannot do."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from intake.sandbox.reader_pool import ReaderPool
from secretariat.desk import Desk, open_desk
from secretariat.move import WORKER
from secretariat.process import process_mail
from secretariat.readers import open_readers, with_material_of_today
from secretariat.send_mail import due_sendings, give_up_sending, send_letter
from secretariat.sweep import settle_originals, sweep_originals
from storage import journal
from storage.logs import configure_logs
from storage.mails import park_mail, pending_mails, reference_of
from storage.migrate import migrate
from storage.settings import load_settings
from storage.work import Job, Worker, WorkerPlace, worker_lock

log = structlog.get_logger(__name__)

AT_ONCE = 200
"""Mails looked at in one round: more would only wait in memory instead of in the table."""

SETTLED_EVERY_S = 30
"""How long the bytes of small mail may lie in the spool while a worker runs."""


def work_until_told() -> None:
    """Run a worker until SIGTERM or SIGINT, then finish what is in hand. Raises SettingsError."""
    configure_logs("worker")
    settings = load_settings()
    migrate(settings)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    desk = open_desk(settings)
    with worker_lock(settings) as place, working(desk, place):
        stop.wait()


@contextmanager
def working(desk: Desk, place: WorkerPlace) -> Iterator[Worker]:
    """Let a worker run, in the place that worker_lock gave, for as long as the block does."""
    with open_readers(desk.settings) as readers:
        worker = Worker(
            desk.database,
            desk.settings,
            [mail_job(desk, readers), letter_job(desk), sweep_job(desk), settle_job(desk)],
            place,
        )
        worker.start()
        try:
            yield worker
        finally:
            worker.stop()


def mail_job(desk: Desk, readers: ReaderPool) -> Job:
    """Every mail row that has no outcome yet is a job: the row was written before our 250."""

    def due() -> list[tuple[str, int]]:
        with desk.database.read() as session:
            return [(_name(mail_id, again), mail_id) for mail_id, again in pending_mails(session, AT_ONCE)]

    def run(mail_id: int) -> None:
        process_mail(desk, with_material_of_today(desk, readers), mail_id)

    def park(mail_id: int, problem: str) -> None:
        why = f"Processing it failed on our side; the mail is kept whole. {problem}"
        with desk.database.write() as session:
            if park_mail(session, mail_id, why):
                journal.append(
                    session,
                    subject=reference_of(mail_id),
                    move="park",
                    actor=WORKER,
                    reason=why,
                    at=desk.now(),
                )

    return Job(name="mail", due=due, run=run, park=park)


def _name(mail_id: int, again: int) -> str:
    # A workflow that ended is never started again, so a further round needs a name of its own.
    return f"mail-{mail_id}-{again}" if again else f"mail-{mail_id}"


def letter_job(desk: Desk) -> Job:
    """Every letter that may leave is a job, once for each try."""

    def due() -> list[tuple[str, int]]:
        with desk.database.read() as session:
            return due_sendings(session, desk.now())

    def run(letter_id: int) -> None:
        send_letter(desk, letter_id)

    def park(letter_id: int, problem: str) -> None:
        give_up_sending(desk, letter_id, problem)

    return Job(name="letter", due=due, run=run, park=park)


def sweep_job(desk: Desk) -> Job:
    """Once an hour, and at each start, what was never finished is cleared away."""
    swept: set[str] = set()

    def due() -> list[tuple[str, int]]:
        name = f"sweep-{desk.now():%Y-%m-%dT%H}"
        return [] if name in swept else [(name, 0)]

    def run(_: int) -> None:
        sweep_originals(desk)
        swept.clear()
        swept.add(f"sweep-{desk.now():%Y-%m-%dT%H}")

    def park(_: int, problem: str) -> None:
        log.error("sweep.failed", why=problem)

    return Job(name="sweep", due=due, run=run, park=park)


def settle_job(desk: Desk) -> Job:
    """Twice a minute, the bytes of small mail go from the spool to where originals are kept."""
    settled: set[str] = set()

    def name() -> str:
        now = desk.now()
        return f"settle-{now:%Y-%m-%dT%H:%M}-{now.second // SETTLED_EVERY_S}"

    def due() -> list[tuple[str, int]]:
        current = name()
        if current in settled:
            return []
        if desk.originals.is_settled():
            settled.clear()
            settled.add(current)
            return []
        return [(current, 0)]

    def run(_: int) -> None:
        settle_originals(desk)
        settled.clear()
        settled.add(name())

    def park(_: int, problem: str) -> None:
        log.error("settle.failed", why=problem)

    return Job(name="settle", due=due, run=run, park=park)
