"""Bringing the register as it stands today, from CSV and XLSX."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_up.cases import MadeMail, block, pact_copy, take_in
from openpyxl import Workbook
from sqlmodel import Session, select

from pact.errors import PactError
from pact.organisations import folded
from secretariat.desk import Desk
from secretariat.import_members import import_file
from secretariat.register_file import COLUMNS
from storage.database import Database
from storage.members import Member, list_members
from storage.tables import FindingRow, Organisation, Participation

OFFICER = "anna@secretariat.example"
ROWS = [
    [
        "Town of Ashmere",
        "GB",
        "government",
        "procuring",
        "2021-06-14",
        "P. Oak",
        "p@ashmere.example",
        "en",
        "",
    ],
    ["Gemeente Lindenhove", "nl", "government", "both", "2022-01-01", "", "", "nl", "Dutch buyers"],
]


def csv_file(folder: Path, rows: list[list[str]], separator: str = ",") -> Path:
    file = folder / "register.csv"
    file.write_text("\n".join(separator.join(row) for row in [list(COLUMNS), *rows]), encoding="utf-8-sig")
    return file


def xlsx_file(folder: Path, rows: list[list[str]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [list(COLUMNS), *rows]:
        sheet.append(row)
    file = folder / "register.xlsx"
    book.save(file)
    return file


def outcomes(desk: Desk, file: Path, person: str | None = OFFICER) -> list[str]:
    return [row.outcome for row in import_file(desk, file, person=person, os_user="os").rows]


def members(desk: Desk) -> list[Member]:
    with desk.database.read() as session:
        return list_members(session)


def names(desk: Desk) -> list[str]:
    return [member.organisation for member in members(desk)]


class BusyDatabase(Database):
    """A database in which a mail has named an organisation before anybody else comes to write."""

    @contextmanager
    def write(self) -> Iterator[Session]:
        name = "The Town of Ashmere"
        with super().write() as session:
            session.add(Organisation(name=name, key=folded(name)))
        with super().write() as session:
            yield session


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_register_is_taken_whole(staffed_desk: Desk, tmp_path: Path, separator: str) -> None:
    assert outcomes(staffed_desk, csv_file(tmp_path, ROWS, separator)) == ["new", "new"]
    assert names(staffed_desk) == ["Gemeente Lindenhove", "Town of Ashmere"]


def test_an_xlsx_register_is_taken_whole(staffed_desk: Desk, tmp_path: Path) -> None:
    assert outcomes(staffed_desk, xlsx_file(tmp_path, ROWS)) == ["new", "new"]


def test_a_dry_run_says_the_same_and_writes_nothing(staffed_desk: Desk, tmp_path: Path) -> None:
    file = csv_file(tmp_path, ROWS)

    assert outcomes(staffed_desk, file, person=None) == ["new", "new"]
    assert names(staffed_desk) == []


def test_the_same_file_again_changes_nothing(staffed_desk: Desk, tmp_path: Path) -> None:
    file = csv_file(tmp_path, ROWS)
    outcomes(staffed_desk, file)

    assert outcomes(staffed_desk, file) == ["unchanged", "unchanged"]


def test_a_changed_contact_is_a_change(staffed_desk: Desk, tmp_path: Path) -> None:
    outcomes(staffed_desk, csv_file(tmp_path, ROWS))
    other = [[*ROWS[0][:5], "Paul Elm", *ROWS[0][6:]], ROWS[1]]

    assert outcomes(staffed_desk, csv_file(tmp_path, other)) == ["changed", "unchanged"]


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        (0, "", "The organisation's name is missing."),
        (1, "Holland", "The country 'Holland' is no code of two letters, such as NL."),
        (3, "member", "The role 'member' is none of coordinating, procuring, both, supporter."),
        (4, "14/06/2021", "The day '14/06/2021' is not written as 2021-06-14."),
        (6, "no mail", "The contact mail 'no mail' is no mail address."),
    ],
)
def test_a_wrong_row_is_said_and_the_others_are_taken(
    staffed_desk: Desk, tmp_path: Path, column: int, value: str, why: str
) -> None:
    wrong = list(ROWS[0])
    wrong[column] = value

    result = import_file(staffed_desk, csv_file(tmp_path, [wrong, ROWS[1]]), person=OFFICER, os_user="os")

    assert [(row.row, row.outcome, row.why) for row in result.rows] == [(2, "error", why), (3, "new", "")]


def test_a_file_with_other_columns_is_refused(staffed_desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text("name,land\nAshmere,GB\n")

    with pytest.raises(PactError, match="it lacks organisation"):
        import_file(staffed_desk, file, person=OFFICER, os_user="os")


def test_only_the_secretariat_writes_the_register(staffed_desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(PactError):
        import_file(staffed_desk, csv_file(tmp_path, ROWS), person="carl@committee.example", os_user="os")


def test_an_imported_participant_who_applies_again_is_recognised_by_its_other_name(
    staffed_desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(
        ",".join([*COLUMNS, "other names"])
        + "\nRijksdienst Voorbeeld,NL,government,procuring,2021-06-14,,,nl,,RDV; Dienst Voorbeeld\n"
    )
    outcomes(staffed_desk, file)

    take_in(staffed_desk, MadeMail((pact_copy(block("R.D.V.")),)))

    with staffed_desk.database.read() as session:
        codes = set(session.exec(select(FindingRow.code)).all())
    assert "already_participant" in codes


def test_a_dry_run_waits_for_no_writer_and_keeps_none_waiting(staffed_desk: Desk, tmp_path: Path) -> None:
    file = csv_file(tmp_path, ROWS)

    with staffed_desk.database.write():
        assert outcomes(staffed_desk, file, person=None) == ["new", "new"]


def test_the_same_organisation_twice_in_one_role_is_an_error_of_the_second_row(
    staffed_desk: Desk, tmp_path: Path
) -> None:
    again, other_role = ["The Town of Ashmere", *ROWS[0][1:]], [*ROWS[0][:3], "coordinating"]
    file = csv_file(tmp_path, [ROWS[0], again, other_role])

    first = import_file(staffed_desk, file, person=OFFICER, os_user="os")

    why = "Row 2 has the same organisation in the same role: keep one of them."
    assert [(row.outcome, row.why) for row in first.rows] == [("new", ""), ("error", why), ("new", "")]
    assert outcomes(staffed_desk, file) == ["unchanged", "error", "unchanged"]


def test_what_a_second_import_leaves_blank_stays_as_it_was(staffed_desk: Desk, tmp_path: Path) -> None:
    outcomes(staffed_desk, csv_file(tmp_path, ROWS))
    before = members(staffed_desk)

    assert outcomes(staffed_desk, csv_file(tmp_path, [[row[0], "", "", row[3]] for row in ROWS])) == [
        "unchanged",
        "unchanged",
    ]
    assert members(staffed_desk) == before


def test_an_import_brings_nobody_back_who_has_ended(staffed_desk: Desk, tmp_path: Path) -> None:
    file = csv_file(tmp_path, ROWS)
    outcomes(staffed_desk, file)
    with staffed_desk.database.write() as session:
        session.exec(select(Participation).where(Participation.role == "both")).one().until = date(
            2025, 1, 31
        )

    result = import_file(staffed_desk, file, person=OFFICER, os_user="os")

    why = "It ended as both on 2025-01-31; an import brings nobody back: leave the row out."
    assert [(row.outcome, row.why) for row in result.rows] == [("unchanged", ""), ("error", why)]
    assert names(staffed_desk) == ["Town of Ashmere"]


def test_an_organisation_that_a_mail_names_meanwhile_is_not_entered_twice(
    staffed_desk: Desk, tmp_path: Path
) -> None:
    busy = replace(staffed_desk, database=BusyDatabase(staffed_desk.database.engine))

    outcomes(busy, csv_file(tmp_path, ROWS))

    with staffed_desk.database.read() as session:
        known = session.exec(select(Organisation.name).order_by(Organisation.name)).all()
    assert known == ["Gemeente Lindenhove", "The Town of Ashmere"]
