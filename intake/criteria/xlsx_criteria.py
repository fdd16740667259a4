"""Criteria documents in Excel: every visible sheet with its titles, its tables and its other lines."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from intake.criteria.cell_values import shown_value
from intake.criteria.office_properties import office_properties
from intake.criteria.table_rows import TableLine, table_elements
from intake.page.unreadable import UnreadableError
from pact.documents import ReadErrorCode
from pact.library_elements import DocumentElements, Element, ElementKind

_WHOLE_AT_MOST_BYTES = 250_000_000
_ROWS_AT_MOST = 50_000
_COLUMNS_AT_MOST = 200
_GENERIC = ("sheet", "blad", "tabelle", "feuil", "feuille", "hoja", "ark", "table")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a sheet: the text of each cell, and whether what it says stands out."""

    cells: tuple[str, ...]
    stands_out: bool

    @property
    def said(self) -> tuple[str, ...]:
        """The different texts that stand in it."""
        return tuple(dict.fromkeys(cell for cell in self.cells if cell))


def read_xlsx_criteria(data: bytes) -> DocumentElements:
    """Return the elements of a workbook. UnreadableError when it is damaged or swells beyond the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _WHOLE_AT_MOST_BYTES:
                raise UnreadableError(ReadErrorCode.TOO_LARGE, "The file unpacks to more than is read.")
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, zlib.error, InvalidFileException, KeyError, ValueError, TypeError) as error:
        raise UnreadableError(ReadErrorCode.DAMAGED, "The file is damaged and cannot be opened.") from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    elements = [one for sheet in sheets for one in _elements_of(sheet, alone=len(sheets) == 1)]
    return DocumentElements(elements=tuple(elements), described=office_properties(data))


def _elements_of(sheet: Worksheet, *, alone: bool) -> Iterator[Element]:
    rows = list(_rows(sheet))
    if not any(row.said for row in rows):
        return
    # "Sheet1" names nothing: a name that nobody gave is no title.
    if not (alone and sheet.title.rstrip(" 0123456789").lower() in _GENERIC):
        yield Element(ElementKind.HEADING, " ".join(sheet.title.split()), 1)
    for is_filled, region in groupby(rows, key=lambda row: bool(row.said)):
        if is_filled:
            yield from _region(list(region))


def _region(rows: Sequence[_Row]) -> Iterator[Element]:
    """Yield what rows without a blank one between them say: titles, a table, and lines below it."""
    first = next((at for at, row in enumerate(rows) if len(row.said) > 1), len(rows))
    last = next((at for at in range(len(rows), first, -1) if len(rows[at - 1].said) > 1), first)
    yield from (_line(row) for row in rows[:first])
    yield from _table(rows[first:last])
    yield from (_line(row) for row in rows[last:])


def _line(row: _Row) -> Element:
    text = row.said[0]
    is_title = row.stands_out and len(text) <= 200
    return Element(ElementKind.HEADING, text, 2) if is_title else Element(ElementKind.PARAGRAPH, text)


def _table(rows: Sequence[_Row]) -> Iterator[Element]:
    """Yield the rows of a table; a line of one text between them is a title of what follows."""
    left = min((at for row in rows for at, cell in enumerate(row.cells) if cell), default=0)
    right = max((at for row in rows for at, cell in enumerate(row.cells) if cell), default=0) + 1
    lines = [TableLine(row.cells[left:right], stands_out=row.stands_out) for row in rows]
    found = table_elements(lines)
    titles = {row.said[0] for row in rows if len(row.said) == 1 and row.stands_out}
    for element in found:
        only = [cell for cell in element.text.strip("| ").split(" | ") if cell.strip(" |")]
        if len(only) == 1 and only[0].strip(" |") in titles:
            yield Element(ElementKind.HEADING, only[0].strip(" |"), 2)
        else:
            yield element


def _rows(sheet: Worksheet) -> Iterator[_Row]:
    merged = _merged(sheet)
    bottom = min(sheet.max_row or 0, _ROWS_AT_MOST)
    right = min(sheet.max_column or 0, _COLUMNS_AT_MOST)
    for row in sheet.iter_rows(min_row=1, max_row=bottom, max_col=right):
        cells = tuple(merged.get((cell.row or 0, cell.column or 0), shown_value(cell)) for cell in row)
        filled = [cell for cell in row if isinstance(cell, Cell) and shown_value(cell)]
        yield _Row(cells, bool(filled) and all(_stands_out(cell) for cell in filled))


def _merged(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """Return for every cell of a merged range the text that is shown across it."""
    found: dict[tuple[int, int], str] = {}
    for area in sheet.merged_cells.ranges:
        if area.size["rows"] * area.size["columns"] > _ROWS_AT_MOST:
            continue
        corner = sheet.cell(area.min_row, area.min_col)
        text = "" if isinstance(corner, MergedCell) else shown_value(corner)
        found |= {(row, column): text for rows in area.rows for row, column in rows}
    return found


def _stands_out(cell: Cell) -> bool:
    on_ground = cell.fill is not None and cell.fill.fill_type == "solid"
    return bool(cell.font and cell.font.b) or on_ground
