"""What stands in a signature block of the set BLIND: words of the labels, who signs, where and how."""

from dataclasses import dataclass, field
from random import Random

from made_up.blind_dates import blind_date
from made_up.blind_marks import BLIND_MARKS, RICH, UNMARKED, Lines, Roles, choice_lines
from made_up.labels import SignatoryLabel
from made_up.people import BLIND, Applicant, draw_applicant
from made_up.written_dates import WrittenDate

from pact.documents import ParticipationType, SignatureKind

ADDRESSES = {
    "nl": "Kanaalstraat 12, 4811 XZ Waterdorp",
    "fr": "14 rue des Tilleuls, 69999 Aubrelle",
    "de": "Am Alten Markt 3, 09999 Hohenrieth",
    "en": "3 Chandlers Row, Marlowe Haven MH1 4QX",
}


@dataclass(frozen=True, slots=True)
class Labels:
    """The six labels as a copy prints them, and the three options."""

    organisation: str
    name: str
    title: str
    role: str
    date: str
    signature: str
    options: tuple[str, str, str] = ("Coordinating organization", "Procuring organization", "Both")

    @property
    def roles(self) -> Roles:
        """The options by the role they stand for."""
        return dict(zip(ParticipationType, self.options, strict=True))


PLAIN = Labels("Organization", "Name", "Title", "Participation type", "Date", "Signature")
LABELS: dict[str, Labels] = {
    "plain": PLAIN,
    "british": Labels(
        "Name of organisation",
        "Name of signatory",
        "Position",
        "Type of participation",
        "Date of signature",
        "Signature",
        ("Coordinating organisation", "Procuring organisation", "Both"),
    ),
    "formal": Labels(
        "Organisation",
        "Authorised representative",
        "Function",
        "Participation type",
        "Place and date",
        "Signature",
        ("coordinating", "procuring", "both"),
    ),
    "portal": Labels(
        "Organization *", "Name *", "Job title *", "Participation type *", "Date *", "Signature *"
    ),
    "nl": Labels(
        "Organisatie / Organization",
        "Naam / Name",
        "Functie / Title",
        "Type deelname / Participation type",
        "Datum / Date",
        "Handtekening / Signature",
    ),
    "fr": Labels(
        "Organisme / Organization",
        "Nom / Name",
        "Fonction / Title",
        "Mode de participation / Participation type",
        "Date",
        "Signature",
    ),
    "de": Labels(
        "Einrichtung / Organization",
        "Name",
        "Funktion / Title",
        "Art der Teilnahme / Participation type",
        "Datum / Date",
        "Unterschrift / Signature",
    ),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """One block; ``who`` None stands for one that nobody filled in. ``address`` is printed below the
    organisation, of which it is no part. ``signature`` is a key of SIGNATURES.
    """

    who: Applicant | None
    role: ParticipationType | None
    mark: str
    written: WrittenDate | None
    signature: str
    labels: Labels = PLAIN
    address: str = ""
    choice: Lines = ()
    has_title: bool = True

    @property
    def truth(self) -> SignatoryLabel:
        """The label of this block."""
        who, when = self.who, self.written
        return SignatoryLabel(
            organisation=who.organisation if who else None,
            name=who.name if who else None,
            title=who.title if who and self.has_title else None,
            participation_type=self.role,
            date=when.iso if when else None,
            ambiguous_date=bool(when and when.is_ambiguous),
            signature=SIGNATURES[self.signature],
        )

    @property
    def title(self) -> str:
        """The title as printed."""
        return self.who.title if self.who and self.has_title else ""

    @property
    def name(self) -> str:
        """The name as printed."""
        return self.who.name if self.who else ""

    @property
    def organisation(self) -> str:
        """The organisation as printed, without its address."""
        return self.who.organisation if self.who else ""

    @property
    def date(self) -> str:
        """The day as printed."""
        return self.written.text if self.written else ""

    @property
    def printed(self) -> str:
        """Every letter that a face must have."""
        choice = "".join(piece.text for line in self.choice for piece in line)
        labels = "".join(getattr(self.labels, name) for name in ("organisation", "role", "signature"))
        return "".join((self.organisation, self.address, self.name, self.title, choice, self.date, labels))


SIGNATURES: dict[str, SignatureKind] = {
    "": SignatureKind.NONE,
    "line": SignatureKind.NONE,
    "slashes": SignatureKind.TYPED,
    "sgd": SignatureKind.TYPED,
    "wg": SignatureKind.TYPED,
    "script": SignatureKind.TYPED,
    "picture": SignatureKind.DRAWN,
    "picture_white": SignatureKind.DRAWN,
    "ink": SignatureKind.DRAWN,
    "platform": SignatureKind.PLATFORM,
}
TYPED = {"slashes": "/s/ {name}", "sgd": "(sgd.) {name}", "wg": "w.g. {name}", "script": "{name}"}
FREE = ("", "line", "slashes", "sgd", "wg", "script", "picture", "picture", "picture_white", "ink", "ink")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a maker asks of a block: its marks, its signatures, and labels it can print."""

    marks: tuple[str, ...] = RICH
    signatures: tuple[str, ...] = FREE
    labels: tuple[str, ...] = field(default_factory=lambda: tuple(LABELS))
    may_have_address: bool = True


def draw_filled(rng: Random, wishes: Wishes = Wishes()) -> Filled:
    """Return a filled block; one in twenty forgets the role, one in twenty the title."""
    who = draw_applicant(rng, BLIND)
    native = [who.language] if who.language in wishes.labels and rng.random() < 0.6 else []
    labels = LABELS[rng.choice(native or [name for name in wishes.labels if len(name) > 2] or ["plain"])]
    role = None if rng.random() < 0.05 else rng.choice(list(ParticipationType))
    mark = UNMARKED if role is None else rng.choice(wishes.marks)
    # Who is asked for a place writes one.
    written = blind_date(rng, who.language, only=PLACED if labels.date == "Place and date" else ())
    has_address = wishes.may_have_address and rng.random() < 0.2
    return Filled(
        who,
        role,
        mark,
        written,
        rng.choice(wishes.signatures),
        labels,
        ADDRESSES.get(who.language, "") if has_address else "",
        choice_lines(role, mark, labels.roles, rng) if mark in BLIND_MARKS else (),
        rng.random() > 0.05,
    )


PLACED = ("en_place_on", "nl_done_at", "fr_place", "de_place_digits")


def empty_block(rng: Random, labels: Labels) -> Filled:
    """Return a block that nobody filled in."""
    return Filled(None, None, UNMARKED, None, rng.choice(("", "line")), labels, "", _unmarked(labels, rng))


def _unmarked(labels: Labels, rng: Random) -> Lines:
    return choice_lines(None, UNMARKED, labels.roles, rng)
