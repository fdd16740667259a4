"""An edition of the Pact by its fingerprint, and a returned copy as it is laid beside it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pact.documents import BoxPt


@dataclass(frozen=True, slots=True)
class EditionClause:
    """One clause: its number as the Pact prints it, and its words in order, each as a short digest.

    ``seal`` is a digest of all its words together. ``words`` is empty unless the edition was adopted from
    the official file. What ``floats`` has no fixed place in the text, as a footnote has none.
    """

    number: str
    digests: tuple[int, ...]
    seal: int
    words: tuple[str, ...] = ()
    floats: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the Pact (6.5) by its fingerprint; ``in_force`` is its first day."""

    name: str
    in_force: date
    clauses: tuple[EditionClause, ...]


class CopyWord(NamedTuple):
    """One word of a copy as it was printed or seen; ``score`` is 0..1, None where it was not guessed."""

    text: str
    line: int = 0
    box_pt: BoxPt | None = None
    score: float | None = None
    struck: bool = False


@dataclass(frozen=True, slots=True)
class CopyPage:
    """The words of one page of a copy in reading order; ``number`` counts from 1."""

    number: int
    words: tuple[CopyWord, ...]
