"""Words as the library's index holds them: letters folded, endings taken off, numbers in one form."""

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import Protocol

import snowballstemmer  # type: ignore[import-untyped]

LANGUAGES = ("en", "nl", "de", "fr", "no", "es")
"""ISO 639 codes of the languages that questions and documents are understood in."""

_STEMMERS = dict(
    zip(LANGUAGES, ("english", "dutch", "german", "french", "norwegian", "spanish"), strict=True)
)
_SAME_LANGUAGE = {"nb": "no", "nn": "no"}
_WORD = re.compile(r"[^\W\d_]*\d+(?:[.,]\d+)*[^\W\d_]*|[^\W_]+")
# "1 000", "1.000" and "1,000" are one number; "6.1" and "6,1" another.
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d.,]*\d)")
_GROUP_MARK = re.compile(r"[ \u00a0\u202f.,]")
_NO_MARKS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's own name


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text in order, in small letters, numbers in one form."""
    one_form = _GROUPED.sub(lambda found: _GROUP_MARK.sub("", found[0]), text)
    words = _WORD.findall(one_form.lower())
    return [word.replace(",", ".") if word[0].isdigit() else word for word in words]


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return a word without the marks of its letters: ß is ss, ø is o, å is a."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold().translate(_NO_MARKS))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@lru_cache(maxsize=262144)
def stem_of(word: str, language: str) -> str:
    """Return what is left of a word without its ending, folded. A number stays as it is."""
    if len(word) < 3 or word[0].isdigit():
        return folded(word)
    with _ONE_AT_A_TIME:
        return folded(_stemmer(_SAME_LANGUAGE.get(language, language)).stemWord(word))


def stems_of(text: str, language: str) -> list[str]:
    """Return the stems of a text's words in order."""
    return [stem_of(word, language) for word in words_of(text)]


def spellings(word: str) -> list[str]:
    """Return a word as it may have been meant: as it is, folded, and with ae, oe, ue, aa for ä, ö, ü, å."""
    plain = folded(word)
    found = [word, plain]
    found += [plain.replace(pair, letter) for pair, letter in _DIGRAPHS if pair in plain]
    return list(dict.fromkeys(found))


# A stemmer holds the word it works on.
_ONE_AT_A_TIME = Lock()


@cache
def _stemmer(language: str) -> _Stemmer:
    made: _Stemmer = snowballstemmer.stemmer(_STEMMERS.get(language, "english"))
    return made
