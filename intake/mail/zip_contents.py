"""The files in a zip that came by mail, inflated within the mail's own bounds."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from intake.mail.mail_parts import Budget, MailLimit
from intake.mail.mail_text import clean_line
from intake.reading.zip_directory import entries_in_zip

MOST_FILES = 200
MOST_RATIO = 100
"""A zip with more than LEAST_BOMB_BYTES in it is not inflated beyond this; scans of blank pages are below."""
LEAST_BOMB_BYTES = 10 << 20

_MOST_RECORDS = 5_000  # of any zip inside too: the library makes an object of each before one is asked for
_UTF_8 = 0x800  # general purpose bit flag, bit 11 (APPNOTE 4.4.4)
_ENCRYPTED = 1
# Not LZMA: one small entry may ask for gigabytes of dictionary.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_FAULTS = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Unzipped:
    """The files of a zip by their names, without folders; not ``is_whole`` where some cannot be had."""

    files: tuple[tuple[str, bytes], ...]
    is_whole: bool


def unzipped(data: bytes, budget: Budget) -> Unzipped | None:
    """Return the files in a zip; None where it cannot be opened or is too much, which the budget says."""
    limit = _limit_beyond(data, budget)
    if limit is not None:
        budget.hit[limit] = None
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflated(archive, budget)
    except _FAULTS:
        return None


def _limit_beyond(data: bytes, budget: Budget) -> MailLimit | None:
    """Return the limit that the zip is beyond by what it says itself, before anything is inflated."""
    if data.count(b"PK\1\2") > _MOST_RECORDS:
        return MailLimit.PARTS
    entries = [entry for entry in entries_in_zip(data) if not _LITTER.search(entry.name)]
    if len(entries) > MOST_FILES:
        return MailLimit.PARTS
    size_bytes = sum(entry.size_bytes for entry in entries if not entry.is_encrypted)
    if not budget.has_room_for(size_bytes):
        return MailLimit.UNPACKED
    # By its whole size: entries that lie over each other say less of themselves than they are.
    is_bomb = size_bytes > LEAST_BOMB_BYTES and size_bytes > MOST_RATIO * len(data)
    return MailLimit.RATIO if is_bomb else None


def _inflated(archive: zipfile.ZipFile, budget: Budget) -> Unzipped | None:
    files: list[tuple[str, bytes]] = []
    is_whole = True
    for info in _documents(archive):
        # The library may go by another table of contents than the one that was judged.
        if not budget.has_room_for(info.file_size):
            budget.hit[MailLimit.UNPACKED] = None
            return None
        content = _content(archive, info)
        is_whole = is_whole and content is not None
        if content is not None:
            files.append((_name(info), content))
            if not budget.unpack(len(content)):
                return None
    return Unzipped(tuple(files), is_whole)


def _documents(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    for info in archive.infolist():
        if not info.is_dir() and not _LITTER.search(info.filename):
            yield info


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """Return one file's bytes, at most as many as it says; None where it is locked or damaged."""
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _METHODS:
        return None
    try:
        with archive.open(info) as stream:
            return stream.read(info.file_size)
    except _FAULTS:
        return None


def _name(info: zipfile.ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & _UTF_8:
        # The library takes it for the code page of American DOS; writers here use UTF-8 or that of Europe.
        raw = info.orig_filename.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp850")
    return clean_line(re.split(r"[/\\]", name)[-1]).rstrip(" .")
