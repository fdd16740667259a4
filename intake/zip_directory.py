"""The table of contents of a zip file, read without inflating anything and within bounds."""

import struct
from dataclasses import dataclass

MOST_ENTRIES = 10_000
MOST_INFLATED_BYTES = 200_000_000
MOST_RATIO = 200

_END = struct.Struct("<4s4H2LH")  # end of central directory (APPNOTE 4.3.16)
_ENTRY = struct.Struct("<4s6H3L5H2L")  # central directory header (APPNOTE 4.3.12)
_LONGEST_COMMENT = 65_535


@dataclass(frozen=True, slots=True)
class ZipDirectory:
    """What a zip file says of itself: names, sizes in bytes, and whether every entry was read."""

    names: tuple[str, ...]
    packed_bytes: int
    inflated_bytes: int
    is_whole: bool

    @property
    def is_bomb(self) -> bool:
        """Whether inflating it all would cost more than any honest document does."""
        too_much = self.inflated_bytes > MOST_INFLATED_BYTES
        return too_much or self.inflated_bytes > MOST_RATIO * max(self.packed_bytes, 100_000)


def read_directory(data: bytes) -> ZipDirectory | None:
    """Return the central directory of a zip file, or None where there is none to find.

    The sizes are those that the file states; a reader counts while it inflates all the same.
    """
    start = data.rfind(b"PK\5\6", max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if start < 0 or start + _END.size > len(data):
        return None
    _, _, _, _, count, size_bytes, _, _ = _END.unpack_from(data, start)
    # Counted back from its end, so that junk before the first entry does no harm.
    position = start - size_bytes
    names: list[str] = []
    packed = inflated = 0
    while len(names) < min(count, MOST_ENTRIES) and 0 <= position <= start - _ENTRY.size:
        entry = _ENTRY.unpack_from(data, position)
        if entry[0] != b"PK\1\2":
            break
        name_at = position + _ENTRY.size
        names.append(data[name_at : name_at + entry[10]].decode("utf-8", "replace"))
        packed += entry[8]
        inflated += entry[9]
        position = name_at + entry[10] + entry[11] + entry[12]
    return ZipDirectory(tuple(names), packed, inflated, is_whole=len(names) == count)
