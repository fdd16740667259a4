"""Recognising the same organisation again, however its name is written."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from pact.abbreviations import written_in_full
from pact.folding import LONGEST_NAME, SMALL_WORDS, fold, spellings, words_of
from pact.legal_forms import without_legal_form
from pact.organisation_kinds import is_government_word, is_kind_word, kinds_in

SAME = 0.95
"""From here on two names are taken for one organisation without asking anybody. Only spelling,
accents, legal forms, abbreviations, small words and word order reach it, never mere likeness:
Müllenbach and Mühlenbach are one letter and many kilometres apart."""

LOOKS_LIKE = 0.8
"""From here on a person is asked whether two names mean one organisation."""

LIKE_WORD = 80
"""From here on, of 100, two words count as one word spelled in two ways."""

_NEVER_SAME = 0.94
_ANOTHER = 0.5
_PART_OF = 0.85

_ONE_WORD = {"saint": "st", "sankt": "st", "sint": "st", "sainte": "ste"} | dict.fromkeys(
    ("and", "en", "und", "et", "og", "och", "oraz", "και"), "&"
)
_ARTICLES = frozenset({"the", "de", "het", "der", "die", "das", "la", "le", "les", "l", "el", "il", "los"})
_ACRONYM = re.compile(r"(?P<name>.*\w.*)\(\s*(?P<acronym>[^\W\d_]{2,8})\s*\)\s*", flags=re.DOTALL)

# A city goes by "City of" in one letter and by "Municipality of" in the next.
_ONE_FAMILY = {
    "a city or town": "a municipality",
    "a region or land": "a province, county or region with its own government",
}


def folded(name: str) -> str:
    """Return the key of a name: folded, without legal forms, abbreviations written in full.

    Two names with one key are the same organisation. Folding a key again changes nothing; a
    name without a letter or digit has the empty key.
    """
    return _key(written_in_full(name)[0])


def same_organisation(first: str, second: str) -> float:
    """Return 0..1, how surely two names mean one organisation; see SAME and LOOKS_LIKE.

    The order of the two makes no difference. Acronyms are not guessed: "RWS" is known only
    as another name that the secretariat has given, or where the name itself gives it.
    """
    ones, others = readings(first), readings(second)
    if not ones or not others:
        return 0.0
    if set(ones) & set(others):
        return 1.0
    if {_run_together(one) for one in ones} & {_run_together(other) for other in others}:
        return SAME
    return min(_likeness(ones[0], others[0]), _NEVER_SAME)


@lru_cache(maxsize=50_000)
def readings(name: str) -> tuple[str, ...]:
    """Return the keys under which a name may be known, the usual one first; none without letters."""
    keys = [
        _key(spelling)
        for without_acronym in _with_and_without_acronym(name)
        for full in written_in_full(without_acronym)
        for spelling in spellings(full)
    ]
    return tuple(dict.fromkeys(key for key in keys if key))


def large_words(key: str) -> tuple[str, ...]:
    """Return the words of a key but the small ones; the key whole where it has no others."""
    return tuple(word for word in key.split() if word not in SMALL_WORDS) or (key,)


@lru_cache(maxsize=50_000)
def telling_words(key: str) -> tuple[str, ...]:
    """Return the large words that name this body and no other of its kind; all of them if none does."""
    words = large_words(key)
    phrases = {word for found in kinds_in(key) for word in found.seen.word.split()}
    return tuple(word for word in words if word not in phrases and not is_kind_word(word)) or words


def words_run_together(key: str) -> list[str]:
    """Return the words that count when spaces do not: the large ones, or all where they are too few."""
    words = [word for word in key.split() if word not in SMALL_WORDS]
    return words if len(words) > 1 else key.split()


def _key(name: str) -> str:
    words, before = words_of(name), None
    while words != before:
        before = words
        words, _ = without_legal_form(words)
        # "The City of X" is "City of X", but "La Paz" is no "Paz".
        if len(words) > 2 and words[0] in _ARTICLES:
            words = words[1:]
    return " ".join(_ONE_WORD.get(word, word) for word in words)


def _with_and_without_acronym(name: str) -> list[str]:
    """Return the name, and without "(RWS)" at its end where those letters come from the name.

    "Gemeente Bergen (NH)" keeps its brackets: they tell one Bergen from another.
    """
    match = _ACRONYM.fullmatch(name[:LONGEST_NAME])
    if match is None:
        return [name]
    initials = "".join(word[0] for word in fold(match["name"]).split())
    significant = "".join(word[0] for word in fold(match["name"]).split() if word not in SMALL_WORDS)
    acronym = fold(match["acronym"])
    return [name, match["name"]] if acronym in (initials, significant) else [name]


@lru_cache(maxsize=50_000)
def _run_together(key: str) -> str:
    """Return the key without small words and spaces; a word for a government at its end goes first."""
    words = words_run_together(key)
    # Governments only: York University and the University of York are an ocean apart.
    if is_government_word(words[-1]):
        words = [words[-1], *words[:-1]]
    return "".join(words)


def _likeness(one: str, other: str) -> float:
    """Return 0..1 for two keys that are not the same, by the words that tell bodies apart."""
    families = _families(one), _families(other)
    if all(families) and not families[0] & families[1]:
        return _ANOTHER
    mine, theirs = telling_words(one), telling_words(other)
    if _numbers(mine) != _numbers(theirs):
        return _ANOTHER
    if set(mine) < set(theirs) or set(theirs) < set(mine):
        return _PART_OF
    letters = sum(map(len, mine + theirs))
    return (_shared_letters(mine, theirs) + _shared_letters(theirs, mine)) / letters


@lru_cache(maxsize=50_000)
def _families(key: str) -> frozenset[str]:
    return frozenset(_ONE_FAMILY.get(seen.kind.what, seen.kind.what) for seen in kinds_in(key))


def _numbers(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if any(letter.isdigit() for letter in word))


def _shared_letters(words: tuple[str, ...], among: tuple[str, ...]) -> float:
    # Below the cutoff two words are two words, however many letters they have in common.
    ratios = (max(fuzz.ratio(word, other, score_cutoff=LIKE_WORD) for other in among) for word in words)
    return sum(len(word) * ratio / 100 for word, ratio in zip(words, ratios, strict=True))
