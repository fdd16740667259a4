"""Mail that was built to break its reader: headers, parts and containers without end."""

from collections.abc import Callable
from random import Random

from made_up.mails import Attachment, build_mail
from made_up.outlook_files import SUBJECT, endless_winmail, outlook_item
from made_up.zips import bomb, overlapping, zip_of

_HEAD = b"From: Nora Quist <nora@agency.example>\r\nMessage-ID: <1@agency.example>\r\n"


def _fielded(name: str, value: bytes) -> bytes:
    return _HEAD + name.encode() + b": " + value + b"\r\n\r\nHello.\r\n"


def _with_parts(count: int) -> bytes:
    part = b"--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n"
    return _HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part * count + b"--b--\r\n"


def _nested(depth: int) -> bytes:
    lines = [_HEAD]
    for level in range(depth):
        lines.append(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level))
    return b"".join(lines)


def _nested_mails(depth: int) -> bytes:
    return _HEAD + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"Hello.\r\n"


def _carrying(name: str, data: bytes) -> bytes:
    return build_mail(attachments=[Attachment(name, data, "application/octet-stream")])


def _zips_in_zips(depth: int) -> bytes:
    data = b"%PDF-1.7"
    for level in range(depth):
        data = zip_of({f"{level}.zip": data})
    return data


def _boundaries_that_begin_each_other(count: int) -> bytes:
    lines = [_HEAD]
    for level in range(count, 0, -1):
        lines.append(b'Content-Type: multipart/mixed; boundary="' + b"a" * level + b'"\r\n\r\n')
        lines.append(b"--" + b"a" * level + b"\r\n")
    return b"".join(lines) + b"--" + b"a" * count


HOSTILE_MAILS: dict[str, Callable[[], bytes]] = {
    "10 KB of semicolons": lambda: _fielded("Content-Type", b"text/plain" + b";" * 10_000),
    "90 KB of semicolons": lambda: _fielded("Content-Disposition", b"attachment" + b";" * 90_000),
    "300 KB of one field": lambda: _fielded("Subject", b"x" * 300_000),
    "6,000 encoded words": lambda: _fielded("Subject", b"=?utf-8?q?a?= " * 6_000),
    "broken encoded words": lambda: _fielded("Subject", b"=?utf-8?b?" * 9_000),
    "8,000 addresses": lambda: _fielded("To", b"a@b.example," * 8_000),
    "open quotes and comments": lambda: _fielded("From", b'"(' * 45_000),
    "9,000 fields": lambda: _HEAD + b"X: y\r\n" * 9_000 + b"\r\nHello.\r\n",
    "file name in 4,000 pieces": lambda: _fielded(
        "Content-Disposition", b"attachment" + b"".join(b";\r\n filename*%d=a" % n for n in range(4_000))
    ),
    "10,000 parts": lambda: _with_parts(10_000),
    "100,000 parts": lambda: _with_parts(100_000),
    "1,000 levels": lambda: _nested(1_000),
    "1,000 mails in mails": lambda: _nested_mails(1_000),
    "boundaries that begin each other": lambda: _boundaries_that_begin_each_other(200),
    "2,000,000 empty lines": lambda: _HEAD + b"\r\n" * 2_000_000,
    "unclosed tags": lambda: build_mail(text="", html="<a <b <c " * 50_000),
    "unclosed comments": lambda: build_mail(text="", html="<!-- <script> " * 40_000),
    "a zip of 40 MB of zeros": lambda: _carrying("a.zip", bomb(40 << 20)),
    "a zip of 100 MB of zeros": lambda: _carrying("a.zip", bomb(100 << 20)),
    "one file 150 times": lambda: _carrying("a.zip", overlapping(150, 1 << 20)),
    "60,000 files of nothing": lambda: _carrying("a.zip", overlapping(60_000, 1)),
    "zips in zips": lambda: _carrying("a.zip", _zips_in_zips(50)),
    "47 MB that may be unpacked": lambda: _carrying(
        "a.zip", zip_of({f"{n}.bin": Random(n).randbytes(30_000) + bytes(970_000) for n in range(47)})
    ),
    "winmail.dat without end": lambda: _carrying("winmail.dat", endless_winmail()),
    "winmail.dat of 100,000 objects": lambda: _carrying(
        "winmail.dat", b"\x78\x9f\x3e\x22\1\0" + b"\2\2\x90\6\0\0\0\0\0\0\0" * 100_000
    ),
    "an item of 1,000 attachments": lambda: _carrying(
        "a.msg", outlook_item({SUBJECT: "x"}, [(f"{n}.pdf", b"x") for n in range(1_000)])
    ),
    "quotations without end": lambda: build_mail(text="On 1 May 2023 a <a@b.example> wrote:\n" * 500),
    "links without end": lambda: build_mail(text="https://we.tl/t-a?url=https%3A//we.tl/b " * 500),
}
"""Each by what it has too much of; made when it is called."""
