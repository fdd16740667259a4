"""The register as it stands today, from CSV or XLSX: dry run, row by row errors, idempotent."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlmodel import Session

from pact.application import Role
from pact.errors import PactError
from pact.organisations import folded
from secretariat.console import print_table, say
from secretariat.desk import Desk
from secretariat.recognise import recognise
from storage import journal
from storage.applications import lock_register
from storage.members import SUPPORTER, Member, put_member
from storage.people import require

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
ROLES = ("coordinating", "procuring", "both", SUPPORTER)
KINDS = ("government", "public", "private", "")
"""What an organisation may be called in the register; empty where it is not known (2.1.3, 2.1.4)."""


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What a row of the file leads to: new, changed, unchanged or error, with a sentence."""

    row: int
    organisation: str
    outcome: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """All rows, and whether anything was written."""

    rows: tuple[RowOutcome, ...]
    written: bool

    @property
    def has_errors(self) -> bool:
        """Whether any row could not be taken."""
        return any(row.outcome == "error" for row in self.rows)


def import_file(desk: Desk, file: Path, *, person: str | None, os_user: str) -> ImportOutcome:
    """Import a register; without ``person`` a dry run that writes nothing.

    Rows with an error are left out and said; the others are written in one transaction, and the
    same file again changes nothing. Raises PactError when the file or its columns are not right.
    """
    rows = list(_rows(file))
    if person is None:
        with desk.database.write() as session:
            outcomes = tuple(_take_all(session, rows))
            session.rollback()
        return ImportOutcome(outcomes, written=False)
    with desk.database.write() as session:
        require(session, person, Role.SECRETARIAT)
        lock_register(session)
        outcomes = tuple(_take_all(session, rows))
        changed = sum(one.outcome in ("new", "changed") for one in outcomes)
        if changed:
            journal.append(
                session,
                subject="register",
                move="import_members",
                actor=f"{person} (as {os_user})",
                reason=f"{changed} of {len(outcomes)} rows of {file.name}",
                at=desk.now(),
            )
    return ImportOutcome(outcomes, written=True)


def print_import(outcome: ImportOutcome) -> None:
    """Print what an import does, the errors first."""
    rows = sorted(outcome.rows, key=lambda row: (row.outcome != "error", row.row))
    print_table(
        ("row", "organisation", "outcome", "why"),
        [
            (str(row.row), row.organisation, row.outcome, row.why)
            for row in rows
            if row.outcome != "unchanged"
        ],
        empty="Nothing to change.",
    )
    counts = {
        word: sum(row.outcome == word for row in rows) for word in ("new", "changed", "unchanged", "error")
    }
    say(", ".join(f"{count} {word}" for word, count in counts.items()) + ".")
    if not outcome.written:
        say("A dry run: nothing is written. To write it: the same with --write.")


def _take_all(session: Session, rows: list[tuple[int, dict[str, str]]]) -> Iterator[RowOutcome]:
    for number, row in rows:
        name = row.get("organisation", "")
        try:
            member = _member(row)
            known = recognise(session, member.organisation)
            outcome = put_member(session, member, known.organisation_id)
            why = f"Resembles {known.resembles}; taken as another." if known.resembles else ""
            yield RowOutcome(number, name, outcome, why)
        except PactError as error:
            yield RowOutcome(number, name, "error", str(error))


def _member(row: dict[str, str]) -> Member:
    organisation = row["organisation"]
    if not folded(organisation):
        raise PactError("The organisation's name is missing.")
    role, kind = row["role"].lower(), row["kind"].lower()
    if role not in ROLES:
        raise PactError(f"The role {row['role']!r} is none of {', '.join(ROLES)}.")
    if kind not in KINDS:
        raise PactError(f"The kind {row['kind']!r} is none of government, public, private, or empty.")
    country = row["country"].upper()
    if country and not (len(country) == 2 and country.isalpha()):
        raise PactError(f"The country {row['country']!r} is no code of two letters, such as NL.")
    contact = row["contact mail"]
    if contact and (contact.count("@") != 1 or " " in contact):
        raise PactError(f"The contact mail {contact!r} is no mail address.")
    return Member(
        organisation=organisation,
        country=country,
        kind=kind,
        role=role,
        since=_day(row["since"]),
        contact_name=row["contact name"],
        contact_address=contact,
        language=row["language"].lower(),
        buyer_group=row["buyer group"],
        other_names=tuple(name.strip() for name in row.get("other names", "").split(";") if name.strip()),
    )


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PactError(f"The day {text!r} is not written as 2021-06-14.") from None


def _rows(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row that is not empty with its number in the file, by column name in lower case."""
    lines = _xlsx_lines(file) if file.suffix.lower() == ".xlsx" else _csv_lines(file)
    headings: list[str] | None = None
    for number, cells in enumerate(lines, start=1):
        if not any(cells):
            continue
        if headings is None:
            headings = [cell.lower().replace("_", " ") for cell in cells]
            _require_columns(headings)
            continue
        yield number, dict(zip(headings, cells, strict=False)) | dict.fromkeys(headings[len(cells) :], "")


def _require_columns(headings: list[str]) -> None:
    missing = [name for name in COLUMNS if name not in headings]
    unknown = [name for name in headings if name and name not in COLUMNS + OPTIONAL]
    if missing or unknown:
        said = [f"it lacks {', '.join(missing)}"] if missing else []
        said += [f"it has {', '.join(unknown)}, which nobody knows"] if unknown else []
        raise PactError(f"The columns are not right: {'; '.join(said)}. Wanted: {', '.join(COLUMNS)}.")


def _csv_lines(file: Path) -> Iterator[list[str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        dialect = csv.Sniffer().sniff(text.partition("\n")[0], delimiters=",;\t")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PactError(f"{file} cannot be read as CSV in UTF-8: {error}.") from error
    for cells in csv.reader(text.splitlines(), dialect):
        yield [cell.strip() for cell in cells]


def _xlsx_lines(file: Path) -> Iterator[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        sheet = load_workbook(file, read_only=True, data_only=True).worksheets[0]
    except (OSError, BadZipFile, KeyError, InvalidFileException) as error:
        raise PactError(f"{file} cannot be read as XLSX: {error}.") from error
    for row in sheet.iter_rows(values_only=True):
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value).strip()
