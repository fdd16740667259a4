"""Whom a deployment believes about senders: its name servers and its relays, as the settings say."""

from intake.mail.parse import ParsedMail
from intake.sender.names import DnsNames, Names, NoNames
from intake.sender.relays import networks
from intake.sender.sender_check import Arrival, Trust, check_sender
from intake.sender.verdict import SenderCheck
from storage.setting_values import ASK_NO_NAME_SERVER
from storage.settings import Settings
from storage.tables import Mail


def open_names(settings: Settings) -> Names:
    """Return the name servers to ask: those given, those of the machine, or nobody."""
    return NoNames() if settings.dns == ASK_NO_NAME_SERVER else DnsNames(settings.dns)


def sender_of(row: Mail, raw: bytes, parsed: ParsedMail, *, names: Names, settings: Settings) -> SenderCheck:
    """Return the verdict about who sent a kept mail."""
    return check_sender(
        raw,
        Arrival(row.peer, row.helo, row.envelope_from, from_own_server=_is_from_own_server(row, settings)),
        from_addresses=parsed.senders,
        headers=parsed.headers,
        names=names,
        trust=Trust(networks(settings.trusted_relays), settings.authserv_id),
    )


def _is_from_own_server(row: Mail, settings: Settings) -> bool:
    """Whether it came through the socket, to which the system lets nobody but our own mail server."""
    return row.source == "lmtp" and settings.lmtp_trusted
