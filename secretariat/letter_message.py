"""A letter as it goes over the wire: headers, text and its HTML twin as one RFC 5322 message."""

import hashlib
import unicodedata
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

import idna

from storage.sending import OutgoingLetter
from templates.letter_page import html_twin

LONGEST_LINE = 998
"""Characters of a header line (RFC 5322 2.1.1). Shorter folds would encode the long Message-IDs
of a References header as words, and no program finds a thread by those."""


def message_bytes(letter: OutgoingLetter, *, from_name: str, from_address: str, at: datetime) -> bytes:
    """Return the message, the same for the same letter and time, lines ended by CRLF.

    The text comes first: a reader without HTML takes it, and it is what the letter says (RFC 2046 5.1.4).
    Raises ValueError when a header would hold a line end or another control: then the letter was
    not written by us as it stands, and must not leave.
    """
    headers = {
        "From": _mailbox(from_address, from_name),
        "To": _mailbox(letter.to_address),
        "Subject": letter.subject,
        "Date": format_datetime(at),
        "Message-ID": letter.message_id,
        **letter.headers,
    }
    policy = SMTP if letter.to_address.isascii() else SMTPUTF8
    message = EmailMessage(policy=policy)
    for name, value in headers.items():
        message[name] = _on_one_line(name, value)
    message.set_content(letter.body, cte="7bit" if letter.body.isascii() else "quoted-printable")
    page = html_twin(letter.subject, letter.body, letter.language)
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    message.set_boundary(_boundary(letter))
    return message.as_bytes(policy=policy.clone(max_line_length=LONGEST_LINE))


def wire_address(address: str) -> str:
    """Return an address with its domain in A-labels (RFC 5890), as every mail server takes it."""
    local, _, domain = address.rpartition("@")
    return address if domain.isascii() else f"{local}@{idna.encode(domain, uts46=True).decode('ascii')}"


def _boundary(letter: OutgoingLetter) -> str:
    """Return a boundary that is the same at each try, and that the text it is made of cannot hold."""
    about = "\0".join((letter.message_id, letter.subject, letter.body))
    return f"=_{hashlib.sha256(about.encode()).hexdigest()[:40]}"


def _mailbox(address: str, name: str = "") -> str:
    local, _, domain = wire_address(address).rpartition("@")
    return str(Address(name, local, domain))


def _on_one_line(name: str, value: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in value):
        raise ValueError(f"the header {name} would hold a control character")
    return value
