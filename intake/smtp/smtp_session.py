"""One SMTP conversation: which commands are answered how, up to the 250 that is a promise."""

import asyncio
import contextlib
from collections import defaultdict
from typing import AnyStr, Protocol

import structlog
from aiosmtpd.smtp import SMTP

from intake.addresses import MalformedPath, OurAddresses, domain_key, parse_path
from intake.door import Envelope, is_full
from intake.smtp import smtp_data
from intake.smtp.admission import Admission
from storage.clock import utc_now
from storage.mails import KeptMail
from storage.settings import Settings

log = structlog.get_logger(__name__)

NOT_OURS = "550 5.7.1 This address does not accept mail here"
OUR_FAULT = "451 4.3.0 A fault on our side, please try again later"
NO_SPACE = "452 4.3.1 No room for this mail at present, please try again later"
KEPT = "250 2.0.0 Kept"

_GOODBYE = "421 4.3.2 Closing the connection"
_COMMAND_LIMIT = 2048


class Host(Protocol):
    """What a conversation is held for: the listener, with all that its conversations share."""

    settings: Settings
    addresses: OurAddresses
    admission: Admission

    def enter(self, session: "SmtpSession") -> str | None:
        """Let a conversation in, or return the reply that sends it away."""

    def depart(self, session: "SmtpSession") -> None:
        """Forget a conversation."""

    async def keep(self, data: bytes, envelope: Envelope) -> KeptMail:
        """Make a mail durable, even when this is cancelled."""
        ...


