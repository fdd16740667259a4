"""Paths from a certificate to a trusted issuer, as the library builds them, without clock or network."""

from collections.abc import Coroutine, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509
from pyhanko_certvalidator import ValidationContext, find_valid_path
from pyhanko_certvalidator.authority import TrustAnchor as LibraryAnchor
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.policy_decl import NO_REVOCATION, CertRevTrustPolicy
from pyhanko_certvalidator.registry import CertificateRegistry, SimpleTrustManager, TrustManager

from intake.signing.library_faults import Stopwatch
from intake.signing.revocation_data import RevocationData


@dataclass(frozen=True, slots=True)
class Bearer:
    """A certificate that signed, the others that came with it, and when it signed (aware UTC).

    ``time_proven`` says that a trusted time stamp bears the time out.
    """

    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]
    at: datetime
    time_proven: bool = False


def library_context(
    bearer: Bearer,
    anchors: Iterable[LibraryAnchor],
    watch: Stopwatch,
    *,
    policy: CertRevTrustPolicy | None = None,
    data: RevocationData | None = None,
) -> ValidationContext:
    """Return what the library judges certificates by: nothing is fetched, and no clock is asked."""
    held = data or RevocationData()
    registry = _WatchedCertificates.within(watch)
    for certificate in bearer.others:
        registry.register(certificate)
    return ValidationContext(
        trust_manager=SimpleTrustManager.build(trust_roots=list(anchors)),
        certificate_registry=registry,
        moment=bearer.at,
        allow_fetching=False,
        crls=held.lists,
        ocsps=held.answers,
        revinfo_policy=policy or CertRevTrustPolicy(NO_REVOCATION),
    )


def valid_path(certificate: x509.Certificate, context: ValidationContext) -> ValidationPath:
    """Return a path that holds. One of the library's errors says what is wrong with the best other one."""
    paths = context.path_builder.async_build_paths_lazy(certificate)
    path: ValidationPath = finished(find_valid_path(certificate, paths, context))
    return path


def finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine gives that has nothing to wait for; no event loop, which needs a socket."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    coroutine.close()
    raise RuntimeError("nothing is fetched, so nothing can be waited for")


class _WatchedCertificates(CertificateRegistry):
    """Certificates to build paths from; paths through forged names can be without end."""

    watch: Stopwatch

    @classmethod
    def within(cls, watch: Stopwatch) -> "_WatchedCertificates":
        made = cls()
        made.watch = watch
        return made

    def find_potential_issuers(
        self, cert: x509.Certificate, trust_manager: TrustManager
    ) -> Iterator[LibraryAnchor | x509.Certificate]:
        self.watch.check()
        return super().find_potential_issuers(cert, trust_manager)
