"""What is found about one case: the Pact's checks, with all that the register knows of who applies."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from pact.application import ApplicationKind
from pact.checks import Circumstances, check_application
from pact.documents import DocumentAsRead
from pact.findings import Finding, finding
from secretariat.recognise import Recognised
from storage.applications import applications_of, roles_in_register


@dataclass(frozen=True, slots=True)
class Case:
    """An application as the checks see it: what was read, when and from whom it came, whose it is.

    ``application_id`` is its own number once it has one: it is no earlier application of itself.
    """

    kind: ApplicationKind
    read: DocumentAsRead
    received_on: date
    sender_domain: str
    sender_verdict: str
    known: Recognised
    application_id: int | None = None


def findings_of_case(session: Session, case: Case) -> list[Finding]:
    """Return all that is found: the same at registering as after a correction."""
    organisation_id = case.known.organisation_id
    on_record = applications_of(session, organisation_id) if organisation_id else []
    roles = roles_in_register(session, organisation_id) if organisation_id else set()
    circumstances = Circumstances(
        received_on=case.received_on,
        sender_domain=case.sender_domain,
        sender_verdict=case.sender_verdict,
        has_applied_before=any(one.id != case.application_id for one in on_record),
        is_participant=bool(roles - {"supporter"}),
        is_supporter="supporter" in roles,
    )
    findings = check_application(case.read, case.kind, circumstances)
    if case.known.resembles:
        findings.append(finding("resembles_another", f"Its name resembles {case.known.resembles}."))
    return findings
