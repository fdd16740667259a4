"""Trust anchors by the names of their bearers, so that a child looks at a few of thousands."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from asn1crypto import x509
from pyhanko_certvalidator.authority import CertTrustAnchor, TrustQualifiers

from intake.signing.trust_material import TrustAnchor, TrustedFor, TrustMaterial


def anchor_of(certificate: bytes) -> TrustAnchor:
    """Return the anchor of a DER certificate, trusted for everything. ValueError where it is none."""
    return TrustAnchor(certificate, subject_key_of(x509.Certificate.load(certificate, strict=True).subject))


def subject_key_of(name: x509.Name) -> str:
    """Return the key under which a bearer of that name is found. ValueError for a damaged name."""
    return hashlib.sha256(str(name.hashable).encode("utf-8", "surrogatepass")).hexdigest()


def anchors_for(
    certificates: Iterable[x509.Certificate], trust: TrustMaterial, use: TrustedFor, at: datetime
) -> Iterator[CertTrustAnchor]:
    """Yield the anchors that these certificates may rest on, trusted for that use at that time.

    A certificate may be an anchor itself.
    """
    keys = {subject_key_of(name) for one in certificates for name in (one.issuer, one.subject)}
    for anchor in trust.anchors:
        if anchor.subject_key in keys and is_trusted_for(anchor, use) and was_granted(anchor, at):
            yield CertTrustAnchor(x509.Certificate.load(anchor.certificate), TrustQualifiers())


def is_trusted_for(anchor: TrustAnchor, use: TrustedFor) -> bool:
    """Whether the anchor may vouch for that use."""
    return not anchor.trusted_for or use in anchor.trusted_for


def was_granted(anchor: TrustAnchor, at: datetime) -> bool:
    """Whether the anchor was trusted at that time (aware UTC)."""
    return not anchor.periods or any(
        datetime.fromisoformat(begin) <= at and (end is None or at < datetime.fromisoformat(end))
        for begin, end in anchor.periods
    )
