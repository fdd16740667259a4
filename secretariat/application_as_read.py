"""An application's fields as they stand, put together again as a document for the checks."""

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlmodel import Session

from intake.reading.reading_json import from_json
from pact.documents import (
    FIELD_NAMES,
    BoxPt,
    DocumentAsRead,
    Field,
    Method,
    Signatory,
    Signature,
    SignatureKind,
)
from secretariat.read_by_eye import settled_by_eye
from storage.applications import fields_of
from storage.tables import Application, ApplicationField, Document


def application_as_read(session: Session, application: Application) -> DocumentAsRead:
    """Return the paper that opened the application, with its fields as they stand now.

    What somebody said settles what no reader could read, or was in doubt about.
    """
    rows = fields_of(session, application)
    blocks = sorted({row.block for row in rows})
    signatories = tuple(_signatory([row for row in rows if row.block == block]) for block in blocks)
    read = reading_of(paper_of(session, application))
    remarks = tuple(remark for remark in read.remarks if remark.code not in settled_by_eye(signatories))
    error = None if any(row.method and Method(row.method).is_told for row in rows) else read.error
    return replace(read, signatories=signatories, remarks=remarks, error=error)


def paper_of(session: Session, application: Application) -> Document | None:
    """Return the paper that the application's fields stand in, or None."""
    numbers = (row.document_id for row in fields_of(session, application))
    number = next((number for number in numbers if number is not None), None)
    return session.get(Document, number) if number else None


def reading_of(document: Document | None) -> DocumentAsRead:
    """Return what was read of a stored document; nothing where there is none."""
    return from_json(json.dumps(document.reading).encode()) if document else DocumentAsRead()


def name_of_organisation(read: DocumentAsRead) -> str | None:
    """Return the organisation's name in the first signature block that has one, or None."""
    names = (signatory.organisation.value for signatory in read.signatories)
    return next((name for name in names if name), None)


def _signatory(rows: Iterable[ApplicationField]) -> Signatory:
    found = {row.name: row for row in rows}
    fields = {name: _field(found[name]) for name in FIELD_NAMES if name in found}
    signature = found.get("signature")
    return replace(Signatory(signature=_signature(signature)), **fields)  # type: ignore[arg-type]


def _signature(row: ApplicationField | None) -> Signature:
    if row is None or not row.value:
        return Signature()
    return Signature(SignatureKind(row.value), row.confidence, row.page, _box(row))


def _field(row: ApplicationField) -> Field:
    method = Method(row.method) if row.method else None
    return Field(row.value, row.confidence, row.sure, row.page, _box(row), method)


def _box(row: ApplicationField) -> BoxPt | None:
    if row.box_pt is None:
        return None
    left, bottom, right, top = row.box_pt
    return left, bottom, right, top
