"""Who signs, when, in which role and how it is put: what a block of the set "unseen" says in truth."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from made_up.labels import Label, SignatoryLabel

from pact.documents import FIELD_NAMES, DocumentKind, SignatureKind

ROLES = ("coordinating", "procuring", "both")
OPTIONS = {"coordinating": "Coordinating organisation", "procuring": "procuring organisation", "both": "both"}
SIGNATURES = {
    "": SignatureKind.NONE,
    "typed": SignatureKind.TYPED,
    "picture": SignatureKind.DRAWN,
    "vector": SignatureKind.DRAWN,
    "service": SignatureKind.PLATFORM,
}
FIELDS = (*FIELD_NAMES, "signature")


@dataclass(frozen=True, slots=True)
class Who:
    """A signatory and where they write from; ``language`` is an ISO 639 code."""

    organisation: str
    name: str
    title: str
    language: str

    @property
    def text(self) -> str:
        """All that has to be printed of them."""
        return self.organisation + self.name + self.title


@dataclass(frozen=True, slots=True)
class Day:
    """A day as somebody wrote it."""

    text: str
    iso: str
    style: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Signing:
    """One block as it is filled in: no ``who`` leaves it empty, ``marked`` are the roles that bear a mark."""

    who: Who | None = None
    marked: tuple[str, ...] = ()
    mark: str = ""
    day: Day | None = None
    signature: str = ""

    def value(self, field: str) -> str:
        """The text that stands in a field of the form, "" where it is left empty."""
        if field == "date":
            return self.day.text if self.day else ""
        if field == "signature":
            return self.who.name if self.who and self.signature == "typed" else ""
        return getattr(self.who, field) if self.who else ""

    @property
    def label(self) -> SignatoryLabel:
        """The truth about this block."""
        return SignatoryLabel(
            organisation=self.who.organisation if self.who else None,
            name=self.who.name if self.who else None,
            title=self.who.title if self.who else None,
            participation_type=self.marked[0] if len(self.marked) == 1 else None,
            date=self.day.iso if self.day else None,
            ambiguous_date=bool(self.day and self.day.ambiguous),
            signature=SIGNATURES[self.signature],
            contradictory_marks=len(self.marked) > 1,
        )


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of one printed form: a label for each field, the heading and notes around the block."""

    labels: dict[str, str]
    options: dict[str, str]
    heading: str
    above: str
    below: str


def signed_label(blocks: Sequence[Signing], family: str, layout: str, **known: object) -> Label:
    """Return the label of a copy with these blocks."""
    first = blocks[0]
    made = Label(
        DocumentKind.SIGNED_PACT,
        tuple(block.label for block in blocks),
        family=f"unseen_{family}",
        layout=layout,
        mark_style=first.mark,
        date_style=first.day.style if first.day else "",
    )
    return replace(made, **known)


def draw_signing(
    rng: Random, marks: Sequence[str], alphabet: str, signatures: Sequence[str] = ("picture",)
) -> Signing:
    """Return a filled block whose letters are all in ``alphabet`` (see draw_who)."""
    who, mark = draw_who(rng, alphabet), rng.choice(marks)
    marked: tuple[str, ...] = (rng.choice(ROLES),)
    if mark not in ONE_ROLE_ONLY and (chance := rng.random()) < 0.14:
        marked = () if chance < 0.07 else tuple(sorted(rng.sample(ROLES, 2)))
    if mark in ("strike", "struck") and len(marked) != 1:
        # Two left standing, or three, is what an untouched form looks like too.
        marked = ()
    return Signing(who, marked, mark, draw_day(rng, who.language, alphabet), rng.choice(signatures))


ONE_ROLE_ONLY = ("alone", "typed_below_list", "typed", "dropdown", "radio")
"""Marks that name one role in words, so that no other can be marked beside it."""


def draw_who(rng: Random, alphabet: str) -> Who:
    """Return one signatory whose letters are in ``alphabet``; an empty one has every letter."""
    while True:
        language = rng.choice(tuple(roll()))
        of = roll()[language]
        who = Who(*(rng.choice(of[kind]) for kind in ("organisations", "names", "titles")), language)
        if prints(alphabet, who.text):
            return who


