"""Letters: each written once under its key, as a draft or ready to leave, and found again."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from pact.errors import PactError
from storage.letter_headers import BOUNCE, Posting, posting_of
from storage.letter_limits import first_state
from storage.new_letter import LetterKind, LetterState, NewLetter
from storage.reply_tokens import Purpose, digest_of, new_token, reply_address
from storage.settings import Settings
from storage.tables import Application, Letter, ReplyToken

__all__ = [
    "LetterKind",
    "LetterState",
    "NewLetter",
    "can_be_written_to",
    "give_tokens_anew",
    "letter_by_message_id",
    "letter_by_reference",
    "letters_in",
    "letters_of",
    "waits_as_draft",
    "write_letter",
]


def write_letter(session: Session, letter: NewLetter, settings: Settings, *, at: datetime) -> int:
    """Write a letter in the session's transaction, unless it is written, and return its number.

    It is ready to leave only when it is automatic, a person let letters go live, and no limit is
    reached; else it is a draft that says why. Raises PactError when there is nobody
    to write to, or the recipient is ourselves.
    """
    if not can_be_written_to(letter.to_address, settings):
        raise PactError(
            f"No letter can be written to {letter.to_address!r}: it is no address of anybody else."
        )
    known = _number_of(session, letter.key)
    if known is not None:
        return known
    posting = posting_of(letter, settings)
    row = _row(letter, posting, at)
    row.state, row.why = first_state(session, letter, settings, at)
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
    row.id = written
    _keep_tokens(session, row, posting.tokens, at)
    return written


def give_tokens_anew(
    session: Session, letter: Letter, reference: str, settings: Settings, *, at: datetime
) -> None:
    """Give a letter that left once, and shall leave again, tokens for its replies and its bounces."""
    ours = settings.addresses[0]
    if not settings.plus_address:
        return
    tokens = {Purpose.REPLY: new_token(), Purpose.BOUNCE: new_token()}
    reply_to = reply_address(ours, reference, tokens[Purpose.REPLY])
    bounce_to = reply_address(ours, BOUNCE, tokens[Purpose.BOUNCE])
    letter.headers = letter.headers | {"Reply-To": reply_to or ours}
    letter.envelope_from = letter.envelope_from and (bounce_to or ours)
    session.add(letter)
    _keep_tokens(session, letter, tokens, at)


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


def letters_of(session: Session, application: Application) -> list[Letter]:
    """Return the letters about an application, the oldest first."""
    about = select(Letter).where(Letter.application_id == application.id)
    return list(session.exec(about.order_by(col(Letter.id))))


def waits_as_draft(session: Session, application: Application, kind: LetterKind, address: str) -> bool:
    """Whether a letter of that kind about an application waits for a person, to that address already."""
    draft = select(Letter.id).where(
        Letter.application_id == application.id,
        Letter.kind == kind.value,
        Letter.state == LetterState.DRAFT.value,
        func.lower(col(Letter.to_address)) == address.lower(),
    )
    return session.exec(draft).first() is not None


def letters_in(session: Session, states: Sequence[LetterState]) -> list[Letter]:
    """Return the letters in these states, the oldest first."""
    wanted = col(Letter.state).in_([state.value for state in states])
    return list(session.exec(select(Letter).where(wanted).order_by(col(Letter.id))))


# No quotes, brackets or separators: what could name two mailboxes, or one in a roundabout way.
_MAILBOX = re.compile(r'[^\s@<>()\[\]\\,;:"%!]+@[^\s@<>()\[\]\\,;:"%!]+')


def _number_of(session: Session, key: str) -> int | None:
    return session.exec(select(Letter.id).where(Letter.key == key)).first()


def _row(letter: NewLetter, posting: Posting, at: datetime) -> Letter:
    return Letter(
        key=letter.key,
        kind=letter.kind.value,
        application_id=letter.application_id,
        mail_id=letter.mail_id,
        language=letter.language,
        language_reason=letter.language_reason,
        facts=letter.facts,
        to_address=letter.to_address,
        envelope_from=posting.envelope_from,
        subject=letter.subject,
        body=letter.body,
        headers=posting.headers,
        message_id=posting.message_id,
        state=LetterState.DRAFT.value,
        automatic=letter.automatic,
        written_at=at,
    )


def _keep_tokens(session: Session, letter: Letter, tokens: Mapping[Purpose, str], at: datetime) -> None:
    assert letter.id is not None
    for purpose, token in tokens.items():
        session.add(
            ReplyToken(
                digest=digest_of(token),
                purpose=purpose.value,
                letter_id=letter.id,
                application_id=letter.application_id,
                mail_id=letter.mail_id,
                issued_at=at,
            )
        )
    session.flush()
