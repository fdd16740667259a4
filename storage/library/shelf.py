"""The documents of the library as stored; every change raises the library's version with it."""

from datetime import datetime

from sqlmodel import Session, col, select

from pact.errors import PactError
from pact.library_documents import Audience, DocumentStatus, LibraryDocument, Viewer
from pact.library_passages import DocumentContent
from storage.counters import next_number
from storage.library.library_tables import CriterionRow, LibraryDocumentRow, PassageRow
from storage.tables import Counter

_SERIES = "library"


def document_reference(number: int) -> str:
    """Return what a document is called in the journal: D-<id>."""
    return f"D-{number}"


def library_version(session: Session) -> int:
    """Return the number of changes to the library so far: what was derived from another is stale."""
    counter = session.get(Counter, _SERIES)
    return counter.last if counter else 0


def raise_version(session: Session) -> int:
    """Say, in the session's transaction, that the library has changed, and return its new version."""
    return next_number(session, _SERIES)


def add_document(
    session: Session,
    document: LibraryDocument,
    content: DocumentContent,
    *,
    reader: str,
    by: str,
    at: datetime,
) -> int:
    """Keep a document with its passages and return its number. PactError when its key is taken."""
    if _row(session, document.key) is not None:
        raise PactError(
            f"A document called {document.key} is in the library already: cfit library list --all."
        )
    row = _row_of(document, content)
    row.reader, row.added_by, row.added_at = reader, by, at
    session.add(row)
    session.flush()
    assert row.id is not None
    _keep_content(session, row.id, content)
    raise_version(session)
    return row.id


def documents(session: Session, viewer: Viewer, *, retired_too: bool = False) -> list[LibraryDocument]:
    """Return the documents that this viewer may see, by key; those taken out of use only when asked for."""
    rows = session.exec(select(LibraryDocumentRow).order_by(col(LibraryDocumentRow.key))).all()
    found = [document_of_row(row) for row in rows if retired_too or row.retired_at is None]
    return [document for document in found if document.may_be_seen_by(viewer)]


def document_row(session: Session, key: str, viewer: Viewer) -> LibraryDocumentRow:
    """Return the stored document of that key. PactError when there is none that this viewer may see."""
    row = _row(session, key)
    # Whoever may not see it does not learn that it is there.
    if row is None or not document_of_row(row).may_be_seen_by(viewer):
        raise PactError(f"No document of the library is called {key}: cfit library list.")
    return row


def known_document(session: Session, key: str) -> LibraryDocument | None:
    """Return the document of that key, whoever may see it and retired or not; None when there is none."""
    row = _row(session, key)
    return document_of_row(row) if row else None


def supersede(session: Session, row: LibraryDocumentRow, by_key: str) -> None:
    """Mark a document as superseded by another; its text stays, and is quoted as such."""
    row.status, row.superseded_by = str(DocumentStatus.SUPERSEDED), by_key
    session.add(row)
    raise_version(session)


def retire(session: Session, row: LibraryDocumentRow, at: datetime) -> None:
    """Take a document out of use: it is quoted no longer, and kept. PactError when it is so already."""
    if row.retired_at is not None:
        raise PactError(f"{row.key} is out of use already, since {row.retired_at:%Y-%m-%d}.")
    row.retired_at = at
    session.add(row)
    raise_version(session)


def document_of_row(row: LibraryDocumentRow) -> LibraryDocument:
    """Return the document that a row holds."""
    return LibraryDocument(
        key=row.key,
        title=row.title,
        issuer=row.issuer,
        edition=row.edition,
        dated=row.dated,
        language=row.language,
        product_groups=tuple(row.product_groups),
        level_words=tuple(row.level_words),
        status=DocumentStatus(row.status),
        superseded_by=row.superseded_by,
        audience=Audience(row.audience),
        licence=row.licence,
        source_sha256=row.sha256,
        is_sample=row.is_sample,
        file_name=row.file_name,
        media_type=row.media_type,
        note=row.note,
        is_retired=row.retired_at is not None,
    )


def _row(session: Session, key: str) -> LibraryDocumentRow | None:
    return session.exec(select(LibraryDocumentRow).where(LibraryDocumentRow.key == key)).first()


def _row_of(document: LibraryDocument, content: DocumentContent) -> LibraryDocumentRow:
    """Return the row of a document; who added it, when, and by which reader is still to be said."""
    return LibraryDocumentRow(
        key=document.key,
        title=document.title,
        issuer=document.issuer,
        edition=document.edition,
        dated=document.dated,
        language=document.language,
        product_groups=list(document.product_groups),
        level_words=list(document.level_words),
        status=str(document.status),
        superseded_by=document.superseded_by,
        audience=document.audience.text,
        licence=document.licence,
        note=document.note,
        sha256=document.source_sha256,
        file_name=document.file_name,
        media_type=document.media_type,
        is_sample=document.is_sample,
        text=content.text,
        headings=list(content.headings),
        pages=content.pages,
        unreadable_pages=list(content.unreadable_pages),
    )


def _keep_content(session: Session, number: int, content: DocumentContent) -> None:
    session.add_all(
        PassageRow(
            document_id=number,
            number=passage.number,
            kind=str(passage.kind),
            text=passage.text,
            header=passage.header,
            path=list(passage.path),
            page=passage.page,
            start=passage.start,
            end=passage.end,
            level=passage.level,
            product_group=passage.product_group,
            scheme=passage.scheme,
            criterion=passage.criterion,
        )
        for passage in content.passages
    )
    session.add_all(
        CriterionRow(
            document_id=number,
            passage=record.passage,
            criterion=record.criterion,
            name=record.name,
            requirement=record.requirement,
            level=record.level,
            verification=record.verification,
            product=record.product,
            phase=record.phase,
        )
        for record in content.criteria
    )
    session.flush()
