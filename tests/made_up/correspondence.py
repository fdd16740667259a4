"""A secretariat's home and the people who write to it: mail as bytes in, letters as bytes out."""

import email
import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from itertools import count
from pathlib import Path

from made_up.dkim_mails import signed
from made_up.mails import Attachment, build_mail
from made_up.post import Clock, text_of
from made_up.readers_at_hand import ReadersAtHand
from made_up.senders_on_the_way import GOOD_HOST, NAMES, TOWN
from sqlmodel import col, select

from secretariat.demonstration.edition import PROCURING
from secretariat.demonstration.pdf_copies import pact_pdf
from secretariat.demonstration.signing import Signing
from secretariat.desk import Desk
from secretariat.process import process_mail
from secretariat.send_mail import due_sendings, send_letter
from storage.database import Database
from storage.mails import IncomingMail, keep_mail
from storage.originals import open_originals
from storage.settings import load_settings
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Letter, Mail

APPLICANT = f"ida@{TOWN}"
_numbers = count(1)


@dataclass(frozen=True)
class Posted:
    """A letter as it left: the addresses of its envelope, and the message."""

    mail_from: str
    rcpt_to: str
    message: EmailMessage
    raw: bytes

    @property
    def text(self) -> str:
        """Its plain text with its words joined by single spaces."""
        return " ".join(text_of(self.message).split())

    @property
    def reply_to(self) -> str:
        """Where it wants to be answered."""
        return str(self.message["Reply-To"])


@dataclass
class Office:
    """One secretariat with letters that leave by themselves; its clock stands until a test moves it."""

    desk: Desk
    clock: Clock

    def take(self, raw: bytes, *, mail_from: str, to: str = "", peer: str = GOOD_HOST) -> Mail:
        """Take a mail in as the door and the worker do, and return its row."""
        mail_id = self.keep(raw, mail_from=mail_from, to=to, peer=peer)
        self.process(mail_id)
        return self.mail(mail_id)

    def keep(self, raw: bytes, *, mail_from: str, to: str = "", peer: str = GOOD_HOST) -> int:
        """Keep a mail as the door does, and return its number."""
        delivery = IncomingMail(
            sha256=self.desk.originals.put(raw),
            size_bytes=len(raw),
            envelope_from=mail_from,
            envelope_to=(to or self.desk.settings.addresses[0],),
            received_at=self.clock(),
            source="smtp",
            peer=peer,
            helo="mail.somewhere.org",
        )
        return keep_mail(self.desk.database, delivery=delivery).mail_id

    def process(self, mail_id: int) -> None:
        """Process a kept mail as the worker does."""
        process_mail(self.desk, ReadersAtHand(), mail_id)  # type: ignore[arg-type]

    def mail(self, mail_id: int) -> Mail:
        """Return a mail's row."""
        with self.desk.database.read() as session:
            return session.get_one(Mail, mail_id)

    def leave(self) -> list[Posted]:
        """Let every letter leave that may, and return them as they left."""
        with self.desk.database.read() as session:
            due = [number for _, number in due_sendings(session, self.clock())]
            rows = session.exec(select(Letter).where(col(Letter.id).in_(due)).order_by(col(Letter.id))).all()
        for row in rows:
            assert row.id is not None
            send_letter(self.desk, row.id)
        return [self._posted(row) for row in rows]

    def _posted(self, row: Letter) -> Posted:
        [path] = (self.desk.settings.home / "outbox").glob(f"L-{row.id}-*.eml")
        raw = path.read_bytes()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        return Posted(row.envelope_from or "", row.to_address, message, raw)


def office(database: Database, home: Path, address: str = "cfit@pact.example", **settings: object) -> Office:
    """Return a secretariat over this database, with an address of its own."""
    url = database.engine.url.render_as_string(hide_password=False)
    loaded = load_settings(home=home, database_url=url, addresses=address, **settings)
    clock = Clock()
    with database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@pact.example", reason="tried", at=clock())
    return Office(Desk(loaded, database, open_originals(loaded), now=clock, names=NAMES), clock)


def applies(office: Office, *, date: str = "", sender: str = APPLICANT) -> Posted:
    """Let a town apply with a signed copy, its date left out unless given; return the acknowledgement."""
    block = Signing("Municipality of Lindenhove", "Ida Holm", "Head of ICT Procurement", PROCURING, date)
    copy = Attachment("copy.pdf", pact_pdf(block))
    raw = build_mail(sender=sender, to=office.desk.settings.addresses[0], attachments=[copy])
    row = office.take(signed(raw, TOWN), mail_from=sender)
    assert (row.outcome, row.sender_verdict) == ("registered", "pass"), row.why
    [letter] = office.leave()
    return letter


def writes(text: str, **mail: str) -> bytes:
    """Return a mail of the applicant's, signed by the town; ``mail`` as for build_mail."""
    given = {"sender": APPLICANT, "subject": "Re: We have received your application"} | mail
    domain = given["sender"].partition("@")[2]
    message_id = given.pop("message_id", f"<reply-{next(_numbers)}@{domain}>")
    raw = build_mail(text=text, message_id=message_id, **given)  # type: ignore[arg-type]
    return signed(raw, domain)


def answers(office: Office, letter: Posted, text: str, **mail: str) -> Mail:
    """Let the applicant reply to a letter, and return the reply's row."""
    raw = writes(text, to=letter.reply_to, **mail)
    return office.take(raw, mail_from=mail.get("sender", APPLICANT), to=letter.reply_to)
