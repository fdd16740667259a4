"""The one way in: whatever a mail comes by, it is durable here before anyone is told that it is."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from storage.database import Database
from storage.mails import IncomingMail, KeptMail, keep_mail, keep_mails
from storage.originals import Originals

log = structlog.get_logger(__name__)

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands around a mail: who hands it over, to which of our addresses, when and how.

    ``received_at`` starts the clock of the Pact (6.4.2), ``delivered_at`` is when it came through
    the door where that is another moment, as at an import. ``letters`` is "auto", or "none" for mail
    that nobody is to be written about.
    """

    sender: str
    recipients: tuple[str, ...]
    received_at: datetime
    source: str
    peer: str = ""
    helo: str = ""
    letters: str = "auto"
    delivered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """Where accepted mail goes: bytes to the originals, the row, which is the job, to the database."""

    database: Database
    originals: Originals


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail as it came off the wire: ``spooled`` holds its bytes unless the originals do already."""

    envelope: Envelope
    sha256: str
    size_bytes: int
    spooled: bytes | None = None


def accept(door: Door, data: bytes, envelope: Envelope) -> KeptMail:
    """Keep one mail for good and return its number and whether it was new.

    The bytes are durable before the row is, so that no row ever points at nothing; the same
    delivery again is the same mail. Nothing of the mail is parsed. Whatever is raised is our
    fault, and then the mail was not taken.
    """
    arrival = Arrival(envelope, door.originals.put(data), len(data))
    kept = keep_mail(door.database, delivery=_delivery(arrival))
    _note([arrival], [kept])
    return kept


def accept_all(door: Door, arrivals: Sequence[Arrival]) -> list[KeptMail | Exception]:
    """Keep several mails in one commit; return for each what became of it, or why it was not taken.

    What the database does not take of one mail does not keep the others out: then each is tried
    alone. A database that is full or away takes none of them, and is not asked again.
    """
    try:
        kept = keep_mails(door.database, [_delivery(arrival) for arrival in arrivals])
    except OperationalError as error:
        return [error] * len(arrivals)
    except (SQLAlchemyError, ValueError) as error:
        if len(arrivals) == 1:
            return [error]
        return [each for arrival in arrivals for each in accept_all(door, [arrival])]
    _note(arrivals, kept)
    return list(kept)


def is_full(error: BaseException) -> bool:
    """Whether a fault means that there is no room left, on disk or in the database."""
    if isinstance(error, OSError):
        return error.errno in _FULL
    driver_error = getattr(error, "orig", None)
    if driver_error is None:
        return False
    return (
        getattr(driver_error, "sqlite_errorname", "") == "SQLITE_FULL"
        or getattr(driver_error, "sqlstate", "") == "53100"
    )


def _delivery(arrival: Arrival) -> IncomingMail:
    envelope = arrival.envelope
    return IncomingMail(
        sha256=arrival.sha256,
        size_bytes=arrival.size_bytes,
        spooled=arrival.spooled,
        envelope_from=envelope.sender,
        envelope_to=envelope.recipients,
        received_at=envelope.received_at,
        delivered_at=envelope.delivered_at,
        source=envelope.source,
        peer=envelope.peer,
        helo=envelope.helo,
        letters=envelope.letters,
    )


def _note(arrivals: Sequence[Arrival], kept: Sequence[KeptMail]) -> None:
    # One line for a commit: a line for each mail would cost half as much as keeping it.
    log.info(
        "mail.kept",
        mails=[one.mail_id for one in kept],
        new=[one.was_new for one in kept],
        bytes=[arrival.size_bytes for arrival in arrivals],
        source=arrivals[0].envelope.source,
    )
