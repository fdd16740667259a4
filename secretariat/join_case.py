"""Further mail of a case: a person takes it in, or puts it aside as belonging elsewhere."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from pact.application import State
from pact.documents import DocumentKind
from pact.errors import PactError
from secretariat.application_as_read import reading_of
from secretariat.desk import Desk
from secretariat.further_papers import attach
from secretariat.hand import Hand
from secretariat.held import IN_THE_PEN
from secretariat.mail_in_hand import receipt_of
from secretariat.notify import acknowledge_joined
from secretariat.out_of_pen import (
    close_mail,
    journal_hand,
    known_mail,
    opened_by_hand,
    papers_of,
    rests_on,
)
from storage.applications import find_application
from storage.mails import MailOutcome, MailState, reference_of
from storage.tables import Application, ApplicationMail, Document, Mail, Suggestion


def join_mail(desk: Desk, application_reference: str, mail_reference: str, hand: Hand) -> None:
    """Let a mail and its papers belong to an open application; no field of it changes.

    The mail lies beside that application, or waits in the holding pen, which it leaves. Raises
    PactError where it does neither, and where nothing is to be decided on the application any more.
    """
    with opened_by_hand(desk, hand) as session:
        row, application = _pair(session, application_reference, mail_reference)
        if not State(application.state).is_open:
            raise PactError(
                f"{application.reference} is {State(application.state).words}: nothing joins it any more."
            )
        from_pen = row.state in IN_THE_PEN
        if not from_pen and not _open_suggestions(session, row, application):
            raise PactError(
                f"{mail_reference} lies not beside {application.reference}, nor in the holding pen. {row.why}"
            )
        joined = _joining_papers(session, row, application)
        attach(session, application, row.id or 0, None, part_played="joined")
        for document in joined:
            attach(session, application, row.id or 0, document, part_played="joined")
        _settle(session, desk, row, application, hand, others_too=from_pen)
        reference = reference_of(row.id or 0)
        journal_hand(session, desk, reference, "join", hand, f"To {application.reference}.")
        journal_hand(session, desk, application.reference, "join", hand, f"{reference}.")
        close_mail(session, row, MailOutcome.JOINED, f"Joined to {application.reference} by hand.")
        _tell(session, desk, row, joined)


def put_aside(desk: Desk, application_reference: str, mail_reference: str, hand: Hand) -> bool:
    """Note that a mail does not belong to the application that it lies beside.

    A mail that brings an application paper, which now belongs nowhere, waits in the holding pen
    again; true when it does. Raises PactError where the mail does not lie there.
    """
    with opened_by_hand(desk, hand) as session:
        row, application = _pair(session, application_reference, mail_reference)
        suggestions = _open_suggestions(session, row, application)
        if not suggestions:
            raise PactError(f"{mail_reference} does not lie beside {application.reference}.")
        _put_aside(session, desk, row, application, suggestions, hand)
        journal_hand(session, desk, reference_of(row.id or 0), "put_aside", hand, f"{application.reference}.")
        if row.state not in IN_THE_PEN and _brings_a_paper_of_nobody(session, row):
            row.state, row.outcome = MailState.HELD.value, MailOutcome.HELD.value
            row.why = f"Put aside from {application.reference}: {hand.reason}"
            session.add(row)
        return row.state in IN_THE_PEN


def put_all_aside(session: Session, desk: Desk, row: Mail, hand: Hand) -> None:
    """Put a mail aside from every application that it lies beside."""
    for application in _beside(session, row):
        suggestions = _open_suggestions(session, row, application)
        _put_aside(session, desk, row, application, suggestions, hand)


def _pair(session: Session, application_reference: str, mail_reference: str) -> tuple[Mail, Application]:
    return known_mail(session, mail_reference), find_application(session, application_reference)


def _open_suggestions(session: Session, row: Mail, application: Application) -> Sequence[Suggestion]:
    return session.exec(
        select(Suggestion).where(
            Suggestion.mail_id == row.id,
            Suggestion.application_id == application.id,
            Suggestion.state == "open",
        )
    ).all()


def _joining_papers(session: Session, row: Mail, application: Application) -> list[Document]:
    """Return the papers that go along: all, or those that lie here where others opened a case."""
    free = [paper for paper in papers_of(session, row) if paper.application_id is None]
    if not rests_on(session, row):
        return free
    beside = {one.document_id for one in _open_suggestions(session, row, application)}
    return [paper for paper in free if paper.id in beside]


def _settle(
    session: Session, desk: Desk, row: Mail, application: Application, hand: Hand, *, others_too: bool
) -> None:
    for suggestion in _open_suggestions(session, row, application):
        suggestion.state = "taken"
        session.add(suggestion)
    session.flush()
    if others_too:
        put_all_aside(session, desk, row, hand)


def _beside(session: Session, row: Mail) -> Sequence[Application]:
    return session.exec(
        select(Application)
        .join(Suggestion, col(Suggestion.application_id) == col(Application.id))
        .where(Suggestion.mail_id == row.id, Suggestion.state == "open")
        .order_by(col(Application.id))
        .distinct()
    ).all()


def _put_aside(
    session: Session,
    desk: Desk,
    row: Mail,
    application: Application,
    suggestions: Sequence[Suggestion],
    hand: Hand,
) -> None:
    for suggestion in suggestions:
        suggestion.state = "put_aside"
        session.add(suggestion)
    link = session.get(ApplicationMail, (application.id, row.id))
    if link is not None and link.part_played == "suggested":
        link.part_played = "put_aside"
        session.add(link)
    about = f"{reference_of(row.id or 0)}."
    journal_hand(session, desk, application.reference, "put_aside", hand, about)


def _brings_a_paper_of_nobody(session: Session, row: Mail) -> bool:
    return any(
        DocumentKind(paper.kind).is_application and paper.application_id is None
        for paper in papers_of(session, row)
    )


def _tell(session: Session, desk: Desk, row: Mail, joined: Sequence[Document]) -> None:
    receipt = receipt_of(session, row, desk.settings.timezone)
    if joined and receipt.may_be_answered:
        papers = [(document.file_name, reading_of(document)) for document in joined]
        acknowledge_joined(session, desk, receipt, papers)
