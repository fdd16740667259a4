"""What services for signing by click leave on the pages: heads, stamps and a page of their record."""

import hashlib
from dataclasses import dataclass

from made_up.people import DEVELOPMENT


@dataclass(frozen=True, slots=True)
class Platform:
    """The traces of one service: ``head`` on every page, words ``around`` the name, the ``record``.

    Each may hold {number} and {name}, the record also {title} and {organisation}.
    """

    head: str
    around: tuple[str, str]
    record: tuple[str, ...]


PLATFORMS: dict[str, Platform] = {
    "docusign_old": Platform(
        "DocuSign Envelope ID: {number}",
        ("DocuSigned by:", "{number}..."),
        (
            "Certificate Of Completion",
            "Envelope Id: {number}    Status: Completed",
            "Subject: Complete with DocuSign: pact.pdf",
            "Signer Events    Signature    Timestamp",
            "{name}",
            "{title}",
            "{organisation}",
            "Security Level: Email, Account Authentication (None)",
            "Signature Adoption: Pre-selected Style. Using IP Address: 192.0.2.44",
        ),
    ),
    "adobe": Platform(
        "",
        ("", "{name} (Jun 21, 2022 10:02 GMT+2)"),
        (
            "Final Audit Report",
            "Created by the secretariat. Status: Signed. Transaction ID: {number}",
            "Document created and emailed to {name} for signature",
            "Document e-signed by {name}. Time Source: server. IP address: 192.0.2.9",
            "Agreement completed. Powered by Adobe Acrobat Sign",
        ),
    ),
    "docusign_new": Platform(
        "Docusign Envelope ID: {number}",
        ("Signed by:", "{number}..."),
        (
            "Certificate Of Completion",
            "Envelope Id: {number}    Status: Completed",
            "Signer Events    Signature    Timestamp",
            "{name}    {title}    {organisation}",
            "Security Level: Email, Account Authentication (None)",
            "Electronic Record and Signature Disclosure: Accepted",
        ),
    ),
    "scrive": Platform(
        "",
        ("Signed electronically by", "Transaction {number}"),
        (
            "Verification",
            "Transaction {number}",
            "Document: pact. Main document, pages 1-8. Initiated on 2022-09-23 09:12:01 CEST. Finalised.",
            "Signatories: {name}, {organisation}. Signed 2022-09-23 09:31:20 CEST",
            "This verification was issued by Scrive.",
        ),
    ),
    "dropbox": Platform(
        "Doc ID: {number}",
        ("", ""),
        (
            "Audit trail",
            "Document ID {number}    Status: Signed",
            "SENT to {name} for signature. IP: 192.0.2.51",
            "SIGNED by {name}. The document has been completed. Powered by Dropbox Sign",
        ),
    ),
}
DEVELOPMENT_PLATFORMS = ("docusign_old", "adobe")
HELD_OUT_PLATFORMS = ("docusign_new", "scrive", "dropbox")


def platforms_of(set_name: str) -> tuple[str, ...]:
    """Return the services of a set; the sets share none."""
    return DEVELOPMENT_PLATFORMS if set_name == DEVELOPMENT else HELD_OUT_PLATFORMS


def envelope_number(name: str) -> str:
    """Return the number that a service would give to what this person signed."""
    return hashlib.sha256(name.encode()).hexdigest()[:32].upper()
