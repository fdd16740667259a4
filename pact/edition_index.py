"""An edition made ready for comparing: its words in one row, and where three in a row stand in it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from pact.fingerprint import Edition, EditionClause

Triple = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class IndexedEdition:
    """An edition with the digests of all its clauses in one row.

    ``starts`` is the place of each clause's first word in that row; ``triples`` the place of every three
    digests in a row that come only once.
    """

    edition: Edition
    digests: tuple[int, ...]
    starts: tuple[int, ...]
    triples: dict[Triple, int]

    def clause_at(self, at: int) -> int:
        """Return the index of the clause to which the word at this place belongs."""
        return bisect_right(self.starts, at) - 1

    def clause(self, index: int) -> EditionClause:
        """Return the clause of that index."""
        return self.edition.clauses[index]

    def end_of(self, index: int) -> int:
        """Return the place behind the last word of the clause of that index."""
        return self.starts[index] + len(self.edition.clauses[index].digests)

    def begins_clause(self, at: int) -> bool:
        """Whether a clause begins at this place, or the text ends there."""
        return at >= len(self.digests) or self.starts[self.clause_at(at)] == at


@lru_cache(maxsize=16)
def indexed(edition: Edition) -> IndexedEdition:
    """Return the edition made ready; asked again, at no cost."""
    digests: list[int] = []
    starts: list[int] = []
    for clause in edition.clauses:
        starts.append(len(digests))
        digests.extend(clause.digests)
    places: dict[Triple, int] = {}
    twice: set[Triple] = set()
    for at, triple in enumerate(zip(digests, digests[1:], digests[2:], strict=False)):
        if triple in places:
            twice.add(triple)
        places[triple] = at
    triples = {triple: at for triple, at in places.items() if triple not in twice}
    return IndexedEdition(edition, tuple(digests), tuple(starts), triples)
