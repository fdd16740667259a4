"""All that reading children would load late, loaded before they are forked: they can open no file."""

import ctypes
import encodings
import gc
import importlib
import io
import pkgutil
from functools import _lru_cache_wrapper

import cv2
import numpy as np
import numpy.ma  # np.median loads it at its first use
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from intake.criteria.reader_samples import sample_documents
from intake.explain.page_order import Mark, PageOrder, with_order
from intake.ocr.eyes import NO_EYES, Reader, SeenWord
from intake.pictures.decode import pictures_in
from intake.sandbox.reading_tasks import (
    draw_page,
    read_criteria_document,
    read_document,
    read_mail,
    read_official_text,
)
from intake.signing.late_imports import load_signing

_OF_PICTURES = ("intake.scan", "intake.pictures")
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
_DPI = 200
_SHEET = (827, 1165)  # A6: as small as a sheet may be
_LINE_PX = 20
_LINES = (
    (150, "Circular and Fair ICT Pact"),
    (300, "Signed,"),
    (380, "Organisation Agency for Everything"),
    (460, "Name Nora Quist"),
    (540, "Title Head of Purchasing"),
    (650, "Participation type procuring organization / coordinating organization / both"),
    (720, "Date 14 June 2021"),
    (820, "Signature"),
)


def load_everything() -> None:
    """Import what is imported late, by reading one small document of each kind.

    It is paid once instead of in every child. What the samples leave in memory is given back: every
    child would carry it.
    """
    cv2.setNumThreads(1)  # a process with threads is not forked safely
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in ("mbcs", "oem"):  # Windows only
            importlib.import_module(f"encodings.{module.name}")
    load_signing()
    for kind in _FORMATS:
        pictures_in(_speck(kind), f"image/{kind.lower()}")
    for document in (_empty_pdf(), _empty_docx(), _scan(), _photo()):
        read_document(document, _PlainSight())
    read_official_text(b"", NO_EYES)
    for document in sample_documents():
        read_criteria_document(document, NO_EYES)
    draw_page(with_order(PageOrder(1, marks=(Mark((9, 9, 99, 99), "#123456", "1"),)), _empty_pdf()), NO_EYES)
    read_mail(b"Date: Mon, 14 Jun 2021 10:00:00 +0200\nSubject: =?koi8-r?B?1MXT1A==?=\n\n", NO_EYES)
    _give_back()


def _give_back() -> None:
    for cached in gc.get_objects():
        if isinstance(cached, _lru_cache_wrapper) and cached.__module__.startswith(_OF_PICTURES):
            cached.cache_clear()
    gc.collect()
    libc = ctypes.CDLL(None)
    if hasattr(libc, "malloc_trim"):  # the GNU library has it, others need none
        libc.malloc_trim(0)


class _PlainSight:
    """Eyes that see on every picture what ``_drawn`` draws, so that what becomes of words is loaded too."""

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        scale = pixels.shape[1] / _SHEET[0]
        return tuple(
            SeenWord(word, tuple(side * scale for side in box), 0.9, line)
            for line, (y, text) in enumerate(_LINES)
            for word, box in _places(y, text)
        )

    def turn_to(self, page: int, pages: int) -> None:
        return


def _empty_pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def _empty_docx() -> bytes:
    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def _speck(kind: str) -> bytes:
    """Return a picture file of that kind, too small to be read."""
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(out, kind)
    return out.getvalue()


def _scan() -> bytes:
    out = io.BytesIO()
    _drawn().save(out, "PDF", resolution=_DPI)
    return out.getvalue()


def _photo() -> bytes:
    """Return the sheet as it lies askew on a dark table."""
    table = Image.new("RGB", (1000, 1400), (60, 50, 40))
    table.paste(_drawn(), (90, 120))
    out = io.BytesIO()
    table.rotate(4, fillcolor=(60, 50, 40)).save(out, "JPEG", dpi=(_DPI, _DPI))
    return out.getvalue()


def _drawn() -> Image.Image:
    """Return a sheet with a signature block, a ticked box and a signature."""
    sheet = Image.new("RGB", _SHEET, "white")
    pen = ImageDraw.Draw(sheet)
    for y, text in _LINES:
        for word, (left, top, _, _) in _places(y, text):
            pen.text((left, top), word, fill="black", font_size=_LINE_PX)
    pen.rectangle((80, 800, 740, 1000), outline="black", width=2)
    pen.line([(300, 900), (340, 850), (360, 940), (420, 860), (480, 930)], fill=(20, 20, 120), width=4)
    pen.ellipse((180, 640, 330, 690), outline=(20, 20, 120), width=3)
    return sheet


def _places(y: int, text: str) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Return the words of a line with their boxes, as wide as their letters are many."""
    words = text.split()
    starts = [80 + 12 * len(" ".join([*words[:at], ""])) for at in range(len(words))]
    return [
        (word, (left, y, left + 11 * len(word), y + _LINE_PX))
        for word, left in zip(words, starts, strict=True)
    ]
