"""DMARC (RFC 7489): what a domain says about mail in its name, and which domains speak for it."""

from dataclasses import dataclass
from functools import lru_cache

from authheaders.dmarc_lookup import DMARCException, get_org_domain, receiver_record

from intake.sender.names import Names, NamesAwayError, texts_of


@dataclass(frozen=True, slots=True)
class DmarcPolicy:
    """What the owner of a From domain publishes. ``is_published`` false: nothing.

    ``policy`` is none, quarantine or reject, as it holds for this very domain (p= or sp=).
    """

    domain: str
    is_published: bool = False
    policy: str = "none"
    strict_dkim: bool = False
    strict_spf: bool = False

    def is_spoken_for(self, by: str, *, strictly: bool) -> bool:
        """Whether a domain is aligned with this one (RFC 7489, 3.1): the same, or of one owner."""
        by = by.lower().rstrip(".")
        if not by or not self.domain:
            return False
        return by == self.domain or (not strictly and organisational(by) == organisational(self.domain))


def dmarc_policy(names: Names, domain: str) -> DmarcPolicy:
    """Return what is published for the domain or, failing that, for its organisational domain (6.6.3).

    NamesAwayError when name servers do not answer.
    """
    domain = domain.lower().rstrip(".")
    asking = _Asking(names)
    try:
        record, home = receiver_record(domain, dnsfunc=asking.record)
    except (DMARCException, ValueError, LookupError):
        return DmarcPolicy(domain)
    if asking.away is not None:
        raise asking.away
    if not record or not record.get("p"):
        return DmarcPolicy(domain)
    said = record.get("sp") or record["p"] if home and home != domain else record["p"]
    return DmarcPolicy(
        domain, True, said, strict_dkim=record.get("adkim") == "s", strict_spf=record.get("aspf") == "s"
    )


@lru_cache(maxsize=4096)  # the library reads the list of public suffixes anew for every question
def organisational(domain: str) -> str:
    """Return the domain as it was registered: example.co.uk of mail.example.co.uk (RFC 7489, 3.2)."""
    return str(get_org_domain(domain) or domain).lower()


class _Asking:
    """The library's questions, answered from our names; a missing answer is no missing record."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.away: NamesAwayError | None = None

    def record(self, name: str) -> str | None:
        """Return the one DMARC record of that name; several count as none (RFC 7489, 6.6.3)."""
        try:
            texts = texts_of(self._names, name)
        except NamesAwayError as away:
            self.away = away
            return None
        records = [text.decode("utf-8", "replace") for text in texts if text.startswith(b"v=DMARC1")]
        return records[0] if len(records) == 1 else None
