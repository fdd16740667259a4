"""What can be found about letters, and about what comes with an application: clause, weight, plain words."""

from pact.finding_codes import Code, Severity

PAPER_CODES: dict[str, Code] = {
    "endorsement_refused": Code(Severity.STOP, "2.2.2.a", "The letter refuses to endorse the Pact"),
    "endorsement_conditional": Code(Severity.STOP, "2.2.2.a", "The letter endorses the Pact on a condition"),
    "organisations_differ": Code(
        Severity.ASK,
        "6.4.1",
        "The letter names two organisations as if each had written it",
        "Your letter names two organisations. Please tell us which of them gives its support.",
    ),
    "several_documents": Code(Severity.INFO, None, "The file holds several papers"),
    # Nobody needs it for 6.4, and what is not needed is not kept (GDPR, article 5).
    "identity_document": Code(
        Severity.ASK,
        None,
        "An identity paper came along, unread and not needed: please delete it, and tell the sender",
    ),
    "document_encrypted": Code(
        Severity.STOP,
        None,
        "A document is protected with a password",
        "The document is protected with a password, so we could not open it. Please send it again without "
        "the password; printing it into a new PDF is a simple way.",
    ),
    # Nothing is fetched from where a mail points: whoever sends the link decides what lies there, and when.
    "document_linked": Code(
        Severity.ASK,
        None,
        "The mail links to files instead of bringing them",
        "Your mail has a link to files, and we open no links. Please attach the files to a reply, if they "
        "belong to what you send us.",
    ),
}
"""Findings of letters and of other papers, the weightiest of each kind first."""
