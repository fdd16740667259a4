"""What is odd about the sender of an application, beside all whom the register knows."""

from sqlmodel import Session

from pact.checks import SenderVerdict
from pact.findings import Finding
from pact.sender_signs import KnownSender, KnownSenders, SeenSender, sender_findings
from secretariat.mail_in_hand import Receipt
from storage.known_senders import domains_on_record
from storage.settings import Settings

_MADE_TO_LOOK_LIKE_ANOTHER = {
    "sender_domain_resembles",
    "sender_name_shows_address",
    "sender_name_is_anothers",
}


def findings_about_the_sender(
    session: Session, receipt: Receipt, organisation_id: int | None, settings: Settings
) -> list[Finding]:
    """Return what a person should see about who sent a mail that opens an application."""
    on_record = {number: KnownSender(*known) for number, known in domains_on_record(session).items()}
    about = on_record.get(organisation_id) if organisation_id is not None else None
    known = KnownSenders(
        ours=frozenset(address.rpartition("@")[2] for address in settings.addresses),
        others=tuple(on_record.values()),
        about=about,
    )
    return sender_findings(SeenSender(receipt.address, receipt.name, receipt.reply_to), known)


def why_not_believed(session: Session, receipt: Receipt, settings: Settings) -> str | None:
    """Return as a sentence why a sender may be made to look like another, or None.

    Nothing then registers by itself. The mail may truly come from the domain that it names, and that
    domain be one letter from a town's.
    """
    if receipt.address.lower() in settings.addresses and receipt.verdict != SenderVerdict.PASS:
        return f"It names {receipt.address} as its sender, which is our own address."
    for found in findings_about_the_sender(session, receipt, None, settings):
        if found.code in _MADE_TO_LOOK_LIKE_ANOTHER:
            return f"Its sender may be made to look like another. {found.seen}"
    return None
