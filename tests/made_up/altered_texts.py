"""Texts of a pact that somebody changed before signing, each with what was changed and where."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from made_up.pact_text import Line, Rank, whole_pact

from pact.edition_text import TextLine, edition_of
from pact.wording import Edition


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: the clauses that may rightly be named for it, the words of Change that may, and the
    words that went and came."""

    kind: str
    clauses: tuple[str, ...]
    changes: tuple[str, ...]
    taken: tuple[str, ...] = ()
    put_in: tuple[str, ...] = ()


Altered = tuple[list[Line], Edit]
Editor = Callable[[list[Line], Random], Altered | None]


def edition_from(lines: Sequence[Line], name: str = "demonstration", *, with_words: bool = False) -> Edition:
    """Return the edition with these lines, in force since the summer of 2021."""
    text = [TextLine(line.numbered) for line in lines]
    return edition_of(text, name, date(2021, 6, 14), wrapped=False, with_words=with_words)


def demonstration_edition(*, with_words: bool = False) -> Edition:
    """Return the demonstration edition's fingerprint, with its words if wanted."""
    return edition_from(whole_pact(), with_words=with_words)


def altered_text(lines: Sequence[Line], kind: str, rng: Random) -> Altered:
    """Return the lines after one change of this kind (a key of EDITORS), and what it was."""
    while True:
        made = EDITORS[kind](list(lines), rng)
        if made is not None:
            return made


def numbers_of(lines: Sequence[Line]) -> list[str]:
    """Return for each line the number of its clause, empty for what stands before Paragraph 1."""
    paragraph, section, point = "", "", ""
    numbers = []
    for line in lines:
        if found := re.match(r"Paragraph (\d+)", line.text):
            paragraph = section = found[1]
            numbers.append(paragraph)
        elif paragraph and (found := re.match(r"(\d+\.\d+) ", line.text)) and line.rank is Rank.SUBHEADING:
            section = found[1]
            numbers.append(section)
        elif line.rank is Rank.POINT and paragraph:
            point = f"{section}.{line.number.rstrip('.')}"
            numbers.append(point)
        elif line.rank is Rank.ITEM:
            numbers.append(f"{point}.{line.number.rstrip('.')}")
        else:
            numbers.append("")
    return numbers


def _places(lines: Sequence[Line], least: int) -> list[int]:
    """Return the indices of points and items with at least so many words."""
    numbers = numbers_of(lines)
    return [
        at
        for at, line in enumerate(lines)
        if numbers[at] and line.rank in (Rank.POINT, Rank.ITEM) and len(line.text.split()) >= least
    ]


def _rewritten(lines: list[Line], at: int, words: Sequence[str]) -> list[Line]:
    return [*lines[:at], replace(lines[at], text=" ".join(words)), *lines[at + 1 :]]


def _another_word(lines: list[Line], rng: Random) -> Altered | None:
    at = rng.choice(_places(lines, 6))
    words = lines[at].text.split()
    place = rng.randrange(1, len(words))
    if not words[place].isalpha() or len(words[place]) < 4:
        return None
    new = rng.choice(
        ("preferably", "merely", "customary", "alternative", "internal", "occasional", "estimated")
    )
    old, words[place] = words[place], new
    edit = Edit("word", (numbers_of(lines)[at],), ("changed",), (old,), (new,))
    return _rewritten(lines, at, words), edit


def _another_number(lines: list[Line], rng: Random) -> Altered | None:
    numbers = numbers_of(lines)
    found = [
        (at, place)
        for at in _places(lines, 1)
        for place, word in enumerate(lines[at].text.split())
        if any(c.isdigit() for c in word) or _bare(word) in _NUMBER_WORDS
    ]
    at, place = rng.choice(found)
    words = lines[at].text.split()
    old = words[place]
    if digits := re.search(r"\d+", old):
        new = old.replace(digits[0], str(int(digits[0]) + rng.randint(1, 4)))
    else:
        another = rng.choice([name for name in _NUMBER_WORDS if name != _bare(old)])
        new = old.lower().replace(_bare(old), another)
    words[place] = new
    return _rewritten(lines, at, words), Edit("number", (numbers[at],), ("changed",), (old,), (new,))


