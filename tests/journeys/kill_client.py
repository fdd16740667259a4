"""A client that logs every 250, comes back after every death, and resends what got no 250."""

import hashlib
import queue
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journeys.smtp_dialogue import Dialogue

RECIPIENT = "cfit@localhost"
_PAUSE_S = 0.05
_LOOK_S = 0.002


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail that has to arrive."""

    data: bytes
    sender: str

    @property
    def key(self) -> tuple[str, str]:
        """Return sender and sha256: what the mail row has to show."""
        return self.sender, hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Promise:
    """One 250 as the client heard it."""

    key: tuple[str, str]
    heard_at_s: float


class KillClient:
    """Sends mails over a few connections at once until each has its 250, however long that takes."""

    def __init__(self, port: Callable[[], int | None], connections: int = 4) -> None:
        self.promises: list[Promise] = []
        self.sendings = 0
        self.allowance: int | None = None
        """How many mails may have their promise or be on their way to one; None: as many as there are."""
        self._on_their_way = 0
        self._counting = threading.Lock()
        self._port = port
        self._waiting: queue.SimpleQueue[Outgoing] = queue.SimpleQueue()
        self._may_stop = threading.Event()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(connections)]

    def start(self, mails: Iterable[Outgoing]) -> None:
        """Begin to send; returns at once."""
        for mail in mails:
            self._waiting.put(mail)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Give up what has no 250 yet."""
        self._may_stop.set()
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        client: Dialogue | None = None
        while not self._may_stop.is_set():
            try:
                mail = self._waiting.get_nowait()
            except queue.Empty:
                break
            while not self._may_stop.is_set():
                if not self._may_send():
                    time.sleep(_LOOK_S)
                    continue
                client = client or self._connected()
                has_promise = client is not None and self._has_promise(client, mail)
                with self._counting:
                    self._on_their_way -= 1
                if has_promise:
                    break
                client = None
                time.sleep(_PAUSE_S)
        if client is not None:
            client.close()

    def _may_send(self) -> bool:
        with self._counting:
            may = self.allowance is None or len(self.promises) + self._on_their_way < self.allowance
            self._on_their_way += may
            return may

    def _connected(self) -> Dialogue | None:
        client = None
        try:
            port = self._port()
            client = Dialogue(port) if port else None
            return client.greet() if client else None
        except OSError:
            if client is not None:
                client.close()
            return None

    def _has_promise(self, client: Dialogue, mail: Outgoing) -> bool:
        self.sendings += 1
        try:
            reply = client.hand_over(mail.data, mail.sender, RECIPIENT)
        except OSError:
            reply = ""
        if reply.startswith("250 2.0.0"):
            self.promises.append(Promise(mail.key, time.monotonic()))
            return True
        client.close()
        return False
