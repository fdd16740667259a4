"""The journal: who did what, when and why; append-only, chained by hashes that hold no personal value."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Select, delete, update
from sqlalchemy import select as sqlalchemy_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.tables import JournalEntry, JournalHead, JournalPersonal

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry as people read it; actor and reason are None once they were erased."""

    seq: int
    at: datetime
    subject: str
    move: str
    actor: str | None
    reason: str | None


def append(session: Session, *, subject: str, move: str, actor: str, reason: str, at: datetime) -> int:
    """Add one entry to the chain in the session's transaction and return its number.

    The head is updated before it is read: whoever appends at the same time waits here until this
    transaction ends, so that the chain never forks. Raises ValueError for a time without zone.
    """
    if at.tzinfo is None:
        raise ValueError("The time of a journal entry must know its zone.")
    seq, previous = _take_next(session)
    salt = secrets.token_hex(16)
    digest = _digest(salt, actor, reason)
    entry = JournalEntry(
        seq=seq, previous=previous, hash="", subject=subject, move=move, at=at.astimezone(UTC), digest=digest
    )
    entry.hash = _hash(entry)
    session.add(entry)
    # The personal row refers to the entry, and nothing tells the session in which order to write them.
    session.flush()
    session.add(JournalPersonal(seq=seq, salt=salt, actor=actor, reason=reason))
    session.execute(update(JournalHead).where(col(JournalHead.id) == 1).values(hash=entry.hash))
    session.flush()
    return seq


def history(session: Session, subject: str) -> list[JournalLine]:
    """Return what happened to a subject, oldest first."""
    rows = session.execute(_entries().where(col(JournalEntry.subject) == subject))
    return [
        JournalLine(
            seq=entry.seq,
            at=entry.at,
            subject=entry.subject,
            move=entry.move,
            actor=personal.actor if personal else None,
            reason=personal.reason if personal else None,
        )
        for entry, personal in rows
    ]


def head_hash(session: Session) -> str:
    """Return the newest entry's hash: told outside, it proves that the journal's end was not cut off."""
    return session.exec(select(JournalHead.hash).where(JournalHead.id == 1)).first() or BEGINNING


def verify_chain(session: Session) -> list[str]:
    """Return a sentence for everything that was changed, removed or put in; none for a whole chain.

    Erased personal values are no problem; a cut-off end shows against a head hash told outside.
    """
    problems: list[str] = []
    seq, previous = 0, BEGINNING
    for entry, personal in session.execute(_entries().execution_options(yield_per=1000)):
        if entry.seq != seq + 1:
            problems.append(f"Journal entries {seq + 1} to {entry.seq - 1} are missing.")
        if entry.previous != previous:
            problems.append(f"Journal entry {entry.seq} does not follow from the one before it.")
        if entry.hash != _hash(entry):
            problems.append(f"Journal entry {entry.seq} was changed.")
        if personal and entry.digest != _digest(personal.salt, personal.actor, personal.reason):
            problems.append(f"The actor or reason of journal entry {entry.seq} was changed.")
        seq, previous = entry.seq, entry.hash
    head = session.get(JournalHead, 1)
    if (head.seq, head.hash) != (seq, previous) if head else seq:
        problems.append(f"The journal ends with entry {seq}, but its head says otherwise.")
    return problems


def erase_personal(session: Session, seqs: Sequence[int]) -> int:
    """Delete actor, reason and salt of these entries and return how many there were (GDPR art. 17)."""
    gone = session.execute(
        delete(JournalPersonal).where(col(JournalPersonal.seq).in_(seqs)).returning(col(JournalPersonal.seq))
    )
    return len(gone.all())


def _take_next(session: Session) -> tuple[int, str]:
    raised = (
        update(JournalHead)
        .where(col(JournalHead.id) == 1)
        .values(seq=JournalHead.seq + 1)
        .returning(col(JournalHead.seq), col(JournalHead.hash))
    )
    head = session.execute(raised).first()
    if head is None:
        dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
        session.execute(
            dialect.insert(JournalHead).values(id=1, seq=0, hash=BEGINNING).on_conflict_do_nothing()
        )
        head = session.execute(raised).one()
    return head.seq, head.hash


def _entries() -> Select[JournalEntry, JournalPersonal]:
    return (
        sqlalchemy_select(JournalEntry, JournalPersonal)
        .outerjoin(JournalPersonal, col(JournalPersonal.seq) == col(JournalEntry.seq))
        .order_by(col(JournalEntry.seq))
    )


def _digest(salt: str, actor: str, reason: str) -> str:
    return _sha256([salt, actor, reason])


def _hash(entry: JournalEntry) -> str:
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return _sha256([entry.previous, entry.seq, entry.subject, entry.move, moment, entry.digest])


def _sha256(values: list[str | int]) -> str:
    # JSON keeps the borders between values: "ab","c" is not "a","bc".
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()
