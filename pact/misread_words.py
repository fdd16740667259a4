"""Words that OCR took for others: told by the shapes that it confuses, and by the copy's own vocabulary."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

_CONFUSED = (
    "il", "i1", "ij", "l1", "lt", "ft", "rt", "ce", "co", "eo", "ea", "oa", "o0", "s5", "b6", "b8", "g9",
    "gq", "hb", "nu", "vy", "z2", "hn", "ti", "fi", "uv",
)  # fmt: skip
_CONFUSED_RUNS = (
    ("rn", "m"), ("m", "rn"), ("nn", "m"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"), ("ii", "u"),
    ("u", "ii"), ("li", "h"), ("h", "li"), ("ri", "n"), ("n", "ri"), ("in", "m"), ("m", "in"), ("tt", "u"),
    ("fi", "h"), ("ll", "u"), ("li", "u"), ("ti", "u"),
)  # fmt: skip
_WEIGHTY = frozenset((
    "not", "no", "nor", "never", "none", "may", "might", "must", "shall", "should", "can", "cannot",
    "could", "will", "would", "all", "any", "each", "every", "some", "only", "both", "either",
    "neither", "or", "and", "unless", "except", "without", "within", "least", "most", "more", "less",
    "above", "below", "before", "after", "until", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve", "half", "third", "quarter", "once", "twice",
))  # fmt: skip
_WELL_READ = 0.9
_SAME_SHAPE = 0.55
_LETTERS_AT_MOST = 24
_SHORT = 4


def may_be_misread(word: str, score: float | None) -> bool:
    """Whether OCR may have taken another word for this one: not where it was sure of it, and never where
    the word itself turns a clause round."""
    return score is not None and score < _WELL_READ and word not in _WEIGHTY


def is_weighty(word: str) -> bool:
    """Whether the word may turn a clause round, so that nobody takes another for it: not, may, all, five."""
    return word in _WEIGHTY or any(c.isdigit() for c in word)


def misread(word: str) -> Iterator[str]:
    """Yield the words that OCR may have taken for this one, a letter or two otherwise.

    No figure is taken for another figure: 3 and 8 look alike, and mean what somebody may have changed.
    """
    if len(word) > _LETTERS_AT_MOST:
        return
    once = list(dict.fromkeys(_one_otherwise(word)))
    yield from once
    for guess in once:
        yield from _one_otherwise(guess)


def with_figure(word: str) -> Iterator[str]:
    """Yield a short word with the lowered figure that OCR takes for a speck: CO2."""
    if word.isalpha() and len(word) <= _SHORT:
        yield from (f"{word}{figure}" for figure in range(10))


def is_like(word: str, other: str) -> bool:
    """Whether a word may have been read as the other: most of their letters are the same."""
    if any(c.isdigit() for c in word) and any(c.isdigit() for c in other):
        return False
    return Levenshtein.normalized_similarity(word, other) >= _SAME_SHAPE


def _one_otherwise(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        for pair in _CONFUSED:
            if letter in pair:
                other = pair[1] if pair[0] == letter else pair[0]
                yield word[:at] + other + word[at + 1 :]
    for seen, meant in _CONFUSED_RUNS:
        at = word.find(seen)
        while at >= 0:
            yield word[:at] + meant + word[at + len(seen) :]
            at = word.find(seen, at + 1)
    for at in range(len(word)):
        if not word[at].isdigit():
            yield word[:at] + word[at + 1 :]
