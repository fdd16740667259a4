"""How the texts of settings become values: lists, sizes, addresses, URLs."""

import ipaddress
import re
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field


def split_list(value: object) -> object:
    """Return the parts of a text with commas between; anything but a text is returned as it is."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _check_addresses(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value or not all(re.fullmatch(r"[^@\s]+@[^@\s]+", address) for address in value):
        raise ValueError
    return tuple(address.lower() for address in value)


def _check_networks(value: tuple[str, ...]) -> tuple[str, ...]:
    for text in value:
        ipaddress.ip_network(text, strict=False)
    return value


def _check_name_servers(value: tuple[str, ...]) -> tuple[str, ...]:
    if value != ASK_NO_NAME_SERVER:
        for text in value:
            ipaddress.ip_address(text)
    return value


def _size_bytes(value: object) -> object:
    """Return the bytes meant by a text such as "35 MB", in which a KB is 1,024 bytes."""
    found = re.fullmatch(r"(\d+)\s*([KMG]?)B?", str(value).strip().upper())
    return int(found[1]) * 1024 ** " KMG".index(found[2] or " ") if found else value


def _check_host_port(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not (host and port.isdecimal() and int(port) < 65536):
        raise ValueError
    return value


def _check_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (OSError, LookupError) as error:
        raise ValueError from error
    return value


def _name_driver(value: object) -> object:
    # Hosting companies hand out postgres://, which SQLAlchemy gives to a driver that is not installed.
    return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", value) if isinstance(value, str) else value


ASK_NO_NAME_SERVER = ("off",)
"""What CFIT_DNS is where no name server may be asked."""

Texts = Annotated[tuple[str, ...], BeforeValidator(split_list)]
"""Several texts, given with commas between."""

MailAddresses = Annotated[Texts, AfterValidator(_check_addresses)]
"""At least one mail address, in small letters."""

Networks = Annotated[Texts, AfterValidator(_check_networks)]
"""IP addresses and networks, such as 192.0.2.7 or 2001:db8::/32."""

NameServers = Annotated[Texts, AfterValidator(_check_name_servers)]
"""IP addresses of name servers; none for those of the machine, "off" for asking nobody."""

SizeBytes = Annotated[int, BeforeValidator(_size_bytes), Field(ge=1)]
"""A number of bytes, given as such or as KB, MB or GB."""

HostPort = Annotated[str, AfterValidator(_check_host_port)]
"""Where to listen, such as 127.0.0.1:8025 or [::1]:25."""

Zone = Annotated[str, AfterValidator(_check_zone)]
"""The name of a time zone."""

DatabaseUrl = Annotated[
    str, BeforeValidator(_name_driver), Field(pattern=r"^(sqlite:///.+|postgresql\+psycopg://.*)$")
]
"""SQLite in a file, or PostgreSQL through psycopg."""

OriginalsUrl = Annotated[str, Field(pattern=r"^(/|file:///|s3://).+$")]
"""A folder or a bucket."""

DnsName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63}){0,20}$")]
"""A domain in A-labels, or one label or several of one."""

SmtpUrl = Annotated[str, Field(pattern=r"^(outbox:.*|smtps?://.+)$")]
"""A mail server, or the outbox folder."""

ImapUrl = Annotated[str, Field(pattern=r"^(imaps?://[^@/\s]+@[^@/\s]+(/.*)?)?$")]
"""A mailbox on an IMAP server, with the name to log in by; or empty."""

ScanPlace = Annotated[str, Field(pattern=r"^(none|clamd:(/.+|[^\s/]+:\d{1,5}))$")]
"""A clamd daemon by its socket or its host and port, or none."""

ProxyUrl = Annotated[str, Field(pattern=r"^(https?://.+)?$")]
"""A proxy for what leaves by HTTPS, or empty."""
