"""Lines of plain text: 72 columns wide, headings underlined, lists that hang."""

import re
import textwrap

from templates.harmless import OwnWords

COLUMNS = 72
"""Width of a letter: it survives being quoted twice within 78 columns (RFC 5322 2.1.1)."""


def wrapped(text: str) -> str:
    """Return ``text`` with long lines wrapped and at most one empty line at a stretch.

    A wrapped line of a list hangs under its first word. Words are never broken, and no wrapped
    line begins like an item of a list, so that letter_page.py can tell one from the other.
    """
    lines = [line for source in text.splitlines() for line in _wrapped_line(source.rstrip())]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def heading(text: str) -> OwnWords:
    """Return a heading with its line of hyphens below."""
    return OwnWords(f"{text}\n{'-' * len(text)}")


def bound_together(line: str) -> str:
    """Return a line with its days bound to their months, and marks of list items to the word before."""
    return _DAY.sub(rf"\1{_BINDER}", _MARK_INSIDE.sub(_BINDER, line))


# A control that stands in no letter (RFC 20), and at which no line is broken.
_BINDER = "\x1f"
_MARK_INSIDE = re.compile(r"(?<=\S) (?=(?:-+|\d+\.)(?: |$))")
_DAY = re.compile(r"(?<!\S)(\d{1,2}\.?) (?=[^\W\d_])")


def _wrapped_line(line: str) -> list[str]:
    if len(line) <= COLUMNS:
        return [line]
    lead = re.match(r" *(?:- |\d+\. )?", line)
    assert lead is not None
    bound = line[: lead.end()] + bound_together(line[lead.end() :])
    hanging = " " * lead.end()
    lines = textwrap.wrap(
        bound, COLUMNS, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    return [one.replace(_BINDER, " ") for one in lines]
