"""The tables of the database: what each column holds, and why it is kept.

String columns hold words of pact/ (checked where they come in), never database enums: an
unknown member in a database enum would break every later SELECT. Times are aware UTC; a legal
day is a date in the secretariat's zone. JSON columns are replaced whole, never changed in place.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import SQLModel

from storage.table_columns import column as _column


class Mail(SQLModel, table=True):
    """One accepted mail. The row is the job: a worker takes every row whose state is received."""

    __tablename__ = "mail"
    __table_args__ = (Index("ix_mail_state_id", "state", "id"),)

    id: int | None = _column("number of the mail, shown as M-<id>", default=None, primary_key=True)
    delivery_key: str = _column("sha256 of envelope and bytes: one delivery, one mail", unique=True)
    sha256: str = _column("name of the raw bytes among the originals", index=True)
    size_bytes: int = _column("length of the raw bytes", sa_type=BigInteger)
    envelope_from: str = _column("MAIL FROM; empty for a null sender", sa_type=Text)
    envelope_to: list[str] = _column("RCPT TO, only addresses that are ours", sa_type=JSON)
    received_at: datetime = _column("time of our 250, or as told at an import; the clock of 6.4.2")
    source: str = _column("way in, such as smtp, lmtp or file")
    peer: str = _column("address of the connecting host, empty for a file", default="")
    helo: str = _column("what the connecting host called itself, as said", sa_type=Text, default="")
    letters: str = _column("auto, or none: an import that writes to nobody", default="auto")
    state: str = _column("a MailState of storage/mails.py", default="received")
    round: int = _column("how often a person had it processed again", default=0)
    outcome: str | None = _column("what became of it, a MailOutcome of storage/mails.py", default=None)
    why: str = _column("sentence: why it is held, parked or closed", sa_type=Text, default="")
    message_id: str | None = _column("Message-ID as sent", sa_type=Text, default=None, index=True)
    parts_digest: str | None = _column("sha256 over the decoded parts: is a resend the same?", default=None)
    sender_address: str | None = _column("address in From", sa_type=Text, default=None)
    sender_name: str | None = _column("display name in From", sa_type=Text, default=None)
    sender_verdict: str | None = _column("pass, fail or none: was the sender authenticated", default=None)
    sender_reason: str = _column("the verdict in plain words", sa_type=Text, default="")
    subject: str = _column("subject, decoded", sa_type=Text, default="")
    body_text: str = _column("plain text of the mail, cut at 20,000 characters", sa_type=Text, default="")
    same_as_mail_id: int | None = _column("mail that this one repeats", refers_to="mail.id", default=None)
    likely_cases: list[dict[str, Any]] | None = _column(
        "applications that it may belong to, each with score and reason", sa_type=JSON, default=None
    )
    processed_at: datetime | None = _column("when it was decided what it is", default=None)
    virus_check: str = _column("a VirusCheck of intake/malware/virus_verdict.py", default="unchecked")
    virus_note: str = _column("what the scanner found or why it did not say", sa_type=Text, default="")


class Delivery(SQLModel, table=True):
    """One row for every 250, so that a deliberate resend of the same mail shows."""

    __tablename__ = "delivery"

    id: int | None = _column("number", default=None, primary_key=True)
    mail_id: int = _column("the mail", refers_to="mail.id", index=True)
    at: datetime = _column("time of the 250")
    source: str = _column("way in, such as smtp, lmtp or file")
    peer: str = _column("address of the connecting host", default="")
    was_new: bool = _column("whether it made the mail row, or repeated one")


class SpooledOriginal(SQLModel, table=True):
    """The bytes of a small mail, durable with its row, until the worker moves them to the originals."""

    __tablename__ = "spooled_original"

    sha256: str = _column("name of the bytes, as among the originals", primary_key=True)
    data: bytes = _column("the bytes as they came", sa_type=LargeBinary)


class Document(SQLModel, table=True):
    """One attachment as stored and as read."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("mail_id", "part"),)

    id: int | None = _column("number", default=None, primary_key=True)
    mail_id: int = _column("mail that brought it", refers_to="mail.id", index=True)
    part: int = _column("position among the mail's parts, from 0")
    file_name: str = _column("name as sent, cleaned of controls and paths", sa_type=Text)
    media_type: str = _column("type by its bytes, not by its name")
    sha256: str = _column("name of its bytes among the originals", index=True)
    size_bytes: int = _column("length in bytes", sa_type=BigInteger)
    kind: str = _column("what it is, a word of pact/documents.py")
    reading: dict[str, Any] = _column("all that was read, as cfit read --json gives it", sa_type=JSON)
    reader: str = _column("version of the reader that read it")
    virus_check: str = _column("a VirusCheck of intake/malware/virus_verdict.py", default="unchecked")
    application_id: int | None = _column(
        "application that it belongs to", refers_to="application.id", default=None, index=True
    )


