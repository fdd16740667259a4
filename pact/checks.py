"""Checking an application: which rules of the Pact it is held against, and all that was found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from pact import block_checks
from pact.application import ApplicationKind
from pact.block_checks import Block, BlockCheck
from pact.certificate_checks import certificate_findings
from pact.documents import DocumentAsRead, DocumentKind, ReadErrorCode, Signatory
from pact.findings import CODES, Finding, finding, in_order_of_weight
from pact.mail_domains import is_free_mail
from pact.organisations import SAME, same_organisation
from pact.sender_fit import domain_fits
from pact.wording_checks import PARTS, WORDING_CHECKS

KIND_ASKED_FOR: dict[DocumentKind, ApplicationKind] = {
    DocumentKind.SIGNED_PACT: ApplicationKind.PARTICIPATION,
    DocumentKind.LETTER_OF_SUPPORT: ApplicationKind.SUPPORT,
}
"""What a paper asks for (6.4.1); papers of other kinds ask for nothing."""


class SenderVerdict(StrEnum):
    """Whether a mail comes from whom it names: it does, it does not, or nobody checked."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside the document: when and from whom it came, and who applies.

    ``sender_verdict`` is a word of SenderVerdict; an empty ``sender_domain`` means unknown. The Pact asks
    for a written application only (6.4.1); ``wants_whole_copy`` says that this secretariat asks for more.
    """

    received_on: date
    sender_domain: str = ""
    sender_verdict: str = SenderVerdict.NONE
    has_applied_before: bool = False
    is_participant: bool = False
    is_supporter: bool = False
    wants_whole_copy: bool = False


def check_application(
    document: DocumentAsRead, kind: ApplicationKind, circumstances: Circumstances
) -> list[Finding]:
    """Return all that is found about an application, the weightiest first.

    A check decides nothing: findings are for a person, and none of them rejects. Raises nothing,
    whatever was read.
    """
    found = [one for check in CASE_CHECKS[kind] for one in check(document, circumstances)]
    if _has_been_read(document):
        blocks = _blocks(document, circumstances.received_on)
        found += [one for block in blocks for check in BLOCK_CHECKS[kind] for one in check(block)]
        found = _without_overruled(found, one_block=len(blocks) == 1)
    return in_order_of_weight(dict.fromkeys(found))


def check_paper(document: DocumentAsRead, today: date) -> list[Finding]:
    """Return what is found in a paper alone: nothing of who sent it, or who has applied before."""
    kind = KIND_ASKED_FOR.get(document.kind)
    if document.error is not None or kind is None:
        return list(reading(document, Circumstances(today)))
    passed = Circumstances(today, sender_verdict=SenderVerdict.PASS)
    return check_application(document, kind, passed)


def reading(document: DocumentAsRead, _: Circumstances) -> Iterator[Finding]:
    """What the reader noticed, and what it could not read of a written application (Pact 6.4.1)."""
    if document.error is not None:
        is_locked = document.error.code is ReadErrorCode.ENCRYPTED
        yield finding("document_encrypted" if is_locked else "document_unreadable", document.error.message)
    for remark in document.remarks:
        where = f" (page {remark.page})" if remark.page else ""
        code = remark.code if remark.code in CODES else "other_remark"
        yield finding(code, f"{remark.seen}{where}")


def wording(document: DocumentAsRead, circumstances: Circumstances) -> Iterator[Finding]:
    """The text that was signed is the Pact's, changed by no single copy (Pact 6.5.2)."""
    for check in WORDING_CHECKS:
        for one in check(document.wording, circumstances.received_on):
            is_asked_for = circumstances.wants_whole_copy and one.code in PARTS
            yield finding("whole_copy_wanted", one.seen) if is_asked_for else one


def digital_signatures(document: DocumentAsRead, circumstances: Circumstances) -> Iterator[Finding]:
    """Certificate signatures bear on who signed (intro) and on the applicant's integrity (Pact 6.4.2.c)."""
    yield from certificate_findings(document.digital_signatures, circumstances.received_on)


def signature_blocks(document: DocumentAsRead, _: Circumstances) -> Iterator[Finding]:
    """One organisation may sign on two levels (intro, Signing the Pact); two apply apart (6.4.1)."""
    if len(document.signatories) < 2:
        return
    yield finding("several_signatories", f"{len(document.signatories)} signature blocks are filled.")
    for one, other in combinations(_organisations(document), 2):
        if same_organisation(one, other) < SAME:
            yield finding("several_organisations", f'One block names "{one}", another "{other}".')


def endorsement(document: DocumentAsRead, _: Circumstances) -> Iterator[Finding]:
    """A supporter endorses the ambitions of the Pact (Pact 2.2.2.a)."""
    sentence = document.endorses.value
    refused = any(remark.code == "endorsement_refused" for remark in document.remarks)
    if document.error is None and not sentence and not refused:
        yield finding("no_endorsement", "No sentence of the letter was found to endorse the Pact.")
    elif sentence and not document.endorses.sure:
        yield finding("no_endorsement", f'Not sure whether this endorses the Pact: "{sentence}"')


