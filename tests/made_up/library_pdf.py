"""The made-up criteria document as a PDF: ruled or not, in one column or two, over several pages."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from made_up.library_content import DOCUMENT, HEADING, ITEM, TABLE, Piece
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table
from reportlab.platypus.flowables import Flowable

MARGIN_PT = 64.0
FACE, BOLD = "LibrarySans", "LibrarySansBold"
for name, file in ((FACE, "PT_Sans-Web-Regular.ttf"), (BOLD, "PT_Sans-Web-Bold.ttf")):
    pdfmetrics.registerFont(TTFont(name, str(files("fontpkg_pt_sans") / "files" / file)))
SHARES = {
    "No.": (0.09, 0.36, 0.15, 0.15, 0.25),
    "Town": (0.4, 0.6),
    "Device": (0.4, 0.15, 0.15, 0.15, 0.15),
}
"""The widths of a table's columns, by its first head."""

BODY = ParagraphStyle("body", fontName=FACE, fontSize=10, leading=12.5, spaceAfter=6)


@dataclass(frozen=True)
class Print:
    """How it is printed. ``height_pt`` small makes many pages; ``notes`` are set at the foot of page 1."""

    ruled: bool = True
    columns: int = 1
    repeat_head: bool = True
    running: bool = False
    height_pt: float = A4[1]
    notes: tuple[str, ...] = ()


def as_pdf(pieces: Iterable[Piece] = DOCUMENT, form: Print = Print()) -> bytes:
    """Return the document as a PDF."""
    out = io.BytesIO()
    size = (A4[0], form.height_pt)
    width = (size[0] - 2 * MARGIN_PT - 18 * (form.columns - 1)) / form.columns
    frames = [
        Frame(MARGIN_PT + at * (width + 18), MARGIN_PT, width, size[1] - 2 * MARGIN_PT, 0, 0, 0, 0)
        for at in range(form.columns)
    ]
    template = BaseDocTemplate(out, pagesize=size, title="Criteria for made-up devices")
    template.addPageTemplates(PageTemplate(frames=frames, onPage=lambda canvas, _: _around(canvas, form)))
    template.build([flowable for piece in pieces for flowable in _flowables(piece, form, width)])
    return out.getvalue()


def _flowables(piece: Piece, form: Print, width: float) -> list[Flowable]:
    if piece.kind == HEADING:
        size = 19 - 3 * piece.depth
        style = ParagraphStyle("head", fontName=BOLD, fontSize=size, leading=size * 1.2)
        return [Spacer(0, 8), Paragraph(piece.text, style), Spacer(0, 4)]
    if piece.kind == ITEM:
        return [Paragraph(piece.text, BODY, bulletText=f"{piece.marker}.")]
    if piece.kind == TABLE:
        return [_table(piece, form, width), Spacer(0, 10)]
    style = ParagraphStyle("set", parent=BODY, alignment=TA_JUSTIFY if form.columns > 1 else 0)
    return [Paragraph(piece.text, style)]


def _table(piece: Piece, form: Print, width: float) -> Table:
    small = ParagraphStyle("cell", fontName=FACE, fontSize=9, leading=10.5)
    bold = ParagraphStyle("head cell", parent=small, fontName=BOLD)
    rows = [
        [Paragraph(cell, bold if row is piece.head else small) for cell in row]
        for row in (piece.head, *piece.rows)
    ]
    shares = SHARES[piece.head[0]]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if form.ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    return Table(rows, [width * share for share in shares], repeatRows=int(form.repeat_head), style=style)


def _around(canvas: Canvas, form: Print) -> None:
    canvas.saveState()
    if form.running:
        canvas.setFont(FACE, 8)
        canvas.drawString(MARGIN_PT, form.height_pt - 36, "Made-up criteria, working paper")
        canvas.drawRightString(A4[0] - MARGIN_PT, 30, f"Page {canvas.getPageNumber()}")
    if canvas.getPageNumber() == 1:
        canvas.setFont(FACE, 7)
        for at, note in enumerate(reversed(form.notes)):
            canvas.drawString(MARGIN_PT, 50 + 9 * at, f"{len(form.notes) - at} {note}")
    canvas.restoreState()


def with_picture_page() -> bytes:
    """Return a PDF whose second page is a picture."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont(FACE, 10)
    canvas.drawString(MARGIN_PT, 700, "This page holds words that can be read.")
    canvas.showPage()
    canvas.drawInlineImage(Image.new("L", (200, 300), 200), 50, 50, 400, 600)
    canvas.save()
    return out.getvalue()
