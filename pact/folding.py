"""Folding words, so that accents, case and punctuation do not keep two spellings apart."""

import unicodedata
from functools import lru_cache

LONGEST_NAME = 500
"""Characters of a name or title that are looked at. No name is longer, and a hostile document
could otherwise keep the comparison of two names busy for minutes."""

# fmt: off
SMALL_WORDS = frozenset({
    "of", "the", "for", "and", "in", "at", "on", "to",
    "de", "het", "van", "den", "der", "voor", "te", "ten", "ter", "en",
    "die", "das", "des", "dem", "und", "fur", "von", "zu", "zur", "zum", "im", "am", "auf",
    "la", "le", "les", "l", "du", "d", "et", "sur", "pour",
    "el", "los", "las", "del", "y", "para", "por", "di", "della", "delle", "dei", "da", "do", "dos",
    "e", "o", "a", "og", "och", "i", "pa", "av", "af", "ved", "vid", "ja", "w", "z", "na", "pri", "u", "&",
    "και", "του", "της", "των", "на", "и",
})
# fmt: on
"""Articles, prepositions and the like, folded: they bind the words of a name and name nothing."""

# Letters that Unicode does not take apart into a plain letter and its mark.
_PLAIN = str.maketrans(
    {
        "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "·": "",
    }
)  # fmt: skip

# How those are written who have no such key: Müllenbach is mailed as Muellenbach.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the text in lower case without accents, words apart by one space.

    Punctuation becomes a space, "&" and "+" stay as the word "&"; Greek and Cyrillic letters stay
    letters without their accents. Folding twice changes nothing more. What stands after
    LONGEST_NAME characters is left out.
    """
    lower = unicodedata.normalize("NFKD", text[:LONGEST_NAME].casefold()).casefold().translate(_PLAIN)
    return " ".join("".join(_folded_character(character) for character in lower).split())


def spellings(text: str) -> tuple[str, ...]:
    """Return the ways in which the text may be folded: "mullenbach", and "muellenbach"."""
    composed = unicodedata.normalize("NFC", text[:LONGEST_NAME].casefold())
    return tuple(dict.fromkeys((fold(text), fold(composed.translate(_SPELLED_OUT)))))


def words_of(name: str) -> list[str]:
    """Return the folded words of a name, with initials joined: "S.p.A." and "S P A" are "spa"."""
    words: list[str] = []
    joining = False
    for word in fold(name).split():
        is_initial = len(word) == 1 and word.isalpha()
        if is_initial and joining:
            words[-1] += word
        else:
            words.append(word)
        joining = is_initial
    return words


def _folded_character(character: str) -> str:
    if character.isalnum():
        return character
    if character in "&+":
        return " & "
    # Marks (accents) and format characters (soft hyphen, zero width) stand inside a word.
    return "" if unicodedata.category(character) in ("Mn", "Me", "Cf") else " "
