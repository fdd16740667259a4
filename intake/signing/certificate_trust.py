"""Whether a certificate comes from a trusted issuer, was valid when it signed, and was not revoked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from asn1crypto import x509
from pyhanko_certvalidator.errors import (
    DisallowedAlgorithmError,
    ExpiredError,
    InvalidCertificateError,
    NotYetValidError,
    PathBuildingError,
    RevokedError,
)
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    FreshnessReqType,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)

from intake.signing.anchors import anchors_for, subject_key_of
from intake.signing.certificate_paths import Bearer, library_context, valid_path
from intake.signing.library_faults import LIBRARY_FAULTS, Stopwatch
from intake.signing.revocation_data import RevocationData
from intake.signing.trust_material import TrustedFor, TrustMaterial
from pact.certificate_words import Revocation, SignatureProblem

MOST_CERTIFICATES = 24
_A_SECOND = timedelta(seconds=1)

# Purposes of which a certificate that has no other cannot sign documents (RFC 5280 4.2.1.12, RFC 9336).
_OTHER_PURPOSES = frozenset({"server_auth", "code_signing", "time_stamping", "ocsp_signing"})
_SIGNING_USAGES = frozenset({"digital_signature", "non_repudiation"})

# The signer's own state has to be known; its issuers' where the file tells it.
_SIGNER_KNOWN = RevocationCheckingPolicy(
    RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.CHECK_IF_DECLARED_SOFT
)
_AS_OF_SIGNING = CertRevTrustPolicy(_SIGNER_KNOWN, retroactive_revinfo=True)
_AT_ANY_TIME = CertRevTrustPolicy(
    _SIGNER_KNOWN,
    freshness=timedelta(days=36_500),
    freshness_req_type=FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION,
)
_CHAIN_PROBLEMS: tuple[tuple[type[Exception], SignatureProblem], ...] = (
    (InvalidCertificateError, SignatureProblem.SELF_SIGNED),
    (DisallowedAlgorithmError, SignatureProblem.WEAK),
)


@dataclass(frozen=True, slots=True)
class CertificateTrust:
    """The verdict on a certificate. None: nobody is trusted, so that nothing could be told."""

    trusted: bool | None
    problem: SignatureProblem | None = None
    revocation: Revocation | None = None
    revoked_on: datetime | None = None


def trust_in(
    bearer: Bearer, trust: TrustMaterial, use: TrustedFor, data: RevocationData, watch: Stopwatch
) -> CertificateTrust:
    """Return whether the certificate could be trusted for that use when it signed.

    Without data about revocation it may be trusted all the same; ``revocation`` says what is known.
    One of LIBRARY_FAULTS where a certificate is too damaged to be judged, OutOfTimeError.
    """
    if not is_for_signing(bearer.certificate):
        return CertificateTrust(trusted=False, problem=SignatureProblem.NOT_FOR_SIGNING)
    if not trust.anchors:
        if _is_self_signed(bearer.certificate):
            return CertificateTrust(trusted=False, problem=SignatureProblem.SELF_SIGNED)
        return CertificateTrust(trusted=None, problem=SignatureProblem.NO_TRUST)
    bearer = replace(bearer, others=(*bearer.others, *data.certificates)[:MOST_CERTIFICATES])
    found = _path(bearer, trust, use, watch)
    if isinstance(found, SignatureProblem):
        return CertificateTrust(trusted=False, problem=found)
    return _with_revocation(bearer, found, data, watch)


def is_for_signing(certificate: x509.Certificate) -> bool:
    """Whether the certificate's own statements let it sign documents; silence does."""
    usages, purposes = certificate.key_usage_value, certificate.extended_key_usage_value
    if usages is not None and not _SIGNING_USAGES & usages.native:
        return False
    return purposes is None or not set(purposes.native) <= _OTHER_PURPOSES


