"""Where in a document each thing was read: the list that a person follows to see it too."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pact.documents import FIELD_NAMES, BoxPt, DocumentAsRead, Signatory


class Standing(StrEnum):
    """How a thing stands: sure, to be asked, missing, or differing from the Pact's edition."""

    SURE = "sure"
    UNSURE = "unsure"
    MISSING = "missing"
    DIFFERS = "differs"
    NOTICED = "noticed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was read: what it is, what it says, how it stands, and its place if it has one.

    ``block`` counts signature blocks from 0; it is None for what belongs to no block. ``page``
    counts from 1.
    """

    what: str
    block: int | None
    value: str | None
    confidence: float
    standing: Standing
    page: int | None = None
    box_pt: BoxPt | None = None
    method: str | None = None


def evidence_of(document: DocumentAsRead) -> tuple[Evidence, ...]:
    """Return all evidence in a document: fields and signature block by block, endorsement, wording,
    and what was noticed."""
    return tuple(_all_evidence(document))


def _all_evidence(document: DocumentAsRead) -> Iterator[Evidence]:
    for block, signatory in enumerate(document.signatories):
        yield from _of_block(block, signatory)
    if document.endorses.value is not None:
        field = document.endorses
        standing = Standing.SURE if field.sure else Standing.UNSURE
        yield Evidence(
            "endorsement", None, field.value, field.confidence, standing, field.page, field.box_pt, None
        )
    for one in document.wording.alterations:
        said = " → ".join(words for words in (one.expected, one.found) if words)
        what = f"wording {one.clause}: {one.change}"
        standing = Standing.DIFFERS if one.sure else Standing.UNSURE
        yield Evidence(what, None, said or None, one.confidence, standing, one.page, one.box_pt)
    for remark in document.remarks:
        words = remark.code.replace("_", " ")
        yield Evidence(words, None, remark.seen, 0.0, Standing.NOTICED, remark.page, remark.box_pt)


def _of_block(block: int, signatory: Signatory) -> Iterator[Evidence]:
    for name in FIELD_NAMES:
        field = getattr(signatory, name)
        standing = Standing.SURE if field.sure else Standing.UNSURE
        if field.value is None and field.box_pt is None:
            standing = Standing.MISSING
        method = field.method.value if field.method else None
        yield Evidence(name, block, field.value, field.confidence, standing, field.page, field.box_pt, method)
    mark = signatory.signature
    standing = Standing.SURE if mark.kind.is_found else Standing.MISSING
    yield Evidence("signature", block, mark.kind.value, mark.confidence, standing, mark.page, mark.box_pt)
