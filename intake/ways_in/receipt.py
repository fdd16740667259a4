"""When a mail that nobody handed to us was received, and for which envelope (Pact 6.4.2)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path

from intake.addresses import OurAddresses
from intake.door import Envelope
from intake.file_envelope import envelope_of
from intake.mail.mail_parts import Budget, build_tree, header_block
from intake.mailboxes import FoundMail
from intake.sender.relays import Network, border_client, networks
from storage.settings import Settings

OLD_AFTER = timedelta(days=7)
"""Whoever fetches mail older than this opens an old mailbox, and its senders await no letter."""


class WayIn(StrEnum):
    """How a mail came, and what the time of its receipt rests on; the source of its row."""

    IMAP = "imap"
    IMAP_RELAY = "imap-relay"
    FOLDER = "folder"
    FOLDER_RELAY = "folder-relay"

    @property
    def words(self) -> str:
        """What the time of receipt is, for the secretariat."""
        return _WORDS[self]

    @property
    def by_relay(self) -> "WayIn":
        """The same way, where a relay of ours wrote when it took the mail."""
        return WayIn.IMAP_RELAY if self is WayIn.IMAP else WayIn.FOLDER_RELAY


_WORDS = {
    WayIn.IMAP: "Fetched by IMAP; received when the mailbox took it (INTERNALDATE).",
    WayIn.IMAP_RELAY: "Fetched by IMAP; received when our relay took it (its Received field).",
    WayIn.FOLDER: "Found in the watched folder; received when its file was written.",
    WayIn.FOLDER_RELAY: "Found in the watched folder; received when our relay took it (its Received field).",
}


def came_by(source: str) -> str:
    """Return what the source of a mail row means for its time of receipt; "" for SMTP, LMTP and imports."""
    return WayIn(source).words if source in set(WayIn) else ""


@dataclass(frozen=True)
class Reception:
    """Whose addresses are ours, and whose word on the time of receipt counts."""

    ours: OurAddresses
    relays: tuple[Network, ...]

    @classmethod
    def of(cls, settings: Settings) -> "Reception":
        """Return what the settings say."""
        return cls(OurAddresses(settings.addresses), networks(settings.trusted_relays))

    def envelope(self, raw: bytes, way: WayIn, stated_at: datetime, now: datetime) -> Envelope:
        """Return the envelope of a mail that lay somewhere since ``stated_at``.

        The Received field of the outermost relay of ours tells better when it arrived; no clock may
        move ours forward. Mail older than OLD_AFTER is written to nobody about.
        """
        relay_at = relay_time(raw, self.relays)
        received_at = min(relay_at or stated_at, now)
        stated = envelope_of(FoundMail(Path(way.value), 1, raw, None, stated_at), self.ours)
        return Envelope(
            stated.sender,
            (stated.recipient,),
            received_at=received_at,
            delivered_at=now,
            source=(way.by_relay if relay_at else way).value,
            letters="none" if now - received_at > OLD_AFTER else "auto",
        )


def relay_time(raw: bytes, relays: tuple[Network, ...]) -> datetime | None:
    """Return when the outermost relay of ours took the mail, in UTC; None where none says so.

    The topmost field is the mailbox server's own; only where it names a relay of ours as the host that
    handed the mail over is the next one that relay's, and so on.
    """
    if not relays:
        return None
    fields = build_tree(header_block(raw), Budget()).raw_items()
    received = [str(value) for name, value in fields if name.lower() == "received"]
    outermost = border_client(received, relays)
    if outermost is None or border_client(received[:1], relays) is not None:
        return None
    written = next(field for at, field in enumerate(received) if border_client(received[: at + 1], relays))
    try:
        moment = parsedate_to_datetime(written.rpartition(";")[2].strip()[:100])
    except (ValueError, IndexError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
