"""Abbreviations in names of organisations, and what they may stand for."""

import re
from itertools import islice, product

from pact.folding import LONGEST_NAME

# What they stand for; the first is the usual one. These are words or names of their own when
# no full stop follows: "Min" is a name, "Min." a ministry.
_WITH_FULL_STOP: dict[str, tuple[str, ...]] = {
    "afd": ("afdeling",),
    "ass": ("association",),
    "dep": ("department", "departement", "departament"),
    "dir": ("direction", "directie", "direktion"),
    "gem": ("gemeente", "gemeinde"),
    "inst": ("institute", "instituut", "institut"),
    "int": ("international", "internationaal"),
    "kom": ("kommune",),
    "komm": ("kommune",),
    "min": ("ministerie", "ministry", "ministère", "ministerium", "ministerio"),
    "nat": ("national", "nationaal"),
    "prov": ("provincie", "province", "provincia"),
    "reg": ("region", "regering"),
    "sticht": ("stichting",),
    "ver": ("vereniging",),
}

_ALWAYS: dict[str, tuple[str, ...]] = {
    "assoc": ("association",),
    "dept": ("department", "departement"),
    "govt": ("government",),
    "intl": ("international",),
    "natl": ("national",),
    "univ": (
        "university", "universiteit", "universität", "université", "universidad", "università",
        "universidade", "universitet",
    ),
}  # fmt: skip

_ABBREVIATION = re.compile(
    rf"\b(?:({'|'.join(_WITH_FULL_STOP)})\.|({'|'.join(_ALWAYS)})\b\.?)(?!\w)", flags=re.IGNORECASE
)

_MOST_WAYS = 64


def written_in_full(name: str) -> tuple[str, ...]:
    """Return every way to write the name without abbreviations, the usual one first.

    "Univ. of Eastmarsh" gives "university of Eastmarsh" and the word in other languages; a name
    without abbreviations gives itself. At most 64 ways are returned.
    """
    pieces = _ABBREVIATION.split(name[:LONGEST_NAME])
    # Of every three pieces the first is text, and one of the other two an abbreviation.
    texts, short = pieces[0::3], [a or b for a, b in zip(pieces[1::3], pieces[2::3], strict=True)]
    meanings = [(_WITH_FULL_STOP | _ALWAYS)[word.lower()] for word in short]
    return tuple(_woven(texts, chosen) for chosen in islice(product(*meanings), _MOST_WAYS))


def _woven(texts: list[str], chosen: tuple[str, ...]) -> str:
    return texts[0] + "".join(word + text for word, text in zip(chosen, texts[1:], strict=True))
