"""Accepted mail: the row is the job, written once a delivery however often that is repeated."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from storage.database import Database, Dialect
from storage.originals_spool import spool
from storage.tables import Delivery, Mail


class MailState(StrEnum):
    """Where a mail stands. Held and parked mail is what the holding pen shows."""

    RECEIVED = "received"
    DONE = "done"
    HELD = "held"
    DISCARDED = "discarded"
    PARKED = "parked"


class MailOutcome(StrEnum):
    """What became of a mail, in the words of `cfit ingest --json`."""

    REGISTERED = "registered"
    JOINED = "joined"
    HELD = "held"
    AUTOMATIC = "automatic"
    STATUS = "status"
    WITHDRAWAL = "withdrawal"
    QUESTION = "question"
    REPORT = "report"
    ACTION_PLAN = "action_plan"
    UNREADABLE = "unreadable"
    DUPLICATE = "duplicate"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class IncomingMail:
    """One delivery; its bytes are already kept as an original, unless ``spooled`` holds them.

    ``received_at`` is what the clock of 6.4.2 counts from, ``delivered_at`` the time of our 250
    where that is another moment, as at an import.

    ``letters`` is auto, or none for an import that writes to nobody.
    """

    sha256: str
    size_bytes: int
    envelope_from: str
    envelope_to: tuple[str, ...]
    received_at: datetime
    source: str
    peer: str = ""
    helo: str = ""
    letters: str = "auto"
    delivered_at: datetime | None = None
    spooled: bytes | None = None

    @cached_property
    def delivery_key(self) -> str:
        """Return the sha256 over envelope and bytes; the order of the recipients does not count."""
        envelope = [self.envelope_from, sorted(self.envelope_to), self.sha256]
        return hashlib.sha256(json.dumps(envelope).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptMail:
    """The mail that a delivery belongs to; ``was_new`` is false for a repetition."""

    mail_id: int
    was_new: bool


def keep_mail(database: Database, *, delivery: IncomingMail) -> KeptMail:
    """Write the mail's row, unless it is there, and one row for this delivery; return once durable."""
    return keep_mails(database, [delivery])[0]


def keep_mails(database: Database, deliveries: Sequence[IncomingMail]) -> list[KeptMail]:
    """Keep several deliveries in one transaction and return what became of each, in their order.

    A delivery that is there already changes nothing for the others. Anything else that is wrong
    with one of them is raised, and then none was kept.
    """
    with database.write() as session:
        connection = session.connection()
        spool(
            connection,
            database.dialect,
            [(one.sha256, one.spooled) for one in deliveries if one.spooled is not None],
        )
        mail_ids, new_keys = _mail_ids(connection, database.dialect, deliveries)
        kept = []
        for delivery in deliveries:
            key = delivery.delivery_key
            kept.append(KeptMail(mail_ids[key], was_new=key in new_keys))
            # The same mail twice in one group is new once.
            new_keys.discard(key)
        connection.execute(
            _INSERT_DELIVERY, [_delivery(*pair) for pair in zip(deliveries, kept, strict=True)]
        )
    return kept


def pending_mails(session: Session, limit: int) -> list[tuple[int, int]]:
    """Return id and round of mail that waits to be processed, oldest first, at most ``limit``."""
    waiting = select(Mail.id, Mail.round).where(Mail.state == MailState.RECEIVED)
    rows = session.exec(waiting.order_by(col(Mail.id)).limit(limit))
    return [(mail_id, round_) for mail_id, round_ in rows if mail_id is not None]


def count_pending_mails(session: Session) -> int:
    """Return how many mails wait to be processed."""
    return session.exec(select(func.count()).select_from(Mail).where(Mail.state == MailState.RECEIVED)).one()


def deliveries_of(session: Session, mail_id: int) -> int:
    """Return how often a mail was delivered: each got its 250."""
    return session.exec(select(func.count()).select_from(Delivery).where(Delivery.mail_id == mail_id)).one()


def claim_mail(session: Session, mail_id: int) -> Mail | None:
    """Return the mail's row, locked until the transaction ends; None when it has its outcome already."""
    mail = session.get(Mail, mail_id, with_for_update=True)
    return mail if mail is not None and mail.state == MailState.RECEIVED else None


def park_mail(session: Session, mail_id: int, why: str) -> bool:
    """Put a mail that we failed on where a person sees it; false when it was processed after all."""
    mail = claim_mail(session, mail_id)
    if mail is None:
        return False
    mail.state, mail.outcome, mail.why = MailState.PARKED, MailOutcome.HELD, why
    return True


def reference_of(mail_id: int) -> str:
    """Return how people name a mail: M-<id>."""
    return f"M-{mail_id}"


def mail_by_reference(session: Session, reference: str) -> Mail | None:
    """Return the mail that M-<id> names, in capitals or not; None when there is none."""
    # More digits than these may be more than a number in PostgreSQL holds.
    found = re.fullmatch(r"[Mm]-([0-9]{1,9})", reference.strip())
    return session.get(Mail, int(found[1])) if found else None


def _mail_ids(
    connection: Connection, dialect: Dialect, deliveries: Sequence[IncomingMail]
) -> tuple[dict[str, int], set[str]]:
    """Insert the rows that are not there; return each mail's number by its key, and the new keys."""
    # Always in one order: two processes with the same mails would else wait for each other.
    rows = sorted((_values(one) for one in deliveries), key=lambda row: str(row["delivery_key"]))
    # RETURNING leaves out what was there: no exception, which would undo the rest.
    inserted = connection.execute(_INSERT_MAIL[dialect], rows)
    mail_ids = {key: number for number, key in inserted}
    new_keys = set(mail_ids)
    for row in rows:
        key = row["delivery_key"]
        if key not in mail_ids:
            mail_ids[key] = connection.execute(_FIND_MAIL, {"key": key}).scalar_one()
    return mail_ids, new_keys


def _delivery(delivery: IncomingMail, kept: KeptMail) -> dict[str, Any]:
    return {
        "mail_id": kept.mail_id,
        "at": delivery.delivered_at or delivery.received_at,
        "source": delivery.source,
        "peer": delivery.peer,
        "was_new": kept.was_new,
    }


def _values(delivery: IncomingMail) -> dict[str, Any]:
    return {
        "delivery_key": delivery.delivery_key,
        "sha256": delivery.sha256,
        "size_bytes": delivery.size_bytes,
        "envelope_from": delivery.envelope_from,
        "envelope_to": list(delivery.envelope_to),
        "received_at": delivery.received_at,
        "source": delivery.source,
        "peer": delivery.peer,
        "helo": delivery.helo,
        "letters": delivery.letters,
    }


# Made once: building them for each mail would cost more CPU than running them.
_INSERT_MAIL: dict[Dialect, Executable] = {
    "sqlite": sqlite.insert(Mail)
    .on_conflict_do_nothing(index_elements=["delivery_key"])
    .returning(col(Mail.id), col(Mail.delivery_key)),
    "postgresql": postgresql.insert(Mail)
    .on_conflict_do_nothing(index_elements=["delivery_key"])
    .returning(col(Mail.id), col(Mail.delivery_key)),
}
_FIND_MAIL = select(Mail.id).where(Mail.delivery_key == bindparam("key"))
_INSERT_DELIVERY = insert(Delivery)
