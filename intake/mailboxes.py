"""Mail that lies in files: .eml, .msg, mbox, Maildir and folders of them, one mail at a time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

_SUFFIXES = frozenset({".eml", ".msg", ".mbox", ".mbx"})
_PIECE_BYTES = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# "From anna@city.example Mon Jun 14 10:00:00 2021", with or without a zone: the day and the year
# are asked for, because "From " also begins sentences.
_FROM_LINE = re.compile(
    rb"From [^\r\n]{0,320}? ?[A-Z][a-z]{2},? +"
    rb"(?P<month>[A-Z][a-z]{2}) +(?P<day>\d{1,2}) +(?P<time>\d{1,2}:\d\d(?::\d\d)?)"
    rb"[ A-Za-z0-9+:-]{0,40}? +(?P<year>\d{4})\b[^\r\n]*\r?\n"
)
_QUOTED_FROM = re.compile(rb">+From ")
_HEADER_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")


@dataclass(frozen=True, slots=True)
class FoundMail:
    """One mail as it lies in a file. ``data`` is None where it is larger than may be taken in.

    ``position`` counts from 1 within an mbox. ``from_line_at`` is the time an mbox gives.
    """

    path: Path
    position: int
    data: bytes | None
    from_line_at: datetime | None
    modified_at: datetime

    @property
    def is_outlook(self) -> bool:
        """Whether this is an Outlook item, which is no RFC 5322 mail."""
        return self.data is not None and self.data.startswith(_OLE)


def read_mailboxes(paths: Iterable[Path], size_limit: int) -> Iterator[FoundMail]:
    """Return every mail under ``paths`` in order of name, with one mail in memory at a time.

    A file that is named is read whatever it is called; in a folder only .eml, .msg, .mbox, .mbx
    and what lies in a Maildir. Raises OSError for a path that cannot be read.
    """
    for path in paths:
        if path.is_dir():
            yield from _read_folder(path, size_limit)
        else:
            yield from _read_file(path, size_limit)


def _read_folder(folder: Path, size_limit: int) -> Iterator[FoundMail]:
    is_maildir = (folder / "cur").is_dir() and (folder / "new").is_dir()
    for entry in sorted(folder.iterdir()):
        if is_maildir and entry.name in ("cur", "new"):
            for mail in sorted(entry.iterdir()):
                if mail.is_file() and not mail.name.startswith("."):
                    yield _read_one(mail, size_limit)
        elif entry.is_dir() and not (is_maildir and entry.name == "tmp"):
            yield from _read_folder(entry, size_limit)
        elif entry.is_file() and (entry.suffix.lower() in _SUFFIXES or _is_mbox(entry)):
            yield from _read_file(entry, size_limit)


def _read_file(path: Path, size_limit: int) -> Iterator[FoundMail]:
    if _is_mbox(path):
        yield from _read_mbox(path, size_limit)
    else:
        yield _read_one(path, size_limit)


def _is_mbox(path: Path) -> bool:
    if path.suffix.lower() in (".mbox", ".mbx"):
        return True
    with path.open("rb") as file:
        return _FROM_LINE.match(file.readline(_PIECE_BYTES)) is not None


def _read_one(path: Path, size_limit: int) -> FoundMail:
    with path.open("rb") as file:
        data = file.read(size_limit + 1)
    whole = data if len(data) <= size_limit else None
    return FoundMail(path, 1, whole, None, _modified_at(path))


def _read_mbox(path: Path, size_limit: int) -> Iterator[FoundMail]:
    modified_at = _modified_at(path)
    with path.open("rb") as file:
        separator = file.readline(_PIECE_BYTES)
        if not _FROM_LINE.match(separator):
            # Whatever stands before the first separator is kept as a mail too, not lost.
            file.seek(0)
        position = 0
        while separator:
            data, following = _read_up_to_separator(file, size_limit)
            position += 1
            yield FoundMail(path, position, data, _time_of(separator), modified_at)
            separator = following


def _read_up_to_separator(file: BinaryIO, size_limit: int) -> tuple[bytes | None, bytes]:
    """Return the mail that begins here, None if too large, and the separator after it or b""."""
    kept: list[bytes] = []
    size_bytes, at_line_start = 0, True
    piece = file.readline(_PIECE_BYTES)
    while piece:
        following = file.readline(_PIECE_BYTES)
        if at_line_start and _FROM_LINE.match(piece) and _begins_mail(following):
            # One line was read beyond the separator: it is the first of the next mail.
            file.seek(-len(following), 1)
            return _joined(kept, size_bytes, size_limit), piece
        if at_line_start and _QUOTED_FROM.match(piece):
            piece = piece[1:]
        at_line_start = piece.endswith(b"\n")
        size_bytes += len(piece)
        if size_bytes <= size_limit:
            kept.append(piece)
        piece = following
    return _joined(kept, size_bytes, size_limit), b""


def _begins_mail(line: bytes) -> bool:
    # A separator stands before header fields; a quoted one in running text hardly ever does.
    return bool(_HEADER_FIELD.match(line)) or not line.strip(b"\r\n")


def _joined(kept: list[bytes], size_bytes: int, size_limit: int) -> bytes | None:
    if size_bytes > size_limit:
        return None
    # The empty line before the next separator belongs to the mbox, not to the mail.
    if len(kept) > 1 and kept[-1] in (b"\n", b"\r\n"):
        kept.pop()
    return b"".join(kept)


def _time_of(separator: bytes) -> datetime | None:
    match = _FROM_LINE.match(separator)
    if match is None:
        return None
    parts = (match["year"], match["month"], match["day"], match["time"][:5].rjust(5, b"0"))
    try:
        # The line names no zone that could be relied on (RFC 4155: it is in UTC).
        return datetime.strptime(b" ".join(parts).decode(), "%Y %b %d %H:%M").replace(tzinfo=UTC)
    except ValueError:
        return None


def _modified_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
