"""Letters as people handle them: what waits, sending it, changing it, putting it away, going live."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from pact.application import Role
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.letter_facts import written_again
from secretariat.letter_standing import standing_of
from secretariat.notify import await_applicant
from secretariat.typed_text import proper_body, proper_subject
from secretariat.undelivered import settle_undelivered
from storage import journal
from storage.applications import lock_register
from storage.letters import LetterKind, LetterState, give_tokens_anew, letter_by_reference, letters_in
from storage.people import require
from storage.switches import LETTERS, LIVE, letters_are_live, set_switch
from storage.tables import Application, Letter
from templates.language_words import LANGUAGES, language_name

WAITING = (
    LetterState.DRAFT,
    LetterState.READY,
    LetterState.SENDING,
    LetterState.DELAYED,
    LetterState.BOUNCED,
    LetterState.FAILED,
)
"""The states of letters that have neither arrived, as far as we know, nor been put away."""

TO_SEND = (LetterState.DRAFT, LetterState.BOUNCED, LetterState.FAILED)
"""The states from which a person sends a letter, or puts it away."""

HELD = "hold"
"""Where the switch stands once letters are held again, as before they first went live."""


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter as people see it; ``why`` says why it waits, or why it did not leave."""

    reference: str
    state: str
    kind: str
    to_address: str
    subject: str
    why: str
    written_at: datetime
    sent_at: datetime | None
    next_try_at: datetime | None
    attempts: int
    application: str | None
    language: str
    language_reason: str
    body: str


def list_letters(session: Session, states: Sequence[LetterState] = WAITING) -> list[LetterShown]:
    """Return the letters in these states, the oldest first."""
    return [_shown(session, letter) for letter in letters_in(session, states)]


def show_letter(session: Session, reference: str) -> LetterShown:
    """Return one letter, whole. Raises PactError when there is none."""
    return _shown(session, letter_by_reference(session, reference))


def send_draft(desk: Desk, reference: str, hand: Hand) -> None:
    """Let a draft leave, or one more try be made of a letter that failed or came back.

    An applicant who is asked for something is awaited from now on. Raises PactError.
    """
    with desk.database.write() as session:
        # The register before the letter, as everybody takes them: two orders would wait for each other.
        lock_register(session)
        actor, letter = _in_hand(session, reference, hand, TO_SEND)
        if letter.state == LetterState.BOUNCED:
            give_tokens_anew(session, letter, _about(session, letter), desk.settings, at=desk.now())
        letter.state, letter.released_by, letter.why = LetterState.READY.value, actor, ""
        letter.next_try_at, letter.undeliverable = None, None
        session.add(letter)
        settle_undelivered(session, letter, at=desk.now())
        _journal(session, desk, letter, "release_letter", hand)
        application = session.get(Application, letter.application_id) if letter.application_id else None
        if application is not None and letter.kind == LetterKind.ACKNOWLEDGEMENT:
            await_applicant(session, desk, application, hand.actor)


def edit_draft(desk: Desk, reference: str, *, subject: str, body: str, hand: Hand) -> None:
    """Give a draft another subject and text. Raises PactError when either cannot stand in a mail."""
    subject, body = proper_subject(subject), proper_body(body)
    with desk.database.write() as session:
        _, letter = _in_hand(session, reference, hand, (LetterState.DRAFT,))
        # From now on its words are the person's, and no other language has them.
        letter.subject, letter.body, letter.facts = subject, body + "\n", {}
        session.add(letter)
        _journal(session, desk, letter, "edit_letter", hand)


