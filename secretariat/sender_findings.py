"""What is odd about the sender of an application, beside all whom the register knows."""

from sqlmodel import Session

from pact.findings import Finding
from pact.sender_signs import KnownSender, KnownSenders, SeenSender, sender_findings
from secretariat.mail_in_hand import Receipt
from storage.known_senders import domains_on_record
from storage.settings import Settings


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
