"""Free letters set by typst and typed in Word, and the mails that people print."""

from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from made_up.copies_docx import saved
from made_up.copies_typst import compiled, quoted
from made_up.free_letters import FreeLetter, Signer
from made_up.labels import DOCX, MadeDocument
from made_up.people import DEVELOPMENT
from made_up.scribbles import scribble_picture


def typst_free_letter(letter: FreeLetter, layout: str, face: str, rng: Random) -> MadeDocument:
    """Return the letter set by typst; ``layout`` is a key of TYPST_LAYOUTS."""
    size = rng.choice((9.5, 10.5, 11.5))
    head = f'#set page(paper: "a4", margin: 2.6cm{TYPST_LAYOUTS[layout](letter)})'
    parts = [
        head,
        f'#set text(font: "{face}", size: {size}pt, lang: "{letter.language[:2]}")',
        _first_lines(letter, layout),
        _block(letter.addressee),
        _typst_references(letter, rng),
        f"#strong[{quoted(letter.subject)}]",
        quoted(letter.greeting),
        f"#set par(justify: {'true' if rng.random() < 0.5 else 'false'})",
        *map(quoted, letter.paragraphs),
        "#set text(hyphenate: false)\n#set par(justify: false)",
        _block([letter.closing, *([letter.behalf] if letter.behalf else [])]),
        _typst_signed(letter, rng),
        quoted(letter.organisation) if _needs_name(letter, layout) else "",
        f"#text(0.8em)[{_block(letter.below)}]" if letter.below else "",
    ]
    label = letter.label(family=f"free_{letter.language}", layout=f"typst_{layout}", font=face)
    return MadeDocument("letter.pdf", compiled("\n\n".join(parts)), label)


def docx_free_letter(letter: FreeLetter, layout: str, face: str, rng: Random) -> MadeDocument:
    """Return the letter as a Word document; ``layout`` is a key of DOCX_LAYOUTS."""
    document = docx.Document()
    document.styles["Normal"].font.name = face
    DOCX_LAYOUTS[layout](document, letter)
    for line in letter.addressee:
        document.add_paragraph(line)
    if letter.date:
        dated = document.add_paragraph(letter.date)
        dated.alignment = rng.choice((WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT))
    _docx_references(document, letter, rng)
    document.add_paragraph().add_run(letter.subject).bold = True
    for text in (letter.greeting, *letter.paragraphs, letter.closing):
        document.add_paragraph(text)
    if letter.behalf:
        document.add_paragraph(letter.behalf)
    _docx_signed(document, letter, rng)
    if _needs_name(letter, layout):
        document.add_paragraph(letter.organisation)
    for line in letter.below:
        document.add_paragraph(line)
    label = letter.label(family=f"free_{letter.language}", layout=f"docx_{layout}", font=face, medium="docx")
    return MadeDocument("letter.docx", saved(document), label, DOCX)


def _head_right(letter: FreeLetter) -> str:
    lines = [
        f"#strong[{quoted(letter.organisation)}]",
        *map(quoted, (letter.street, letter.phone, letter.web)),
    ]
    return f", header: align(right, text(8pt)[{' #linebreak() '.join(lines)}])"


def _foot(letter: FreeLetter) -> str:
    lines = map(quoted, (f"{letter.organisation} · {letter.street}", f"{letter.register} · {letter.phone}"))
    return f", footer: text(7pt)[{' #linebreak() '.join(lines)}]"


def _both(letter: FreeLetter) -> str:
    return f", header: text(15pt)[{quoted(letter.organisation)}]" + _foot(letter)


TYPST_LAYOUTS: dict[str, Callable[[FreeLetter], str]] = {
    "head_right": _head_right,
    "foot": _foot,
    "bare": lambda _: "",
    "both": _both,
}


def _docx_head(document: Document, letter: FreeLetter) -> None:
    header = document.sections[0].header
    header.paragraphs[0].add_run(letter.organisation).bold = True
    header.add_paragraph(f"{letter.street} | {letter.phone}")


def _docx_foot(document: Document, letter: FreeLetter) -> None:
    footer = document.sections[0].footer
    footer.paragraphs[0].text = f"{letter.organisation} | {letter.street}"
    footer.add_paragraph(f"{letter.phone} | {letter.web} | {letter.register}")


def _docx_first(document: Document, letter: FreeLetter) -> None:
    run = document.add_paragraph().add_run(letter.organisation)
    run.bold, run.font.size = True, Pt(15)
    for line in (letter.slogan, letter.street, letter.web):
        if line:
            document.add_paragraph(line)


