"""Prints letters and other papers of the set BLIND by platypus, typst and Word."""

from collections.abc import Iterable
from io import BytesIO
from random import Random
from xml.sax.saxutils import escape

import docx
from docx.shared import Cm, Pt
from made_up.blind_blocks import TYPED
from made_up.blind_faces import FACES, prints
from made_up.blind_letters import BlindLetter, draw_letter
from made_up.blind_papers import draw_blind_paper
from made_up.blind_pictures import logo_png, signature_png
from made_up.blind_platypus import Type, built
from made_up.blind_texts import Around
from made_up.blind_typst import compiled
from made_up.copies_docx import saved
from made_up.copies_typst import quoted
from made_up.labels import DOCX, Label, MadeDocument
from reportlab.lib import colors
from reportlab.platypus import Flowable, Image, Paragraph, Spacer, Table, TableStyle

from pact.documents import DocumentKind

BARE = Around((), "", (), (), False, "", "", "")
PRODUCERS = ("reportlab", "typst", "docx")


def blind_letter(rng: Random) -> MadeDocument:
    """Return a Letter of Support."""
    producer = rng.choice(PRODUCERS)
    face = rng.choice(FACES[producer])
    letter = draw_letter(rng)
    while producer == "reportlab" and not prints(face, letter.printed):
        letter = draw_letter(rng)
    medium = "docx" if producer == "docx" else "native_pdf"
    label = letter.label(family=f"blind_letter_{producer}", font=face, medium=medium)
    if producer == "docx":
        return MadeDocument("support.docx", _letter_in_word(letter, face, rng), label, DOCX)
    data = (_platypus_letter if producer == "reportlab" else _typst_letter)(letter, face, rng)
    return MadeDocument("support.pdf", data, label)


def blind_paper(rng: Random) -> MadeDocument:
    """Return a paper that is no application."""
    producer = rng.choice(PRODUCERS)
    face = rng.choice(FACES[producer])
    name, lines, table = draw_blind_paper(rng)
    while producer == "reportlab" and not prints(face, "".join((*lines, *(c for row in table for c in row)))):
        name, lines, table = draw_blind_paper(rng)
    medium = "docx" if producer == "docx" else "native_pdf"
    label = Label(DocumentKind.OTHER, family=f"blind_{name}", font=face, medium=medium)
    if producer == "docx":
        return MadeDocument(f"{name}.docx", _paper_in_word(lines, table, face), label, DOCX)
    data = (_platypus_paper if producer == "reportlab" else _typst_paper)(lines, table, face)
    return MadeDocument(f"{name}.pdf", data, label)


def _platypus_letter(letter: BlindLetter, face: str, rng: Random) -> bytes:
    type_ = Type(face)
    story: list[Flowable] = []
    if letter.form != "mail":
        mark = Image(BytesIO(logo_png(letter.organisation[0])), 96, 32, hAlign="RIGHT")
        story += [
            mark,
            Paragraph(f"<b>{escape(letter.organisation)}</b>", type_.style(fontSize=13, spaceAfter=18)),
        ]
    story += [type_.label(text) for text in letter.head[:-1]]
    story += [Spacer(1, 10), type_.label(letter.head[-1], spaceAfter=8)]
    story += [type_.label(text, spaceAfter=8) for text in letter.body]
    story.append(type_.label(letter.closing, spaceAfter=10))
    columns = []
    for who in letter.signers:
        cell = _platypus_mark(letter, who.name, type_, rng)
        columns.append([*cell, *(type_.label(text) for text in letter.lines_of(who))])
    looks = TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    story.append(Table([columns], colWidths=[230] * len(columns), style=looks, hAlign="LEFT"))
    story.append(Spacer(1, 16))
    story += [type_.label(text, fontSize=8.5) for text in letter.below]
    return built(story, BARE, type_)


def _platypus_mark(letter: BlindLetter, name: str, type_: Type, rng: Random) -> list[Flowable]:
    if letter.signature.startswith("picture"):
        data = signature_png(rng.randrange(9), white=letter.signature == "picture_white")
        return [Image(BytesIO(data), 108, 36, hAlign="LEFT")]
    if letter.signature == "slashes":
        return [type_.label(TYPED["slashes"].format(name=name))]
    return [Spacer(1, 4 if letter.form == "mail" else 30)]


