"""A document as read, as JSON: what `cfit read --json` prints, and what comes through the reading
child's pipe."""

from typing import Any

from pydantic import TypeAdapter

from pact.documents import (
    Alteration,
    DigitalSignature,
    DocumentAsRead,
    Field,
    Remark,
    Signatory,
    Signature,
    Wording,
)

_DOCUMENT: TypeAdapter[DocumentAsRead] = TypeAdapter(DocumentAsRead)


def to_json(document: DocumentAsRead) -> dict[str, Any]:
    """Return the document in the shape of ``cfit read --json``; the caller adds file, sha256, findings,
    took_ms."""
    return {
        "kind": document.kind.value,
        "kind_confidence": document.kind_confidence,
        "edition": document.edition,
        "pages": document.pages,
        "language": document.language,
        "signatories": [_signatory(s) for s in document.signatories],
        "endorses": _field(document.endorses),
        "digital_signatures": [_digital(s) for s in document.digital_signatures],
        "wording": _wording(document.wording),
        "remarks": [_remark(r) for r in document.remarks],
        "pictures": [{"kind": one.kind.value, "page": one.page} for one in document.pictures],
        "error": {"code": document.error.code.value, "message": document.error.message}
        if document.error
        else None,
    }


def from_json(data: bytes) -> DocumentAsRead:
    """Return the document that ``to_json`` wrote. pydantic.ValidationError where it is no such document."""
    return _DOCUMENT.validate_json(data)


def _signatory(signatory: Signatory) -> dict[str, Any]:
    return {
        "organisation": _field(signatory.organisation),
        "name": _field(signatory.name),
        "title": _field(signatory.title),
        "participation_type": _field(signatory.participation_type),
        "date": _field(signatory.date),
        "signature": _signature(signatory.signature),
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "value": field.value,
        "confidence": field.confidence,
        "sure": field.sure,
        "page": field.page,
        "box_pt": _box(field.box_pt),
        "method": field.method.value if field.method else None,
    }


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "kind": signature.kind.value,
        "confidence": signature.confidence,
        "page": signature.page,
        "box_pt": _box(signature.box_pt),
    }


def _box(box: tuple[float, float, float, float] | None) -> list[float] | None:
    return [round(number, 1) for number in box] if box else None


def _digital(signature: DigitalSignature) -> dict[str, Any]:
    return {
        "signer": signature.signer,
        "intact": signature.intact,
        "trusted": signature.trusted,
        "changed_after": signature.changed_after,
        "signed_at": signature.signed_at,
        "problem": signature.problem,
        "names_signatory": signature.names_signatory,
        "kind": signature.kind.value,
        "organisation": signature.organisation,
        "platform": signature.platform,
        "issuer": signature.issuer,
        "revocation": signature.revocation.value if signature.revocation else None,
        "revoked_on": signature.revoked_on,
        "changed_what": [change.value for change in signature.changed_what],
        "change_seen": signature.change_seen,
        "change_forbidden": signature.change_forbidden,
        "time_proven": signature.time_proven,
        "valid_until": signature.valid_until,
        "weak": signature.weak,
        "page": signature.page,
        "box_pt": _box(signature.box_pt),
    }


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "compared": wording.compared,
        "edition": wording.edition,
        "alterations": [_alteration(a) for a in wording.alterations],
        "why_not": wording.why_not,
        "part": wording.part,
        "in_force": wording.in_force,
        "replaced_on": wording.replaced_on,
    }


def _alteration(alteration: Alteration) -> dict[str, Any]:
    return {
        "clause": alteration.clause,
        "change": alteration.change,
        "expected": alteration.expected,
        "found": alteration.found,
        "page": alteration.page,
        "box_pt": _box(alteration.box_pt),
        "sure": alteration.sure,
        "confidence": alteration.confidence,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "code": remark.code,
        "seen": remark.seen,
        "page": remark.page,
        "box_pt": _box(remark.box_pt),
    }
