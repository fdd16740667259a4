"""A raw mail to what the product needs of it: who, when, about what, its text and its documents.

Pure and bounded: it runs in a reading child, and whatever goes beyond a limit is named in
``limits_hit``, so that a person looks at the mail; the raw bytes are kept in any case.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from intake.mail.containers import DEEPEST_CONTAINER, leaves_of_item, opened_containers
from intake.mail.file_links import file_links
from intake.mail.mail_body import body_text, html_body, is_document, lies_elsewhere, parts_digest
from intake.mail.mail_headers import Mailbox, decode_words, mailboxes, message_ids, sent_at
from intake.mail.mail_parts import (
    MOST_HEADER_BYTES,
    BoundedMessage,
    Budget,
    Leaf,
    MailLimit,
    build_tree,
    first,
    header_block,
    leaves,
)
from intake.mail.outlook_item import OLE_SIGNATURE, read_outlook_item
from intake.mail.own_text import own_text
from intake.mail.signed_mail import opened_mail
from intake.signing.trust_material import NO_TRUST, TrustMaterial
from pact.documents import DigitalSignature

MOST_LINES = 1_000_000  # 35 MB in base64 have half as many; the parser pays for every line
_MOST_REFERENCES = 100
_MOST_KEPT_FIELDS = 150
_MOST_SENDERS = 10
_LONGEST_KEPT_FIELD = 1_000
_LONGEST_REPORT = 6_000  # of a relay, on its own checks: a field cut short would say nothing

# What intake/mail/automatic.py and intake/sender/ judge by.
_KEPT_FIELD = re.compile(
    r"auto-submitted|authentication-results|content-type|delivered-to|list-.*|mailing-list|precedence|received|return-path|sender"
    r"|x-auto.*|x-failed-recipients|x-loop|x-mail-autoreply|x-mailer|x-ml-?(?:name|server)|x-ms-exchange-.*|x-vacation"
)


@dataclass(frozen=True, slots=True)
class MailPart:
    """One part that may be a document. ``file_name`` is cleaned and may be empty.

    ``media_type_said`` is what the sender claims; only the bytes prove it (intake/reading/sniff.py).
    ``forwarded`` says that the part lies in a mail within the mail.
    """

    index: int
    file_name: str
    media_type_said: str
    data: bytes
    disposition: str
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """What was read of a mail. Text is decoded and free of controls; ``date`` is aware UTC.

    ``senders`` are all addresses that From names; more than one is rare, and hides who wrote.

    ``signatures`` are those of the mail itself (S/MIME); ``names_signatory`` of one says whether its
    certificate stands for the sender's address.

    ``own_text`` is ``text`` without the mails it quotes and without its signature; what it forwards
    belongs to it. Empty where the mail is nothing but a quotation.

    ``file_links`` are the hosts, such as "wetransfer.com", where it says that files of it lie. Nothing is
    ever fetched from there.

    ``parts_digest`` is the same for the same contents, whatever boundaries and transfer encodings
    carried them. ``limits_hit`` holds words of MailLimit; when it is not empty, parts may be
    missing.
    """

    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    from_address: str = ""
    from_name: str = ""
    senders: tuple[str, ...] = ()
    reply_to: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    date: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    text: str = ""
    own_text: str = ""
    parts: tuple[MailPart, ...] = ()
    file_links: tuple[str, ...] = ()
    parts_digest: str = ""
    limits_hit: tuple[str, ...] = ()
    signatures: tuple[DigitalSignature, ...] = ()


def parse_mail(raw: bytes, trust: TrustMaterial = NO_TRUST) -> ParsedMail:
    """Return the mail as far as the limits allow, its signatures checked. Raises nothing for any bytes."""
    if raw.startswith(OLE_SIGNATURE):
        return _outlook_mail(raw)
    raw = _with_plain_line_ends(raw)
    head = header_block(raw)
    if len(head) >= MOST_HEADER_BYTES:
        return parse_head(raw, MailLimit.HEADER_BLOCK)
    if raw.count(b"\n") > MOST_LINES:
        return parse_head(raw, MailLimit.LINES)
    budget = Budget()
    root = build_tree(raw, budget)
    found = list(leaves(root)) if not _is_cut(budget) else []
    if _is_cut(budget):
        return _parsed(root, [], digest_of_bytes(raw), tuple(budget.hit))
    senders = tuple(box.address for box in mailboxes(first(root, "from")))
    opened = opened_mail(raw, found, budget, trust=trust, senders=senders)
    digest = parts_digest(list(opened.found))
    found = opened_containers(opened.found, budget)
    return _parsed(root, found, digest, tuple(budget.hit), opened.signatures)


def parse_head(raw: bytes, *limits: MailLimit) -> ParsedMail:
    """Return what the header fields alone say, for a mail whose body went beyond ``limits``."""
    budget = Budget(hit=dict.fromkeys(limits))
    root = build_tree(header_block(_with_plain_line_ends(raw)), budget)
    return _parsed(root, [], digest_of_bytes(raw), tuple(budget.hit))


def _outlook_mail(raw: bytes) -> ParsedMail:
    """Return the mail that an Outlook item is; one that cannot be read is for a person."""
    budget = Budget()
    item = read_outlook_item(raw, DEEPEST_CONTAINER)
    if item is None:
        return ParsedMail(parts_digest=digest_of_bytes(raw), limits_hit=(MailLimit.DAMAGED,))
    root = build_tree(item.head[:MOST_HEADER_BYTES], budget)
    found = leaves_of_item(item, forwarded=False)
    return _parsed(root, opened_containers(found, budget), parts_digest(found), tuple(budget.hit))


def _with_plain_line_ends(raw: bytes) -> bytes:
    """Return the mail without what only its transport left: a byte order mark, lone CRs."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if b"\n" not in raw:
        return raw.replace(b"\r", b"\n")  # written by an old Macintosh
    head = header_block(raw)
    if head.count(b"\r") == head.count(b"\r\n"):
        return raw
    # The library takes a lone CR for a line end: "Subject: a\rFrom: b" would forge a field.
    return re.sub(rb"\r(?!\n)", b" ", head) + raw[len(head) :]


