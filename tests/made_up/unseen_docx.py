"""Copies of the set "unseen" as Word documents: tables, tabs, controls, text boxes, form fields."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from made_up.labels import DOCX, MadeDocument
from made_up.pact_text import Rank, short_pact
from made_up.unseen_docx_words import add_control, add_legacy_text, put_roles, text_box
from made_up.unseen_pen import scribble_png
from made_up.unseen_signing import FIELDS, Printed, Signing, draw_printed, draw_signing, signed_label

DOCX_MARKS = ("bold", "strike", "underline", "highlight", "control", "glyph", "alone", "legacy", "symbol")


def docx_copy(rng: Random) -> MadeDocument:
    """Return a copy as a Word document, at times with two blocks."""
    layout = rng.choice(tuple(LAYOUTS))
    signings = [draw_signing(rng, DOCX_MARKS, "", ("picture", "picture", "typed", ""))]
    if rng.random() < 0.2:
        signings.append(draw_signing(rng, (signings[0].mark,), "", ("picture",)))
    printed = draw_printed(rng, "", bilingual=0.4)
    word = Document()
    word.styles["Normal"].font.name = rng.choice(("Aptos", "Arial", "Cambria"))
    for line in short_pact(rng, rng.choice((30, 60))):
        if line.rank in (Rank.HEADING, Rank.SUBHEADING):
            word.add_heading(line.text, 1 if line.rank is Rank.HEADING else 2)
        else:
            word.add_paragraph(line.numbered)
    word.add_paragraph(printed.heading).runs[0].bold = True
    if printed.above:
        word.add_paragraph(printed.above).runs[0].italic = True
    for signing in signings:
        LAYOUTS[layout](word, signing, printed)
        word.add_paragraph()
    word.add_paragraph(printed.below)
    return MadeDocument(
        "pact.docx", packed(word), signed_label(signings, "docx", layout, medium="docx"), DOCX
    )


def packed(word: Word) -> bytes:
    """Return the file with every part dated alike, so that it is the same each time."""
    made, again = BytesIO(), BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return again.getvalue()


def grid_table(word: Word, signing: Signing, printed: Printed) -> None:
    """Set a table with lines, labels at the left in bold."""
    table = word.add_table(0, 2, style="Table Grid")
    for field in FIELDS:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(printed.labels[field]).bold = True
        _fill(cells[1].paragraphs[0], signing, printed, field)


def plain_table(word: Word, signing: Signing, printed: Printed) -> None:
    """Set a table without lines and with an empty column between labels and values."""
    table = word.add_table(0, 3)
    for field in FIELDS:
        cells = table.add_row().cells
        cells[0].text = printed.labels[field]
        cells[1].text = "" if printed.labels[field].endswith(":") else ":"
        _fill(cells[2].paragraphs[0], signing, printed, field)


def label_rows_below(word: Word, signing: Signing, printed: Printed) -> None:
    """Set each value in a row, and below it a row with its label in small print."""
    table = word.add_table(0, 1, style="Light Grid")
    for field in FIELDS:
        _fill(table.add_row().cells[0].paragraphs[0], signing, printed, field)
        label = table.add_row().cells[0].paragraphs[0].add_run(printed.labels[field].rstrip(":"))
        label.font.size = Pt(7.5)


def four_columns(word: Word, signing: Signing, printed: Printed) -> None:
    """Set two labels and two values to a row."""
    table = word.add_table(0, 4, style="Table Grid")
    for left, right in (("organisation", "name"), ("title", "date"), ("participation_type", "signature")):
        cells = table.add_row().cells
        for place, field in ((0, left), (2, right)):
            cells[place].text = printed.labels[field]
            _fill(cells[place + 1].paragraphs[0], signing, printed, field)


def tab_leaders(word: Word, signing: Signing, printed: Printed) -> None:
    """Set label, tab with dots, and value on one line."""
    for field in FIELDS:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(6), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
        paragraph.add_run(printed.labels[field] + "\t")
        _fill(paragraph, signing, printed, field)


def underscores(word: Word, signing: Signing, printed: Printed) -> None:
    """Set the value between underscores that were typed for a pen."""
    for field in FIELDS:
        paragraph = word.add_paragraph(printed.labels[field].rstrip(":") + ": ")
        if field in ("organisation", "name", "title", "date"):
            paragraph.add_run("__")
        _fill(paragraph, signing, printed, field)
        if field in ("organisation", "name", "title", "date"):
            paragraph.add_run("_" * 12)


def controls(word: Word, signing: Signing, printed: Printed) -> None:
    """Set a table whose values are content controls."""
    table = word.add_table(0, 2, style="Table Grid")
    for field in FIELDS:
        cells = table.add_row().cells
        cells[0].text = printed.labels[field]
        if field in ("organisation", "name", "title", "date"):
            add_control(cells[1].paragraphs[0], signing.value(field), printed.labels[field])
        else:
            _fill(cells[1].paragraphs[0], signing, printed, field)


def form_fields(word: Word, signing: Signing, printed: Printed) -> None:
    """Set lines whose values are form fields of the old kind."""
    for field in FIELDS:
        paragraph = word.add_paragraph(printed.labels[field].rstrip(":") + ": ")
        if field in ("organisation", "name", "title", "date"):
            add_legacy_text(paragraph, signing.value(field))
        else:
            _fill(paragraph, signing, printed, field)


def boxed_text(word: Word, signing: Signing, printed: Printed) -> None:
    """Set the whole block in a floating text box, as Word saves it: a drawing and its old twin."""
    held = Document()
    for field in FIELDS:
        paragraph = held.add_paragraph()
        paragraph.add_run(printed.labels[field].rstrip(":") + ":").bold = True
        paragraph.add_run().add_break()
        if field != "signature" or signing.signature != "picture":
            _fill(paragraph, signing, printed, field)
    paragraphs = [paragraph._p for paragraph in held.paragraphs]
    word.add_paragraph()._p.append(text_box(paragraphs))
    # A picture cannot move from one file to another, so the signature stands below its box.
    if signing.signature == "picture":
        _fill(word.add_paragraph(), signing, printed, "signature")


LAYOUTS: dict[str, Callable[[Word, Signing, Printed], None]] = {
    "grid_table": grid_table,
    "plain_table": plain_table,
    "label_rows_below": label_rows_below,
    "four_columns": four_columns,
    "tab_leaders": tab_leaders,
    "underscores": underscores,
    "controls": controls,
    "form_fields": form_fields,
    "boxed_text": boxed_text,
}


def _fill(paragraph: Paragraph, signing: Signing, printed: Printed, field: str) -> None:
    if field == "participation_type":
        put_roles(paragraph, signing, printed)
    elif field == "signature" and signing.signature == "picture" and signing.who:
        paragraph.add_run().add_picture(BytesIO(scribble_png(signing.who.name)), width=Cm(4))
    else:
        paragraph.add_run(signing.value(field))
