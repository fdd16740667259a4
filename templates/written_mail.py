"""A mail's text: the subject, which is a template's first line, and the body below it."""

from dataclasses import dataclass
from typing import Any

from templates import render


@dataclass(frozen=True, slots=True)
class MailText:
    """One mail in plain text: a subject on one line, a body in lines of 72 columns."""

    subject: str
    body: str


def written_mail(name: str, language: str = "en", /, **values: Any) -> MailText:
    """Return the letter ``name`` (a file of templates/mail/<language>) filled with ``values``."""
    head, _, body = render(f"mail/{language}/{name}.txt.j2", **values).partition("\n\n")
    # A long subject was wrapped like any other line.
    subject = " ".join(head.removeprefix("Subject:").split())
    return MailText(subject=subject, body=body)
