"""Made-up letters, before anything wrote them down."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from storage.letters import LetterKind, NewLetter

AT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
"""When the made-up letters are written."""

APPLICANT = "sjoerd@zilverveen.example"


def new_letter(number: int = 1, **changes: Any) -> NewLetter:
    """Return an automatic letter about application ``number``, with ``changes`` to it."""
    letter = NewLetter(
        key=f"acknowledgement:CFIT-2026-{number:04d}:{number}",
        kind=LetterKind.ACKNOWLEDGEMENT,
        to_address=APPLICANT,
        subject=f"We have received your application (CFIT-2026-{number:04d})",
        body="Hello,\n\nThank you.\n",
        reference=f"CFIT-2026-{number:04d}",
        automatic=True,
        in_reply_to=f"<mail-{number}@zilverveen.example>",
    )
    return replace(letter, **changes)