def earlier_application(_: DocumentAsRead, circumstances: Circumstances) -> Iterator[Finding]:
    """An organisation applies once (Pact 6.4.1)."""
    if circumstances.has_applied_before:
        yield finding("already_applied", "An application of this organisation is on record.")


def standing_participant(_: DocumentAsRead, circumstances: Circumstances) -> Iterator[Finding]:
    """A participant need not apply again, unless in another role (Pact 6.4.1)."""
    if circumstances.is_participant:
        yield finding("already_participant", "The register has this organisation as a participant.")


def standing_supporter(_: DocumentAsRead, circumstances: Circumstances) -> Iterator[Finding]:
    """A supporter is no participant (Pact 2.2.1), and supports once."""
    if circumstances.is_participant:
        yield finding("supporter_is_participant", "The register has this organisation as a participant.")
    if circumstances.is_supporter:
        yield finding("already_participant", "The register has this organisation as a supporter.")


def sender(_: DocumentAsRead, circumstances: Circumstances) -> Iterator[Finding]:
    """Who sent the mail bears on the applicant's integrity (Pact 6.4.2.c)."""
    named = circumstances.sender_domain or "an unknown domain"
    if circumstances.sender_verdict == SenderVerdict.FAIL:
        yield finding("sender_check_failed", f"The mail names {named}, and the check failed.")
    elif circumstances.sender_verdict != SenderVerdict.PASS:
        yield finding("sender_not_checked", f"The mail names {named}.")


def sender_domain(document: DocumentAsRead, circumstances: Circumstances) -> Iterator[Finding]:
    """Mail from elsewhere than the organisation is a reason to ask (Pact 6.4.2.c)."""
    names, domain = _organisations(document), circumstances.sender_domain
    if not names or not domain or any(domain_fits(name, domain) for name in names):
        return
    whose = "where anybody can have an address" if is_free_mail(domain) else "which does not show its name"
    yield finding("sender_unlike_organisation", f'"{names[0]}" wrote from {domain}, {whose}.')


CaseCheck = Callable[[DocumentAsRead, Circumstances], Iterator[Finding]]
"""A check of the document as a whole, or of what is known around it."""

CASE_CHECKS: dict[ApplicationKind, tuple[CaseCheck, ...]] = {
    ApplicationKind.PARTICIPATION: (
        reading,
        wording,
        digital_signatures,
        signature_blocks,
        earlier_application,
        standing_participant,
        sender,
        sender_domain,
    ),
    ApplicationKind.SUPPORT: (
        reading,
        digital_signatures,
        signature_blocks,
        endorsement,
        earlier_application,
        standing_supporter,
        sender,
        sender_domain,
    ),
    ApplicationKind.TERMINATION: (reading, digital_signatures, sender, sender_domain),
}

BLOCK_CHECKS: dict[ApplicationKind, tuple[BlockCheck, ...]] = {
    ApplicationKind.PARTICIPATION: (
        block_checks.application_fields,
        block_checks.participation_type,
        block_checks.signature,
        block_checks.date_of_signing,
        block_checks.coordinating_role,
        block_checks.interest_in_ict,
        block_checks.title_of_signatory,
    ),
    # A supporter has no role to mark, may well make or sell ICT (2.2.1), and anybody may sign.
    ApplicationKind.SUPPORT: (
        block_checks.application_fields,
        block_checks.signature,
        block_checks.date_of_signing,
    ),
    # A notice of leaving is a letter in any form (6.6.1).
    ApplicationKind.TERMINATION: (),
}
"""Which rules each kind of application is held against; every check cites its clause."""

_OVERRULED_BY = {
    "contradictory_marks": ("missing_participation_type", "unsure_participation_type"),
    "ambiguous_date": ("missing_date", "unsure_date"),
}


def _has_been_read(document: DocumentAsRead) -> bool:
    # Of a bare picture nothing is missing until somebody has looked at it.
    is_picture = any(remark.code == "page_not_read" for remark in document.remarks)
    return document.error is None and (bool(document.signatories) or not is_picture)


def _blocks(document: DocumentAsRead, received_on: date) -> list[Block]:
    signatories = document.signatories or (Signatory(),)
    if len(signatories) == 1:
        return [Block(signatories[0], received_on)]
    return [
        Block(one, received_on, label=f"Block {number}{_called(one)}: ")
        for number, one in enumerate(signatories, start=1)
    ]


def _called(signatory: Signatory) -> str:
    return f" ({signatory.name.value})" if signatory.name.value else ""


def _organisations(document: DocumentAsRead) -> list[str]:
    names = (signatory.organisation.value for signatory in document.signatories)
    return list(dict.fromkeys(name for name in names if name and name.strip()))


def _without_overruled(found: list[Finding], *, one_block: bool) -> list[Finding]:
    """Leave out what is said better by a remark; with several blocks it may be another block's."""
    codes = {one.code for one in found}
    overruled = {weaker for code in codes & set(_OVERRULED_BY) for weaker in _OVERRULED_BY[code]}
    return [one for one in found if not (one_block and one.code in overruled)]
