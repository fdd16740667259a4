"""Zip files as people and attackers send them: plain, locked, nested, boundless, damaged."""

import io
import struct
import zipfile
from collections.abc import Mapping


def zip_of(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with these files by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def locked(data: bytes, file_name: str) -> bytes:
    """Return the zip with that one of its files marked as encrypted, in both places that say so."""
    marked = bytearray(data)
    for magic, flags_at, name_length_at, name_at in ((b"PK\3\4", 6, 26, 30), (b"PK\1\2", 8, 28, 46)):
        at = data.find(magic)
        while at >= 0:
            length = struct.unpack_from("<H", data, at + name_length_at)[0]
            if data[at + name_at : at + name_at + length] == file_name.encode():
                marked[at + flags_at] |= 1
            at = data.find(magic, at + 4)
    return bytes(marked)


def written_on_windows(name: str, data: bytes) -> bytes:
    """Return a zip whose name stands in the code page of a European DOS, without saying so."""
    raw, stand_in = name.encode("cp850"), "x" * len(name.encode("cp850"))
    return zip_of({stand_in: data}).replace(stand_in.encode(), raw)


def bomb(size_bytes: int) -> bytes:
    """Return a small zip of nothing but zeros."""
    return zip_of({"zeros.pdf": b"\0" * size_bytes})


def overlapping(times: int, size_bytes: int) -> bytes:
    """Return a zip whose table of contents names one and the same file many times."""
    data = zip_of({"a.pdf": b"\0" * size_bytes})
    table_at = data.find(b"PK\1\2")
    end_at = data.find(b"PK\5\6")
    row = data[table_at:end_at]
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, times, times, len(row) * times, table_at, 0)
    return data[:table_at] + row * times + end


def two_faced(size_bytes: int) -> bytes:
    """Return a zip with two tables: its end names a harmless one, its end by ZIP64 one that is a bomb."""
    large, small = bomb(size_bytes), zip_of({"a.pdf": b"x"})
    table_at, end_at = large.find(b"PK\1\2"), large.find(b"PK\5\6")
    harmless = small[small.find(b"PK\1\2") : small.find(b"PK\5\6")]
    table = large[table_at:end_at]
    body = large[:table_at] + harmless + table
    offset = table_at + len(harmless)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, len(table), offset)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(body), 1)
    seen = len(harmless) + len(table) + len(end64) + len(locator)
    return body + end64 + locator + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, seen, table_at, 0)
