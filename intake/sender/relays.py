"""Relays of our own: which hosts they are, and from whom they say that they had a mail."""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_LITERAL = re.compile(r"\[(?:IPv6:)?([0-9A-Fa-f:.]{3,45})\]")
_FROM_HOST = re.compile(r"\s*from\s+([^\s()\[\];]{1,255})")
_BY = re.compile(r"\sby\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Client:
    """The host that handed a mail over at the border: its IP address and what it called itself."""

    address: str
    helo: str


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Return addresses and networks as networks. ValueError for what is neither."""
    return tuple(ipaddress.ip_network(text.strip(), strict=False) for text in texts)


def is_relay(address: str, relays: Sequence[Network]) -> bool:
    """Whether the address is one of our relays'. What is no address is none."""
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(host, ipaddress.IPv6Address) and host.ipv4_mapped:
        host = host.ipv4_mapped
    return any(host.version == network.version and host in network for network in relays)


def can_be_judged(address: str) -> bool:
    """Whether SPF can say anything about the address: it is one of the open Internet."""
    try:
        return ipaddress.ip_address(address).is_global
    except ValueError:
        return False


def border_client(received: Iterable[str], relays: Sequence[Network]) -> Client | None:
    """Return who handed the mail to the outermost of our relays, from the Received fields, topmost first.

    The topmost field was written by the relay that connected to us. As long as the host it names
    is a relay of ours too, the next field is that one's; beyond it anybody may have written what
    he liked, so nothing further is read.
    """
    for field in received:
        client = _client(field)
        if client is None:
            return None
        if not is_relay(client.address, relays):
            return client
    return None


def _client(field: str) -> Client | None:
    clause = _BY.split(field, maxsplit=1)[0]
    named, literals = _FROM_HOST.match(clause), _LITERAL.findall(clause)
    if not literals:
        return None
    # The last literal is the one in the comment that the relay itself wrote (RFC 5321, 4.4).
    return Client(literals[-1], named[1] if named else "")
