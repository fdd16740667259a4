"""What is taken from a register's file, and what is refused there with a sentence."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from pact.errors import PactError
from secretariat.register_file import COLUMNS, FileRow, read_register

WANTED = ", ".join(COLUMNS)
HEADINGS = ",".join(COLUMNS)


def csv_file(folder: Path, text: str) -> Path:
    file = folder / "register.csv"
    file.write_bytes(text.encode())
    return file


def xlsx_file(folder: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = folder / "register.xlsx"
    book.save(file)
    return file


def organisations(file: Path) -> list[str]:
    return [row.cells["organisation"] for row in read_register(file)]


def problems(file: Path) -> list[str]:
    return [row.problem for row in read_register(file)]


def refusal(file: Path) -> str:
    with pytest.raises(PactError) as refused:
        read_register(file)
    return str(refused.value)


def test_a_row_comes_by_its_columns_with_its_number(tmp_path: Path) -> None:
    file = csv_file(tmp_path, f"\n{HEADINGS.upper()}\n\nAshmere,GB,,both,,,,,\n")

    assert read_register(file) == [
        FileRow(4, dict.fromkeys(COLUMNS, "") | {"organisation": "Ashmere", "country": "GB", "role": "both"})
    ]


def test_quotes_doubled_within_quotes_are_quotes(tmp_path: Path) -> None:
    file = csv_file(tmp_path, f'{HEADINGS}\n"Stichting ""De Brug, Oost""",NL,,both,,,,,\n')

    assert organisations(file) == ['Stichting "De Brug, Oost"']


@pytest.mark.parametrize("between", ["\r\n", "\x0c", "\u2028", "\u0085"])
def test_a_name_over_two_lines_is_one_name(tmp_path: Path, between: str) -> None:
    file = csv_file(tmp_path, f'{HEADINGS}\n"Ashmere{between}Council",GB,,both,,,,,\nNext,GB,,both,,,,,\n')

    assert organisations(file) == ["Ashmere Council", "Next"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", f"The columns are not right: it is empty. Wanted: {WANTED}."),
        (
            f"{HEADINGS},organisation\n",
            f"The columns are not right: it has organisation twice. Wanted: {WANTED}.",
        ),
        (f"{HEADINGS}\nAsh\0mere\n", "{file} cannot be read as CSV in UTF-8: it holds a NUL character."),
        (
            f"{HEADINGS}\n{'A' * 140_000}\n",
            "{file} is no whole CSV at line 2: field larger than field limit (131072).",
        ),
        (f'{HEADINGS}\n"Ashmere\n', "{file} is no whole CSV at line 2: unexpected end of data."),
    ],
)
def test_a_csv_that_cannot_be_trusted_is_refused(tmp_path: Path, text: str, why: str) -> None:
    file = csv_file(tmp_path, text)

    assert refusal(file) == why.format(file=file)


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#NAME?", "TRUE"])
def test_what_a_spreadsheet_could_not_work_out_is_no_text(tmp_path: Path, error: str) -> None:
    file = csv_file(tmp_path, f"{HEADINGS}\n{error},GB,,both,,,,,\n")

    assert problems(file) == [f"The cell 'organisation' holds {error}, which is no text."]


def test_a_cell_under_no_heading_is_a_problem_of_its_row(tmp_path: Path) -> None:
    file = csv_file(tmp_path, f"{HEADINGS}\nAshmere,GB,,both,,,,,,over\nBrook,GB,,both,,,,,,\n")

    assert problems(file) == ["It has a cell under no heading: is a separator in one of its names?", ""]


def test_cells_of_a_sheet_come_as_text(tmp_path: Path) -> None:
    file = xlsx_file(tmp_path, register=[COLUMNS, ["Ashmere", None, "", "both", date(2021, 6, 14)]])

    (row,) = read_register(file)

    assert (row.cells["country"], row.cells["since"], row.problem) == ("", "2021-06-14", "")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (
            "=B1",
            (
                "The cell 'organisation' holds a formula whose value is not in the file: open it in a "
                "spreadsheet program, save it, and import that."
            ),
        ),
        ("#N/A", "The cell 'organisation' holds #N/A, which is no text."),
        (True, "The cell 'organisation' holds True, which is no text."),
    ],
)
def test_a_cell_of_a_sheet_that_is_no_text_is_a_problem_of_its_row(
    tmp_path: Path, value: object, why: str
) -> None:
    file = xlsx_file(tmp_path, register=[COLUMNS, [value, "GB", "", "both"]])

    assert problems(file) == [why]


def test_the_register_may_stand_on_another_sheet_than_the_first(tmp_path: Path) -> None:
    file = xlsx_file(tmp_path, Notes=[["Read me"]], Empty=[], Register=[COLUMNS, ["Ashmere"]])

    assert organisations(file) == ["Ashmere"]


def test_where_no_sheet_has_the_columns_each_is_named(tmp_path: Path) -> None:
    file = xlsx_file(tmp_path, Notes=[COLUMNS[1:]], Empty=[])

    assert refusal(file) == (
        "No sheet has the columns. Looked at 'Notes': it lacks organisation; 'Empty': it is empty. "
        f"Wanted: {WANTED}."
    )


def test_a_workbook_of_charts_alone_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet()
    book.remove(book.worksheets[0])
    file = tmp_path / "register.xlsx"
    book.save(file)

    assert refusal(file) == f"{file} cannot be read as XLSX: it is broken, or has no sheet with rows."


def test_a_workbook_with_a_broken_sheet_is_refused(tmp_path: Path) -> None:
    whole = xlsx_file(tmp_path, register=[COLUMNS])
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            is_sheet = name.startswith("xl/worksheets/")
            target.writestr(name, b"<worksheet><sheetData><row" if is_sheet else source.read(name))

    assert refusal(broken) == f"{broken} cannot be read as XLSX: it is broken, or has no sheet with rows."
