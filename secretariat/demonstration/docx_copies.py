"""Sets the demonstration edition as a Word document."""

import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from secretariat.demonstration import edition
from secretariat.demonstration.ink import picture_of
from secretariat.demonstration.signing import Signing

_GREEN = RGBColor(0x1D, 0x5C, 0x4D)
_AMBER = RGBColor(0x9A, 0x5B, 0x00)
_PALE = "EAF2EF"
_MADE_AT = (2021, 6, 14, 12, 0, 0)


def pact_docx(signing: Signing) -> bytes:
    """Return the demonstration edition as one organisation sends it back; one signing, one file."""
    document = _blank()
    _line(document, edition.TITLE, size=22, colour=_GREEN, bold=True)
    _line(document, edition.SUBTITLE, size=12, colour=_GREEN)
    _line(document, f"{edition.LABEL}. {edition.WARNING}", size=9, colour=_AMBER)
    for piece in edition.pieces():
        _add_piece(document, piece)
    _line(document, edition.SIGNED, size=11, bold=True)
    _add_block(document, signing)
    return _bytes_of(document)


def _blank() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    document.styles["Normal"].font.name = "Calibri"
    document.core_properties.author = "Demonstration of the secretariat's assistant"
    return document


def _line(
    document: Document, text: str, *, size: float, colour: RGBColor | None = None, bold: bool = False
) -> Paragraph:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold
    if colour is not None:
        run.font.color.rgb = colour
    paragraph.paragraph_format.space_after = Pt(6)
    return paragraph


def _add_piece(document: Document, piece: edition.Piece) -> None:
    if piece.kind is edition.Kind.HEADING:
        _line(document, piece.text, size=13, colour=_GREEN, bold=True)
    elif piece.kind is edition.Kind.SECTION:
        _line(document, piece.text, size=11, bold=True)
    else:
        paragraph = _line(document, f"{piece.mark} {piece.text}".strip(), size=11)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        indent = {edition.Kind.POINT: 6, edition.Kind.ITEM: 12}.get(piece.kind, 0)
        paragraph.paragraph_format.left_indent = Mm(indent)


def _add_block(document: Document, signing: Signing) -> None:
    roles = "   ".join(("\u2612 " if role == signing.role else "\u2610 ") + role for role in edition.ROLES)
    values = (signing.organisation, signing.name, signing.title, roles, signing.date, "")
    table = document.add_table(rows=len(edition.LABELS), cols=2, style="Table Grid")
    for row, label, value in zip(table.rows, edition.LABELS, values, strict=True):
        left, right = row.cells
        left.width, right.width = Mm(42), Mm(124)
        left.text, right.text = label, value
        left.paragraphs[0].runs[0].bold = True
        _shade(left)
    if signing.is_signed:
        ink = table.rows[-1].cells[1].paragraphs[0].add_run()
        ink.add_picture(BytesIO(picture_of(signing.name)), width=Mm(58))


def _shade(cell: _Cell) -> None:
    fill = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_PALE}"/>')
    cell._tc.get_or_add_tcPr().append(fill)


def _bytes_of(document: Document) -> bytes:
    """Return the file with one fixed time on every entry, so that the same text is the same file."""
    saved, out = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=_MADE_AT)
            target.writestr(entry, source.read(name), compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()
