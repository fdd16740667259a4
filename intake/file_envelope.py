"""The envelope of a mail that came as a file: who sent it, to which of our addresses, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime

from intake.addresses import Address, MalformedPath, OurAddresses, parse_path
from intake.mailboxes import FoundMail

_HEADER_LIMIT_BYTES = 100 * 1024
_VALUE_LIMIT = 4000
_RECIPIENT_FIELDS = ("Delivered-To", "X-Original-To", "To", "Cc")


@dataclass(frozen=True, slots=True)
class FileEnvelope:
    """What a file says of its own delivery. ``arrived_at`` is the best guess there is, in UTC."""

    sender: str
    recipient: str
    arrived_at: datetime


def envelope_of(found: FoundMail, ours: OurAddresses) -> FileEnvelope:
    """Return sender, recipient and time of arrival of a mail found in a file; never raises.

    The time is that of the topmost Received line, else Date, else the mbox line, else the file's.
    The recipient is the first address of ours among those it was sent to, else our first.
    """
    if found.data is None or found.is_outlook:
        return FileEnvelope("", ours.first, found.from_line_at or found.modified_at)
    header = BytesHeaderParser(policy=compat32).parsebytes(_header_block(found.data))
    arrived_at = _stated_time(header) or found.from_line_at or found.modified_at
    return FileEnvelope(_sender(header), _recipient(header, ours), arrived_at)


def _header_block(data: bytes) -> bytes:
    start = data[:_HEADER_LIMIT_BYTES]
    ends = [end for end in (start.find(b"\n\n"), start.find(b"\r\n\r\n")) if end >= 0]
    return start[: min(ends, default=len(start))] + b"\n\n"


def _values(header: Message, name: str) -> list[str]:
    return [str(value)[:_VALUE_LIMIT] for value in header.get_all(name, [])]


def _stated_time(header: Message) -> datetime | None:
    for value in [line.rpartition(";")[2] for line in _values(header, "Received")[:1]] + _values(
        header, "Date"
    ):
        try:
            stated = parsedate_to_datetime(value.strip())
            # "-0000" and no zone at all come back naive: RFC 5322 3.3 takes the time as UTC.
            return stated.astimezone(UTC) if stated.tzinfo else stated.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            continue
    return None


def _sender(header: Message) -> str:
    if paths := _values(header, "Return-Path"):
        return next(_addresses(paths[:1]), Address("", "")).text
    return next(_addresses(_values(header, "From")), Address("", "")).text


def _recipient(header: Message, ours: OurAddresses) -> str:
    for name in _RECIPIENT_FIELDS:
        for address in _addresses(_values(header, name)):
            if match := ours.match(address):
                return match
    return ours.first


def _addresses(values: list[str]) -> Iterator[Address]:
    for _, text in getaddresses(values):
        try:
            address, _ = parse_path(f"<{text}>")
        except MalformedPath:
            continue
        yield address
