"""The header fields and addresses that a letter leaves with: its Message-ID, its thread, its two tokens."""

import hashlib
import re
from dataclasses import dataclass

import idna

from storage.new_letter import NewLetter
from storage.reply_tokens import Purpose, new_token, reply_address
from storage.settings import Settings

LONGEST_REFERENCES = 800
"""Characters of a References header: the line may not exceed 998 (RFC 5322 2.1.1)."""

BOUNCE = "bounce"
"""What stands before the token in MAIL FROM, for people's eyes."""


@dataclass(frozen=True, slots=True)
class Posting:
    """How a letter leaves: its MAIL FROM, empty for the null sender, its Message-ID and header fields.

    Where no plus-address can carry ``tokens``, the Message-ID carries the one for replies, which
    replies name and bounces quote.
    """

    envelope_from: str
    message_id: str
    headers: dict[str, str]
    tokens: dict[Purpose, str]


def posting_of(letter: NewLetter, settings: Settings) -> Posting:
    """Return how a letter leaves, with tokens of its own."""
    ours = settings.addresses[0]
    reply_token, bounce_token = new_token(), new_token()
    reply_to = reply_address(ours, letter.reference, reply_token) if settings.plus_address else None
    bounce_to = reply_address(ours, BOUNCE, bounce_token) if settings.plus_address else None
    in_message_id = reply_token if reply_to is None or bounce_to is None else ""
    tokens = {Purpose.REPLY: reply_token}
    if letter.comes_back and bounce_to is not None:
        tokens[Purpose.BOUNCE] = bounce_token
    return Posting(
        envelope_from=(bounce_to or ours) if letter.comes_back else "",
        message_id=_message_id(letter, settings, in_message_id),
        headers=_headers(letter, reply_to or ours),
        tokens=tokens,
    )


_MESSAGE_ID = re.compile(r"<[!-;=?-~]{3,250}>")


def _message_id(letter: NewLetter, settings: Settings, token: str) -> str:
    """Return the Message-ID, the same again after a restored backup: the receiver knows it then."""
    about = "\0".join((letter.key, letter.to_address, letter.in_reply_to or ""))
    name = hashlib.sha256(about.encode()).hexdigest()[:32]
    domain = idna.encode(settings.message_domain, uts46=True).decode("ascii")
    return f"<{name}.{token}@{domain}>" if token else f"<{name}@{domain}>"


def _headers(letter: NewLetter, reply_to: str) -> dict[str, str]:
    headers = {"Reply-To": reply_to}
    thread = [name for name in (*letter.references, letter.in_reply_to or "") if _MESSAGE_ID.fullmatch(name)]
    if letter.in_reply_to and letter.in_reply_to in thread:
        headers["In-Reply-To"] = letter.in_reply_to
    if thread:
        headers["References"] = _references(list(dict.fromkeys(thread)))
    if letter.automatic:
        # RFC 3834 5: whoever answers mail by program leaves ours alone. Exchange asks for the second.
        headers |= {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}
    return headers


def _references(thread: list[str]) -> str:
    """Return the first Message-ID and as many of the last as fit (RFC 5322 3.6.4)."""
    kept = thread[:1]
    room = LONGEST_REFERENCES - len(kept[0])
    for name in reversed(thread[1:]):
        room -= len(name) + 1
        if room < 0:
            break
        kept.insert(1, name)
    return " ".join(kept)
