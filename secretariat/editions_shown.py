"""The editions in use as a person looks at them: a list, and one of them clause by clause."""

from dataclasses import dataclass

from sqlmodel import Session

from pact.clauses import GLOSSES
from pact.errors import PactError
from secretariat.editions_in_use import editions_in_use
from storage.editions import adopted_editions


@dataclass(frozen=True, slots=True)
class ListedEdition:
    """One edition in a list; days in ISO 8601, ``adopted`` empty for what this release brings."""

    edition: str
    in_force: str
    clauses: int
    known_by: str
    adopted: str


@dataclass(frozen=True, slots=True)
class ShownClause:
    """One clause: how many words it has, and its text; where that is not known, what it is about."""

    clause: str
    words: int
    text: str


def listed_editions(session: Session) -> list[ListedEdition]:
    """Return the editions in use, the oldest first."""
    adopted = {row.name: row for row in adopted_editions(session)}
    return [
        ListedEdition(
            one.name,
            one.in_force.isoformat(),
            len(one.clauses),
            "its words" if one.shows_words else "its fingerprint",
            f"{adopted[one.name].adopted_at:%Y-%m-%d} by {adopted[one.name].adopted_by}"
            if one.name in adopted
            else "",
        )
        for one in editions_in_use(session)
    ]


def shown_clauses(session: Session, name: str) -> list[ShownClause]:
    """Return the clauses of the edition of that name. PactError when none is called so."""
    for one in editions_in_use(session):
        if one.name == name:
            return [
                ShownClause(
                    clause.number,
                    len(clause.digests),
                    " ".join(word for word in clause.words if word) or _gloss(clause.number),
                )
                for clause in one.clauses
            ]
    raise PactError(f"No edition is called {name}: cfit pact list.")


def _gloss(number: str) -> str:
    return f"({GLOSSES[number]})" if number in GLOSSES else ""
