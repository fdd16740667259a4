"""How a column is written down: with its comment, and with names for constraints that stay the same."""

from typing import Any

from sqlalchemy import ForeignKey
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def column(comment: str, *, refers_to: str | None = None, **field: Any) -> Any:
    """Return a SQLModel field whose column carries ``comment``; ``refers_to`` is "table.column"."""
    args = (ForeignKey(refers_to),) if refers_to else ()
    return Field(sa_column_args=args, sa_column_kwargs={"comment": comment}, **field)
