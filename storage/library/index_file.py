"""The search index: a file of its own, derived from the library's tables, read only once it is made."""

import fcntl
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pact.library_documents import LibraryDocument
from pact.library_passages import Passage, PassageKind
from storage.library.glossary import Glossary, shipped_glossary
from storage.library.index_words import stem_of, words_of

FORMAT = 1
"""Raised when the index is made otherwise: an older file is then made again under another name."""

_LONGEST_LEAD = 400

_TABLES = """
CREATE TABLE document (
  id INTEGER PRIMARY KEY, audience TEXT NOT NULL, fields TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE passage (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL, audience TEXT NOT NULL, fields TEXT NOT NULL,
  title TEXT NOT NULL, path TEXT NOT NULL, body TEXT NOT NULL, parts TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5(
  title, path, body, parts, content='passage', content_rowid='id',
  tokenize="unicode61 remove_diacritics 0 tokenchars '.'"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row');
"""
_FILL = ("INSERT INTO words(words) VALUES ('rebuild')", "INSERT INTO words(words) VALUES ('optimize')")


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """What the index is made of: a document, its plain text, and the passages that are pieces of it."""

    document: LibraryDocument
    text: str
    passages: Sequence[Passage]


def index_path(home: Path, version: str) -> Path:
    """Return where the index of this version of the library stands, made or not."""
    return home / f"index-{version}.{FORMAT}.sqlite"


def make_index(path: Path, contents: Iterable[IndexedDocument]) -> None:
    """Make the index, unless it is there: whole and on the disk, or not at all.

    One process makes it while others wait; older indexes of the same folder are put away.
    """
    if path.exists():
        return
    with _alone(path.parent / "index.lock"):
        if path.exists():
            return
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _write(unfinished, contents)
        unfinished.chmod(0o600)
        _synced(unfinished)
        unfinished.rename(path)
        _synced(path.parent)
        for old in path.parent.glob("index-*.sqlite"):
            if old != path:
                # Whoever has it open reads on: the name goes, the file stays until it is closed.
                old.unlink(missing_ok=True)


def _write(path: Path, contents: Iterable[IndexedDocument]) -> None:
    glossary = shipped_glossary()
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
        connection.execute("BEGIN")
        for number, one in enumerate(contents, start=1):
            fields = json.dumps(_document_fields(one.document), ensure_ascii=False)
            row = (number, one.document.open_to.text, fields, one.text)
            connection.execute("INSERT INTO document VALUES (?, ?, ?, ?)", row)
            rows = _passage_rows(number, one.document, one.passages, glossary)
            connection.executemany(
                "INSERT INTO passage (document, audience, fields, title, path, body, parts) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )
        for statement in _FILL:
            connection.execute(statement)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _document_fields(document: LibraryDocument) -> dict[str, object]:
    return {
        "key": document.key,
        "title": document.title,
        "issuer": document.issuer,
        "edition": document.edition,
        "language": document.language,
        "product_groups": document.product_groups,
        "level_words": document.level_words,
        "status": document.status,
        "superseded_by": document.superseded_by,
        "audience": document.audience.text,
        "is_sample": document.is_sample,
        "note": document.note,
    }


def _passage_rows(
    number: int, document: LibraryDocument, passages: Sequence[Passage], glossary: Glossary
) -> Iterator[tuple[object, ...]]:
    language = document.language
    titled = f"{document.title} {document.edition} {document.issuer} {document.key.replace('_', ' ')}"
    title, title_parts = _terms(titled, language, glossary)
    for passage, lead in _with_leads(passages):
        # Its section titles, the names of its columns and what leads up to its list say where it stands.
        above = " ".join((*passage.path, passage.header, lead, passage.criterion, passage.scheme))
        path, path_parts = _terms(above, language, glossary)
        body, body_parts = _terms(passage.text, language, glossary)
        parts = " ".join((*title_parts, *path_parts, *body_parts))
        fields = json.dumps(_passage_fields(passage), ensure_ascii=False)
        terms = (" ".join(title), " ".join(path), " ".join(body), parts)
        yield (number, document.open_to.text, fields, *terms)


def _with_leads(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Yield each passage with the sentence that leads up to the list or table that it is of, or nothing."""
    lead = Passage(number=0, kind=PassageKind.PARAGRAPH, text="")
    for passage in passages:
        is_part = passage.kind in (PassageKind.LIST_ITEM, PassageKind.TABLE_ROW)
        if not is_part:
            lead = passage
        yield passage, lead.text[:_LONGEST_LEAD] if is_part and lead.path == passage.path else ""


def _passage_fields(passage: Passage) -> list[object]:
    return [
        passage.number,
        passage.kind,
        passage.text,
        passage.header,
        passage.path,
        passage.page,
        passage.start,
        passage.end,
        passage.level,
        passage.product_group,
        passage.scheme,
        passage.criterion,
    ]


def _terms(text: str, language: str, glossary: Glossary) -> tuple[list[str], list[str]]:
    """Return the stems of a text, and those of the parts of its compounds."""
    words = words_of(text)
    parts = [part for word in words for part in glossary.parts_of(word, language)]
    return [stem_of(word, language) for word in words], [stem_of(part, language) for part in parts]


def _synced(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold the lock while the block runs; it goes with the process, however that ends."""
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
