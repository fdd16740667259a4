"""The index of the library as it stands now: made when it is not there, opened when it is."""

import hashlib
import json
import sqlite3
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
    path = index_path(home, f"{library_version(session)}-{_fingerprint(session)}")
    make_index(path, indexed_documents(session))
    try:
        return LibraryIndex(path)
    except sqlite3.OperationalError:
        # A newer index put this one away just now; this session still sees the library that it is of.
        make_index(path, indexed_documents(session))
        return LibraryIndex(path)


def indexed_documents(session: Session) -> Iterator[IndexedDocument]:
    """Yield every document in use, for every audience: whoever asks the index has it filtered."""
    for row in _rows_in_use(session):
        yield IndexedDocument(document_of_row(row), row.text, passages_of(session, row.key))


def _rows_in_use(session: Session) -> Iterator[LibraryDocumentRow]:
    rows = select(LibraryDocumentRow).where(col(LibraryDocumentRow.retired_at).is_(None))
    yield from session.exec(rows.order_by(col(LibraryDocumentRow.key)))


def _fingerprint(session: Session) -> str:
    """Return what tells two libraries of the same version apart, such as after a backup was restored."""
    row = LibraryDocumentRow
    asked = (row.key, row.sha256, row.status, row.superseded_by, row.audience, row.reader, row.added_at)
    kept = select(*map(col, asked)).where(col(row.retired_at).is_(None)).order_by(col(row.key))
    said = json.dumps([tuple(one) for one in session.execute(kept).all()], default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:8]
