"""Texts of a signature on one line, without what no name needs: they come from certificates and documents."""

import unicodedata
from dataclasses import replace

from pact.documents import DigitalSignature


def plain(signature: DigitalSignature) -> DigitalSignature:
    """Return the signature with every text composed and free of controls, marks of direction, odd spaces."""
    return replace(
        signature,
        signer=_or_none(signature.signer),
        organisation=_or_none(signature.organisation),
        platform=_or_none(signature.platform),
        issuer=_or_none(signature.issuer),
        change_seen=_plain(signature.change_seen),
    )


def _or_none(text: str | None) -> str | None:
    return _plain(text) or None if text else None


def _plain(text: str) -> str:
    shown = (" " if _is_space(sign) else sign for sign in unicodedata.normalize("NFC", text))
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign)[0] != "C").split())


def _is_space(sign: str) -> bool:
    return sign in "\t\n\r" or unicodedata.category(sign)[0] == "Z"
