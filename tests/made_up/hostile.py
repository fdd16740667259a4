"""Every hostile document by name, with what may come back for it: none may take a worker down."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

from made_up import hostile_docx, hostile_pdf
from made_up.labels import MadeDocument
from made_up.people import DEVELOPMENT
from made_up.signed_copies import drawn, typed_in_word


@dataclass(frozen=True, slots=True)
class Hostile:
    """One hostile document.

    ``errors``: words of pact.documents.ReadErrorCode of which one must come back. Where it is
    empty the document is sound enough to be read: no error, though it may take a while.
    Where ``may_be_read`` is true, reading it without error is as good as one of the errors.
    """

    file_name: str
    make: Callable[[], bytes]
    errors: tuple[str, ...] = ()
    may_be_read: bool = False


def hostile_documents() -> tuple[Hostile, ...]:
    """Return all of them; each is made when ``make`` is called, the slowest in about five seconds."""
    return HOSTILE


def sparse_file(path: Path, size_bytes: int = 2 * 1024**3) -> Path:
    """Make a file of that size that takes no room on disk, beginning like a PDF, and return its path."""
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(size_bytes)
    return path


@cache
def sane_pdf() -> bytes:
    """Return a signed copy with nothing wrong about it, for spoiling."""
    return _sane(drawn("reportlab")).data


@cache
def sane_docx() -> bytes:
    """Return a signed copy in Word with nothing wrong about it, for spoiling."""
    return _sane(typed_in_word).data


def polyglot() -> bytes:
    """Return a PDF that is a ZIP archive as well: a signed copy with an archive behind it."""
    kept = BytesIO()
    kept.write(sane_pdf())
    with ZipFile(kept, "a") as target:
        target.writestr("word/document.xml", hostile_docx.document_xml(hostile_docx.paragraph("Signed,")))
    return kept.getvalue()


def picture_bomb(pixels: int = 40_000) -> bytes:
    """Return a black and white PNG of that many pixels each way."""
    head = pixels.to_bytes(4, "big") * 2 + b"\1\0\0\0\0"
    rows = hostile_pdf.endless(b"\0", (pixels // 8 + 1) * pixels // 1_000_000 + 1)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def noise(size_bytes: int = 50_000) -> bytes:
    """Return bytes without any sense behind the first line of a PDF."""
    return b"%PDF-1.7\n" + Random(7).randbytes(size_bytes)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _sane(make: Callable[[Random, str], MadeDocument]) -> MadeDocument:
    return make(Random(11), DEVELOPMENT)


BOMB = ("too_large", "timeout", "damaged")
"""A bomb may be refused by its stated size, stopped at a limit, or found not to hold what it says."""
BROKEN = ("damaged", "unsupported")

HOSTILE: tuple[Hostile, ...] = (
    Hostile("empty.pdf", lambda: b"", ("empty",)),
    Hostile("noise.pdf", noise, BROKEN),
    Hostile("only-the-head.pdf", lambda: b"%PDF-1.7\n", BROKEN),
    Hostile("page-tree-loop.pdf", hostile_pdf.page_tree_loop, ("damaged", "too_many_pages", "timeout")),
    Hostile("100000-pages.pdf", hostile_pdf.many_pages, ("too_many_pages", "timeout", "damaged")),
    Hostile("flate-bomb.pdf", hostile_pdf.flate_bomb, BOMB, may_be_read=True),
    Hostile("double-flate-bomb.pdf", hostile_pdf.double_flate_bomb, BOMB, may_be_read=True),
    Hostile("xobject-bomb.pdf", hostile_pdf.xobject_bomb, BOMB, may_be_read=True),
    Hostile("huge-page.pdf", hostile_pdf.huge_page, BOMB, may_be_read=True),
    Hostile("many-letters.pdf", hostile_pdf.many_letters, BOMB, may_be_read=True),
    Hostile("very-many-letters.pdf", lambda: hostile_pdf.many_letters(30_000_000), BOMB, may_be_read=True),
    Hostile("huge-picture.pdf", hostile_pdf.huge_picture, BOMB, may_be_read=True),
    Hostile("deep-arrays.pdf", hostile_pdf.deep_arrays, BROKEN, may_be_read=True),
    Hostile("script-and-file.pdf", lambda: hostile_pdf.with_script_and_file(sane_pdf())),
    Hostile("locked.pdf", lambda: hostile_pdf.encrypted(sane_pdf()), ("encrypted",)),
    Hostile("locked-against-changes.pdf", lambda: hostile_pdf.encrypted_without_password(sane_pdf())),
    Hostile("cut-off.pdf", lambda: hostile_pdf.cut_off(sane_pdf()), ("damaged",), may_be_read=True),
    Hostile("bad-table.pdf", lambda: hostile_pdf.with_bad_table(sane_pdf()), ("damaged",), may_be_read=True),
    Hostile("polyglot.pdf", polyglot),
    Hostile("word-called.pdf", sane_docx),
    Hostile("pdf-called.docx", sane_pdf),
    Hostile("program-called.pdf", lambda: b"MZ\x90\0" + bytes(500), ("unsupported", "damaged")),
    Hostile("zip-bomb.docx", hostile_docx.zip_bomb, BOMB),
    Hostile("zip-bomb-in-the-text.docx", hostile_docx.zip_bomb_in_the_text, BOMB),
    Hostile(
        "lying-zip-bomb.docx",
        lambda: hostile_docx.with_lying_sizes(hostile_docx.zip_bomb_in_the_text()),
        BOMB,
    ),
    Hostile("wide-table.docx", hostile_docx.wide_table, BOMB, may_be_read=True),
    Hostile("billion-laughs.docx", hostile_docx.billion_laughs, BOMB, may_be_read=True),
    Hostile("external-entity.docx", hostile_docx.external_entity, BROKEN, may_be_read=True),
    Hostile(
        "external-relation.docx",
        lambda: hostile_docx.external_relation("http://127.0.0.1:9/never"),
        BROKEN,
        may_be_read=True,
    ),
    Hostile("deep-nesting.docx", hostile_docx.deep_nesting, BOMB, may_be_read=True),
    Hostile("many-entries.docx", hostile_docx.many_entries, BOMB, may_be_read=True),
    Hostile("without-text.docx", lambda: hostile_docx.packed_docx(None), BROKEN),
    Hostile("cut-off.docx", lambda: hostile_pdf.cut_off(sane_docx()), BROKEN),
    Hostile(
        "picture-bomb.png", picture_bomb, ("too_large", "unsupported", "timeout", "damaged"), may_be_read=True
    ),
)
