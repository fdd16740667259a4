"""One certificate signature under check: each of its verdicts for itself, with what is wrong in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from intake.signing.certificate_paths import Bearer
from intake.signing.certificate_trust import CertificateTrust, trust_in
from intake.signing.later_changes import LaterChanges, later_changes
from intake.signing.library_faults import Stopwatch
from intake.signing.revocation_data import RevocationData, data_in_signature
from intake.signing.signature_facts import SignatureFacts, joined, signature_of, tried
from intake.signing.signature_fields import FilledField
from intake.signing.signed_bytes import Integrity, covered_end, integrity_of, weakness_of
from intake.signing.signer_names import SignerName, issuer_name, signer_name
from intake.signing.signing_times import SigningTime, TimeStamp, aware, signing_time, time_stamp
from intake.signing.trust_material import TrustedFor, TrustMaterial
from pact.certificate_words import CertificateKind, LaterChange, SignatureProblem
from pact.documents import DigitalSignature


@dataclass(frozen=True, slots=True)
class FileUnderCheck:
    """One PDF and what its signatures are held against.

    ``kinds`` are its signature fields by name. ``proofs`` are trusted times, each with the byte of the
    file up to which it proves that all was there.
    """

    reader: PdfFileReader
    data: bytes
    trust: TrustMaterial
    typed_names: tuple[str, ...]
    watch: Stopwatch
    kinds: Mapping[str, CertificateKind]
    revocation: RevocationData
    proofs: tuple[tuple[int, datetime], ...] = ()


def checked_signature(
    file: FileUnderCheck, field: FilledField, embedded: EmbeddedPdfSignature
) -> DigitalSignature:
    """Return the verdicts on a person's signature or a body's seal.

    A verdict that could not be reached is None. One of LIBRARY_FAULTS where there is no certificate in it.
    """
    certificate, signer = embedded.signer_cert, embedded.signer_info
    end = covered_end(embedded, file.data)
    integrity = tried(
        lambda: integrity_of(embedded, file.data), lambda problem: Integrity(None, False, problem)
    )
    name = tried(lambda: signer_name(certificate, file.typed_names), lambda _: SignerName())
    when = tried(
        lambda: signing_time(embedded, _proofs_of(file, end), file.trust, file.watch),
        lambda _: SigningTime(None),
    )
    trust = CertificateTrust(None)
    if integrity.genuine:
        use = TrustedFor.SEALS if name.kind is CertificateKind.SEAL else TrustedFor.SIGNATURES
        trust = tried(
            lambda: _trust(file, embedded, when, use), lambda problem: CertificateTrust(None, problem)
        )
    changes = tried(lambda: _changes(file, embedded, integrity, end), lambda _: _NOT_COMPARED)
    weak = tried(lambda: weakness_of(signer, certificate), lambda _: None)
    found = signature_of(SignatureFacts(certificate, name, integrity, when, trust, changes, weak))
    return replace(found, page=field.page, box_pt=field.box_pt)


def checked_stamp(
    file: FileUnderCheck, field: FilledField, embedded: EmbeddedPdfSignature
) -> tuple[DigitalSignature, tuple[int, datetime] | None]:
    """Return the verdicts on a time stamp over the whole document, and what it proves, if it does."""
    end = covered_end(embedded, file.data)
    stamp = tried(
        lambda: time_stamp(embedded.signed_data, embedded.compute_digest, file.trust, file.watch),
        lambda _: None,
    )
    intact = stamp.intact and end is not None if stamp else None
    integrity = Integrity(intact, bool(intact), None if intact else SignatureProblem.BROKEN)
    changes = tried(lambda: _changes(file, embedded, integrity, end), lambda _: _NOT_COMPARED)
    signature = DigitalSignature(
        signer=tried(lambda: signer_name(embedded.signer_cert, ()), lambda _: SignerName()).shown,
        intact=intact,
        trusted=_trust_in_stamp(file, stamp),
        changed_after=changes.is_change,
        signed_at=stamp.at.isoformat() if stamp else None,
        problem=joined(integrity.problem if stamp else SignatureProblem.DAMAGED, _stamp_problem(file, stamp)),
        kind=CertificateKind.TIMESTAMP,
        issuer=tried(lambda: issuer_name(embedded.signer_cert), lambda _: None),
        changed_what=changes.what,
        change_seen=changes.seen,
        time_proven=bool(stamp and stamp.trusted),
        page=field.page,
        box_pt=field.box_pt,
    )
    return signature, (end, stamp.at) if stamp and stamp.trusted and intact and end else None


_NOT_COMPARED = LaterChanges(compared=False)


def _proofs_of(file: FileUnderCheck, end: int | None) -> Iterable[datetime]:
    return [at for up_to, at in file.proofs if end is not None and up_to > end]


def _trust(
    file: FileUnderCheck, embedded: EmbeddedPdfSignature, when: SigningTime, use: TrustedFor
) -> CertificateTrust:
    certificate: x509.Certificate = embedded.signer_cert
    # Where nobody says when it was signed, the certificate is judged as of its own beginning.
    at = when.at or aware(certificate.not_valid_before)
    bearer = Bearer(certificate, tuple(embedded.other_embedded_certs), at, when.proven)
    data = file.revocation.beside(data_in_signature(embedded.signed_data, embedded.signer_info))
    return trust_in(bearer, file.trust, use, data, file.watch)


def _changes(
    file: FileUnderCheck, embedded: EmbeddedPdfSignature, integrity: Integrity, end: int | None
) -> LaterChanges:
    if integrity.problem is SignatureProblem.BROKEN:
        return LaterChanges((LaterChange.SIGNED_PART,))
    if not integrity.intact or end is None:
        return _NOT_COMPARED
    return later_changes(embedded, file.data, end, file.kinds)


def _trust_in_stamp(file: FileUnderCheck, stamp: TimeStamp | None) -> bool | None:
    return stamp.trusted if stamp and file.trust.anchors else None


def _stamp_problem(file: FileUnderCheck, stamp: TimeStamp | None) -> SignatureProblem | None:
    if stamp is None or stamp.trusted or not stamp.intact:
        return None
    return SignatureProblem.UNKNOWN_ISSUER if file.trust.anchors else SignatureProblem.NO_TRUST
