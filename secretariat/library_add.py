"""Adding documents to the library, each with a report of what was read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from intake.sandbox.reader_pool import ReaderPool
from pact.errors import PactError
from pact.library_documents import SECRETARIAT_VIEWER, LibraryDocument
from pact.library_metadata import GivenMetadata, missing_metadata, successor_of
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.library_files import (
    Found,
    LibraryFile,
    described_file,
    is_described,
    key_of,
    read_library_file,
)
from secretariat.library_hand import require_librarian
from storage import journal
from storage.library.shelf import (
    add_document,
    document_reference,
    document_row,
    documents,
    known_document,
    supersede,
)

LIBRARY_READER = "1"


class AddOutcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    KNOWN = "known"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """The report on one file: counts of what was read, ``missing`` metadata, and ``why`` where not added."""

    file: str
    document: str
    outcome: AddOutcome
    title: str = ""
    edition: str = ""
    status: str = ""
    language: str = ""
    headings: int = 0
    passages: int = 0
    table_rows: int = 0
    criteria: int = 0
    pages: int = 0
    unreadable_pages: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()
    why: str = ""


def add_files(
    desk: Desk, readers: ReaderPool, files: Iterable[Found], given: GivenMetadata, hand: Hand
) -> Iterator[AddedDocument]:
    """Add the files one by one, each in a transaction of its own, and yield the report on each.

    One that cannot be read or is not described enough is refused in a sentence; the others are added.
    """
    with desk.database.read() as session:
        require_librarian(session, hand)
    for found in files:
        try:
            yield _added(desk, readers, found, given=given, hand=hand)
        except PactError as error:
            yield AddedDocument(found.path.name, key_of(found.path), AddOutcome.REFUSED, why=str(error))


def link_successors(desk: Desk, hand: Hand) -> list[str]:
    """Name the successor of documents that call themselves superseded, and return sentences about it."""
    says: list[str] = []
    with desk.database.write() as session:
        known = documents(session, SECRETARIAT_VIEWER)
        for document in known:
            if document.superseded_by or not (successor := successor_of(document, known)):
                continue
            row = document_row(session, document.key, SECRETARIAT_VIEWER)
            supersede(session, row, successor)
            assert row.id is not None
            reason = f"by {successor}, as it says itself"
            note_in_journal(session, row.id, "supersede_library_document", reason, desk=desk, hand=hand)
            says.append(f"{document.key} is superseded by {successor}.")
    return says


def keep_file(desk: Desk, session: Session, file: LibraryFile, hand: Hand) -> int:
    """Keep a document that was read, in the session's transaction, and return its number.

    Its bytes are kept among the originals beforehand. PactError when the person may not, or the key is taken.
    """
    require_librarian(session, hand)
    number = add_document(
        session, file.document, file.content, reader=LIBRARY_READER, by=hand.person, at=desk.now()
    )
    reason = f"{file.document.key}: {hand.reason}"
    note_in_journal(session, number, "add_library_document", reason, desk=desk, hand=hand)
    return number


def note_in_journal(session: Session, number: int, move: str, reason: str, *, desk: Desk, hand: Hand) -> None:
    """Note what was done to a document, by whom and why."""
    subject = document_reference(number)
    journal.append(session, subject=subject, move=move, actor=hand.actor, reason=reason, at=desk.now())


def report_on(file: LibraryFile, outcome: AddOutcome, why: str = "") -> AddedDocument:
    """Return the report on a file that was read."""
    document, content = file.document, file.content
    return AddedDocument(
        file=document.file_name,
        document=document.key,
        outcome=outcome,
        title=document.title,
        edition=document.edition,
        status=str(document.status),
        language=document.language,
        headings=len(content.headings),
        passages=len(content.passages),
        table_rows=content.table_rows,
        criteria=len(content.criteria),
        pages=content.pages,
        unreadable_pages=content.unreadable_pages,
        missing=missing_metadata(document),
        why=why,
    )


def _added(
    desk: Desk, readers: ReaderPool, found: Found, *, given: GivenMetadata, hand: Hand
) -> AddedDocument:
    data, read = read_library_file(readers, found.path)
    key = key_of(found.path)
    if not is_described(found, read):
        why = "It says nothing about itself. To add it all the same, name the file itself."
        return AddedDocument(found.path.name, key, AddOutcome.SKIPPED, why=why)
    file = described_file(data, read, given, key=key, file_name=found.path.name)
    with desk.database.read() as session:
        known = known_document(session, key)
    if known is not None:
        return report_on(file, AddOutcome.KNOWN, _why_known(known, file.document))
    desk.originals.put(data)
    with desk.database.write() as session:
        keep_file(desk, session, file, hand)
    return report_on(file, AddOutcome.ADDED)


def _why_known(known: LibraryDocument, document: LibraryDocument) -> str:
    if known.source_sha256 == document.source_sha256:
        return "It is in the library already, the same to the byte: nothing was changed."
    raise PactError(
        f"Another file is in the library as {known.key}. A new edition of it: cfit library replace "
        f"{known.key} FILE; another document: give the file another name."
    )
