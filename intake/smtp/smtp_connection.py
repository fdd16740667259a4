"""One connection to a client: who it is, how long it may be silent, and how it ends."""

import asyncio
import contextlib
from typing import AnyStr, Protocol

import structlog
from aiosmtpd.smtp import SMTP

from intake.addresses import OurAddresses, domain_key
from intake.door import Envelope, is_full
from intake.smtp import smtp_replies
from intake.smtp.admission import Admission, Room
from intake.smtp.arriving_mail import ArrivingMail
from intake.smtp.data_phase import DataPhase
from intake.smtp.proxied_peer import read_proxied_peer
from intake.smtp.server_certificate import ServerCertificate
from intake.smtp.smtp_replies import Refused
from storage.settings import Settings

log = structlog.get_logger(__name__)

_COMMAND_LIMIT = 2048


class Host(Protocol):
    """What a conversation is held for: the listener, with all that its conversations share."""

    settings: Settings
    addresses: OurAddresses
    admission: Admission
    room: Room
    certificate: ServerCertificate | None

    def is_proxy(self, peer: str) -> bool:
        """Whether a connecting host is a proxy of ours, which names its client first."""
        ...

    def enter(self, session: "SmtpConnection") -> str | None:
        """Let a conversation in, or return the reply that sends it away."""

    def depart(self, session: "SmtpConnection") -> None:
        """Forget a conversation."""

    def new_mail(self) -> ArrivingMail:
        """Return a place for a mail that is about to come."""
        ...

    async def keep(self, mail: ArrivingMail, envelope: Envelope) -> None:
        """Make a mail durable, even when this is cancelled."""
        ...