def write_in_language(desk: Desk, reference: str, language: str, hand: Hand) -> None:
    """Write a draft again in another language; the later letters of its case follow it.

    Raises PactError for a language without letters, and for a draft whose text a person changed.
    """
    if language not in LANGUAGES:
        known = ", ".join(f"{code} ({language_name(code)})" for code in LANGUAGES)
        raise PactError(f"No letters are written in {language!r}. These are the languages: {known}.")
    with desk.database.write() as session:
        # The register before the letter, as everybody takes them.
        lock_register(session)
        _, letter = _in_hand(session, reference, hand, (LetterState.DRAFT,))
        text = written_again(letter.kind, letter.facts, language)
        letter.subject, letter.body, letter.language = text.subject, text.body, language
        letter.language_reason = f"{language_name(language)}: {hand.actor} chose it."
        session.add(letter)
        _journal(session, desk, letter, "translate_letter", hand)
        application = session.get(Application, letter.application_id) if letter.application_id else None
        if application is not None:
            application.language = language
            session.add(application)


def discard_draft(desk: Desk, reference: str, hand: Hand) -> None:
    """Put a letter away that shall not leave; it stays in the database. Raises PactError."""
    with desk.database.write() as session:
        lock_register(session)
        _, letter = _in_hand(session, reference, hand, TO_SEND)
        letter.state, letter.why = LetterState.DISCARDED.value, hand.reason
        session.add(letter)
        settle_undelivered(session, letter, at=desk.now())
        _journal(session, desk, letter, "discard_letter", hand)


def go_live(desk: Desk, hand: Hand) -> int:
    """Let automatic letters leave by themselves from now on, and return how many drafts wait.

    Those stay drafts: they were written while nobody had decided that they may leave.
    """
    with desk.database.write() as session:
        require(session, hand.person, Role.SECRETARIAT)
        if not letters_are_live(session):
            set_switch(session, LETTERS, LIVE, by=hand.actor, reason=hand.reason, at=desk.now())
        return len(letters_in(session, (LetterState.DRAFT,)))


def hold_letters(desk: Desk, hand: Hand) -> int:
    """Let no further letter leave by itself, and return how many are on their way already.

    Raises PactError when letters are held as it is.
    """
    if not hand.reason.strip():
        raise PactError("Say why: holding letters is kept with its reason.")
    with desk.database.write() as session:
        require(session, hand.person, Role.SECRETARIAT)
        if not letters_are_live(session):
            raise PactError("Letters are held already: every letter waits as a draft.")
        set_switch(session, LETTERS, HELD, by=hand.actor, reason=hand.reason, at=desk.now())
        return len(letters_in(session, (LetterState.READY, LetterState.SENDING)))


def _in_hand(
    session: Session, reference: str, hand: Hand, states: Sequence[LetterState]
) -> tuple[int | None, Letter]:
    """Return the person's number and the letter, locked; PactError when either will not do."""
    if not hand.reason.strip():
        raise PactError("Say why: what is done with a letter is kept with its reason.")
    actor = require(session, hand.person, Role.SECRETARIAT)
    letter = letter_by_reference(session, reference)
    session.refresh(letter, with_for_update=True)
    if letter.state not in states:
        wanted = " or ".join(state.value for state in states)
        raise PactError(f"L-{letter.id} is {letter.state}, and this needs a letter that is {wanted}.")
    return actor.id, letter


def _about(session: Session, letter: Letter) -> str:
    if letter.application_id is not None:
        return session.get_one(Application, letter.application_id).reference
    return f"M-{letter.mail_id}"


def _journal(session: Session, desk: Desk, letter: Letter, move: str, hand: Hand) -> None:
    subject = f"L-{letter.id}"
    journal.append(session, subject=subject, move=move, actor=hand.actor, reason=hand.reason, at=desk.now())


def _shown(session: Session, letter: Letter) -> LetterShown:
    application = session.get(Application, letter.application_id) if letter.application_id else None
    return LetterShown(
        reference=f"L-{letter.id}",
        state=letter.state,
        kind=letter.kind,
        to_address=letter.to_address,
        subject=letter.subject,
        why=standing_of(letter),
        written_at=letter.written_at,
        sent_at=letter.sent_at,
        next_try_at=letter.next_try_at,
        attempts=letter.attempts,
        application=application.reference if application else None,
        language=letter.language,
        language_reason=letter.language_reason,
        body=letter.body,
    )
