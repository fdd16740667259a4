"""Counting after the kills: what was promised, what is there, what is there twice."""

from collections import Counter
from dataclasses import dataclass

from journeys.kill_client import Outgoing, Promise
from journeys.running import deliveries, mails
from sqlalchemy import func
from sqlmodel import col, select

from storage.database import Database
from storage.mails import MailState
from storage.originals import OriginalDamaged, OriginalMissing, Originals
from storage.tables import Mail


@dataclass(frozen=True, slots=True)
class DoorTally:
    """What the door promised and what it kept."""

    mails: int
    promises: int
    rows: int
    lost: int
    twice: int
    unsound: int
    deliveries: int
    without_delivery: int


def count_door(
    database: Database, originals: Originals, outgoing: list[Outgoing], promises: list[Promise]
) -> DoorTally:
    """Compare each 250 with the rows and the bytes behind them."""
    rows = Counter((row.envelope_from, row.sha256) for row in mails(database))
    delivered = Counter(delivery.mail_id for delivery in deliveries(database))
    promised = {promise.key for promise in promises}
    return DoorTally(
        mails=len({mail.key for mail in outgoing}),
        promises=len(promises),
        rows=rows.total(),
        lost=sum(rows[key] == 0 for key in promised),
        twice=sum(count > 1 for count in rows.values()),
        unsound=sum(not _is_sound(originals, sha256) for _, sha256 in rows),
        deliveries=delivered.total(),
        without_delivery=sum(delivered[row.id] == 0 for row in mails(database) if row.id is not None),
    )


def count_processed(database: Database) -> int:
    """Return how many mails have their outcome."""
    with database.read() as session:
        waiting = select(func.count()).where(col(Mail.state) != MailState.RECEIVED)
        return int(session.exec(waiting).one())


def _is_sound(originals: Originals, sha256: str) -> bool:
    try:
        return bool(originals.get(sha256))
    except (OriginalDamaged, OriginalMissing):
        return False
