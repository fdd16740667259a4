"""The glossary as the secretariat keeps it: meanings of its own beside those that come with the product."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from pact.errors import PactError
from storage.library.asking_tables import GlossaryEntryRow
from storage.library.glossary import Glossary, Meaning, shipped_glossary, shipped_meanings
from storage.library.index_words import LANGUAGES, words_of

_LONGEST_TERM = 80
_WANTED = (
    "Write at least two terms that mean the same, each as LANGUAGE:TERM, such as en:spare part nl:onderdeel."
)


def glossary_in_use(session: Session) -> Glossary:
    """Return the shipped glossary with what the secretariat added to it."""
    entries = glossary_entries(session)
    if not entries:
        return shipped_glossary()
    return Glossary((*shipped_meanings(), *(Meaning("", terms_of_row(row)) for row in entries)))


def glossary_entries(session: Session) -> Sequence[GlossaryEntryRow]:
    """Return what the secretariat added, the oldest first."""
    return session.exec(select(GlossaryEntryRow).order_by(col(GlossaryEntryRow.id))).all()


def add_glossary_entry(session: Session, said: Sequence[str], *, by: str, at: datetime) -> GlossaryEntryRow:
    """Keep terms that mean the same, each said as "nl:onderdeel". PactError says what is wrong with one."""
    terms = [_term(one) for one in said]
    if len({tuple(term) for term in terms}) < 2:
        raise PactError(_WANTED)
    row = GlossaryEntryRow(terms=terms, added_at=at, added_by=by)
    session.add(row)
    session.flush()
    return row


def remove_glossary_entry(session: Session, number: int) -> GlossaryEntryRow:
    """Take an entry of the secretariat out again. PactError when there is none of that number."""
    row = session.get(GlossaryEntryRow, number)
    if row is None:
        raise PactError(
            f"The secretariat added no entry {number} to the glossary: cfit library glossary list."
        )
    session.delete(row)
    session.flush()
    return row


def terms_of_row(row: GlossaryEntryRow) -> tuple[tuple[str, str], ...]:
    """Return the terms of an entry as (language, term)."""
    return tuple((language, term) for language, term in row.terms)


def _term(said: str) -> list[str]:
    language, colon, term = said.partition(":")
    language, term = language.strip().lower(), " ".join(term.split())
    if not colon or language not in LANGUAGES:
        raise PactError(
            f'"{said}" does not begin with one of the languages {", ".join(LANGUAGES)}. {_WANTED}'
        )
    if not words_of(term) or len(term) > _LONGEST_TERM:
        raise PactError(f'"{said}" is no term: it takes words, up to {_LONGEST_TERM} characters.')
    return [language, term]
