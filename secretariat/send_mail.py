"""Sending one letter: claimed, handed to the mail server or the outbox, and marked.

A crash between the server's 250 and our mark sends the letter again, after its lease, with the
same Message-ID: the receiver's mail system knows it then, and a file in the outbox is replaced.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from pact.errors import Refusal
from secretariat.desk import Desk
from secretariat.letter_message import message_bytes, wire_address
from secretariat.letter_signing import sign_letter
from secretariat.move import WORKER
from secretariat.outbox import put_into_outbox
from secretariat.smtp_out import NotNow, RecipientRefused, deliver, server_of
from secretariat.undelivered import tell_undelivered
from storage import journal
from storage.new_letter import Undeliverable
from storage.sending import LEASE, OutgoingLetter, claim_letter, due_letters, give_up, mark_failed, mark_sent
from storage.settings import SettingsError
from storage.tables import Letter

OUTBOX = "outbox:"

OUTBOX_LEASE = timedelta(seconds=20)
"""How long writing a file is left to one worker: a killed one is soon followed by the next."""

FIRST_WAITS_MIN = (1, 5, 15, 30, 60, 120)
LATER_WAIT_MIN = 240
TRIES = 37
"""With the waits above, the last try comes some five days after the first (RFC 5321 4.5.4.1)."""


def due_sendings(session: Session, at: datetime) -> list[tuple[str, int]]:
    """Return workflow id and letter id of every try that is due; each try has an id of its own."""
    return [(f"letter-{letter_id}-{attempt}", letter_id) for letter_id, attempt in due_letters(session, at)]


def send_letter(desk: Desk, letter_id: int) -> None:
    """Send one letter, if it may leave now and nobody else has it in hand.

    What cannot be sent now is tried again for five days; what is refused for good is marked as
    failed, with the server's words.
    """
    with desk.database.write() as session:
        letter = claim_letter(session, letter_id, at=desk.now(), lease=_lease(desk))
    if letter is None:
        return
    try:
        _hand_over(desk, letter)
    except Refusal as refusal:
        is_theirs = isinstance(refusal, RecipientRefused)
        undeliverable = Undeliverable.PERMANENT if is_theirs else None
        _mark_failed(desk, letter, refusal.text, wait=None, undeliverable=undeliverable)
    except NotNow as problem:
        _mark_failed(desk, letter, str(problem), wait=wait_after(letter.attempt))
    else:
        _mark_sent(desk, letter)


def give_up_sending(desk: Desk, letter_id: int, problem: str) -> None:
    """Put a letter that failed on our side where a person sees it."""
    why = f"Sending it failed on our side. {problem}"
    with desk.database.write() as session:
        if give_up(session, letter_id, why):
            _tell_failed(session, desk, letter_id, why)


def wait_after(attempt: int) -> timedelta | None:
    """Return how long to wait after this try, counted from 1; None when it was the last."""
    if attempt >= TRIES:
        return None
    first = attempt <= len(FIRST_WAITS_MIN)
    return timedelta(minutes=FIRST_WAITS_MIN[attempt - 1] if first else LATER_WAIT_MIN)


def _lease(desk: Desk) -> timedelta:
    return OUTBOX_LEASE if desk.settings.smtp_url.startswith(OUTBOX) else LEASE


def _hand_over(desk: Desk, letter: OutgoingLetter) -> None:
    settings = desk.settings
    address = settings.addresses[0]
    if letter.attempt > TRIES and letter.was_cut_off:
        raise Refusal("554", f"It was tried {TRIES} times, and the last tries were cut off on our side.")
    try:
        data = message_bytes(letter, from_name=settings.secretariat_name, from_address=address, at=desk.now())
    except ValueError as error:
        raise Refusal("554", f"It cannot be put into a mail as it stands: {error}.") from error
    try:
        data = sign_letter(data, settings)
    except SettingsError as error:
        # A setting to mend is no fault of the letter: it waits, and is tried again.
        raise NotNow(str(error)) from error
    if settings.smtp_url.startswith(OUTBOX):
        put_into_outbox(settings.home / "outbox", letter, data)
        return
    deliver(
        server_of(settings.smtp_url),
        sender=_mail_from(letter, address),
        recipient=wire_address(letter.to_address),
        data=data,
        our_name=wire_address(address).rpartition("@")[2],
    )


def _mail_from(letter: OutgoingLetter, plain: str) -> str:
    """Return MAIL FROM: the letter's own, for its bounce to come back to; the null sender is empty."""
    given = plain if letter.envelope_from is None else letter.envelope_from
    return wire_address(given) if given else ""


def _mark_sent(desk: Desk, letter: OutgoingLetter) -> None:
    with desk.database.write() as session:
        if mark_sent(session, letter, plain_reply_to=desk.settings.addresses[0], at=desk.now()):
            _journal(session, desk, letter.letter_id, "send_letter", f"It left at try {letter.attempt}.")


def _mark_failed(
    desk: Desk,
    letter: OutgoingLetter,
    why: str,
    *,
    wait: timedelta | None,
    undeliverable: Undeliverable | None = None,
) -> None:
    next_try_at = desk.now() + wait if wait else None
    with desk.database.write() as session:
        marked = mark_failed(session, letter, why, next_try_at=next_try_at, undeliverable=undeliverable)
        if marked and wait is None:
            _tell_failed(session, desk, letter.letter_id, why)


def _tell_failed(session: Session, desk: Desk, letter_id: int, why: str) -> None:
    _journal(session, desk, letter_id, "fail_letter", why)
    letter = session.get_one(Letter, letter_id, populate_existing=True)
    tell_undelivered(session, letter, at=desk.now())


def _journal(session: Session, desk: Desk, letter_id: int, move: str, reason: str) -> None:
    subject = f"L-{letter_id}"
    journal.append(session, subject=subject, move=move, actor=WORKER, reason=reason, at=desk.now())
