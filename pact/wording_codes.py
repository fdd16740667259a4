"""What can be found in the wording of a returned copy: every code with its clause, weight and plain words."""

from pact.finding_codes import Code, Severity

_UNCHANGED = (
    "Please confirm, in one sentence of your reply, that your organisation signed the text of the Pact "
    "unchanged."
)

WORDING_CODES: dict[str, Code] = {
    "wording_changed": Code(
        Severity.STOP,
        "6.5.2",
        "The copy says something else than the Pact; a change needs the consent of the participants",
    ),
    "reservation": Code(
        Severity.STOP, "6.4.2.a", "A reservation, or something else, was written on the copy"
    ),
    "tracked_changes": Code(Severity.STOP, "6.5.2", "The document carries tracked changes"),
    "wording_unsure": Code(
        Severity.ASK, "6.5.2", "A clause may say something else than the Pact, or was only read so"
    ),
    "document_comment": Code(Severity.ASK, "6.5.2", "Somebody wrote a comment in the document"),
    "unread_writing": Code(Severity.ASK, "6.4.2.a", "Somebody wrote by hand what could not be read"),
    "only_signature_page": Code(
        Severity.ASK, "6.4.1", "Only the signature page was sent, without the text", _UNCHANGED
    ),
    "part_of_the_pact": Code(Severity.ASK, "6.4.1", "Not all pages of the Pact were sent", _UNCHANGED),
    "whole_copy_wanted": Code(
        Severity.ASK,
        "6.4.1",
        "Not all pages of the Pact were sent, and this secretariat asks for the whole",
        "Please send us all pages of the Pact as you signed it.",
    ),
    "older_edition": Code(
        Severity.ASK, "6.5.2", "The copy is of an edition of the Pact that a later one has replaced"
    ),
    "edition_not_in_force": Code(
        Severity.ASK, "6.2.1", "The copy is of an edition of the Pact that is not in force yet"
    ),
    "not_compared": Code(Severity.INFO, "6.5.2", "The text was not compared with the Pact"),
}
"""The rows of CODES about wording."""
