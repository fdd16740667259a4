"""What `cfit doctor` examines in the database and on the disk, one small check each."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlmodel import Session, func, select

from secretariat.desk import Desk
from secretariat.trust_shown import show_trust
from storage.executors import worker_is_running
from storage.letters import LetterState
from storage.mails import MailState
from storage.originals import OriginalDamaged, OriginalMissing
from storage.people import list_people
from storage.settings import SettingsError
from storage.switches import letters_are_live
from storage.tables import Letter, Mail

WAITS_TOO_LONG = timedelta(minutes=10)
LEAST_FREE_MAILS = 10


class Health(StrEnum):
    """How something stands: good, worth knowing, or wrong."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing examined: how it stands, in a sentence that says what to do."""

    name: str
    health: Health
    says: str
    value: str | float | None = None

    @property
    def is_bad(self) -> bool:
        """Whether somebody has to do something."""
        return self.health is Health.BAD


def _database(session: Session, desk: Desk) -> Iterator[Result]:
    yield Result("database", Health.GOOD, f"{desk.database.dialect}, of this release.")


def _disk(_: Session, desk: Desk) -> Iterator[Result]:
    free = shutil.disk_usage(desk.settings.home).free
    enough = free > LEAST_FREE_MAILS * desk.settings.max_mail_bytes
    said = f"{free / 1e9:.1f} GB free in {desk.settings.home}."
    if not enough:
        said += " Make room: mail is refused with 452 when it no longer fits, and senders try again."
    yield Result("disk", Health.GOOD if enough else Health.BAD, said, value=free)
    writable = os.access(desk.settings.home, os.W_OK)
    if not writable:
        yield Result("home", Health.BAD, f"{desk.settings.home} cannot be written to by this account.")


def _people(session: Session, _: Desk) -> Iterator[Result]:
    if not list_people(session):
        yield Result(
            "people", Health.NOTE, "Nobody may decide yet: cfit people add ADDRESS --role secretariat."
        )


def _oldest_unprocessed(session: Session, desk: Desk) -> Iterator[Result]:
    oldest = session.exec(select(func.min(Mail.received_at)).where(Mail.state == MailState.RECEIVED)).one()
    if oldest is None:
        yield Result("unprocessed mail", Health.GOOD, "None waits.", value=0.0)
        return
    age = desk.now() - oldest
    health = Health.BAD if age > WAITS_TOO_LONG else Health.NOTE
    said = f"The oldest has waited {_words(age)}."
    if health is Health.BAD:
        said += " Is the worker running? cfit run, or cfit work."
    yield Result("unprocessed mail", health, said, value=round(age.total_seconds(), 1))


def _pen(session: Session, _: Desk) -> Iterator[Result]:
    for state, name, advice in (
        (MailState.HELD, "held mail", "cfit held"),
        (MailState.PARKED, "parked mail", "our fault, kept whole: cfit held"),
    ):
        count = session.exec(select(func.count()).select_from(Mail).where(Mail.state == state)).one()
        if count:
            health = Health.BAD if state is MailState.PARKED else Health.NOTE
            yield Result(name, health, f"{count} wait for a person ({advice}).", value=count)


def _letters(session: Session, _: Desk) -> Iterator[Result]:
    if not letters_are_live(session):
        yield Result(
            "letters", Health.NOTE, "Every letter is a draft until a person says cfit letters go-live."
        )
    for state, health, advice in (
        (LetterState.DRAFT, Health.NOTE, "wait for a person: cfit letters"),
        (LetterState.FAILED, Health.BAD, "could not be delivered: cfit letters"),
        (LetterState.BOUNCED, Health.BAD, "came back: cfit letters"),
    ):
        count = session.exec(select(func.count()).select_from(Letter).where(Letter.state == state)).one()
        if count:
            yield Result(f"letters {state.value}", health, f"{count} {advice}.", value=count)


def _worker(_: Session, desk: Desk) -> Iterator[Result]:
    if worker_is_running(desk.settings):
        yield Result("worker", Health.GOOD, "A worker runs.")
    else:
        yield Result("worker", Health.NOTE, "No worker runs: cfit run, or cfit work.")


def _trust(_: Session, desk: Desk) -> Iterator[Result]:
    try:
        shown = show_trust(desk)
    except (SettingsError, OriginalMissing, OriginalDamaged) as error:
        yield Result("trust", Health.BAD, f"{error} Until then no certificate can be trusted.")
        return
    if not shown.issuers:
        said = "No issuer of certificates is trusted: set CFIT_TRUST_ROOTS, or cfit trust update FILE."
        yield Result("trust", Health.NOTE, said, value=0)
        return
    yield Result("trust", Health.GOOD, f"{shown.source}: {shown.issuers} issuers.", value=shown.issuers)
    if shown.outdated:
        named = ", ".join(shown.outdated)
        said = f"Newer lists are out for {named}: cfit trust update FILE."
        yield Result("trusted lists", Health.NOTE, said, value=len(shown.outdated))


def _scanner(_: Session, desk: Desk) -> Iterator[Result]:
    if not desk.scanner.is_set:
        said = "No virus scanner is set: what comes in is marked as not virus-checked (CFIT_SCAN)."
        yield Result("virus scanner", Health.NOTE, said)
        return
    version = desk.scanner.version()
    if version is None:
        said = f"{desk.settings.scan} does not answer: new mail is held unopened until it does."
        yield Result("virus scanner", Health.BAD, said)
        return
    yield Result("virus scanner", Health.GOOD, f"{version}.")


def _watched_folder(_: Session, desk: Desk) -> Iterator[Result]:
    folder = desk.settings.watch_folder
    if folder is None:
        return
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        said = f"{folder} is no folder that this account may read and move files in."
        yield Result("watched folder", Health.BAD, said)
        return
    yield Result("watched folder", Health.GOOD, f"{folder} is watched.")


CHECKS: tuple[Callable[[Session, Desk], Iterator[Result]], ...] = (
    _database,
    _disk,
    _worker,
    _trust,
    _scanner,
    _watched_folder,
    _people,
    _oldest_unprocessed,
    _pen,
    _letters,
)


def _words(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
