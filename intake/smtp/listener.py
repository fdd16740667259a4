"""The listener: takes connections, keeps their mail, and leaves without losing any."""

import asyncio
import json
import logging
import os
import signal
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import structlog

from intake.addresses import OurAddresses
from intake.door import Arrival, Envelope
from intake.sender.relays import is_relay, networks
from intake.smtp.admission import Admission, Limits, Room, limits_of
from intake.smtp.arriving_mail import ArrivingMail
from intake.smtp.group_commit import GroupCommit, KeepAll
from intake.smtp.lmtp_session import LmtpSession
from intake.smtp.lmtp_socket import bound_socket
from intake.smtp.server_certificate import ServerCertificate, open_certificate
from intake.smtp.smtp_connection import SmtpConnection
from intake.smtp.smtp_session import SmtpSession
from storage.originals import Originals
from storage.settings import Settings

log = structlog.get_logger(__name__)

_KEEPERS = 16
"""Files written at the same time: they wait for the disk together, and nearly as long as one alone."""
_BACKLOG = 200


class Listener:
    """All conversations of one process, and the threads that keep their mail.

    Raises SettingsError when the certificate of the settings cannot be used.
    """

    def __init__(
        self, settings: Settings, originals: Originals, keep_all: KeepAll, limits: Limits | None = None
    ) -> None:
        self.settings = settings
        self.addresses = OurAddresses(settings.addresses)
        self.admission = Admission(limits or limits_of(settings))
        self.room = Room(settings)
        self.certificate: ServerCertificate | None = open_certificate(settings)
        self._proxies = networks(settings.proxies)
        self._originals = originals
        self._commit = GroupCommit(keep_all)
        # The files of large mail are waited for here, so that the event loop goes on answering.
        self._keepers = ThreadPoolExecutor(_KEEPERS, thread_name_prefix="keep-mail")
        self._keeping: set[asyncio.Task[None]] = set()
        self._sessions: set[SmtpConnection] = set()
        self._empty = asyncio.Event()
        self._servers: list[asyncio.Server] = []
        self._socket_path: Path | None = None

    def is_proxy(self, peer: str) -> bool:
        """Whether a connecting host is a proxy of ours, which names its client first."""
        return is_relay(peer, self._proxies)

    def enter(self, session: SmtpConnection) -> str | None:
        """Let a conversation in, or return the reply that sends it away."""
        if refusal := self.admission.enter(session.peer):
            return refusal
        self._sessions.add(session)
        return None

    def depart(self, session: SmtpConnection) -> None:
        """Forget a conversation, if it was let in."""
        if session in self._sessions:
            self._sessions.remove(session)
            self.admission.depart(session.peer)
        if not self._sessions:
            self._empty.set()

    def new_mail(self) -> ArrivingMail:
        """Return a place for a mail that is about to come."""
        return ArrivingMail(self._originals, self.admission.limits.spool_bytes)

    async def keep(self, mail: ArrivingMail, envelope: Envelope) -> None:
        """Make a mail durable; goes on to its end even when the client is gone and this is cancelled."""
        if mail.is_large:
            await asyncio.shield(self._begin(self._keep_large(mail, envelope)))
        else:
            sha256, data = mail.small()
            await self._commit.keep(Arrival(envelope, sha256, len(data), spooled=data))

    async def _keep_large(self, mail: ArrivingMail, envelope: Envelope) -> None:
        sha256 = await asyncio.get_running_loop().run_in_executor(self._keepers, mail.keep_file)
        await self._commit.keep(Arrival(envelope, sha256, mail.size_bytes))

    def _begin(self, keeping: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(keeping)
        # The loop itself would not hold on to it.
        self._keeping.add(task)
        task.add_done_callback(self._keeping.discard)
        return task

    async def open(self) -> int:
        """Take connections from now on and return the port. Raises OSError when it cannot be had."""
        loop = asyncio.get_running_loop()
        host, port = self.settings.listen_host, self.settings.listen_port
        server = await loop.create_server(lambda: SmtpSession(self), host, port, backlog=_BACKLOG)
        self._servers.append(server)
        if self.settings.lmtp_socket is not None:
            socket = bound_socket(self.settings.lmtp_socket)
            # From here on it is ours to remove.
            self._socket_path = self.settings.lmtp_socket
            self._servers.append(
                await loop.create_unix_server(lambda: LmtpSession(self), sock=socket, backlog=_BACKLOG)
            )
        return int(server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Take no more connections, let each mail that is on its way end, and keep what has come."""
        for server in self._servers:
            server.close()
        self._empty.clear()
        for session in tuple(self._sessions):
            session.leave()
        if self._sessions:
            try:
                await asyncio.wait_for(self._empty.wait(), self.admission.limits.drain_s)
            except TimeoutError:
                log.warning("listener.drain_cut", sessions=len(self._sessions))
        await asyncio.gather(*self._keeping, return_exceptions=True)
        await self._commit.close()
        await asyncio.to_thread(self._keepers.shutdown)
        if self._socket_path is not None:
            self._socket_path.unlink(missing_ok=True)


async def listen(settings: Settings, originals: Originals, keep_all: KeepAll) -> None:
    """Listen until SIGTERM or SIGINT, then drain.

    Where it listens is written to ``listener.json`` in the home folder, once connections are
    taken: port 0 leaves the choice to the system. Raises OSError when the port cannot be had, and
    SettingsError when the certificate cannot be used.
    """
    # aiosmtpd logs whom mail is from and for; what may be logged is logged by the session.
    for name in ("mail.log", "mail.debug"):
        logging.getLogger(name).setLevel(logging.ERROR)
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    listener = Listener(settings, originals, keep_all)
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
