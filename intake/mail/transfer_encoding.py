"""What a transfer encoding hides, decoded although mailers and gateways damage it (RFC 2045 6)."""

import binascii
import re

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_NOT_BASE64 = bytes(set(range(256)) - set(_ALPHABET))


def decode_transfer(data: bytes, encoding: str) -> bytes:
    """Return the decoded content of a part. An encoding that nobody knows leaves it as it stands."""
    if encoding == "base64":
        return decode_base64(data)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(data)
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _decode_uu(data)
    return data


def decode_base64(data: bytes) -> bytes:
    """Return what the letters of the alphabet in ``data`` encode; every other sign is skipped.

    Padding in the middle means that two encoded texts were joined: both are decoded. A letter
    left over alone carries no whole byte.
    """
    letters = data.translate(None, _NOT_BASE64)
    decoded = []
    for run in re.findall(rb"[^=]+", letters):
        whole = run[:-1] if len(run) % 4 == 1 else run
        decoded.append(binascii.a2b_base64(whole + b"=" * (-len(whole) % 4)))
    return b"".join(decoded)


def _decode_uu(data: bytes) -> bytes:
    decoded = []
    for line in data.splitlines():
        if line.strip() == b"end":
            break
        if line.startswith(b"begin ") or not line.strip():
            continue
        # Some writers fill the line beyond the length that it states in its first letter.
        stated = ((line[0] - 32 & 63) * 4 + 5) // 3
        try:
            decoded.append(binascii.a2b_uu(line[: stated + 1]))
        except binascii.Error:
            continue
    return b"".join(decoded)
