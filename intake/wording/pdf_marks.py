"""Pages of a PDF on which something was drawn over the text, and the notes that were pinned to them."""

import ctypes
from collections.abc import Iterator, Set
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from intake.page.plain_text import tidy
from intake.pdf.pdf_drawings import Drawings, drawings_of
from pact.documents import BoxPt, Remark

_DARK = 70.0
_SHORTEST_PT = 8.0
_RULES_AT_MOST = 60
_NOTES_AT_MOST = 40
_LETTERS_AT_MOST = 400
_REACH_PT = 0.6
_NOTES = {
    pdfium_c.FPDF_ANNOT_TEXT: "a note",
    pdfium_c.FPDF_ANNOT_HIGHLIGHT: "a note on highlighted words",
    pdfium_c.FPDF_ANNOT_UNDERLINE: "a note on underlined words",
    pdfium_c.FPDF_ANNOT_STRIKEOUT: "a note on words struck out",
    pdfium_c.FPDF_ANNOT_CARET: "words to be put in",
    pdfium_c.FPDF_ANNOT_REDACT: "words to be blackened",
}
_MARKS = {pdfium_c.FPDF_ANNOT_STRIKEOUT, pdfium_c.FPDF_ANNOT_CARET, pdfium_c.FPDF_ANNOT_REDACT}


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The numbers of the pages whose words are struck out or covered, and the notes as remarks."""

    pages: tuple[int, ...] = ()
    notes: tuple[Remark, ...] = ()


def page_marks(data: bytes, drawn_on: Set[int], annotated: Set[int]) -> PageMarks:
    """Return what was put over the text of the pages with drawings, and those with annotations, by their
    numbers counted from 1."""
    if not drawn_on and not annotated:
        return PageMarks()
    document = pdfium.PdfDocument(data)
    marked, notes = [], list[Remark]()
    try:
        for number in sorted(drawn_on | annotated):
            page = document[number - 1]
            found = list(_notes(page, number)) if number in annotated else []
            notes += [remark for _, remark in found if remark.seen]
            struck = any(kind in _MARKS for kind, _ in found)
            if struck or (number in drawn_on and _is_drawn_over(page)):
                marked.append(number)
            page.close()
    finally:
        document.close()
    return PageMarks(tuple(marked), tuple(notes[:_NOTES_AT_MOST]))


def _is_drawn_over(page: pdfium.PdfPage) -> bool:
    """Whether a level line or a dark field lies on letters."""
    wanted = list(_over_text(drawings_of(page)))[:_RULES_AT_MOST]
    if not wanted:
        return False
    textpage = page.get_textpage()
    try:
        return any(any(c.isalnum() for c in textpage.get_text_bounded(*box)) for box in wanted)
    finally:
        textpage.close()


def _over_text(drawings: Drawings) -> Iterator[BoxPt]:
    for left, bottom, right, top in drawings.rules:
        if right - left > _SHORTEST_PT and top - bottom < 0.5 * (right - left):
            middle = (bottom + top) / 2
            yield (left, middle - _REACH_PT, right, middle + _REACH_PT)
    for stroke in (*drawings.outlines, *drawings.strokes):
        level = stroke.box[2] - stroke.box[0] > 2 * (stroke.box[3] - stroke.box[1])
        dark = stroke.fill is not None and stroke.fill < _DARK
        if dark or (level and stroke.fill is None):
            yield stroke.box


def _notes(page: pdfium.PdfPage, number: int) -> Iterator[tuple[int, Remark]]:
    """Yield the kind of each note on the page, with what it says; nothing said where it is a mere mark."""
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), 2 * _NOTES_AT_MOST)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        if kind in _NOTES:
            text = _contents(annotation)
            said = f"{_NOTES[kind]}: \u201c{text}\u201d" if text else ""
            yield kind, Remark("document_comment", said, number, _box(annotation))
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: object) -> str:
    length = pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    length = min(length, 2 * _LETTERS_AT_MOST + 2)
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR))
    pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", pointer, length)
    return tidy(buffer.raw.decode("utf-16-le", "replace").rstrip("\0"))


def _box(annotation: object) -> BoxPt | None:
    rect = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return None
    return (rect.left, rect.bottom, rect.right, rect.top)
