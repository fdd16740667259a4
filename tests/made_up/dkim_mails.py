"""Mails signed by DKIM, and sealed by ARC, with keys of the test's own, and the zone that holds them."""

import base64
from functools import cache

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from made_up.zones import Record

SELECTOR = "s1"
TO = "cfit@localhost"


@cache
def _key(domain: str) -> rsa.RSAPrivateKey:
    del domain  # one key for each
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)


def key_record(domain: str) -> tuple[str, list[Record]]:
    """Return the name and the record under which the domain's public key is found."""
    der = (
        _key(domain)
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return f"{SELECTOR}._domainkey.{domain}", [("TXT", "v=DKIM1; k=rsa; p=" + base64.b64encode(der).decode())]


def mail_from(address: str, *, received: tuple[str, ...] = (), extra: tuple[str, ...] = ()) -> bytes:
    """Return a plain mail from that address, with these fields on top of it."""
    top = "".join(f"Received: {field}\r\n" for field in received) + "".join(f"{line}\r\n" for line in extra)
    return (
        f"{top}From: Ida Holm <{address}>\r\nTo: {TO}\r\nSubject: Our signed copy\r\n"
        f"Date: Mon, 2 Feb 2026 10:00:00 +0100\r\nMessage-ID: <1@{address.rpartition('@')[2]}>\r\n"
        "\r\nPlease find our copy attached.\r\n"
    ).encode()


def signed(mail: bytes, domain: str, *, length: bool = False) -> bytes:
    """Return the mail with a signature of the domain on top."""
    field = dkim.sign(
        mail,
        SELECTOR.encode(),
        domain.encode(),
        _private(domain),
        include_headers=[b"from", b"to", b"subject", b"date"],
        canonicalize=(b"relaxed", b"relaxed"),
        length=length,
    )
    return bytes(field) + mail


def sealed(mail: bytes, domain: str, results: str) -> bytes:
    """Return the mail with an ARC set of the domain, which reports ``results`` of what it saw."""
    mail = f"Authentication-Results: {domain}; {results}\r\n".encode() + mail
    fields = dkim.arc_sign(
        mail,
        SELECTOR.encode(),
        domain.encode(),
        _private(domain),
        domain.encode(),
        include_headers=[b"from", b"to", b"subject", b"date"],
    )
    return b"".join(fields) + mail


def with_footer(mail: bytes) -> bytes:
    """Return the mail with what gateways and lists like to add."""
    return mail + b"--\r\nThis mail was checked for viruses.\r\n"


def _private(domain: str) -> bytes:
    return _key(domain).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
