"""Whether all that was entrusted is still there and whole."""

from dataclasses import dataclass

from sqlmodel import Session, select

from secretariat.desk import Desk
from storage.journal import head_hash, verify_chain
from storage.library.library_tables import LibraryDocumentRow
from storage.tables import Document, JournalEntry, Mail, PactEdition


@dataclass(frozen=True, slots=True)
class Verification:
    """A sentence for each problem, and one about everything."""

    problems: tuple[str, ...]
    summary: str
    journal_head: str


def verify_all(desk: Desk) -> Verification:
    """Check every original against its name, every row's original, and the journal's chain."""
    problems = list(desk.originals.problems())
    with desk.database.read() as session:
        needed = _originals_needed(session)
        kept = set(desk.originals.names())
        problems += [
            f"The original {name} of {what} is missing." for name, what in needed if name not in kept
        ]
        problems += verify_chain(session)
        entries = len(session.exec(select(JournalEntry.seq)).all())
        head = head_hash(session)
    state = "all whole" if not problems else f"{len(problems)} problems"
    orphans = len(kept - {name for name, _ in needed})
    unused = f" ({orphans} of them named by no row yet)" if orphans else ""
    return Verification(
        problems=tuple(problems),
        summary=f"{len(kept)} originals{unused}, {entries} journal entries: {state}. "
        f"The journal's head is {head[:16]}.",
        journal_head=head,
    )


def _originals_needed(session: Session) -> list[tuple[str, str]]:
    mails = session.exec(select(Mail.sha256, Mail.id)).all()
    documents = session.exec(select(Document.sha256, Document.file_name)).all()
    editions = session.exec(select(PactEdition.sha256, PactEdition.file_name)).all()
    library = session.exec(select(LibraryDocumentRow.sha256, LibraryDocumentRow.file_name)).all()
    named = [(sha256, f"M-{number}") for sha256, number in mails]
    return named + list(documents) + list(editions) + list(library)