class Organisation(SQLModel, table=True):
    """One organisation, whatever it is called in one mail or another."""

    __tablename__ = "organisation"

    id: int | None = _column("number", default=None, primary_key=True)
    name: str = _column("name as shown", sa_type=Text)
    key: str = _column("name folded for comparison, see pact/organisations.py", sa_type=Text, index=True)
    country: str = _column("ISO 3166 code, or empty", default="")
    kind: str = _column("government, public, private, or empty when unknown", default="")
    language: str = _column("language it is written to in, or empty", default="")


class OrganisationName(SQLModel, table=True):
    """Another name of an organisation: given by the secretariat, or met in a register."""

    __tablename__ = "organisation_name"
    __table_args__ = (UniqueConstraint("key", "organisation_id"),)

    id: int | None = _column("number", default=None, primary_key=True)
    organisation_id: int = _column("the organisation", refers_to="organisation.id", index=True)
    name: str = _column("the other name", sa_type=Text)
    key: str = _column("the other name folded", sa_type=Text, index=True)


class Participation(SQLModel, table=True):
    """The register: who takes part or supports, since when, until when (6.4.3, 6.6)."""

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("organisation_id", "role"),)

    id: int | None = _column("number", default=None, primary_key=True)
    organisation_id: int = _column("the organisation", refers_to="organisation.id", index=True)
    role: str = _column("coordinating, procuring, both or supporter")
    since: date | None = _column("first day, if known", default=None)
    until: date | None = _column("last day, once ended", default=None)
    contact_name: str = _column("person to write to", sa_type=Text, default="")
    contact_address: str = _column("mail address to write to", sa_type=Text, default="")
    buyer_group: str = _column("buyer group, or empty (3.2)", sa_type=Text, default="")
    application_id: int | None = _column(
        "application that led to it; none for imports", refers_to="application.id", default=None
    )


class Application(SQLModel, table=True):
    """One application for participation or support, from receipt to decision."""

    __tablename__ = "application"
    __table_args__ = (Index("ix_application_state_decision_due", "state", "decision_due"),)

    id: int | None = _column("number", default=None, primary_key=True)
    reference: str = _column("CFIT-<year>-<number>, told to the applicant", unique=True)
    kind: str = _column("participation, support or termination")
    organisation_id: int | None = _column(
        "organisation, once its name is known", refers_to="organisation.id", default=None, index=True
    )
    participation_type: str | None = _column("coordinating, procuring, both or none", default=None)
    state: str = _column("a State of pact/application.py")
    version: int = _column("raised by every change: moves compare and set", default=1)
    received_at: datetime = _column("receipt of the mail that opened it")
    received_on: date = _column("the same as a day in the secretariat's zone")
    decision_due: date = _column("last day for the Committee (6.4.2)")
    waiting_since: datetime | None = _column("since when the applicant is awaited", default=None)
    taken_by: int | None = _column("person who handles it", refers_to="person.id", default=None)
    applicant_address: str = _column("address that letters go to", sa_type=Text, default="")
    applicant_name: str = _column("name that letters greet, or empty", sa_type=Text, default="")
    language: str = _column("language of its letters", default="en")


class ApplicationMail(SQLModel, table=True):
    """Which mail opened an application, and which belong to it. One mail may open several."""

    __tablename__ = "application_mail"

    application_id: int = _column("the application", refers_to="application.id", primary_key=True)
    mail_id: int = _column("the mail", refers_to="mail.id", primary_key=True, index=True)
    part_played: str = _column("opened, joined, suggested or put_aside")


class ApplicationField(SQLModel, table=True):
    """One field of an application with its evidence; changed by a person only, with a reason."""

    __tablename__ = "application_field"
    __table_args__ = (UniqueConstraint("application_id", "block", "name"),)

    id: int | None = _column("number", default=None, primary_key=True)
    application_id: int = _column("the application", refers_to="application.id", index=True)
    block: int = _column("signature block, from 0")
    name: str = _column("organisation, name, title, participation_type, date or signature")
    value: str | None = _column("value, none when it could not be read", sa_type=Text, default=None)
    confidence: float = _column("0..1", default=0.0)
    sure: bool = _column("false: ask a person", default=False)
    page: int | None = _column("page, from 1", default=None)
    box_pt: list[float] | None = _column("left, bottom, right, top in points", sa_type=JSON, default=None)
    method: str | None = _column("text, form, ocr, docx, annotation or person", default=None)
    document_id: int | None = _column("document it stands in", refers_to="document.id", default=None)


