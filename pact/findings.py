"""What can be found about an application: every code with its clause, weight and plain words."""

from collections.abc import Iterable
from dataclasses import dataclass

from pact.clauses import SIGNING
from pact.finding_codes import SEVERITY_WORDS, Code, Severity
from pact.letter_codes import LETTER_CODES
from pact.paper_codes import PAPER_CODES
from pact.sender_codes import SENDER_CODES
from pact.wording_codes import WORDING_CODES

__all__ = ["CODES", "SEVERITY_WORDS", "Code", "Finding", "Severity", "finding", "in_order_of_weight"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: ``code`` from CODES, the clause it rests on, and what was seen."""

    code: str
    severity: Severity
    clause: str | None
    seen: str


CODES: dict[str, Code] = {
    # what the document lacks
    "missing_organisation": Code(
        Severity.ASK,
        "6.4.1",
        "The organisation's name could not be read",
        "Please tell us the full name of your organisation.",
    ),
    "missing_name": Code(
        Severity.ASK,
        "6.4.1",
        "The signatory's name could not be read",
        "Please tell us the name of the person who signed.",
    ),
    "missing_title": Code(
        Severity.ASK,
        "6.4.1",
        "The signatory's title could not be read",
        "Please tell us the title or function of the person who signed.",
    ),
    "missing_participation_type": Code(
        Severity.ASK,
        "2.1.1",
        "No participation type is marked",
        "Please tell us in which role you join: coordinating organisation, procuring organisation, or both.",
    ),
    "missing_date": Code(
        Severity.ASK,
        "6.4.1",
        "The date of signing could not be read",
        "Please tell us the date on which it was signed.",
    ),
    "unsure_organisation": Code(
        Severity.ASK,
        "6.4.1",
        "The organisation's name was read, but not surely",
        "Please confirm the full name of your organisation.",
    ),
    "unsure_name": Code(
        Severity.ASK,
        "6.4.1",
        "The signatory's name was read, but not surely",
        "Please confirm the name of the person who signed.",
    ),
    "unsure_title": Code(
        Severity.ASK,
        "6.4.1",
        "The signatory's title was read, but not surely",
        "Please confirm the title or function of the person who signed.",
    ),
    "unsure_participation_type": Code(
        Severity.ASK,
        "2.1.1",
        "The participation type was read, but not surely",
        "Please confirm in which role you join: coordinating organisation, procuring organisation, or both.",
    ),
    "unsure_date": Code(
        Severity.ASK,
        "6.4.1",
        "The date of signing was read, but not surely",
        "Please confirm the date on which it was signed, with the month in letters.",
    ),
    "ambiguous_date": Code(
        Severity.ASK,
        "6.4.1",
        "Day and month of signing can be read either way",
        "Please tell us the date on which it was signed, with the month in letters.",
    ),
    "contradictory_marks": Code(
        Severity.ASK,
        "2.1.1",
        "More than one participation type is marked",
        "More than one participation type is marked. Please tell us which one is meant.",
    ),
    "no_signature": Code(
        Severity.ASK, "6.4.1", "The copy is not signed", "Please sign the document and send it to us again."
    ),
    "signature_not_looked_at": Code(
        Severity.ASK, "6.4.1", "Nobody has said yet whether the copy is signed; `cfit correct` says it"
    ),
    "no_endorsement": Code(
        Severity.ASK,
        "2.2.2.a",
        "No sentence endorses the ambitions of the Pact",
        "Please confirm that your organisation endorses the ambitions of the Pact.",
    ),
    # what does not fit the Pact
    "date_in_future": Code(
        Severity.ASK,
        "6.4.1",
        "The date of signing lies in the future",
        "The date of signing lies after the day your mail arrived. Please check it.",
    ),
    "date_before_pact": Code(
        Severity.ASK,
        "6.2.1",
        "The date of signing lies before the Pact came into effect",
        "The date of signing lies before the Pact came into effect. Please check it.",
    ),
    "role_unlike_organisation": Code(
        Severity.STOP,
        "2.1.3",
        "A coordinating role is asked for by what does not look like a government or agency",
    ),
    "role_not_shown": Code(
        Severity.ASK,
        "2.1.3",
        "A coordinating role is asked for, and the name does not show whether by a government or agency",
    ),
    "conflict_of_interest": Code(
        Severity.STOP,
        "2.1.4",
        "A conflict of interest cannot be excluded; the Steering Committee decides in case of doubt",
    ),
    "supporter_is_participant": Code(
        Severity.ASK,
        "2.2.1",
        "A supporter is a non-participant, and this organisation is a participant already",
    ),
    "title_unlike_procurement": Code(
        Severity.INFO,
        SIGNING,
        "The title does not show that the signatory is responsible for procurement",
    ),
    "already_applied": Code(Severity.ASK, "6.4.1", "This organisation has applied before"),
    "already_participant": Code(Severity.ASK, "6.4.1", "This organisation stands in the register already"),
    "resembles_another": Code(
        Severity.ASK, "6.4.1", "The name resembles that of an organisation that is known already"
    ),
    "several_organisations": Code(
        Severity.STOP,
        "6.4.1",
        "The signature blocks name different organisations; `cfit split` gives each its application",
    ),
    "several_signatories": Code(Severity.INFO, SIGNING, "More than one signature block is filled"),
    # who sent it, and whether they were told
    "not_acknowledged": Code(
        Severity.ASK, "6.4.1", "The applicant has not been told that the application arrived"
    ),
    **SENDER_CODES,
    # what became of our letters
    **LETTER_CODES,
    # what a letter says, and what came with an application
    **PAPER_CODES,
    # what happened to the file
    "document_unreadable": Code(
        Severity.STOP, None, "A document could not be read", "Please send the document again."
    ),
    "page_not_read": Code(Severity.STOP, None, "A page is a picture that could not be read"),
    "picture_too_small": Code(
        Severity.ASK,
        None,
        "A picture is too small to be read",
        "The picture of the page is too small to be read. Please scan the page, or photograph it so that it "
        "fills the picture, and send the picture in its full size.",
    ),
    "scanner_text_distrusted": Code(
        Severity.INFO, None, "The text that a scanner hid under the page does not say what is seen on it"
    ),
    "picture_without_page": Code(Severity.INFO, None, "A picture shows no page of a document"),
    "picture_repeated": Code(Severity.INFO, None, "A picture shows a page that another one shows as well"),
    "page_of_album": Code(Severity.INFO, None, "A picture is a further page of the same document"),
    # what the text says beside the Pact's own
    **WORDING_CODES,
    # what the file says in two ways
    "form_values_differ": Code(Severity.ASK, None, "A form field and the printed text say different things"),
    # what a certificate's signature says
    "signature_broken": Code(
        Severity.STOP,
        "6.4.2.c",
        "What was signed with a certificate has been changed since, or the signature is no true one",
        "The certificate's signature does not fit the document any more. Please send us the file as your "
        "signing program saved it.",
    ),
    "signed_then_changed": Code(
        Severity.STOP,
        "6.4.2.c",
        "The document was changed after it was signed with a certificate",
        "The document was changed after it was signed. Please send us the file as it was signed, and put in "
        "your mail what you wish to add.",
    ),
    "certificate_revoked": Code(Severity.STOP, "6.4.2.c", "The certificate was revoked before it signed"),
    "signer_unlike_name": Code(
        Severity.ASK,
        SIGNING,
        "The certificate names somebody else than the signatory",
        "The certificate names somebody else than the document does. Please tell us who signed it.",
    ),
    "issuer_unknown": Code(
        Severity.ASK, "6.4.2.c", "The certificate comes from an issuer that is not trusted"
    ),
    "certificate_not_valid": Code(
        Severity.ASK, "6.4.2.c", "The certificate could not be trusted when it signed"
    ),
    "signature_dated_ahead": Code(
        Severity.ASK, "6.4.1", "The signature is dated after the mail was received"
    ),
    "digital_signature_not_checked": Code(
        Severity.ASK, "6.4.2.c", "A certificate signature is present that could not be checked"
    ),
    "signed_then_added_to": Code(
        Severity.INFO, "6.4.2.c", "After it was signed, fields were filled in or others signed too"
    ),
    "issuer_not_checked": Code(
        Severity.INFO,
        "6.4.2.c",
        "The certificate holds, and whether its issuer can be trusted was not checked",
    ),
    "revocation_unknown": Code(
        Severity.INFO, "6.4.2.c", "Whether the certificate was revoked cannot be told from the file"
    ),
    "certificate_expired_since": Code(
        Severity.INFO,
        "6.4.2.c",
        "The certificate has expired, and only the signatory's clock says when it signed",
    ),
    "signature_by_platform": Code(
        Severity.INFO, SIGNING, "The certificate is a signing service's, which says who signed by what it saw"
    ),
    "sealed_not_signed": Code(Severity.INFO, SIGNING, "The certificate is a body's seal and names no person"),
    "other_remark": Code(Severity.INFO, None, "The reader noticed something else"),
}
"""Every finding the product can make. Order is the order in which findings of one weight are shown."""


def finding(code: str, seen: str) -> Finding:
    """Return the finding of that code. KeyError when the code has no row in CODES."""
    row = CODES[code]
    return Finding(code=code, severity=row.severity, clause=row.clause, seen=seen)


def in_order_of_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with the heaviest first, those of one weight in the order of CODES."""
    return sorted(findings, key=_place)


def _place(found: Finding) -> tuple[int, int]:
    # A finding on record may bear a code that a later release has given up: it comes last.
    return (_WEIGHTS.index(found.severity), _ORDER.get(found.code, len(_ORDER)))


_WEIGHTS = tuple(SEVERITY_WORDS)
_ORDER = {code: place for place, code in enumerate(CODES)}
