"""A copy's words laid beside an edition's: the places where the two differ, put where a person would."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from pact.copy_words import CopyText
from pact.edition_index import IndexedEdition

_SLIDE_AT_MOST = 60
_ROUNDS = 4
_CHANCE = 3
_TOUCHING = 5


class Gap(NamedTuple):
    """Where edition and copy differ: the edition's words from ``low`` to ``high``, the copy's from
    ``begin`` to ``end``. Either may be empty."""

    low: int
    high: int
    begin: int
    end: int


def gaps_between(edition: IndexedEdition, text: CopyText, low: int = 0, high: int | None = None) -> list[Gap]:
    """Return the gaps between the words ``low`` to ``high`` of the edition and the copy, in order.

    A gap whose ends could as well stand a word further is put where a clause or a sentence begins.
    """
    wanted = edition.digests[low:high]
    codes = LCSseq.opcodes(wanted, text.digests)
    found = (
        Gap(c.src_start + low, c.src_end + low, c.dest_start, c.dest_end) for c in codes if c.tag != "equal"
    )
    gaps = [_trimmed(gap, edition, text) for gap in _without_chance_words(_joined(found))]
    for _ in range(_ROUNDS):
        # A gap that was put in its place may touch the next one: a chance word had parted them.
        placed = [_placed(gap, gaps, index, edition, text) for index, gap in enumerate(gaps)]
        if (again := [_trimmed(gap, edition, text) for gap in _joined(placed)]) == gaps:
            break
        gaps = again
    return [gap for gap in gaps if gap.low < gap.high or gap.begin < gap.end]


def _joined(gaps: Iterable[Gap]) -> Iterator[Gap]:
    """What is taken out and what is put in at one place is one gap."""
    last: Gap | None = None
    for gap in gaps:
        if last is not None and last.high == gap.low and last.end == gap.begin:
            last = Gap(last.low, gap.high, last.begin, gap.end)
            continue
        if last is not None:
            yield last
        last = gap
    if last is not None:
        yield last


def _without_chance_words(gaps: Iterable[Gap]) -> Iterator[Gap]:
    """Join long gaps that a word or two part which are the same by chance."""
    last: Gap | None = None
    for gap in gaps:
        if last is not None and _CHANCE * (gap.low - last.high) <= min(_size(last), _size(gap)):
            last = Gap(last.low, gap.high, last.begin, gap.end)
            continue
        if last is not None:
            yield last
        last = gap
    if last is not None:
        yield last


def _size(gap: Gap) -> int:
    return max(gap.high - gap.low, gap.end - gap.begin)


def _trimmed(gap: Gap, edition: IndexedEdition, text: CopyText) -> Gap:
    """Return the gap without the words at its ends that are the same on both sides."""
    ours, theirs = edition.digests[gap.low : gap.high], text.digests[gap.begin : gap.end]
    most = min(len(ours), len(theirs))
    head = next((n for n in range(most) if ours[n] != theirs[n]), most)
    tail = next((n for n in range(most) if ours[-1 - n] != theirs[-1 - n]), most)
    if head + tail > most:
        cuts = range(most - tail, head + 1)
        head = next((cut for cut in cuts if edition.begins_clause(gap.low + cut)), cuts[0])
        tail = most - head
    return Gap(gap.low + head, gap.high - tail, gap.begin + head, gap.end - tail)


def _placed(gap: Gap, gaps: list[Gap], index: int, edition: IndexedEdition, text: CopyText) -> Gap:
    """Slide a gap of one side to the best of the places that mean the same."""
    if gap.low < gap.high and gap.begin < gap.end:
        return gap
    least = max(-gap.low, -gap.begin)
    most = min(len(edition.digests) - gap.high, len(text.digests) - gap.end)
    if index:
        before = gaps[index - 1]
        least = max(least, before.high - gap.low, before.end - gap.begin)
    if index + 1 < len(gaps):
        after = gaps[index + 1]
        most = min(most, after.low - gap.high, after.begin - gap.end)
    row, low, high = edition.digests, gap.low, gap.high
    if low == high:
        row, low, high = tuple(text.digests), gap.begin, gap.end
    left, right = _room(row, low, high, max(least, -_SLIDE_AT_MOST), min(most, _SLIDE_AT_MOST))
    worth = {shift: _worth(gap, shift, edition, text) for shift in range(left, right + 1)}
    if index and left == least:
        worth[left] += _TOUCHING
    if index + 1 < len(gaps) and right == most:
        worth[right] += _TOUCHING
    shift = max(worth, key=lambda shift: (worth[shift], -abs(shift)))
    return Gap(gap.low + shift, gap.high + shift, gap.begin + shift, gap.end + shift)


def _room(row: tuple[int, ...], low: int, high: int, least: int, most: int) -> tuple[int, int]:
    """Return how far to the left (negative) and to the right the stretch may slide unchanged."""
    left = 0
    while left > least and row[low + left - 1] == row[high + left - 1]:
        left -= 1
    right = 0
    while right < most and row[low + right] == row[high + right]:
        right += 1
    return left, right


def _worth(gap: Gap, shift: int, edition: IndexedEdition, text: CopyText) -> int:
    """Return how well the gap stands there: at a clause's beginning, at a line's, behind a full stop."""
    low, begin = gap.low + shift, gap.begin + shift
    worth = 4 if edition.begins_clause(low) else 0
    if gap.low < gap.high:
        return worth + (2 if edition.begins_clause(gap.high + shift) else 0)
    if 0 < begin < len(text.owners):
        before = text.printed[text.owners[begin - 1]].text
        worth += 2 if before[-1:] in ".;:" else 0
        worth += 1 if text.begins_line(begin) else 0
    return worth
