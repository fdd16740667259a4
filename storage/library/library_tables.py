"""The tables of the library: documents, their passages, and the criteria among them."""

from datetime import date, datetime

from sqlalchemy import JSON, Text, UniqueConstraint
from sqlmodel import SQLModel

from storage.table_columns import column


class LibraryDocumentRow(SQLModel, table=True):
    """One criteria document. Nothing is deleted: an old edition is superseded, a wrong one retired."""

    __tablename__ = "library_document"

    id: int | None = column("number, shown as D-<id>", default=None, primary_key=True)
    key: str = column("name of its file without the ending: how it is cited", unique=True)
    title: str = column("title", sa_type=Text)
    issuer: str = column("who issued it", sa_type=Text, default="")
    edition: str = column("edition as it calls itself", sa_type=Text, default="")
    dated: date | None = column("day of the edition", default=None)
    language: str = column("ISO 639 code of its language", default="")
    product_groups: list[str] = column("product groups it is about", sa_type=JSON)
    level_words: list[str] = column("words for its levels, the lowest first", sa_type=JSON)
    status: str = column("a DocumentStatus of pact/library_documents.py")
    superseded_by: str = column("key of the edition that took its place, or empty", default="")
    audience: str = column("public, participants or group:<name>")
    licence: str = column("what may be done with it", sa_type=Text, default="")
    note: str = column("what its status comes from, in words", sa_type=Text, default="")
    sha256: str = column("name of its file among the originals", index=True)
    file_name: str = column("name of that file", sa_type=Text)
    media_type: str = column("type by its bytes")
    is_sample: bool = column("whether it is a sample of the project's own", default=False)
    text: str = column("its plain text: passages are pieces of it", sa_type=Text)
    headings: list[str] = column("its section titles in order", sa_type=JSON)
    pages: int = column("how many pages it has; 0 where the format has none", default=0)
    unreadable_pages: list[int] = column("pages from which no words could be had", sa_type=JSON)
    reader: str = column("version of the reader that read it")
    added_at: datetime = column("when it was added")
    added_by: str = column("who added it", sa_type=Text)
    retired_at: datetime | None = column("when it was taken out of use", default=None)


class PassageRow(SQLModel, table=True):
    """One passage of a document: what can be quoted."""

    __tablename__ = "library_passage"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: int | None = column("number", default=None, primary_key=True)
    document_id: int = column("the document", refers_to="library_document.id")
    number: int = column("position in the document, from 1")
    kind: str = column("a PassageKind of pact/library_passages.py")
    text: str = column("word for word as in the source", sa_type=Text)
    header: str = column("header row of its table, or empty", sa_type=Text, default="")
    path: list[str] = column("section titles from the outside in", sa_type=JSON)
    page: int | None = column("page, from 1", default=None)
    start: int = column("where it begins in the document's text")
    end: int = column("where it ends there")
    level: str = column("level word, or empty", default="")
    product_group: str = column("product group, or empty", default="")
    scheme: str = column("scheme it belongs to, or empty", default="")
    criterion: str = column("number of the criterion, or empty", default="")


class CriterionRow(SQLModel, table=True):
    """One criterion at one level, where the document has records."""

    __tablename__ = "library_criterion"

    id: int | None = column("number", default=None, primary_key=True)
    document_id: int = column("the document", refers_to="library_document.id", index=True)
    passage: int = column("number of the passage that it stands in")
    criterion: str = column("number that it goes by", default="")
    name: str = column("what it is called", sa_type=Text, default="")
    requirement: str = column("what is asked, word for word", sa_type=Text)
    level: str = column("level word, or empty", default="")
    verification: str = column("how it is proved, word for word", sa_type=Text, default="")
    product: str = column("product group, or empty", default="")
    phase: str = column("phase of the procurement it belongs to, or empty", default="")
