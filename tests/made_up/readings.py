"""Made-up documents as a reader would hand them on, for tests that begin after the reading."""

from dataclasses import replace

from pact.documents import (
    DocumentAsRead,
    DocumentKind,
    Field,
    Method,
    Signatory,
    Signature,
    SignatureKind,
)


def sure(value: str) -> Field:
    """Return a field that was read surely."""
    return Field(value=value, confidence=0.97, sure=True, page=16, method=Method.TEXT)


def unsure(value: str) -> Field:
    """Return a field that a person has to confirm."""
    return Field(value=value, confidence=0.6, sure=False, page=16, method=Method.TEXT)


DRAWN = Signature(kind=SignatureKind.DRAWN, confidence=0.95, page=16)

ZILVERVEEN = Signatory(
    organisation=sure("Gemeente Zilverveen"),
    name=sure("Sjoerd 't Hoen"),
    title=sure("Hoofd Inkoop en Aanbesteding"),
    participation_type=sure("procuring"),
    date=sure("2026-05-11"),
    signature=DRAWN,
)


def signed_pact(*signatories: Signatory) -> DocumentAsRead:
    """Return a copy of the Pact as read, with these signature blocks."""
    return DocumentAsRead(
        kind=DocumentKind.SIGNED_PACT, kind_confidence=0.99, pages=16, signatories=signatories
    )


def letter_of_support(signatory: Signatory, endorses: Field) -> DocumentAsRead:
    """Return a Letter of Support as read."""
    read = signed_pact(signatory)
    return replace(read, kind=DocumentKind.LETTER_OF_SUPPORT, pages=1, endorses=endorses)
