"""All that was found about one signature, put together as its verdicts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from asn1crypto import x509

from intake.signing.certificate_trust import CertificateTrust
from intake.signing.later_changes import LaterChanges
from intake.signing.library_faults import LIBRARY_FAULTS, OutOfTimeError
from intake.signing.signed_bytes import Integrity
from intake.signing.signer_names import SignerName, issuer_name
from intake.signing.signing_times import SigningTime, aware
from pact.certificate_words import SignatureProblem
from pact.documents import DigitalSignature

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """What was found about one signature and its certificate, each by itself."""

    certificate: x509.Certificate
    name: SignerName
    integrity: Integrity
    when: SigningTime
    trust: CertificateTrust
    changes: LaterChanges
    weak: str | None = None


def signature_of(facts: SignatureFacts) -> DigitalSignature:
    """Return the signature with its verdicts.

    With a weak algorithm others could have made it: such a one is not trusted. A certificate whose key did
    not make the signature names nobody.
    """
    name, trust, when = facts.name, facts.trust, facts.when
    return DigitalSignature(
        signer=name.shown,
        intact=facts.integrity.intact,
        trusted=False if trust.trusted and facts.weak else trust.trusted,
        changed_after=facts.changes.is_change,
        signed_at=when.at.isoformat() if when.at else None,
        problem=_problems(facts),
        names_signatory=name.names_signatory if facts.integrity.genuine else None,
        kind=name.kind,
        organisation=name.organisation,
        platform=name.platform,
        issuer=tried(lambda: issuer_name(facts.certificate), lambda _: None),
        revocation=trust.revocation,
        revoked_on=trust.revoked_on.isoformat() if trust.revoked_on else None,
        changed_what=facts.changes.what,
        change_seen=facts.changes.seen,
        change_forbidden=facts.changes.forbidden,
        time_proven=when.proven,
        valid_until=tried(lambda: aware(facts.certificate.not_valid_after).isoformat(), lambda _: None),
        weak=facts.weak,
    )


def tried(work: Callable[[], _T], otherwise: Callable[[SignatureProblem], _T]) -> _T:
    """Return what the work gives, or what stands for it where the signature defeats the library."""
    try:
        return work()
    except LIBRARY_FAULTS:
        return otherwise(SignatureProblem.DAMAGED)
    except OutOfTimeError:
        return otherwise(SignatureProblem.TOO_LARGE)


def joined(*problems: str | None) -> str | None:
    """Return the problems in one text, each once; None where there is none."""
    return "; ".join(dict.fromkeys(filter(None, problems))) or None


def _problems(facts: SignatureFacts) -> str | None:
    lost = facts.changes.is_change is None and facts.integrity.intact
    return joined(
        facts.integrity.problem,
        facts.trust.problem,
        f"{SignatureProblem.WEAK}: {facts.weak}" if facts.weak else None,
        None if facts.when.at else SignatureProblem.NO_TIME,
        SignatureProblem.FORBIDDEN_CHANGE if facts.changes.forbidden else None,
        SignatureProblem.NOT_COMPARED if lost else None,
    )
