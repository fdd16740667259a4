"""The sheets that letters of the set "unseen" are written on: by reportlab, typst and Word."""

from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from made_up.pact_text import TITLE
from made_up.unseen_docx import packed
from made_up.unseen_pen import Page, put_signature, scribble_png
from made_up.unseen_signing import Signing
from made_up.unseen_typst import compiled, ink, quoted

if TYPE_CHECKING:
    from made_up.unseen_letters import Letter

ADDRESSEE = (f"Secretariat of the {TITLE}", "P.O. Box 318", "cfit@pact.example")


def centred_head(letter: "Letter", face: str, rng: Random) -> bytes:
    """Draw a letter with a centred head, a rule, small print at the foot, and signers side by side."""
    page = Page(face, 10.5)
    head = page.broken(letter.organisation, 380, 15)
    for line in head:
        page.put(page.width / 2 - page.width_of(line, 15) / 2, page.y, line, size=15)
        page.y -= 18
    page.canvas.line(page.left, page.y, page.right, page.y)
    page.put(
        page.left, page.y - 11, f"{letter.place} · post@{letter.language}.example · +00 555 0140", size=7.5
    )
    page.y -= 46
    for line in ADDRESSEE:
        page.write(line, after=0)
    page.y -= 22
    page.put(page.right - page.width_of(letter.day.text), page.y, letter.day.text)
    if letter.reference:
        page.put(page.left, page.y, letter.reference, size=9)
    page.y -= 30
    _draw_words(page, letter)
    _draw_signers(page, letter, rng.choice((True, False)))
    page.foot = (
        "Account XX00 0000 0000 0000 – chair of the board: elected every three years – register no. 4471"
    )
    return page.finish()


def side_column(letter: "Letter", face: str, rng: Random) -> bytes:
    """Draw a letter whose left column holds sender, date and contact, beside the words."""
    page = Page(face, 10)
    top = page.y
    page.left, page.right = 60, 185
    for text in (letter.organisation, letter.place, letter.day.text, letter.reference):
        if text:
            page.write(text, size=8.5, bold=text == letter.organisation, after=8)
    if letter.contact:
        page.write("Contact", size=7, after=0)
        page.write(letter.contact, size=8.5)
    page.canvas.line(194, top + 12, 194, 90)
    page.y, page.left, page.right = top, 208, page.width - 56
    for line in ADDRESSEE:
        page.write(line, after=0)
    page.y -= 26
    _draw_words(page, letter)
    _draw_signers(page, letter, rng.choice((True, False)))
    return page.finish()


def typst_business(letter: "Letter", _: str, rng: Random) -> bytes:
    """Set a letter with the sender at the upper right and a fold for a window envelope."""
    place_first = rng.random() < 0.5 and letter.day.style != "place"
    date = f"{letter.place}, {letter.day.text}" if place_first else letter.day.text
    parts = [
        f"#set page(footer: align(center, text(size: 7pt)[{quoted(letter.organisation)} | register 14]))",
        '#set text(font: "Libertinus Serif", size: 11pt)',
        f"#align(right)[*{quoted(letter.organisation)}* \\ {quoted(letter.place)} \\ tel. 555 0182]",
        " \\ ".join(map(quoted, ADDRESSEE)),
        f"#align(right)[{quoted(date)}]",
        quoted(letter.reference),
        f"*{quoted(letter.subject)}*",
        quoted(letter.greeting),
        *map(quoted, letter.paragraphs),
        quoted(letter.close),
        _typst_signers(letter),
    ]
    return compiled("\n\n".join(parts))


