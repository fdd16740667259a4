"""Made-up mails that want something, as people write them in six languages: half kept apart from the rules.

The files of ``wanting_mails/`` are named by language and half. Each mail begins with a line "== " and
what it wants, then its subject, then its text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.wants.want import Want

BUILT_ON = "built_on"
KEPT = "kept"
LANGUAGES = ("de", "en", "es", "fr", "nl", "no")

_FOLDER = Path(__file__).parent / "wanting_mails"


@dataclass(frozen=True)
class WantingMail:
    """One mail, its language and what its writer wants; OTHER stands for nothing that a rule knows."""

    language: str
    wants: frozenset[Want]
    subject: str
    text: str


def wanting_mails(half: str, languages: tuple[str, ...] = LANGUAGES) -> Iterator[WantingMail]:
    """Yield the mails of one half: BUILT_ON, which the rules were written on, or KEPT."""
    for language in languages:
        written = (_FOLDER / f"{language}_{half}.txt").read_text(encoding="utf-8")
        for mail in re.split(r"^== ", written, flags=re.MULTILINE)[1:]:
            wants, subject, text = mail.split("\n", 2)
            named = frozenset(Want(want.strip()) for want in wants.split(","))
            yield WantingMail(language, named, subject.removeprefix("Subject:").strip(), text.strip())
