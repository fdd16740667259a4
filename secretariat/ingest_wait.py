"""`cfit ingest`: files through the door, then waiting until each mail has its outcome."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from typing import Any

from sqlmodel import Session, col, select

from secretariat.console import say, with_progress
from secretariat.desk import Desk
from secretariat.ingest import Ingested, IngestOrder, ingest_paths
from secretariat.queue_view import as_finding
from storage.mails import MailOutcome, MailState, count_pending_mails, reference_of
from storage.tables import Application, ApplicationMail, Document, FindingRow, Letter, Mail

LOOK_S = 0.1
STALLED_S = 600.0


def ingest_and_wait(desk: Desk, order: IngestOrder) -> Iterator[dict[str, Any]]:
    """Yield what `cfit ingest --json` prints for each mail, in the order of the files.

    The mails are kept first, then processed: by the worker that runs, else by one of our own
    for as long as it takes. What is kept is not lost when this is interrupted.
    """
    kept = list(with_progress(ingest_paths(desk, order), "Keeping mail"))
    with ExitStack() as stack:
        progress = _Progress(desk, stack)
        for one in with_progress(kept, "Processing", total=len(kept)):
            if one.kept is None:
                yield _refused(one)
            else:
                yield _outcome(desk, one, progress.wait(one.kept.mail_id))


def print_outcome(outcome: dict[str, Any]) -> None:
    """Print one mail's outcome for a person."""
    if outcome["mail"] is None:
        say(f"{outcome['file']}: {outcome['why']}")
        return
    about = f" as {outcome['reference']}" if outcome["reference"] else ""
    letter = ", letter written" if outcome["answered"] else ""
    say(f"{reference_of(outcome['mail'])} {outcome['outcome']}{about}{letter}. {outcome['why']}")


class _Progress:
    """Waits for mails to get their outcome, and works itself for as long as nobody else does."""

    def __init__(self, desk: Desk, stack: ExitStack) -> None:
        self._desk = desk
        self._stack = stack
        self._works = False
        self._waiting = -1
        self._moved_at = time.monotonic()

    def wait(self, mail_id: int) -> Mail | None:
        """Return the mail's row once it has an outcome; None when nothing has moved for ten minutes."""
        while True:
            # Whoever worked may have ended: another import, say, that was done before us.
            self._works = self._works or self._begin_to_work()
            with self._desk.database.read() as session:
                row = session.get(Mail, mail_id)
                waiting = count_pending_mails(session)
            if row is not None and row.state != MailState.RECEIVED:
                return row
            if waiting != self._waiting:
                self._waiting, self._moved_at = waiting, time.monotonic()
            if time.monotonic() - self._moved_at > STALLED_S:
                return None
            time.sleep(LOOK_S)

    def _begin_to_work(self) -> bool:
        from secretariat.worker import working
        from storage.work import WorkerIsRunning, worker_lock

        try:
            place = self._stack.enter_context(worker_lock(self._desk.settings))
        except WorkerIsRunning:
            return False
        self._stack.enter_context(working(self._desk, place))
        return True


def _outcome(desk: Desk, one: Ingested, row: Mail | None) -> dict[str, Any]:
    assert one.kept is not None
    if row is None:
        why = "Not processed within ten minutes; it is kept, and `cfit doctor` says what is wrong."
        return _line(one, mail=one.kept.mail_id, why=why)
    with desk.database.read() as session:
        return _line(
            one,
            mail=row.id,
            sha256=row.sha256,
            outcome=row.outcome if one.kept.was_new else MailOutcome.DUPLICATE.value,
            reference=_reference(session, row),
            sender={"address": row.sender_address or row.envelope_from, "authenticated": row.sender_verdict},
            documents=_documents(session, row),
            answered=_is_answered(session, row),
            why=row.why,
        )


def _refused(one: Ingested) -> dict[str, Any]:
    return _line(one, why=one.problem)


def _line(one: Ingested, **values: Any) -> dict[str, Any]:
    nothing: dict[str, Any] = {
        "mail": None,
        "sha256": None,
        "outcome": None,
        "reference": None,
        "sender": {"address": None, "authenticated": "none"},
        "documents": [],
        "answered": False,
        "why": "",
        "file": str(one.path),
    }
    return nothing | values


def _reference(session: Session, row: Mail) -> str | None:
    return session.exec(
        select(Application.reference)
        .join(ApplicationMail, col(ApplicationMail.application_id) == col(Application.id))
        .where(ApplicationMail.mail_id == row.id)
        .order_by(col(Application.id))
    ).first()


def _documents(session: Session, row: Mail) -> list[dict[str, Any]]:
    found = session.exec(
        select(Document).where(Document.mail_id == row.id).order_by(col(Document.part))
    ).all()
    return [
        {
            "file": one.file_name,
            "sha256": one.sha256,
            **one.reading,
            "findings": [asdict(as_finding(row)) for row in _findings(session, one)],
        }
        for one in found
    ]


def _findings(session: Session, document: Document) -> Sequence[FindingRow]:
    return session.exec(
        select(FindingRow).where(FindingRow.document_id == document.id).order_by(col(FindingRow.id))
    ).all()


def _is_answered(session: Session, row: Mail) -> bool:
    return session.exec(select(Letter.id).where(Letter.mail_id == row.id)).first() is not None