def typst_memo(letter: "Letter", _: str, rng: Random) -> bytes:
    """Set a letter that opens with a table: from, to, date, subject."""
    rows = {
        "From": letter.organisation,
        "To": ADDRESSEE[0],
        "Date": letter.day.text,
        "Subject": letter.subject,
    }
    cells = "".join(f"[*{key}*], [{quoted(value)}],\n" for key, value in rows.items())
    parts = [
        '#set page(paper: "a4", margin: 2cm)\n#set text(font: "New Computer Modern", size: 10.5pt)'
        if letter.language not in ("el", "bg")
        else '#set text(font: "Libertinus Serif", size: 10.5pt)',
        f"#table(columns: (3cm, 1fr), stroke: (bottom: .4pt),\n{cells})",
        quoted(letter.greeting),
        *map(quoted, letter.paragraphs),
        quoted(letter.close),
        _typst_signers(letter),
    ]
    return compiled("\n\n".join(parts))


def word_letter(letter: "Letter", _: str, rng: Random) -> bytes:
    """Write a Word letter with head and foot in the sections of Word, and signers in a table."""
    word = Document()
    section = word.sections[0]
    section.header.paragraphs[0].text = letter.organisation
    section.footer.paragraphs[0].text = f"{letter.place} – post@{letter.language}.example"
    for line in ADDRESSEE:
        word.add_paragraph(line).paragraph_format.space_after = Pt(0)
    word.add_paragraph(letter.day.text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if letter.reference:
        word.add_paragraph(letter.reference)
    word.add_paragraph(letter.subject).runs[0].bold = True
    for text in (letter.greeting, *letter.paragraphs, letter.close):
        word.add_paragraph(text)
    table = word.add_table(1, len(letter.signers))
    for cell, signer in zip(table.rows[0].cells, letter.signers, strict=True):
        assert signer.who
        if signer.signature in ("picture", "vector"):
            cell.paragraphs[0].add_run().add_picture(BytesIO(scribble_png(signer.who.name)), width=Cm(4))
        else:
            cell.text = _typed(letter, signer)
        cell.add_paragraph(signer.who.name)
        cell.add_paragraph(signer.who.title)
    return packed(word)


SHEETS: dict[str, Callable[["Letter", str, Random], bytes]] = {
    "drawn_centred": centred_head,
    "drawn_column": side_column,
    "typst_business": typst_business,
    "typst_memo": typst_memo,
    "word_letter": word_letter,
}


def _draw_words(page: Page, letter: "Letter") -> None:
    page.write(letter.subject, bold=True, after=12)
    for text in (letter.greeting, *letter.paragraphs):
        page.write(text, after=8)
    page.y -= 6
    page.write(letter.close, after=14)


def _draw_signers(page: Page, letter: "Letter", title_first: bool) -> None:
    width = (page.right - page.left) / len(letter.signers)
    page.need(110)
    top = page.y
    for place, signer in enumerate(letter.signers):
        assert signer.who
        x = page.left + place * width
        if signer.signature in ("picture", "vector"):
            put_signature(page, x, top - 32, signer.who.name, signer.signature)
        else:
            page.put(x, top - 26, _typed(letter, signer))
        below = (signer.who.title, signer.who.name) if title_first else (signer.who.name, signer.who.title)
        y = top - 48
        for line in (each for text in below for each in page.broken(text, width - 10)):
            page.put(x, y, line)
            y -= 13.5


def _typst_signers(letter: "Letter") -> str:
    cells = "".join(
        f"[{_typst_ink(letter, signer)} \\ {quoted(signer.who.name)} \\ {quoted(signer.who.title)}],"
        for signer in letter.signers
        if signer.who
    )
    return f"#grid(columns: ({'1fr, ' * len(letter.signers)}), gutter: 12pt, {cells})"


def _typst_ink(letter: "Letter", signer: Signing) -> str:
    if signer.signature in ("picture", "vector"):
        return ink(signer)
    return quoted(_typed(letter, signer))


def _typed(letter: "Letter", signer: Signing) -> str:
    """Return what stands where one signs when no pen did: a typed signature, or a line left open."""
    assert signer.who
    return letter.typed.format(name=signer.who.name) if signer.signature == "typed" else "_" * 26
