"""The tables of asking the library: words that the secretariat says mean the same, and open questions."""

from datetime import datetime

from sqlalchemy import JSON, Text
from sqlmodel import SQLModel

from storage.table_columns import column


class GlossaryEntryRow(SQLModel, table=True):
    """One meaning that the secretariat added: its terms mean the same to whoever asks."""

    __tablename__ = "library_glossary"

    id: int | None = column("number, as cfit library glossary names it", default=None, primary_key=True)
    terms: list[list[str]] = column("its terms, each as [ISO 639 code, term]", sa_type=JSON)
    added_at: datetime = column("when it was added")
    added_by: str = column("who added it", sa_type=Text)


class LibraryGapRow(SQLModel, table=True):
    """A question that the library did not answer, once however often it was asked."""

    __tablename__ = "library_gap"

    id: int | None = column("number", default=None, primary_key=True)
    question: str = column("the question as it was first asked", sa_type=Text, unique=True)
    language: str = column("ISO 639 code of the language it was understood in", default="")
    missing: list[str] = column("words of it that no passage meets", sa_type=JSON)
    times: int = column("how often it was asked", default=1)
    first_at: datetime = column("when it was first asked")
    last_at: datetime = column("when it was last asked")