class FindingRow(SQLModel, table=True):
    """One finding on an application; the words stand in pact/findings.py."""

    __tablename__ = "finding"

    id: int | None = _column("number", default=None, primary_key=True)
    application_id: int | None = _column(
        "application it is about", refers_to="application.id", default=None, index=True
    )
    document_id: int | None = _column("document it is about", refers_to="document.id", default=None)
    code: str = _column("a code of pact/findings.py")
    severity: str = _column("info, ask or stop")
    clause: str | None = _column("clause of the Pact", default=None)
    seen: str = _column("what was seen, in words", sa_type=Text)
    found_at: datetime = _column("when")
    settled_at: datetime | None = _column("when it ceased to stand", default=None)


class Suggestion(SQLModel, table=True):
    """Something for a person to decide on an application: a second copy, a reply. Changes no field."""

    __tablename__ = "suggestion"
    __table_args__ = (UniqueConstraint("application_id", "mail_id", "document_id"),)

    id: int | None = _column("number", default=None, primary_key=True)
    application_id: int = _column("application it may belong to", refers_to="application.id", index=True)
    mail_id: int = _column("mail that brought it", refers_to="mail.id", index=True)
    document_id: int | None = _column("document, if any", refers_to="document.id", default=None)
    kind: str = _column("a SuggestionKind of storage/suggestions.py")
    why: str = _column("sentence: why it is thought to belong here", sa_type=Text)
    state: str = _column("open, taken or put_aside", default="open")
    at: datetime = _column("when")


class DecisionRow(SQLModel, table=True):
    """A decision of the Committee as recorded: without one nothing is approved or declined."""

    __tablename__ = "decision"

    id: int | None = _column("number", default=None, primary_key=True)
    application_id: int = _column("the application", refers_to="application.id", index=True)
    move: str = _column("approve, decline or end")
    decided_on: date = _column("day of the Committee's decision")
    votes: str = _column("votes as counted, or empty", sa_type=Text, default="")
    minutes: str = _column("where the minutes say so, or empty", sa_type=Text, default="")
    recorded_by: int = _column("person who recorded it", refers_to="person.id")
    recorded_at: datetime = _column("when it was recorded")


class Letter(SQLModel, table=True):
    """One outgoing mail, from draft to delivery; its key makes it leave once."""

    __tablename__ = "letter"
    __table_args__ = (Index("ix_letter_state_next_try_at", "state", "next_try_at"),)

    id: int | None = _column("number, shown as L-<id>", default=None, primary_key=True)
    key: str = _column("what it is about: the same effect has the same key", unique=True)
    kind: str = _column("a LetterKind of storage/new_letter.py")
    application_id: int | None = _column(
        "application it is about", refers_to="application.id", default=None, index=True
    )
    mail_id: int | None = _column("mail it answers", refers_to="mail.id", default=None, index=True)
    language: str = _column("language it is written in", default="en")
    language_reason: str = _column("sentence: why in that language", sa_type=Text, default="")
    to_address: str = _column("recipient", sa_type=Text)
    envelope_from: str | None = _column(
        "MAIL FROM, with a token for its bounce until it left; empty for the null sender",
        sa_type=Text,
        default=None,
    )
    subject: str = _column("subject", sa_type=Text)
    body: str = _column("plain text", sa_type=Text)
    facts: dict[str, Any] = _column(
        "what it was written from; empty once a person changed it or it left",
        sa_type=JSON,
        default_factory=dict,
    )
    headers: dict[str, str] = _column("In-Reply-To, References, Reply-To, Auto-Submitted", sa_type=JSON)
    message_id: str = _column("fixed Message-ID: a repeat is the same mail", unique=True)
    state: str = _column("a LetterState of storage/new_letter.py")
    why: str = _column(
        "sentence: why it is a draft, why it failed, what its bounce says", sa_type=Text, default=""
    )
    undeliverable: str | None = _column(
        "permanent or temporary, once the other side has not taken it", default=None
    )
    automatic: bool = _column("whether it may leave without a person")
    written_at: datetime = _column("when it was written", index=True)
    released_by: int | None = _column("person who sent a draft", refers_to="person.id", default=None)
    attempts: int = _column("tries so far", default=0)
    next_try_at: datetime | None = _column("not before this time", default=None)
    sent_at: datetime | None = _column("when the mail server took it", default=None)


