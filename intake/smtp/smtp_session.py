"""One SMTP conversation: which commands are answered how, up to the 250 that is a promise."""

import structlog

from intake.door import Envelope
from intake.smtp import smtp_replies
from intake.smtp.arriving_mail import ArrivingMail
from intake.smtp.data_phase import DataPhase
from intake.smtp.envelope_commands import parse_mail, parse_rcpt
from intake.smtp.smtp_connection import Host, SmtpConnection
from intake.smtp.smtp_replies import Refused
from storage.clock import utc_now

log = structlog.get_logger(__name__)


class SmtpSession(SmtpConnection):
    """The commands of a conversation; replies follow RFC 5321 and RFC 3463.

    All of aiosmtpd's own commands that take something from the client are replaced: they accept
    any recipient, and parse addresses without bounds.
    """

    source = "smtp"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._is_encrypted = False

    async def smtp_EHLO(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Greet and say what we can (RFC 5321 4.1.1.1)."""
        if self._is_greeted("EHLO", arg):
            said = ["PIPELINING", f"SIZE {self.host.settings.max_mail_bytes}"]
            if self.host.certificate is not None and not self._is_encrypted:
                said.append("STARTTLS")
            said += ["ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8"]
            lines = [f"250-{line}" for line in (self.hostname, *said)]
            lines[-1] = lines[-1].replace("250-", "250 ", 1)
            await self.push_as_it_is("\r\n".join(lines))

    async def smtp_HELO(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Greet a client of the old kind."""
        if self._is_greeted("HELO", arg):
            await self.push_as_it_is(f"250 {self.hostname}")

    def _is_greeted(self, command: str, arg: str | None) -> bool:
        """Begin anew with a client that says its name. Raises Refused."""
        self._refuse_what_was_sent_ahead()
        if not arg:
            raise Refused(f"501 5.5.4 Syntax: {command} hostname")
        if self.session is None:
            return False
        self.envelope = self._create_envelope()
        self.session.host_name, self.session.extended_smtp = arg, command != "HELO"
        return True

    def _refuse_what_was_sent_ahead(self) -> None:
        # RFC 2920 3.1: after these commands a client has to wait. Who does not may be a proxy or
        # a web page that somebody makes speak to us, and follows no reply.
        if self._unread():
            raise Refused(smtp_replies.SENT_AHEAD, must_close=True)

    def _unread(self) -> bytearray:
        unread: bytearray = self._reader._buffer  # type: ignore[attr-defined]
        return unread

    async def smtp_STARTTLS(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Begin TLS (RFC 3207); what was said before it is forgotten, what was sent ahead dropped."""
        if arg:
            raise Refused("501 5.5.4 Syntax: STARTTLS")
        if self.host.certificate is None or self._is_encrypted:
            raise Refused("503 5.5.1 STARTTLS is not offered here")
        await self.push_as_it_is("220 2.0.0 Ready to start TLS")
        self._unread().clear()
        try:
            await self._writer.start_tls(self.host.certificate.context())
        except OSError as error:
            log.info("session.no_tls", fault=type(error).__name__)
            raise ConnectionAbortedError from error
        self.transport = self._writer.transport
        self._reader._transport = self.transport  # type: ignore[attr-defined]
        self._unread().clear()
        self._is_encrypted = True
        self.envelope = self._create_envelope()
        if self.session is not None:
            self.session.host_name, self.session.extended_smtp = None, False

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Take no passwords: nobody needs one to hand mail over."""
        raise Refused("502 5.5.1 No authentication is offered here")

    async def smtp_HELP(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Name what this is."""
        await self.push("214 2.0.0 This host takes mail as RFC 5321 says")

    async def smtp_VRFY(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Tell nobody which addresses exist (RFC 5321 7.3)."""
        await self.push("252 2.5.0 Not verified, but mail to an address of ours is taken")

    async def smtp_EXPN(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Refuse to list anything."""
        raise Refused("502 5.5.1 Lists are not shown")

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Take the sender, if there is room for a mail."""
        if self.session is None or not self.session.host_name:
            raise Refused("503 5.5.1 Send EHLO first")
        if self.envelope is None or self.envelope.mail_from is not None:
            raise Refused("503 5.5.1 A sender was given already")
        sender = parse_mail(arg or "", size_limit=self.host.settings.max_mail_bytes)
        if not self.host.room.is_there():
            log.error("mail.no_room", fault="little room is left")
            raise Refused(smtp_replies.NO_SPACE)
        self.envelope.mail_from = sender
        await self.push("250 2.1.0 Sender taken")

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Take a recipient if it is ours."""
        if self.envelope is None or self.envelope.mail_from is None:
            raise Refused("503 5.5.1 Send MAIL first")
        ours = parse_rcpt(arg or "", self.host.addresses)
        if len(self.envelope.rcpt_tos) >= self.host.admission.limits.recipients:
            raise Refused("452 4.5.3 Too many recipients")
        self.envelope.rcpt_tos.append(ours)
        await self.push("250 2.1.5 Recipient taken")

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Take one mail; 250 is said when it is durable, and not before (RFC 1123 5.3.3)."""
        if arg:
            raise Refused("501 5.5.4 Syntax: DATA")
        if self.envelope is None or not self.envelope.rcpt_tos:
            raise Refused("503 5.5.1 Send RCPT first")
        self._refuse_what_was_sent_ahead()
        sender, recipients = self.envelope.mail_from or "", tuple(self.envelope.rcpt_tos)
        self.envelope = self._create_envelope()
        self._replies_due = self.count_replies(recipients)
        mail = await self._read_mail()
        # From here the mail is kept, whether the client stays for the answer or not.
        self._reset_timeout()
        await self.host.keep(mail, self._envelope_of(sender, recipients))
        await self.push(smtp_replies.KEPT)

    def count_replies(self, recipients: tuple[str, ...]) -> int:
        """Return how many replies the final dot gets."""
        return 1

    async def _read_mail(self) -> ArrivingMail:
        mail, limits = self.host.new_mail(), self.host.admission.limits
        self._phase = DataPhase(mail, limits, self.host.settings.max_mail_bytes, self.loop)
        try:
            self._reset_timeout(limits.data_left_s(0, 0))
            if self._reader.at_eof():
                # The client stopped sending while something else was done: nothing more will tell.
                self._phase.break_off()
            await self.push("354 End with a dot on a line of its own")
            await self._phase.wait()
        except BaseException:
            # Also when this is cancelled: of a mail that did not come whole nothing stays.
            mail.abandon()
            raise
        return mail

    def _envelope_of(self, sender: str, recipients: tuple[str, ...]) -> Envelope:
        return Envelope(
            sender,
            tuple(dict.fromkeys(recipients)),
            received_at=utc_now(),
            source=self.source,
            peer=self.peer,
            helo=self.helo,
        )
