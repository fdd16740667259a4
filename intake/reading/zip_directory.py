"""What a zip file's table of contents says, read within bounds and without inflating anything."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ENTRIES = 10_000

_END = struct.Struct("<4s4H2LH")  # end of central directory (APPNOTE 4.3.16)
_ENTRY = struct.Struct("<4s6H3L5H2L")  # central directory header (APPNOTE 4.3.12)
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 1  # general purpose bit flag, bit 0 (APPNOTE 4.4.4)


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One entry as the table of contents names it; the sizes are what its writer says."""

    name: str
    is_encrypted: bool
    packed_bytes: int
    size_bytes: int


def names_in_zip(data: bytes) -> tuple[str, ...]:
    """Return the names of the entries in order, at most MOST_ENTRIES; none where no table is found."""
    return tuple(entry.name for entry in entries_in_zip(data))


def is_locked_zip(data: bytes) -> bool:
    """Whether a password keeps everybody from opening one of the entries."""
    return any(entry.is_encrypted for entry in entries_in_zip(data))


def entries_in_zip(data: bytes) -> Iterator[ZipEntry]:
    """Yield the entries in order, at most MOST_ENTRIES; none where no table is found.

    The standard library would first build an object for each of a million entries.
    """
    start = data.rfind(b"PK\5\6", max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if start < 0 or start + _END.size > len(data):
        return
    _, _, _, _, count, size_bytes, _, _ = _END.unpack_from(data, start)
    # Counted back from its end, so that junk before the first entry does no harm.
    position = start - size_bytes
    for _ in range(min(count, MOST_ENTRIES)):
        if not 0 <= position <= start - _ENTRY.size:
            return
        entry = _ENTRY.unpack_from(data, position)
        if entry[0] != b"PK\1\2":
            return
        name_at = position + _ENTRY.size
        name = data[name_at : name_at + entry[10]].decode("utf-8", "replace")
        yield ZipEntry(name, bool(entry[3] & _ENCRYPTED), entry[8], entry[9])
        position = name_at + entry[10] + entry[11] + entry[12]
