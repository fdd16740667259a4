"""Questions that the library left open: once each, with how often they were asked."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.library.asking_tables import LibraryGapRow

_LONGEST = 500


def log_gap(session: Session, question: str, *, language: str, missing: Sequence[str], at: datetime) -> None:
    """Keep a question that has no answer; one that was asked before is counted."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    kept = dialect.insert(LibraryGapRow).values(
        question=" ".join(question.split())[:_LONGEST],
        language=language,
        missing=list(missing),
        times=1,
        first_at=at,
        last_at=at,
    )
    again = {"times": LibraryGapRow.times + 1, "last_at": at}
    session.execute(kept.on_conflict_do_update(index_elements=["question"], set_=again))


def library_gaps(session: Session) -> Sequence[LibraryGapRow]:
    """Return the questions left open, the most asked first."""
    order = (col(LibraryGapRow.times).desc(), col(LibraryGapRow.last_at).desc())
    return session.exec(select(LibraryGapRow).order_by(*order)).all()
