"""The editions of the Pact that the secretariat adopted, each with its official file (6.5)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from pact.errors import PactError
from storage.tables import PactEdition


def edition_reference(number: int) -> str:
    """Return what an edition is called in the journal: E-<id>."""
    return f"E-{number}"


def adopted_editions(session: Session) -> Sequence[PactEdition]:
    """Return the editions in use, the oldest first."""
    rows = select(PactEdition).where(col(PactEdition.dropped_at).is_(None))
    return session.exec(rows.order_by(col(PactEdition.in_force), col(PactEdition.id))).all()


def keep_edition(
    session: Session,
    *,
    name: str,
    in_force: date,
    sha256: str,
    file_name: str,
    fingerprint: dict[str, Any],
    by: str,
    at: datetime,
) -> int:
    """Keep an edition as one in use and return its number. PactError when one of that name is in use."""
    if any(row.name == name for row in adopted_editions(session)):
        raise PactError(
            f"An edition called {name} is in use, with another text. Give this one a name of its own, or "
            f"take the other out first: cfit pact drop {name} --reason ..."
        )
    row = PactEdition(
        name=name,
        in_force=in_force,
        sha256=sha256,
        file_name=file_name,
        fingerprint=fingerprint,
        adopted_at=at,
        adopted_by=by,
    )
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def drop_edition(session: Session, name: str, at: datetime) -> PactEdition:
    """Take the edition of that name out of use; its row and file stay. PactError when there is none."""
    for row in adopted_editions(session):
        if row.name == name:
            row.dropped_at = at
            session.add(row)
            return row
    raise PactError(f"No edition called {name} was adopted: cfit pact list.")
