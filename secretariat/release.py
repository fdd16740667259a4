"""Letting a mail out of the holding pen: answer it, have it processed again, or discard it."""

from sqlalchemy import delete
from sqlmodel import Session, col, select

from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.join_case import put_all_aside
from secretariat.mail_in_hand import receipt_of
from secretariat.notify import draft_answer
from secretariat.out_of_pen import close_mail, journal_hand, references_resting_on, taken_out
from secretariat.typed_text import proper_body
from storage.mails import MailOutcome, MailState
from storage.tables import Application, ApplicationMail, Document, Mail, Suggestion


def answer_held(desk: Desk, reference: str, text: str, hand: Hand) -> int:
    """Draft an answer to a held mail, take the mail out of the pen, and return the letter's number.

    The draft leaves when a person sends it: `cfit letters send`.
    """
    if not text.strip():
        raise PactError("Give the answer's text: --text TEXT, or --text - to read it from standard input.")
    text = proper_body(text)
    with taken_out(desk, reference, "answer", hand) as (session, row):
        letter = draft_answer(session, desk, receipt_of(session, row, desk.settings.timezone), text)
        if letter is None or letter.id is None:
            raise PactError(
                f"{reference} names no address that can be answered. Put it aside instead: discard."
            )
        outcome = MailOutcome.QUESTION if row.outcome == MailOutcome.QUESTION else MailOutcome.OTHER
        close_mail(session, row, outcome, f"Answered by hand, letter L-{letter.id}.")
        return letter.id


def process_again(desk: Desk, reference: str, hand: Hand) -> None:
    """Give a held mail to the worker once more: its reader may have learned since, or our fault be mended.

    What it was taken for is withdrawn. PactError when something rests on it already.
    """
    with taken_out(desk, reference, "process_again", hand) as (session, row):
        _refuse_if_something_rests_on(session, row)
        _withdraw_suggestions(session, desk, row, hand)
        session.execute(delete(Document).where(col(Document.mail_id) == row.id))
        row.state, row.round, row.outcome = MailState.RECEIVED.value, row.round + 1, None
        row.processed_at, row.same_as_mail_id = None, None
        row.why = "Waits for the worker once more."
        session.add(row)


def discard_held(desk: Desk, reference: str, hand: Hand) -> None:
    """Put a held mail away as no business of the Pact; it stays stored until its retention ends."""
    with taken_out(desk, reference, "discard", hand) as (session, row):
        put_all_aside(session, desk, row, hand)
        why = f"Put aside: {hand.reason.rstrip('.')}."
        close_mail(session, row, MailOutcome.OTHER, why, state=MailState.DISCARDED)


def _refuse_if_something_rests_on(session: Session, row: Mail) -> None:
    references = references_resting_on(session, row)
    if references:
        raise PactError(
            f"M-{row.id} belongs to {' and '.join(references)} already, so it is not processed once more. "
            "Deal with the rest of it by hand: register, join or discard."
        )


def _withdraw_suggestions(session: Session, desk: Desk, row: Mail, hand: Hand) -> None:
    mine = session.exec(
        select(Suggestion, Application)
        .join(Application, col(Application.id) == col(Suggestion.application_id))
        .where(Suggestion.mail_id == row.id)
        .order_by(col(Suggestion.id))
    ).all()
    for suggestion, application in mine:
        journal_hand(session, desk, application.reference, "withdraw_suggestion", hand)
        session.delete(suggestion)
    session.execute(delete(ApplicationMail).where(col(ApplicationMail.mail_id) == row.id))
    session.flush()
