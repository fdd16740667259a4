"""The client behind a proxy of ours, as the PROXY protocol's header names it (versions 1 and 2)."""

import ipaddress
from asyncio import IncompleteReadError, StreamReader

from aiosmtpd.proxy_protocol import get_proxy

UNKNOWN = "unknown"
"""The address of a client that the proxy does not name: never that of a relay we trust."""


async def read_proxied_peer(reader: StreamReader) -> str | None:
    """Return the client's address from the header that begins a connection, or UNKNOWN.

    None when it begins with no such header: then the connection has to end unanswered, as the
    protocol asks. Nothing more is read than the header.
    """
    try:
        header = await get_proxy(reader)
    except IncompleteReadError:
        return None
    if not header.valid:
        return None
    try:
        return str(ipaddress.ip_address(str(header.src_addr)))
    except ValueError:
        # A proxy's own check of our health names nobody.
        return UNKNOWN
