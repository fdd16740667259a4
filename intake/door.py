"""The one way in: whatever a mail comes by, it is durable here before anyone is told that it is."""

import errno
from dataclasses import dataclass
from datetime import datetime

import structlog

from storage.database import Database
from storage.mails import IncomingMail, KeptMail, keep_mail
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


def accept(door: Door, data: bytes, envelope: Envelope) -> KeptMail:
    """Keep one mail for good and return its number and whether it was new.

    The bytes are durable before the row is, so that no row ever points at nothing; the same
    delivery again is the same mail. Nothing of the mail is parsed. Whatever is raised is our
    fault, and then the mail was not taken.
    """
    sha256 = door.originals.put(data)
    kept = keep_mail(
        door.database,
        delivery=IncomingMail(
            sha256=sha256,
            size_bytes=len(data),
            envelope_from=envelope.sender,
            envelope_to=envelope.recipients,
            received_at=envelope.received_at,
            delivered_at=envelope.delivered_at,
            source=envelope.source,
            peer=envelope.peer,
            helo=envelope.helo,
            letters=envelope.letters,
        ),
    )
    log.info("mail.kept", mail=kept.mail_id, new=kept.was_new, bytes=len(data), source=envelope.source)
    return kept


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
