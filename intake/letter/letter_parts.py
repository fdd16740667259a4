"""A letter taken apart by where its lines stand: head, address, body, closing, signatures, foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.letter.letter_head import head_of
from intake.letter.letter_lines import Line, are_one_paragraph, letter_lines, running_text
from intake.letter.letter_words import (
    CLOSING,
    CONTACT,
    COPIED,
    LETTER_TITLE,
    POSTCODE,
    SALUTATION,
    SUBJECT,
)
from intake.letter.memo_head import memo_head
from intake.letter.text_column import columns_of
from intake.page.page import PageView

_PROSE = 58  # a line of so many letters is a sentence's, not a name's or an address's


@dataclass(frozen=True, slots=True)
class LetterParts:
    """The lines of a letter by what they are; ``head`` is in groups, all but the address of its recipient.

    ``sent_by`` is what a memo writes beside "From".
    """

    head: tuple[tuple[Line, ...], ...] = ()
    sent_by: tuple[Line, ...] = ()
    addressee: tuple[Line, ...] = ()
    paragraphs: tuple[tuple[Line, ...], ...] = ()
    closing: tuple[Line, ...] = ()
    signed: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()

    @property
    def body(self) -> str:
        """The letter's own sentences as one text."""
        return " ".join(running_text(lines) for lines in self.paragraphs)


def parted(views: Sequence[PageView]) -> LetterParts:
    """Return the letter on these pages taken apart."""
    pages = [letter_lines(view) for view in views]
    memo = memo_head(pages[0] if pages else [])
    columns = columns_of([memo.rest, *pages[1:]])
    lines = columns.text
    first = _first_of_body(lines)
    last = _closing_index(lines, first)
    head = head_of([*lines[:first], *columns.beside])
    closing, rest = _whole_closing(lines[last:])
    signed, after = _until_copies(rest)
    return LetterParts(
        head=head.groups,
        sent_by=memo.sent_by,
        addressee=(*memo.addressee, *head.addressee),
        paragraphs=tuple(map(tuple, _paragraphs(lines[first:last]))),
        closing=tuple(closing),
        signed=tuple(signed),
        after=tuple(after),
        foot=tuple(columns.foot),
    )


def _first_of_body(lines: Sequence[Line]) -> int:
    """Return where the letter's own sentences begin: behind the greeting, or the subject, or the address."""
    sentence = _first_sentence(lines)
    greetings = [
        index
        for index, line in enumerate(lines[:-1])
        if len(line.flat) < 90 and SALUTATION.match(line.flat) and not line.flat.endswith(".")
    ]
    # "Madame W. Hofstede" stands in an address too: the greeting is the last before the first sentence.
    before = [index for index in greetings if index < sentence]
    behind = [index for index in greetings if sentence <= index < sentence + 8]
    return (before[-1] if before else behind[0]) + 1 if before or behind else sentence


def _first_sentence(lines: Sequence[Line]) -> int:
    after_title = 0
    for index, line in enumerate(lines):
        if _is_subject(line):
            after_title = index + 1
        elif _is_prose(line):
            return index
    return after_title


def _is_subject(line: Line) -> bool:
    named = LETTER_TITLE.search(line.flat) and not line.text.endswith(".")
    return len(line.flat) < 120 and bool(SUBJECT.match(line.flat) or named)


def _is_prose(line: Line) -> bool:
    """Whether the line is a sentence's, and no address's or letterhead's."""
    if re.search(r"\s[|·•]\s|@|www\.", line.text):
        return False
    small = sum(word[:1].islower() for word in line.text.split())
    if small < 5 and (CONTACT.search(line.flat) or POSTCODE.search(line.flat)):
        return False
    return len(line.text) > _PROSE or (len(line.text) > 40 and line.text.endswith((".", "?", "!")))


def _closing_index(lines: Sequence[Line], first: int) -> int:
    """Return the index of the closing words; without any, of the first line behind the last sentence."""
    for index in range(len(lines) - 1, first - 1, -1):
        line = lines[index]
        if CLOSING.match(line.flat) and len(line.text) < 140 and not COPIED.match(line.flat):
            return index
    for index in range(len(lines) - 1, first - 1, -1):
        line = lines[index]
        if len(line.text) > _PROSE or (len(line.text) > 25 and line.text.endswith((".", "!", "?"))):
            return index + 1
    return min(max(first, 0), len(lines))


def _whole_closing(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the closing words, over several lines where they are long, and what follows them."""
    if not lines or not CLOSING.match(lines[0].flat):
        return [], list(lines)
    end = 1
    # "Veuillez agréer, Madame, Monsieur, l'expression" goes on in the next line.
    while end < min(len(lines), 4) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return list(lines[:end]), list(lines[end:])


def _goes_on(above: Line, line: Line) -> bool:
    is_long = len(above.text) > 40 and not above.text.endswith((".", "!"))
    return is_long and are_one_paragraph(above, line)


def _until_copies(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    for index, line in enumerate(lines):
        if COPIED.match(line.flat) and index:
            return list(lines[:index]), list(lines[index:])
    return list(lines), []


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the body's lines by paragraphs: a gap, or a line that ends early, ends one."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and (are_one_paragraph(paragraphs[-1][-1], line) or _runs_on(paragraphs[-1][-1], line)):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _runs_on(above: Line, line: Line) -> bool:
    """A sentence goes on over a page's end, or past a change of type."""
    return line.text[:1].islower() or not above.text.endswith((".", "!", "?", ":"))
