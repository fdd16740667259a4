"""A mailbox fetched by IMAP: each mail is marked as done only once it is durable here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from imapclient import IMAPClient

from intake.door import Door, accept
from intake.ways_in.imap_account import ImapAccount, connected, hang_up
from intake.ways_in.receipt import Reception, WayIn

log = structlog.get_logger(__name__)

LOOK_EVERY_S = 60.0
"""How often a mailbox is looked into where its server cannot tell of new mail (IDLE, RFC 2177)."""

IDLE_FOR_S = 300.0
"""How long we wait for news before we look all the same: routers forget silent connections."""

_STEP_S = 1.0


@dataclass(frozen=True)
class ImapBox:
    """The account, the door that its mails go through, and the size that a mail may have."""

    account: ImapAccount
    door: Door
    reception: Reception
    size_limit: int
    now: Callable[[], datetime]

    def watch(self, is_over: Callable[[float], bool]) -> None:
        """Take in what comes, on one connection, until ``is_over`` says after so many seconds that it is.

        Raises LoginProblem, OSError, IMAPClientError or what the door raises: then nothing that was
        not durable was marked.
        """
        client = connected(self.account)
        try:
            client.select_folder(self.account.folder)
            while True:
                self.take_all(client)
                if _waited(client, is_over):
                    break
            client.logout()
        finally:
            hang_up(client)

    def take_all(self, client: IMAPClient) -> int:
        """Take in every mail of the selected folder, oldest first, and return how many there were."""
        waiting = sorted(client.search(["UNDELETED"]))
        about = client.fetch(waiting, ["RFC822.SIZE", "INTERNALDATE", "FLAGS"]) if waiting else {}
        return sum(self._take(client, uid, about[uid]) for uid in waiting if uid in about)

    def _take(self, client: IMAPClient, uid: int, about: dict[bytes, Any]) -> int:
        if int(about.get(b"RFC822.SIZE", 0)) > self.size_limit:
            if (
                b"\\Flagged" not in about[b"FLAGS"]
            ):  # it stays where it is, for whoever looks into the mailbox
                client.add_flags([uid], [b"\\Flagged"])
                log.error("imap.too_large", uid=uid, bytes_allowed=self.size_limit)
            return 0
        # Peeking leaves it unseen, so that a crash here changes nothing.
        raw = client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {}).get(b"BODY[]")
        if not raw or len(raw) > self.size_limit:
            return 0
        now = self.now()
        stored_at = _as_utc(about.get(b"INTERNALDATE"), now)
        accept(self.door, raw, self.reception.envelope(raw, WayIn.IMAP, stored_at, now))
        self._mark_done(client, uid)
        return 1

    def _mark_done(self, client: IMAPClient, uid: int) -> None:
        folder = self.account.done_folder
        if not client.folder_exists(folder):
            client.create_folder(folder)
        if client.has_capability("MOVE"):
            client.move([uid], folder)
            return
        client.copy([uid], folder)
        client.add_flags([uid], [b"\\Deleted"])
        if client.has_capability("UIDPLUS"):
            client.uid_expunge([uid])  # EXPUNGE alone would also remove what a person has marked


def _waited(client: IMAPClient, is_over: Callable[[float], bool]) -> bool:
    """Wait for news, or for the time to look again; whether watching is over."""
    if not client.has_capability("IDLE"):
        return any(is_over(_STEP_S) for _ in range(int(LOOK_EVERY_S / _STEP_S)))
    client.idle()
    over = False
    for _ in range(int(IDLE_FOR_S / _STEP_S)):
        over = is_over(0.0)
        if over or client.idle_check(timeout=_STEP_S):
            break
    client.idle_done()
    return over


def _as_utc(moment: object, now: datetime) -> datetime:
    """Return INTERNALDATE as aware UTC, and now where the server gave none."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else now
