"""Whether a letter may leave by itself: live or held, how many did so of late, and whom letters reach."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from storage.new_letter import LetterKind, LetterState, NewLetter
from storage.settings import Settings
from storage.switches import letters_are_live
from storage.tables import JournalHead, Letter

DAY = timedelta(days=1)

FAILURES_IN_A_ROW = 2
"""After so many letters that did not reach an address, no further one leaves for it by itself."""


def first_state(
    session: Session, letter: NewLetter, settings: Settings, at: datetime
) -> tuple[LetterState, str]:
    """Return ready, or draft with the sentence that says what a person has to look at."""
    if not letter.automatic:
        return LetterState.DRAFT, letter.why_not
    if not letters_are_live(session):
        return LetterState.DRAFT, "Letters do not leave by themselves yet: `cfit letters go-live` lets them."
    _let_one_count(session)
    because = (
        _about_the_address(session, letter)
        or _about_the_hour(session, settings, at)
        or _about_the_day(session, letter, settings, at)
    )
    return (LetterState.DRAFT, because) if because else (LetterState.READY, "")


def keeps_coming_back(session: Session, address: str) -> bool:
    """Whether the last letters to an address all failed to reach it; one that arrives ends that."""
    ended = (LetterState.SENT.value, LetterState.DELAYED.value, *_NOT_ARRIVED)
    last = session.exec(
        select(Letter.state, Letter.undeliverable)
        .where(_is_to(address), col(Letter.state).in_(ended))
        .order_by(col(Letter.id).desc())
        .limit(FAILURES_IN_A_ROW)
    ).all()
    # A letter that failed on our side says nothing of its address.
    failed = [state in _NOT_ARRIVED and undeliverable is not None for state, undeliverable in last]
    return len(failed) == FAILURES_IN_A_ROW and all(failed)


_NOT_ARRIVED = (LetterState.BOUNCED.value, LetterState.FAILED.value)


def _let_one_count(session: Session) -> None:
    # Whoever counts holds the journal's head until the transaction ends, so that two cannot both
    # be the last below the limit. The same lock as every move takes: no second order of locks.
    session.exec(select(JournalHead).where(JournalHead.id == 1).with_for_update()).first()


def _about_the_address(session: Session, letter: NewLetter) -> str:
    if not keeps_coming_back(session, letter.to_address):
        return ""
    return (
        f"The last {FAILURES_IN_A_ROW} letters to {letter.to_address} did not arrive: a person finds another "
        "way to reach its reader, or sends this one all the same."
    )


def _about_the_hour(session: Session, settings: Settings, at: datetime) -> str:
    written = _on_their_way(session, col(Letter.written_at) > at - timedelta(hours=1))
    if written < settings.letters_per_hour:
        return ""
    return (
        f"{written} automatic letters were written within an hour, and the limit is "
        f"{settings.letters_per_hour}: a person looks before this one leaves."
    )


def _about_the_day(session: Session, letter: NewLetter, settings: Settings, at: datetime) -> str:
    if not letter.kind.is_rationed:
        return ""
    rationed = col(Letter.kind).in_([kind.value for kind in LetterKind if kind.is_rationed])
    today = rationed & (col(Letter.written_at) > at - DAY)
    if _on_their_way(session, today & _is_to(letter.to_address)):
        return f"{letter.to_address} had an automatic answer within a day: a person looks at this one."
    answered = _on_their_way(session, today)
    if answered < settings.answers_per_day:
        return ""
    return (
        f"{answered} automatic answers were written within a day, and the limit is "
        f"{settings.answers_per_day}: a person looks before this one leaves."
    )


def _on_their_way(session: Session, which: ColumnElement[bool]) -> int:
    """Return how many of these letters went on their way by themselves."""
    held_back = (LetterState.DRAFT.value, LetterState.DISCARDED.value)
    return session.exec(
        select(func.count())
        .select_from(Letter)
        .where(
            col(Letter.automatic),
            col(Letter.released_by).is_(None),
            col(Letter.state).not_in(held_back),
            which,
        )
    ).one()


def _is_to(address: str) -> ColumnElement[bool]:
    return func.lower(col(Letter.to_address)) == address.lower()
