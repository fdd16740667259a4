"""Taking in mail that lies in files, through the same door as SMTP."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from intake.addresses import OurAddresses
from intake.door import Door, Envelope, accept
from intake.file_envelope import envelope_of
from intake.mailboxes import FoundMail, read_mailboxes
from pact.errors import PactError
from secretariat.desk import Desk
from storage.clock import legal_day
from storage.mails import KeptMail

OLD_AFTER = timedelta(days=7)
"""Whoever takes in mail older than this imports a mailbox, and its senders await no letter."""


class LettersWanted(StrEnum):
    """Whom an import may write to: senders of recent mail, every sender, or nobody."""

    AUTO = "auto"
    ALWAYS = "always"
    NONE = "none"


class ReceivedWhen(StrEnum):
    """When imported mail counts as received, unless a day is given (the clock of 6.4.2)."""

    NOW = "now"
    FROM_HEADERS = "from-headers"


@dataclass(frozen=True, slots=True)
class IngestOrder:
    """What is to be taken in and how."""

    paths: tuple[Path, ...]
    letters: LettersWanted = LettersWanted.AUTO
    received: ReceivedWhen | date = ReceivedWhen.NOW


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one mail at the door: kept, or a sentence that says why not."""

    path: Path
    position: int
    kept: KeptMail | None
    problem: str = ""


def parse_received(text: str | None) -> ReceivedWhen | date:
    """Return what ``--received`` means. Raises PactError when it is no day and no word for one."""
    if text is None:
        return ReceivedWhen.NOW
    try:
        return ReceivedWhen(text) if text in set(ReceivedWhen) else date.fromisoformat(text)
    except ValueError:
        raise PactError(f"--received takes from-headers or a day such as 2026-03-31, not {text!r}.") from None


def ingest_paths(desk: Desk, order: IngestOrder) -> Iterator[Ingested]:
    """Keep every mail under the paths and yield what became of each, as soon as it is durable.

    Raises PactError before anything is kept when the order cannot be meant, and OSError at a path
    that cannot be read; what was yielded until then is kept.
    """
    settings = desk.settings
    if isinstance(order.received, date) and order.received > legal_day(desk.now(), settings.timezone):
        raise PactError(f"{order.received} lies in the future: mail cannot have been received then.")
    if missing := next((path for path in order.paths if not path.exists()), None):
        raise PactError(f"There is no {missing}: nothing was taken in.")
    door, ours = Door(desk.database, desk.originals), OurAddresses(settings.addresses)
    for found in read_mailboxes(order.paths, settings.max_mail_bytes):
        if found.data is None:
            problem = (
                f"Larger than CFIT_MAX_MAIL_BYTES allows ({settings.max_mail_bytes} bytes): not taken in."
            )
            yield Ingested(found.path, found.position, None, problem)
        else:
            envelope = _envelope(found, ours, order, settings.timezone, now=desk.now())
            yield Ingested(found.path, found.position, accept(door, found.data, envelope))


def _envelope(
    found: FoundMail, ours: OurAddresses, order: IngestOrder, timezone: str, *, now: datetime
) -> Envelope:
    stated = envelope_of(found, ours)
    # A clock that runs ahead, the sender's or a forger's, must not move ours.
    arrived_at = min(stated.arrived_at, now)
    is_old = now - arrived_at > OLD_AFTER
    writes_to_nobody = order.letters == LettersWanted.NONE or (order.letters == LettersWanted.AUTO and is_old)
    return Envelope(
        stated.sender,
        (stated.recipient,),
        received_at=_received_at(order.received, arrived_at, timezone, now=now),
        delivered_at=now,
        source="file",
        letters="none" if writes_to_nobody else "auto",
    )


def _received_at(
    received: ReceivedWhen | date, arrived_at: datetime, timezone: str, *, now: datetime
) -> datetime:
    if received is ReceivedWhen.NOW:
        return now
    if received is ReceivedWhen.FROM_HEADERS:
        return arrived_at
    # Noon is that day in the secretariat's zone, whatever the clocks do in its night.
    return min(now, datetime.combine(received, time(12), ZoneInfo(timezone)).astimezone(UTC))
