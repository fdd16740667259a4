"""Whether what the library quotes stands in its files, word for word, and what a document still lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.sandbox.reader_pool import ReaderPool
from pact.library_documents import LibraryDocument, Viewer
from pact.library_elements import DocumentElements
from pact.library_metadata import missing_metadata
from pact.library_passages import Passage
from secretariat.desk import Desk
from storage.library.library_tables import LibraryDocumentRow
from storage.library.passages import passages_of
from storage.library.shelf import document_of_row, document_row, documents
from storage.original_names import OriginalDamaged, OriginalMissing


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """The outcome for one document: how many passages were compared, and a sentence for each problem."""

    document: str
    passages: int
    problems: tuple[str, ...]


def check_library(
    desk: Desk, readers: ReaderPool, viewer: Viewer, keys: Sequence[str] = ()
) -> Iterator[CheckedDocument]:
    """Read every file anew, or those of these keys, and yield what does not fit.

    PactError when one of the keys is not in the library.
    """
    with desk.database.read() as session:
        wanted = list(keys) or [one.key for one in documents(session, viewer)]
        rows = [document_row(session, key, viewer) for key in wanted]
        known = {one.key for one in documents(session, viewer, retired_too=True)}
        passages = {key: passages_of(session, key) for key in wanted}
    for row in rows:
        problems = [*_of_text(desk, readers, row, passages[row.key]), *_of_metadata(row, known)]
        yield CheckedDocument(row.key, len(passages[row.key]), tuple(problems))


def _of_text(
    desk: Desk, readers: ReaderPool, row: LibraryDocumentRow, passages: Sequence[Passage]
) -> Iterator[str]:
    try:
        read = readers.criteria(desk.originals.get(row.sha256))
    except (OriginalMissing, OriginalDamaged) as error:
        yield str(error)
        return
    if read.problem:
        yield f"Its file cannot be read any more: {read.problem}"
        return
    words = _words_of(read)
    for passage in passages:
        if row.text[passage.start : passage.end] != passage.text:
            yield f"Passage {passage.number} does not stand in the document's text where it says."
        if _one_line(passage.text) not in words:
            said = _one_line(passage.text)[:80]
            yield f"Passage {passage.number} does not stand in the file word for word: {said}"
    for page in read.unreadable_pages:
        yield f"Nothing could be read on page {page}: a scan has to be recognised before it is added."


def _of_metadata(row: LibraryDocumentRow, known: set[str]) -> Iterator[str]:
    document: LibraryDocument = document_of_row(row)
    for name in missing_metadata(document):
        yield f"Nobody has said its {name}."
    if document.superseded_by and document.superseded_by not in known:
        yield f"It is superseded by {document.superseded_by}, which is not in the library."


def _words_of(read: DocumentElements) -> str | frozenset[str]:
    """Return the source's own text in one line, or where it has none what stands in it piece by piece."""
    if read.text is not None:
        return _one_line(read.text)
    return frozenset(_one_line(element.text) for element in read.elements)


def _one_line(text: str) -> str:
    return " ".join(text.split())
