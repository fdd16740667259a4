"""Copies whose text was changed by hand before signing: what was changed where, said clause by clause."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from made_up.labels import AlteredClause
from made_up.pact_text import Line, Rank, whole_pact

Edit = tuple[list[Line], AlteredClause]

WORD_SWAPS: dict[str, tuple[tuple[str, str], ...]] = {
    "development": (
        ("yearly", "monthly"),
        ("openly", "quietly"),
        ("Everyone", "Nobody"),
        ("public", "secret"),
        ("mended", "sold"),
        ("welcome", "refused"),
        ("repaired", "replaced"),
        ("short", "long"),
        ("Guests", "Sellers"),
        ("majority", "minority"),
    ),
    "held_out": (
        ("honestly", "roughly"),
        ("stricter", "looser"),
        ("joined", "paid"),
        ("thanked", "fined"),
        ("reasonable", "unlimited"),
        ("neighbours", "competitors"),
        ("report", "promise"),
        ("members", "sponsors"),
        ("beforehand", "afterwards"),
        ("figures", "prices"),
        ("empty", "secret"),
    ),
}
NUMBER_SWAPS: dict[str, tuple[tuple[str, str], ...]] = {
    "development": (("five", "three"), ("eleven", "fifteen"), ("2030", "2035"), ("a month", "a year")),
    "held_out": (
        ("twice", "once"),
        ("a quarter of", "a half of"),
        ("half a year", "two years"),
        ("one page", "ten pages"),
        ("2030", "2026"),
        ("two roles", "three roles"),
    ),
}
ADDED: dict[str, tuple[str, ...]] = {
    "development": (
        "This does not apply to purchases below ten thousand euros.",
        "Our own rules of procurement come first in every case.",
    ),
    "held_out": (
        "We reserve the right to name no figures at all.",
        "The signatory accepts no cost of any kind under this paragraph.",
        "For our subsidiaries this counts only from next year on.",
    ),
}


def altered_pact(
    rng: Random, set_name: str, kinds: int = 1
) -> tuple[tuple[Line, ...], tuple[AlteredClause, ...]]:
    """Return the text of the pact with some clauses altered, one by each of ``kinds`` ways, and the truth."""
    lines, told = list(whole_pact()), []
    for name in rng.sample(sorted(EDITS), kinds):
        while True:
            edited, alteration = EDITS[name](rng, set_name, lines)
            if alteration.clause not in [other.clause for other in told]:
                break
        lines = edited
        told.append(alteration)
    return tuple(lines), tuple(told)


def clause_numbers(lines: list[Line]) -> list[str]:
    """Return the number of each line's clause, as "3.1.1.a"; empty for headings and what has none."""
    found, above, point = [], "", ""
    for line in lines:
        heading = re.match(r"(?:Paragraph )?([\d.]+)", line.text)
        if line.rank in (Rank.HEADING, Rank.SUBHEADING):
            above, point = (heading[1].rstrip(".") if heading else ""), ""
            found.append("")
        elif line.rank is Rank.POINT:
            point = f"{above}.{line.number.rstrip('.')}"
            found.append(point)
        else:
            is_item = line.rank is Rank.ITEM and point
            found.append(f"{point}.{line.number.rstrip('.')}" if is_item else "")
    return found


def _swapped(table: dict[str, tuple[tuple[str, str], ...]]) -> Callable[[Random, str, list[Line]], Edit]:
    def edit(rng: Random, set_name: str, lines: list[Line]) -> Edit:
        numbers = clause_numbers(lines)
        every = [
            (place, old, new)
            for place, line in enumerate(lines)
            for old, new in table[set_name]
            if numbers[place] and re.search(rf"\b{old}\b", line.text)
        ]
        place, old, new = rng.choice(every)
        text = re.sub(rf"\b{old}\b", new, lines[place].text, count=1)
        return _with(lines, place, text), AlteredClause(numbers[place], "changed", old, new)

    return edit


def _negated(rng: Random, set_name: str, lines: list[Line]) -> Edit:
    numbers = clause_numbers(lines)
    verbs = {"development": r"\b(may|is|can)\b(?! not)", "held_out": r"\b(are|may|has)\b(?! not)"}[set_name]
    places = [place for place, line in enumerate(lines) if numbers[place] and re.search(verbs, line.text)]
    place = rng.choice(places)
    verb = re.search(verbs, lines[place].text)
    assert verb is not None
    text = lines[place].text[: verb.end()] + " not" + lines[place].text[verb.end() :]
    return _with(lines, place, text), AlteredClause(numbers[place], "changed", "", "not")


def _deleted(rng: Random, _set_name: str, lines: list[Line]) -> Edit:
    numbers = clause_numbers(lines)
    # A point that items hang from is not torn off alone.
    places = [
        place
        for place, line in enumerate(lines[:-1])
        if numbers[place] and lines[place + 1].rank is not Rank.ITEM and not line.text.endswith(":")
    ]
    place = rng.choice(places)
    return (
        [*lines[:place], *lines[place + 1 :]],
        AlteredClause(numbers[place], "missing", lines[place].text, ""),
    )


def _sentence_added(rng: Random, set_name: str, lines: list[Line]) -> Edit:
    numbers = clause_numbers(lines)
    points = [place for place, line in enumerate(lines) if line.rank is Rank.POINT]
    place = rng.choice([place for place in points if not lines[place].text.endswith(":")])
    more = rng.choice(ADDED[set_name])
    text = f"{lines[place].text} {more}"
    return _with(lines, place, text), AlteredClause(numbers[place], "changed", "", more)


def _clause_added(rng: Random, set_name: str, lines: list[Line]) -> Edit:
    """Put one more point behind the last of a paragraph."""
    ends = [
        place
        for place, line in enumerate(lines[:-1])
        if line.rank is Rank.POINT and lines[place + 1].rank in (Rank.HEADING, Rank.SUBHEADING)
    ]
    place = rng.choice(ends)
    number = int(lines[place].number.rstrip(".")) + 1
    more = Line(Rank.POINT, rng.choice(ADDED[set_name]), f"{number}.")
    above = clause_numbers(lines)[place].rpartition(".")[0]
    return (
        [*lines[: place + 1], more, *lines[place + 1 :]],
        AlteredClause(f"{above}.{number}", "added", "", more.text),
    )


def _with(lines: list[Line], place: int, text: str) -> list[Line]:
    return [*lines[:place], replace(lines[place], text=text), *lines[place + 1 :]]


EDITS: dict[str, Callable[[Random, str, list[Line]], Edit]] = {
    "word": _swapped(WORD_SWAPS),
    "number": _swapped(NUMBER_SWAPS),
    "negation": _negated,
    "deleted": _deleted,
    "sentence": _sentence_added,
    "clause": _clause_added,
}
"""The ways of altering a copy."""
