"""Sending as the database sees it: which letters may leave, who sends one now, what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, update
from sqlmodel import Session, col, select

from storage.letters import LetterState
from storage.tables import Letter

LEASE = timedelta(minutes=6)
"""How long a letter is left to the one who sends it: longer than sending by SMTP may take."""


@dataclass(frozen=True, slots=True)
class OutgoingLetter:
    """A letter in the hands of the one who sends it. ``attempt`` counts from 1."""

    letter_id: int
    to_address: str
    subject: str
    body: str
    headers: dict[str, str]
    message_id: str
    attempt: int


def due_letters(session: Session, at: datetime, limit: int = 100) -> list[tuple[int, int]]:
    """Return id and attempt to be made of the letters that may leave now, the oldest first.

    A letter whose sender died is among them again once its lease has ended.
    """
    rows = session.exec(
        select(Letter.id, Letter.attempts).where(_may_leave(at)).order_by(col(Letter.id)).limit(limit)
    )
    return [(letter_id, attempts + 1) for letter_id, attempts in rows if letter_id is not None]


def claim_letter(
    session: Session, letter_id: int, *, at: datetime, lease: timedelta = LEASE
) -> OutgoingLetter | None:
    """Take a letter for sending and return it; None when it may not leave now, or another has it."""
    claimed = session.execute(
        update(Letter)
        .where(col(Letter.id) == letter_id, _may_leave(at))
        .values(state=LetterState.SENDING.value, attempts=Letter.attempts + 1, next_try_at=at + lease)
        .returning(col(Letter.id))
    ).scalar()
    if claimed is None:
        return None
    letter = session.get_one(Letter, letter_id, populate_existing=True)
    return OutgoingLetter(
        letter_id=letter_id,
        to_address=letter.to_address,
        subject=letter.subject,
        body=letter.body,
        headers=dict(letter.headers),
        message_id=letter.message_id,
        attempt=letter.attempts,
    )


def mark_sent(session: Session, letter: OutgoingLetter, *, plain_reply_to: str, at: datetime) -> bool:
    """Note that the mail server took the letter; false when that was noted before.

    The token leaves the row with it: from now on only its digest is known here.
    """
    headers = letter.headers | {"Reply-To": plain_reply_to}
    return _change(
        session,
        letter.letter_id,
        col(Letter.state).in_((LetterState.SENDING.value, LetterState.READY.value)),
        {"state": LetterState.SENT.value, "sent_at": at, "next_try_at": None, "why": "", "headers": headers},
    )


def mark_failed(session: Session, letter: OutgoingLetter, why: str, *, next_try_at: datetime | None) -> bool:
    """Note why the letter did not leave, to be tried again or, without a time, given up.

    False when another took it over in between.
    """
    state = LetterState.FAILED if next_try_at is None else LetterState.READY
    return _change(
        session,
        letter.letter_id,
        (col(Letter.state) == LetterState.SENDING.value) & (col(Letter.attempts) == letter.attempt),
        {"state": state.value, "why": why, "next_try_at": next_try_at},
    )


def give_up(session: Session, letter_id: int, why: str) -> bool:
    """Put a letter that we failed on where a person sees it; false when it has left after all."""
    on_its_way = (LetterState.SENDING.value, LetterState.READY.value)
    return _change(
        session,
        letter_id,
        col(Letter.state).in_(on_its_way),
        {"state": LetterState.FAILED.value, "why": why, "next_try_at": None},
    )


def _may_leave(at: datetime) -> ColumnElement[bool]:
    states = (LetterState.READY.value, LetterState.SENDING.value)
    return col(Letter.state).in_(states) & or_(
        col(Letter.next_try_at).is_(None), col(Letter.next_try_at) <= at
    )


def _change(
    session: Session, letter_id: int, condition: ColumnElement[bool], values: dict[str, object]
) -> bool:
    changed = update(Letter).where(col(Letter.id) == letter_id, condition).values(**values)
    return session.execute(changed.returning(col(Letter.id))).scalar() is not None
