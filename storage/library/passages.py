"""The passages and criteria of the library's documents, read back as they were kept."""

from sqlalchemy import func
from sqlmodel import Session, col, select

from pact.library_passages import CriterionRecord, Passage, PassageKind
from storage.library.library_tables import CriterionRow, LibraryDocumentRow, PassageRow


def passages_of(session: Session, key: str) -> list[Passage]:
    """Return the passages of the document of that key, in its order; none when there is no such document.

    Whether the viewer may see the document is asked beforehand, see ``documents``.
    """
    rows = (
        select(PassageRow)
        .join(LibraryDocumentRow, col(LibraryDocumentRow.id) == col(PassageRow.document_id))
        .where(LibraryDocumentRow.key == key)
        .order_by(col(PassageRow.number))
    )
    return [_passage(row) for row in session.exec(rows)]


def criteria_of(session: Session, key: str) -> list[CriterionRecord]:
    """Return the criteria of the document of that key, in its order."""
    rows = (
        select(CriterionRow)
        .join(LibraryDocumentRow, col(LibraryDocumentRow.id) == col(CriterionRow.document_id))
        .where(LibraryDocumentRow.key == key)
        .order_by(col(CriterionRow.id))
    )
    return [_record(row) for row in session.exec(rows)]


def counts_of_passages(session: Session) -> dict[str, int]:
    """Return for each document's key how many passages it has; those with none are absent."""
    counted = (
        select(LibraryDocumentRow.key, func.count(col(PassageRow.id)))
        .join(PassageRow, col(LibraryDocumentRow.id) == col(PassageRow.document_id))
        .group_by(LibraryDocumentRow.key)
    )
    return dict(session.exec(counted).all())


def _passage(row: PassageRow) -> Passage:
    return Passage(
        number=row.number,
        kind=PassageKind(row.kind),
        text=row.text,
        header=row.header,
        path=tuple(row.path),
        page=row.page,
        start=row.start,
        end=row.end,
        level=row.level,
        product_group=row.product_group,
        scheme=row.scheme,
        criterion=row.criterion,
    )


def _record(row: CriterionRow) -> CriterionRecord:
    return CriterionRecord(
        criterion=row.criterion,
        requirement=row.requirement,
        level=row.level,
        verification=row.verification,
        product=row.product,
        phase=row.phase,
        passage=row.passage,
        name=row.name,
    )
