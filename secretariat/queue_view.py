"""The triage queue as people see it: every open application, in order, each with its reason."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from pact.application import State
from pact.deadlines import days_left
from pact.findings import Finding, Severity, in_order_of_weight
from pact.triage import TriageView, order_key, waiting_for, why_here
from secretariat.desk import Desk
from storage.applications import open_applications, open_suggestions, standing_findings
from storage.clock import legal_day
from storage.tables import Application, FindingRow, Organisation


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One application in the queue; `cfit queue --json` prints these fields."""

    reference: str
    kind: str
    organisation: str | None
    participation_type: str | None
    state: str
    received_at: str
    decision_due: date
    days_left: int
    waiting_for: str
    findings: tuple[Finding, ...]
    why_here: str


def queue(session: Session, desk: Desk) -> list[QueueLine]:
    """Return the open applications in triage order: what is due or doubtful first."""
    today = legal_day(desk.now(), desk.settings.timezone)
    views = [
        (triage_view(session, application, today), application) for application in open_applications(session)
    ]
    views.sort(key=lambda pair: order_key(pair[0]))
    return [line_of(session, application, view) for view, application in views]


def line_of(session: Session, application: Application, view: TriageView) -> QueueLine:
    """Return one application as a line of the queue."""
    organisation = (
        session.get(Organisation, application.organisation_id) if application.organisation_id else None
    )
    return QueueLine(
        reference=application.reference,
        kind=application.kind,
        organisation=organisation.name if organisation else None,
        participation_type=application.participation_type,
        state=application.state,
        received_at=application.received_at.isoformat(),
        decision_due=application.decision_due,
        days_left=view.days_left,
        waiting_for=waiting_for(view.state),
        findings=view.findings,
        why_here=why_here(view),
    )


def triage_view(session: Session, application: Application, today: date) -> TriageView:
    """Return what the order of the queue depends on."""
    return TriageView(
        reference=application.reference,
        state=State(application.state),
        decision_due=application.decision_due,
        days_left=days_left(application.decision_due, today),
        findings=findings_on(session, application),
        further_papers=len(open_suggestions(session, application)),
    )


def findings_on(session: Session, application: Application) -> tuple[Finding, ...]:
    """Return the findings that stand on an application, the weightiest first."""
    assert application.id is not None
    standing = standing_findings(session, application.id)
    return tuple(in_order_of_weight(as_finding(row) for row in standing))


def as_finding(row: FindingRow) -> Finding:
    """Return a stored finding as the Pact's own value."""
    return Finding(code=row.code, severity=Severity(row.severity), clause=row.clause, seen=row.seen)
