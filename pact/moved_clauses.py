"""Clauses that stand elsewhere in a copy than in the edition, and notes, which have no fixed place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from pact.copy_words import CopyText
from pact.edition_index import IndexedEdition
from pact.word_alignment import Gap

_LOST_SHARE = 0.8
_SAME_SHARE = 0.7
_DENSITY = 0.6
_WORDS_AT_LEAST = 4
_TRIES_AT_MOST = 600


class Run(NamedTuple):
    """Words that are the same: their place in the edition, their place in the copy, how many they are."""

    low: int
    begin: int
    length: int


@dataclass(frozen=True, slots=True)
class Move:
    """A clause by its index, and where in the copy its words stand: as one stretch, and run by run."""

    clause: int
    begin: int
    end: int
    runs: tuple[Run, ...]

    @property
    def same(self) -> int:
        """How many of its words are the edition's."""
        return sum(run.length for run in self.runs)


@dataclass(slots=True)
class Moves:
    """The clauses found elsewhere, and the gaps without what they explain."""

    moves: list[Move] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def moves_in(gaps: Sequence[Gap], edition: IndexedEdition, text: CopyText) -> Moves:
    """Return which of the clauses that are gone from their place stand elsewhere.

    What differs inside of such a clause comes back as gaps of its own.
    """
    found = Moves(gaps=list(gaps))
    tries = _TRIES_AT_MOST
    for clause in lost_clauses(gaps, edition):
        stretches = [gap for gap in found.gaps if gap.end - gap.begin >= _WORDS_AT_LEAST]
        tries -= len(stretches)
        if not stretches or tries < 0:
            break
        homes = [(gap, _home(clause, gap, edition, text)) for gap in stretches]
        told = [(move.same, gap, move) for gap, move in homes if move is not None]
        if told:
            _, gap, move = max(told, key=lambda pair: pair[0])
            found.moves.append(move)
            left = (*_without(found.gaps, gap, move, edition), *_gaps_inside(move, edition))
            found.gaps = [gap for gap in left if gap.low < gap.high or gap.begin < gap.end]
    found.gaps.sort()
    return found


def lost_clauses(gaps: Sequence[Gap], edition: IndexedEdition) -> list[int]:
    """Return the indices of the clauses of which next to nothing stands in its place."""
    lost: dict[int, int] = {}
    for gap in gaps:
        for clause, low, high in clauses_in(gap, edition):
            lost[clause] = lost.get(clause, 0) + high - low
    return [c for c, count in lost.items() if count >= _LOST_SHARE * len(edition.clause(c).digests)]


def clauses_in(gap: Gap, edition: IndexedEdition) -> list[tuple[int, int, int]]:
    """Return the clauses that the gap takes words from, each with the places of the first and behind the
    last."""
    parts = []
    low = gap.low
    while low < gap.high:
        clause = edition.clause_at(low)
        high = min(gap.high, edition.end_of(clause))
        parts.append((clause, low, high))
        low = high
    return parts


def _home(clause: int, gap: Gap, edition: IndexedEdition, text: CopyText) -> Move | None:
    """Return the clause's place when most of it stands in the gap, close together."""
    wanted, row = edition.clause(clause).digests, text.digests[gap.begin : gap.end]
    if len(wanted) < _WORDS_AT_LEAST or LCSseq.similarity(wanted, row) < _SAME_SHARE * len(wanted):
        return None
    start = edition.starts[clause]
    runs = tuple(
        Run(block.a + start, block.b + gap.begin, block.size)
        for block in LCSseq.opcodes(wanted, row).as_matching_blocks()
        if block.size
    )
    move = Move(clause, runs[0].begin, runs[-1].begin + runs[-1].length, runs)
    return move if move.same >= _DENSITY * (move.end - move.begin) else None


def _without(gaps: Sequence[Gap], home: Gap, move: Move, edition: IndexedEdition) -> Iterator[Gap]:
    """Yield the gaps without the clause that was thought lost, and without its words where they stand."""
    start, end = edition.starts[move.clause], edition.end_of(move.clause)
    for gap in gaps:
        if gap is home:
            yield Gap(gap.low, gap.high, gap.begin, move.begin)
            gap = Gap(gap.high, gap.high, move.end, gap.end)  # noqa: PLW2901 - what is left of it
        if gap.low < end and start < gap.high:
            yield Gap(gap.low, max(gap.low, start), gap.begin, gap.end)
            gap = Gap(min(gap.high, end), gap.high, gap.end, gap.end)  # noqa: PLW2901 - what is left of it
        yield gap


def _gaps_inside(move: Move, edition: IndexedEdition) -> Iterator[Gap]:
    """Yield where the clause differs from the edition in its new place."""
    low, begin = edition.starts[move.clause], move.begin
    ends = Run(edition.end_of(move.clause), move.end, 0)
    for run in (*move.runs, ends):
        if low < run.low or begin < run.begin:
            yield Gap(low, run.low, begin, run.begin)
        low, begin = run.low + run.length, run.begin + run.length
