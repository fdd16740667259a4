"""Made-up organisations and people of many European languages; none of them exists."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

DEVELOPMENT = "development"
HELD_OUT = "held_out"
BLIND = "blind"
SETS = (DEVELOPMENT, HELD_OUT, BLIND)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who signs for which organisation; ``language`` is an ISO 639 code."""

    organisation: str
    name: str
    title: str
    language: str = "en"

    @property
    def text(self) -> str:
        """All letters that a font must have to print this applicant."""
        return self.organisation + self.name + self.title


def draw_applicant(rng: Random, set_name: str) -> Applicant:
    """Return one applicant; the two sets of documents share no name."""
    return rng.choice(applicants(set_name))


@cache
def applicants(set_name: str) -> tuple[Applicant, ...]:
    """Return every applicant of a set: organisations, names and titles of one language joined.

    Entries at even places of people.toml belong to DEVELOPMENT, those at odd places to HELD_OUT;
    BLIND has a roll of its own, blind_people.toml.
    """
    file_name, share = (
        ("blind_people.toml", slice(None))
        if set_name == BLIND
        else ("people.toml", slice(SETS.index(set_name), None, 2))
    )
    roll = tomllib.loads(Path(__file__).with_name(file_name).read_text("utf-8"))
    found = []
    for language, of in roll.items():
        names, titles = of["names"][share], of["titles"][share]
        for place, organisation in enumerate(of["organisations"][share]):
            for step, name in enumerate(names):
                title = titles[(place + step) % len(titles)]
                found.append(Applicant(organisation, name, title, language))
    return tuple(found)
