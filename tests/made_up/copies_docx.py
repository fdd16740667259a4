"""Signed copies as Word documents: tables, tabs, content controls and pasted pictures."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from made_up.pact_text import SIGNED, Line, Rank
from made_up.people import DEVELOPMENT
from made_up.scribbles import scribble_picture
from made_up.signature_blocks import CIRCLE, HIGHLIGHT, STRIKE, UNDERLINE, Block, Segment

SIGNS = {
    "tick": "✓",
    "box": "☐",
    "box_crossed": "☒",
    "box_ticked": "☑",
    "drawn_box": "□",
    "drawn_box_crossed": "■",
    "drawn_box_ticked": "☑",
    "drawn_dot": "○",
    "drawn_dot_full": "●",
    "drawn_tick": "✔",
}
Fill = Callable[[Paragraph], None]
"""Puts a value into a paragraph."""
Row = tuple[str, Fill]


def docx_copy(
    blocks: Sequence[Block], layout: str, lines: Sequence[Line], rng: Random, *, face: str = "Calibri"
) -> bytes:
    """Return a DOCX of the lines with the blocks behind them; ``layout`` is a key of LAYOUTS."""
    document = docx.Document()
    document.styles["Normal"].font.name = face
    document.styles["Normal"].font.size = Pt(11)
    for line in lines:
        write_line(document, line)
    document.add_paragraph(SIGNED)
    for block in blocks:
        LAYOUTS[layout](document, rows(block, rng))
        document.add_paragraph()
    return saved(document)


def write_line(document: Document, line: Line) -> None:
    """Add one paragraph of the pact, its number typed as text."""
    if line.rank in (Rank.HEADING, Rank.SUBHEADING):
        document.add_heading(line.text, level=1 if line.rank is Rank.HEADING else 2)
        return
    paragraph = document.add_paragraph(line.numbered)
    paragraph.paragraph_format.left_indent = Pt({Rank.POINT: 14, Rank.ITEM: 30}.get(line.rank, 0))


def saved(document: Document) -> bytes:
    """Return the file with one time in all its parts, so that the same seed gives the same bytes."""
    fixed = datetime(2021, 6, 14)  # noqa: DTZ001 (python-docx writes times without a zone)
    document.core_properties.created = document.core_properties.modified = fixed
    first, again = BytesIO(), BytesIO()
    document.save(first)
    with ZipFile(first) as source, ZipFile(again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, (2021, 6, 14, 12, 0, 0)), source.read(name), ZIP_DEFLATED)
    return again.getvalue()


def rows(block: Block, rng: Random) -> list[Row]:
    """Return label and filler of the six rows in the order of the Pact."""
    texts = [(label, _typed(value)) for label, value in block.texts]
    words = block.words
    return [
        *texts[:3],
        (words.participation_type, _choice(block.segments)),
        texts[3],
        (words.signature, _signature(block, rng)),
    ]


def layouts_of(set_name: str) -> tuple[str, ...]:
    """Return the names of the layouts of a set; the sets share none."""
    return DEVELOPMENT_LAYOUTS if set_name == DEVELOPMENT else HELD_OUT_LAYOUTS


def _table(document: Document, found: list[Row], *, style: str, columns: int = 1) -> None:
    table = document.add_table(rows=0, cols=2 * columns)
    table.style = style
    for first in range(0, len(found), columns):
        cells = table.add_row().cells
        for place, (label, fill) in enumerate(found[first : first + columns]):
            cells[2 * place].text = label
            fill(cells[2 * place + 1].paragraphs[0])


def _lines(document: Document, found: list[Row], *, between: str) -> None:
    for label, fill in found:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(label + between)
        run.bold = between == ":\t"
        fill(paragraph)


def _above(document: Document, found: list[Row]) -> None:
    for label, fill in found:
        document.add_paragraph(label)
        fill(document.add_paragraph())


def _one_paragraph(document: Document, found: list[Row]) -> None:
    """All rows in one paragraph, parted by line breaks, as forms typed with Shift+Enter are."""
    paragraph = document.add_paragraph()
    for number, (label, fill) in enumerate(found):
        if number:
            paragraph.add_run().add_break()
        paragraph.add_run(f"{label}: ")
        fill(paragraph)


def _controls(document: Document, found: list[Row]) -> None:
    """A table whose values stand in content controls, as in forms made with the developer's tab."""
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for label, fill in found:
        cells = table.add_row().cells
        cells[0].text = label
        paragraph = cells[1].paragraphs[0]
        fill(paragraph)
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        control.append(OxmlElement("w:sdtPr"))
        control.append(content)
        for run in list(paragraph._p.findall(qn("w:r"))):
            content.append(run)
        paragraph._p.append(control)


