"""What made-up free letters say, in thirteen languages: who writes, what they promise, who signs."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random

from made_up.labels import Label, SignatoryLabel
from made_up.people import DEVELOPMENT
from made_up.written_dates import FIRST_DAY, LAST_DAY, MONTHS

from pact.documents import DocumentKind, SignatureKind

FOLDER = Path(__file__).with_name("letters_in")
LANGUAGES = ("en", "nl", "de", "fr", "nb", "nn", "sv", "da", "es", "it", "pl", "pt", "fi")
_MONTHS_OF = {"nb": "no", "nn": "no"}


class Stance(StrEnum):
    """How a letter stands to the Pact."""

    ENDORSES = "endorse"
    CONDITIONAL = "condition"
    REFUSES = "refuse"
    WISHES = "wish"
    ASKS = "ask"
    ELSEWHERE = "elsewhere"
    SILENT = "silent"


REMARKS = {Stance.CONDITIONAL: "endorsement_conditional", Stance.REFUSES: "endorsement_refused"}
"""What a reader has to remark of such a letter, by its code."""

_STANCES = (*[Stance.ENDORSES] * 8, *Stance)


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs: ``unit`` is a line of its own below the title, ``proxy`` stands before the name."""

    name: str
    title: str
    unit: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class FreeLetter:
    """A letter before it is printed; empty where it has no such part."""

    language: str
    organisation: str
    signers: tuple[Signer, ...]
    stance: Stance
    iso: str
    date: str
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    closing: str
    behalf: str
    addressee: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    street: str
    phone: str
    register: str
    slogan: str
    below: tuple[str, ...]
    signature: str
    shape: str

    @property
    def web(self) -> str:
        """The website that goes with the organisation's name."""
        folded = "".join(c for c in self.organisation.casefold() if c.isalnum())
        return f"www.{folded.encode('ascii', 'ignore').decode()[:24]}.example"

    @property
    def text(self) -> str:
        """Every letter that a face must have to print it."""
        who = "".join(s.name + s.title + s.unit + s.proxy for s in self.signers)
        around = (
            *self.addressee,
            *self.below,
            *(a + b for a, b in self.references),
            self.street,
            self.slogan,
        )
        return "".join(
            (self.organisation, who, self.subject, self.greeting, *self.paragraphs, *around, self.date)
        )

    def label(self, *, family: str, layout: str, font: str, medium: str = "native_pdf") -> Label:
        """Return the truth about it."""
        kind = {"": SignatureKind.NONE, "typed": SignatureKind.TYPED}.get(self.signature, SignatureKind.DRAWN)
        signed = tuple(
            SignatoryLabel(self.organisation, who.name, who.title, None, self.iso, signature=kind)
            for who in self.signers
        )
        remarks = (REMARKS[self.stance],) if self.stance in REMARKS else ()
        return Label(
            DocumentKind.LETTER_OF_SUPPORT,
            signed,
            endorses=self.stance in (Stance.ENDORSES, Stance.CONDITIONAL),
            medium=medium,
            family=family,
            layout=layout,
            date_style=self.shape,
            font=font,
            remarks=remarks,
        )

    def lines_of(self, who: Signer) -> tuple[str, ...]:
        """Return what stands below a signature, by the letter's shape."""
        name = f"{who.proxy} {who.name}".strip()
        lines = {
            "joined": (f"{name}, {who.title}",),
            "title_first": (who.title, name),
            "cut": (name, *_cut(who.title)),
        }.get(self.shape, (name, who.title))
        unit = (who.unit,) if who.unit else ()
        return (*lines, *unit, self.organisation) if self.shape == "organisation_last" else (*lines, *unit)


SHAPES = ("plain", "plain", "plain", "joined", "organisation_last", "title_first", "cut")


