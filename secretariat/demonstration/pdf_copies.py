"""Sets the demonstration edition and its Letter of Support as handsome PDF pages."""

from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import white
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from secretariat.demonstration import edition
from secretariat.demonstration.drawings import AMBER, GREEN, GREY, PALE, choice, ink
from secretariat.demonstration.signing import Signing

_MARGIN = 22 * mm
_WIDTH = A4[0] - 2 * _MARGIN

_BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=10.5, leading=14.5, alignment=TA_JUSTIFY, spaceAfter=5
)
_POINT = ParagraphStyle(
    "point",
    _BODY,
    leftIndent=20,
    bulletIndent=4,
    bulletFontName="Times-Roman",
    bulletFontSize=10.5,
    spaceAfter=3,
)
_ITEM = ParagraphStyle("item", _POINT, leftIndent=38, bulletIndent=22)
_HEADING = ParagraphStyle(
    "heading",
    fontName="Helvetica-Bold",
    fontSize=12.5,
    leading=16,
    textColor=GREEN,
    spaceBefore=10,
    spaceAfter=2,
)
_SECTION = ParagraphStyle(
    "section", fontName="Helvetica-Bold", fontSize=10, leading=14, spaceBefore=5, spaceAfter=2
)
_STYLES = {
    edition.Kind.HEADING: _HEADING,
    edition.Kind.SECTION: _SECTION,
    edition.Kind.POINT: _POINT,
    edition.Kind.ITEM: _ITEM,
    edition.Kind.PROSE: _BODY,
}
_NOTE = ParagraphStyle("note", fontName="Helvetica", fontSize=9, leading=12.5, textColor=AMBER)
_LABEL = ParagraphStyle("label", fontName="Helvetica-Bold", fontSize=9.5, leading=13, textColor=GREY)
_VALUE = ParagraphStyle("value", fontName="Helvetica", fontSize=11, leading=14)


def pact_pdf(signing: Signing) -> bytes:
    """Return the demonstration edition as one organisation sends it back; one signing, one file."""
    block = KeepTogether([_words(edition.SIGNED, _SECTION), Spacer(0, 2 * mm), _signature_block(signing)])
    return _set([_title(), _warning(), *_text(), block], edition.TITLE, edition.SUBTITLE)


def letter_pdf(lines: tuple[str, ...], signing: Signing) -> bytes:
    """Return a letter on the organisation's own paper: free text, then ink, name, title, organisation."""
    head = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=15, leading=20, textColor=GREEN)
    free = ParagraphStyle("free", _BODY, fontSize=11.5, leading=17, spaceAfter=9)
    story: list[Flowable] = [_words(signing.organisation, head), Spacer(0, 14 * mm)]
    story += [_words("Letter of Support", _HEADING), Spacer(0, 4 * mm)]
    story += [_words(line, free) for line in lines]
    story += [Spacer(0, 3 * mm), ink(signing.name, 52 * mm, 17 * mm), Spacer(0, 2 * mm)]
    story += [_words(line, _VALUE) for line in (signing.name, signing.title, signing.organisation)]
    return _set(story, "Letter of Support", "made up for the demonstration")


def _title() -> Flowable:
    large = ParagraphStyle("large", fontName="Helvetica-Bold", fontSize=22, leading=27, textColor=white)
    small = ParagraphStyle("small", fontName="Helvetica", fontSize=12, leading=15, textColor=PALE)
    table = Table([[_words(edition.TITLE, large)], [_words(edition.SUBTITLE, small)]], colWidths=[_WIDTH])
    table.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), GREEN),
                ("LEFTPADDING", (0, 0), (-1, -1), 14),
                ("TOPPADDING", (0, 0), (-1, 0), 14),
                ("BOTTOMPADDING", (0, -1), (-1, -1), 14),
            ]
        )
    )
    return table


def _warning() -> Flowable:
    table = Table([[Paragraph(f"<b>{edition.LABEL}.</b> {edition.WARNING}", _NOTE)]], colWidths=[_WIDTH])
    table.setStyle(
        TableStyle([("LINEBEFORE", (0, 0), (0, -1), 2.5, AMBER), ("LEFTPADDING", (0, 0), (-1, -1), 10)])
    )
    return KeepTogether([Spacer(0, 5 * mm), table, Spacer(0, 4 * mm)])


def _text() -> list[Flowable]:
    story: list[Flowable] = []
    for piece in edition.pieces():
        style = _STYLES[piece.kind]
        if style in (_HEADING, _SECTION):
            story.append(CondPageBreak(25 * mm))
        story.append(_words(piece.text, style, piece.mark))
    return story


def _signature_block(signing: Signing) -> Flowable:
    values = [_words(value, _VALUE) for value in (signing.organisation, signing.name, signing.title)]
    values += [choice(signing.role), _words(signing.date, _VALUE)]
    values.append(ink(signing.name, 62 * mm, 19 * mm) if signing.is_signed else Spacer(0, 19 * mm))
    rows = [[_words(label, _LABEL), value] for label, value in zip(edition.LABELS, values, strict=True)]
    table = Table(rows, colWidths=[42 * mm, _WIDTH - 42 * mm])
    table.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (0, -1), PALE),
                ("GRID", (0, 0), (-1, -1), 0.6, GREY),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
                ("LEFTPADDING", (0, 0), (-1, -1), 8),
            ]
        )
    )
    return table


def _words(text: str, style: ParagraphStyle, mark: str = "") -> Flowable:
    return Paragraph(escape(text), style, bulletText=mark or None)


def _set(story: list[Flowable], title: str, subtitle: str) -> bytes:
    out = BytesIO()
    # A frame pads by 6 points on each side. invariant: no time of making, no random identifier,
    # so that the same story is the same file.
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN - 6,
        rightMargin=_MARGIN - 6,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=f"{title}, {subtitle}",
        author="Demonstration of the secretariat's assistant",
        invariant=1,
    )
    furniture = partial(_furniture, f"{title} \u2013 {subtitle}")
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _furniture(words: str, canvas: Canvas, _document: object) -> None:
    right, top = A4[0] - _MARGIN, A4[1] - 14 * mm
    canvas.saveState()
    canvas.setFont("Helvetica-Bold", 8)
    canvas.setFillColor(AMBER)
    canvas.drawRightString(right, top, edition.LABEL)
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(GREY)
    canvas.drawString(_MARGIN, 13 * mm, words)
    canvas.drawRightString(right, 13 * mm, f"page {canvas.getPageNumber()}")
    canvas.restoreState()
