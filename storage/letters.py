"""Letters: each written once under its key, as a draft or ready to leave, and found again."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import idna
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from pact.errors import PactError
from storage.reply_tokens import digest_of, new_token, reply_address
from storage.settings import Settings
from storage.switches import letters_are_live
from storage.tables import JournalHead, Letter, ReplyToken

LONGEST_REFERENCES = 800
"""Characters of a References header: the line may not exceed 998 (RFC 5322 2.1.1)."""


class LetterKind(StrEnum):
    """What a letter is for."""

    ACKNOWLEDGEMENT = "acknowledgement"
    JOINED = "joined"
    ANSWER = "answer"
    DECISION = "decision"


class LetterState(StrEnum):
    """Where a letter stands. A draft waits for a person, ready for the worker."""

    DRAFT = "draft"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter to be written.

    ``key`` names the effect: the same key is the same letter, however often it is written.
    ``reference`` stands in the Reply-To. ``automatic`` says that it may leave without a person.
    ``facts`` are what it was written from, for writing it again in another language.
    ``in_reply_to`` and ``references`` are Message-IDs as the other side sent them.
    """

    key: str
    kind: LetterKind
    to_address: str
    subject: str
    body: str
    reference: str
    automatic: bool
    application_id: int | None = None
    mail_id: int | None = None
    language: str = "en"
    language_reason: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()


def write_letter(session: Session, letter: NewLetter, settings: Settings, *, at: datetime) -> int:
    """Write a letter in the session's transaction, unless it is written, and return its number.

    It is ready to leave only when it is automatic, a person let letters go live, and the hour's
    limit is not reached; else it is a draft that says why. Raises PactError when there is nobody
    to write to, or the recipient is ourselves.
    """
    if not can_be_written_to(letter.to_address, settings):
        raise PactError(
            f"No letter can be written to {letter.to_address!r}: it is no address of anybody else."
        )
    known = _number_of(session, letter.key)
    if known is not None:
        return known
    token = new_token()
    row = _row(letter, settings, token, at)
    row.state, row.why = _first_state(session, letter, settings, at)
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    written: int | None = session.execute(
        dialect.insert(Letter)
        .values(row.model_dump(exclude={"id"}))
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(col(Letter.id))
    ).scalar()
    if written is None:
        # Somebody else wrote it between our question and our insert, and has committed by now.
        known = _number_of(session, letter.key)
        assert known is not None
        return known
    session.add(
        ReplyToken(
            digest=digest_of(token),
            letter_id=written,
            application_id=letter.application_id,
            mail_id=letter.mail_id,
            issued_at=at,
        )
    )
    session.flush()
    return written


def can_be_written_to(address: str, settings: Settings) -> bool:
    """Whether ``address`` is one plain mailbox of somebody else.

    False for the null sender, who is never answered (RFC 5321 4.5.5), for our own addresses with
    or without a plus detail, and for forms that only abuse has a use for.
    """
    if len(address) > 254 or not address.isprintable() or not _MAILBOX.fullmatch(address):
        return False
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}" not in settings.addresses


def letter_by_reference(session: Session, reference: str) -> Letter:
    """Return the letter that L-<id> or its bare number names. PactError when there is none."""
    # More digits than these may be more than a number in PostgreSQL holds.
    found = re.fullmatch(r"(?:[Ll]-)?([0-9]{1,9})", reference.strip())
    letter = session.get(Letter, int(found[1])) if found else None
    if letter is None:
        raise PactError(f"There is no letter {reference}. `cfit letters` lists the drafts.")
    return letter


def letter_by_message_id(session: Session, message_id: str) -> Letter | None:
    """Return the letter of ours with this Message-ID: what a reply names in its References."""
    return session.exec(select(Letter).where(Letter.message_id == message_id.strip())).first()


def letters_in(session: Session, states: Sequence[LetterState]) -> list[Letter]:
    """Return the letters in these states, the oldest first."""
    wanted = col(Letter.state).in_([state.value for state in states])
    return list(session.exec(select(Letter).where(wanted).order_by(col(Letter.id))))


