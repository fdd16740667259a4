"""The way out of the holding pen: who may take a mail out, and how its row is closed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlmodel import Session, col, select

from pact.application import Role
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.held import IN_THE_PEN
from storage import journal
from storage.applications import lock_register
from storage.mails import MailOutcome, MailState, mail_by_reference, reference_of
from storage.people import require
from storage.tables import Application, ApplicationMail, Document, Mail


@contextmanager
def taken_out(desk: Desk, reference: str, move: str, hand: Hand) -> Iterator[tuple[Session, Mail]]:
    """Open the transaction, check the person and the mail, and journal what is done with it.

    Raises PactError with a sentence when the person may not, or the mail is not in the pen.
    """
    with opened_by_hand(desk, hand) as session:
        row = known_mail(session, reference)
        if row.state not in IN_THE_PEN:
            raise PactError(f"{reference} is not in the holding pen any more. {row.why}")
        journal_hand(session, desk, reference_of(row.id or 0), move, hand)
        yield session, row


@contextmanager
def opened_by_hand(desk: Desk, hand: Hand) -> Iterator[Session]:
    """Open a transaction of the Secretariat's over the register. PactError for anybody else."""
    if not hand.reason.strip():
        raise PactError("Say why: what a person does is kept with its reason.")
    with desk.database.write() as session:
        lock_register(session)
        require(session, hand.person, Role.SECRETARIAT)
        yield session


def known_mail(session: Session, reference: str) -> Mail:
    """Return the mail of that number. PactError when there is none."""
    row = mail_by_reference(session, reference)
    if row is None:
        raise PactError(f"There is no mail {reference}. `cfit held` lists what waits for a person.")
    return row


def journal_hand(session: Session, desk: Desk, subject: str, move: str, hand: Hand, about: str = "") -> None:
    """Write a line of the journal with the hand that moved; ``about`` goes before its reason."""
    reason = f"{about} {hand.reason}".strip()
    journal.append(session, subject=subject, move=move, actor=hand.actor, reason=reason, at=desk.now())


def close_mail(
    session: Session, row: Mail, outcome: MailOutcome, why: str, state: MailState = MailState.DONE
) -> None:
    """Take a mail out of the pen; an application that rests on it goes before any other outcome."""
    rests = rests_on(session, row)
    if rests:
        opened = any(link.part_played == "opened" for link in rests)
        outcome, state = (MailOutcome.REGISTERED if opened else MailOutcome.JOINED), MailState.DONE
        unsaid = [name for name in references_resting_on(session, row) if name not in why]
        why += f" It belongs to {' and '.join(unsaid)}." if unsaid else ""
    row.outcome, row.why, row.state = outcome.value, why, state.value
    session.add(row)


def rests_on(session: Session, row: Mail) -> Sequence[ApplicationMail]:
    """Return the links of a mail to the applications that it opened, or that it was joined to."""
    return session.exec(
        select(ApplicationMail)
        .where(ApplicationMail.mail_id == row.id, col(ApplicationMail.part_played).in_(("opened", "joined")))
        .order_by(col(ApplicationMail.application_id))
    ).all()


def references_resting_on(session: Session, row: Mail) -> list[str]:
    """Return the references of those applications."""
    return [session.get_one(Application, link.application_id).reference for link in rests_on(session, row)]


def papers_of(session: Session, row: Mail) -> Sequence[Document]:
    """Return the documents of a mail in their order."""
    return session.exec(select(Document).where(Document.mail_id == row.id).order_by(col(Document.part))).all()
