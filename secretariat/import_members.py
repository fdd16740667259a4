"""The register as it stands today, from CSV or XLSX: dry run, row by row errors, idempotent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pact.application import Role
from pact.errors import PactError
from pact.name_index import NameIndex
from pact.organisations import folded
from secretariat.console import print_table, say
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.recognise import index_of, recognise_among
from secretariat.register_file import FileRow, read_register
from storage import journal
from storage.applications import known_names, lock_register
from storage.members import SUPPORTER, Member
from storage.people import require
from storage.register_book import RegisterBook

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


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row and the organisation it means; without ``member`` it cannot be taken, and ``why`` says so."""

    number: int
    name: str
    why: str
    member: Member | None = None
    organisation: int = 0


def import_file(desk: Desk, file: Path, *, person: str | None, os_user: str) -> ImportOutcome:
    """Import a register; without ``person`` a dry run that writes nothing and holds nobody up.

    Rows with an error are left out and said; the others are written in one transaction, and the
    same file again changes nothing. Raises PactError when the file or its columns are not right.
    """
    rows = read_register(file)
    with desk.database.read() as session:
        if person is not None:
            require(session, person, Role.SECRETARIAT)
        names = known_names(session)
        book = RegisterBook(session)
    # Comparing names takes seconds: it is done while mail may still come in.
    plan = list(_planned(rows, index_of(names)))
    if person is None:
        return ImportOutcome(tuple(_entered(plan, book)), written=False)
    with desk.database.write() as session:
        require(session, person, Role.SECRETARIAT)
        lock_register(session)
        if known_names(session) != names:
            plan = list(_planned(rows, index_of(known_names(session))))
        book = RegisterBook(session)
        outcomes = tuple(_entered(plan, book))
        book.write(session)
        changed = sum(one.outcome in ("new", "changed") for one in outcomes)
        if changed:
            journal.append(
                session,
                subject="register",
                move="import_members",
                actor=Hand(person, os_user, "").actor,
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


def _planned(rows: list[FileRow], known: NameIndex) -> Iterator[PlannedRow]:
    """Yield each row with its organisation; names that the file brings are known from there on."""
    first: dict[tuple[int, str], int] = {}
    for row in rows:
        name = row.cells["organisation"]
        try:
            member = _member(row)
            found = recognise_among(known, member.organisation)
            # Below zero: an organisation of this file that is not in the database.
            organisation = found.organisation_id or -row.number
            earlier = first.setdefault((organisation, member.role), row.number)
            if earlier != row.number:
                raise PactError(
                    f"Row {earlier} has the same organisation in the same role: keep one of them."
                )
        except PactError as error:
            yield PlannedRow(row.number, name, str(error))
            continue
        for called in (member.organisation, *member.other_names):
            known.add(called, organisation)
        why = f"Resembles {found.resembles}; taken as another." if found.resembles else ""
        yield PlannedRow(row.number, name, why, member, organisation)


def _entered(plan: list[PlannedRow], book: RegisterBook) -> Iterator[RowOutcome]:
    for row in plan:
        if row.member is None:
            yield RowOutcome(row.number, row.name, "error", row.why)
            continue
        try:
            yield RowOutcome(row.number, row.name, book.put(row.member, row.organisation), row.why)
        except PactError as error:
            yield RowOutcome(row.number, row.name, "error", str(error))


def _member(file_row: FileRow) -> Member:
    if file_row.problem:
        raise PactError(file_row.problem)
    row = file_row.cells
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