def _typst_letter(letter: BlindLetter, face: str, rng: Random) -> bytes:
    columns = []
    for who in letter.signers:
        mark = "#v(24pt)"
        if letter.signature.startswith("picture"):
            data = signature_png(rng.randrange(9), white=letter.signature == "picture_white")
            mark = f"#image(bytes(({', '.join(map(str, data))})), width: 108pt)"
        elif letter.signature == "slashes":
            mark = quoted(TYPED["slashes"].format(name=who.name))
        columns.append(f"[{_broken((mark, *map(quoted, letter.lines_of(who))))}]")
    writer = f"#align(right)[#text(1.2em)[#strong[{quoted(letter.organisation)}]]]\n#v(14pt)"
    lines = [
        f'#set page(paper: "a4", margin: 2.7cm)\n#set text(font: "{face}", size: 10.5pt)',
        "" if letter.form == "mail" else writer,
        _broken(map(quoted, letter.head[:-1])),
        quoted(letter.head[-1]),
        *map(quoted, letter.body),
        quoted(letter.closing),
        f"#grid(columns: (1fr, 1fr), {', '.join(columns)})",
        f"#v(12pt)\n#text(0.85em)[{_broken(map(quoted, letter.below))}]" if letter.below else "",
    ]
    return compiled("\n\n".join(lines))


def _broken(lines: Iterable[str]) -> str:
    return " \\ ".join(lines)


def _letter_in_word(letter: BlindLetter, face: str, rng: Random) -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.name = face
    if letter.form != "mail":
        document.sections[0].header.paragraphs[0].add_run(letter.organisation).bold = True
        logo = BytesIO(logo_png(letter.organisation[0]))
        document.sections[0].header.add_paragraph().add_run().add_picture(logo, width=Cm(3))
    for text in (*letter.head, *letter.body, letter.closing):
        document.add_paragraph(text)
    cells = document.add_table(rows=1, cols=len(letter.signers)).rows[0].cells
    for cell, who in zip(cells, letter.signers, strict=True):
        paragraph = cell.paragraphs[0]
        if letter.signature.startswith("picture"):
            data = signature_png(rng.randrange(9), white=letter.signature == "picture_white")
            paragraph.add_run().add_picture(BytesIO(data), width=Pt(108))
        elif letter.signature == "slashes":
            paragraph.add_run(TYPED["slashes"].format(name=who.name))
        for text in letter.lines_of(who):
            cell.add_paragraph(text)
    for text in letter.below:
        document.add_paragraph(text)
    return saved(document)


def _platypus_paper(lines: tuple[str, ...], table: tuple[tuple[str, ...], ...], face: str) -> bytes:
    type_ = Type(face)
    story: list[Flowable] = [type_.label(lines[0], fontSize=16, spaceAfter=12)]
    story += [type_.label(text, spaceAfter=7) for text in lines[1:]]
    if table:
        body = [[type_.label(cell) for cell in row] for row in table]
        story.append(Table(body, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])))
    return built(story, BARE, type_)


def _typst_paper(lines: tuple[str, ...], table: tuple[tuple[str, ...], ...], face: str) -> bytes:
    parts = [f'#set page(paper: "a4")\n#set text(font: "{face}", size: 10.5pt)', f"= {quoted(lines[0])}"]
    parts += map(quoted, lines[1:])
    if table:
        cells = ", ".join(f"[{quoted(cell)}]" for row in table for cell in row)
        parts.append(f"#table(columns: {len(table[0])}, {cells})")
    return compiled("\n\n".join(parts))


def _paper_in_word(lines: tuple[str, ...], table: tuple[tuple[str, ...], ...], face: str) -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.name = face
    document.add_heading(lines[0], level=1)
    for text in lines[1:]:
        document.add_paragraph(text)
    if table:
        made = document.add_table(rows=0, cols=len(table[0]), style="Table Grid")
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    return saved(document)
