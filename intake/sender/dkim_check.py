"""DKIM (RFC 6376) and ARC (RFC 8617): which domains signed a mail, and whether it is still as signed."""

import binascii
import re
from dataclasses import dataclass
from enum import StrEnum

import dkim

from intake.sender.names import Names, NamesAwayError, texts_of

MOST_SIGNATURES = 6
LEAST_KEY_BITS = 1024
_FAULTS_OF_MAILS = (dkim.DKIMException, ValueError, LookupError, TypeError, binascii.Error, AttributeError)
_LENGTH_TAG = re.compile(rb"(?:^|;)\s*l\s*=", re.IGNORECASE)
_BODY_HASH = re.compile(r"body hash", re.IGNORECASE)


class DkimStanding(StrEnum):
    """What became of one signature. BODY_CHANGED: the header is as signed, the body is not."""

    PASS = "pass"  # noqa: S105 - a result, no password
    FAIL = "fail"
    BODY_CHANGED = "body_changed"
    PARTIAL = "partial"  # signed up to a length only: anything may have been added
    UNKNOWN = "unknown"  # no key to be had


@dataclass(frozen=True, slots=True)
class DkimResult:
    """One signature: the domain that answers for it (d=), and what became of it."""

    domain: str
    standing: DkimStanding


def check_dkim(raw: bytes, names: Names) -> tuple[DkimResult, ...]:
    """Return the result of each signature, the topmost first, at most MOST_SIGNATURES."""
    try:
        signed = dkim.DKIM(raw, minkey=LEAST_KEY_BITS)
    except _FAULTS_OF_MAILS:
        return ()
    fields = [value for name, value in signed.headers if name.lower() == b"dkim-signature"]
    return tuple(_result(signed, place, field, names) for place, field in enumerate(fields[:MOST_SIGNATURES]))


def arc_oldest_results(raw: bytes, names: Names) -> str | None:
    """Return what the first sealer of an intact ARC chain says it saw (RFC 8617, 4.1.1), else None."""
    sealed = _arc(raw, names)
    if not sealed:
        return None
    return str(sealed[-1]["aar-value"], "utf-8", "replace")


def _arc(raw: bytes, names: Names) -> list[dict[str, bytes]] | None:
    if b"arc-seal" not in raw[:100_000].lower():
        return None
    try:
        chain = dkim.ARC(raw, minkey=LEAST_KEY_BITS)
        verdict, sealed, _ = chain.verify(dnsfunc=_Keys(names).key)
    except _FAULTS_OF_MAILS:
        return None
    return sealed if verdict == dkim.CV_Pass else None


def _result(signed: dkim.DKIM, place: int, field: bytes, names: Names) -> DkimResult:
    keys = _Keys(names)
    domain = _domain(field)
    try:
        holds = signed.verify(place, dnsfunc=keys.key)
    except _FAULTS_OF_MAILS as fault:
        changed = _BODY_HASH.search(str(fault)) is not None
        standing = DkimStanding.BODY_CHANGED if changed else DkimStanding.FAIL
        return DkimResult(domain, DkimStanding.UNKNOWN if keys.were_missing else standing)
    if keys.were_missing:
        return DkimResult(domain, DkimStanding.UNKNOWN)
    if holds and _LENGTH_TAG.search(field):
        return DkimResult(domain, DkimStanding.PARTIAL)
    return DkimResult(domain, DkimStanding.PASS if holds else DkimStanding.FAIL)


class _Keys:
    """Public keys by their names; remembers when one could not be had."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.were_missing = False

    def key(self, name: bytes, timeout: float = 5) -> bytes | None:
        """Return the key record of that name; of several the first (RFC 6376, 3.6.2.2)."""
        del timeout
        try:
            texts = texts_of(self._names, name.decode("ascii", "replace").rstrip("."))
        except NamesAwayError:
            texts = []
        self.were_missing = self.were_missing or not texts
        return texts[0] if texts else None


def _domain(field: bytes) -> str:
    found = re.search(rb"(?:^|;)\s*d\s*=\s*([^;\s]+)", field)
    return found[1].decode("ascii", "replace").lower().rstrip(".") if found else ""
