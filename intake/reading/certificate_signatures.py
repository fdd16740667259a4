"""What a file's certificate signatures say of the document that was read from it."""

from collections.abc import Sequence
from dataclasses import replace

from intake.reading.sniff import MediaType, sniff
from intake.reading.understood import shows_service
from intake.signing.cms_signatures import Expected, message_signatures, signed_contents
from intake.signing.pdf_signatures import digital_signatures
from intake.signing.trust_material import TrustMaterial
from pact.certificate_words import CertificateKind
from pact.documents import DigitalSignature, DocumentAsRead, SignatureKind


def with_certificates(
    document: DocumentAsRead, data: bytes, texts: Sequence[str], trust: TrustMaterial
) -> DocumentAsRead:
    """Return the document with the verdicts on the certificate signatures of its PDF.

    They say more of how it was signed than what stands in the space for a signature; ``texts`` are those
    of its pages. A time stamp signs for nobody.
    """
    found = digital_signatures(data, trust, _typed_names(document))
    return _signed_by(document, found, by_service=shows_service(texts))


def wrapped_document(data: bytes) -> bytes | None:
    """Return the PDF or Word document inside a file wrapped in its signature (.p7m), or None."""
    inside = signed_contents(data)
    return inside if inside and sniff(inside) in (MediaType.PDF, MediaType.DOCX) else None


def with_wrapper(
    document: DocumentAsRead, data: bytes, inside: bytes, trust: TrustMaterial
) -> DocumentAsRead:
    """Return the document with the verdicts on the signatures that it was wrapped in, before those inside."""
    found = message_signatures(data, inside, trust, Expected(names=_typed_names(document)))
    return _signed_by(document, (*found, *document.digital_signatures), by_service=False)


def _typed_names(document: DocumentAsRead) -> tuple[str, ...]:
    return tuple(signatory.name.value for signatory in document.signatories if signatory.name.value)


def _signed_by(
    document: DocumentAsRead, found: tuple[DigitalSignature, ...], *, by_service: bool
) -> DocumentAsRead:
    kind = _kind_by(found, by_service=by_service)
    signatories = document.signatories
    if kind is not None:
        signatories = tuple(replace(one, signature=replace(one.signature, kind=kind)) for one in signatories)
    return replace(document, digital_signatures=found, signatories=signatories)


def _kind_by(found: Sequence[DigitalSignature], *, by_service: bool) -> SignatureKind | None:
    """Return how the document was signed, or None where only time was stamped.

    A service's seal is the service's signature, whatever certificate it has; a person's own certificate
    counts as digital wherever it was put.
    """
    signed = [one for one in found if one.kind is not CertificateKind.TIMESTAMP]
    if not signed:
        return None
    if any(one.names_signatory for one in signed):
        return SignatureKind.DIGITAL
    if by_service or all(one.platform for one in signed):
        return SignatureKind.PLATFORM
    return SignatureKind.DIGITAL
