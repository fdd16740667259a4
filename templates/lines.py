"""Lines of plain text: 72 columns wide, days in words."""

import re
import textwrap
from datetime import date

from pact.deadlines import day_words
from templates.harmless import in_quotes

COLUMNS = 72
"""Width of a letter: it survives being quoted twice within 78 columns (RFC 5322 2.1.1)."""


def wrapped(text: str) -> str:
    """Return ``text`` with long lines wrapped and at most one empty line at a stretch.

    A wrapped line of a list hangs under its first word. Words are never broken.
    """
    lines = [line for source in text.splitlines() for line in _wrapped_line(source.rstrip())]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def day(value: date | str) -> str:
    """Return a day as one writes it in English, "14 June 2021"; a text may be an ISO 8601 day.

    Any other text comes back in quotation marks: it is shown as it was read.
    """
    if isinstance(value, date):
        return day_words(value)
    try:
        return day_words(date.fromisoformat(value))
    except ValueError:
        return in_quotes(value)


def _wrapped_line(line: str) -> list[str]:
    if len(line) <= COLUMNS:
        return [line]
    lead = re.match(r" *(?:- |\d+\. )?", line)
    assert lead is not None
    hanging = " " * lead.end()
    return textwrap.wrap(
        line, COLUMNS, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
