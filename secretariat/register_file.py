"""A register as a file, CSV or XLSX: its rows as text by column, and what is wrong with a row."""

import csv
import io
import re
import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from pact.errors import PactError

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

COLUMNS = (
    "organisation",
    "country",
    "kind",
    "role",
    "since",
    "contact name",
    "contact mail",
    "language",
    "buyer group",
)
OPTIONAL = ("other names",)

_NOT_COMPUTED = "#NOT COMPUTED!"
_NO_TEXT = re.compile(r"#N/A|#GETTING_DATA|#[A-Z0-9/_]+[!?]|TRUE|FALSE", re.IGNORECASE)
"""What a spreadsheet holds where a formula failed, or where text was taken for yes or no."""

_UNREADABLE = (
    OSError,
    BadZipFile,
    EOFError,
    zlib.error,
    SyntaxError,
    RuntimeError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
)
"""What openpyxl lets through when a workbook is broken: whatever its parsers happened to raise."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row by column name; ``problem`` is a sentence when its cells cannot be taken as they are."""

    number: int
    cells: dict[str, str]
    problem: str = ""


def read_register(file: Path) -> list[FileRow]:
    """Return every row that is not empty, from the first sheet that has the columns.

    Raises PactError when the file cannot be read, or no sheet has the columns.
    """
    sheets = _xlsx_sheets(file) if file.suffix.lower() in (".xlsx", ".xlsm") else {"": _csv_lines(file)}
    problems = {}
    for title, lines in sheets.items():
        filled = [(number, cells) for number, cells in enumerate(lines, start=1) if any(cells)]
        headings = [cell.lower().replace("_", " ") for cell in filled[0][1]] if filled else []
        problems[title] = _problem_of(headings)
        if not problems[title]:
            return [_row(number, headings, cells) for number, cells in filled[1:]]
    if len(problems) > 1:
        said = "; ".join(f"{title!r}: {problem}" for title, problem in problems.items())
        raise PactError(f"No sheet has the columns. Looked at {said}. Wanted: {', '.join(COLUMNS)}.")
    if not problems:
        raise PactError(f"{file} cannot be read as XLSX: it is broken, or has no sheet with rows.")
    (problem,) = problems.values()
    raise PactError(f"The columns are not right: {problem}. Wanted: {', '.join(COLUMNS)}.")


def _problem_of(headings: list[str]) -> str:
    if not headings:
        return "it is empty"
    missing = [name for name in COLUMNS if name not in headings]
    unknown = [name for name in headings if name and name not in COLUMNS + OPTIONAL]
    twice = sorted({name for name in headings if name and headings.count(name) > 1})
    said = [f"it lacks {', '.join(missing)}"] if missing else []
    said += [f"it has {', '.join(unknown)}, which nobody knows"] if unknown else []
    said += [f"it has {', '.join(twice)} twice"] if twice else []
    return "; ".join(said)


def _row(number: int, headings: list[str], cells: list[str]) -> FileRow:
    cells = cells + [""] * (len(headings) - len(cells))
    # Cells beyond the headings have none; a column without a heading is no better.
    named = list(zip(headings + [""] * (len(cells) - len(headings)), cells, strict=True))
    row = {name: cell for name, cell in named if name}
    if any(cell for name, cell in named if not name):
        return FileRow(number, row, "It has a cell under no heading: is a separator in one of its names?")
    for name, cell in row.items():
        if cell == _NOT_COMPUTED:
            return FileRow(
                number,
                row,
                f"The cell {name!r} holds a formula whose value is not in the file: open it in a "
                "spreadsheet program, save it, and import that.",
            )
        if _NO_TEXT.fullmatch(cell):
            return FileRow(number, row, f"The cell {name!r} holds {cell}, which is no text.")
    return FileRow(number, row)


def _csv_lines(file: Path) -> Iterator[list[str]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PactError(f"{file} cannot be read as CSV in UTF-8: {error}.") from error
    if "\0" in text:
        raise PactError(f"{file} cannot be read as CSV in UTF-8: it holds a NUL character.")
    first = text.lstrip().partition("\n")[0]
    # No heading holds one of these, so the one met most often parts them.
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield [_text(cell) for cell in cells]
    except csv.Error as error:
        raise PactError(f"{file} is no whole CSV at line {reader.line_num}: {error}.") from error


def _xlsx_sheets(file: Path) -> dict[str, list[list[str]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # A workbook that proves to be broken would leave its file open.
        data = file.read_bytes()
        with (
            # What it warns of, such as a day that is none, shows in the cells.
            warnings.catch_warnings(action="ignore"),
            closing(load_workbook(io.BytesIO(data), read_only=True)) as as_written,
            closing(load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as computed,
        ):
            pairs = zip(as_written.worksheets, computed.worksheets, strict=True)
            return {written.title: list(_xlsx_lines(written, values)) for written, values in pairs}
    except (*_UNREADABLE, InvalidFileException) as error:
        # Their words are about the inside of openpyxl: they help nobody.
        raise PactError(f"{file} cannot be read as XLSX: it is broken, or has no sheet with rows.") from error


def _xlsx_lines(written: "ReadOnlyWorksheet", values: "ReadOnlyWorksheet") -> Iterator[list[str]]:
    for sheet in (written, values):
        # A sheet may say that it reaches to the last row and column there can be.
        sheet.reset_dimensions()
    rows = zip(written.iter_rows(), values.iter_rows(), strict=True)  # type: ignore[misc]
    for formulas, cells in rows:
        yield list(_xlsx_cells(formulas, cells))


def _xlsx_cells(formulas: Iterable[object], cells: Iterable[object]) -> Iterator[str]:
    for formula, cell in zip(formulas, cells, strict=True):
        value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "")
        # An empty text that a formula gives has its type beside it; no value at all has none.
        if value is None and getattr(formula, "data_type", "") == "f" and kind != "str":
            yield _NOT_COMPUTED
        elif isinstance(value, datetime):
            yield value.date().isoformat()
        elif isinstance(value, date):
            yield value.isoformat()
        else:
            yield "" if value is None else _text(str(value))


def _text(cell: str) -> str:
    """Return a cell's text in one line: a name broken over two lines in its cell is one name."""
    return " ".join(cell.split())
