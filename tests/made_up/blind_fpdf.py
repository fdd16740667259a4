"""Copies of the set BLIND by fpdf2's own tables and flowing cells, as small web portals make them."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from random import Random

from fpdf import FPDF, FontFace
from fpdf.enums import TableBordersLayout
from made_up.blind_blocks import TYPED, Filled
from made_up.blind_faces import AILERON, NARROW, file_of, prints
from made_up.blind_pictures import logo_png, signature_png, stamp_png, strokes
from made_up.blind_texts import OFFICE_TITLE, Around
from made_up.pact_text import Rank

Row = tuple[str, str]


class Portal(FPDF):
    """A4 pages in one face, with a running head and page numbers."""

    def __init__(self, face: str, around: Around) -> None:
        super().__init__(unit="pt", format="A4")
        self.face, self.around = face, around
        self.set_creation_date(datetime(2021, 6, 14, tzinfo=UTC))
        for style in ("", "B", "I", "BI"):
            self.add_font(NARROW, style, str(file_of(NARROW, style)))
        self.add_font(AILERON, "", str(file_of(AILERON)))
        self.set_margins(62, 70, 62)
        self.set_auto_page_break(True, 60)
        self.add_page()

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.text(62, 38, self.around.running_head)
        if self.around.logo and self.page_no() == 1:
            self.image(BytesIO(logo_png(self.around.logo)), 430, 20, 90, 30)
        if self.around.stamp:
            self.image(BytesIO(stamp_png(self.around.stamp)), 340, 6, 62, 62)

    def footer(self) -> None:
        self.set_y(-40)
        self.set_font("helvetica", size=8)
        self.cell(0, 10, f"- {self.page_no()} -", align="C")

    def words(self, text: str, *, size: float = 10.5, bold: bool = False, left: float = 0) -> None:
        """Write one paragraph."""
        self.set_x(62 + left)
        face = self.face if prints(self.face, text) and not bold else NARROW
        self.set_font(face, "B" if bold else "", size)
        self.multi_cell(0, size * 1.35, text, new_x="LMARGIN", new_y="NEXT", align="L")
        self.ln(4)


def fpdf_copy(filled: Filled, layout: str, around: Around, face: str, rng: Random) -> bytes:
    """Return a PDF of the surroundings with the block in them; ``layout`` is a key of LAYOUTS."""
    pdf = Portal(face, around)
    for line in around.lines:
        is_heading = line.rank in (Rank.HEADING, Rank.SUBHEADING)
        size = {Rank.HEADING: 15, Rank.SUBHEADING: 12}.get(line.rank, 10.5)
        indent = {Rank.POINT: 10, Rank.ITEM: 28}.get(line.rank, 0)
        pdf.words(line.numbered, size=size, bold=is_heading, left=indent)
    if around.own_page or pdf.get_y() > 460:
        pdf.add_page()
    pdf.words(around.before)
    LAYOUTS[layout](pdf, filled, rng)
    pdf.ln(16)
    for text in around.after:
        pdf.words(text)
    if around.office:
        _office(pdf, around)
    return bytes(pdf.output())


def _rows(filled: Filled) -> list[Row]:
    labels = filled.labels
    # Markdown of fpdf2: two stars make bold, two tildes strike through, two dashes underline.
    chosen = "\n".join("".join(_piece(piece) for piece in line) for line in filled.choice)
    address = f"\n{filled.address}" if filled.address else ""
    return [
        (labels.organisation, filled.organisation + address),
        (labels.name, filled.name),
        (labels.title, filled.title),
        (labels.role, chosen),
        (labels.date, filled.date),
        (labels.signature, TYPED.get(filled.signature, "").format(name=filled.name)),
    ]


def _piece(piece) -> str:
    made = f"**{piece.text}**" if piece.bold else piece.text
    return f"~~{made}~~" if piece.strike else made


def _table(
    pdf: Portal, filled: Filled, rng: Random, *, borders: str, head: tuple[str, ...], numbered: bool
) -> None:
    pdf.set_font(NARROW, size=10)
    looks = FontFace(emphasis="B", fill_color=(225, 232, 240))
    with pdf.table(
        borders_layout=TableBordersLayout.coerce(borders),
        col_widths=(35, 65),
        first_row_as_headings=bool(head),
        headings_style=looks,
        text_align="LEFT",
        padding=4,
        line_height=14,
        markdown=True,
    ) as table:
        if head:
            row = table.row()
            for words in head:
                row.cell(words, colspan=2 if len(head) == 1 else 1)
        for number, (label, value) in enumerate(_rows(filled), 1):
            row = table.row(min_height=46 if number == 6 else None)
            row.cell(f"1.{number}  {label}" if numbered else label)
            row.cell(value)
    # The table has ended below the signature's row.
    _sign(pdf, filled, rng, x=62 + (pdf.w - 124) * 0.35 + 6, y=pdf.get_y() - 42)


def _sign(pdf: Portal, filled: Filled, rng: Random, *, x: float, y: float) -> None:
    seed = rng.randrange(9)
    if filled.signature.startswith("picture"):
        data = signature_png(seed, white=filled.signature == "picture_white")
        pdf.image(BytesIO(data), x, y, 114, 38)
    elif filled.signature == "ink":
        pdf.set_line_width(1.1)
        pdf.set_draw_color(10, 20, 120)
        for stroke in strokes(Random(seed), width=116, height=36):
            pdf.polyline([(x + a, y + 38 - b) for a, b in stroke])
        pdf.set_draw_color(0, 0, 0)
        pdf.set_line_width(0.5)
    elif filled.signature == "line":
        pdf.line(x, y + 30, x + 150, y + 30)


def _flowing(pdf: Portal, filled: Filled, rng: Random, *, bold: bool) -> None:
    """Label and value in one line each, the value behind a colon."""
    for label, value in _rows(filled):
        pdf.set_font(NARROW, "B" if bold else "", 10.5)
        pdf.cell(pdf.get_string_width(label + ": ") + 6, 18, f"{label}:")
        pdf.set_font(NARROW, "I" if bold else "", 10.5)
        pdf.multi_cell(0, 18, value, markdown=True, new_x="LMARGIN", new_y="NEXT", align="L")
    last = pdf.get_string_width(filled.labels.signature + ": ") + 6
    _sign(pdf, filled, rng, x=62 + last + 8, y=pdf.get_y() - 20)
    pdf.ln(26)


def _office(pdf: Portal, around: Around) -> None:
    if pdf.get_y() > 640:
        pdf.add_page()
    pdf.words(OFFICE_TITLE, size=9, bold=True)
    pdf.set_font(NARROW, size=9)
    with pdf.table(width=280, align="LEFT", first_row_as_headings=False, text_align="LEFT") as table:
        for label, value in around.office:
            row = table.row()
            row.cell(label)
            row.cell(value)


LAYOUTS: dict[str, Callable[[Portal, Filled, Random], None]] = {
    "fpdf_signatory_head": lambda p, f, r: _table(
        p, f, r, borders="ALL", head=("Signatory",), numbered=False
    ),
    "fpdf_question_answer": lambda p, f, r: _table(
        p, f, r, borders="HORIZONTAL_LINES", head=("Question", "Answer"), numbered=True
    ),
    "fpdf_minimal": lambda p, f, r: _table(p, f, r, borders="NO_HORIZONTAL_LINES", head=(), numbered=False),
    "fpdf_flowing": lambda p, f, r: _flowing(p, f, r, bold=False),
    "fpdf_bold_flowing": lambda p, f, r: _flowing(p, f, r, bold=True),
}
