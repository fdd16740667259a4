"""An application's fields as they stand, put together again as a document for the checks."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlmodel import Session

from intake.reading_json import from_json
from pact.documents import (
    FIELD_NAMES,
    DocumentAsRead,
    Field,
    Method,
    Signatory,
    Signature,
    SignatureKind,
)
from storage.applications import documents_of, fields_of
from storage.tables import Application, ApplicationField, Document

SETTLES_REMARK = {"date": "ambiguous_date", "participation_type": "contradictory_marks"}
"""What the reader was in doubt about is no longer in doubt once a person has said it."""


def application_as_read(session: Session, application: Application) -> DocumentAsRead:
    """Return the paper that opened the application, with its fields as they stand now."""
    rows = fields_of(session, application)
    blocks = sorted({row.block for row in rows})
    signatories = tuple(_signatory([row for row in rows if row.block == block]) for block in blocks)
    by_hand = {row.name for row in rows if row.method == Method.PERSON}
    settled = {SETTLES_REMARK[name] for name in by_hand & set(SETTLES_REMARK)}
    read = reading_of(_paper(session, application, rows))
    remarks = tuple(remark for remark in read.remarks if remark.code not in settled)
    return replace(read, signatories=signatories, remarks=remarks)


def reading_of(document: Document | None) -> DocumentAsRead:
    """Return what was read of a stored document; nothing where there is none."""
    return from_json(json.dumps(document.reading).encode()) if document else DocumentAsRead()


def name_of_organisation(read: DocumentAsRead) -> str | None:
    """Return the organisation's name in the first signature block that has one, or None."""
    names = (signatory.organisation.value for signatory in read.signatories)
    return next((name for name in names if name), None)


def _paper(session: Session, application: Application, rows: Sequence[ApplicationField]) -> Document | None:
    number = next((row.document_id for row in rows if row.document_id is not None), None)
    return session.get(Document, number) if number else next(iter(documents_of(session, application)), None)


def _signatory(rows: Iterable[ApplicationField]) -> Signatory:
    found = {row.name: row for row in rows}
    fields = {name: _field(found[name]) for name in FIELD_NAMES if name in found}
    signature = found.get("signature")
    kind = SignatureKind(signature.value) if signature and signature.value else SignatureKind.NONE
    confidence = signature.confidence if signature else 0.0
    return replace(Signatory(signature=Signature(kind, confidence)), **fields)  # type: ignore[arg-type]


def _field(row: ApplicationField) -> Field:
    return Field(
        row.value, row.confidence, row.sure, row.page, method=Method(row.method) if row.method else None
    )
