"""DKIM (RFC 6376) and ARC (RFC 8617): which domains signed a mail, and whether it is still as signed."""

import binascii
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import dkim

from intake.sender.ed25519_keys import teach_ed25519
from intake.sender.names import Names, NamesAwayError, texts_of
from intake.sender.relaxed_body import teach_linear_time

MOST_SIGNATURES = 6
MOST_BYTES = 100_000_000
"""Each signature is a pass over the whole mail, some 0.1 s a megabyte: of a large one fewer are checked."""
MOST_ARC_SETS = 50
"""A longer chain has failed (RFC 8617, 5.1.1.1); each set is a pass over the mail as well."""
LEAST_ARC_SETS = 3
LEAST_KEY_BITS = 1024
LONGEST_KEY = 1_600
"""Octets of a key's record: RSA of 8192 bits has 1,456. A longer one could keep a check busy for hours."""
_FAULTS_OF_MAILS = (dkim.DKIMException, ValueError, LookupError, TypeError, binascii.Error, AttributeError)
_LENGTH_TAG = re.compile(rb"(?:^|;)\s*l\s*=", re.IGNORECASE)
_BODY_HASH = re.compile(r"body hash mismatch \(got b?'?(?P<found>[A-Za-z0-9+/=]+)")
_SIGNED_FIELDS = re.compile(rb"(?:^|;)\s*h\s*=([^;]*)")
_ONCE = frozenset(
    b"from sender reply-to to cc date subject message-id in-reply-to references mime-version content-type "
    b"content-transfer-encoding".split()
)
"""Fields that a mail has once (RFC 5322, 3.6). A second one is shown by some readers, and signed by none."""

teach_ed25519()
teach_linear_time()


class DkimStanding(StrEnum):
    """What became of one signature. BODY_CHANGED: its domain signed this header, and another body."""

    PASS = "pass"  # noqa: S105 - a result, no password
    FAIL = "fail"
    BODY_CHANGED = "body_changed"
    PARTIAL = "partial"  # signed up to a length only, or beside a second Subject: something may be added
    UNKNOWN = "unknown"  # no key to be had


@dataclass(frozen=True, slots=True)
class DkimResult:
    """One signature: the domain that answers for it (d=), and what became of it."""

    domain: str
    standing: DkimStanding


def check_dkim(raw: bytes, names: Names) -> tuple[DkimResult, ...]:
    """Return the result of each signature, the topmost first, up to MOST_SIGNATURES and MOST_BYTES."""
    try:
        signed = dkim.DKIM(raw, minkey=LEAST_KEY_BITS)
    except _FAULTS_OF_MAILS:
        return ()
    fields = [value for name, value in signed.headers if name.lower() == b"dkim-signature"]
    most = min(MOST_SIGNATURES, max(1, MOST_BYTES // max(len(raw), 1)))
    return tuple(_result(signed, place, field, names) for place, field in enumerate(fields[:most]))


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
        sets = sum(name.lower() == b"arc-seal" for name, _ in chain.headers)
        if sets > min(MOST_ARC_SETS, max(LEAST_ARC_SETS, MOST_BYTES // max(len(raw), 1))):
            return None
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
        if keys.were_missing:
            return DkimResult(domain, DkimStanding.UNKNOWN)
        only_body = _signed_this_header(signed, place, str(fault), keys)
        return DkimResult(domain, DkimStanding.BODY_CHANGED if only_body else DkimStanding.FAIL)
    if keys.were_missing:
        return DkimResult(domain, DkimStanding.UNKNOWN)
    if holds and (_LENGTH_TAG.search(field) or _has_unsigned_twin(field, signed.headers)):
        return DkimResult(domain, DkimStanding.PARTIAL)
    return DkimResult(domain, DkimStanding.PASS if holds else DkimStanding.FAIL)


def _signed_this_header(signed: dkim.DKIM, place: int, fault: str, keys: "_Keys") -> bool:
    """Whether a signature is its domain's own in all but the body.

    The library looks at the body first, so that a made-up signature over nothing fails there too. What
    the domain signed is its header with the hash of the body as it was; so the true signature of the
    header holds once the library is told that the body it found is the one it expects.
    """
    found = _BODY_HASH.search(fault)
    if found is None:
        return False
    try:
        tags, names, fields = signed.verify_headerprep(place)
        tags[b"bh"] = found["found"].encode("ascii")
        return bool(signed.verify_sig(tags, names, fields[place], keys.key))
    except _FAULTS_OF_MAILS:
        return False


def _has_unsigned_twin(field: bytes, headers: Sequence[tuple[bytes, bytes]]) -> bool:
    """Whether a field that a mail has once stands there more often than was signed (RFC 6376, 8.15)."""
    named = _SIGNED_FIELDS.search(field)
    signed = Counter(name.strip().lower() for name in named[1].split(b":")) if named else Counter[bytes]()
    present = Counter(name.strip().lower() for name, _ in headers)
    return any(count > 1 and signed[name] < count for name, count in present.items() if name in _ONCE)


class _Keys:
    """Public keys by their names; remembers when one could not be had."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.were_missing = False

    def key(self, name: bytes, timeout: float = 5) -> bytes | None:
        """Return the key record of that name, of several the first (RFC 6376, 3.6.2.2), unless too long."""
        del timeout
        try:
            texts = texts_of(self._names, name.decode("ascii", "replace").rstrip("."))
        except NamesAwayError:
            texts = []
        self.were_missing = self.were_missing or not texts
        return texts[0] if texts and len(texts[0]) <= LONGEST_KEY else None


def _domain(field: bytes) -> str:
    found = re.search(rb"(?:^|;)\s*d\s*=\s*([^;\s]+)", field)
    return found[1].decode("ascii", "replace").lower().rstrip(".") if found else ""
