"""The day of a letter: the date line of its head, or of its end, never one of another letter's."""

import re
from collections.abc import Iterator, Sequence

from intake.block.dates import DateRead, DayOrder, read_date
from intake.block.read_surely import is_read_dimly
from intake.letter.letter_lines import Line, gap_above
from intake.letter.letter_parts import LetterParts
from intake.letter.letter_words import COPIED, DATED, EARLIER
from intake.page.plain_text import folded
from pact.documents import NOT_FOUND, Field

_LONGEST = 70
_WORDS_AT_MOST = 7


def letter_date(parts: LetterParts, order: DayOrder | None) -> tuple[Field, str]:
    """Return the letter's own day and the doubt about it in words."""
    found = [*_dated(_lines_of_head(parts), order)] or [
        *_dated([*parts.closing, *parts.signed, *parts.after], order)
    ]
    found = found or [*_dated(parts.foot, order)]
    if not found:
        return NOT_FOUND, ""
    named = [one for one in found if DATED.match(one[0].flat)]
    line, read = (named or found)[0]
    others = {r.value for x, r in (named or found) if r.value is not None}
    sure = read.sure and not is_read_dimly(line.raw.words) and len(others) < 2
    value = read.value.isoformat() if read.value else None
    confidence = 0.97 if sure else (0.5 if value else 0.0)
    return Field(value, confidence, sure, line.page, line.box_pt, line.method), read.doubt


def _lines_of_head(parts: LetterParts) -> list[Line]:
    lines = [x for group in parts.head for x in group] + list(parts.addressee)
    return sorted(lines, key=lambda x: (x.view.number, -x.raw.middle_y, x.box[0]))


def _dated(lines: Sequence[Line], order: DayOrder | None) -> Iterator[tuple[Line, DateRead]]:
    for line in lines:
        if COPIED.match(line.flat):
            continue
        read = _read_alone(line.text, line.flat, order)
        below = _line_below(line, lines) if read is None and re.search(r"\d", line.text) else None
        if below is not None:
            # A narrow column breaks a day in two.
            read = _read_alone(f"{line.text} {below.text}", line.flat, order)
        if read is not None and not _is_of_another(line, lines):
            yield line, read


def _read_alone(text: str, flat: str, order: DayOrder | None) -> DateRead | None:
    """Return the day of a line that is little more than a day."""
    text = text.partition(":")[2] if DATED.match(flat) and ":" in text else text
    words = [w for w in text.split() if sum(c.isalpha() for c in w) > 1]
    return read_date(text, order) if len(text) < _LONGEST and len(words) <= _WORDS_AT_MOST else None


def _line_below(line: Line, lines: Sequence[Line]) -> Line | None:
    return next(
        (x for x in lines if abs(x.box[0] - line.box[0]) < 3 and 0.3 < gap_above(x, line) < 1.7), None
    )


def _is_of_another(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the line, or the label above or left of it, says that the day is another letter's."""
    if EARLIER.search(folded(line.text)):
        return True
    label = _label_of(line, lines)
    return label is not None and EARLIER.search(label.flat) is not None


def _label_of(line: Line, lines: Sequence[Line]) -> Line | None:
    """Return the line that labels this one: directly above at the same edge, or at its left."""
    above = [
        x
        for x in lines
        if x.view is line.view
        and abs(x.box[0] - line.box[0]) < 5
        and 0.4 * line.height < x.raw.middle_y - line.raw.middle_y < 3.0 * max(line.height, x.height)
    ]
    left = [
        x
        for x in lines
        if x.view is line.view
        and x.box[2] <= line.box[0]
        and abs(x.raw.middle_y - line.raw.middle_y) < 0.5 * line.height
    ]
    labels = [x for x in (*above, *left) if read_date(x.text) is None]
    return min(
        labels,
        key=lambda x: abs(x.raw.middle_y - line.raw.middle_y) + abs(x.box[0] - line.box[0]),
        default=None,
    )
