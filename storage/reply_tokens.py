"""Reply tokens: what a letter's Reply-To carries, so that a reply finds its way back."""

import base64
import hashlib
import re
import secrets

from sqlmodel import Session, select

from storage.tables import ReplyToken

_TOKEN_BYTES = 13
_TOKEN = re.compile(r"[a-z2-7]{20}")
_LONGEST_LOCAL_PART = 64
"""Octets of a local part (RFC 5321 4.5.3.1.1)."""


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


def application_of_token(session: Session, token: str) -> int | None:
    """Return the application that a token opens; None for a token that is unknown or opens none.

    A token alone joins nothing: anybody may have been sent the letter on.
    """
    found = session.exec(select(ReplyToken).where(ReplyToken.digest == digest_of(token))).first()
    return found.application_id if found else None
