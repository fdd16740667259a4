"""The listener: takes connections, keeps mail in a few threads, and leaves without losing any."""

import asyncio
import json
import logging
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import structlog

from intake.addresses import OurAddresses
from intake.door import Envelope
from intake.smtp.admission import Admission, Limits
from intake.smtp.smtp_session import SmtpSession
from storage.mails import KeptMail
from storage.settings import Settings

log = structlog.get_logger(__name__)

Keep = Callable[[bytes, Envelope], KeptMail]
"""Makes one mail durable, or raises; door.accept with its door."""

_KEEPERS = 4
_BACKLOG = 200


class Listener:
    """All conversations of one process, and the threads that keep their mail."""

    def __init__(self, settings: Settings, keep: Keep, limits: Limits) -> None:
        self.settings = settings
        self.addresses = OurAddresses(settings.addresses)
        self.admission = Admission(limits)
        self._keep = keep
        # Disk and database are waited for here, so that the event loop goes on answering.
        self._keepers = ThreadPoolExecutor(_KEEPERS, thread_name_prefix="keep-mail")
        self._sessions: set[SmtpSession] = set()
        self._empty = asyncio.Event()
        self._server: asyncio.Server | None = None

    def enter(self, session: SmtpSession) -> str | None:
        """Let a conversation in, or return the reply that sends it away."""
        if refusal := self.admission.enter(session.peer):
            return refusal
        self._sessions.add(session)
        return None

    def depart(self, session: SmtpSession) -> None:
        """Forget a conversation, if it was let in."""
        if session in self._sessions:
            self._sessions.remove(session)
            self.admission.depart(session.peer)
        if not self._sessions:
            self._empty.set()

    async def keep(self, data: bytes, envelope: Envelope) -> KeptMail:
        """Make a mail durable; goes on to its end even when the client is gone and this is cancelled."""
        keeping = asyncio.get_running_loop().run_in_executor(self._keepers, self._keep, data, envelope)
        return await asyncio.shield(keeping)

    async def open(self) -> int:
        """Take connections from now on and return the port. Raises OSError when it cannot be had."""
        loop = asyncio.get_running_loop()
        host, port = self.settings.listen_host, self.settings.listen_port
        self._server = await loop.create_server(lambda: SmtpSession(self), host, port, backlog=_BACKLOG)
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Take no more connections, let each mail that is on its way end, and keep what has come."""
        if self._server is not None:
            self._server.close()
        self._empty.clear()
        for session in tuple(self._sessions):
            session.leave()
        if self._sessions:
            try:
                await asyncio.wait_for(self._empty.wait(), self.admission.limits.drain_s)
            except TimeoutError:
                log.warning("listener.drain_cut", sessions=len(self._sessions))
        await asyncio.to_thread(self._keepers.shutdown)


async def listen(settings: Settings, keep: Keep) -> None:
    """Listen until SIGTERM or SIGINT, then drain.

    Where it listens is written to ``listener.json`` in the home folder, once connections are
    taken: port 0 leaves the choice to the system. Raises OSError when the port cannot be had.
    """
    # aiosmtpd logs whom mail is from and for; what may be logged is logged by the session.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    listener = Listener(settings, keep, Limits())
    port = await listener.open()
    notice = settings.home / "listener.json"
    _write_notice(notice, settings.listen_host, port)
    log.info("listener.ready", host=settings.listen_host, port=port)
    await stop.wait()
    log.info("listener.draining")
    await listener.close()
    notice.unlink(missing_ok=True)
    log.info("listener.stopped")


def _write_notice(path: Path, host: str, port: int) -> None:
    # Whoever looks finds the whole notice or none.
    fresh = path.with_suffix(".json.new")
    fresh.write_text(json.dumps({"host": host, "port": port, "pid": os.getpid()}))
    fresh.replace(path)
