"""One copy laid beside its edition: which word of the one is which of the other, and the gaps left over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pact.copy_words import CopyText
from pact.edition_index import IndexedEdition
from pact.fingerprint import seal
from pact.gap_repairs import Repairs, repaired
from pact.moved_clauses import Move, moves_in
from pact.second_reading import NOT_READ_AGAIN, SecondReading
from pact.word_alignment import Gap, gaps_between

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy beside its edition.

    ``places`` gives for each word of the edition the place of the same word in the copy, or NOWHERE.
    ``doubtful`` are the indices of clauses whose words all seem to be there, and whose seal is broken.
    ``second`` is what a second reading of scanned lines says; ``explained`` the edition's words that stand
    in the copy behind other letters, by their place in the edition.
    """

    edition: IndexedEdition
    text: CopyText
    places: tuple[int, ...]
    gaps: tuple[Gap, ...]
    moves: tuple[Move, ...]
    doubtful: tuple[int, ...]
    second: SecondReading = NOT_READ_AGAIN
    explained: Mapping[int, str] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Which share of the edition's words the copy has, 0..1."""
        return 1 - self.places.count(NOWHERE) / max(len(self.places), 1)

    def clause_near(self, place: int) -> int:
        """Return the index of the clause whose words stand nearest to this place in the copy."""
        told = ((abs(own - place), at) for at, own in enumerate(self.places) if own != NOWHERE)
        return self.edition.clause_at(min(told, default=(0, 0))[1])

    def clauses_by_line(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield each line of the copy as (page, line), with the number of the clause that it begins."""
        standing = sorted((place, at) for at, place in enumerate(self.places) if place != NOWHERE)
        for place, at in reversed(standing):
            line = self.text.line_of(place)
            yield (line.page, line.number), self.edition.clause(self.edition.clause_at(at)).number


def compared(edition: IndexedEdition, text: CopyText, second: SecondReading = NOT_READ_AGAIN) -> Comparison:
    """Return the copy beside the edition, with all that is mere typesetting taken out."""
    gaps = gaps_between(edition, text)
    repairs = repaired(gaps, edition, text, second)
    words = _words_in_place(gaps, edition, text)
    for at, word in repairs.words.items():
        words[at] = word
    doubtful, reopened = _broken_seals(words, gaps, repairs, edition)
    found = moves_in(sorted([*repairs.open, *reopened]), edition, text)
    places = _places(gaps, found.moves, edition, text)
    for at in repairs.words:
        places[at] = max(places[at], 0)
    return Comparison(
        edition, text, tuple(places), tuple(found.gaps), tuple(found.moves), doubtful, second, repairs.words
    )


def _words_in_place(gaps: Sequence[Gap], edition: IndexedEdition, text: CopyText) -> list[str | None]:
    """Return for each word of the edition the copy's word that stands for it, None in the gaps."""
    words: list[str | None] = [None] * len(edition.digests)
    low, begin = 0, 0
    for gap in (*gaps, Gap(len(words), len(words), len(text.plain), len(text.plain))):
        words[low : gap.low] = text.plain[begin : gap.begin]
        low, begin = gap.high, gap.end
    return words


def _places(gaps: Sequence[Gap], moves: Sequence[Move], edition: IndexedEdition, text: CopyText) -> list[int]:
    places = [NOWHERE] * len(edition.digests)
    low, begin = 0, 0
    for gap in (*gaps, Gap(len(places), len(places), len(text.plain), len(text.plain))):
        places[low : gap.low] = range(begin, gap.begin)
        low, begin = gap.high, gap.end
    for move in moves:
        for run in move.runs:
            places[run.low : run.low + run.length] = range(run.begin, run.begin + run.length)
    return places


def _broken_seals(
    words: Sequence[str | None], gaps: Sequence[Gap], repairs: Repairs, edition: IndexedEdition
) -> tuple[tuple[int, ...], list[Gap]]:
    """Return the clauses that have every word and not their seal, and the gaps that were closed wrongly.

    A word may share its short digest with another; over a whole clause that does not go unseen.
    """
    broken = []
    for index, clause in enumerate(edition.edition.clauses):
        own = words[edition.starts[index] : edition.end_of(index)]
        told = [word for word in own if word is not None]
        if len(told) == len(own) and seal(told) != clause.seal:
            broken.append(index)
    closed = [gap for gap in gaps if gap.low < gap.high and gap.low in repairs.words]
    reopened = [gap for gap in closed if edition.clause_at(gap.low) in broken]
    mended = {edition.clause_at(gap.low) for gap in reopened}
    return tuple(index for index in broken if index not in mended), reopened