class SmtpConnection(SMTP):
    """A connection on which aiosmtpd reads the commands, and calls ``smtp_NAME`` for each.

    What it leaves open is closed here: no limits, a timer that cuts a mail on its way, inner
    faults told to the client as permanent errors, replies without their enhanced codes.
    """

    # Also how much may lie unread in memory; a command line is cut at _COMMAND_LIMIT below.
    line_length_limit = 1 << 16

    def __init__(self, host: Host) -> None:
        super().__init__(
            None,
            data_size_limit=host.settings.max_mail_bytes,
            enable_SMTPUTF8=True,
            hostname=domain_key(host.settings.message_domain),
            ident="ESMTP",
            timeout=host.admission.limits.idle_s,
        )
        self.host = host
        self._client = ""
        self._is_leaving = False
        self._replies_due = 0
        self._phase: DataPhase | None = None
        self._errors = 0
        self._silent_until_s = 0.0

    @property
    def peer(self) -> str:
        """Return the address of the client's host: the one behind the proxy, where there is one."""
        return self._client or self._connected_host()

    def _connected_host(self) -> str:
        peer = self.session.peer if self.session else None
        return str(peer[0]) if peer else ""

    @property
    def helo(self) -> str:
        """Return what the client called itself; printable ASCII alone is kept of it."""
        said = str(self.session.host_name or "") if self.session else ""
        return "".join(sign for sign in said if "!" <= sign <= "~")[:255]

    def leave(self) -> None:
        """Say goodbye now, or after the mail that is on its way (RFC 5321 3.8)."""
        self._is_leaving = True
        if not self._replies_due:
            self._close_saying(smtp_replies.GOODBYE)

    async def push(self, status: AnyStr) -> None:
        """Send a reply, and part from a client that has to go or earned too many errors.

        The reply to a mail is sent as often as replies are due: LMTP has one for each recipient.
        """
        text = smtp_replies.with_enhanced_code(status if isinstance(status, str) else status.decode())
        if self._replies_due and not text.startswith("354"):
            due, self._replies_due = self._replies_due, 0
            await self.push_as_it_is("\r\n".join([text] * due))
        else:
            await self.push_as_it_is(text)
        self._errors += text[:1] in "45"
        if self._errors >= self.host.admission.limits.errors:
            self._close_saying(smtp_replies.TOO_MANY_ERRORS)
        elif self._is_leaving and not self._replies_due:
            self._close_saying(smtp_replies.GOODBYE)

    async def push_as_it_is(self, text: str) -> None:
        """Send a reply that has its form already, and count nothing."""
        self._writer.write(text.encode() + b"\r\n")
        await self._writer.drain()

    async def handle_exception(self, error: Exception) -> str:
        """Return the reply to a fault of ours: temporary, and nothing of the inside in it."""
        if isinstance(error, Refused):
            self._is_leaving |= error.must_close
            return error.reply
        if isinstance(error, asyncio.IncompleteReadError):
            self._end()
            return "421 4.4.2 The connection has ended"
        if is_full(error):
            log.error("mail.no_room", fault=type(error).__name__)
            return smtp_replies.NO_SPACE
        log.error("mail.not_kept", fault=type(error).__name__, exc_info=error)
        return smtp_replies.OUR_FAULT

    def data_received(self, data: bytes) -> None:
        """Give bytes to the mail that is on its way, or to aiosmtpd, which reads commands from them."""
        if self._phase is None or self._phase.is_over:
            super().data_received(data)
            return
        rest = self._phase.feed(data)
        left_s = self._phase.left_s()
        if left_s is not None:
            self._reset_timeout(left_s)
        if rest:
            super().data_received(rest)

    def eof_received(self) -> bool | None:
        """Let a client that has only stopped sending still hear its replies.

        aiosmtpd would cancel the mail that is being kept; the end is met by the next read.
        """
        if self._phase is not None:
            self._phase.break_off()
        return asyncio.StreamReaderProtocol.eof_received(self)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget this session; a mail that is being kept is kept none the less."""
        super().connection_lost(error)
        self.host.depart(self)

    async def _handle_client(self) -> None:
        with contextlib.suppress(ConnectionError):
            if not await self._find_client():
                self._close_saying("")
                return
            if refusal := self.host.enter(self):
                self._close_saying(refusal)
                return
            await self.push(f"220 {self.hostname} {self.__ident__}")
            while self.transport is not None:
                await self._answer_next()

    async def _answer_next(self) -> None:
        try:
            line = await self._read_line()
            name, _, argument = line.partition(b" ")
            method = self._smtp_methods.get(name.decode("ascii", "replace").upper())
            if method is None:
                raise Refused("500 5.5.2 This command is not known here")
            self._reset_timeout()
            await method(argument.strip().decode("utf-8", "surrogateescape") or None)
        except ConnectionError:
            raise
        except Exception as error:  # noqa: BLE001 - the loop of this process: the next command is heard
            await self.push(await self.handle_exception(error))

    async def _read_line(self) -> bytes:
        """Return the next line without its end. Raises Refused for one that nobody needs so long."""
        try:
            line = await self._reader.readuntil()
        except asyncio.LimitOverrunError:
            raise Refused("500 5.5.2 Line too long", must_close=True) from None
        if len(line) > _COMMAND_LIMIT:
            raise Refused("500 5.5.2 Line too long")
        return line.rstrip(b"\r\n")

    async def _find_client(self) -> bool:
        """Learn from a proxy of ours whose connection this is; false when it does not say so."""
        if not self.host.is_proxy(self._connected_host()):
            return True
        self._reset_timeout(self.host.admission.limits.proxy_s)
        client = await read_proxied_peer(self._reader)
        if client is None:
            log.warning("proxy.no_header")
            return False
        self._client = client
        self._reset_timeout()
        return True

    def _end(self) -> None:
        # Nothing more will be read: without this aiosmtpd would go on asking for it.
        self._close_saying("")
        if self._handler_coroutine is not None:
            self._handler_coroutine.cancel()

    def _reset_timeout(self, duration: float | None = None) -> None:
        # Making a timer for each command would cost as much as reading it: the one there is looks,
        # when it goes off, whether it is time.
        self._silent_until_s = self.loop.time() + (duration or self._timeout_duration)
        if self._timeout_handle is None or self._timeout_handle.when() > self._silent_until_s:
            self._set_timer()

    def _set_timer(self) -> None:
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
        self._timeout_handle = self.loop.call_at(self._silent_until_s, self._timeout_cb)

    def _timeout_cb(self) -> None:
        if self.loop.time() < self._silent_until_s:
            self._set_timer()
        elif self.transport is not None and self.transport.is_closing():
            # It was told to go and does not even read that.
            self.transport.abort()  # type: ignore[attr-defined]
        else:
            self._close_saying(smtp_replies.TOO_SLOW)
            self._reset_timeout()
            self._set_timer()

    def _close_saying(self, farewell: str) -> None:
        transport = self.transport
        if isinstance(transport, asyncio.Transport) and not transport.is_closing():
            if farewell:
                transport.write(farewell.encode() + b"\r\n")
            transport.close()
