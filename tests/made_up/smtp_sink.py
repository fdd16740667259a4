"""A mail server on loopback that takes letters, or answers as a test tells it to."""

import asyncio
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

LOST = "connection lost"
"""An answer that is none: the connection ends instead."""


@dataclass
class Taken:
    """One message as the server took it."""

    sender: str
    recipients: list[str]
    data: bytes
    over_tls: bool
    options: list[str]


@dataclass
class SmtpSink:
    """What the server took, and its answers by command; an answer to DATA comes after the text."""

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    keeps_before_it_is_lost: bool = False
    password: str = ""
    tried_passwords: list[str] = field(default_factory=list)

    async def handle_MAIL(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self._answer("MAIL", server)
        if answer.startswith("250"):
            envelope.mail_from, envelope.mail_options = address, options
        return answer

    async def handle_RCPT(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self._answer("RCPT", server)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        wanted = self.answers.get("DATA", "250 2.0.0 kept")
        if wanted.startswith("250") or self.keeps_before_it_is_lost:
            self.taken.append(
                Taken(
                    sender=envelope.mail_from or "",
                    recipients=list(envelope.rcpt_tos),
                    data=bytes(envelope.original_content or b""),
                    over_tls=session.ssl is not None,
                    options=[str(option) for option in envelope.mail_options],
                )
            )
        return self._answer("DATA", server)

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.tried_passwords.append(data.password.decode())
        right = self.tried_passwords[-1] == self.password
        return AuthResult(success=right, handled=False)

    def _answer(self, command: str, server: SMTP) -> str:
        answer = self.answers.get(command, "250 2.0.0 kept")
        if answer == LOST and server.transport is not None:
            server.transport.abort()
        return answer


@contextmanager
def smtp_sink(*, password: str = "", certificate: ssl.SSLContext | None = None) -> Iterator[SmtpSink]:
    """Run a server on a free port of 127.0.0.1 for as long as the block lasts."""
    sink = SmtpSink(password=password)
    loop = asyncio.new_event_loop()

    def protocol() -> SMTP:
        with warnings.catch_warnings():
            # A password without encryption is what the test is about; nobody listens on loopback.
            warnings.simplefilter("ignore", UserWarning)
            return SMTP(
                sink,
                hostname="sink.example",
                enable_SMTPUTF8=True,
                auth_required=bool(password),
                auth_require_tls=not password,
                authenticator=sink.authenticate if password else None,
                tls_context=certificate,
                loop=loop,
            )

    thread = threading.Thread(target=loop.run_forever)
    server = loop.run_until_complete(loop.create_server(protocol, "127.0.0.1", 0))
    sink.port = server.sockets[0].getsockname()[1]
    thread.start()
    try:
        yield sink
    finally:
        asyncio.run_coroutine_threadsafe(_close(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _close(server: asyncio.Server) -> None:
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
