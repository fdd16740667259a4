"""The clauses in which a copy differs from its edition: changed, missing, added or moved, with the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pact.added_clauses import Addition, addition_at
from pact.comparison import Comparison
from pact.copy_words import box_around
from pact.documents import Alteration, Change
from pact.exchanged_clauses import exchanged_in, with_neighbours_passed
from pact.moved_clauses import Move, clauses_in
from pact.plain_words import LOST_GLYPH
from pact.scan_doubts import SURE, certainty
from pact.shown_words import clause_words, expected_words, found_words, place_of, shown
from pact.word_alignment import Gap

ALTERATIONS_AT_MOST = 80
_GONE_SHARE = 0.85
_REPLACED_SHARE = 0.3
_DOUBTFUL = 0.5


@dataclass(slots=True)
class _Changed:
    """What became of one clause: its gaps, and how many words went and came."""

    gaps: list[Gap] = field(default_factory=list)
    taken: int = 0
    put_in: int = 0

    def note(self, gap: Gap) -> None:
        self.gaps = sorted([*self.gaps, gap])
        self.taken += gap.high - gap.low
        self.put_in += gap.end - gap.begin


def alterations_in(comparison: Comparison) -> list[Alteration]:
    """Return the clauses that differ, in the order of the edition, ALTERATIONS_AT_MOST at most.

    A clause that is missing, or has moved, with all below it stands for them.
    """
    changed, additions = _sorted_by_clause(comparison)
    exchanged = exchanged_in({clause: one.gaps for clause, one in changed.items()}, comparison)
    for move in exchanged:
        del changed[move.clause]
    moves = [*exchanged, *with_neighbours_passed(comparison)]
    placed = [(clause, _alteration(clause, one, comparison)) for clause, one in changed.items()]
    placed += [(move.clause, _moved(move, comparison)) for move in moves]
    placed += [(part.clause, _added(part, comparison)) for part in additions]
    silent = (clause for clause in comparison.doubtful if clause not in changed)
    placed += [(clause, _unlocated(clause, comparison)) for clause in silent]
    placed += _notes(comparison)
    placed.sort(key=lambda pair: pair[0])
    return list(_without_lower([alteration for _, alteration in placed]))[:ALTERATIONS_AT_MOST]


def _sorted_by_clause(comparison: Comparison) -> tuple[dict[int, _Changed], list[Addition]]:
    """Return what differs inside of clauses, and what was added between them."""
    changed: dict[int, _Changed] = {}
    additions: list[Addition] = []
    for gap in comparison.gaps:
        parts = clauses_in(gap, comparison.edition)
        for index, (clause, low, high) in enumerate(parts):
            end = gap.end if index == 0 else gap.begin
            changed.setdefault(clause, _Changed()).note(Gap(low, high, gap.begin, end))
        if not parts:
            for part in addition_at(gap, comparison.edition, comparison.text):
                if part.number is None:
                    changed.setdefault(part.clause, _Changed()).note(part.gap)
                else:
                    additions.append(part)
    return changed, additions


def _alteration(clause: int, changed: _Changed, comparison: Comparison) -> Alteration:
    edition = comparison.edition
    number, length = edition.clause(clause).number, len(edition.clause(clause).digests)
    page, box = place_of(changed.gaps, comparison)
    if changed.taken >= _GONE_SHARE * length and changed.put_in < _REPLACED_SHARE * length:
        sureness = _certainty(changed.gaps, comparison)
        return Alteration(
            number, Change.MISSING, clause_words(clause, comparison),
            page=page, sure=sureness >= SURE, confidence=sureness,
        )  # fmt: skip
    words = [word for gap in changed.gaps for word in comparison.text.plain[gap.begin : gap.end]]
    lost = any(LOST_GLYPH in word for word in words)
    expected = expected_words(changed.gaps, clause, comparison)
    found = found_words(changed.gaps, clause, comparison)
    sureness = _DOUBTFUL if lost else _certainty(changed.gaps, comparison)
    return Alteration(
        number, Change.CHANGED, expected, found, page, box, sure=sureness >= SURE, confidence=sureness
    )


def _certainty(gaps: Sequence[Gap], comparison: Comparison) -> float:
    """Return how sure it is that the clause differs: one sure difference is enough."""
    return round(max(certainty(gap, comparison.text, comparison.second) for gap in gaps), 2)


def _moved(move: Move, comparison: Comparison) -> Alteration:
    page, box = place_of([Gap(0, 0, move.begin, move.end)], comparison)
    words = comparison.text.printed_between(move.begin, move.end)
    number = comparison.edition.clause(move.clause).number
    return Alteration(number, Change.MOVED, None, shown(words), page, box)


def _added(part: Addition, comparison: Comparison) -> Alteration:
    page, box = place_of([part.gap], comparison)
    words = comparison.text.printed_between(part.gap.begin, part.gap.end)
    sureness = _certainty([part.gap], comparison)
    return Alteration(
        part.number or "", Change.ADDED, None, shown(words), page, box,
        sure=sureness >= SURE, confidence=sureness,
    )  # fmt: skip


def _unlocated(clause: int, comparison: Comparison) -> Alteration:
    """A word of the clause was changed into one of the same short digest: the clause is shown whole."""
    edition, text = comparison.edition, comparison.text
    places = comparison.places[edition.starts[clause] : edition.end_of(clause)]
    words = text.printed_between(min(places), max(places) + 1)
    page, box = place_of([Gap(0, 0, min(places), max(places) + 1)], comparison)
    sureness = _DOUBTFUL if text.was_seen(min(places), max(places) + 1) else 1.0
    return Alteration(
        edition.clause(clause).number, Change.CHANGED, clause_words(clause, comparison), shown(words),
        page, box, sure=sureness >= SURE, confidence=sureness,
    )  # fmt: skip


def _notes(comparison: Comparison) -> Iterator[tuple[int, Alteration]]:
    """Yield what was typed over or beside the text, at the clause that it stands by."""
    for place, page, words in comparison.text.apart:
        clause = comparison.clause_near(max(place - 1, 0))
        number = comparison.edition.clause(clause).number
        yield clause, Alteration(number, Change.ADDED, None, shown(words), page or None, box_around(words))


def _without_lower(alterations: Sequence[Alteration]) -> Iterator[Alteration]:
    """Leave out what is missing, or has moved, together with the clause above it."""
    heads: set[tuple[str, str]] = set()
    for one in alterations:
        whole = one.change in (Change.MISSING, Change.MOVED)
        above = {one.clause[:at] for at, letter in enumerate(one.clause) if letter == "."}
        if whole and any((one.change, head) in heads for head in above):
            continue
        if whole:
            heads.add((one.change, one.clause))
        yield one
