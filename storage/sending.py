"""Sending as the database sees it: which letters may leave, who sends one now, what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, update
from sqlmodel import Session, col, select

from storage.new_letter import LetterState, Undeliverable
from storage.tables import Letter

LEASE = timedelta(minutes=6)
"""How long a letter is left to the one who sends it: longer than sending by SMTP may take."""


@dataclass(frozen=True, slots=True)
class OutgoingLetter:
    """A letter in the hands of the one who sends it. ``attempt`` counts from 1.

    ``was_cut_off`` says that whoever made the try before never told what became of it.
    ``envelope_from`` is its MAIL FROM, empty for the null sender, None for our plain address.
    """

    letter_id: int
    to_address: str
    subject: str
    body: str
    headers: dict[str, str]
    message_id: str
    attempt: int
    was_cut_off: bool = False
    language: str = "en"
    envelope_from: str | None = None


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
    letter = session.get(Letter, letter_id, with_for_update=True, populate_existing=True)
    if letter is None or letter.state not in _ON_ITS_WAY or (letter.next_try_at or at) > at:
        return None
    was_cut_off = letter.state == LetterState.SENDING
    letter.state, letter.next_try_at = LetterState.SENDING.value, at + lease
    letter.attempts += 1
    session.add(letter)
    return OutgoingLetter(
        letter_id=letter_id,
        to_address=letter.to_address,
        subject=letter.subject,
        body=letter.body,
        headers=dict(letter.headers),
        message_id=letter.message_id,
        attempt=letter.attempts,
        was_cut_off=was_cut_off,
        language=letter.language,
        envelope_from=letter.envelope_from,
    )


def mark_sent(session: Session, letter: OutgoingLetter, *, plain_reply_to: str, at: datetime) -> bool:
    """Note that the mail server took the letter; false when that was noted before.

    Its tokens leave the row with it: from now on only their digests are known here. So do its facts,
    for nobody writes it again.
    """
    headers = letter.headers | {"Reply-To": plain_reply_to}
    return _change(
        session,
        letter.letter_id,
        col(Letter.state).in_(_ON_ITS_WAY),
        {
            "state": LetterState.SENT.value,
            "sent_at": at,
            "next_try_at": None,
            "why": "",
            "headers": headers,
            "envelope_from": letter.envelope_from and plain_reply_to,
            "facts": {},
        },
    )


def mark_failed(
    session: Session,
    letter: OutgoingLetter,
    why: str,
    *,
    next_try_at: datetime | None,
    undeliverable: Undeliverable | None = None,
) -> bool:
    """Note why the letter did not leave, to be tried again or, without a time, given up.

    ``undeliverable`` says that it was the other side that refused it. False when another took it over
    in between.
    """
    state = LetterState.FAILED if next_try_at is None else LetterState.READY
    return _change(
        session,
        letter.letter_id,
        (col(Letter.state) == LetterState.SENDING.value) & (col(Letter.attempts) == letter.attempt),
        {"state": state.value, "why": why, "next_try_at": next_try_at, "undeliverable": undeliverable},
    )


def mark_returned(session: Session, letter_id: int, why: str, undeliverable: Undeliverable) -> bool:
    """Note that a letter that left came back; false for one that never left, or came back before.

    A bounce may be faster than our own note that the letter left, so one on its way counts as well.
    """
    return _change(
        session,
        letter_id,
        col(Letter.state).in_((*_ON_ITS_WAY, LetterState.SENT.value, LetterState.DELAYED.value))
        & (col(Letter.attempts) > 0),
        {
            "state": LetterState.BOUNCED.value,
            "why": why,
            "next_try_at": None,
            "undeliverable": undeliverable.value,
        },
    )


def mark_delayed(session: Session, letter_id: int, why: str) -> bool:
    """Note that a mail server still tries to deliver a letter; false for one that is not on its way there."""
    under_way = col(Letter.state).in_((LetterState.SENT.value, LetterState.DELAYED.value))
    return _change(session, letter_id, under_way, {"state": LetterState.DELAYED.value, "why": why})


def give_up(session: Session, letter_id: int, why: str) -> bool:
    """Put a letter that we failed on where a person sees it; false when it has left after all.

    That counts as a try, for the one that failed may never have come as far as claiming the
    letter: each try is started once by its number, and the next needs another.
    """
    failed = {"state": LetterState.FAILED.value, "why": why, "next_try_at": None}
    return _change(
        session,
        letter_id,
        col(Letter.state).in_(_ON_ITS_WAY),
        failed | {"attempts": col(Letter.attempts) + 1},
    )


_ON_ITS_WAY = (LetterState.READY.value, LetterState.SENDING.value)


def _may_leave(at: datetime) -> ColumnElement[bool]:
    return col(Letter.state).in_(_ON_ITS_WAY) & or_(
        col(Letter.next_try_at).is_(None), col(Letter.next_try_at) <= at
    )


def _change(
    session: Session, letter_id: int, condition: ColumnElement[bool], values: dict[str, object]
) -> bool:
    changed = update(Letter).where(col(Letter.id) == letter_id, condition).values(**values)
    return session.execute(changed.returning(col(Letter.id))).scalar() is not None
