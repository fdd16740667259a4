"""Lists of words in many languages, and finding the first of them in a name."""

import re
import unicodedata
from dataclasses import dataclass

from pact.folding import LONGEST_NAME, fold

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class WordSeen:
    """A word of a list as it stands in a name, and how many words stand before it."""

    word: str
    place: int


class Vocabulary:
    """Words and phrases, apart by commas and in any spelling; "*" stands for more letters.

    "bundesamt*, *kommune, city of" knows "Bundesamtes", "Fylkeskommune" and "City of".
    """

    def __init__(self, *lines: str) -> None:
        entries = (entry.strip() for line in lines for entry in line.split(","))
        patterns = sorted({_pattern(entry) for entry in entries if entry}, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\S)(?:{'|'.join(patterns)})(?!\S)")

    def find(self, name: str) -> WordSeen | None:
        """Return the first entry that stands in the name, as it is written there; else None."""
        written = _WORD.findall(_whole_letters(name))
        # A word of its own may fold into two ("½"), which would shift the places.
        folded = " ".join(fold(word).replace(" ", "") or "-" for word in written)
        match = self._pattern.search(folded)
        if match is None:
            return None
        first, last = folded.count(" ", 0, match.start()), folded.count(" ", 0, match.end())
        return WordSeen(word=" ".join(written[first : last + 1]), place=first)

    def has(self, folded_word: str) -> bool:
        """Whether one word, already folded, is an entry of the list."""
        return self._pattern.fullmatch(folded_word) is not None


def _whole_letters(name: str) -> str:
    # An accent of its own, or a soft hyphen, would split the word it stands in.
    composed = unicodedata.normalize("NFC", name[:LONGEST_NAME])
    return "".join(letter for letter in composed if unicodedata.category(letter) not in ("Mn", "Cf"))


def _pattern(entry: str) -> str:
    return r"\S*".join(re.escape(fold(piece)) for piece in entry.split("*"))
