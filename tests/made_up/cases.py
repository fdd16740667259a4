"""Mails in hand as the reader would give them, without bytes to read: for tests of what comes after."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from intake.bounces.bounce_report import BounceReport
from intake.mail.automatic import Automatic, AutomaticKind
from intake.mail.own_text import own_text
from intake.mail.parse import ParsedMail
from intake.reading.sniff import MediaType
from intake.sender.verdict import SenderCheck, Verdict
from pact.documents import (
    DocumentAsRead,
    DocumentKind,
    Field,
    Method,
    Signatory,
    Signature,
    SignatureKind,
)
from secretariat.desk import Desk
from secretariat.file_mail import file_mail
from secretariat.mail_in_hand import MailInHand, Paper
from storage.mails import IncomingMail, keep_mail
from storage.tables import Mail

RECEIVED_AT = datetime(2026, 1, 31, 22, 30, tzinfo=UTC)
"""Half past eleven in the evening of 31 January in Amsterdam: the last half hour of a legal day."""

BY_A_PERSON = Automatic(AutomaticKind.NONE, answer_allowed=True, why="A person wrote it.")
_numbers = count(1)


def read(value: str | None, *, sure: bool = True) -> Field:
    """Return a field as read on page 2."""
    if value is None:
        return Field()
    return Field(value, 0.99 if sure else 0.4, sure, 2, (72.0, 300.0, 300.0, 312.0), Method.TEXT)


def block(
    organisation: str | None = "Municipality of Lindenhove",
    *,
    name: str | None = "Marijke van Dorp",
    title: str | None = "Head of ICT Procurement",
    role: str | None = "procuring",
    date: str | None = "2026-01-28",
    signature: SignatureKind = SignatureKind.DRAWN,
) -> Signatory:
    """Return a filled signature block."""
    return Signatory(
        read(organisation), read(name), read(title), read(role), read(date), Signature(signature, 0.9, 2)
    )


def pact_copy(*blocks: Signatory) -> DocumentAsRead:
    """Return a signed copy with these blocks, or with one complete one."""
    return DocumentAsRead(DocumentKind.SIGNED_PACT, 0.99, pages=16, signatories=blocks or (block(),))


def support_letter(organisation: str = "Repair Forward Foundation") -> DocumentAsRead:
    """Return a Letter of Support that endorses."""
    signed = block(organisation, role=None)
    endorses = read("We endorse the ambitions of the Pact.")
    return DocumentAsRead(
        DocumentKind.LETTER_OF_SUPPORT, 0.98, pages=1, signatories=(signed,), endorses=endorses
    )


@dataclass(frozen=True)
class MadeMail:
    """What a made-up mail is made of; each is another delivery."""

    documents: tuple[DocumentAsRead, ...] = ()
    sender: str = "marijke@lindenhove.example"
    name: str = "Marijke van Dorp"
    to: tuple[str, ...] = ("cfit@localhost",)
    text: str = ""
    subject: str = "Our copy"
    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    automatic: Automatic = BY_A_PERSON
    received_at: datetime = RECEIVED_AT
    letters: str = "auto"
    limits_hit: tuple[str, ...] = ()
    parts_digest: str | None = None
    verdict: Verdict = Verdict.NONE
    returned: BounceReport | None = None


def keep(desk: Desk, made: MadeMail) -> MailInHand:
    """Keep the mail as the door does, and return it with its documents read."""
    number = next(_numbers)
    kept = keep_mail(
        desk.database,
        delivery=IncomingMail(
            sha256=desk.originals.put(f"mail {number}".encode()),
            size_bytes=9,
            envelope_from=made.sender,
            envelope_to=made.to,
            received_at=made.received_at,
            source="smtp",
            letters=made.letters,
        ),
    )
    return as_read(desk, kept.mail_id, made)


def as_read(desk: Desk, mail_id: int, made: MadeMail) -> MailInHand:
    """Return a kept mail with its documents read."""
    message_id = made.message_id or f"<made-{mail_id}@{made.sender.rpartition('@')[2]}>"
    parsed = ParsedMail(
        message_id=message_id,
        in_reply_to=made.in_reply_to,
        from_address=made.sender,
        from_name=made.name,
        senders=(made.sender,),
        to=made.to,
        subject=made.subject,
        text=made.text,
        own_text=own_text(made.text, made.subject),
        parts_digest=made.parts_digest or hashlib.sha256(message_id.encode()).hexdigest(),
        limits_hit=made.limits_hit,
    )
    return MailInHand(
        mail_id=mail_id,
        envelope_from=made.sender,
        envelope_to=made.to,
        received_at=made.received_at,
        wants_letters=made.letters == "auto",
        parsed=parsed,
        sender=SenderCheck(made.verdict, "made up"),
        automatic=made.automatic,
        papers=tuple(_paper(desk, mail_id, part, one) for part, one in enumerate(made.documents)),
        returned=made.returned,
    )


def take_in(desk: Desk, made: MadeMail) -> Mail:
    """Keep and file a mail, and return its row."""
    mail = keep(desk, made)
    with desk.database.write() as session:
        file_mail(session, desk, mail)
    with desk.database.read() as session:
        return session.get_one(Mail, mail.mail_id)


def file_once_more(desk: Desk, row: Mail, made: MadeMail) -> Mail:
    """File a mail that was given back to the worker, with what is read of it now."""
    assert row.id is not None
    with desk.database.write() as session:
        file_mail(session, desk, replace(as_read(desk, row.id, made), received_at=row.received_at))
    with desk.database.read() as session:
        return session.get_one(Mail, row.id)


def after(days: int) -> datetime:
    """Return a moment so many days after RECEIVED_AT."""
    return RECEIVED_AT + timedelta(days=days)


def without_date(document: DocumentAsRead) -> DocumentAsRead:
    """Return the document with no date in its first block."""
    first, *others = document.signatories
    return replace(document, signatories=(replace(first, date=Field()), *others))


def _paper(desk: Desk, mail_id: int, part: int, document: DocumentAsRead) -> Paper:
    data = f"mail {mail_id} part {part}".encode()
    return Paper(
        part=part,
        file_name=f"paper-{part}.pdf",
        media_type=MediaType.PDF,
        sha256=desk.originals.put(data),
        size_bytes=len(data),
        document=document,
    )
