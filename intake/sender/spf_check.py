"""SPF (RFC 7208): whether the connecting host may send for the domain of MAIL FROM."""

import contextvars
from dataclasses import dataclass

import spf

from intake.sender.names import Answer, Names, NamesAwayError

_ASKED: contextvars.ContextVar[Names] = contextvars.ContextVar("names that pyspf asks")
_SECONDS = 20


@dataclass(frozen=True, slots=True)
class SpfResult:
    """A result of RFC 7208, 2.6, and the domain that it is about: MAIL FROM's, or HELO's for <>."""

    result: str
    domain: str


def check_spf(names: Names, *, address: str, mail_from: str, helo: str) -> SpfResult:
    """Return the result for a mail from that IP address. Raises nothing: what fails is "temperror" or
    "permerror", as the RFC has it."""
    domain = (mail_from.rpartition("@")[2] or helo).lower()
    token = _ASKED.set(names)
    try:
        query = spf.query(i=address, s=mail_from, h=helo or "unknown", timeout=5, querytime=_SECONDS)
        result, _, _ = query.check()
    except (ValueError, UnicodeError, RecursionError, spf.AmbiguityWarning):
        result = "permerror"
    finally:
        _ASKED.reset(token)
    return SpfResult(str(result), domain)


def _lookup(name: str, qtype: str, strict: object = True, timeout: float = 20) -> Answer:
    del strict, timeout  # the names have their own
    try:
        return _ASKED.get().ask(name, qtype)
    except NamesAwayError as away:
        raise spf.TempError(f"DNS {away}") from away


# The library asks through this one function, and offers no other way to be given names.
spf.DNSLookup = _lookup