def write_letter(rng: Random, set_name: str, language: str, organisation: str | None = None) -> FreeLetter:
    """Return one letter of a set in a language, by the organisation if one is given."""
    words = words_of(language, set_name)
    drawn, pact = rng.choice(words["organisations"]), rng.choice(words["pacts"])
    organisation = organisation or drawn
    stance, town = rng.choice(_STANCES), rng.choice(words["towns"])
    signers = _signers(rng, words)
    day = FIRST_DAY + timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days))
    known = {"o": organisation, "p": pact, "town": town, **_about_others(rng, words, signers)}

    def say(key: str) -> str:
        return _filled(rng.choice(words[key]), known)

    written = _written(rng.choice(words["dates"]), day, language, town)
    has_references = rng.random() < 0.3
    letter = FreeLetter(
        language=language,
        organisation=organisation,
        signers=signers,
        stance=stance,
        iso=day.isoformat(),
        date=written,
        subject=say("plain_subjects" if stance is Stance.ENDORSES and rng.random() < 0.3 else "subjects"),
        greeting=say("greetings"),
        paragraphs=_paragraphs(rng, words, stance, known),
        closing=say("closings"),
        behalf=say("behalf") if rng.random() < 0.3 else "",
        addressee=_addressee(rng, words),
        references=_references(rng, words, written, day, language) if has_references else (),
        street=say("streets"),
        phone=say("phones"),
        register=say("registers"),
        slogan=say("slogans") if rng.random() < 0.3 else "",
        below=tuple(say(key) for key in ("enclosures", "copies") if rng.random() < 0.25),
        signature=rng.choice(("picture", "picture", "picture_white", "vector", "typed", "")),
        shape=rng.choice(SHAPES),
    )
    return replace(letter, date="") if has_references else letter


@cache
def words_of(language: str, set_name: str) -> dict[str, list]:
    """Return the words of a language for a set: entries at even places are for DEVELOPMENT."""
    whole = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    start = 0 if set_name == DEVELOPMENT else 1
    return {key: entries[start::2] for key, entries in whole.items()}


def _signers(rng: Random, words: dict[str, list]) -> tuple[Signer, ...]:
    count = rng.choice((1, 1, 1, 1, 1, 2, 2, 3))
    names, titles = rng.sample(words["names"], count), rng.sample(words["titles"], count)
    has_units, has_proxy = rng.random() < 0.15, count == 1 and rng.random() < 0.12
    return tuple(
        Signer(
            name,
            title,
            rng.choice(words["units"]) if has_units else "",
            rng.choice(words["proxy"]) if has_proxy else "",
        )
        for name, title in zip(names, titles, strict=True)
    )


def _cut(title: str) -> tuple[str, ...]:
    """Return a title over two lines: broken behind its comma, or in the middle of many words."""
    head, comma, tail = title.partition(", ")
    if comma:
        return f"{head},", tail
    words = title.split()
    half = (len(words) + 1) // 2
    return (" ".join(words[:half]), " ".join(words[half:])) if len(words) > 2 else (title,)


def _about_others(rng: Random, words: dict[str, list], signers: Sequence[Signer]) -> dict[str, str]:
    """Somebody else of the house, who only gets a copy."""
    others = [name for name in words["names"] if name not in {who.name for who in signers}]
    titles = [title for title in words["titles"] if title not in {who.title for who in signers}]
    return {"n": rng.choice(others), "t": rng.choice(titles)}


def _paragraphs(
    rng: Random, words: dict[str, list], stance: Stance, known: dict[str, str]
) -> tuple[str, ...]:
    said = [] if stance is Stance.SILENT else [rng.choice(words[stance.value])]
    further = rng.sample(words["further"], rng.choice((2, 3, 3)))
    lines = [rng.choice(words["openings"]), *said, *further]
    lines = [_filled(line, known) for line in lines]
    if rng.random() < 0.4:
        # Some write everything in one paragraph.
        return (" ".join(lines),)
    return (" ".join(lines[:2]), *lines[2:]) if rng.random() < 0.5 else tuple(lines)


def _addressee(rng: Random, words: dict[str, list]) -> tuple[str, ...]:
    lines = tuple(rng.choice(words["addressees"]))
    return (*lines, rng.choice(words["attention"])) if rng.random() < 0.2 else lines


def _references(
    rng: Random, words: dict[str, list], written: str, day: date, language: str
) -> tuple[tuple[str, str], ...]:
    ours, yours, dated = rng.choice(words["references"])
    earlier = _written("{d}. {m} {y}", day - timedelta(days=rng.randrange(5, 60)), language, "")
    bare = written.rpartition(":")[2].strip()
    rows = [(ours, f"{rng.randrange(10, 99)}/{rng.randrange(1000, 9999)}"), (yours, earlier), (dated, bare)]
    if rng.random() < 0.5:
        rows.append((rng.choice(words["contact"]), rng.choice(words["names"])))
    return tuple(rows)


def _written(pattern: str, day: date, language: str, town: str) -> str:
    month = MONTHS[_MONTHS_OF.get(language, language)].split()[day.month - 1]
    numbers = {"d": day.day, "dd": f"{day.day:02}", "mm": f"{day.month:02}", "y": day.year}
    return pattern.format(m=month, town=town, **numbers)


def _filled(text: str, known: dict[str, str]) -> str:
    for key, value in known.items():
        text = text.replace("{" + key + "}", value)
    return text
