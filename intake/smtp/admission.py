"""How much clients may ask of the door: connections, errors, time and room."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from storage.settings import Settings

TOO_MANY = "421 4.7.0 Too many connections, please try again later"


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of the door, near those of Postfix.

    A mail may take ``data_grace_s`` and a second for each ``data_bytes_per_s`` of it, so that a
    slow but steady client is heard out and one that trickles is not. A mail of up to
    ``spool_bytes`` is kept in its row's commit, a larger one in a file of its own: with it, and
    with the connections, the memory is limited too.
    """

    errors: int = 20
    recipients: int = 1000
    connections: int = 200
    connections_per_client: int = 50
    header_bytes: int = 100 * 1024
    hops: int = 50
    spool_bytes: int = 64 * 1024
    idle_s: float = 300.0
    data_grace_s: float = 300.0
    data_bytes_per_s: float = 500.0
    proxy_s: float = 5.0
    drain_s: float = 30.0

    def data_left_s(self, received_bytes: int, passed_s: float) -> float:
        """Return for how many seconds a mail of which so much has come may stay silent."""
        left_s = self.data_grace_s + received_bytes / self.data_bytes_per_s - passed_s
        return min(self.idle_s, max(0.001, left_s))


def limits_of(settings: Settings) -> Limits:
    """Return the limits as the settings have them."""
    return Limits(
        errors=settings.max_errors,
        recipients=settings.max_recipients,
        connections=settings.max_connections,
        connections_per_client=settings.max_connections_per_client,
        header_bytes=settings.max_header_bytes,
        hops=settings.max_hops,
        idle_s=settings.idle_seconds,
        data_grace_s=settings.data_grace_seconds,
        data_bytes_per_s=settings.min_data_rate,
    )


class Admission:
    """Who is connected; lives in one event loop."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._clients: Counter[str] = Counter()

    def enter(self, client: str) -> str | None:
        """Count a connection of that host in; return the reply that sends it away, or None."""
        of_all, of_client = self._clients.total(), self._clients[client]
        if of_all >= self.limits.connections or of_client >= self.limits.connections_per_client:
            return TOO_MANY
        self._clients[client] += 1
        return None

    def depart(self, client: str) -> None:
        """Count a connection out that was let in."""
        self._clients[client] -= 1
        if not self._clients[client]:
            del self._clients[client]


class Room:
    """The room on the disks that mail is kept on."""

    def __init__(self, settings: Settings) -> None:
        self._least_bytes = settings.least_free_bytes
        self._folders: Sequence[Path] = [settings.home]
        if not settings.originals_url.startswith("s3://"):
            self._folders = [settings.home, Path(urlsplit(settings.originals_url).path)]

    def is_there(self) -> bool:
        """Return whether each disk has room for one and a half of the largest mails, as Postfix asks.

        Raises OSError when a folder is gone.
        """
        return all(_free_bytes(folder) >= self._least_bytes for folder in self._folders)


def _free_bytes(folder: Path) -> int:
    # What is kept back for root is no room for us.
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize
