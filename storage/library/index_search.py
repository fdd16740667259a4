"""Search in the index: the passages nearest to the words asked for, of what the viewer may see."""

import json
import sqlite3
import weakref
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pact.library_documents import Audience, DocumentStatus, LibraryDocument, Viewer
from pact.library_passages import Passage, PassageKind

_WEIGHTS = "2.0, 2.0, 1.0, 0.7"
"""Of title, path, body and the parts of compounds, in BM25."""

_COMMON = 0.2
_SMALL = 500
_MOST_POSTINGS = 12_000
"""How many passages the words of one search may stand in together, before the commonest are dropped."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that the search brought up. ``title``, ``path``, ``body`` and ``parts`` hold its stems.

    ``nearness`` is BM25: the higher the nearer. ``place`` is its row: neighbours stand beside it.
    """

    place: int
    passage: Passage
    document: LibraryDocument
    title: tuple[str, ...]
    path: tuple[str, ...]
    body: tuple[str, ...]
    parts: frozenset[str]
    nearness: float


class LibraryIndex:
    """An index file that is open for reading. It never changes, so nothing is locked."""

    def __init__(self, path: Path) -> None:
        address = f"{path.as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        weakref.finalize(self, self._connection.close)
        self._connection.execute("PRAGMA mmap_size=268435456")
        self.size = int(self._connection.execute("SELECT count(*) FROM passage").fetchone()[0])
        rows = self._connection.execute("SELECT id, fields FROM document").fetchall()
        counts = self._connection.execute("SELECT document, count(*) FROM passage GROUP BY document")
        self._sizes = dict(counts.fetchall())
        self._documents = {number: _document(json.loads(fields)) for number, fields in rows}
        titles = self._connection.execute("SELECT DISTINCT document, title FROM passage").fetchall()
        self._titles = {number: frozenset(title.split()) for number, title in titles}
        self._counts: dict[str, int] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def documents(self, viewer: Viewer) -> list[LibraryDocument]:
        """Return the documents that this viewer may see."""
        return [one for one in self._documents.values() if one.may_be_seen_by(viewer)]

    def size_for(self, viewer: Viewer) -> int:
        """Return how many passages this viewer may see."""
        seen = (number for number, one in self._documents.items() if one.may_be_seen_by(viewer))
        return sum(self._sizes.get(number, 0) for number in seen)

    def titles(self, viewer: Viewer) -> list[frozenset[str]]:
        """Return the stems of the titles of the documents that this viewer may see."""
        seen = ((number, one) for number, one in self._documents.items() if number in self._titles)
        return [self._titles[number] for number, one in seen if one.may_be_seen_by(viewer)]

    def count(self, term: str) -> int:
        """Return in how many passages a stem stands, whoever may see them."""
        if term not in self._counts:
            query = "SELECT doc FROM vocabulary WHERE term = ?"
            row = self._connection.execute(query, (term,)).fetchone()
            self._counts[term] = int(row[0]) if row else 0
        return self._counts[term]

    def candidates(self, terms: Iterable[str], viewer: Viewer, limit: int) -> list[Candidate]:
        """Return the passages nearest to these stems, the nearest first, of those the viewer may see."""
        wanted = self._worth_searching(set(terms))
        allowed = sorted({one.open_to.text for one in self.documents(viewer)})
        if not wanted or not allowed:
            return []
        everything = len(self.documents(viewer)) == len(self._documents)
        match = " OR ".join('"' + term.replace('"', "") + '"' for term in wanted)
        query = _SEARCH.format(
            weights=_WEIGHTS,
            audience="" if everything else f"AND p.audience IN ({', '.join('?' * len(allowed))})",
            join="" if everything else "JOIN passage p ON p.id = words.rowid",
        )
        given = [match, *([] if everything else allowed), limit]
        found = self._connection.execute(query, given).fetchall()
        return [self._candidate(row) for row in found]

    def neighbours(self, candidate: Candidate, reach: int) -> list[Passage]:
        """Return the passages of its section that stand within ``reach`` of it, itself too, in order."""
        query = (
            "SELECT fields FROM passage WHERE id BETWEEN ? AND ? AND "
            "document = (SELECT document FROM passage WHERE id = ?) ORDER BY id"
        )
        given = (candidate.place - reach, candidate.place + reach, candidate.place)
        found = [_passage(json.loads(fields)) for (fields,) in self._connection.execute(query, given)]
        return [passage for passage in found if passage.path == candidate.passage.path]

    def text(self, candidate: Candidate, start: int, end: int) -> str:
        """Return this piece of the document's plain text, word for word."""
        query = (
            "SELECT substr(document.text, ?, ?) FROM document JOIN passage ON passage.document = document.id "
            "WHERE passage.id = ?"
        )
        row = self._connection.execute(query, (start + 1, end - start, candidate.place)).fetchone()
        return str(row[0])

    def _worth_searching(self, terms: set[str]) -> list[str]:
        """Return the stems to look for, the rarest first: a common word costs much and tells nothing."""
        known = sorted((count, term) for term in terms if (count := self.count(term)))
        if self.size <= _SMALL:
            return [term for _, term in known]
        kept: list[str] = []
        postings = 0
        for count, term in known:
            postings += count
            if kept and (count > self.size * _COMMON or postings > _MOST_POSTINGS):
                break
            kept.append(term)
        return kept

    def _candidate(self, row: tuple[int, float, int, str, str, str, str, str]) -> Candidate:
        place, score, document, fields, title, path, body, parts = row
        return Candidate(
            place=place,
            passage=_passage(json.loads(fields)),
            document=self._documents[document],
            title=tuple(title.split()),
            path=tuple(path.split()),
            body=tuple(body.split()),
            parts=frozenset(parts.split()),
            nearness=-score,
        )


# The audience is asked inside the query, before the limit: what may not be seen takes no place away.
_SEARCH = """
WITH best AS (
  SELECT words.rowid AS id, bm25(words, {weights}) AS score
  FROM words {join} WHERE words MATCH ? {audience} ORDER BY score LIMIT ?
)
SELECT best.id, best.score, p.document, p.fields, p.title, p.path, p.body, p.parts
FROM best JOIN passage p ON p.id = best.id ORDER BY best.score, best.id
"""


def _document(fields: dict[str, object]) -> LibraryDocument:
    groups, words = fields["product_groups"], fields["level_words"]
    assert isinstance(groups, list)
    assert isinstance(words, list)
    return LibraryDocument(
        key=str(fields["key"]),
        title=str(fields["title"]),
        issuer=str(fields["issuer"]),
        edition=str(fields["edition"]),
        language=str(fields["language"]),
        product_groups=tuple(str(one) for one in groups),
        level_words=tuple(str(one) for one in words),
        status=DocumentStatus(str(fields["status"])),
        superseded_by=str(fields["superseded_by"]),
        audience=Audience(str(fields["audience"])),
        is_sample=bool(fields["is_sample"]),
        note=str(fields["note"]),
    )


def _passage(fields: list[object]) -> Passage:
    number, kind, text, header, path, page, start, end, *named = fields
    assert isinstance(number, int)
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert isinstance(path, list)
    assert page is None or isinstance(page, int)
    level, product_group, scheme, criterion = (str(one) for one in named)
    return Passage(
        number=number,
        kind=PassageKind(str(kind)),
        text=str(text),
        header=str(header),
        path=tuple(str(title) for title in path),
        page=page,
        start=start,
        end=end,
        level=level,
        product_group=product_group,
        scheme=scheme,
        criterion=criterion,
    )
