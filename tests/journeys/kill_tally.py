"""Counting after the kills: what was promised, what is there, what is there twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeys.kill_client import Promise
from journeys.running import deliveries, mails
from made_up.mail_stream import Totals
from sqlalchemy import func
from sqlmodel import col, select

from storage.database import Database
from storage.journal import verify_chain
from storage.letters import LetterState
from storage.mails import MailOutcome, MailState
from storage.originals import OriginalDamaged, OriginalMissing, Originals
from storage.tables import Application, JournalEntry, Letter, Mail, Suggestion


@dataclass(frozen=True, slots=True)
class DoorTally:
    """What the door promised and what it kept. ``unsound`` counts rows without their bytes."""

    promises: int
    rows: int
    lost: int = 0
    twice: int = 0
    unsound: int = 0
    without_delivery: int = 0


def expected_door(mails_sent: int) -> DoorTally:
    """Return what has to be counted when every mail got its 250 and every 250 was kept, once."""
    return DoorTally(promises=mails_sent, rows=mails_sent)


def count_door(database: Database, originals: Originals, promises: Sequence[Promise]) -> DoorTally:
    """Compare each 250 that was heard with the rows and the bytes behind them."""
    kept = mails(database)
    rows = Counter((row.envelope_from, row.sha256) for row in kept)
    delivered = {delivery.mail_id for delivery in deliveries(database)}
    return DoorTally(
        promises=len(promises),
        rows=len(kept),
        lost=sum(rows[promise.key] == 0 for promise in promises),
        twice=sum(count > 1 for count in rows.values()),
        unsound=sum(not _is_sound(originals, row.sha256) for row in kept),
        without_delivery=sum(row.id not in delivered for row in kept),
    )


def count_deliveries(database: Database) -> int:
    """Return how many deliveries were written down: at least one for every 250."""
    return len(deliveries(database))


@dataclass(frozen=True, slots=True)
class JourneyTally:
    """What came of the mails: each effect counted, and what stands there more than once."""

    unprocessed: int
    parked: int
    held: int
    automatic: int
    applications: int
    joined: int
    letters_sent: int
    letters_unsent: int
    letters_in_outbox: int
    journal: dict[str, int]
    doubled: tuple[str, ...]
    chain_problems: tuple[str, ...]


def expected_journey(totals: Totals) -> JourneyTally:
    """Return what has to be counted after all mails of a stream were processed."""
    letters = totals.acknowledgements
    return JourneyTally(
        unprocessed=0,
        parked=0,
        held=totals.held,
        automatic=totals.automatic,
        applications=totals.applications,
        joined=totals.joined,
        letters_sent=letters,
        letters_unsent=0,
        letters_in_outbox=letters,
        journal={
            "register": totals.applications,
            "suggest": totals.joined,
            "hold": totals.held,
            "send_letter": letters,
        },
        doubled=(),
        chain_problems=(),
    )


def count_journey(database: Database, outbox: Path) -> JourneyTally:
    """Count what the worker made of the mails, and whatever is there twice."""
    states = Counter(row.state for row in mails(database))
    outcomes = Counter(row.outcome for row in mails(database))
    with database.read() as session:
        applications = session.exec(select(Application)).all()
        letters = session.exec(select(Letter)).all()
        entries = session.exec(select(JournalEntry)).all()
        problems = verify_chain(session)
        suggestions = session.exec(select(Suggestion)).all()
    sent = [letter for letter in letters if letter.state == LetterState.SENT]
    moves = Counter(entry.move for entry in entries)
    doubled = [
        *_more_than_one((entry.subject, entry.move) for entry in entries if entry.move in ONCE_A_SUBJECT),
        *_more_than_one((one.organisation_id, one.kind) for one in applications),
        *_more_than_one((letter.mail_id or letter.application_id, letter.kind) for letter in letters),
        *_more_than_one((one.application_id, one.mail_id) for one in suggestions),
    ]
    return JourneyTally(
        unprocessed=states[MailState.RECEIVED],
        parked=states[MailState.PARKED],
        held=states[MailState.HELD],
        automatic=outcomes[MailOutcome.AUTOMATIC],
        applications=len(applications),
        joined=len(suggestions),
        letters_sent=len(sent),
        letters_unsent=len(letters) - len(sent),
        letters_in_outbox=len(list(outbox.glob("*.eml"))),
        journal={move: moves[move] for move in ("register", "suggest", "hold", "send_letter")},
        doubled=tuple(doubled),
        chain_problems=tuple(problems),
    )


ONCE_A_SUBJECT = ("register", "hold", "send_letter", "ask")


def count_worked_off(database: Database) -> int:
    """Return how many mails have their outcome and how many letters have left, together."""
    with database.read() as session:
        mails_done = select(func.count(col(Mail.id))).where(col(Mail.state) != MailState.RECEIVED)
        letters_sent = select(func.count(col(Letter.id))).where(Letter.state == LetterState.SENT)
        return session.exec(mails_done).one() + session.exec(letters_sent).one()


def _more_than_one(things: Iterable[object]) -> list[str]:
    return [f"{thing} x {times}" for thing, times in Counter(things).items() if times > 1]


def _is_sound(originals: Originals, sha256: str) -> bool:
    try:
        return bool(originals.get(sha256))
    except (OriginalDamaged, OriginalMissing):
        return False