class SmtpSession(SMTP):
    """A conversation with one client; replies follow RFC 5321 and RFC 3463.

    What aiosmtpd leaves open is closed here: any recipient, no limits, a timer that cuts a mail
    on its way, inner faults told to the client as permanent errors.
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
        self._is_leaving = False
        self._is_in_data = False
        self._errors = 0
        # aiosmtpd shares this table between all sessions and lets every EHLO enlarge it.
        self.command_size_limits = defaultdict(lambda: _COMMAND_LIMIT)

    @property
    def peer(self) -> str:
        """Return the address of the client's host."""
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
        if not self._is_in_data:
            self._close_saying(_GOODBYE)

    async def push(self, status: AnyStr) -> None:
        """Send a reply, and part from a client that has to go or earned too many errors."""
        text = status if isinstance(status, str) else status.decode()
        if text.startswith("500 Error: command"):
            # aiosmtpd repeats the command, and with it whatever bytes a stranger put there.
            text = "500 5.5.2 This command is not known here"
        await super().push(text)
        self._errors += text[:1] in "45"
        if self._errors >= self.host.admission.limits.errors:
            self._close_saying("421 4.7.0 Too many errors")
        elif self._is_leaving and not self._is_in_data:
            self._close_saying(_GOODBYE)

    async def handle_exception(self, error: Exception) -> str:
        """Return the reply to a fault of ours: temporary, and nothing of the inside in it."""
        if isinstance(error, asyncio.IncompleteReadError):
            self._end()
            return "421 4.4.2 The connection has ended"
        if is_full(error):
            log.error("mail.no_room", fault=type(error).__name__)
            return NO_SPACE
        log.error("mail.not_kept", fault=type(error).__name__, exc_info=error)
        return OUR_FAULT

    def eof_received(self) -> bool | None:
        """Let a client that has only stopped sending still hear its replies.

        aiosmtpd would cancel the mail that is being kept; the end is met by the next read.
        """
        return asyncio.StreamReaderProtocol.eof_received(self)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget this session; a mail that is being kept is kept none the less."""
        super().connection_lost(error)
        self.host.depart(self)

    async def _handle_client(self) -> None:
        with contextlib.suppress(ConnectionError):
            if refusal := self.host.enter(self):
                self._close_saying(refusal)
                return
            await super()._handle_client()

    def _end(self) -> None:
        # Nothing more will be read: without this aiosmtpd would go on asking for it.
        self._close_saying("")
        if self._handler_coroutine is not None:
            self._handler_coroutine.cancel()

    def _timeout_cb(self) -> None:
        if self.transport is not None and self.transport.is_closing():
            # It was told to go and does not even read that.
            self.transport.abort()  # type: ignore[attr-defined]
        else:
            self._close_saying("421 4.4.2 Too slow, closing the connection")
            self._reset_timeout()

    def _close_saying(self, farewell: str) -> None:
        transport = self.transport
        if isinstance(transport, asyncio.Transport) and not transport.is_closing():
            if farewell:
                transport.write(farewell.encode() + b"\r\n")
            transport.close()

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Take the sender (RFC 5321 4.1.1.2) with SIZE, BODY and SMTPUTF8."""
        await self.push(self._reply_to_mail(arg or ""))

    def _reply_to_mail(self, arg: str) -> str:
        keyword, _, path = arg.partition(":")
        if self.session is None or not self.session.host_name:
            return "503 5.5.1 Send EHLO first"
        if self.envelope is None or self.envelope.mail_from is not None:
            return "503 5.5.1 A sender was given already"
        if keyword.strip().upper() != "FROM":
            return "501 5.5.4 Syntax: MAIL FROM:<address>"
        try:
            sender, parameters = parse_path(path)
        except MalformedPath:
            return "553 5.1.7 This sender address cannot be read"
        if refusal := self._refused_parameters(parameters.upper().split()):
            return refusal
        self.envelope.mail_from = sender.text
        return "250 2.1.0 Sender taken"

    def _refused_parameters(self, parameters: list[str]) -> str | None:
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name == "SIZE" and value.isascii() and value.isdigit():
                if len(value) > 20 or int(value) > self.host.settings.max_mail_bytes:
                    return smtp_data.TOO_LARGE
            elif parameter not in ("BODY=7BIT", "BODY=8BITMIME", "SMTPUTF8"):
                return "555 5.5.4 A parameter of MAIL is not known here"
        return None

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Take a recipient if it is ours; every refusal reads the same (RFC 5321 4.1.1.3)."""
        await self.push(self._reply_to_rcpt(arg or ""))

    def _reply_to_rcpt(self, arg: str) -> str:
        keyword, _, path = arg.partition(":")
        if self.envelope is None or self.envelope.mail_from is None:
            return "503 5.5.1 Send MAIL first"
        if keyword.strip().upper() != "TO":
            return "501 5.5.4 Syntax: RCPT TO:<address>"
        if len(self.envelope.rcpt_tos) >= self.host.admission.limits.recipients:
            return "452 4.5.3 Too many recipients"
        ours, parameters = self._ours(path)
        if ours is None:
            return NOT_OURS
        if parameters:
            return "555 5.5.4 RCPT takes no parameters here"
        if ours not in self.envelope.rcpt_tos:
            self.envelope.rcpt_tos.append(ours)
        return "250 2.1.5 Recipient taken"

    def _ours(self, path: str) -> tuple[str | None, str]:
        try:
            address, parameters = parse_path(path)
        except MalformedPath:
            return None, ""
        return self.host.addresses.match(address), parameters

    async def smtp_VRFY(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Tell nobody which addresses exist (RFC 5321 7.3)."""
        await self.push("252 2.5.0 Not verified, but mail to an address of ours is taken")

    async def smtp_EXPN(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Refuse to list anything."""
        await self.push("502 5.5.1 Lists are not shown")

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Take one mail; 250 is said when it is durable, and not before (RFC 1123 5.3.3)."""
        if arg:
            await self.push("501 5.5.4 Syntax: DATA")
            return
        if self.envelope is None or not self.envelope.rcpt_tos:
            await self.push("503 5.5.1 Send RCPT first")
            return
        self._is_in_data = True
        try:
            reply = await self._take_mail(self.envelope.mail_from or "", tuple(self.envelope.rcpt_tos))
        finally:
            self._is_in_data = False
        await self.push(reply)

    async def _take_mail(self, sender: str, recipients: tuple[str, ...]) -> str:
        await self.push("354 End with a dot on a line of its own")
        self.envelope = self._create_envelope()
        pace = _Pace(self)
        try:
            content = await smtp_data.read_content(
                self._reader, self.host.settings.max_mail_bytes, on_bytes=pace.on_bytes
            )
            if content.must_close:
                self._is_leaving = True
            if content.refused:
                return content.refused
            # From here the mail is kept, whether the client stays for the answer or not.
            self._reset_timeout()
            await self.host.keep(content.data, self._envelope_of(sender, recipients))
        finally:
            pace.end()
        return KEPT

    def _envelope_of(self, sender: str, recipients: tuple[str, ...]) -> Envelope:
        return Envelope(
            sender, recipients, received_at=utc_now(), source="smtp", peer=self.peer, helo=self.helo
        )


class _Pace:
    """Holds one mail on its way to the least rate and to the memory there is."""

    def __init__(self, session: SmtpSession) -> None:
        self._session = session
        self._admission = session.host.admission
        self._started_s = session.loop.time()
        self._received_bytes = 0

    def on_bytes(self, count: int) -> str | None:
        self._received_bytes += count
        passed_s = self._session.loop.time() - self._started_s
        self._session._reset_timeout(self._admission.limits.data_left_s(self._received_bytes, passed_s))
        return self._admission.hold(count)

    def end(self) -> None:
        self._admission.release(self._received_bytes)
