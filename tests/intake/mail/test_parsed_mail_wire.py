"""What a child sends as a mail is believed only as far as it is such as our parser makes it."""

import json
import struct
from typing import Any

import pytest
from made_up.mails import Attachment, build_mail

from intake.mail.parse import ParsedMail, parse_mail
from intake.mail.parsed_mail_wire import mail_from_wire, mail_to_wire

WHOLE = parse_mail(
    build_mail(
        sender_name="Zoë Quist", attachments=[Attachment("a.pdf", b"%PDF\0"), Attachment("b.pdf", b"second")]
    )
)


def _forged(**changes: Any) -> bytes:
    answer = mail_to_wire(WHOLE)
    end = 8 + struct.unpack_from(">Q", answer)[0]
    said = json.loads(answer[8:end]) | changes
    return _framed(json.dumps(said).encode()) + answer[end:]


def _framed(text: bytes) -> bytes:
    return struct.pack(">Q", len(text)) + text


def test_a_mail_comes_over_whole() -> None:
    assert mail_from_wire(mail_to_wire(WHOLE)) == WHOLE
    assert mail_from_wire(mail_to_wire(ParsedMail())) == ParsedMail()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0" * 8,
        b"\xff" * 40,
        _forged(subject="two\nlines"),
        _forged(subject="x" * 40_000),
        _forged(from_address=None),
        _forged(text="x" * 20_001),
        _forged(sizes=[1, 1]),
        _forged(sizes=[-1, 12]),
        _forged(sizes=[5]),
        _forged(parts=[]),
        _forged(limits_hit=["none of ours"]),
        _forged(date="yesterday"),
        mail_to_wire(WHOLE) + b"more",
        _framed(b"[" * 1_000_000),
        _framed(b"[" + b"[]," * 1_000_000 + b"[]]"),
        _framed(b"[]"),
    ],
)
def test_what_our_parser_never_says_is_refused(answer: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        mail_from_wire(answer)
