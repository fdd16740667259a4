"""Whether what was signed is still the same: the bytes that a signature covers, and its value over them."""

from dataclasses import dataclass, replace

from asn1crypto import cms, x509
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from pact.certificate_words import SignatureProblem

_STRONG_RSA_BITS = 2048
_WEAK_DIGESTS = {"md2": "MD2", "md5": "MD5", "sha1": "SHA-1"}


@dataclass(frozen=True, slots=True)
class Integrity:
    """Whether what was signed is the same, and if not, why.

    ``genuine`` says that the certificate's key made the signature: without that, anybody could have put
    the certificate there.
    """

    intact: bool | None
    genuine: bool
    problem: SignatureProblem | None = None


def covered_end(embedded: EmbeddedPdfSignature, data: bytes) -> int | None:
    """Return where the covered part of the file ends, or None where it leaves out more than itself.

    All bytes from the first one count, except for the signature's own value (PDF 32000-1, 12.8.1).
    A gap that holds anything else could hold another document.
    """
    numbers = [int(number) for number in embedded.byte_range]
    if len(numbers) != 4:
        return None
    start, before, after, rest = numbers
    if start != 0 or not 0 < before < after <= after + rest <= len(data) or not rest:
        return None
    gap = data[before:after]
    if gap[:1] != b"<" or gap[-1:] != b">":
        return None
    try:
        held = bytes.fromhex(gap[1:-1].decode("ascii"))
    except ValueError:
        return None
    return after + rest if held == embedded.pkcs7_content else None


def integrity_of(embedded: EmbeddedPdfSignature, data: bytes) -> Integrity:
    """Return whether the covered bytes are those that were signed, and the value is the certificate's.

    One of LIBRARY_FAULTS where the signature cannot be taken apart.
    """
    found = integrity_over(embedded.compute_digest(), embedded.signer_info, embedded.signer_cert)
    if found.intact and covered_end(embedded, data) is None:
        return replace(found, intact=False, problem=SignatureProblem.COVERS_PART)
    return found


def integrity_over(digest: bytes, signer: cms.SignerInfo, certificate: x509.Certificate) -> Integrity:
    """Return whether the signature value is the certificate's, over contents with that digest."""
    same, genuine = validate_sig_integrity(signer, certificate, "data", digest)
    if not genuine:
        return Integrity(intact=False, genuine=False, problem=SignatureProblem.FORGED)
    return Integrity(intact=same, genuine=True, problem=None if same else SignatureProblem.BROKEN)


def weakness_of(signer: cms.SignerInfo, certificate: x509.Certificate) -> str | None:
    """Return the name of an algorithm by which others could have made the signature, or None."""
    digests = [signer["digest_algorithm"]["algorithm"].native, _digest_in(signer["signature_algorithm"])]
    for digest in digests:
        if digest in _WEAK_DIGESTS:
            return _WEAK_DIGESTS[digest]
    key = certificate.public_key
    if key.algorithm in ("rsa", "rsassa_pss") and key.bit_size < _STRONG_RSA_BITS:
        return f"RSA with {key.bit_size} bits"
    return None


def _digest_in(algorithm: cms.SignedDigestAlgorithm) -> str | None:
    try:
        return str(algorithm.hash_algo)
    except ValueError:  # such as plain RSA, which names none
        return None
