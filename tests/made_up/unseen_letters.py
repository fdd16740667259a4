"""Letters of Support of the set "unseen": what they say, who signs them, and their truth."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from made_up.labels import DOCX, Label, MadeDocument
from made_up.pact_text import TITLE
from made_up.unseen_letter_sheets import SHEETS
from made_up.unseen_pen import FACES, alphabet_of
from made_up.unseen_signing import Day, Signing, Who, draw_day, prints, roll

from pact.documents import DocumentKind

STANCES = ("endorse", "endorse", "endorse", "condition", "refuse", "absent", "other")
REMARKS = {"condition": ("endorsement_conditional",), "refuse": ("endorsement_refused",)}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as its words; every signer's ``signing`` holds who it is and how they sign."""

    language: str
    organisation: str
    place: str
    day: Day
    reference: str
    contact: str
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    close: str
    signers: tuple[Signing, ...]
    typed: str
    stance: str

    @property
    def text(self) -> str:
        """All that a face has to print."""
        said = (self.organisation, self.place, self.day.text, self.reference, self.contact, self.subject)
        names = "".join(signer.who.text for signer in self.signers if signer.who)
        return "".join((*said, self.greeting, *self.paragraphs, self.close, self.typed, names))

    def label(self, sheet: str, medium: str) -> Label:
        """The truth about this letter."""
        return Label(
            DocumentKind.LETTER_OF_SUPPORT,
            tuple(signer.label for signer in self.signers),
            endorses=self.stance in ("endorse", "condition"),
            medium=medium,
            family=f"unseen_letter_{self.stance}",
            layout=f"{sheet}_{self.language}",
            date_style=self.day.style,
            remarks=REMARKS.get(self.stance, ()),
        )


def support_letter(rng: Random) -> MadeDocument:
    """Return a letter in one of fifteen languages on one of the sheets."""
    letter, sheet = write_letter(rng), rng.choice(tuple(SHEETS))
    faces = [face for face in FACES if prints(alphabet_of(face), letter.text)]
    if sheet.startswith("drawn") and not faces:
        sheet = "typst_business"
    data = SHEETS[sheet](letter, rng.choice(faces) if faces else "", rng)
    if sheet.startswith("word"):
        return MadeDocument("letter.docx", data, letter.label(sheet, "docx"), DOCX)
    return MadeDocument("letter.pdf", data, letter.label(sheet, "native_pdf"))


def write_letter(rng: Random) -> Letter:
    """Return a letter that endorses, does so on a condition, refuses, or speaks of something else."""
    language, stance = rng.choice(tuple(_words())), rng.choice(STANCES)
    words, of = _words()[language], roll()[language]
    organisation = rng.choice(of["organisations"])
    names = rng.sample(of["names"], 2)
    day = draw_day(rng, language)
    style = rng.choice(("picture", "picture", "vector", "typed", ""))
    signers = tuple(
        Signing(Who(organisation, name, rng.choice(of["titles"]), language), day=day, signature=style)
        for name in names[: 2 if rng.random() < 0.25 else 1]
    )
    named = {"organisation": organisation, "pact": TITLE}
    said = words[stance] if isinstance(words[stance], str) else rng.choice(words[stance])
    # Who does not endorse says so nowhere, in no heading and by no name offered for the list of supporters;
    # the first heading of a language only names the kind of letter.
    kept = words["filler"] if stance in ("endorse", "condition") else words["filler"][:1]
    headings = words["subject"] if stance in ("endorse", "condition") else words["subject"][:1]
    subject = words["subject_other"] if stance == "other" else rng.choice(headings).format(**named)
    paragraphs = [words["intro"].format(**named), said.format(**named)]
    paragraphs += rng.sample(kept, rng.randint(1, len(kept)))
    if stance == "endorse" and rng.random() < 0.3:
        paragraphs[:2] = [" ".join(paragraphs[:2])]
    return Letter(
        language=language,
        organisation=organisation,
        place=of["in"],
        day=day,
        reference=f"{words['reference']}: {rng.randrange(1000, 9999)}-K" if rng.random() < 0.5 else "",
        contact=rng.choice(("", rng.choice(of["names"]))),
        subject=subject,
        greeting=rng.choice(words["greeting"]),
        paragraphs=tuple(paragraphs),
        close=rng.choice(words["close"]),
        signers=signers,
        typed=words["typed"],
        stance=stance,
    )


@cache
def _words() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(Path(__file__).with_name("unseen_letters.toml").read_text("utf-8"))
