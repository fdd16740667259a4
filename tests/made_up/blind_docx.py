"""Copies of the set BLIND as Word documents: merged cells, frames, controls, tracked changes."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import docx
from docx.document import Document
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from made_up.blind_blocks import TYPED, Filled
from made_up.blind_pictures import logo_png, signature_png, stamp_png
from made_up.blind_texts import OFFICE_TITLE, Around
from made_up.blind_word_parts import (
    bordered,
    control,
    fill_legacy,
    into_frame,
    numbered_page,
    placeholder,
    tick_control,
    tracked,
)
from made_up.copies_docx import saved
from made_up.pact_text import Rank

Fill = Callable[[Paragraph], None]
"""Puts a value into a paragraph, and further ones behind it where it needs them."""
Row = tuple[str, Fill]


def docx_copy(filled: Filled, layout: str, around: Around, face: str, rng: Random) -> bytes:
    """Return a DOCX of the surroundings with the block in them; ``layout`` is a key of LAYOUTS."""
    document = docx.Document()
    document.styles["Normal"].font.name = face
    document.styles["Normal"].font.size = Pt(rng.choice((10, 11)))
    _furnish(document, around)
    for line in around.lines:
        if line.rank in (Rank.HEADING, Rank.SUBHEADING):
            document.add_heading(line.text, level=1 if line.rank is Rank.HEADING else 3)
        else:
            indent = {Rank.POINT: 0.5, Rank.ITEM: 1.2}.get(line.rank, 0)
            document.add_paragraph(line.numbered).paragraph_format.left_indent = Cm(indent)
    if around.own_page:
        document.add_page_break()
    document.add_paragraph(around.before)
    LAYOUTS[layout](document, filled, rng)
    for text in ("", *around.after):
        document.add_paragraph(text)
    if around.office:
        document.add_paragraph().add_run(OFFICE_TITLE).bold = True
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        for label, value in around.office:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, value
    return saved(document)


def sign(paragraph: Paragraph, filled: Filled, rng: Random) -> None:
    """Put the signature into a paragraph."""
    style, seed = filled.signature, rng.randrange(9)
    if style.startswith("picture"):
        data = signature_png(seed, white=style == "picture_white")
        paragraph.add_run().add_picture(BytesIO(data), width=Pt(120))
    elif style in TYPED:
        run = paragraph.add_run(TYPED[style].format(name=filled.name))
        if style == "script":
            run.font.name, run.font.size = "Segoe Script", Pt(16)
    elif style == "line":
        paragraph.add_run("_" * 28)


def choose(paragraph: Paragraph, filled: Filled) -> None:
    """Put the participation row into a paragraph, its lines parted by breaks."""
    for number, line in enumerate(filled.choice):
        if number:
            paragraph.add_run().add_break()
        for piece in line:
            run = paragraph.add_run(piece.text)
            run.bold = piece.bold or None
            run.underline = piece.underline or None
            run.font.strike = piece.strike or None
            if piece.grey:
                run.font.color.rgb = RGBColor(0x99, 0x99, 0x99)
            if piece.frame:
                bordered(run)


def _rows(filled: Filled, rng: Random) -> list[Row]:
    labels = filled.labels
    return [
        (labels.organisation, _typed(filled.organisation, filled.address)),
        (labels.name, _typed(filled.name)),
        (labels.title, _typed(filled.title)),
        (labels.role, lambda paragraph: choose(paragraph, filled)),
        (labels.date, _typed(filled.date)),
        (labels.signature, lambda paragraph: sign(paragraph, filled, rng)),
    ]


def _typed(value: str, below: str = "") -> Fill:
    def fill(paragraph: Paragraph) -> None:
        paragraph.add_run(value)
        if below:
            paragraph.add_run().add_break()
            paragraph.add_run(below).font.size = Pt(9)

    return fill


def _furnish(document: Document, around: Around) -> None:
    section = document.sections[0]
    if around.logo:
        section.header.paragraphs[0].add_run().add_picture(BytesIO(logo_png(around.logo)), width=Cm(3.4))
    if around.running_head:
        section.header.add_paragraph(around.running_head)
    numbered_page(section.footer.paragraphs[0])
    if around.stamp:
        document.add_paragraph().add_run().add_picture(BytesIO(stamp_png(around.stamp)), width=Cm(2))


def _two_columns(table: Table, found: list[Row], *, bold: bool = False) -> None:
    for label, fill in found:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(label).bold = bold or None
        fill(cells[1].paragraphs[0])


def _merged_head(document: Document, filled: Filled, rng: Random) -> None:
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    head = table.rows[0].cells[0].merge(table.rows[0].cells[1])
    head.paragraphs[0].add_run("Signatory").bold = True
    _two_columns(table, _rows(filled, rng))


def _merged_pairs(document: Document, filled: Filled, rng: Random) -> None:
    """Organisation and type over the whole width; name beside title, date beside signature."""
    found = _rows(filled, rng)
    table = document.add_table(rows=4, cols=4, style="Table Grid")
    for row, beside in enumerate(((0,), (1, 2), (3,), (4, 5))):
        for place, which in enumerate(beside):
            label, fill = found[which]
            table.cell(row, 2 * place).text = label
            last = table.cell(row, 2 * place + 1)
            cell = last.merge(table.cell(row, 3)) if len(beside) == 1 else last
            fill(cell.paragraphs[0])


def _nested(document: Document, filled: Filled, rng: Random) -> None:
    """A table in a cell of a table, with a remark in the other cell."""
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "Please use capitals and black ink where this page is filled in by hand."
    outer.columns[0].width = Cm(3)
    cell = outer.cell(0, 1)
    _two_columns(cell.add_table(rows=0, cols=2), _rows(filled, rng), bold=True)
    cell.add_paragraph()


def _frame(document: Document, filled: Filled, rng: Random) -> None:
    """The whole block in a text box, a line for each row."""
    found = []
    for label, fill in _rows(filled, rng):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        fill(paragraph)
        found.append(paragraph)
    into_frame(document, found)


def _tab_stops(document: Document, filled: Filled, rng: Random) -> None:
    """Label, colon, tab and value, with a stop of its own on every second line."""
    for number, (label, fill) in enumerate(_rows(filled, rng)):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(5.5 if number % 2 else 6.5))
        run = paragraph.add_run(label)
        run.font.small_caps = True
        paragraph.add_run(":\t")
        fill(paragraph)


def _controls(document: Document, filled: Filled, rng: Random) -> None:
    """Content controls, each telling what to enter as long as nobody has; the options are boxes to tick."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in _plain(filled):
        cells = table.add_row().cells
        cells[0].text = label
        paragraph = cells[1].paragraphs[0]
        if label == filled.labels.role:
            for role, option in filled.labels.roles.items():
                tick_control(paragraph, is_ticked=role is filled.role)
                paragraph.add_run(f" {option}   ")
        elif label == filled.labels.signature:
            sign(paragraph, filled, rng)
        elif value:
            control(paragraph, value, is_date=label == filled.labels.date)
        else:
            placeholder(paragraph)