def _bare(word: str) -> str:
    return word.strip(".,;:()").lower()


def _negated(lines: list[Line], rng: Random) -> Altered | None:
    at = rng.choice(_places(lines, 6))
    words = lines[at].text.split()
    number = numbers_of(lines)[at]
    verbs = [
        i for i, w in enumerate(words) if w in ("is", "are", "may", "can", "will", "does", "has", "have")
    ]
    nots = [i for i, w in enumerate(words) if w in ("not", "no", "never", "without")]
    if nots and rng.random() < 0.7:
        taken = words.pop(rng.choice(nots))
        return _rewritten(lines, at, words), Edit("negation", (number,), ("changed",), (taken,))
    if not verbs:
        return None
    place = rng.choice(verbs) + 1
    words.insert(place, "not")
    return _rewritten(lines, at, words), Edit("negation", (number,), ("changed",), (), ("not",))


def _cut_words(lines: list[Line], rng: Random) -> Altered | None:
    at = rng.choice(_places(lines, 12))
    words = lines[at].text.split()
    place, length = rng.randrange(2, len(words) - 5), rng.randint(2, 5)
    taken = words[place : place + length]
    del words[place : place + length]
    return _rewritten(lines, at, words), Edit("cut", (numbers_of(lines)[at],), ("changed",), tuple(taken))


def _deleted(lines: list[Line], rng: Random) -> Altered | None:
    numbers = numbers_of(lines)
    at = rng.choice(_places(lines, 5))
    if any(number.startswith(f"{numbers[at]}.") for number in numbers):
        return None
    left = lines[:at] + lines[at + 1 :]
    edit = Edit("deleted", (numbers[at],), ("missing",), tuple(lines[at].text.split()))
    return (_renumbered(left, at) if rng.random() < 0.5 else left), edit


def _renumbered(lines: list[Line], at: int) -> list[Line]:
    """Close the gap in the numbers, as word processors do."""
    numbered = list(lines)
    rank = lines[at].rank if at < len(lines) else None
    while at < len(numbered) and rank in (Rank.POINT, Rank.ITEM) and numbered[at].rank is rank:
        number = numbered[at].number.rstrip(".")
        before = str(int(number) - 1) if number.isdigit() else chr(ord(number) - 1)
        numbered[at] = replace(numbered[at], number=f"{before}.")
        at += 1
    return numbered


_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "eight", "nine", "ten", "twelve", "half")
_VERBS = ("is", "are", "may", "can", "will", "does", "has", "have")
_NEGATIONS = ("not", "no", "never", "without")
_SPANS = ("year", "month", "day", "week", "months")
_SENTENCES = (
    "This holds only as far as our own rules of purchase allow it.",
    "The signatory may depart from this where the budget of the year leaves no room.",
    "Nothing in this paragraph obliges the signatory to spend money.",
    "Exceptions are decided by the signatory's own board.",
    "It does not hold for contracts signed before the present year.",
)


def _sentence_within(lines: list[Line], rng: Random) -> Altered | None:
    at = rng.choice(_places(lines, 6))
    stops = [i + 1 for i, w in enumerate(lines[at].text.split()[:-1]) if w.endswith(".")]
    if not stops:
        return None
    words, sentence = lines[at].text.split(), rng.choice(_SENTENCES)
    place = rng.choice(stops)
    words[place:place] = sentence.split()
    edit = Edit("sentence within", (numbers_of(lines)[at],), ("changed",), (), tuple(sentence.split()))
    return _rewritten(lines, at, words), edit


def _sentence_behind(lines: list[Line], rng: Random) -> Altered | None:
    at, sentence = rng.choice(_places(lines, 6)), rng.choice(_SENTENCES)
    number = numbers_of(lines)[at]
    edit = Edit("sentence behind", _around(number), ("changed", "added"), (), tuple(sentence.split()))
    return _rewritten(lines, at, [*lines[at].text.split(), *sentence.split()]), edit


