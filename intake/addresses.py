"""Mail addresses as the wire gives them: paths of MAIL and RCPT, and which of them are ours."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import idna

PATH_LIMIT = 1000
"""Characters of a path with its parameters. RFC 5321 4.5.3.1.3 asks for 256; UTF-8 needs more."""

_LOCAL_LIMIT = 128
_DOMAIN_LIMIT = 255

# Each alternative excludes the character that ends it, so that matching is linear in the text.
_PATH = re.compile(
    r"""(?P<open><)?
        (?: "(?P<quoted>(?:[^"\\]|\\.)*)" | (?P<atom>[^\s<>()\[\]\\,;:"@]+) )
        @(?P<domain>[^\s<>()\[\]\\,;:"@]+ | \[[^\s\[\]<>]+\])
        (?(open)>)
        (?P<parameters>(?:\ .*)?)""",
    re.VERBOSE,
)
_NULL = re.compile(r"<>(?P<parameters>(?: .*)?)")


class MalformedPath(ValueError):
    """A path that is no RFC 5321 mailbox, or in a form that nobody needs and abuse likes."""


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox, its local part without quotes. The null sender has neither part."""

    local: str
    domain: str

    @property
    def text(self) -> str:
        """Return the address as it is written, quoted where RFC 5321 4.1.2 needs it, or ""."""
        if not self.local and not self.domain:
            return ""
        if re.fullmatch(r'[^\s<>()\[\]\\,;:"@]+', self.local):
            return f"{self.local}@{self.domain}"
        escaped = self.local.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"@{self.domain}'


NULL_SENDER = Address("", "")
"""``<>``: the sender of bounces, to whom nobody may answer (RFC 5321 4.5.5)."""


def parse_path(text: str) -> tuple[Address, str]:
    """Return the address of a path and the parameters after it (RFC 5321 4.1.2).

    Angle brackets may be missing, as scanners that mail forget them. MalformedPath is raised for
    source routes, controls, undecodable bytes and anything longer than PATH_LIMIT.
    """
    text = text.strip(" \t")
    # isprintable is false for controls, for lone surrogates (bytes that are not UTF-8) and for
    # the invisible characters that make two addresses look alike.
    if len(text) > PATH_LIMIT or not text.isprintable():
        raise MalformedPath(text[:40])
    if null := _NULL.fullmatch(text):
        return NULL_SENDER, null["parameters"].strip()
    match = _PATH.fullmatch(text)
    if match is None:
        raise MalformedPath(text[:40])
    local = match["atom"] or re.sub(r"\\(.)", r"\1", match["quoted"] or "")
    if not 0 < len(local) <= _LOCAL_LIMIT or len(match["domain"]) > _DOMAIN_LIMIT:
        raise MalformedPath(text[:40])
    return Address(local, match["domain"]), match["parameters"].strip()


class OurAddresses:
    """The addresses that mail is accepted for, and nothing else: CFIT_ADDRESSES."""

    def __init__(self, addresses: Iterable[str]) -> None:
        parsed = [parse_path(address)[0] for address in addresses]
        self._ours = {_folded(address): address for address in parsed}
        self.first = parsed[0].text

    def match(self, address: Address) -> str | None:
        """Return the address of ours that is meant, with the detail after a plus, or None.

        Case does not count, nor whether a domain is written in U-labels or A-labels. A plus
        detail is always taken, for letters already sent may carry one. The routing forms
        ``user%host`` and ``host!user`` are never ours, whatever stands around them.
        """
        if any(sign in address.local for sign in '%!@"'):
            return None
        base, plus, detail = address.local.partition("+")
        ours = self._ours.get(_folded(address)) or self._ours.get(_folded(Address(base, address.domain)))
        if ours is None:
            return None
        if not plus or _folded(address) in self._ours:
            return ours.text
        return Address(f"{ours.local}+{detail}", ours.domain).text


@lru_cache(maxsize=1024)
def domain_key(domain: str) -> str:
    """Return a domain in lower-case A-labels, for comparing (RFC 5891); as it is if it is none."""
    try:
        return idna.encode(domain, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return domain.lower()


def _folded(address: Address) -> tuple[str, str]:
    return unicodedata.normalize("NFC", address.local).lower(), domain_key(address.domain)