class ReplyToken(SQLModel, table=True):
    """The tokens of a letter, for replies and for bounces; only their digests are kept once it is gone."""

    __tablename__ = "reply_token"

    id: int | None = _column("number", default=None, primary_key=True)
    digest: str = _column("sha256 of the token", unique=True)
    purpose: str = _column("reply, in Reply-To, or bounce, in MAIL FROM", default="reply")
    letter_id: int = _column("letter that carries it", refers_to="letter.id", index=True)
    application_id: int | None = _column("application it opens", refers_to="application.id", default=None)
    mail_id: int | None = _column(
        "mail it is about, where there is no application", refers_to="mail.id", default=None
    )
    issued_at: datetime = _column("when")


class Person(SQLModel, table=True):
    """Someone who works with the product: the roles say what they may do."""

    __tablename__ = "person"

    id: int | None = _column("number", default=None, primary_key=True)
    address: str = _column("mail address, lower case: how the command line names them", unique=True)
    name: str = _column("name as shown", sa_type=Text)
    slack_team: str = _column("Slack team id, or empty", default="")
    slack_user: str = _column("Slack user id, or empty", default="")
    roles: list[str] = _column("words of pact/application.py Role", sa_type=JSON)
    removed_at: datetime | None = _column(
        "when their roles ended; the row stays for the journal", default=None
    )


class PactEdition(SQLModel, table=True):
    """One edition of the Pact as the secretariat adopted it from its official file (6.5)."""

    __tablename__ = "pact_edition"

    id: int | None = _column("number, shown as E-<id>", default=None, primary_key=True)
    name: str = _column("what it is called, such as 2021", index=True)
    in_force: date = _column("first day on which it is in force")
    sha256: str = _column("name of the official file among the originals")
    file_name: str = _column("name of that file", sa_type=Text)
    fingerprint: dict[str, Any] = _column("its clauses with their words and digests", sa_type=JSON)
    adopted_at: datetime = _column("when it was adopted")
    adopted_by: str = _column("who adopted it", sa_type=Text)
    dropped_at: datetime | None = _column("when it was taken out of use again", default=None)


class JournalHead(SQLModel, table=True):
    """The end of the journal's chain; updated first in every append, which makes appends queue up."""

    __tablename__ = "journal_head"

    id: int = _column("always 1", primary_key=True)
    seq: int = _column("number of the newest entry", sa_type=BigInteger)
    hash: str = _column("hash of the newest entry")


class JournalEntry(SQLModel, table=True):
    """One move, never changed. Holds no personal value: those lie in journal_personal."""

    __tablename__ = "journal_entry"

    seq: int = _column("position in the chain", primary_key=True, sa_type=BigInteger)
    previous: str = _column("hash of the entry before")
    hash: str = _column("sha256 over previous, seq, subject, move, at and digest", unique=True)
    subject: str = _column("what it is about: a reference, M-<id>, L-<id> or P-<id>", index=True)
    move: str = _column("what was done")
    at: datetime = _column("when")
    digest: str = _column("sha256 of salt and personal values")


class JournalPersonal(SQLModel, table=True):
    """Who did it and why. Deleting the row erases them and leaves the chain verifiable."""

    __tablename__ = "journal_personal"

    seq: int = _column(
        "entry it belongs to", refers_to="journal_entry.seq", primary_key=True, sa_type=BigInteger
    )
    salt: str = _column("random, so that the digest betrays nothing once this row is gone")
    actor: str = _column("who: an address, or the name of a process", sa_type=Text)
    reason: str = _column("why, in words", sa_type=Text)


class Counter(SQLModel, table=True):
    """The last number given out, one row a series (the year of the references)."""

    __tablename__ = "counter"

    series: str = _column("name of the series", primary_key=True)
    last: int = _column("last number given out")


class Switch(SQLModel, table=True):
    """What a person switched on for this secretariat, such as letters going live."""

    __tablename__ = "switch"

    name: str = _column("name of the switch", primary_key=True)
    value: str = _column("where it stands")
    at: datetime = _column("since when")
    by: str = _column("who switched it", sa_type=Text)
