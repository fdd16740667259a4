"""Text that a person typed for a letter: one line for a subject, plain text for a body, neither too long."""

import unicodedata

from pact.errors import PactError

LONGEST_SUBJECT = 200
LONGEST_BODY = 20_000


def proper_subject(typed: str) -> str:
    """Return a subject without spaces around it. PactError when it cannot stand in a mail."""
    subject = typed.strip()
    _refuse_unfit(subject, "subject", LONGEST_SUBJECT)
    if _has_controls(subject):
        raise PactError("The subject must be one line, without control characters.")
    return subject


def proper_body(typed: str) -> str:
    """Return a text with plain line ends, no empty lines around it. PactError as for a subject."""
    body = typed.replace("\r\n", "\n").strip()
    _refuse_unfit(body, "text", LONGEST_BODY)
    if _has_controls(body.replace("\n", "").replace("\t", "")):
        raise PactError("The text must not hold control characters, other than line ends and tabs.")
    return body


def _refuse_unfit(text: str, what: str, longest: int) -> None:
    if not text:
        raise PactError(f"A letter needs a {what}.")
    if len(text) > longest:
        raise PactError(f"That is too long: a {what} has at most {longest} characters.")


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs") for character in text)
