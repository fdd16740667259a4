"""What Outlook leaves in mail, written anew: items (MS-CFB, MS-OXMSG) and winmail.dat (MS-OXTNEF)."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_SECTOR, _SMALL_SECTOR, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5

SUBJECT, BODY, SENDER_NAME, SENDER_ADDRESS, HEADERS = 0x0037, 0x1000, 0x0C1A, 0x5D01, 0x007D
_CONTENT, _LONG_NAME, _MEDIA_TYPE = 0x3701, 0x3707, 0x370E
_TEXT, _BINARY = 0x001F, 0x0102


@dataclass
class Folder:
    """A storage of a compound file: streams and storages by name."""

    streams: dict[str, bytes] = field(default_factory=dict)
    folders: "dict[str, Folder]" = field(default_factory=dict)


def outlook_item(
    texts: Mapping[int, str],
    files: Sequence[tuple[str, bytes]] = (),
    inner: "Folder | None" = None,
) -> bytes:
    """Return an item with these texts by their numbers, these attachments, and an item inside."""
    return compound_file(item_folder(texts, files, inner))


def item_folder(
    texts: Mapping[int, str],
    files: Sequence[tuple[str, bytes]] = (),
    inner: "Folder | None" = None,
    *,
    header_bytes: int = 32,
) -> Folder:
    """Return an item as a storage; one inside another has a header of 24 bytes."""
    folder = _with_properties(
        Folder(), {number: (_TEXT, text) for number, text in texts.items()}, header_bytes
    )
    for index, (name, data) in enumerate(files):
        given = {
            _LONG_NAME: (_TEXT, name),
            _CONTENT: (_BINARY, data),
            _MEDIA_TYPE: (_TEXT, "application/x-y"),
        }
        folder.folders[f"__attach_version1.0_#{index:08X}"] = _with_properties(Folder(), given, 8)
    if inner is not None:
        place = _with_properties(Folder(), {_LONG_NAME: (_TEXT, "inner.msg")}, 8)
        place.folders["__substg1.0_3701000D"] = inner
        folder.folders["__attach_version1.0_#000000FF"] = place
    return folder


def compound_file(root: Folder) -> bytes:
    """Return a compound file, its short streams in the small sectors of the root."""
    entries: list[list[object]] = []
    contents: list[bytes] = []
    _list_entries("Root Entry", root, _ROOT, entries, contents)
    small, large = _Chains(_SMALL_SECTOR), _Chains(_SECTOR)
    starts = [(small if len(data) < _CUTOFF else large).place(data) for data in contents]
    small_data = b"".join(small.sectors)
    small_at = large.place(small_data)
    small_chains_at = large.place(struct.pack(f"<{len(small.following)}I", *small.following))
    rows = [_entry(entry, starts, contents) for entry in entries]
    rows[0] = rows[0][:116] + struct.pack("<IQ", small_at, len(small_data))
    directory_at = large.place(b"".join(rows))
    fat_sectors = 1
    while fat_sectors * _SECTOR // 4 < len(large.following) + fat_sectors:
        fat_sectors += 1
    fat_at = len(large.sectors)
    fat = [*large.following, *[_FAT] * fat_sectors]
    fat += [_FREE] * (fat_sectors * _SECTOR // 4 - len(fat))
    places = [*range(fat_at, fat_at + fat_sectors)]
    header = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    small_chains = (small_chains_at, -(-len(small.following) * 4 // _SECTOR))
    header += struct.pack("<9I", 0, fat_sectors, directory_at, 0, _CUTOFF, *small_chains, _END, 0)
    header += struct.pack("<109I", *places, *[_FREE] * (109 - len(places)))
    return header + b"".join(large.sectors) + struct.pack(f"<{len(fat)}I", *fat)


def winmail(files: Sequence[tuple[str, bytes]], text: str = "") -> bytes:
    """Return a winmail.dat with these attachments and this text."""
    parts = [b"\x78\x9f\x3e\x22\1\0", _attribute(1, 0x9007, struct.pack("<II", 1252, 0))]
    if text:
        parts.append(_attribute(1, 0x800C, text.encode("cp1252") + b"\0"))
    for name, data in files:
        parts += [_attribute(2, 0x9002, b"\0" * 14), _attribute(2, 0x8010, b"SHORT~1.PDF\0")]
        long_name = name.encode("utf-16-le") + b"\0\0"
        named = struct.pack("<IHHII", 1, _TEXT, _LONG_NAME, 1, len(long_name)) + long_name
        parts += [_attribute(2, 0x800F, data), _attribute(2, 0x9005, named + b"\0" * (-len(long_name) % 4))]
    return b"".join(parts)


def endless_winmail() -> bytes:
    """Return a hundred bytes that say to hold four billion properties of no size."""
    many = struct.pack("<IHHI", 1, 0x1002, 0x3000, 0xFFFFFFFF)
    return b"\x78\x9f\x3e\x22\1\0" + _attribute(1, 0x9003, many)


class _Chains:
    """Sectors, and for each the one that follows it."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.sectors: list[bytes] = []
        self.following: list[int] = []

    def place(self, data: bytes) -> int:
        """Return the sector where the data begin."""
        if not data:
            return _END
        start = len(self.sectors)
        pieces = [data[at : at + self.size] for at in range(0, len(data), self.size)]
        self.sectors += [piece.ljust(self.size, b"\0") for piece in pieces]
        self.following += [*range(start + 1, start + len(pieces)), _END]
        return start


def _with_properties(
    folder: Folder, given: Mapping[int, tuple[int, str | bytes]], header_bytes: int
) -> Folder:
    rows = [b"\0" * header_bytes]
    for number, (kind, value) in given.items():
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        folder.streams[f"__substg1.0_{number:04X}{kind:04X}"] = data
        rows.append(struct.pack("<HHII4x", kind, number, 6, len(data)))
    folder.streams["__properties_version1.0"] = b"".join(rows)
    return folder


def _attribute(level: int, name: int, data: bytes) -> bytes:
    return struct.pack("<BHHI", level, name, 6, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def _list_entries(
    name: str, folder: Folder, kind: int, entries: list[list[object]], contents: list[bytes]
) -> int:
    """Add a storage and all in it, its children one to the right of the other; return its number."""
    own: list[object] = [name, kind, _FREE, _FREE, None]
    entries.append(own)
    number = len(entries) - 1
    children: list[int] = []
    for child, data in folder.streams.items():
        entries.append([child, _STREAM, _FREE, _FREE, len(contents)])
        contents.append(data)
        children.append(len(entries) - 1)
    children += [
        _list_entries(child, below, _STORAGE, entries, contents) for child, below in folder.folders.items()
    ]
    for left, right in pairwise(children):
        entries[left][2] = right
    own[3] = children[0] if children else _FREE
    return number


def _entry(entry: list[object], starts: Sequence[int], contents: Sequence[bytes]) -> bytes:
    name, kind, right, child, content = entry
    encoded = str(name).encode("utf-16-le") + b"\0\0"
    start, size = (_END, 0) if content is None else (starts[content], len(contents[content]))  # type: ignore[index]
    return struct.pack("<64sHBBIII36xIQ", encoded, len(encoded), kind, 1, _FREE, right, child, start, size)
