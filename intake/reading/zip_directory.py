"""The names in a zip file, taken from its table of contents within bounds and without inflating."""

import struct

MOST_ENTRIES = 10_000

_END = struct.Struct("<4s4H2LH")  # end of central directory (APPNOTE 4.3.16)
_ENTRY = struct.Struct("<4s6H3L5H2L")  # central directory header (APPNOTE 4.3.12)
_LONGEST_COMMENT = 65_535


def names_in_zip(data: bytes) -> tuple[str, ...]:
    """Return the names of the entries in order, at most MOST_ENTRIES; none where no table is found.

    The standard library would first build an object for each of a million entries.
    """
    start = data.rfind(b"PK\5\6", max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if start < 0 or start + _END.size > len(data):
        return ()
    _, _, _, _, count, size_bytes, _, _ = _END.unpack_from(data, start)
    # Counted back from its end, so that junk before the first entry does no harm.
    position = start - size_bytes
    names: list[str] = []
    while len(names) < min(count, MOST_ENTRIES) and 0 <= position <= start - _ENTRY.size:
        entry = _ENTRY.unpack_from(data, position)
        if entry[0] != b"PK\1\2":
            break
        name_at = position + _ENTRY.size
        names.append(data[name_at : name_at + entry[10]].decode("utf-8", "replace"))
        position = name_at + entry[10] + entry[11] + entry[12]
    return tuple(names)
