"""The made-up criteria document in Markdown, HTML, Word and Excel."""

import html
import io
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.shared import Pt
from made_up.library_content import DOCUMENT, HEADING, ITEM, TABLE, Piece
from openpyxl import Workbook
from openpyxl.styles import Font


def as_markdown(pieces: Iterable[Piece] = DOCUMENT) -> bytes:
    """Return the document as Markdown."""
    parts: list[str] = []
    for piece in pieces:
        if piece.kind == HEADING:
            parts.append(f"{'#' * piece.depth} {piece.text}")
        elif piece.kind == ITEM:
            parts.append(f"{piece.marker}. {piece.text}")
        elif piece.kind == TABLE:
            table = [piece.head, ("---",) * len(piece.head), *piece.rows]
            parts.append("\n".join("| " + " | ".join(row) + " |" for row in table))
        else:
            parts.append(piece.text)
    return "\n\n".join(parts).encode()


def as_html(pieces: Iterable[Piece] = DOCUMENT) -> bytes:
    """Return the document as a page with a menu and a foot around it."""
    parts = ["<!DOCTYPE html><html lang='en'><head><title>Made-up devices</title></head><body>"]
    parts.append("<nav><ul><li>Home</li></ul></nav><main>")
    for piece in pieces:
        text = html.escape(piece.text)
        if piece.kind == HEADING:
            parts.append(f"<h{piece.depth}>{text}</h{piece.depth}>")
        elif piece.kind == ITEM:
            parts.append(f"<ol start={piece.marker}><li>{text}</li></ol>")
        elif piece.kind == TABLE:
            parts.append(_html_table(piece))
        else:
            parts.append(f"<p>{text}</p>")
    return ("\n".join(parts) + "</main><footer>Imprint</footer></body></html>").encode()


def as_docx(pieces: Iterable[Piece] = DOCUMENT, *, styled: bool = True) -> bytes:
    """Return the document as a Word file; not ``styled``: its headings are large or bold letters only."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Running head"
    for piece in pieces:
        if piece.kind == HEADING and styled:
            file.add_heading(piece.text, piece.depth)
        elif piece.kind == HEADING:
            _drawn_heading(file, piece)
        elif piece.kind == ITEM:
            file.add_paragraph(piece.text, style="List Number")
        elif piece.kind == TABLE:
            _docx_table(file, piece)
        else:
            file.add_paragraph(piece.text)
    return _saved(file)


def as_xlsx(pieces: Iterable[Piece] = DOCUMENT) -> bytes:
    """Return the document as a workbook: headings bold, a blank row between its parts."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    for piece in pieces:
        for row in (piece.head, *piece.rows) if piece.kind == TABLE else ((piece.text,),):
            sheet.append([_value(cell) for cell in row])
            if piece.kind == HEADING or row is piece.head:
                for cell in sheet[sheet.max_row]:
                    cell.font = Font(bold=True)
        sheet.append([])
        sheet.cell(sheet.max_row + 2, 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _html_table(piece: Piece) -> str:
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in piece.head)
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in piece.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _drawn_heading(file: Document, piece: Piece) -> None:
    run = file.add_paragraph().add_run(piece.text)
    run.bold = True
    run.font.size = Pt(20 - 3 * piece.depth)


def _docx_table(file: Document, piece: Piece) -> None:
    table = file.add_table(rows=0, cols=len(piece.head))
    for row in (piece.head, *piece.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            cell.paragraphs[0].runs[0].bold = row is piece.head


def _value(text: str) -> str | int:
    return int(text) if text.isdecimal() else text


def _saved(file: Document) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
