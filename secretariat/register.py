"""Registering: a paper opens an application, or is laid beside the one it seems to belong to."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from pact.application import ApplicationKind, Move, State
from pact.checks import KIND_ASKED_FOR
from pact.deadlines import decision_due
from pact.documents import Signatory
from pact.findings import Finding, Severity
from secretariat.application_as_read import name_of_organisation
from secretariat.case_findings import Case, findings_about_the_mail, findings_of_case
from secretariat.desk import Desk
from secretariat.further_papers import attach, lay_beside
from secretariat.mail_in_hand import FiledPaper, Receipt
from secretariat.move import WORKER, apply_move
from secretariat.recognise import Recognised, open_application_of, organisation_named, recognise
from secretariat.sender_findings import findings_about_the_sender
from storage import journal
from storage.applications import (
    is_within_a_year,
    write_fields,
    write_findings,
)
from storage.counters import next_reference
from storage.mails import reference_of
from storage.tables import Application, ApplicationMail, Document


@dataclass(frozen=True, slots=True)
class Registration:
    """What became of one paper: the application, and whether the paper opened it or joined it."""

    application: Application
    paper: FiledPaper
    opened: bool

    @property
    def told(self) -> str:
        """What became of it, as a sentence."""
        reference = self.application.reference
        if self.opened:
            return f"{self.paper.file_name} opened {reference}."
        return f"{self.paper.file_name} lies beside {reference}, for a person to judge."


@dataclass(frozen=True, slots=True)
class Opening:
    """What an application is opened from: what is asked, by which paper, whose it is.

    ``by`` is who opens it, as the journal names them.
    """

    kind: ApplicationKind
    paper: FiledPaper
    known: Recognised
    by: str = WORKER


def register_paper(
    session: Session, desk: Desk, receipt: Receipt, paper: FiledPaper, *, by: str = WORKER
) -> Registration:
    """Register one paper (Pact 6.4.1); the caller holds the transaction.

    A paper of an organisation that has an open application of this kind and this year becomes
    a suggestion there and changes no field, since nobody has checked who sent it. Where a person
    has put it aside already, it opens an application of its own.
    """
    kind = KIND_ASKED_FOR[paper.read.kind]
    known = recognise(session, name_of_organisation(paper.read))
    earlier = _opened_by_the_same_file(session, paper, kind, receipt.received_on)
    if earlier is None and known.organisation_id is not None:
        earlier = open_application_of(session, known.organisation_id, kind, receipt.received_on)
    if earlier is not None and not _was_put_aside(session, earlier, receipt):
        lay_beside(session, earlier, receipt, paper, at=desk.now(), by=by)
        return Registration(earlier, paper, opened=False)
    opening = Opening(kind, paper, known, by)
    return Registration(open_application(session, desk, receipt, opening), paper, opened=True)


def open_application(session: Session, desk: Desk, receipt: Receipt, opening: Opening) -> Application:
    """Open an application with its fields, its findings and its first line in the journal.

    Receipt is the mail's, also when it comes out of the holding pen: the clock of 6.4.2 ran there.
    """
    read, document = opening.paper.read, opening.paper.row
    findings = _findings(session, desk, receipt, opening)
    name = name_of_organisation(read)
    first = read.signatories[0] if read.signatories else Signatory()
    application = Application(
        reference=next_reference(session, receipt.received_on.year),
        kind=opening.kind.value,
        organisation_id=organisation_named(session, name) if name else None,
        participation_type=first.participation_type.value,
        state=State.RECEIVED.value,
        received_at=receipt.received_at,
        received_on=receipt.received_on,
        decision_due=decision_due(receipt.received_on),
        applicant_address=receipt.address,
        applicant_name=receipt.name,
    )
    session.add(application)
    session.flush()
    document_id = document.id if document else None
    write_fields(session, application, read.signatories, document_id)
    write_findings(session, findings, at=desk.now(), application_id=application.id, document_id=document_id)
    attach(session, application, receipt.mail_id, document, part_played="opened")
    _journal_opening(session, desk, receipt, application, opening.by)
    if all(found.severity is Severity.INFO for found in findings):
        reason = "Complete as read."
        apply_move(session, application, Move.MARK_READY, actor=opening.by, reason=reason, at=desk.now())
    return application


def _opened_by_the_same_file(
    session: Session, paper: FiledPaper, kind: ApplicationKind, received_on: date
) -> Application | None:
    # The same bytes again belong together even where no organisation could be read in them.
    if paper.row is None:
        return None
    twins = session.exec(
        select(Application)
        .join(Document, Document.application_id == Application.id)  # type: ignore[arg-type]
        .where(Document.sha256 == paper.row.sha256, Application.kind == kind.value)
    ).all()
    for twin in twins:
        if State(twin.state).is_open and is_within_a_year(twin.received_on, received_on):
            return twin
    return None


def _was_put_aside(session: Session, application: Application, receipt: Receipt) -> bool:
    link = session.get(ApplicationMail, (application.id, receipt.mail_id))
    return link is not None and link.part_played == "put_aside"


def _findings(session: Session, desk: Desk, receipt: Receipt, opening: Opening) -> list[Finding]:
    case = Case(
        kind=opening.kind,
        read=opening.paper.read,
        received_on=receipt.received_on,
        sender_domain=receipt.domain,
        sender_verdict=receipt.verdict,
        known=opening.known,
        wants_whole_copy=desk.settings.whole_copy,
    )
    return [
        *findings_of_case(session, case),
        *findings_about_the_sender(session, receipt, opening.known.organisation_id, desk.settings),
        *findings_about_the_mail(receipt, desk.settings),
    ]


def _journal_opening(
    session: Session, desk: Desk, receipt: Receipt, application: Application, by: str
) -> None:
    journal.append(
        session,
        subject=application.reference,
        move="register",
        actor=by,
        reason=f"{reference_of(receipt.mail_id)} asks for {application.kind}.",
        at=desk.now(),
    )
