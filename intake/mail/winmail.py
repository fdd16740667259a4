"""What Outlook hides in winmail.dat (MS-OXTNEF), read within bounds.

The library for it counts to four billion where sixty bytes tell it to, so it is read here.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.mail.mail_text import decode_text

SIGNATURE = b"\x78\x9f\x3e\x22"

_MOST_OBJECTS = 5_000
_MOST_PROPERTIES = 2_000
_MOST_VALUES = 1_000
_HEAD = struct.Struct("<BHHI")  # level, name, type, length; the content and a checksum of two bytes follow
_NUMBER = struct.Struct("<I")
_SHORTS = struct.Struct("<HH")

_BODY, _ATTACHED_DATA, _ATTACHED_TITLE = 0x800C, 0x800F, 0x8010
_NEXT_ATTACHMENT, _MESSAGE_PROPERTIES, _ATTACHMENT_PROPERTIES, _CODE_PAGE = 0x9002, 0x9003, 0x9005, 0x9007

_TEXT, _HTML, _CONTENT = 0x1000, 0x1013, 0x3701
_NAMES = (0x3707, 0x3704, 0x3001)  # long name, short name, display name: the best first
_FIXED_SIZES = {0x0001: 0, 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x000A: 4, 0x000B: 4}
_FIXED_SIZES |= dict.fromkeys((0x0005, 0x0006, 0x0007, 0x0014, 0x0040), 8) | {0x0048: 16}
_OBJECT, _STRING, _UNICODE, _BINARY = 0x000D, 0x001E, 0x001F, 0x0102
_MULTIPLE, _NAMED = 0x1000, 0x8000
_A_MESSAGE = bytes.fromhex("0703020000000000c000000000000046")  # IID_IMessage


class _Damaged(Exception):
    """A length or count leads out of the data."""


@dataclass(slots=True)
class WinmailFile:
    """One attachment. ``message`` is set where it is a mail of its own."""

    name: str = ""
    data: bytes = b""
    message: bytes | None = None


@dataclass(slots=True)
class Winmail:
    """The text of the mail, empty where there is none, and its attachments."""

    text: str = ""
    html: str = ""
    files: list[WinmailFile] = field(default_factory=list)


def read_winmail(data: bytes) -> Winmail | None:
    """Return what is in it as far as it is whole; None where it is no such file. Raises nothing."""
    if not data.startswith(SIGNATURE):
        return None
    found, code_page = Winmail(), "cp1252"
    try:
        for name, content in _objects(data):
            if name == _CODE_PAGE:
                code_page = _code_page(content)
            elif name == _NEXT_ATTACHMENT:
                found.files.append(WinmailFile())
            elif name in (_BODY, _MESSAGE_PROPERTIES):
                _add_text(found, name, content, code_page)
            elif found.files:
                _add_to_file(found.files[-1], name, content, code_page)
    except _Damaged:
        pass  # what came before the damage is whole
    return found


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6  # signature and key
    for _ in range(_MOST_OBJECTS):
        if at + _HEAD.size > len(data):
            return
        _, name, _, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        yield name, data[at : at + length]
        at += length + 2
    raise _Damaged


def _add_text(found: Winmail, name: int, content: bytes, code_page: str) -> None:
    if name == _BODY:
        found.text = found.text or decode_text(content, code_page).strip("\0")
        return
    for number, kind, value in _properties(content):
        if number == _TEXT:
            found.text = _text(kind, value, code_page)
        elif number == _HTML:
            found.html = decode_text(value, "utf-8") if kind == _BINARY else _text(kind, value, code_page)


def _add_to_file(file: WinmailFile, name: int, content: bytes, code_page: str) -> None:
    if name == _ATTACHED_TITLE:
        file.name = decode_text(content, code_page).strip("\0")
    elif name == _ATTACHED_DATA:
        file.data = content
    elif name == _ATTACHMENT_PROPERTIES:
        names: dict[int, str] = {}
        for number, kind, value in _properties(content):
            if number in _NAMES and kind in (_STRING, _UNICODE):
                names[number] = _text(kind, value, code_page)
            elif number == _CONTENT and kind == _OBJECT and value.startswith(_A_MESSAGE):
                file.message = value[len(_A_MESSAGE) :]
            elif number == _CONTENT and not file.data:
                file.data = value
        file.name = next((names[number] for number in _NAMES if names.get(number)), file.name)


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield number, type and first value of each property (MS-OXTNEF 2.1.3.4), as far as they are whole."""
    reader = _Reader(data)
    for _ in range(reader.count(_MOST_PROPERTIES)):
        kind, number = _SHORTS.unpack(reader.take(_SHORTS.size))
        if number >= _NAMED:
            reader.take(16)
            named_by_text = reader.number()
            reader.take(_padded(reader.number()) if named_by_text else 4)
        values = reader.count(_MOST_VALUES) if kind & _MULTIPLE else 1
        kind &= ~_MULTIPLE
        if kind in _FIXED_SIZES:
            reader.take(_FIXED_SIZES[kind] * values)
        elif kind in (_OBJECT, _STRING, _UNICODE, _BINARY):
            many = values if values > 1 else reader.count(_MOST_VALUES)
            contents = [reader.sized() for _ in range(many)]
            yield number, kind, contents[0] if contents else b""
        else:
            raise _Damaged


@dataclass(slots=True)
class _Reader:
    """A place in some bytes that never leaves them."""

    data: bytes
    at: int = 0

    def take(self, size: int) -> bytes:
        if self.at + size > len(self.data):
            raise _Damaged
        self.at += size
        return self.data[self.at - size : self.at]

    def number(self) -> int:
        return int(_NUMBER.unpack(self.take(_NUMBER.size))[0])

    def count(self, most: int) -> int:
        count = self.number()
        if count > most:
            raise _Damaged
        return count

    def sized(self) -> bytes:
        size = self.number()
        value = self.take(size)
        self.at = min(len(self.data), self.at + _padded(size) - size)
        return value


def _padded(size: int) -> int:
    return size + -size % 4


def _text(kind: int, value: bytes, code_page: str) -> str:
    text = value.decode("utf-16-le", "replace") if kind == _UNICODE else decode_text(value, code_page)
    return text.rstrip("\0")


def _code_page(content: bytes) -> str:
    number = _NUMBER.unpack_from(content.ljust(4, b"\0"))[0]
    return {65001: "utf-8", 20127: "ascii", 20866: "koi8-r", 28591: "iso-8859-1"}.get(number, f"cp{number}")
