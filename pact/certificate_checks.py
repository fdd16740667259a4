"""What is found about certificate signatures: whether they hold, whose they are, and what came after."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from pact.certificate_verdicts import named
from pact.certificate_words import CertificateKind, LaterChange, Revocation, SignatureProblem
from pact.deadlines import day_words
from pact.documents import DigitalSignature
from pact.findings import Finding, finding

_CLOCKS_DIFFER = timedelta(days=1)
_ADDED = (LaterChange.FORM_FILLING, LaterChange.COUNTERSIGNATURE)
_UNKNOWN_ISSUER = (SignatureProblem.UNKNOWN_ISSUER, SignatureProblem.SELF_SIGNED)


def certificate_findings(signatures: Sequence[DigitalSignature], received_on: date) -> Iterator[Finding]:
    """Yield what is found about the signatures of one document, each for itself (Pact 6.4.1, 6.4.2.c).

    A written application asks for no certificate: one that cannot be trusted is asked about, and only
    what was changed, forged or revoked stops until a person has looked.
    """
    signed = [one for one in signatures if one.kind is not CertificateKind.TIMESTAMP]
    for one in signed:
        for check in _CHECKS:
            yield from check(one, received_on)
    if not any(one.names_signatory for one in signed):
        for one in signed:
            if one.names_signatory is False:
                yield finding("signer_unlike_name", f"The certificate names {named(one)}.")


def _integrity(one: DigitalSignature, _: date) -> Iterator[Finding]:
    if one.intact is None:
        yield finding("digital_signature_not_checked", _seen(one, one.problem))
    elif not one.intact:
        yield finding("signature_broken", _seen(one, one.problem))


def _later_changes(one: DigitalSignature, _: date) -> Iterator[Finding]:
    if not one.intact:
        return
    what = ", ".join(change.words for change in one.changed_what)
    seen = ": ".join(filter(None, (what, one.change_seen)))
    grave = [change for change in one.changed_what if change.is_change and change not in _ADDED]
    if grave or one.change_forbidden:
        yield finding("signed_then_changed", _seen(one, seen))
    elif set(one.changed_what) & set(_ADDED):
        yield finding("signed_then_added_to", _seen(one, seen))


def _trust(one: DigitalSignature, _: date) -> Iterator[Finding]:
    if one.intact is None:
        return
    if one.revocation is Revocation.REVOKED:
        revoked_on = f" on {one.revoked_on[:10]}" if one.revoked_on else ""
        yield finding("certificate_revoked", f"{named(one)}: revoked{revoked_on}.")
    elif one.trusted is None:
        yield finding("issuer_not_checked", _seen(one, one.problem))
    elif not one.trusted:
        unknown = any(problem in (one.problem or "") for problem in _UNKNOWN_ISSUER)
        code = "issuer_unknown" if unknown else "certificate_not_valid"
        yield finding(code, _seen(one, one.problem))
    elif one.revocation in (Revocation.NO_DATA, Revocation.UNUSABLE):
        yield finding("revocation_unknown", f"{named(one)}: {one.revocation.words}.")


def _time(one: DigitalSignature, received_on: date) -> Iterator[Finding]:
    """The signatory's own clock proves nothing: only a trusted time stamp does."""
    if one.time_proven or not one.trusted:
        return
    signed_on, valid_until = _day(one.signed_at), _day(one.valid_until)
    if signed_on is not None and signed_on > received_on + _CLOCKS_DIFFER:
        yield finding("signature_dated_ahead", f"{named(one)}: dated {day_words(signed_on)}.")
    if valid_until is not None and valid_until < received_on:
        yield finding("certificate_expired_since", f"{named(one)}: valid until {day_words(valid_until)}.")


def _bearer(one: DigitalSignature, _: date) -> Iterator[Finding]:
    if one.platform:
        yield finding("signature_by_platform", _named_only(one.platform))
    elif one.kind is CertificateKind.SEAL:
        yield finding("sealed_not_signed", _named_only(named(one)))


_CHECKS: tuple[Callable[[DigitalSignature, date], Iterator[Finding]], ...] = (
    _integrity, _later_changes, _trust, _time, _bearer,
)  # fmt: skip


def _seen(one: DigitalSignature, what: str | None) -> str:
    return f"{named(one)}: {what}." if what else f"{named(one)}."


def _named_only(name: str) -> str:
    return f"It names {name.rstrip('.')}."  # "Inc." has a full stop of its own


def _day(moment: str | None) -> date | None:
    try:
        return datetime.fromisoformat(moment).date() if moment else None
    except ValueError:
        return None