def _is_cut(budget: Budget) -> bool:
    return MailLimit.PARTS in budget.hit or MailLimit.DEPTH in budget.hit


def _parsed(
    root: BoundedMessage,
    found: list[Leaf],
    digest: str,
    limits: tuple[str, ...],
    signatures: tuple[DigitalSignature, ...] = (),
) -> ParsedMail:
    senders = mailboxes(first(root, "from"))
    sender = (*senders, Mailbox("", ""))[0]
    reply_to = (*mailboxes(first(root, "reply-to")), Mailbox("", ""))[0]
    ids = message_ids(first(root, "message-id"))
    subject, text = decode_words(first(root, "subject")), body_text(found)
    written = own_text(text, subject)
    documents = [leaf for leaf in found if is_document(leaf)]
    return ParsedMail(
        message_id=ids[0] if ids else decode_words(first(root, "message-id")),
        in_reply_to=message_ids(first(root, "in-reply-to"))[:_MOST_REFERENCES],
        references=message_ids(first(root, "references"))[-_MOST_REFERENCES:],
        from_address=sender.address,
        from_name=sender.name,
        senders=tuple(dict.fromkeys(box.address for box in senders))[:_MOST_SENDERS],
        reply_to=reply_to.address,
        to=tuple(box.address for box in mailboxes(first(root, "to"))),
        subject=subject,
        date=sent_at(first(root, "date")),
        headers=_kept_headers(root),
        text=text,
        own_text=written,
        parts=tuple(_part(index, leaf) for index, leaf in enumerate(documents)),
        file_links=file_links(written, html_body(found), lies_elsewhere(found)),
        parts_digest=digest,
        limits_hit=limits,
        signatures=signatures,
    )


def _kept_headers(root: BoundedMessage) -> tuple[tuple[str, str], ...]:
    kept: list[tuple[str, str]] = []
    for name, value in root.raw_items():
        if _KEPT_FIELD.fullmatch(name.lower()) and len(kept) < _MOST_KEPT_FIELDS:
            longest = _LONGEST_REPORT if name.lower() == "authentication-results" else _LONGEST_KEPT_FIELD
            kept.append((name.lower(), decode_words(value)[:longest].rstrip()))
    return tuple(kept)


def _part(index: int, leaf: Leaf) -> MailPart:
    return MailPart(index, leaf.file_name, leaf.media_type, leaf.data, leaf.disposition, leaf.forwarded)


def digest_of_bytes(raw: bytes) -> str:
    """Return the digest of a mail that was not taken apart: the same for the same bytes alone."""
    return hashlib.sha256(b"not taken apart\0" + raw).hexdigest()
