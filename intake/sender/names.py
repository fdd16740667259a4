"""Asking name servers: cached, bounded in time and number, and never for names that cannot exist."""

import time
from collections.abc import Sequence
from typing import Protocol

import dns.exception
import dns.name
import dns.rdata
import dns.rdatatype
import dns.resolver
from dns.rdtypes.ANY.CNAME import CNAME
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.ANY.PTR import PTR
from dns.rdtypes.ANY.SPF import SPF
from dns.rdtypes.ANY.TXT import TXT
from dns.rdtypes.IN.A import A
from dns.rdtypes.IN.AAAA import AAAA

Answer = list[tuple[tuple[str, str], object]]
"""Records as ((owner's name, type), value). A value is text for A, AAAA, PTR and CNAME, (preference,
host) for MX, and a tuple of bytes for TXT."""

_NEVER_ASKED = (
    ".example",
    ".test",
    ".invalid",
    ".localhost",
    ".local",
    ".example.com",
    ".example.org",
    ".example.net",
)
_MOST_CACHED = 4_000


class NamesAwayError(Exception):
    """No name server answered in time, or too much was asked: nothing is known, for now."""


class Names(Protocol):
    """Whoever answers questions about names."""

    def ask(self, name: str, kind: str) -> Answer:
        """Return the records of that type, empty when there are none. NamesAwayError when unknown."""


class DnsNames:
    """The name servers of the machine, or those given; safe for any number of threads."""

    def __init__(self, servers: Sequence[str] = (), *, timeout_s: float = 5.0) -> None:
        self._resolver: dns.resolver.Resolver | None = None
        self._servers = list(servers)
        self._timeout_s = timeout_s

    def ask(self, name: str, kind: str) -> Answer:
        """Return the records of that type, with the CNAMEs that led to them (RFC 1034, 3.6.2)."""
        if _is_never_asked(name):
            return []
        try:
            answers = self._opened().resolve(
                dns.name.from_text(name), kind, lifetime=self._timeout_s, raise_on_no_answer=False
            )
        except dns.resolver.NXDOMAIN:
            return []
        except (dns.name.LabelTooLong, dns.name.NameTooLong, dns.name.EmptyLabel, dns.name.BadEscape):
            return []
        except dns.exception.DNSException as away:
            raise NamesAwayError(type(away).__name__) from away
        found: Answer = []
        for group in answers.response.answer:
            owner, said = group.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(group.rdtype)
            found += [((owner, said), value) for record in group if (value := _value(record)) is not None]
        return found

    def _opened(self) -> dns.resolver.Resolver:
        if self._resolver is None:
            try:
                resolver = dns.resolver.Resolver(configure=not self._servers)
            except dns.resolver.NoResolverConfiguration as none:
                raise NamesAwayError("no name server is configured") from none
            resolver.cache = dns.resolver.LRUCache(_MOST_CACHED)
            if self._servers:
                resolver.nameservers = self._servers
            self._resolver = resolver
        return self._resolver


class NoNames:
    """Nobody to ask: every question stays open."""

    def ask(self, name: str, kind: str) -> Answer:
        """Raise NamesAwayError."""
        raise NamesAwayError("name servers are not asked")


class PatientNames:
    """Names for one mail: so many questions and so many seconds, and then none is answered any more."""

    def __init__(self, names: Names, *, questions: int = 120, seconds: float = 20.0) -> None:
        self._names = names
        self._left = questions
        self._until = time.monotonic() + seconds

    def ask(self, name: str, kind: str) -> Answer:
        """Return the records of that type. NamesAwayError when unknown, or when all is spent."""
        if self._left <= 0 or time.monotonic() > self._until:
            raise NamesAwayError("too many questions for one mail")
        self._left -= 1
        return self._names.ask(name, kind)


def texts_of(names: Names, name: str) -> list[bytes]:
    """Return the TXT records of a name, each as one run of bytes. NamesAwayError when unknown."""
    texts = []
    for (_, kind), value in names.ask(name, "TXT"):
        if kind == "TXT" and isinstance(value, tuple):
            texts.append(b"".join(value))
    return texts


def _is_never_asked(name: str) -> bool:
    """Whether the name is set apart for examples and tests, so that nobody may own it (RFC 6761)."""
    return f".{name.rstrip('.').lower()}".endswith(_NEVER_ASKED)


def _value(record: dns.rdata.Rdata) -> object | None:
    if isinstance(record, A | AAAA):
        return str(record.address)
    if isinstance(record, MX):
        return (int(record.preference), record.exchange.to_text(omit_final_dot=True))
    if isinstance(record, PTR | CNAME):
        return str(record.target.to_text(omit_final_dot=True))
    if isinstance(record, TXT | SPF):
        return tuple(record.strings)
    return None
