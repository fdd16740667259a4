"""Clauses that have changed places: of two neighbours either may be the one that was found elsewhere."""

from collections.abc import Iterator, Mapping, Sequence

from pact.comparison import NOWHERE, Comparison
from pact.moved_clauses import Move
from pact.word_alignment import Gap


def exchanged_in(changed: Mapping[int, Sequence[Gap]], comparison: Comparison) -> list[Move]:
    """Return the changed clauses that stand, word for word, in the place of one another."""
    edition, text = comparison.edition, comparison.text
    by_words = {edition.clause(clause).digests: clause for clause in changed}
    found: dict[int, Move] = {}
    homes: set[int] = set()
    for clause, gaps in changed.items():
        begin, end = _stretch(clause, gaps, comparison)
        other = by_words.get(tuple(text.digests[begin:end]), clause)
        if other != clause:
            found[other] = Move(other, begin, end, ())
            homes.add(clause)
    return [move for clause, move in found.items() if clause in homes]


def with_neighbours_passed(comparison: Comparison) -> Iterator[Move]:
    """Yield the clauses that stand elsewhere, and any sister that one of them has only just passed.

    A note at a page's foot moves with its page, and is no move.
    """
    edition = comparison.edition
    begins = {move.clause: move.begin for move in comparison.moves}
    for clause, start in enumerate(edition.starts):
        begins.setdefault(clause, next(iter(_told(clause, start, comparison)), NOWHERE))
    order = sorted((c for c, begin in begins.items() if begin != NOWHERE), key=lambda c: begins[c])
    moved = {move.clause for move in comparison.moves}
    for move in comparison.moves:
        if edition.clause(move.clause).floats:
            continue
        yield move
        passed = _passed_by(move.clause, order)
        if passed is not None and passed not in moved and _are_sisters(passed, move.clause, comparison):
            own = _told(passed, edition.starts[passed], comparison)
            yield Move(passed, min(own), max(own) + 1, ())


def _stretch(clause: int, gaps: Sequence[Gap], comparison: Comparison) -> tuple[int, int]:
    """Return from where to where in the copy that stands which is in the clause's place."""
    own = _told(clause, comparison.edition.starts[clause], comparison)
    begin = min([*own, *(gap.begin for gap in gaps)])
    return begin, max([*(place + 1 for place in own), *(gap.end for gap in gaps)])


def _told(clause: int, start: int, comparison: Comparison) -> list[int]:
    places = comparison.places[start : comparison.edition.end_of(clause)]
    return [place for place in places if place != NOWHERE]


def _passed_by(clause: int, order: Sequence[int]) -> int | None:
    """Return the neighbour that stands on the wrong side of the clause, with nothing between them."""
    at = order.index(clause)
    if at and order[at - 1] == clause + 1:
        return clause + 1
    if at + 1 < len(order) and order[at + 1] == clause - 1:
        return clause - 1
    return None


def _are_sisters(one: int, other: int, comparison: Comparison) -> bool:
    numbers = [comparison.edition.clause(clause).number for clause in (one, other)]
    above = {number.rpartition(".")[0] for number in numbers}
    return len(above) == 1 and "" not in above
