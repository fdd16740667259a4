"""The made-up criteria document as another program sets it: justified, with parted words and footnotes."""

from collections.abc import Iterable
from dataclasses import dataclass

import typst
from made_up.library_content import DOCUMENT, HEADING, ITEM, TABLE, Piece

WIDTHS = {
    "No.": "(auto, 2fr, 1fr, 1fr, 2fr)",
    "Town": "(1fr, 2fr)",
    "Device": "(2fr, 1fr, 1fr, 1fr, 1fr)",
}
"""The widths of a table's columns, by its first head."""

_SPECIAL = "\\#$*_`<>@[]~"


@dataclass(frozen=True)
class Setting:
    """How it is set. ``stroke`` are the rules of tables; ``note`` hangs on the first paragraph."""

    stroke: str = "0.5pt"
    columns: int = 1
    justified: bool = False
    height_pt: int = 842
    note: str = ""
    running: bool = False


def as_typst_pdf(pieces: Iterable[Piece] = DOCUMENT, form: Setting | None = None) -> bytes:
    """Return the document as a PDF."""
    form = form or Setting()
    size = f"width: 595pt, height: {form.height_pt}pt, margin: 64pt, columns: {form.columns}"
    head = "#align(right, text(8pt)[Made-up criteria, working paper])" if form.running else ""
    lines = [
        f'#set page({size}, numbering: "1 / 1", header: [{head}])',
        f"#set par(justify: {str(form.justified).lower()})",
        f'#set text(size: 10pt, hyphenate: {str(form.justified).lower()}, lang: "en")',
        f"#set table(stroke: {form.stroke}, align: left + top)",
    ]
    note = form.note
    for piece in pieces:
        lines.append(_source(piece, note))
        note = note if piece.kind == HEADING else ""
    source = "\n\n".join(lines)
    return bytes(typst.compile(source.encode()))


def _source(piece: Piece, note: str) -> str:
    text = _escaped(piece.text)
    if piece.kind == HEADING:
        return f"{'=' * piece.depth} {text}"
    if piece.kind == ITEM:
        return f"{piece.marker}. {text}"
    if piece.kind == TABLE:
        cells = ", ".join(f"[{_escaped(cell)}]" for row in piece.rows for cell in row)
        head = ", ".join(f"[*{_escaped(cell)}*]" for cell in piece.head)
        widths = WIDTHS[piece.head[0]]
        return f"#table(columns: {widths}, table.header({head}), {cells})"
    return f"{text}#footnote[{_escaped(note)}]" if note else text


def _escaped(text: str) -> str:
    # "- " and "1. " begin lists, "--" and "..." become other signs.
    return "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in text)
