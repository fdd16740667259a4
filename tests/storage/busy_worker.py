"""A worker in a process of its own, to be killed: ``busy_worker.py HOME URL WAY [VERSION]``.

Its rows are mails. WAY says what happens to them: ``do`` journals and closes each, ``hang`` begins
and never ends, ``die`` kills the process at mail 1 and does the others. It prints what it begins,
and ends once nothing is left to do.
"""

import importlib.metadata
import os
import signal
import sys
import threading
from pathlib import Path

from sqlalchemy import update
from sqlmodel import col

from storage import journal
from storage.clock import utc_now
from storage.database import Database, open_database
from storage.logs import configure_logs
from storage.mails import MailState, park_mail, pending_mails, reference_of
from storage.settings import load_settings
from storage.tables import Mail
from storage.work import Job, Worker, worker_lock


def mails(database: Database, way: str) -> Job:
    def due() -> list[tuple[str, int]]:
        with database.read() as session:
            return [(f"mail-{mail_id}", mail_id) for mail_id, _ in pending_mails(session, 100)]

    def run(mail_id: int) -> None:
        # One write a line: the jobs run in threads.
        sys.stdout.write(f"begun {mail_id}\n")
        sys.stdout.flush()
        if way == "hang":
            threading.Event().wait()
        if way == "die" and mail_id == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        close(database, mail_id)

    def park(mail_id: int, why: str) -> None:
        with database.write() as session:
            park_mail(session, mail_id, why)

    return Job(name="mail", due=due, run=run, park=park)


def close(database: Database, mail_id: int) -> None:
    with database.write() as session:
        closed = session.execute(
            update(Mail)
            .where(col(Mail.id) == mail_id, col(Mail.state) == MailState.RECEIVED)
            .values(state=MailState.DONE)
            .returning(col(Mail.id))
        ).all()
        if closed:
            journal.append(
                session, subject=reference_of(mail_id), move="close", actor="worker", reason="", at=utc_now()
            )


def pretend_release(version: str, folder: Path) -> None:
    """Make this process believe that the release ``version`` is installed."""
    info = folder / f"cfit-{version}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: cfit\nVersion: {version}\n")
    sys.path.insert(0, str(folder))


def tell_of_sockets(event: str, args: tuple[object, ...]) -> None:
    if event in {"socket.bind", "socket.connect", "socket.getaddrinfo"}:
        print("network", event, args[1:], flush=True)


def main(home: Path, url: str, way: str, version: str = "0.1.0") -> None:
    pretend_release(version, home / "releases" / version)
    configure_logs("worker")
    sys.addaudithook(tell_of_sockets)
    settings = load_settings(home=home, database_url=url)
    database = open_database(settings)
    with worker_lock(settings) as place:
        print("version", importlib.metadata.version("cfit"), place.executor_id, flush=True)
        worker = Worker(database, settings, [mails(database, way)], place, max_starts=5)
        worker.start()
        done = worker.run_until_idle(timeout_s=60)
        worker.stop()
        print("idle" if done else "tired", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
