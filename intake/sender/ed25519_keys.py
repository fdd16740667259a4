"""Ed25519 signatures of mail (RFC 8463), checked by the cryptography library in the place of PyNaCl."""

import base64
from types import SimpleNamespace

import dkim
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class VerifyKey:
    """A public key as dkimpy asks for it. Raises ValueError for what is no key of 32 bytes."""

    def __init__(self, written: bytes, encoder: object) -> None:
        del encoder  # it is always written in base64 (RFC 8463, 4.2)
        self._key = Ed25519PublicKey.from_public_bytes(base64.b64decode(written, validate=True))

    def verify(self, message: bytes, signature: bytes) -> None:
        """Raise InvalidSignature unless the signature is the message's."""
        self._key.verify(signature, message)


def teach_ed25519() -> None:
    """Give dkimpy the three names that it takes from PyNaCl, of which nothing else is needed here."""
    dkim.nacl = SimpleNamespace(
        signing=SimpleNamespace(VerifyKey=VerifyKey),
        encoding=SimpleNamespace(Base64Encoder=None),
        exceptions=SimpleNamespace(BadSignatureError=InvalidSignature, ValueError=ValueError),
    )
