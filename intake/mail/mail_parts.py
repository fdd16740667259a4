"""The tree of a mail's parts, built by the standard parser within limits, and its decoded leaves."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import Policy, compat32
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any

from intake.mail.mail_parameters import file_name, parse_parameters
from intake.mail.transfer_encoding import decode_transfer

MOST_HEADER_BYTES = 100_000  # Postfix's header_size_limit
MOST_FIELDS = 1_000
MOST_PARTS = 500
DEEPEST = 20
MOST_UNPACKED_BYTES = 48 << 20
LONGEST_FIELD = 32_000
LONGEST_CONTENT_FIELD = 4_096

ELSEWHERE = "message/external-body"
"""A part that names where its contents lie instead of holding them (RFC 2046 5.2.3)."""

_MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})


class MailLimit(StrEnum):
    """What made a mail too much to read whole: it is kept as it is, and a person looks at it."""

    HEADER_BLOCK = "header_block"
    HEADER_FIELDS = "header_fields"
    FIELD_LENGTH = "field_length"
    LINES = "lines"
    PARTS = "parts"
    UNPACKED = "unpacked"
    RATIO = "ratio"
    DEPTH = "depth"
    TIME = "time"
    SIZE = "size"
    DAMAGED = "damaged"


class LimitReached(Exception):
    """The tree is larger than anyone's honest mail; building it stops here."""


@dataclass(slots=True)
class Budget:
    """What one mail has used of its limits, over all its nested messages."""

    parts: int = 0
    unpacked_bytes: int = 0
    hit: dict[MailLimit, None] = field(default_factory=dict)  # a set that keeps its order

    def has_room_for(self, size_bytes: int) -> bool:
        """Whether so much more may be taken out of what the mail carries."""
        return self.unpacked_bytes + size_bytes <= MOST_UNPACKED_BYTES

    def unpack(self, size_bytes: int) -> bool:
        """Count one file taken out of another; False, and a limit hit, where it is one too many."""
        self.parts += 1
        self.unpacked_bytes += size_bytes
        if self.parts > MOST_PARTS:
            self.hit[MailLimit.PARTS] = None
        elif self.unpacked_bytes > MOST_UNPACKED_BYTES:
            self.hit[MailLimit.UNPACKED] = None
        else:
            return True
        return False


@dataclass(frozen=True, slots=True)
class Leaf:
    """One decoded part that holds no others. ``forwarded``: it lies in a mail inside the mail."""

    media_type: str
    charset: str | None
    disposition: str
    file_name: str
    data: bytes
    forwarded: bool


class BoundedMessage(Message):
    """A message that counts its fields and parts while the standard parser builds it.

    ``firsts`` are the fields by their names in lower case, the first of each.
    """

    def __init__(self, policy: Policy, budget: Budget, depth: int = 0) -> None:
        super().__init__(policy)
        self.budget = budget
        self.depth = depth
        self.parts: list[BoundedMessage] = []
        self.firsts: dict[str, str] = {}
        self._field_count = 0
        self._header_bytes = 0

    def set_raw(self, name: str, value: str) -> None:
        """Keep a field as it was sent, unless there are too many; a very long one is cut."""
        known_as = name.lower()
        longest = LONGEST_CONTENT_FIELD if known_as.startswith("content-") else LONGEST_FIELD
        self._field_count += 1
        self._header_bytes += len(name) + len(value)
        if self._header_bytes > MOST_HEADER_BYTES:
            self.budget.hit[MailLimit.HEADER_BLOCK] = None
        elif self._field_count > MOST_FIELDS:
            self.budget.hit[MailLimit.HEADER_FIELDS] = None
        else:
            if len(value) > longest:
                self.budget.hit[MailLimit.FIELD_LENGTH] = None
                value = value[:longest]
            super().set_raw(name, value)
            self.firsts.setdefault(known_as, value)

    def attach(self, payload: Message | str) -> None:
        """Hang a part below this one. LimitReached when it is one too many, or too deep."""
        assert isinstance(payload, BoundedMessage)
        payload.depth = self.depth + 1
        self.budget.parts += 1
        if self.budget.parts > MOST_PARTS:
            self.budget.hit[MailLimit.PARTS] = None
        if payload.depth > DEEPEST:
            self.budget.hit[MailLimit.DEPTH] = None
        if self.budget.parts > MOST_PARTS or payload.depth > DEEPEST:
            raise LimitReached
        self.parts.append(payload)
        super().attach(payload)

    def get_content_type(self) -> str:
        """Return the media type that the parser goes by; an encoded nested mail is a leaf to it."""
        value = self.firsts.get("content-type")
        said = _type_said(value if value is not None else self.get_default_type())
        is_encoded = said in _MESSAGES and transfer_encoding(self) in ("base64", "quoted-printable")
        return "application/octet-stream" if is_encoded else said

    def get_boundary(self, failobj: Any = None) -> Any:
        """Return the boundary, read by our own bounded reader of parameters (RFC 2046 5.1.1)."""
        return self.media[1].get("boundary") or failobj

    @cached_property
    def media(self) -> tuple[str, dict[str, str]]:
        """The media type and its parameters, asked for once all fields are there."""
        return parse_parameters(first(self, "content-type"))


