"""The fingerprint of an edition: for each clause its number and short digests of its words in order.

A digest has 12 bits, so that many words of any dictionary share each of its 4,096 values: it tells which
word of a copy is not the edition's, and does not by itself give the edition's word back. A word that was
changed into another of the same digest is caught by the seal, a longer digest over the whole clause.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DIGEST_BITS = 12
"""Short on purpose; see above. ``docs/security.md`` says what a fingerprint still gives away."""

SEAL_BYTES = 5


@dataclass(frozen=True, slots=True)
class EditionClause:
    """One clause: its number as the Pact prints it, and its words in order, each as a short digest.

    ``words`` holds the printed words, one for each digest, and is empty unless the edition was adopted
    from its official file; the second digest of one printed word ("75 %" in "75%") has an empty one.
    ``notes`` are the places, counted in words, behind which a raised note mark may stand. What
    ``floats`` has no fixed place in the text, as a footnote has none.
    """

    number: str
    digests: tuple[int, ...]
    seal: int
    words: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    floats: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the Pact (6.5) by its fingerprint; ``in_force`` is its first day."""

    name: str
    in_force: date
    clauses: tuple[EditionClause, ...]

    @property
    def shows_words(self) -> bool:
        """Whether the edition's own words are known, and not only their digests."""
        return any(clause.words for clause in self.clauses)

    def reads_as(self, other: "Edition") -> bool:
        """Whether both have the same text, clause by clause, whatever they are called."""
        mine = [(c.number, c.seal) for c in self.clauses]
        return mine == [(c.number, c.seal) for c in other.clauses]


def digest(word: str) -> int:
    """Return the short digest of one plain word: 0 to 4095."""
    whole = hashlib.blake2b(word.encode(), digest_size=2, person=b"pact word").digest()
    return int.from_bytes(whole) >> (16 - DIGEST_BITS)


def seal(words: Iterable[str]) -> int:
    """Return the digest over all plain words of a clause."""
    whole = " ".join(words).encode()
    return int.from_bytes(hashlib.blake2b(whole, digest_size=SEAL_BYTES, person=b"pact clause").digest())
