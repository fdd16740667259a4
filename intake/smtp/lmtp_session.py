"""LMTP (RFC 2033), for a mail server on this machine that delivers through a socket."""

from typing import Any

from intake.smtp.smtp_connection import Host
from intake.smtp.smtp_replies import Refused
from intake.smtp.smtp_session import SmtpSession

LOCAL_PEER = "local"
"""What stands for the address of whoever connects through the socket: no host, and no file either."""


class LmtpSession(SmtpSession):
    """A conversation that begins with LHLO and has one reply to a mail for each of its recipients."""

    source = "lmtp"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.__ident__ = "LMTP"
        self._smtp_methods: dict[str, Any]
        self._smtp_methods["LHLO"] = self.smtp_EHLO
        for name in ("EHLO", "HELO", "STARTTLS"):
            self._smtp_methods[name] = self._refuse_greeting_of_smtp

    @property
    def peer(self) -> str:
        """Return LOCAL_PEER: a socket has no address."""
        return LOCAL_PEER

    def count_replies(self, recipients: tuple[str, ...]) -> int:
        """Return how many replies the final dot gets: one for each recipient that was taken (4.2)."""
        return len(recipients)

    async def _refuse_greeting_of_smtp(self, _arg: str | None) -> None:
        raise Refused("500 5.5.1 This is LMTP: begin with LHLO")