def _path(
    bearer: Bearer, trust: TrustMaterial, use: TrustedFor, watch: Stopwatch
) -> ValidationPath | SignatureProblem:
    """Return the path from the certificate to an anchor, each valid at the time, or what is wrong."""
    every = (bearer.certificate, *bearer.others)
    context = library_context(bearer, anchors_for(every, trust, use, bearer.at), watch)
    try:
        return valid_path(bearer.certificate, context)
    except PathBuildingError:
        return _why_no_path(every, trust)
    except (ExpiredError, NotYetValidError) as untimely:
        own = (
            SignatureProblem.EXPIRED if isinstance(untimely, ExpiredError) else SignatureProblem.NOT_YET_VALID
        )
        return own if untimely.is_ee_cert else SignatureProblem.ISSUER_NOT_VALID
    except LIBRARY_FAULTS as fault:
        return next(
            (problem for kind, problem in _CHAIN_PROBLEMS if isinstance(fault, kind)),
            SignatureProblem.BAD_CHAIN,
        )


def _why_no_path(every: Sequence[x509.Certificate], trust: TrustMaterial) -> SignatureProblem:
    issuers = {subject_key_of(one.issuer) for one in every}
    if any(anchor.subject_key in issuers for anchor in trust.anchors):
        return SignatureProblem.ISSUER_NOT_VALID  # known, but not for this use or not at that time
    return SignatureProblem.UNKNOWN_ISSUER


def _with_revocation(
    bearer: Bearer, path: ValidationPath, data: RevocationData, watch: Stopwatch
) -> CertificateTrust:
    """Return the trust as far as the file's data about revocation bears on it.

    A certificate revoked after a proven signing is trusted for it; after one that nobody but the
    signatory dates, it is not: the true date may be a later one.
    """
    if data.is_empty:
        nothing = Revocation.UNUSABLE if data.too_large else Revocation.NO_DATA
        return CertificateTrust(trusted=True, revocation=nothing)
    known, revoked_on = Revocation.UNUSABLE, None
    for look in _looks(bearer, path, data):
        found, day = _revocation(look, path, watch)
        if found is Revocation.REVOKED or (found is Revocation.GOOD and look.may_clear):
            known, revoked_on = found, day
            break
    if known is not Revocation.REVOKED:
        return CertificateTrust(trusted=True, revocation=known)
    if bearer.time_proven and revoked_on is not None and revoked_on > bearer.at:
        return CertificateTrust(trusted=True, revocation=Revocation.REVOKED_LATER, revoked_on=revoked_on)
    return CertificateTrust(False, SignatureProblem.REVOKED, known, revoked_on)


@dataclass(frozen=True, slots=True)
class _Look:
    """As of when, by which data and which rule revocation is looked for, and whether it can clear anybody."""

    bearer: Bearer
    data: RevocationData
    policy: CertRevTrustPolicy
    may_clear: bool = True


def _looks(bearer: Bearer, path: ValidationPath, data: RevocationData) -> Iterator[_Look]:
    """Yield the looks, the most telling first: by what was made after the signing, by what was current then.

    Last by whatever there is: who was revoked stays so, however old the list.
    """
    since = data.since(bearer.at)
    if since.told_at is not None:
        at = min(since.told_at + _A_SECOND, _last_valid_moment(path))
        yield _Look(replace(bearer, at=at), since, _AT_ANY_TIME)
    yield _Look(bearer, data, _AS_OF_SIGNING)
    yield _Look(bearer, data, _AT_ANY_TIME, may_clear=False)


def _revocation(look: _Look, path: ValidationPath, watch: Stopwatch) -> tuple[Revocation, datetime | None]:
    context = library_context(look.bearer, [path.trust_anchor], watch, policy=look.policy, data=look.data)
    try:
        valid_path(look.bearer.certificate, context)
    except RevokedError as revoked:
        # Of whoever signed the answer it says nothing about who signed the document.
        if not revoked.is_side_validation:
            return Revocation.REVOKED, revoked.revocation_dt
        return Revocation.UNUSABLE, None
    except LIBRARY_FAULTS:
        return Revocation.UNUSABLE, None
    return Revocation.GOOD, None


def _last_valid_moment(path: ValidationPath) -> datetime:
    ends: list[datetime] = [one.not_valid_after for one in path.iter_certs(include_root=False)]
    return min(ends, default=datetime.max.replace(tzinfo=UTC))


def _is_self_signed(certificate: x509.Certificate) -> bool:
    return certificate.self_signed in ("yes", "maybe")
