"""Letting a mail out of the holding pen: register it, join it, answer it, or discard it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from pact.application import ApplicationKind, Role
from pact.checks import KIND_ASKED_FOR
from pact.documents import DocumentAsRead, DocumentKind, Field, Method, ParticipationType, Signatory
from pact.errors import PactError
from secretariat.application_as_read import name_of_organisation, reading_of
from secretariat.desk import Desk
from secretariat.further_papers import attach
from secretariat.hand import Hand
from secretariat.held import IN_THE_PEN
from secretariat.mail_in_hand import receipt_of
from secretariat.notify import acknowledge_joined, acknowledge_opened, draft_answer
from secretariat.recognise import recognise
from secretariat.register import Opening, open_application
from storage import journal
from storage.applications import find_application, lock_register
from storage.mails import MailOutcome, MailState, mail_by_reference
from storage.people import require
from storage.tables import Application, ApplicationMail, Document, FindingRow, Mail, Suggestion


@dataclass(frozen=True, slots=True)
class GivenByHand:
    """What a person reads off a paper that no reader could; each field then has method person."""

    kind: ApplicationKind | None = None
    organisation: str | None = None
    name: str | None = None
    title: str | None = None
    participation_type: ParticipationType | None = None
    signed_on: date | None = None


def register_held(desk: Desk, reference: str, given: GivenByHand, hand: Hand) -> str:
    """Open an application from a held mail and return its reference.

    What was read of its first application paper is used; what a person gives goes before it.
    The clock of 6.4.2 has run since the mail came in.
    """
    with _taken_out(desk, reference, "register", hand) as (session, row):
        document, read = _first_application(session, row)
        read = _with_values_given(read, given)
        kind = given.kind or KIND_ASKED_FOR.get(read.kind)
        if kind is None or name_of_organisation(read) is None:
            raise PactError(
                "Nothing in this mail was read as an application. Say what it is: --kind participation or "
                "support, and --organisation NAME (with --name, --title, --type and --date as far as known)."
            )
        receipt = receipt_of(row, desk.settings.timezone)
        known = recognise(session, name_of_organisation(read))
        application = open_application(session, desk, receipt, Opening(kind, read, document, known))
        _close_mail(session, row, MailOutcome.REGISTERED, f"Registered by hand as {application.reference}.")
        papers = [(document.file_name, read)] if document else []
        acknowledge_opened(session, desk, receipt, application, papers)
        return application.reference


def join_held(desk: Desk, reference: str, application_reference: str, hand: Hand) -> None:
    """Let a held mail and its documents belong to an application; no field of it changes."""
    with _taken_out(desk, reference, "join", hand) as (session, row):
        application = find_application(session, application_reference)
        assert row.id is not None
        documents = session.exec(select(Document).where(Document.mail_id == row.id)).all()
        attach(session, application, row.id, None, part_played="joined")
        for document in documents:
            attach(session, application, row.id, document, part_played="joined")
        _settle_suggestions(session, row, application)
        _close_mail(session, row, MailOutcome.JOINED, f"Joined to {application.reference} by hand.")
        _journal(session, desk, application.reference, "join", hand)
        if documents:
            papers = [(document.file_name, reading_of(document)) for document in documents]
            acknowledge_joined(session, desk, receipt_of(row, desk.settings.timezone), papers)


def answer_held(desk: Desk, reference: str, text: str, hand: Hand) -> int:
    """Draft an answer to a held mail, take the mail out of the pen, and return the letter's number.

    The draft leaves when a person sends it: `cfit letters send`.
    """
    if not text.strip():
        raise PactError("Give the answer's text: --text TEXT, or --text - to read it from standard input.")
    with _taken_out(desk, reference, "answer", hand) as (session, row):
        letter = draft_answer(session, desk, receipt_of(row, desk.settings.timezone), text)
        if letter is None or letter.id is None:
            raise PactError(
                f"{reference} names no address that can be answered. Put it aside instead: discard."
            )
        outcome = MailOutcome.QUESTION if row.outcome == MailOutcome.QUESTION else MailOutcome.OTHER
        _close_mail(session, row, outcome, f"Answered by hand, letter L-{letter.id}.")
        return letter.id


def process_again(desk: Desk, reference: str, hand: Hand) -> None:
    """Give a held mail to the worker once more: its reader may have learned since, or our fault be mended.

    What it was taken for is withdrawn. PactError when something rests on it already.
    """
    with _taken_out(desk, reference, "process_again", hand) as (session, row):
        _refuse_if_something_rests_on(session, row)
        _withdraw_suggestions(session, desk, row, hand)
        session.execute(delete(FindingRow).where(col(FindingRow.mail_id) == row.id))
        session.execute(delete(Document).where(col(Document.mail_id) == row.id))
        row.state, row.round, row.outcome = MailState.RECEIVED.value, row.round + 1, None
        row.processed_at, row.same_as_mail_id = None, None
        row.why = "Waits for the worker once more."
        session.add(row)


def discard_held(desk: Desk, reference: str, hand: Hand) -> None:
    """Put a held mail away as no business of the Pact; it stays stored until its retention ends."""
    with _taken_out(desk, reference, "discard", hand) as (session, row):
        _settle_suggestions(session, row, None)
        _close_mail(session, row, MailOutcome.OTHER, f"Put aside: {hand.reason}", state=MailState.DISCARDED)


@contextmanager
def _taken_out(desk: Desk, reference: str, move: str, hand: Hand) -> Iterator[tuple[Session, Mail]]:
    """Open the transaction, check the person and the mail, and journal what is done with it."""
    if not hand.reason.strip():
        raise PactError("Say why: what leaves the holding pen is kept with its reason.")
    with desk.database.write() as session:
        lock_register(session)
        require(session, hand.person, Role.SECRETARIAT)
        row = mail_by_reference(session, reference)
        if row is None:
            raise PactError(f"There is no mail {reference}. `cfit held` lists what waits for a person.")
        if row.state not in IN_THE_PEN:
            raise PactError(f"{reference} is not in the holding pen any more. {row.why}")
        _journal(session, desk, reference, move, hand)
        yield session, row


def _refuse_if_something_rests_on(session: Session, row: Mail) -> None:
    rests = session.exec(
        select(Application.reference)
        .join(ApplicationMail, col(ApplicationMail.application_id) == col(Application.id))
        .where(ApplicationMail.mail_id == row.id, col(ApplicationMail.part_played).in_(("opened", "joined")))
    ).first()
    if rests is not None:
        raise PactError(
            f"M-{row.id} belongs to {rests} already, so it is not processed once more. Deal with the rest "
            "of it by hand: register, join or discard."
        )


def _withdraw_suggestions(session: Session, desk: Desk, row: Mail, hand: Hand) -> None:
    mine = session.exec(
        select(Suggestion, Application)
        .join(Application, col(Application.id) == col(Suggestion.application_id))
        .where(Suggestion.mail_id == row.id)
        .order_by(col(Suggestion.id))
    ).all()
    for suggestion, application in mine:
        _journal(session, desk, application.reference, "withdraw_suggestion", hand)
        session.delete(suggestion)
    session.execute(delete(ApplicationMail).where(col(ApplicationMail.mail_id) == row.id))
    session.flush()


def _journal(session: Session, desk: Desk, subject: str, move: str, hand: Hand) -> None:
    journal.append(session, subject=subject, move=move, actor=hand.actor, reason=hand.reason, at=desk.now())


def _first_application(session: Session, row: Mail) -> tuple[Document | None, DocumentAsRead]:
    """Return the mail's first application paper, else its first document, else an empty reading."""
    documents = session.exec(
        select(Document).where(Document.mail_id == row.id).order_by(col(Document.part))
    ).all()
    kinds = {DocumentKind.SIGNED_PACT.value, DocumentKind.LETTER_OF_SUPPORT.value}
    chosen = next((document for document in documents if document.kind in kinds), None)
    if chosen is not None:
        return chosen, reading_of(chosen)
    return (documents[0] if documents else None), DocumentAsRead()


def _with_values_given(read: DocumentAsRead, given: GivenByHand) -> DocumentAsRead:

    values = {
        "organisation": given.organisation,
        "name": given.name,
        "title": given.title,
        "participation_type": given.participation_type.value if given.participation_type else None,
        "date": given.signed_on.isoformat() if given.signed_on else None,
    }
    by_hand = {
        name: Field(value=value, confidence=1.0, sure=True, method=Method.PERSON)
        for name, value in values.items()
        if value
    }
    first, *others = read.signatories or (Signatory(),)
    return replace(read, signatories=(replace(first, **by_hand), *others))  # type: ignore[arg-type]


def _close_mail(
    session: Session, row: Mail, outcome: MailOutcome, why: str, state: MailState = MailState.DONE
) -> None:
    row.outcome, row.why, row.state = outcome.value, why, state.value
    session.add(row)


def _settle_suggestions(session: Session, row: Mail, taken_by: Application | None) -> None:
    mine = col(Suggestion.mail_id) == row.id
    session.execute(update(Suggestion).where(mine).values(state="put_aside"))
    if taken_by is not None:
        session.execute(
            update(Suggestion)
            .where(mine, col(Suggestion.application_id) == taken_by.id)
            .values(state="taken")
        )
