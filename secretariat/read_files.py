"""`cfit read`: documents from files, each read in a limited child; nothing is registered."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from intake.reading.reading_json import to_json
from intake.sandbox.child_limits import ChildLimits
from intake.sandbox.eyes_relay import Progress
from intake.sandbox.reader_pool import ReaderPool
from pact.checks import check_paper
from pact.documents import DocumentAsRead, ReadError, ReadErrorCode, Wording
from pact.findings import Finding
from secretariat.certificates_shown import certificates_shown, print_certificates
from secretariat.console import heading, print_table, say
from secretariat.dossier_print import FIELD_LABELS, print_findings
from secretariat.explain import shown_pages, write_explanation, written
from secretariat.readers import open_readers
from storage.settings import Settings


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file as read: its document, what was found in it, and how long that took."""

    path: Path
    sha256: str | None
    document: DocumentAsRead
    findings: tuple[Finding, ...]
    took_ms: int
    explained_in: tuple[Path, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the object that `cfit read --json` prints."""
        findings = [asdict(found) for found in self.findings]
        return {
            "file": str(self.path),
            "sha256": self.sha256,
            **to_json(self.document),
            "findings": findings,
            "took_ms": self.took_ms,
            **({"explained_in": [str(file) for file in self.explained_in]} if self.explained_in else {}),
        }


def read_files(
    settings: Settings,
    paths: Iterable[Path],
    today: date,
    *,
    explain_in: Path | None = None,
    tell: Callable[[Path, Progress], None] | None = None,
) -> Iterator[FileReading]:
    """Yield the reading of each file, one after the other; with a folder, pages there that explain it.

    ``tell`` hears of every page that has to be looked at as a picture. What only a mail can show (who
    sent it, who has applied before) is not judged here.
    """
    with open_readers(settings) as readers:
        for path in _files_of(paths):
            began = time.monotonic()
            sha256 = _sha256(path)
            progress = partial(tell, path) if tell else None
            document = readers.read_path(path, progress) if path.exists() else _missing(path)
            took_ms = round((time.monotonic() - began) * 1000)
            findings = tuple(check_paper(document, today))
            reading = FileReading(path, sha256, document, findings, took_ms)
            yield _explained(readers, reading, explain_in) if explain_in and sha256 else reading


def print_reading(reading: FileReading) -> None:
    """Print one file's reading for a person."""
    document = reading.document
    heading(f"{reading.path}: {document.kind.value.replace('_', ' ')}")
    if document.error is not None:
        say(f"Not read ({document.error.code.value}). {document.error.message}")
        return
    confidence = f"{document.kind_confidence:.2f}"
    say(f"{document.pages} pages in {reading.took_ms} ms; confidence of the kind {confidence}.")
    for signatory in document.signatories:
        rows = [
            (
                FIELD_LABELS[name],
                field.value or "not read",
                "sure" if field.sure else "ask",
                str(field.page or ""),
            )
            for name in FIELD_LABELS
            if name != "signature"
            for field in [getattr(signatory, name)]
        ]
        mark = signatory.signature
        rows.append(("Signature", mark.kind.value, f"{mark.confidence:.2f}", str(mark.page or "")))
        print_table(("field", "value", "sure", "page"), rows, empty="")
    print_certificates(certificates_shown(document.digital_signatures))
    _print_wording(document.wording)
    print_findings(reading.findings)
    if reading.explained_in:
        say(f"What the reader saw: {reading.explained_in[0]}")


def _print_wording(wording: Wording) -> None:
    """Print what differs from the edition, clause by clause; nothing where there was nothing to compare."""
    if wording.compared and not wording.alterations:
        say(f"Its wording is that of edition {wording.edition}.")
    rows = [
        (one.clause, one.change, one.expected or "", one.found or "", "sure" if one.sure else "ask")
        for one in wording.alterations
    ]
    if rows:
        print_table(("clause", "change", "expected", "found", "sure"), rows, empty="")


def _explained(readers: ReaderPool, reading: FileReading, folder: Path) -> FileReading:
    data = reading.path.read_bytes()
    pages = shown_pages(reading.document, partial(readers.picture, data))
    html = written(reading.path.name, reading.document, reading.findings, pages)
    # Two files of one name, from two folders, are told apart by their bytes.
    stem = f"{reading.path.stem}-{(reading.sha256 or '')[:8]}"
    return replace(reading, explained_in=tuple(write_explanation(folder, stem, html, pages)))


def _files_of(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(entry for entry in path.iterdir() if entry.is_file())
        else:
            yield path


def _sha256(path: Path) -> str | None:
    """Return the file's hash; None for what is no file, cannot be opened, or is too large to be read."""
    try:
        if not path.is_file() or path.stat().st_size > ChildLimits().document_bytes:
            return None
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _missing(path: Path) -> DocumentAsRead:
    text = f"{path} cannot be opened: is it there, and may you read it?"
    return DocumentAsRead(error=ReadError(ReadErrorCode.UNSUPPORTED, text))
