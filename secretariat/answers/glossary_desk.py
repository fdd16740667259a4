"""What the secretariat keeps for the library's answers: entries of the glossary, and open questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.library_hand import library_hand, require_librarian
from storage import journal
from storage.library.gaps import library_gaps
from storage.library.glossary_entries import (
    add_glossary_entry,
    glossary_entries,
    remove_glossary_entry,
    terms_of_row,
)


@dataclass(frozen=True, slots=True)
class ListedMeaning:
    """A meaning that the secretariat added; each term as "nl:onderdeel"."""

    number: int
    terms: tuple[str, ...]
    added_by: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class ListedGap:
    """A question that the library left open, and how often it was asked."""

    question: str
    language: str
    missing: tuple[str, ...]
    times: int
    first_at: datetime
    last_at: datetime


def listed_glossary(desk: Desk) -> list[ListedMeaning]:
    """Return what the secretariat added to the glossary, the oldest first."""
    with desk.database.read() as session:
        return [
            ListedMeaning(row.id or 0, _said(terms_of_row(row)), row.added_by, row.added_at)
            for row in glossary_entries(session)
        ]


def add_meaning(desk: Desk, terms: Sequence[str], person: str | None, account: str) -> str:
    """Keep that these terms mean the same; return the sentence that says so. PactError says what is wrong."""
    hand = library_hand(desk, person, account, "added to the glossary")
    with desk.database.write() as session:
        require_librarian(session, hand)
        row = add_glossary_entry(session, terms, by=hand.person, at=desk.now())
        said = ", ".join(_said(terms_of_row(row)))
        _note(session, row.id or 0, "add_glossary_entry", said, desk=desk, hand=hand)
        return f"Entry {row.id}: {said} mean the same from now on."


def remove_meaning(desk: Desk, number: int, person: str | None, account: str) -> str:
    """Take back a meaning; return the sentence that says so. PactError when there is none of that number."""
    hand = library_hand(desk, person, account, "taken out of the glossary")
    with desk.database.write() as session:
        require_librarian(session, hand)
        row = remove_glossary_entry(session, number)
        said = ", ".join(_said(terms_of_row(row)))
        _note(session, number, "remove_glossary_entry", said, desk=desk, hand=hand)
        return f"Entry {number} is taken out: {said}."


def listed_gaps(desk: Desk) -> list[ListedGap]:
    """Return the questions that were left open, the most asked first."""
    with desk.database.read() as session:
        return [
            ListedGap(row.question, row.language, tuple(row.missing), row.times, row.first_at, row.last_at)
            for row in library_gaps(session)
        ]


def _note(session: Session, number: int, move: str, said: str, *, desk: Desk, hand: Hand) -> None:
    subject = f"glossary-{number}"
    journal.append(session, subject=subject, move=move, actor=hand.actor, reason=said, at=desk.now())


def _said(terms: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{language}:{term}" for language, term in terms)