def draw_day(rng: Random, language: str, alphabet: str = "") -> Day:
    """Return a day of the last years in one of the notations of that language or of offices everywhere."""
    while True:
        day = date(2021, 1, 4) + timedelta(days=rng.randrange(1700))
        style = rng.choice(tuple(DAY_STYLES))
        text = DAY_STYLES[style].format(**_parts(day, language))
        if style == "own":
            text = OWN_DAYS.get(language, "{d} {own} {y}").format(**_parts(day, language))
        if style == "place":
            text = f"{roll()[language]['in']}, {text}"
        if prints(alphabet, text):
            two_ways = style in ("slashes", "dashes", "short") and day.day <= 12 and day.day != day.month
            return Day(text, day.isoformat(), style, ambiguous=two_ways or style == "short")


DAY_STYLES = {
    "iso": "{y}-{m:02}-{d:02}",
    "dots": "{d:02}.{m:02}.{y}",
    "loose_dots": "{d}. {m}. {y}",
    "slashes": "{d:02}/{m:02}/{y}",
    "dashes": "{d}-{m}-{y}",
    "short": "{d:02}/{m:02}/{yy:02}",
    "english": "{d} {month} {y}",
    "weekday": "{weekday}, {d} {month} {y}",
    "ordinal": "{d}{th} of {month} {y}",
    "american": "{month} {d}, {y}",
    "hyphens": "{d:02}-{month:.3}-{y}",
    "roman": "{d}.{roman}.{y}",
    "own": "",
    "place": "{d:02}.{m:02}.{y}",
    "compact": "{y}/{m:02}/{d:02}",
}
OWN_DAYS = {
    "de": "{d}. {own} {y}",
    "fr": "le {d} {own} {y}",
    "es": "{d} de {own} de {y}",
    "pt": "{d} de {own} de {y}",
    "sv": "den {d} {own} {y}",
    "no": "{d}. {own} {y}",
    "da": "den {d}. {own} {y}",
    "fi": "{d}. {own} {y}",
    "et": "{d}. {own} {y}",
    "lt": "{y} m. {own} {d} d.",
    "pl": "dnia {d} {own} {y} r.",
    "cs": "dne {d}. {own} {y}",
    "hu": "{y}. {own} {d}.",
    "hr": "{d}. {own} {y}.",
    "bg": "{d} {own} {y} г.",
}
"""How a language writes a day in words, where it is not "3 maggio 2024"."""


def prints(alphabet: str, text: str) -> bool:
    """Whether a face with these letters prints the text: "" is all, "cp1252" and "latin1" are code pages."""
    if alphabet in ("cp1252", "latin1"):
        return text.encode(alphabet, "ignore").decode(alphabet) == text
    return not alphabet or set(text) <= set(alphabet)


def draw_printed(rng: Random, alphabet: str, *, bilingual: float = 0.3, short: bool = False) -> Printed:
    """Return the words of a printed form, at times with a second language beside the English."""
    words = _words()
    english = words["english"]
    column = 0 if short else rng.randrange(4)
    labels = {field: english[field][column] for field in FIELDS}
    others = [code for code in words if len(code) == 2 and prints(alphabet, "".join(words[code].values()))]
    if not short and column < 2 and others and rng.random() < bilingual:
        other, between = words[rng.choice(others)], rng.choice((" / ", " | "))
        labels = {
            field: said if said == other[field] else f"{said}{between}{other[field]}"
            for field, said in labels.items()
        }
    options = dict(OPTIONS)
    if rng.random() < 0.4:
        options = {role: said.replace("organisation", "organization") for role, said in OPTIONS.items()}
    above, below = ("", "") if short else (rng.choice(words["notes_above"]), rng.choice(words["notes_below"]))
    return Printed(labels, options, rng.choice(words["headings"]), above, below)


@cache
def roll() -> dict[str, dict[str, list[str]]]:
    """Return the organisations, names, titles and months of every language of the set."""
    return tomllib.loads(Path(__file__).with_name("unseen_people.toml").read_text("utf-8"))


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("unseen_labels.toml").read_text("utf-8"))


def _parts(day: date, language: str) -> dict[str, object]:
    return {
        "d": day.day,
        "m": day.month,
        "y": day.year,
        "yy": day.year % 100,
        "month": roll()["en"]["months"][day.month - 1],
        "own": roll()[language]["months"][day.month - 1],
        "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[
            day.weekday()
        ],
        "th": "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th"),
        "roman": ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[day.month - 1],
    }
