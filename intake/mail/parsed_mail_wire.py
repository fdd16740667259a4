"""A parsed mail on its way from the child to the worker, and the check of what arrives.

The child may have been taken over by the mail it read, so nothing that it says is believed before
its types, sizes and signs are what intake/mail/parse.py would have given.
"""

import json
import struct
from dataclasses import asdict, replace
from datetime import datetime

from pydantic import TypeAdapter
from pydantic_core import from_json

from intake.mail.file_links import MOST_LINKS
from intake.mail.mail_body import MOST_TEXT_CHARS
from intake.mail.mail_parts import LONGEST_FIELD, MOST_PARTS, MailLimit
from intake.mail.mail_text import clean_line
from intake.mail.parse import MailPart, ParsedMail

_LENGTH = struct.Struct(">Q")
_MOST_TEXT_BYTES = 2_000_000
_PARSED = TypeAdapter(ParsedMail)


def mail_to_wire(parsed: ParsedMail) -> bytes:
    """Return the mail as bytes: the length of a JSON text, that text, then the parts' contents."""
    said = asdict(replace(parsed, parts=()))
    said["parts"] = [asdict(replace(part, data=b"")) | {"data": ""} for part in parsed.parts]
    said["sizes"] = [len(part.data) for part in parsed.parts]
    text = json.dumps(said, default=_iso, ensure_ascii=False).encode()
    return b"".join((_LENGTH.pack(len(text)), text, *(part.data for part in parsed.parts)))


def mail_from_wire(answer: bytes) -> ParsedMail:
    """Return the mail that a child sent. ValueError when it is not such as our parser gives."""
    if len(answer) < _LENGTH.size:
        raise ValueError("a mail's length is missing")
    start = _LENGTH.size + _LENGTH.unpack_from(answer)[0]
    if start > _MOST_TEXT_BYTES:
        raise ValueError("a mail's description is too long")
    said = from_json(answer[_LENGTH.size : start])  # the standard reader recurses as deep as it is told to
    if not isinstance(said, dict):
        raise ValueError("a mail is an object")
    sizes = TypeAdapter(list[int]).validate_python(said.pop("sizes", None))
    parsed = _PARSED.validate_python(said)
    if len(sizes) != len(parsed.parts) or min(sizes, default=0) < 0 or start + sum(sizes) != len(answer):
        raise ValueError("the parts of a mail have other sizes than stated")
    parts: list[MailPart] = []
    for index, (part, size) in enumerate(zip(parsed.parts, sizes, strict=True)):
        parts.append(replace(part, index=index, data=answer[start : start + size]))
        start += size
    whole = replace(parsed, parts=tuple(parts))
    _require_ours(whole)
    return whole


def _iso(value: object) -> str:
    assert isinstance(value, datetime)
    return value.isoformat()


def _require_ours(mail: ParsedMail) -> None:
    """ValueError when a value is longer, or has other signs, than ours ever do."""
    lines = [mail.message_id, *mail.in_reply_to, *mail.references, mail.from_address, mail.from_name]
    lines += [mail.reply_to, *mail.senders, *mail.to, *mail.file_links, mail.subject, mail.parts_digest]
    lines += [text for header in mail.headers for text in header]
    for signature in mail.signatures:
        said = (signature.signer, signature.organisation, signature.platform, signature.issuer)
        lines += [text for text in (*said, signature.problem) if text is not None]
    for part in mail.parts:
        lines += [part.file_name, part.media_type_said, part.disposition]
    if any(len(line) > LONGEST_FIELD or clean_line(line) != line for line in lines):
        raise ValueError("a line of a mail is too long or holds controls")
    if max(len(mail.text), len(mail.own_text)) > MOST_TEXT_CHARS or len(mail.parts) > MOST_PARTS:
        raise ValueError("a mail is larger than the parser makes it")
    if len(mail.file_links) > MOST_LINKS:
        raise ValueError("a mail links to more than the parser tells")
    for limit in mail.limits_hit:
        MailLimit(limit)
