"""Hostile PDFs written byte by byte: loops, bombs, impossible pages and damaged files."""

import zlib
from collections.abc import Sequence
from functools import cache
from io import BytesIO

import pikepdf


def raw_pdf(objects: Sequence[bytes], *, root: int = 1) -> bytes:
    """Return a PDF of those objects, numbered from 1, with a correct table of places."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object of that content, stored as it is."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def one_page(
    contents: bytes, *, box: bytes = b"[0 0 595 842]", resources: bytes = b"", more: Sequence[bytes] = ()
) -> bytes:
    """Return a PDF of one page; ``contents`` is object 4, ``more`` are objects 5 and up."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources << %s %s >> /Contents 4 0 R >>"
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page % (box, HELVETICA, resources),
            contents,
            *more,
        ]
    )


HELVETICA = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def page_tree_loop() -> bytes:
    """Return a PDF whose page tree contains itself."""
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2147483647 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 99 >>",
        ]
    )


def many_pages(count: int = 100_000) -> bytes:
    """Return a PDF that has one page object and claims it ``count`` times, by nodes of a hundred."""
    hundred = b" ".join([b"4 0 R"] * 100)
    nodes = b" ".join([b"3 0 R"] * (count // 100))
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (nodes, count),
            b"<< /Type /Pages /Parent 2 0 R /Kids [%s] /Count 100 >>" % hundred,
            b"<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
        ]
    )


def flate_bomb(megabytes: int = 1000) -> bytes:
    """Return a PDF whose page content unpacks to that many megabytes of spaces."""
    packed = endless(b" ", megabytes)
    return one_page(stream(packed, b"/Filter /FlateDecode"))


def double_flate_bomb(megabytes: int = 1000) -> bytes:
    """Return a PDF whose page content is packed twice: a few kilobytes on disk."""
    packed = zlib.compress(endless(b" ", megabytes), 9)
    return one_page(stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def xobject_bomb(depth: int = 9, width: int = 10) -> bytes:
    """Return a PDF whose page draws a form that draws ten forms, and so on, nine deep."""
    more = []
    for level in range(depth):
        last = level == depth - 1
        inner = b"BT /F1 8 Tf 20 20 Td (x) Tj ET" if last else b"/X0 Do " * width
        uses = b"" if last else b"/XObject << /X0 %d 0 R >>" % (6 + level)
        more.append(
            stream(
                inner,
                b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << %s %s >>" % (HELVETICA, uses),
            )
        )
    return one_page(stream(b"/X0 Do"), resources=b"/XObject << /X0 5 0 R >>", more=more)


def huge_page(points: int = 2_000_000) -> bytes:
    """Return a PDF of one page as wide and high as that, with a word in its corner."""
    text = b"BT /F1 12 Tf 72 72 Td (Signed,) Tj ET"
    return one_page(stream(text), box=b"[0 0 %d %d]" % (points, points))


def many_letters(count: int = 300_000) -> bytes:
    """Return a PDF of a kilobyte or two whose one page writes that many letters."""
    text = b"BT /F1 1 Tf 1 1 Td " + b"(" + b"a" * count + b") Tj ET"
    return one_page(stream(zlib.compress(text, 9), b"/Filter /FlateDecode"))


def huge_picture(pixels: int = 30_000) -> bytes:
    """Return a PDF whose page shows a grey picture of that many pixels each way."""
    packed = endless(b" ", pixels * pixels // 1_000_000 + 1)
    image = stream(
        packed,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray "
        b"/Filter /FlateDecode" % (pixels, pixels),
    )
    return one_page(stream(b"595 0 0 842 0 0 cm /I0 Do"), resources=b"/XObject << /I0 5 0 R >>", more=[image])


def deep_arrays(depth: int = 60_000) -> bytes:
    """Return a PDF whose catalogue holds arrays inside arrays, that deep."""
    nested = b"[" * depth + b"]" * depth
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Deep %s >>" % nested,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
        ]
    )


def with_script_and_file(sane: bytes) -> bytes:
    """Return ``sane`` with JavaScript that runs on opening, a link that launches, and a file inside."""
    kept = BytesIO()
    with pikepdf.open(BytesIO(sane)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("while(true){app.alert('x')}")
        )
        pdf.Root.AA = pikepdf.Dictionary(
            WC=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("/bin/sh"))
        )
        pdf.attachments["run-me.exe"] = b"MZ" + bytes(64)
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def encrypted(sane: bytes, password: str = "open sesame") -> bytes:
    """Return ``sane`` locked with a password that one needs for reading."""
    kept = BytesIO()
    with pikepdf.open(BytesIO(sane)) as pdf:
        pdf.save(kept, encryption=pikepdf.Encryption(user=password, owner="another", R=6))
    return kept.getvalue()


def encrypted_without_password(sane: bytes) -> bytes:
    """Return ``sane`` locked against changing only: everyone may read it."""
    kept = BytesIO()
    with pikepdf.open(BytesIO(sane)) as pdf:
        pdf.save(kept, encryption=pikepdf.Encryption(user="", owner="another", R=6))
    return kept.getvalue()


def cut_off(sane: bytes, share: float = 0.6) -> bytes:
    """Return the first part of ``sane``."""
    return sane[: int(len(sane) * share)]


def with_bad_table(sane: bytes) -> bytes:
    """Return ``sane`` with every place in its table wrong, as if line ends had been changed."""
    head, mark, tail = sane.rpartition(b"startxref")
    return head.replace(b"0000000", b"0000009") + mark + b"\n7\n" + tail.partition(b"%%EOF")[1] + b"\n"


@cache
def endless(unit: bytes, megabytes: int) -> bytes:
    """Return zlib data that unpacks to that many megabytes of one byte.

    One packed megabyte is repeated: a block that refers to nothing before it may be.
    """
    million = unit * 1_000_000
    packer = zlib.compressobj(9)
    first = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(million, check)
    return first + again * (megabytes - 1) + b"\x03\x00" + check.to_bytes(4, "big")