def _label_and_value_in_a_cell(document: Document, found: list[Row]) -> None:
    """One column of cells, each with its label in a first paragraph and the value in a second."""
    table = document.add_table(rows=0, cols=1)
    table.style = "Table Grid"
    for label, fill in found:
        cell = table.add_row().cells[0]
        cell.text = label
        fill(cell.add_paragraph())


def _cards(document: Document, found: list[Row]) -> None:
    """Two cells in a row, each with its label and its value."""
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for first in range(0, len(found), 2):
        cells = table.add_row().cells
        for cell, (label, fill) in zip(cells, found[first : first + 2], strict=True):
            cell.text = label
            fill(cell.add_paragraph())


LAYOUTS: dict[str, Callable[[Document, list[Row]], None]] = {
    "docx_grid": lambda d, r: _table(d, r, style="Table Grid"),
    "docx_colon_tab": lambda d, r: _lines(d, r, between=":\t"),
    "docx_plain_tab": lambda d, r: _lines(d, r, between="\t"),
    "docx_above": _above,
    "docx_content_controls": _controls,
    "docx_cards": _cards,
    "docx_borderless": lambda d, r: _table(d, r, style="Normal Table"),
    "docx_colon": lambda d, r: _lines(d, r, between=": "),
    "docx_two_columns": lambda d, r: _table(d, r, style="Table Grid", columns=2),
    "docx_line_breaks": _one_paragraph,
    "docx_cell_each": _label_and_value_in_a_cell,
    "docx_list_table": lambda d, r: _table(d, r, style="Light List"),
}
DEVELOPMENT_LAYOUTS = (
    "docx_grid",
    "docx_colon_tab",
    "docx_plain_tab",
    "docx_above",
    "docx_content_controls",
    "docx_cards",
)
HELD_OUT_LAYOUTS = tuple(name for name in LAYOUTS if name not in DEVELOPMENT_LAYOUTS)


def _typed(value: str) -> Fill:
    def fill(paragraph: Paragraph) -> None:
        if value:
            paragraph.add_run(value)

    return fill


def _choice(segments: Sequence[Segment]) -> Fill:
    def fill(paragraph: Paragraph) -> None:
        for number, segment in enumerate(segments):
            if number:
                paragraph.add_run(" ")
            run = paragraph.add_run(SIGNS[segment.sign] if segment.sign else segment.text)
            run.bold = segment.bold or None
            run.font.strike = segment.over == STRIKE or None
            run.underline = segment.over == UNDERLINE or None
            if segment.over == HIGHLIGHT:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            if segment.over == CIRCLE:
                _frame(run._r.get_or_add_rPr())

    return fill


def _frame(properties: OxmlElement) -> None:
    border = OxmlElement("w:bdr")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "0"), ("color", "FF0000")):
        border.set(qn(f"w:{name}"), value)
    properties.append(border)


def _signature(block: Block, rng: Random) -> Fill:
    name = block.applicant.name if block.applicant else ""
    data = scribble_picture(rng.randrange(12))

    def fill(paragraph: Paragraph) -> None:
        style = block.signature_style
        if style in ("picture", "picture_white", "vector"):
            paragraph.add_run().add_picture(BytesIO(data), width=Pt(120))
        elif style in ("typed", "typed_slashes"):
            paragraph.add_run(name if style == "typed" else f"/s/ {name}")
        elif style == "script_face":
            paragraph.add_run(name).font.name = "Brush Script MT"

    return fill
