"""What a file's certificate signatures say of the document that was read from it."""

from collections.abc import Sequence
from dataclasses import replace

from intake.reading.understood import shows_service
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
    typed = [signatory.name.value for signatory in document.signatories if signatory.name.value]
    found = digital_signatures(data, trust, typed)
    kind = _kind_by(found, by_service=shows_service(texts))
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
