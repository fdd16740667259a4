"""Copies of the set BLIND by reportlab's platypus: frames, paragraphs and tables, as reports are made."""

from dataclasses import dataclass
from io import BytesIO
from random import Random
from xml.sax.saxutils import escape

from made_up.blind_blocks import TYPED, Filled
from made_up.blind_faces import AILERON, HAND, NARROW, prints, register
from made_up.blind_marks import Piece
from made_up.blind_pictures import logo_png, signature_png, stamp_png, strokes
from made_up.blind_texts import OFFICE_TITLE, Around
from made_up.pact_text import Rank
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    Image,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

GREY = colors.Color(0.45, 0.45, 0.45)
WIDTH = A4[0] - 2 * 68


@dataclass(frozen=True, slots=True)
class Type:
    """The face and size of a copy; ``value_face`` is what values are set in."""

    face: str = NARROW
    size: float = 10.5
    value_face: str = ""

    def style(self, **changes) -> ParagraphStyle:
        """Return a paragraph's style."""
        # Paragraphs look their face up when they are made.
        register()
        size = changes.pop("fontSize", self.size)
        changes = {"fontName": self.face, "fontSize": size, "leading": size * 1.3, **changes}
        return ParagraphStyle("made", **changes)

    def label(self, text: str, **changes) -> Paragraph:
        """Return printed words."""
        if self.face == AILERON and not prints(AILERON, text):
            changes = {"fontName": NARROW, **changes}
        return Paragraph(escape(text), self.style(**changes))

    def value(self, text: str, **changes) -> Paragraph:
        """Return what somebody filled in."""
        face = self.value_face if self.value_face and prints(self.value_face, text) else self.face
        size = self.size * (1.25 if face == HAND else 1)
        words = in_hand(text) if face == HAND else escape(text)
        return Paragraph(words, self.style(fontName=face, fontSize=size, **changes))


def built(story: list[Flowable], around: Around, type_: Type) -> bytes:
    """Return the PDF of a story with running head, logo and page numbers."""
    kept = BytesIO()
    document = SimpleDocTemplate(
        kept, pagesize=A4, leftMargin=68, rightMargin=68, topMargin=78, bottomMargin=64, invariant=1
    )

    def furnish(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(68, A4[1] - 40, around.running_head)
        canvas.drawRightString(A4[0] - 68, 34, f"page {page.page}")
        if around.logo and page.page == 1:
            canvas.drawImage(ImageReader(BytesIO(logo_png(around.logo))), A4[0] - 160, A4[1] - 62, 96, 32)
        if around.stamp:
            stamp = ImageReader(BytesIO(stamp_png(around.stamp)))
            canvas.drawImage(stamp, A4[0] - 250, A4[1] - 76, 62, 62, mask="auto")
        canvas.restoreState()

    document.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return kept.getvalue()


def text_of(around: Around, type_: Type) -> list[Flowable]:
    """Return the lines of the text as paragraphs."""
    found: list[Flowable] = []
    for line in around.lines:
        looks = {
            Rank.HEADING: {"fontSize": type_.size * 1.5, "spaceBefore": 10, "textColor": colors.darkgreen},
            Rank.SUBHEADING: {"fontSize": type_.size * 1.15, "spaceBefore": 6},
            Rank.POINT: {"leftIndent": 20, "firstLineIndent": -14},
            Rank.ITEM: {"leftIndent": 40, "firstLineIndent": -14},
        }.get(line.rank, {})
        found.append(type_.label(line.numbered, spaceAfter=5, **looks))
    return found


def choice(filled: Filled, type_: Type) -> list[Flowable]:
    """Return the participation row."""
    return [
        Paragraph("".join(map(_markup, line)) or "&nbsp;", type_.style(fontName=sign_face(type_)))
        for line in filled.choice
    ]


def in_hand(text: str) -> str:
    """Return markup for HAND, which has no space of its own."""
    return escape(text).replace(" ", '<font name="Times-Italic"> </font>')


def sign_face(type_: Type) -> str:
    """Return the face that has the ballot boxes."""
    return NARROW if type_.face == AILERON else type_.face


def signature(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """Return what stands where one signs."""
    style, seed = filled.signature, rng.randrange(9)
    if style.startswith("picture"):
        data = signature_png(seed, white=style == "picture_white")
        return [Image(BytesIO(data), 126, 42, hAlign="LEFT")]
    if style == "ink":
        return [Ink(seed)]
    if style == "platform":
        return [type_.label("Signed with Yousign", fontSize=7), type_.value(filled.name)]
    if style in TYPED:
        words = TYPED[style].format(name=filled.name)
        if style == "script" and prints(HAND, words):
            return [Paragraph(in_hand(words), type_.style(fontName=HAND, fontSize=19))]
        face = "Times-Italic" if style == "script" else type_.face
        return [Paragraph(escape(words), type_.style(fontName=face))]
    return [type_.label("_" * 30)] if style == "line" else [Spacer(1, 36)]


class Ink(Flowable):
    """A signature by a pen, as strokes."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.seed, self.width, self.height = seed, 120, 36

    def draw(self) -> None:
        self.canv.setLineWidth(1.2)
        self.canv.setStrokeColorRGB(0.05, 0.1, 0.5)
        for stroke in strokes(Random(self.seed), width=self.width - 2, height=34):
            path = self.canv.beginPath()
            path.moveTo(*stroke[0])
            for point in stroke[1:]:
                path.lineTo(*point)
            self.canv.drawPath(path)


def office_table(around: Around, type_: Type) -> list[Flowable]:
    """Return the table that the secretariat fills in for itself."""
    rows = [
        [type_.label(label, fontSize=9), type_.label(value, fontSize=9)] for label, value in around.office
    ]
    looks = [("GRID", (0, 0), (-1, -1), 0.5, GREY), ("BACKGROUND", (0, 0), (-1, -1), colors.whitesmoke)]
    return [
        Spacer(1, 12),
        type_.label(OFFICE_TITLE, spaceAfter=4, fontName="Helvetica-Bold"),
        Table(rows, colWidths=[110, 190], style=TableStyle(looks), hAlign="LEFT"),
    ]


def _markup(piece: Piece) -> str:
    made = escape(piece.text).replace("  ", "&nbsp;&nbsp;")
    made = f"<b>{made}</b>" if piece.bold else made
    made = f"<strike>{made}</strike>" if piece.strike else made
    made = f"<u>{made}</u>" if piece.underline else made
    return f'<font color="#8c8c8c">{made}</font>' if piece.grey else made
