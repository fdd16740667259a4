"""Reports, action plans and papers of other kinds, printed from the texts in papers_in."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

import docx
from made_up.copies_docx import saved
from made_up.copies_drawn import Look, Sheet
from made_up.copies_typst import compiled, quoted
from made_up.labels import DOCX, Label, MadeDocument
from made_up.pact_text import Line, Rank
from made_up.pens import FpdfPen, Pen, ReportlabPen, covers
from made_up.people import DEVELOPMENT, Applicant, draw_applicant

from pact.documents import DocumentKind

FOLDER = Path(__file__).with_name("papers_in")
PACTS = ("Circular & Fair ICT Pact", "Circular and Fair ICT Pact", "CFIT Pact")
KINDS = {
    "annual_report": DocumentKind.ANNUAL_REPORT,
    "action_plan": DocumentKind.ACTION_PLAN,
    "papers": DocumentKind.OTHER,
}
"""Name of a list in papers_in, and what the papers in it are."""

_FACES = {"development": ("helvetica", "times"), "held_out": ("vera", "courier")}


def other_kind(rng: Random, half: str, of: str) -> MadeDocument:
    """Return one paper of a list of KINDS by any producer; ``half`` is DEVELOPMENT or HELD_OUT."""
    place = rng.randrange(len(texts_of(of, half)))
    who, other = draw_applicant(rng, half), draw_applicant(rng, half)
    lines = filled(texts_of(of, half)[place], rng, who, other)
    producer = rng.choice(("reportlab", "fpdf", "typst", "docx"))
    face = rng.choice(_FACES[half])
    if producer in ("reportlab", "fpdf") and not covers(face, "".join(lines)):
        producer = "typst"
    heading = lines[0].strip("# ")[:30]
    medium = "docx" if producer == "docx" else "native_pdf"
    label = Label(KINDS[of], family=f"other_{of}", layout=f"{producer}: {heading}", medium=medium)
    if producer == "docx":
        return MadeDocument(f"{of}.docx", _in_word(lines), label, DOCX)
    if producer == "typst":
        return MadeDocument(f"{of}.pdf", _by_typst(lines), label)
    return MadeDocument(f"{of}.pdf", drawn_lines(lines, producer, face), label)


@cache
def texts_of(of: str, half: str) -> tuple[str, ...]:
    """Return the texts of a list for a half: entries at even places are for DEVELOPMENT."""
    name = "others.toml" if of == "papers" else "reports.toml"
    entries = tomllib.loads((FOLDER / name).read_text("utf-8"))[of]
    return tuple(entries[0 if half == DEVELOPMENT else 1 :: 2])


def filled(text: str, rng: Random, who: Applicant, other: Applicant) -> list[str]:
    """Return the lines of a text with its names filled in."""
    year = rng.randrange(2022, 2026)
    known = {
        "o": who.organisation,
        "n": who.name,
        "t": who.title,
        "m": other.name,
        "p": rng.choice(PACTS),
        "year": str(year),
        "next": str(year + 1),
        "role": rng.choice(("coordinating organisation", "procuring organisation", "both")),
    }
    for key, value in known.items():
        text = text.replace("{" + key + "}", value)
    return text.strip().split("\n")


def drawn_lines(lines: Sequence[str], producer: str, face: str) -> bytes:
    """Return the lines as a PDF drawn with a Pen."""
    pen: Pen = ReportlabPen(face) if producer == "reportlab" else FpdfPen(face)
    sheet = Sheet(pen, Look(face=face, page_numbers=False))
    for line in lines:
        sign, cells = _parted(line)
        if sign == "#":
            sheet.write(Line(Rank.HEADING, cells[0]))
        elif len(cells) > 1:
            _draw_row(sheet, cells, ruled=sign == "|")
        else:
            sheet.write(Line(Rank.TEXT, cells[0]))
    return sheet.finish()


def _draw_row(sheet: Sheet, cells: Sequence[str], *, ruled: bool) -> None:
    step, size = sheet.width / len(cells), sheet.look.size * (0.8 if len(cells) > 2 else 1)
    if sheet.y < sheet.look.margin + 2 * size:
        sheet.turn()
    for place, cell in enumerate(cells):
        sheet.pen.text(sheet.look.margin + place * step + 3, sheet.y, cell, size=size)
    if ruled:
        sheet.pen.box(sheet.look.margin, sheet.y - 5, sheet.width, size * 1.7)
    sheet.y -= size * 1.7


def _parted(line: str) -> tuple[str, list[str]]:
    """Return the sign that a line opens with, "" for plain text, and its cells."""
    sign = line[:1] if line[:2] in ("# ", "| ", "> ") else ""
    text = line[2:] if sign else line
    return sign, [cell.strip() for cell in text.split("|")] if sign in ("|", ">") else [text]


def _by_typst(lines: Sequence[str]) -> bytes:
    parts = ['#set page(paper: "a4", margin: 2.5cm)\n#set text(size: 10.5pt)']
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        sign, cells = _parted(line)
        if len(cells) > 1:
            rows.append(cells)
            continue
        parts += [_typst_table(rows)] if rows else []
        rows = []
        parts.append(f"= {quoted(cells[0])}" if sign == "#" else quoted(cells[0]))
    return compiled("\n\n".join(parts))


def _typst_table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as tables: one for each number of columns that follow one another."""
    tables: list[list[Sequence[str]]] = []
    for row in rows:
        if tables and len(tables[-1][-1]) == len(row):
            tables[-1].append(row)
        else:
            tables.append([row])
    made = []
    for table in tables:
        cells = ", ".join(f"[{quoted(cell)}]" for row in table for cell in row)
        made.append(f"#table(columns: {len(table[0])}, {cells})")
    return "\n".join(made)


def _in_word(lines: Sequence[str]) -> bytes:
    document = docx.Document()
    table = None
    for line in lines:
        sign, cells = _parted(line)
        if len(cells) == 1:
            table = None
            if sign == "#":
                document.add_heading(cells[0], level=1)
            else:
                document.add_paragraph(cells[0])
            continue
        if table is None or len(table.columns) != len(cells):
            table = document.add_table(rows=0, cols=len(cells), style="Table Grid")
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    return saved(document)
