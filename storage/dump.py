"""All rows of our tables as lines of JSON and back, the same from SQLite and from PostgreSQL."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Table,
    TypeDecorator,
    bindparam,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import Session, SQLModel

from storage import tables
from storage.library import asking_tables, library_tables

BATCH = 500


def our_tables() -> list[Table]:
    """Return our tables, each after those it refers to; the work engine's are not among them.

    Work in flight needs no copy: the rows it starts from are the jobs. Nor does the spool: what it
    holds is among the originals.
    """
    spool = tables.SpooledOriginal.__tablename__
    ours = [table for table in SQLModel.metadata.sorted_tables if table.name != spool]
    known = {tables.Mail.__tablename__, library_tables.LibraryDocumentRow.__tablename__}
    known.add(asking_tables.LibraryGapRow.__tablename__)
    assert known <= {table.name for table in ours}
    return ours


def dump_table(session: Session, table: Table) -> Iterator[str]:
    """Yield every row of a table as one line of JSON, in the order of its key."""
    rows = session.execute(select(table).order_by(*table.primary_key).execution_options(yield_per=BATCH))
    for row in rows:
        yield json.dumps(dict(row._mapping), ensure_ascii=False, default=_as_json) + "\n"


def load_table(connection: Connection, table: Table, lines: Iterable[str]) -> int:
    """Insert dumped rows into an empty table and return how many there were.

    Raises ValueError or KeyError when a line is no row of this table, or names a row that is not there.
    """
    count = 0
    references: list[dict[str, Any]] = []
    try:
        for batch in _batches(table, lines):
            references += [held for row in batch if (held := _held_back(table, row))]
            connection.execute(insert(table), batch)
            count += len(batch)
        _refer_to_own_table(connection, table, references)
    except (IntegrityError, DataError) as error:
        raise ValueError(f"the rows of {table.name} do not fit together") from error
    _continue_numbering(connection, table)
    return count


def is_empty(session: Session) -> bool:
    """Whether no table of ours holds a row."""
    return all(
        session.execute(select(func.count()).select_from(table)).scalar() == 0 for table in our_tables()
    )


def _batches(table: Table, lines: Iterable[str]) -> Iterator[list[dict[str, Any]]]:
    rows = (_row(table, json.loads(line)) for line in lines)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _held_back(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Take what refers to a row of the same table out of ``row`` and return it; empty when nothing does.

    A mail may repeat one with a higher number: mails are read side by side, and the later one
    may be done first. Its row can name the other only once that is there.
    """
    names = [name for name in _own_references(table) if row.get(name) is not None]
    held = {f"new_{name}": row[name] for name in names}
    row |= dict.fromkeys(names)
    return held | {"row_id": row["id"]} if held else {}


def _refer_to_own_table(connection: Connection, table: Table, references: list[dict[str, Any]]) -> None:
    for name in _own_references(table):
        held = [one for one in references if f"new_{name}" in one]
        if held:
            is_row = table.columns["id"] == bindparam("row_id")
            connection.execute(update(table).where(is_row).values({name: bindparam(f"new_{name}")}), held)


def _own_references(table: Table) -> list[str]:
    return [
        column.name for column in table.columns if any(key.references(table) for key in column.foreign_keys)
    ]


def _row(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    return {name: _from_json(table.columns[name], value) for name, value in values.items()}


def _from_json(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return value


def _continue_numbering(connection: Connection, table: Table) -> None:
    # PostgreSQL numbers from a sequence of its own, which inserting rows with numbers leaves behind.
    if connection.dialect.name != "postgresql" or "id" not in table.columns:
        return
    name = connection.dialect.identifier_preparer.format_table(table)
    sequence = connection.execute(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": name}).scalar()
    newest = connection.execute(select(func.max(table.columns["id"]))).scalar()
    if sequence and newest:
        connection.execute(
            text("SELECT setval(:sequence, :newest)"), {"sequence": sequence, "newest": newest}
        )


def _as_json(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written to a backup")
