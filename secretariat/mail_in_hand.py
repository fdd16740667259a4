"""One mail with all that was read of it, before anything about it is written down."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sqlmodel import Session, select

from intake.bounces.bounce_report import BounceReport
from intake.mail.automatic import Automatic
from intake.mail.file_links import file_links
from intake.mail.own_text import own_text
from intake.mail.parse import ParsedMail
from intake.malware.mail_scan import NOT_SCANNED, MailScan
from intake.malware.virus_verdict import VirusCheck
from intake.reading.sniff import MediaType
from intake.sender.verdict import SenderCheck
from intake.wants.want import Wanted
from intake.wants.wants import wants_of
from pact.documents import DocumentAsRead, ReadErrorCode
from storage.clock import legal_day
from storage.tables import Document, Mail

WITHOUT_LETTERS = "The mail was taken in without letters."
_UNREAD_PAGES = ("page_not_read", "picture_too_small")
LETTERS_OFF = "The mail was taken in without letters, or a program sent it."


@dataclass(frozen=True, slots=True)
class Paper:
    """One attachment: where its bytes are kept, and what the reader made of them."""

    part: int
    file_name: str
    media_type: MediaType
    sha256: str
    size_bytes: int
    document: DocumentAsRead
    took_ms: int = 0
    virus_check: VirusCheck = VirusCheck.UNCHECKED

    @property
    def is_application(self) -> bool:
        """Whether it asks to be let in, and could be read."""
        return self.document.kind.is_application and self.document.error is None

    @property
    def is_unreadable(self) -> bool:
        """Whether a person has to open it: damaged, locked, a page that gave no application, or not a
        paper we know. A logo is none of these."""
        error = self.document.error
        is_faulty = error is not None and error.code is not ReadErrorCode.EMPTY and not self.is_invitation
        return is_faulty or (bool(self._unread_pages) and not self.is_application)

    @property
    def is_invitation(self) -> bool:
        """Whether it is an entry of a calendar."""
        return self.media_type is MediaType.CALENDAR

    @property
    def is_encrypted(self) -> bool:
        """Whether a password keeps everybody from opening it."""
        return self.document.error is not None and self.document.error.code is ReadErrorCode.ENCRYPTED

    @property
    def why_unreadable(self) -> str:
        """The reason as a sentence, empty where there is none."""
        if self.document.error is not None:
            return self.document.error.message
        return f"It is a picture: {self._unread_pages[0]}." if self._unread_pages else ""

    @property
    def _unread_pages(self) -> list[str]:
        return [remark.seen for remark in self.document.remarks if remark.code in _UNREAD_PAGES]


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """One paper as registering sees it: its name, what it says, and its row where it has one."""

    file_name: str
    read: DocumentAsRead
    row: Document | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What registering and answering need to know of a mail: when it came, and from whom.

    ``received_on`` is the legal day of ``received_at``, in the secretariat's zone. ``linked`` are hosts
    on which the mail says that files lie. ``reply_to`` is where it wants answers, known while it is in
    hand. ``no_letter_because`` is a sentence where the mail may not be answered by itself. ``text`` is
    what its sender wrote, for the language of the answer.
    """

    mail_id: int
    received_at: datetime
    received_on: date
    address: str
    name: str
    verdict: str
    message_id: str
    no_letter_because: str = ""
    was_imported: bool = False
    references: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    encrypted: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    reply_to: str = ""
    text: str = ""

    @property
    def may_be_answered(self) -> bool:
        """Whether a letter may be written without a person."""
        return not self.no_letter_because

    @property
    def domain(self) -> str:
        """The domain of the address, lower case, or empty."""
        return self.address.rpartition("@")[2].lower()


@dataclass(frozen=True, slots=True)
class MailInHand:
    """A mail row's facts and everything read of it; ``returned`` is what a bounce says."""

    mail_id: int
    envelope_from: str
    envelope_to: tuple[str, ...]
    received_at: datetime
    wants_letters: bool
    parsed: ParsedMail
    sender: SenderCheck
    automatic: Automatic
    papers: tuple[Paper, ...]
    scan: MailScan = NOT_SCANNED
    returned: BounceReport | None = None

    @property
    def wants(self) -> tuple[Wanted, ...]:
        """What its own words and its papers want, the most important first."""
        kinds = tuple(paper.document.kind for paper in self.papers)
        return _wants(self.parsed.own_text, self.parsed.subject, kinds)

    def receipt(self, timezone: str, received_at: datetime) -> Receipt:
        """Return the part of it that registering and answering need, counted from that receipt."""
        because = "" if self.wants_letters else WITHOUT_LETTERS
        return Receipt(
            mail_id=self.mail_id,
            received_at=received_at,
            received_on=legal_day(received_at, timezone),
            address=self.parsed.from_address or self.envelope_from,
            name=self.parsed.from_name,
            verdict=self.sender.verdict.value,
            message_id=self.parsed.message_id,
            no_letter_because=because if self.automatic.answer_allowed else self.automatic.why,
            was_imported=not self.wants_letters,
            references=self.parsed.references,
            unreadable=tuple(p.file_name for p in self.papers if p.is_unreadable and not p.is_encrypted),
            encrypted=tuple(paper.file_name for paper in self.papers if paper.is_encrypted),
            linked=self.parsed.file_links,
            reply_to=self.parsed.reply_to,
            text=self.parsed.text,
        )


# Every step of filing one mail asks for it, and a long text takes 20 ms.
_wants = lru_cache(maxsize=4)(wants_of)


def first_received_at(session: Session, row: Mail) -> datetime:
    """Return when a mail came first: mails are read side by side, so its repetition may be older."""
    repetitions = session.exec(select(Mail.received_at).where(Mail.same_as_mail_id == row.id)).all()
    return min([row.received_at, *repetitions])


def receipt_of(session: Session, row: Mail, timezone: str) -> Receipt:
    """Return the receipt of a mail that was filed earlier, for what a person does with it now."""
    assert row.id is not None
    received_at = first_received_at(session, row)
    return Receipt(
        mail_id=row.id,
        received_at=received_at,
        received_on=legal_day(received_at, timezone),
        address=row.sender_address or row.envelope_from,
        name=row.sender_name or "",
        verdict=row.sender_verdict or "none",
        message_id=row.message_id or "",
        no_letter_because="" if row.letters == "auto" else LETTERS_OFF,
        was_imported=row.letters != "auto" and row.source == "file",
        linked=file_links(own_text(row.body_text, row.subject or "")),
        text=row.body_text,
    )