def _paragraph(lines: list[Line], rng: Random) -> Altered | None:
    at, sentence = rng.choice(_places(lines, 6)), "Reservation: " + rng.choice(_SENTENCES)
    number = numbers_of(lines)[at]
    edit = Edit("paragraph", _around(number), ("added", "changed"), (), tuple(sentence.split()))
    return [*lines[: at + 1], Line(Rank.TEXT, sentence), *lines[at + 1 :]], edit


def _around(number: str) -> tuple[str, ...]:
    """Return the clause and what stands above it: a paragraph behind an item may be said to be either's."""
    parts = number.split(".")
    return tuple(".".join(parts[:count]) for count in range(len(parts), 0, -1))


def _new_point(lines: list[Line], rng: Random) -> Altered | None:
    numbers = numbers_of(lines)
    heads = {at for at, line in enumerate(lines) if line.rank in (Rank.HEADING, Rank.SUBHEADING)}
    ends = heads | {len(lines)}
    lasts = [at for at in _places(lines, 6) if lines[at].rank is Rank.POINT and at + 1 in ends]
    at, sentence = rng.choice(lasts), rng.choice(_SENTENCES)
    count = int(lines[at].number.rstrip(".")) + 1
    section = numbers[at].rpartition(".")[0]
    edit = Edit("new point", (f"{section}.{count}",), ("added",), (), tuple(sentence.split()))
    return [*lines[: at + 1], Line(Rank.POINT, sentence, f"{count}."), *lines[at + 1 :]], edit


def _swapped(lines: list[Line], rng: Random) -> Altered | None:
    numbers = numbers_of(lines)
    at = rng.choice(_places(lines, 6)[:-1])
    one, other = lines[at], lines[min(at + 1, len(lines) - 1)]
    if other.rank is not one.rank or len(other.text.split()) < 6:
        return None
    first, second = replace(other, number=one.number), replace(one, number=other.number)
    edit = Edit("swapped", (numbers[at], numbers[at + 1]), ("moved",))
    return [*lines[:at], first, second, *lines[at + 2 :]], edit


def _moved(lines: list[Line], rng: Random) -> Altered | None:
    numbers = numbers_of(lines)
    at, to = rng.sample(_places(lines, 8), 2)
    if abs(at - to) < 6 or any(number.startswith(f"{numbers[at]}.") for number in numbers):
        return None
    line = lines[at]
    left = lines[:at] + lines[at + 1 :]
    to -= to > at
    return [*left[: to + 1], line, *left[to + 1 :]], Edit("moved", (numbers[at],), ("moved",))


def _another_name(lines: list[Line], rng: Random) -> Altered | None:
    at = rng.choice(_places(lines, 6))
    words = lines[at].text.split()
    names = [i for i, w in enumerate(words) if i and w[0].isupper() and w.isalpha() and len(w) > 3]
    days = [
        i for i, w in enumerate(words) if w.strip(".,;").lower() in ("year", "month", "day", "week", "months")
    ]
    if not names + days:
        return None
    place = rng.choice(names + days)
    new = rng.choice(("Westermark", "Lindenhove", "Brightwater")) if place in names else "decade"
    old, words[place] = words[place], new
    edit = Edit("name", (numbers_of(lines)[at],), ("changed",), (old,), (new,))
    return _rewritten(lines, at, words), edit


EDITORS: dict[str, Editor] = {
    "word": _another_word,
    "number": _another_number,
    "negation": _negated,
    "cut": _cut_words,
    "deleted": _deleted,
    "sentence within": _sentence_within,
    "sentence behind": _sentence_behind,
    "paragraph": _paragraph,
    "new point": _new_point,
    "swapped": _swapped,
    "moved": _moved,
    "name": _another_name,
}
"""The ways in which a text is changed, by name."""
