"""A mail saved by Outlook (.msg, MS-OXMSG): its head, its text and what is attached to it."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import format_datetime

import olefile
from oxmsg.attachment import Attachment
from oxmsg.domain import constants as numbers
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from intake.mail.mail_text import clean_line

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MOST_ENTRIES = 3_000  # a few streams for each recipient; the library looks each up among all
_TOP_HEADER_BYTES, _INNER_HEADER_BYTES = 32, 24  # MS-OXMSG 2.4.1.1 and 2.4.1.2
_CONTENT_FIELD = re.compile(r"^(?:content-[\w-]+|mime-version):[^\n]*\n(?:[ \t][^\n]*\n)*", re.I | re.M)
_INNER_MESSAGE = "__substg1.0_3701000D"
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)
"""What the libraries raise on damaged items: they fail in every way, and none may end the mail."""


@dataclass(frozen=True, slots=True)
class OutlookFile:
    """One attachment. ``item`` is set where it is an Outlook item of its own."""

    name: str
    media_type: str
    data: bytes
    item: "OutlookItem | None" = None


@dataclass(frozen=True, slots=True)
class OutlookItem:
    """What an item says. ``head`` is header fields as in a mail, without those about its content."""

    head: bytes
    text: str
    html: str
    files: tuple[OutlookFile, ...]


def read_outlook_item(data: bytes, depth: int) -> OutlookItem | None:
    """Return the item, with those inside it ``depth`` deep; None where it cannot be read. Raises nothing."""
    try:
        with olefile.OleFileIO(data) as ole:
            if not _is_bounded(ole, len(data)):
                return None
            return _item(Storage.from_ole(ole), _TOP_HEADER_BYTES, depth)
    except _FAULTS:
        return None


def _is_bounded(ole: olefile.OleFileIO, size_bytes: int) -> bool:
    """Whether its streams are few, and together no larger than the file: several may share their sectors."""
    entries = [entry for entry in ole.direntries if entry is not None]
    streams = sum(entry.size for entry in entries if entry.entry_type == olefile.STGTY_STREAM)
    return len(entries) <= _MOST_ENTRIES and streams <= size_bytes


def _item(storage: Storage, header_bytes: int, depth: int) -> OutlookItem:
    said = Properties(storage, properties_header_offset=header_bytes)
    return OutlookItem(
        head=_head(said),
        text=_text(said, numbers.PID_BODY),
        html=_html(said),
        files=tuple(_files(storage, depth)),
    )


def _head(said: Properties) -> bytes:
    """Return the fields that the mail came with, or for one that was never sent those that can be told."""
    sent_with = _text(said, numbers.PID_TRANSPORT_MESSAGE_HEADERS)
    if sent_with.strip():
        kept = _CONTENT_FIELD.sub("", sent_with.replace("\r\n", "\n").lstrip() + "\n")
        return kept.split("\n\n", 1)[0].encode("utf-8", "replace") + b"\n\n"
    address = _line(said, numbers.PID_SENDER_SMTP_ADDRESS) or _line(said, numbers.PID_SENDER_EMAIL_ADDRESS)
    name = re.sub(r'[\\"<>]', " ", _line(said, numbers.PID_SENDER_NAME))
    fields = (
        ("From", f'"{name}" <{address}>' if "@" in address else ""),
        ("Subject", _line(said, numbers.PID_SUBJECT)),
        ("Message-ID", _line(said, numbers.PID_INTERNET_MESSAGE_ID)),
        ("Date", _sent_at(said)),
    )
    # In UTF-8 as they are (RFC 6532), which our own reader of fields takes.
    return (
        "".join(f"{field}: {value}\n" for field, value in fields if value).encode("utf-8", "replace") + b"\n"
    )


def _sent_at(said: Properties) -> str:
    moment = said.date_prop_value(numbers.PID_CLIENT_SUBMIT_TIME)
    return format_datetime(moment) if moment is not None else ""


def _html(said: Properties) -> str:
    try:
        data = said.binary_prop_value(numbers.PID_HTML)
        return data.decode(said.body_encoding, "replace") if data else ""
    except _FAULTS:
        return ""


def _files(storage: Storage, depth: int) -> Iterator[OutlookFile]:
    for place in storage.iter_attachment_storages():
        attached = Attachment(place)
        said = attached.properties
        name = _line(said, numbers.PID_ATTACH_LONG_FILENAME) or _line(said, numbers.PID_ATTACH_FILENAME)
        name = name or _line(said, numbers.PID_DISPLAY_NAME)
        media_type = _line(said, numbers.PID_ATTACH_MIME_TAG) or "application/octet-stream"
        inner = next((one for one in place.storages if one.name == _INNER_MESSAGE), None)
        if inner is not None and depth > 0:
            item = _item(inner, _INNER_HEADER_BYTES, depth - 1)
            yield OutlookFile(name or _line_of(item), "message/rfc822", b"", item)
        else:
            yield OutlookFile(name, media_type.lower(), _content(attached))


def _content(attached: Attachment) -> bytes:
    try:
        return attached.file_bytes or b""
    except _FAULTS:
        return b""


def _line_of(item: OutlookItem) -> str:
    subject = re.search(rb"^Subject: ([^\n]*)", item.head, re.MULTILINE)
    return clean_line(subject[1].decode("utf-8", "replace")) if subject else ""


def _line(said: Properties, number: int) -> str:
    return clean_line(_text(said, number))


def _text(said: Properties, number: int) -> str:
    """Return a text of the item, "" where it has none or its bytes are none."""
    try:
        return (said.str_prop_value(number) or "").rstrip("\0")
    except _FAULTS:
        return ""