# No quotes, brackets or separators: what could name two mailboxes, or one in a roundabout way.
_MAILBOX = re.compile(r'[^\s@<>()\[\]\\,;:"%!]+@[^\s@<>()\[\]\\,;:"%!]+')
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{3,250}>")


def _number_of(session: Session, key: str) -> int | None:
    return session.exec(select(Letter.id).where(Letter.key == key)).first()


def _first_state(
    session: Session, letter: NewLetter, settings: Settings, at: datetime
) -> tuple[LetterState, str]:
    if not letter.automatic:
        return LetterState.DRAFT, "A person reads this letter before it leaves."
    if not letters_are_live(session):
        return LetterState.DRAFT, "Letters do not leave by themselves yet: `cfit letters go-live` lets them."
    written = _automatic_letters_since(session, at - timedelta(hours=1))
    if written >= settings.letters_per_hour:
        why = (
            f"{written} automatic letters were written within an hour, and the limit is "
            f"{settings.letters_per_hour}: a person looks before this one leaves."
        )
        return LetterState.DRAFT, why
    return LetterState.READY, ""


def _automatic_letters_since(session: Session, since: datetime) -> int:
    """Return how many automatic letters went on their way by themselves after ``since``."""
    # Whoever counts holds the journal's head until the transaction ends, so that two cannot both
    # be the last below the limit. The same lock as every move takes: no second order of locks.
    session.exec(select(JournalHead).where(JournalHead.id == 1).with_for_update()).first()
    held_back = (LetterState.DRAFT.value, LetterState.DISCARDED.value)
    return session.exec(
        select(func.count())
        .select_from(Letter)
        .where(
            col(Letter.automatic),
            col(Letter.released_by).is_(None),
            col(Letter.written_at) > since,
            col(Letter.state).not_in(held_back),
        )
    ).one()


def _row(letter: NewLetter, settings: Settings, token: str, at: datetime) -> Letter:
    reply_to = None
    if settings.plus_address:
        reply_to = reply_address(settings.addresses[0], letter.reference, token)
    return Letter(
        key=letter.key,
        kind=letter.kind.value,
        application_id=letter.application_id,
        mail_id=letter.mail_id,
        language=letter.language,
        language_reason=letter.language_reason,
        facts=letter.facts,
        to_address=letter.to_address,
        subject=letter.subject,
        body=letter.body,
        headers=_headers(letter, reply_to or settings.addresses[0]),
        message_id=_message_id(letter, settings, token if reply_to is None else ""),
        state=LetterState.DRAFT.value,
        automatic=letter.automatic,
        written_at=at,
    )


def _message_id(letter: NewLetter, settings: Settings, token: str) -> str:
    """Return the Message-ID, the same again after a restored backup: the receiver knows it then.

    Where no plus-address carries the token, the Message-ID does, and replies name it.
    """
    about = "\0".join((letter.key, letter.to_address, letter.in_reply_to or ""))
    name = hashlib.sha256(about.encode()).hexdigest()[:32]
    domain = idna.encode(settings.message_domain, uts46=True).decode("ascii")
    return f"<{name}.{token}@{domain}>" if token else f"<{name}@{domain}>"


def _headers(letter: NewLetter, reply_to: str) -> dict[str, str]:
    headers = {"Reply-To": reply_to}
    thread = [name for name in (*letter.references, letter.in_reply_to or "") if _MESSAGE_ID.fullmatch(name)]
    if letter.in_reply_to and letter.in_reply_to in thread:
        headers["In-Reply-To"] = letter.in_reply_to
    if thread:
        headers["References"] = _references(list(dict.fromkeys(thread)))
    if letter.automatic:
        # RFC 3834 5: whoever answers mail by program leaves ours alone. Exchange asks for the second.
        headers |= {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}
    return headers


def _references(thread: list[str]) -> str:
    """Return the first Message-ID and as many of the last as fit (RFC 5322 3.6.4)."""
    kept = thread[:1]
    room = LONGEST_REFERENCES - len(kept[0])
    for name in reversed(thread[1:]):
        room -= len(name) + 1
        if room < 0:
            break
        kept.insert(1, name)
    return " ".join(kept)
