"""The index of the library as it stands now: made when it is not there, opened when it is."""

from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session, col, select

from storage.library.index_file import IndexedDocument, index_path, make_index
from storage.library.index_search import LibraryIndex
from storage.library.library_tables import LibraryDocumentRow
from storage.library.passages import passages_of
from storage.library.shelf import document_of_row, library_version


def open_index(session: Session, home: Path) -> LibraryIndex:
    """Return the index of the library's present version, which is made first where it is missing.

    The home folder is one machine's own: each makes its own index of the same tables.
    """
    path = index_path(home, library_version(session))
    if not path.exists():
        make_index(path, indexed_documents(session))
    return LibraryIndex(path)


def indexed_documents(session: Session) -> Iterator[IndexedDocument]:
    """Yield every document in use, for every audience: whoever asks the index has it filtered."""
    rows = select(LibraryDocumentRow).where(col(LibraryDocumentRow.retired_at).is_(None))
    for row in session.exec(rows.order_by(col(LibraryDocumentRow.key))).all():
        yield IndexedDocument(document_of_row(row), row.text, passages_of(session, row.key))
