"""How much clients may ask of the door: connections, errors, time and memory."""

from collections import Counter
from dataclasses import dataclass

NO_MEMORY = "452 4.3.1 Too much mail at once, please try again later"
TOO_MANY = "421 4.7.0 Too many connections, please try again later"


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of the door, near those of Postfix.

    A mail may take ``data_grace_s`` and a second for each ``data_bytes_per_s`` of it, so that a
    slow but steady client is heard out and one that trickles is not. ``memory_bytes`` is for all
    mails on their way together.
    """

    errors: int = 20
    recipients: int = 1000
    connections: int = 200
    connections_per_client: int = 50
    memory_bytes: int = 256 * 1024 * 1024
    idle_s: float = 300.0
    data_grace_s: float = 300.0
    data_bytes_per_s: float = 500.0
    drain_s: float = 30.0

    def data_left_s(self, received_bytes: int, passed_s: float) -> float:
        """Return for how many seconds a mail of which so much has come may stay silent."""
        left_s = self.data_grace_s + received_bytes / self.data_bytes_per_s - passed_s
        return min(self.idle_s, max(0.001, left_s))


class Admission:
    """Who is connected and how many bytes of mail are held; lives in one event loop."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._clients: Counter[str] = Counter()
        self._held_bytes = 0

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

    def hold(self, count: int) -> str | None:
        """Count bytes of mail in; return the reply that refuses them, or None."""
        self._held_bytes += count
        return NO_MEMORY if self._held_bytes > self.limits.memory_bytes else None

    def release(self, count: int) -> None:
        """Count bytes out that were held."""
        self._held_bytes -= count
