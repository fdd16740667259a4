"""Signed messages outside a PDF (CMS, RFC 5652): S/MIME mail, and documents wrapped as .p7m."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from asn1crypto import cms, core, x509
from pyhanko.sign.general import match_issuer_serial
from pyhanko.sign.validation.generic_cms import extract_self_reported_ts

from intake.signing.certificate_paths import Bearer
from intake.signing.certificate_trust import MOST_CERTIFICATES, CertificateTrust, trust_in
from intake.signing.later_changes import LaterChanges
from intake.signing.library_faults import LIBRARY_FAULTS, Stopwatch
from intake.signing.plain_signature import plain
from intake.signing.revocation_data import data_in_signature
from intake.signing.signature_facts import SignatureFacts, signature_of, tried
from intake.signing.signed_bytes import integrity_over, weakness_of
from intake.signing.signer_names import mail_addresses, signer_name
from intake.signing.signing_times import SigningTime, aware
from intake.signing.trust_material import TrustedFor, TrustMaterial
from pact.certificate_words import CertificateKind, LaterChange, SignatureProblem
from pact.documents import DigitalSignature

CPU_S = 2.0
_MOST_SIGNERS = 4
_DIGESTS = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


@dataclass(frozen=True, slots=True)
class Expected:
    """Whom certificates should name: the signatories by their typed names, or a mail's sender by address."""

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def signed_contents(message: bytes) -> bytes | None:
    """Return what a signed message carries inside; None for what is none, or carries nothing."""
    with suppress(*LIBRARY_FAULTS):
        content = _signed_data(message)["encap_content_info"]["content"]
        return None if isinstance(content, core.Void) else bytes(content)
    return None


def message_signatures(
    message: bytes, contents: bytes, trust: TrustMaterial, expected: Expected
) -> tuple[DigitalSignature, ...]:
    """Return the verdicts on every signature of the message over these contents; raises nothing.

    ``names_signatory`` says whether the certificate names whom ``expected`` does. What cannot be checked has
    None for a verdict and a problem in words.
    """
    unchecked = (DigitalSignature(problem=SignatureProblem.DAMAGED),)
    try:
        data = _signed_data(message)
        signers = list(data["signer_infos"])[:_MOST_SIGNERS]
        held = _Message(data, tuple(_certificates(data)), contents, trust, expected, Stopwatch(CPU_S))
    except LIBRARY_FAULTS:
        return unchecked
    return tuple(plain(tried(partial(_checked, held, one), _unchecked)) for one in signers) or unchecked


@dataclass(frozen=True, slots=True)
class _Message:
    data: cms.SignedData
    certificates: tuple[x509.Certificate, ...]
    contents: bytes
    trust: TrustMaterial
    expected: Expected
    watch: Stopwatch


def _unchecked(problem: SignatureProblem) -> DigitalSignature:
    return DigitalSignature(problem=problem)


def _signed_data(message: bytes) -> cms.SignedData:
    """Return the signed data. ValueError or TypeError for anything else, such as an encrypted message."""
    info = cms.ContentInfo.load(message)
    if info["content_type"].native != "signed_data":
        raise ValueError("not signed")
    return info["content"]


def _certificates(data: cms.SignedData) -> Iterator[x509.Certificate]:
    for choice in list(data["certificates"])[:MOST_CERTIFICATES]:
        if choice.name == "certificate":
            yield choice.chosen.untag()


def _checked(held: _Message, signer: cms.SignerInfo) -> DigitalSignature:
    certificate = _signer_certificate(held, signer)
    integrity = integrity_over(_digest(held.contents, signer), signer, certificate)
    name = signer_name(certificate, held.expected.names)
    if held.expected.addresses:
        name = replace(name, names_signatory=_bears_address(certificate, held.expected.addresses))
    claimed = extract_self_reported_ts(signer)
    when = SigningTime(aware(claimed) if claimed else None)
    trust = CertificateTrust(None)
    if integrity.genuine:
        use = TrustedFor.SEALS if name.kind is CertificateKind.SEAL else TrustedFor.SIGNATURES
        trust = _trust(held, signer, certificate, when, use)
    broken = integrity.problem is SignatureProblem.BROKEN
    changes = LaterChanges((LaterChange.SIGNED_PART,) if broken else (), compared=integrity.genuine)
    weak = weakness_of(signer, certificate)
    return signature_of(SignatureFacts(certificate, name, integrity, when, trust, changes, weak))


def _signer_certificate(held: _Message, signer: cms.SignerInfo) -> x509.Certificate:
    """Return the certificate that the signer names. LookupError where it is not in the message."""
    identity = signer["sid"]
    for certificate in held.certificates:
        if identity.name == "issuer_and_serial_number":
            if match_issuer_serial(identity.chosen, certificate):
                return certificate
        elif certificate.key_identifier == identity.chosen.native:
            return certificate
    raise LookupError("the signer's certificate is not in the message")


def _digest(contents: bytes, signer: cms.SignerInfo) -> bytes:
    name = signer["digest_algorithm"]["algorithm"].native
    if name not in _DIGESTS:
        raise ValueError("an unknown digest")
    return hashlib.new(name, contents, usedforsecurity=False).digest()


def _trust(
    held: _Message, signer: cms.SignerInfo, certificate: x509.Certificate, when: SigningTime, use: TrustedFor
) -> CertificateTrust:
    others = tuple(one for one in held.certificates if one is not certificate)
    bearer = Bearer(certificate, others, when.at or aware(certificate.not_valid_before))
    return trust_in(bearer, held.trust, use, data_in_signature(held.data, signer), held.watch)


def _bears_address(certificate: x509.Certificate, addresses: Sequence[str]) -> bool | None:
    held = mail_addresses(certificate)
    return bool(held & {address.casefold() for address in addresses}) if held else None
