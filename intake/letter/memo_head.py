"""The head of a memo: labels in one column, and beside them who writes, to whom, when and about what."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.letter.letter_lines import Line, rows_of
from intake.letter.letter_words import MEMO_LABELS, MEMO_MATTERS


@dataclass(frozen=True, slots=True)
class MemoHead:
    """What stands beside "From" and "To", and the letter's lines without these and without labels."""

    sent_by: tuple[Line, ...]
    addressee: tuple[Line, ...]
    rest: tuple[Line, ...]


def memo_head(lines: Sequence[Line]) -> MemoHead:
    """Return the memo's head among the lines of a letter's first page; nobody where it has none."""
    rows = [(row[0].flat.rstrip(" :"), row) for row in rows_of(lines) if len(row) > 1]
    labels = {label for label, _ in rows}
    for senders, recipients in MEMO_LABELS:
        if labels & senders and labels & recipients:
            sent_by = tuple(x for label, row in rows if label in senders for x in row[1:])
            addressee = tuple(x for label, row in rows if label in recipients for x in row[1:])
            labelled = senders | recipients | MEMO_MATTERS
            taken = {id(x) for x in (*sent_by, *addressee)}
            taken |= {id(row[0]) for label, row in rows if label in labelled}
            return MemoHead(sent_by, addressee, tuple(x for x in lines if id(x) not in taken))
    return MemoHead((), (), tuple(lines))
