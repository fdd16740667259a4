"""Changing what is in the library: a new edition in the place of an old one, and taking one out of use."""

import re
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from intake.sandbox.reader_pool import ReaderPool
from pact.errors import PactError
from pact.library_documents import SECRETARIAT_VIEWER, DocumentStatus
from pact.library_metadata import GivenMetadata, carried_over
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.library_add import AddedDocument, AddOutcome, keep_file, note_in_journal, report_on
from secretariat.library_files import LibraryFile, described_file, key_of, read_library_file
from secretariat.library_hand import require_librarian
from storage.library.shelf import document_of_row, document_row, known_document, retire, supersede


def replace_document(
    desk: Desk, readers: ReaderPool, key: str, path: Path, *, given: GivenMetadata, hand: Hand
) -> AddedDocument:
    """Put a new edition in the place of the document of that key, which stays and says so.

    What is not said about the new one, by a person or by the file, holds as for the old one. PactError when
    the old one is out of date already, or the new one is not in force.
    """
    with desk.database.read() as session:
        require_librarian(session, hand)
        old = document_of_row(document_row(session, key, SECRETARIAT_VIEWER))
        if old.superseded_by:
            raise PactError(f"{key} is superseded by {old.superseded_by} already: replace that one.")
    data, read = read_library_file(readers, path)
    read = replace(read, described=read.described + carried_over(old))
    described = described_file(data, read, given, key=key_of(path), file_name=path.name)
    if described.document.source_sha256 == old.source_sha256:
        raise PactError(f"This is the file that the library has as {key}: nothing was changed.")
    with desk.database.read() as session:
        file = _with_free_key(session, described)
    if file.document.status is not DocumentStatus.APPROVED:
        raise PactError(
            f"The new edition is {file.document.status}: it takes no place before it is approved (5.1.2). "
            "Until then: cfit library add."
        )
    desk.originals.put(data)
    with desk.database.write() as session:
        keep_file(desk, session, file, hand)
        row = document_row(session, key, SECRETARIAT_VIEWER)
        supersede(session, row, file.document.key)
        assert row.id is not None
        reason = f"by {file.document.key}: {hand.reason}"
        note_in_journal(session, row.id, "supersede_library_document", reason, desk=desk, hand=hand)
    return report_on(file, AddOutcome.ADDED, f"{key} is superseded by it, and stays.")


def retire_document(desk: Desk, key: str, hand: Hand) -> str:
    """Take a document out of use and say so. PactError when the person may not, or there is none."""
    if not hand.reason.strip():
        raise PactError("Say why: it is kept in the journal.")
    with desk.database.write() as session:
        require_librarian(session, hand)
        row = document_row(session, key, SECRETARIAT_VIEWER)
        retire(session, row, desk.now())
        assert row.id is not None
        reason = f"{key}: {hand.reason}"
        note_in_journal(session, row.id, "retire_library_document", reason, desk=desk, hand=hand)
    return f"{key} is quoted no longer. Its file and its passages are kept."


def _with_free_key(session: Session, file: LibraryFile) -> LibraryFile:
    """Return the file under a key that no document has: editions often come under one file name."""
    document = file.document
    edition = re.sub(r"\W+", "-", document.edition).strip("-").lower()[:40]
    for key in (document.key, f"{document.key}-{edition}" if edition else document.key):
        if known_document(session, key) is None:
            return replace(file, document=replace(document, key=key))
    raise PactError(
        f"A document called {document.key} is in the library already, and the new edition says no number "
        "or year of its own: give it with --edition, or give the file another name."
    )