@lru_cache(maxsize=256)
def _type_said(field: str) -> str:
    """Return the media type that a Content-Type field begins with; text/plain for none (RFC 2045 5.2)."""
    said = field.partition(";")[0].strip().lower()
    return said if said.count("/") == 1 else "text/plain"


def build_tree(raw: bytes, budget: Budget, *, depth: int = 0) -> BoundedMessage:
    """Return the message as far as the budget goes; ``budget.hit`` says what stopped it."""
    made: list[BoundedMessage] = []

    def make(policy: Policy = compat32) -> BoundedMessage:
        made.append(BoundedMessage(policy, budget, depth))
        return made[-1]

    with suppress(LimitReached):  # the budget says what was too much
        BytesParser(make, policy=compat32).parsebytes(raw)
    return made[1]  # the parser makes one message on trial, then the root


def header_block(raw: bytes) -> bytes:
    """Return the header fields of a mail as bytes, at most MOST_HEADER_BYTES of them."""
    head = raw[:MOST_HEADER_BYTES]
    ends = [at + len(blank) for blank in (b"\n\n", b"\n\r\n") if (at := head.find(blank)) >= 0]
    return head[: min(ends)] if ends else head


def first(message: BoundedMessage, name: str) -> str:
    """Return the first field of that name as it was sent, folds and all, or ""."""
    return message.firsts.get(name, "")


def transfer_encoding(message: BoundedMessage) -> str:
    """Return the Content-Transfer-Encoding as one word in lower case (RFC 2045 6)."""
    said = first(message, "content-transfer-encoding").strip().lower()
    return re.split(r"[\s;(]", said)[0].strip("\"'") if said else ""


def leaves(message: BoundedMessage, *, forwarded: bool = False) -> Iterator[Leaf]:
    """Yield the leaves in order, those of nested mails too (marked as forwarded).

    Reports on delivery and the like (message/delivery-status) hold fields, no documents: left out.
    """
    said, media = message.media
    # RFC 2045 5.2: what names no type is text, but for the parts of a digest.
    media_type = said if "/" in said else message.get_default_type()
    inner = forwarded or media_type in _MESSAGES
    disposition, given = parse_parameters(first(message, "content-disposition"))
    name = file_name(given, media)
    if message.is_multipart() and not _is_no_mail(message, media_type, name):
        if not media_type.startswith("message/") or media_type in _MESSAGES:
            for part in message.parts:
                yield from leaves(part, forwarded=inner)
        elif media_type == ELSEWHERE:
            yield Leaf(media_type, None, disposition, name, b"", forwarded)
        return
    data = _decoded(message.parts[0] if message.is_multipart() else message)
    if media_type in _MESSAGES and not message.is_multipart():
        if message.depth >= DEEPEST:
            message.budget.hit[MailLimit.DEPTH] = None
            return
        yield from leaves(build_tree(data, message.budget, depth=message.depth + 1), forwarded=True)
        return
    yield Leaf(media_type, media.get("charset"), disposition, name, data, forwarded)


def _is_no_mail(message: BoundedMessage, media_type: str, name: str) -> bool:
    """Whether a named attachment says that it is a mail, and holds no field of one."""
    return bool(name) and media_type in _MESSAGES and not any(part.keys() for part in message.parts)


def _decoded(message: BoundedMessage) -> bytes:
    encoding = transfer_encoding(message)
    # Without this field the library hands out the bytes as they stand: we decode damaged ones better.
    del message["content-transfer-encoding"]
    payload = message.get_payload(decode=True)
    return decode_transfer(payload, encoding) if isinstance(payload, bytes) else b""
