"""`cfit reread`: the present reader over stored originals, beside what was read when they came."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlmodel import Session, col, select

from intake.malware.virus_verdict import VirusCheck
from intake.reading.sniff import MediaType
from intake.sandbox.reader_pool import ReaderPool
from pact.album import shared_out
from pact.documents import DocumentAsRead
from pact.reading_differences import Difference, differences
from secretariat.application_as_read import reading_of
from secretariat.console import heading, print_table, say
from secretariat.desk import Desk
from secretariat.stored_documents import documents_named, may_be_opened
from storage.mails import reference_of
from storage.originals import OriginalDamaged, OriginalMissing
from storage.tables import Application, Document


@dataclass(frozen=True, slots=True)
class Rereading:
    """One stored document read again: what would differ, or why it could not be read again."""

    mail: str
    application: str | None
    file_name: str
    sha256: str
    reader_before: str
    differences: tuple[Difference, ...] = ()
    problem: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the object that `cfit reread --json` prints."""
        return asdict(self)


def reread(desk: Desk, readers: ReaderPool, reference: str | None) -> Iterator[Rereading]:
    """Yield each stored document of a case, a mail or, without reference, of all, read again.

    The pictures of one mail are read together, as they were when they came. Nothing is written:
    fields that people have seen change by `cfit correct` alone. PactError when the reference is unknown.
    """
    for number in documents_to_reread(desk, reference):
        with desk.database.read() as session:
            row = session.get(Document, number)
            if row is None:  # erased while others were read
                continue
            told, before = _told(session, row), reading_of(row)
            album = _album_of(session, row)
        try:
            if why := _why_unopened(desk, [row, *album]):
                yield replace(told, problem=why)
                continue
            now = _read_now(desk, readers, row, album)
        except (OriginalMissing, OriginalDamaged):
            yield replace(told, problem="Its bytes are missing or damaged; `cfit verify` tells more.")
        else:
            yield replace(told, differences=differences(before, now))


def documents_to_reread(desk: Desk, reference: str | None) -> list[int]:
    """Return the numbers of the documents that a reference names; without one, of all documents."""
    with desk.database.read() as session:
        rows = documents_named(session, reference)
        return [row.id for row in rows if row.id is not None]


def print_rereading(reading: Rereading) -> None:
    """Print one document's rereading for a person."""
    where = reading.application or reading.mail
    heading(f"{where}: {reading.file_name}")
    if reading.problem:
        say(reading.problem)
        return
    rows = [(one.what, one.before, one.now) for one in reading.differences]
    print_table(("what", "read then", "would be read now"), rows, empty="Nothing differs.")


def _told(session: Session, row: Document) -> Rereading:
    application = session.get(Application, row.application_id) if row.application_id else None
    return Rereading(
        mail=reference_of(row.mail_id),
        application=application.reference if application else None,
        file_name=row.file_name,
        sha256=row.sha256,
        reader_before=row.reader,
    )


def _album_of(session: Session, row: Document) -> list[Document]:
    """Return the picture files of the mail that this one came with; none where it is no picture."""
    if not MediaType(row.media_type).is_image:
        return []
    beside = session.exec(
        select(Document).where(Document.mail_id == row.mail_id).order_by(col(Document.part))
    ).all()
    return [one for one in beside if MediaType(one.media_type).is_image]


def _why_unopened(desk: Desk, rows: Sequence[Document]) -> str:
    """Return why documents are not opened, "" where they may be: with a scanner, what it calls clean."""
    for row in rows:
        if not may_be_opened(row):
            return "The virus scanner found something in it: it is not opened."
        if desk.scanner.is_set and row.virus_check != VirusCheck.CLEAN:
            verdict = desk.scanner.scan(desk.originals.get(row.sha256))
            if verdict.check is not VirusCheck.CLEAN:
                return f"It is not opened, as it is not known to be free of viruses. {verdict.seen}"
    return ""


def _read_now(desk: Desk, readers: ReaderPool, row: Document, album: Sequence[Document]) -> DocumentAsRead:
    if not album:
        return readers.read(desk.originals.get(row.sha256))
    document, _ = readers.measure_album([desk.originals.get(one.sha256) for one in album])
    shares = shared_out(document, [one.file_name for one in album])
    return next(share for one, share in zip(album, shares, strict=True) if one.id == row.id)
