"""Numbers given out once: a counter a series, such as the references of a year."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from storage.tables import Counter


def next_number(session: Session, series: str) -> int:
    """Return the next number of ``series``, beginning with 1.

    It is taken in the session's transaction: others wait for its end, and a rollback gives it back.
    """
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    taken = (
        dialect.insert(Counter)
        .values(series=series, last=1)
        .on_conflict_do_update(index_elements=["series"], set_={"last": Counter.last + 1})
        .returning(col(Counter.last))
    )
    return int(session.execute(taken).scalar_one())


def next_reference(session: Session, year: int) -> str:
    """Return the next application's reference of ``year``, such as CFIT-2026-0001."""
    return f"CFIT-{year}-{next_number(session, f'application-{year}'):04d}"
