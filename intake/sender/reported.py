"""What a trusted relay reports of its own checks: Authentication-Results (RFC 8601), the topmost alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import authres

_FIELD = "authentication-results"
_NAMELESS = "nameless.invalid"
# Microsoft 365 begins with the first result, and says what it did where a property should stand.
_BEGINS_WITH_RESULT = re.compile(r"\s*(?:spf|dkim|dmarc|arc|compauth)\s*=", re.IGNORECASE)
# The lines that Microsoft's own hosts write above the results of the one that took the mail in.
_BY_MICROSOFT = re.compile(r"\sby\s+\S+\.outlook\.com\b.*\bwith\s+Microsoft SMTP Server\b", re.DOTALL)
_ACTION = re.compile(r"\s+(?:action|reason)=[\w.-]+", re.IGNORECASE)
_LONGEST = 8_000


@dataclass(frozen=True, slots=True)
class Reported:
    """The results a relay gave: each a word of RFC 8601, 2.7, or None where it says nothing.

    ``spf_domain`` and ``dkim_domains`` are those that passed; ``dmarc_domain`` is the From domain
    that DMARC was judged for.
    """

    by: str
    dmarc: str | None = None
    dmarc_domain: str | None = None
    spf_domain: str | None = None
    dkim_domains: tuple[str, ...] = ()


def reported_results(
    headers: Iterable[tuple[str, str]], authserv_id: str | None, *, nameless_too: bool
) -> Reported | None:
    """Return what the topmost field says if the relay of that name wrote it, else None.

    ``nameless_too`` takes a field without a name for Microsoft's: only where a trusted relay delivered
    the mail itself, and no other server wrote its Received line above it, as it would above what the
    sender himself put there. A field that cannot be understood says nothing, and those below it
    were there before: anybody may have written them.
    """
    headers = [(name.lower(), value) for name, value in headers]
    place = next((place for place, (name, _) in enumerate(headers) if name == _FIELD), None)
    topmost = headers[place][1] if place is not None else None
    if topmost is None or len(topmost) > _LONGEST:
        return None
    has_name = not _BEGINS_WITH_RESULT.match(topmost)
    if not has_name:
        above = [value for name, value in headers[:place] if name == "received"]
        if not nameless_too or not all(_BY_MICROSOFT.search(one[:1000]) for one in above):
            return None
        topmost = f"{_NAMELESS}; {_ACTION.sub('', topmost)}"
    try:
        parsed = authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {topmost}")
    except (authres.core.SyntaxError, authres.core.AuthResError, ValueError, LookupError, RecursionError):
        return None  # RecursionError: thousands of brackets, one in another
    if has_name and (authserv_id is None or parsed.authserv_id.lower() != authserv_id.lower()):
        return None
    return _reported(parsed.results, "your mail gateway" if not has_name else parsed.authserv_id)


def _reported(results: Iterable[authres.core.AuthenticationResult], by: str) -> Reported:
    dmarc = dmarc_domain = spf_domain = None
    dkim_domains = []
    for one in results:
        said = {f"{prop.type}.{prop.name}".lower(): str(prop.value).lower() for prop in one.properties}
        if one.method == "dmarc" and dmarc is None:
            dmarc, dmarc_domain = one.result.lower(), said.get("header.from")
        elif one.method == "spf" and one.result.lower() == "pass":
            spf_domain = said.get("smtp.mailfrom", said.get("smtp.helo", "")).rpartition("@")[2] or None
        elif one.method == "dkim" and one.result.lower() == "pass":
            dkim_domains.append(said.get("header.d", said.get("header.i", "")).rpartition("@")[2])
    return Reported(by, dmarc, dmarc_domain, spf_domain, tuple(domain for domain in dkim_domains if domain))