def _legacy(document: Document, filled: Filled, rng: Random) -> None:
    """Fields of the old kind, as forms had them before content controls."""
    for label, value in _plain(filled):
        paragraph = document.add_paragraph(f"{label}: ")
        if label == filled.labels.signature:
            sign(paragraph, filled, rng)
        elif label == filled.labels.role:
            for role, option in filled.labels.roles.items():
                fill_legacy(paragraph, "", is_ticked=role is filled.role)
                paragraph.add_run(f" {option}  ")
        else:
            fill_legacy(paragraph, value or "\u2002" * 5)


def _tracked(document: Document, filled: Filled, rng: Random) -> None:
    """Filled in with changes tracked: what was typed is inserted, options that do not apply are deleted."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in _plain(filled):
        cells = table.add_row().cells
        cells[0].text = label
        paragraph = cells[1].paragraphs[0]
        if label == filled.labels.signature:
            sign(paragraph, filled, rng)
        elif label == filled.labels.role:
            for number, (role, option) in enumerate(filled.labels.roles.items()):
                paragraph.add_run(" / " if number else "")
                run = paragraph.add_run(option)
                if filled.role and role is not filled.role:
                    tracked(run, is_deleted=True)
        elif value:
            tracked(paragraph.add_run(value), is_deleted=False)


def _plain(filled: Filled) -> list[tuple[str, str]]:
    labels = filled.labels
    values = (filled.organisation, filled.name, filled.title, "", filled.date, "")
    names = (labels.organisation, labels.name, labels.title, labels.role, labels.date, labels.signature)
    return list(zip(names, values, strict=True))


LAYOUTS: dict[str, Callable[[Document, Filled, Random], None]] = {
    "docx_merged_head": _merged_head,
    "docx_merged_pairs": _merged_pairs,
    "docx_nested": _nested,
    "docx_frame": _frame,
    "docx_tab_stops": _tab_stops,
    "docx_placeholders": _controls,
    "docx_legacy_fields": _legacy,
    "docx_tracked": _tracked,
}
OWN_MARKS = {
    "docx_placeholders": "blind_tick_controls",
    "docx_legacy_fields": "blind_legacy_boxes",
    "docx_tracked": "blind_tracked_deletion",
}
"""Layouts that mark the participation type in a way of their own."""
