"""Tokens: what a letter's Reply-To and MAIL FROM carry, so that replies and bounces find their way back."""

import base64
import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, select

from storage.tables import ReplyToken

_TOKEN_BYTES = 13
_TOKEN = re.compile(r"[a-z2-7]{20}")
_LONGEST_LOCAL_PART = 64
"""Octets of a local part (RFC 5321 4.5.3.1.1)."""


class Purpose(StrEnum):
    """What a token is for: the one stands in Reply-To, the other in MAIL FROM."""

    REPLY = "reply"
    BOUNCE = "bounce"


@dataclass(frozen=True, slots=True)
class KnownToken:
    """A token of ours: the letter that carried it, and the application that it was about, if any."""

    letter_id: int
    application_id: int | None
    purpose: Purpose


def new_token() -> str:
    """Return a token of 100 random bits in small letters and digits, which survive every mail system."""
    return base64.b32encode(secrets.token_bytes(_TOKEN_BYTES)).decode("ascii").lower()[:20]


def digest_of(token: str) -> str:
    """Return the sha256 under which a token is known: the database cannot give tokens away."""
    return hashlib.sha256(token.lower().encode()).hexdigest()


def reply_address(address: str, reference: str, token: str) -> str | None:
    """Return ``address`` with reference and token behind a plus: cfit+cfit-2026-0001.TOKEN@...

    The reference is for people's eyes and goes first when the whole gets too long. None when
    even the token has no room.
    """
    local, _, domain = address.rpartition("@")
    for detail in (f"{reference.lower()}.{token}", token):
        if len(f"{local}+{detail}".encode()) <= _LONGEST_LOCAL_PART:
            return f"{local}+{detail}@{domain}"
    return None


def token_in_address(address: str) -> str | None:
    """Return the token in a plus-address, whatever became of its case, or None."""
    local, _, _ = address.lower().rpartition("@")
    _, plus, detail = local.partition("+")
    token = detail.rpartition(".")[2]
    return token if plus and _TOKEN.fullmatch(token) else None


def known_token(session: Session, token: str) -> KnownToken | None:
    """Return what we know of a token; None for one that we never gave.

    A token alone joins nothing: anybody may have been sent the letter on.
    """
    found = session.exec(select(ReplyToken).where(ReplyToken.digest == digest_of(token))).first()
    return KnownToken(found.letter_id, found.application_id, Purpose(found.purpose)) if found else None


def tokens_in(session: Session, addresses: Iterable[str]) -> list[KnownToken]:
    """Return the tokens of ours that these addresses carry, in their order."""
    carried = filter(None, map(token_in_address, addresses))
    return [known for token in carried if (known := known_token(session, token)) is not None]
