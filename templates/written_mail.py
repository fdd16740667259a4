"""A mail's text: the subject, which is a template's first line, and the body below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from templates import render
from templates.language_words import ENGLISH, offer_of, words_of


@dataclass(frozen=True, slots=True)
class MailText:
    """One mail in plain text: a subject on one line, a body in lines of 72 columns."""

    subject: str
    body: str


def written_mail(
    name: str, language: str = ENGLISH, offered: Sequence[str] = (), /, **values: Any
) -> MailText:
    """Return the letter ``name`` (a file of templates/mail) in a language, filled with ``values``.

    Of the languages ``offered`` each has one line of its own above the greeting.
    """
    offers = [offer_of(other) for other in offered]
    text = render(f"mail/{name}.txt.j2", words=words_of(language), offers=offers, **values)
    head, _, body = text.partition("\n\n")
    # A long subject was wrapped like any other line.
    subject = " ".join(head.removeprefix("Subject:").split())
    return MailText(subject=subject, body=body)
