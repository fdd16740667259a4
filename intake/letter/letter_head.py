"""What stands above a letter's text: the writer's head, references, and whom the letter goes to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.letter.letter_lines import Line, clustered, gap_above
from intake.letter.letter_words import (
    ADDRESSED,
    CONTACT,
    LETTER_TITLE,
    OF_THE_SECRETARIAT,
    POSTCODE,
    SUBJECT,
)

_LEADING = 1.9


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a letter in groups of lines that stand together, and the address of its recipient."""

    groups: tuple[tuple[Line, ...], ...] = ()
    addressee: tuple[Line, ...] = ()


def head_of(lines: Sequence[Line]) -> Head:
    """Return what stands above and beside the text in groups, and apart from it the recipient's address."""
    groups = [part for group in clustered(lines) for part in _cut_at_addresses(group)]
    own, addressee = list[tuple[Line, ...]](), list[Line]()
    for group in groups:
        if _is_address_of_recipient(group):
            addressee += group
        elif len(group) == 1 and addressee and _is_next(group[0], addressee[-1]):
            addressee += group  # the country
        else:
            own.append(tuple(group))
    return Head(tuple(own), tuple(addressee))


def _cut_at_addresses(group: Sequence[Line]) -> list[list[Line]]:
    """Part two addresses that follow each other: the one ends with numbers, the other begins with a name.

    Word files show no gap between the letterhead and the address of the secretariat.
    """
    parts: list[list[Line]] = [[]]
    for line in group:
        before = parts[-1][-1] if parts[-1] else None
        ends = before is not None and _ends_address(before) and not re.search(r"\d|@|www", line.flat)
        named = not line.view.has_boxes and _names_recipient(line)
        if ends or (parts[-1] and named and not any(map(_names_recipient, parts[-1]))):
            parts.append([])
        parts[-1].append(line)
    return parts


def _ends_address(line: Line) -> bool:
    return bool(CONTACT.search(line.flat) or POSTCODE.search(line.flat))


def _names_recipient(line: Line) -> bool:
    return bool(OF_THE_SECRETARIAT.search(line.flat) or ADDRESSED.match(line.flat))


def _is_address_of_recipient(group: Sequence[Line]) -> bool:
    titles = [x for x in group if SUBJECT.match(x.flat) or LETTER_TITLE.search(x.flat)]
    if titles:
        return False
    return any(OF_THE_SECRETARIAT.search(x.flat) for x in group) or bool(ADDRESSED.match(group[0].flat))


def _is_next(line: Line, above: Line) -> bool:
    return gap_above(line, above) < _LEADING and abs(line.box[0] - above.box[0]) < line.height
