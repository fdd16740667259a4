"""Whether two names mean one person, however they are written: titles, initials, order, accents."""

import unicodedata
from dataclasses import dataclass
from itertools import product

from rapidfuzz import fuzz

from pact.folding import SMALL_WORDS, spellings

_LIKE = 88  # of 100: one letter of eight may differ
_LIKE_FROM_LETTERS = 6

# fmt: off
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "dr", "dra", "drs", "prof", "professor", "ir",
    "ing", "mag", "magister", "dipl", "diplom", "ingenieur", "bsc", "msc", "ma", "mba", "phd",
    "llm", "bc", "mgr", "mudr", "judr", "rndr", "phdr", "doc", "csc", "herr", "frau", "hr", "fr",
    "mevr", "mevrouw", "dhr", "heer", "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta",
    "senor", "senora", "don", "dona", "sig", "sigra", "dott", "dottssa", "avv", "pan", "pani",
    "hon", "rer", "nat", "habil", "em", "jr", "esq",
    "signature", "signing", "sign", "authentication", "handtekening", "signatur", "firma", "podpis",
    "qualified", "qes", "ades",
})
# fmt: on
# Folded: what stands before or behind a name and is no part of it, on paper and in certificates.

# As initials these may stand for "monsieur", "van" and "de", which nobody has to repeat.
_LOOSE_INITIALS = frozenset("mvd")


@dataclass(frozen=True, slots=True)
class _Name:
    """One way of folding a name: its telling words, and all its words but numbers."""

    words: tuple[str, ...]
    whole: tuple[str, ...]


def is_same_person(one: str, other: str) -> bool | None:
    """Return whether the names are one person's; None where they cannot be compared.

    Every name that both write in full has to be the same but for its spelling, an initial may stand for a
    name, and at least two names have to meet: a surname alone is many people's. Names in different
    scripts cannot be compared.
    """
    ways = [pair for pair in product(_ways(one), _ways(other)) if pair[0].words and pair[1].words]
    if not ways or _script(one) != _script(other):
        return None
    if any(_meet(mine, theirs) for mine, theirs in ways):
        return True
    single = any(_shares_its_only_name(mine, theirs) for mine, theirs in ways)
    return None if single else False


def _ways(name: str) -> list[_Name]:
    """Return the name in each way of folding it, without titles, numbers and small words."""
    if "@" in name:
        name = name.partition("@")[0].replace(".", " ")
    ways = []
    for folded in spellings(name):
        words = [word for word in folded.split() if not any(letter.isdigit() for letter in word)]
        telling = [word for word in words if word not in _TITLES]
        large = [word for word in telling if word not in SMALL_WORDS or len(word) == 1]
        ways.append(_Name(tuple(large or telling), tuple(words)))
    return ways


def _shares_its_only_name(mine: _Name, theirs: _Name) -> bool:
    few, many = sorted((mine.words, theirs.words), key=lambda words: sum(len(word) > 1 for word in words))
    in_full = [word for word in few if len(word) > 1]
    return len(in_full) == 1 and in_full[0] in many and set(few) <= {*in_full, *_LOOSE_INITIALS}


def _meet(mine: _Name, theirs: _Name) -> bool:
    # "Van der Berg" is "Vanderberg" in many a register.
    if "".join(mine.whole) == "".join(theirs.whole) and max(len(mine.whole), len(theirs.whole)) > 1:
        return True
    few, many = sorted(
        (mine.words, theirs.words), key=lambda words: (sum(len(word) > 1 for word in words), len(words))
    )
    left, met = list(many), 0
    # What is written in full meets first, so that an initial takes what remains.
    for word in sorted(few, key=len, reverse=True):
        found = next((one for one in left if _is_same_word(word, one)), None)
        if found is not None:
            left.remove(found)
            met += 1
        elif word not in _LOOSE_INITIALS and (len(word) > 1 or any(len(one) > 1 for one in left)):
            return False
    return met >= 2 and any(len(word) > 1 for word in few)


def _is_same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return min(len(one), len(other)) >= _LIKE_FROM_LETTERS and fuzz.ratio(one, other) >= _LIKE


def _script(name: str) -> str:
    letters = [letter for letter in name if letter.isalpha()]
    scripts = [unicodedata.name(letter, "?").partition(" ")[0] for letter in letters]
    return max(sorted(set(scripts)), key=scripts.count, default="")
