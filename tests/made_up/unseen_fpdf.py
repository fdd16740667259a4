"""Copies of the set "unseen" by fpdf2: its own tables and cells, roles marked by styled words."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from random import Random

from fpdf import FPDF, FontFace
from made_up.labels import MadeDocument
from made_up.pact_text import Rank, short_pact
from made_up.unseen_pen import alphabet_of, font_path, scribble_png
from made_up.unseen_signing import FIELDS, ROLES, Printed, Signing, draw_printed, draw_signing, signed_label

FPDF_MARKS = ("bold", "underline", "strike", "bracket_x", "alone", "leading_x", "typed")
FACES = {"Helvetica": "helvetica", "Times-Roman": "times", "PTSans": "ptsans", "PTSerif": "ptserif"}


def fpdf_copy(rng: Random) -> MadeDocument:
    """Return a copy by fpdf2 with one block."""
    face, layout = rng.choice(tuple(FACES)), rng.choice(tuple(LAYOUTS))
    signing = draw_signing(rng, FPDF_MARKS, alphabet_of(face), ("picture", "typed", "", "picture"))
    printed = draw_printed(rng, alphabet_of(face))
    pdf = _file(face)
    for line in short_pact(rng, rng.choice((20, 40, 60))):
        heading = line.rank in (Rank.HEADING, Rank.SUBHEADING)
        pdf.set_font(FACES[face], "B" if heading else "", 12 if heading else 10)
        pdf.multi_cell(0, 5.2, line.numbered, new_x="LMARGIN", new_y="NEXT")
    if rng.random() < 0.5 or pdf.get_y() > 150:
        pdf.add_page()
    pdf.ln(6)
    pdf.set_font(FACES[face], "B", 11)
    pdf.cell(0, 8, printed.heading, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font(FACES[face], "", 10)
    if printed.above:
        pdf.multi_cell(0, 5, printed.above, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    LAYOUTS[layout](pdf, signing, printed)
    pdf.ln(5)
    pdf.set_font(FACES[face], "", 8)
    pdf.multi_cell(0, 4, printed.below or " ", new_x="LMARGIN", new_y="NEXT")
    return MadeDocument("pact.pdf", bytes(pdf.output()), signed_label([signing], "fpdf", layout, font=face))


def lined_rows(pdf: FPDF, signing: Signing, printed: Printed) -> None:
    """Set a table of two columns with lines between its rows only."""
    _table(pdf, signing, printed, "HORIZONTAL_LINES", (1, 2))


def no_lines(pdf: FPDF, signing: Signing, printed: Printed) -> None:
    """Set a table of two columns without any line."""
    _table(pdf, signing, printed, "NONE", (2, 5))


def boxed(pdf: FPDF, signing: Signing, printed: Printed) -> None:
    """Set a table of two columns with every line."""
    _table(pdf, signing, printed, "ALL", (1, 1))


def heads_above(pdf: FPDF, signing: Signing, printed: Printed) -> None:
    """Set two small tables whose first row holds the labels and whose second row holds the values."""
    grey = FontFace(fill_color=(225, 232, 240))
    for fields in (("organisation", "name", "title"), ("participation_type", "date", "signature")):
        with pdf.table(col_widths=(5, 3, 3), markdown=True, headings_style=grey, line_height=6) as table:
            head, row = table.row(), table.row(min_height=20)
            for field in fields:
                head.cell(printed.labels[field])
                _fill(row, signing, printed, field, "\n")
        pdf.ln(4)


def cells_with_base(pdf: FPDF, signing: Signing, printed: Printed) -> None:
    """Set label and value as cells of one line, the value on a line of its own width."""
    for field in FIELDS:
        high = 18 if field == "signature" else 8
        pdf.cell(58, high, printed.labels[field], align="R")
        pdf.cell(4, high, "")
        left, top = pdf.get_x(), pdf.get_y()
        if field == "signature" and signing.signature == "picture" and signing.who:
            pdf.image(BytesIO(scribble_png(signing.who.name)), left + 4, top + 2, 40)
        said = _said(signing, printed, field, "\n")
        pdf.multi_cell(0, high, said, border="B", markdown=True, new_x="LMARGIN", new_y="NEXT", align="L")


LAYOUTS: dict[str, Callable[[FPDF, Signing, Printed], None]] = {
    "lined_rows": lined_rows,
    "no_lines": no_lines,
    "boxed": boxed,
    "heads_above": heads_above,
    "cells_with_base": cells_with_base,
}


def _file(face: str) -> FPDF:
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(2024, 1, 1, tzinfo=UTC))
    pdf.set_margin(22)
    pdf.set_auto_page_break(auto=True, margin=22)
    if face.startswith("PT"):
        pdf.add_font(FACES[face], "", font_path(face))
        pdf.add_font(FACES[face], "B", font_path(f"{face}-Bold"))
    else:
        pdf.core_fonts_encoding = "cp1252"
    pdf.set_font(FACES[face], "", 10)
    pdf.add_page()
    return pdf


def _table(pdf: FPDF, signing: Signing, printed: Printed, borders: str, widths: tuple[int, int]) -> None:
    with pdf.table(
        col_widths=widths,
        borders_layout=borders,
        first_row_as_headings=False,
        markdown=True,
        line_height=6,
        padding=1.5,
        align="L",
        text_align="L",
    ) as table:
        for field in FIELDS:
            row = table.row(min_height=18 if field == "signature" else None)
            row.cell(printed.labels[field])
            _fill(row, signing, printed, field, " / ")


def _fill(row: object, signing: Signing, printed: Printed, field: str, between: str) -> None:
    if field == "signature" and signing.signature == "picture" and signing.who:
        row.cell(img=BytesIO(scribble_png(signing.who.name)), img_fill_width=False)
    else:
        row.cell(_said(signing, printed, field, between))


def _said(signing: Signing, printed: Printed, field: str, between: str) -> str:
    """Return a value with marks of markdown: **bold**, --underlined--, ~~struck~~."""
    if field != "participation_type":
        return signing.value(field)
    if signing.mark == "alone" and signing.marked:
        return printed.options[signing.marked[0]]
    if signing.mark == "typed" and signing.marked:
        return f"{signing.marked[0].capitalize()}"
    return between.join(
        _role(printed.options[role], signing.mark, role in signing.marked, bool(signing.marked))
        for role in ROLES
    )


def _role(text: str, mark: str, is_marked: bool, any_marked: bool) -> str:
    if mark == "bracket_x":
        return f"{text} [{'x' if is_marked else ' '}]"
    if mark == "strike":
        return f"~~{text}~~" if any_marked and not is_marked else text
    around = {"bold": "**", "underline": "--"}.get(mark, "")
    return f"{around}{text}{around}" if around and is_marked else f"X {text}" if is_marked else text
