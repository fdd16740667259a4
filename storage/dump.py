"""All rows of our tables as lines of JSON and back, the same from SQLite and from PostgreSQL."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Table,
    TypeDecorator,
    func,
    insert,
    select,
    text,
)
from sqlmodel import Session, SQLModel

from storage import tables

BATCH = 500


def our_tables() -> list[Table]:
    """Return our tables, each after those it refers to; the work engine's are not among them.

    Work in flight needs no copy: the rows it starts from are the jobs.
    """
    assert tables.Mail.__table__ in SQLModel.metadata.sorted_tables  # type: ignore[attr-defined]
    return list(SQLModel.metadata.sorted_tables)


def dump_table(session: Session, table: Table) -> Iterator[str]:
    """Yield every row of a table as one line of JSON, in the order of its key."""
    rows = session.execute(select(table).order_by(*table.primary_key).execution_options(yield_per=BATCH))
    for row in rows:
        yield json.dumps(dict(row._mapping), ensure_ascii=False, default=_as_json) + "\n"


def load_table(connection: Connection, table: Table, lines: Iterable[str]) -> int:
    """Insert dumped rows into an empty table and return how many there were.

    Raises ValueError or KeyError when a line is no row of this table.
    """
    count = 0
    batch: list[dict[str, Any]] = []
    for line in lines:
        batch.append(_row(table, json.loads(line)))
        count += 1
        if len(batch) == BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)
    _continue_numbering(connection, table)
    return count


def is_empty(session: Session) -> bool:
    """Whether no table of ours holds a row."""
    return all(
        session.execute(select(func.count()).select_from(table)).scalar() == 0 for table in our_tables()
    )


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
