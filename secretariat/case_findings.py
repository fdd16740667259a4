"""What is found about one case: the Pact's checks, with all that the register knows of who applies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from pact.application import ApplicationKind
from pact.checks import Circumstances, check_application
from pact.documents import DocumentAsRead
from pact.findings import Finding, Severity, finding
from secretariat.mail_in_hand import Receipt
from secretariat.recognise import Recognised
from storage.applications import applications_of, roles_in_register
from storage.letters import can_be_written_to
from storage.settings import Settings


@dataclass(frozen=True, slots=True)
class Case:
    """An application as the checks see it: what was read, when and from whom it came, whose it is.

    ``application_id`` is its own number once it has one: it is no earlier application of itself.
    ``wants_whole_copy`` says that every page of the Pact is asked for.
    """

    kind: ApplicationKind
    read: DocumentAsRead
    received_on: date
    sender_domain: str
    sender_verdict: str
    known: Recognised
    application_id: int | None = None
    wants_whole_copy: bool = False


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
        wants_whole_copy=case.wants_whole_copy,
    )
    findings = check_application(case.read, case.kind, circumstances)
    if case.known.resembles:
        findings.append(finding("resembles_another", f"Its name resembles {case.known.resembles}."))
    return findings


def findings_about_the_mail(receipt: Receipt, settings: Settings) -> Iterator[Finding]:
    """Yield what is found about the mail that opens an application: what else came, who is not told."""
    for name in receipt.unreadable:
        yield finding("document_unreadable", f"{name} came with it and could not be read.")
    for name in receipt.encrypted:
        yield finding("document_encrypted", f"{name} came with it.")
    for host in receipt.linked:
        yield finding("document_linked", f"It links to files at {host}, which are not fetched.")
    because = receipt.no_letter_because
    if not because and not can_be_written_to(receipt.address, settings):
        because = f'No letter can be written to "{receipt.address}".'
    if because:
        untold = finding("not_acknowledged", because)
        # Whoever imports an old mailbox has told the applicants long ago, or means not to.
        yield replace(untold, severity=Severity.INFO) if receipt.was_imported else untold
