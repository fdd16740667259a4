"""Picture files made to hurt: sizes that lie, pages without end, data that unpacks to gigabytes."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from random import Random

from made_up.hostile_pdf import endless
from PIL import Image, ImageDraw

BOMB = ("too_large", "damaged", "timeout", "too_many_pages")


@dataclass(frozen=True, slots=True)
class HostilePicture:
    """One picture file. ``errors``: the codes of which one must come back; none: it may also be read."""

    file_name: str
    make: Callable[[], bytes]
    errors: tuple[str, ...] = ()


def tiff_of_many_pages(pages: int = 10_000) -> bytes:
    """Return a TIFF whose tiny pages all show the same few bytes."""
    size = 2 + 12 * len(_tiff_page(0, 1, 1)) + 4
    first = 8 + 16
    body = bytearray(b"II*\0" + first.to_bytes(4, "little") + bytes(16))
    for number in range(pages):
        after = first + (number + 1) * size if number + 1 < pages else 0
        body += _tiff_entries(_tiff_page(8, 1, 1), after)
    return bytes(body)


def tiff_that_turns_in_a_circle() -> bytes:
    """Return a TIFF whose only page says that the next page is itself."""
    return b"II*\0" + (24).to_bytes(4, "little") + bytes(16) + _tiff_entries(_tiff_page(8, 1, 1), 24)


def tiff_bomb(side: int = 29_000) -> bytes:
    """Return a gray TIFF of that many pixels each way, packed by deflate."""
    packed = endless(b"\0", side * side // 1_000_000 + 1)
    entries = _tiff_page(8, side, side, packed=len(packed), compression=8)
    return b"II*\0" + (8 + len(packed)).to_bytes(4, "little") + packed + _tiff_entries(entries, 0)


def jpeg_that_lies(width: int = 65_500, height: int = 65_500) -> bytes:
    """Return a small JPEG whose header says that it is large."""
    small = _sheet("JPEG")
    at = small.index(b"\xff\xc0") + 5
    return small[:at] + struct.pack(">HH", height, width) + small[at + 4 :]


def jpeg_of_many_scans(scans: int = 20_000) -> bytes:
    """Return a progressive JPEG whose last scan comes again and again: each costs a whole pass."""
    kept = BytesIO()
    Image.new("L", (2000, 2000), 128).save(kept, "JPEG", progressive=True)
    data = kept.getvalue()
    last = data.rindex(b"\xff\xda")
    scan = data[last:-2]
    return data[:-2] + scan * scans + data[-2:]


def png_with_a_bomb_in_its_notes() -> bytes:
    """Return a small PNG whose note unpacks to a gigabyte."""
    small = _sheet("PNG")
    note = b"Comment\0\0" + endless(b"x", 1000)
    chunk = len(note).to_bytes(4, "big") + b"zTXt" + note + zlib.crc32(b"zTXt" + note).to_bytes(4, "big")
    return small[:33] + chunk + small[33:]


def gif_of_many_pictures(count: int = 20_000) -> bytes:
    """Return a GIF of many small pictures on one large canvas."""
    head = b"GIF89a" + struct.pack("<HHBBB", 8000, 8000, 0x80, 0, 0) + bytes(6)
    one = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02D\x01\0"
    return head + one * count + b";"


def webp_that_lies() -> bytes:
    """Return a WEBP whose canvas is as large as can be said."""
    small = _sheet("WEBP")
    canvas = b"VP8X" + (10).to_bytes(4, "little") + bytes(4) + b"\xff\xff\xff" * 2
    body = b"WEBP" + canvas + small[12:]
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def heic_grid(side: int = 60_000) -> bytes:
    """Return a HEIC whose picture is a grid of itself, of that many pixels each way."""
    grid = struct.pack(">BBBBII", 0, 1, 255, 255, side, side)
    ids = struct.pack(">HH", 1, 65_535) + struct.pack(">H", 1) * 1000
    meta = b"".join(
        (
            _box(b"hdlr", bytes(8) + b"pict" + bytes(13)),
            _box(b"pitm", bytes(4) + struct.pack(">H", 1)),
            _box(b"iinf", bytes(4) + struct.pack(">H", 1) + _box(b"infe", b"\2\0\0\0\0\1\0\0grid\0")),
            _box(b"iref", bytes(4) + _box(b"dimg", ids)),
            _box(
                b"iprp",
                _box(b"ipco", _box(b"ispe", bytes(4) + struct.pack(">II", side, side)))
                + _box(b"ipma", bytes(4) + struct.pack(">IHBB", 1, 1, 1, 1)),
            ),
            _box(b"iloc", b"\1\0\0\0\x44\0\0\1" + struct.pack(">HHHHII", 1, 1, 0, 1, 0, len(grid))),
            _box(b"idat", grid),
        )
    )
    return _box(b"ftyp", b"heic\0\0\0\0mif1heic") + _box(b"meta", bytes(4) + meta)


def cut_off(kind: str) -> bytes:
    """Return the first half of a picture file of that kind."""
    whole = _sheet(kind)
    return whole[: len(whole) // 2]


def scrambled(kind: str) -> bytes:
    """Return a picture file of that kind with a hundred of its bytes changed."""
    chance = Random(7)
    data = bytearray(_sheet(kind))
    for _ in range(100):
        data[chance.randrange(64, len(data))] = chance.randrange(256)
    return bytes(data)


def _sheet(kind: str) -> bytes:
    """Return a small sheet with some print."""
    sheet = Image.new("RGB", (620, 877), "white")
    pen = ImageDraw.Draw(sheet)
    for line in range(20):
        pen.text((60, 60 + 36 * line), "Nora Quist, Agency for Everything", fill="black", font_size=18)
    kept = BytesIO()
    sheet.save(kept, kind)
    return kept.getvalue()


def _tiff_page(
    data_at: int, width: int, height: int, *, packed: int = 1, compression: int = 1
) -> list[bytes]:
    """Return the entries of a page of gray pixels in one strip."""
    said = (
        (256, width), (257, height), (258, 8), (259, compression), (262, 1),
        (273, data_at), (277, 1), (278, height), (279, packed),
    )  # fmt: skip
    return [struct.pack("<HHII", tag, 4, 1, value) for tag, value in said]


def _tiff_entries(entries: list[bytes], after: int) -> bytes:
    return struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", after)


def _box(kind: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4, "big") + kind + content


HOSTILE_PICTURES: tuple[HostilePicture, ...] = (
    HostilePicture("notes.png", png_with_a_bomb_in_its_notes),
    HostilePicture("many-pages.tiff", tiff_of_many_pages, BOMB),
    HostilePicture("circle.tiff", tiff_that_turns_in_a_circle),
    HostilePicture("bomb.tiff", tiff_bomb, BOMB),
    HostilePicture("lies.jpg", jpeg_that_lies, BOMB),
    HostilePicture("lies-a-little.jpg", lambda: jpeg_that_lies(9_000, 9_000)),
    HostilePicture("scans.jpg", jpeg_of_many_scans, ("timeout",)),
    HostilePicture("many.gif", gif_of_many_pictures),
    HostilePicture("lies.webp", webp_that_lies, BOMB),
    HostilePicture("grid.heic", heic_grid, BOMB),
    *(
        HostilePicture(f"{how}.{kind.lower()}", lambda kind=kind, make=make: make(kind))  # type: ignore[misc]
        for how, make in (("cut", cut_off), ("scrambled", scrambled))
        for kind in ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
    ),
)
