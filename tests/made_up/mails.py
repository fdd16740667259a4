"""Made-up mail as bytes: with attachments, forwarded, automatic, bounced, and our own coming back."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime

from made_up.labels import PDF, MadeDocument

OURS = "cfit@localhost"
"""The address that is ours unless a test sets another one (the default of CFIT_ADDRESSES)."""
WRITTEN = datetime(2023, 3, 1, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail; ``inline`` files stand in the text, as pictures in a signature do."""

    file_name: str
    data: bytes
    media_type: str = PDF
    inline: bool = False

    @classmethod
    def of(cls, document: MadeDocument, file_name: str | None = None) -> "Attachment":
        """Return a made document as an attachment, under another name if one is given."""
        return cls(file_name or document.file_name, document.data, document.media_type)


def build_mail(
    *,
    sender: str = "w.vanderkooij@zilverveen.example",
    sender_name: str = "",
    to: str = OURS,
    subject: str = "Our signed copy",
    text: str = "Please find our signed copy attached.",
    attachments: Sequence[Attachment] = (),
    message_id: str = "",
    written: datetime = WRITTEN,
    headers: Sequence[tuple[str, str]] = (),
    html: str = "",
) -> bytes:
    """Return the bytes of one mail with CRLF line ends; the same arguments give the same bytes."""
    mail = _headed(sender=sender, sender_name=sender_name, to=to, subject=subject, written=written)
    mail["Message-ID"] = (
        message_id or f"<{_fingerprint(sender, to, subject, text)}@{sender.partition('@')[2]}>"
    )
    for name, value in headers:
        mail[name] = value
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    for attachment in attachments:
        _attach(mail, attachment)
    return finished(mail)


def forwarding(inner: bytes, **outer: str) -> bytes:
    """Return a mail that carries ``inner`` as message/rfc822; ``outer`` as for build_mail."""
    mail = _headed(
        sender=outer.get("sender", "desk@zilverveen.example"),
        to=outer.get("to", OURS),
        subject=outer.get("subject", "Fwd: Our signed copy"),
    )
    mail["Message-ID"] = f"<fwd-{_fingerprint(repr(inner))}@zilverveen.example>"
    mail.set_content(outer.get("text", "See the mail below.\n"))
    mail.add_attachment(message_from_bytes(inner, policy=default))
    return finished(mail)


def with_precedence_bulk(**mail: object) -> bytes:
    """Return a mail sent by a machine to many, which may still carry a signed copy."""
    return build_mail(**mail, headers=(("Precedence", "bulk"),))  # type: ignore[arg-type]


def auto_reply(
    *,
    sender: str = "a.opdenkelder@hoogoverveld.example",
    style: str = "rfc3834",
    in_reply_to: str = "<letter-1@localhost>",
) -> bytes:
    """Return an out-of-office answer in one of AUTO_REPLY_STYLES (RFC 3834, and those before it)."""
    subject, headers = AUTO_REPLY_STYLES[style]
    return build_mail(
        sender=sender,
        subject=subject,
        text="I am out of the office until Monday. In urgent matters please ring the front desk.",
        headers=(*headers, ("In-Reply-To", in_reply_to)),
    )


AUTO_REPLY_STYLES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "rfc3834": ("Automatic reply: Your application", (("Auto-Submitted", "auto-replied"),)),
    "vacation": ("Out of office", (("Auto-Submitted", "auto-replied (vacation)"), ("Precedence", "bulk"))),
    "old_header": ("Afwezig: Uw aanvraag", (("X-Autoreply", "yes"), ("X-Autorespond", "yes"))),
    "exchange": (
        "Automatische Antwort: Ihr Antrag",
        (("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")),
    ),
}


def bounce(
    *,
    failed: str = "w.vanderkooij@zilverveen.example",
    original: bytes | None = None,
    action: str = "failed",
    status: str = "5.1.1",
) -> bytes:
    """Return a delivery status notification (RFC 3464) about a mail of ours; its envelope sender is empty."""
    returned = original or build_mail(sender=OURS, to=failed, subject="Your application")
    boundary = "=_made_up_report"
    head = returned.partition(b"\r\n\r\n")[0]
    lines = [
        "From: Mail Delivery System <mailer-daemon@relay.example>",
        f"To: {OURS}",
        "Subject: Undelivered Mail Returned to Sender",
        f"Date: {format_datetime(WRITTEN)}",
        f"Message-ID: <bounce-{_fingerprint(failed, action, repr(returned))}@relay.example>",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/report; report-type=delivery-status; boundary="{boundary}"',
        "",
        f"--{boundary}",
        "Content-Type: text/plain; charset=us-ascii",
        "",
        f"Your message could not be delivered to <{failed}>.",
        f"--{boundary}",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; relay.example",
        "",
        f"Final-Recipient: rfc822; {failed}",
        f"Action: {action}",
        f"Status: {status}",
        f"Diagnostic-Code: smtp; 550 {status} no such user",
        "",
        f"--{boundary}",
        "Content-Type: text/rfc822-headers",
        "",
    ]
    return b"\r\n".join([*(line.encode() for line in lines), head, b"", f"--{boundary}--".encode(), b""])


def own_letter_back(*, message_id: str = "<letter-1@localhost>", sender: str = OURS) -> bytes:
    """Return a letter of ours as it comes back to us: by a loop, or by a list that we wrote to."""
    return build_mail(
        sender=sender,
        subject="Your application CFIT-2023-0001",
        text="We have received your signed copy.",
        message_id=message_id,
        headers=(("Auto-Submitted", "auto-replied"),),
    )


ODD_FILE_NAMES = (
    "signed copy (final) (2).pdf",
    "Überzeichnung – Fassung 3.pdf",
    "υπογεγραμμένο.pdf",
    "O'Rafferty's.pdf",
    "../../etc/passwd.pdf",
    "C:\\Users\\me\\Desktop\\pact.pdf",
    "pact.pdf.exe",
    ".pdf",
    "no ending",
    "a" * 180 + ".pdf",
    'semi;colon="quote".pdf',
)
"""Names that real mail programs give to files, or that somebody hopes we trip over."""


def with_raw_file_name(mail: bytes, name: bytes) -> bytes:
    """Return the mail with its first file name as raw bytes, the way careless programs write it."""
    return re.sub(rb"filename\*?=[^\r\n]+(\r\n[ \t][^\r\n]+)*", b'filename="' + name + b'"', mail, count=1)


def finished(mail: EmailMessage) -> bytes:
    """Return the mail's bytes; boundaries are counted, not drawn, so that bytes repeat."""
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_made_up_{number}")
    return mail.as_bytes(policy=SMTP)


def _headed(
    *, sender: str, to: str, subject: str, sender_name: str = "", written: datetime = WRITTEN
) -> EmailMessage:
    mail = EmailMessage()
    local, _, domain = sender.rpartition("@")
    mail["From"] = Address(sender_name, local, domain)
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = format_datetime(written)
    return mail


def _attach(mail: EmailMessage, attachment: Attachment) -> None:
    main, _, sub = attachment.media_type.partition("/")
    mail.add_attachment(
        attachment.data,
        maintype=main,
        subtype=sub,
        filename=attachment.file_name,
        disposition="inline" if attachment.inline else "attachment",
    )


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:20]
