"""Which pages of a PDF are pictures: scans with and without a text layer, and print without letters."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from intake.page.unreadable import UnreadableError
from intake.pdf.pdf_drawings import drawings_of
from intake.pdf.pdf_text import words_of
from intake.pictures.page_picture import page_picture
from intake.pictures.picture import Picture
from pact.documents import BoxPt, ReadErrorCode

_NO_TEXT = 20  # characters: fewer on a page are a number, or a stray word
_LITTLE_TEXT = 400  # a platform's stamp, values typed over a scanned form; a printed page has more
_FILLS_PAGE = 0.4
_SHOWS_SOMETHING = 0.02
_OUTLINES_OF_PRINT = 40  # so many drawn shapes and no text: letters turned into outlines
_UNNAMED = re.compile("[\ufffd\ufffe\0\ue000-\uf8ff]")
_MOSTLY_UNNAMED = 0.3


class PageNature(StrEnum):
    """What a page's text is worth."""

    TEXT = "text"
    PICTURE = "picture"  # no text, or none that says what is seen
    PICTURE_UNDER_TEXT = "picture_under_text"  # a scan with a little real text over it
    SCANNERS_LAYER = "scanners_layer"  # a scan, and text that nobody sees: what some scanner made of it


def nature_of(page: pdfium.PdfPage, text: str) -> PageNature:
    """Return the nature of the page that has this text."""
    letters = text.strip()
    has_text = len(letters) >= _NO_TEXT
    if has_text and _is_unnamed(letters):
        return PageNature.PICTURE
    if has_text and not _holds_pictures(page):
        return PageNature.TEXT
    covered = _share_of_pictures(page)
    if not has_text:
        is_print = covered > _SHOWS_SOMETHING or len(drawings_of(page).strokes) > _OUTLINES_OF_PRINT
        empty = PageNature.PICTURE_UNDER_TEXT if letters else PageNature.PICTURE
        return empty if is_print else PageNature.TEXT
    if covered < _FILLS_PAGE:
        return PageNature.TEXT
    if _is_unseen(page):
        return PageNature.SCANNERS_LAYER
    return PageNature.PICTURE_UNDER_TEXT if len(letters) < _LITTLE_TEXT else PageNature.TEXT


@contextmanager
def page_pictures(data: bytes) -> Iterator["PagePictures"]:
    """Open the sound bytes of a PDF for its pages to be drawn."""
    document = pdfium.PdfDocument(data)
    try:
        yield PagePictures(document)
    finally:
        document.close()


class PagePictures:
    """The pages of an opened PDF as pictures, each drawn when it is asked for."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document

    def picture(self, number: int) -> Picture:
        """Return a page, counted from 1. UnreadableError when it cannot be drawn."""
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError as fault:
            message = f"Page {number} of the file cannot be drawn."
            raise UnreadableError(ReadErrorCode.DAMAGED, message) from fault
        try:
            return page_picture(page, number)
        finally:
            page.close()


def _is_unnamed(letters: str) -> bool:
    """Whether the fonts do not say which letters their glyphs are."""
    return len(_UNNAMED.findall(letters)) > _MOSTLY_UNNAMED * len(letters)


def _holds_pictures(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))


def _share_of_pictures(page: pdfium.PdfPage) -> float:
    """Return the share of the page that pictures cover; scanners may cut one page into strips."""
    boxes = set(drawings_of(page).pictures)
    left, bottom, right, top = (float(side) for side in page.get_bbox())
    area = max((right - left) * (top - bottom), 1.0)
    return min(1.0, sum(_area_inside(box, (left, bottom, right, top)) for box in boxes) / area)


def _area_inside(box: BoxPt, page: BoxPt) -> float:
    width = min(box[2], page[2]) - max(box[0], page[0])
    height = min(box[3], page[3]) - max(box[1], page[1])
    return float(max(width, 0.0) * max(height, 0.0))


def _is_unseen(page: pdfium.PdfPage) -> bool:
    """Whether the text is printed invisibly (PDF 1.7, 9.3.6, mode 3), or all of it under the picture."""
    if words_of(page).hidden:
        return True
    raw = page.raw
    kinds = [
        pdfium_c.FPDFPageObj_GetType(pdfium_c.FPDFPage_GetObject(raw, index))
        for index in range(min(pdfium_c.FPDFPage_CountObjects(raw), 2_000))
    ]
    pictures = [i for i, kind in enumerate(kinds) if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE]
    texts = [i for i, kind in enumerate(kinds) if kind == pdfium_c.FPDF_PAGEOBJ_TEXT]
    return bool(pictures and texts) and max(texts) < max(pictures)