def _docx_table(document: Document, letter: FreeLetter) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text = letter.organisation
    right.text = letter.street
    right.add_paragraph(letter.phone)


DOCX_LAYOUTS: dict[str, Callable[[Document, FreeLetter], None]] = {
    "header": _docx_head,
    "footer": _docx_foot,
    "first": _docx_first,
    "table": _docx_table,
}
OF_DEVELOPMENT = {"head_right", "foot", "header", "first"}


def flowing_layouts_of(set_name: str, producer: str) -> tuple[str, ...]:
    """Return the layouts of a set for "typst" or "docx"; the two sets share none."""
    names = TYPST_LAYOUTS if producer == "typst" else DOCX_LAYOUTS
    return tuple(name for name in names if (name in OF_DEVELOPMENT) == (set_name == DEVELOPMENT))


def _needs_name(letter: FreeLetter, layout: str) -> bool:
    # A name in small print at the foot, or in the text alone, is said again below the signature.
    said = letter.shape == "organisation_last" or letter.organisation in letter.behalf
    return layout in ("foot", "bare", "footer") and not said


def _first_lines(letter: FreeLetter, layout: str) -> str:
    date = f"#align({'right' if layout == 'foot' else 'left'})[{quoted(letter.date)}]" if letter.date else ""
    return f"#v(12pt)\n{date}\n#v(8pt)"


def _block(lines: Sequence[str]) -> str:
    return " #linebreak() ".join(map(quoted, lines))


def _typst_references(letter: FreeLetter, rng: Random) -> str:
    if not letter.references:
        return "#v(6pt)"
    if rng.random() < 0.5:
        return _block([f"{label}: {value}" for label, value in letter.references])
    cells = [f"[{quoted(label)} #linebreak() {quoted(value)}]" for label, value in letter.references]
    return f"#text(0.85em)[#grid(columns: ({'1fr, ' * len(cells)}), gutter: 9pt, {', '.join(cells)})]"


def _typst_signed(letter: FreeLetter, rng: Random) -> str:
    cells = [
        f"[{_typst_mark(letter, who, rng)} #linebreak() {_block(letter.lines_of(who))}]"
        for who in letter.signers
    ]
    if len(cells) > 1 and rng.random() < 0.7:
        return f"#grid(columns: ({'1fr, ' * len(cells)}), gutter: 10pt, {', '.join(cells)})"
    return "\n\n".join(cell[1:-1] for cell in cells)


def _typst_mark(letter: FreeLetter, who: Signer, rng: Random) -> str:
    if letter.signature == "typed":
        return quoted(f"/s/ {who.name}")
    if not letter.signature:
        return "#v(26pt)"
    data = scribble_picture(rng.randrange(12), white=letter.signature == "picture_white")
    return f"#image(bytes(({', '.join(map(str, data))})), width: 104pt)"


def _docx_references(document: Document, letter: FreeLetter, rng: Random) -> None:
    if not letter.references:
        return
    if rng.random() < 0.5:
        for label, value in letter.references:
            document.add_paragraph(f"{label}: {value}")
        return
    table = document.add_table(rows=2, cols=len(letter.references))
    for place, (label, value) in enumerate(letter.references):
        table.rows[0].cells[place].text, table.rows[1].cells[place].text = label, value


def _docx_signed(document: Document, letter: FreeLetter, rng: Random) -> None:
    if len(letter.signers) > 1 and rng.random() < 0.7:
        cells = document.add_table(rows=1, cols=len(letter.signers)).rows[0].cells
        for cell, who in zip(cells, letter.signers, strict=True):
            paragraph = cell.paragraphs[0]
            _docx_mark(paragraph, letter, who, rng)
            for line in letter.lines_of(who):
                cell.add_paragraph(line)
        return
    for who in letter.signers:
        _docx_mark(document.add_paragraph(), letter, who, rng)
        for line in letter.lines_of(who):
            document.add_paragraph(line)


def _docx_mark(
    paragraph: docx.text.paragraph.Paragraph, letter: FreeLetter, who: Signer, rng: Random
) -> None:
    if letter.signature == "typed":
        paragraph.add_run(f"/s/ {who.name}")
    elif letter.signature:
        data = scribble_picture(rng.randrange(12), white=letter.signature == "picture_white")
        paragraph.add_run().add_picture(BytesIO(data), width=Cm(3.7))
