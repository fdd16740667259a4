"""What stands in a filled signature block, whoever prints it: labels, values, marks, signature."""

from dataclasses import dataclass, field, replace
from random import Random

from made_up.labels import SignatoryLabel
from made_up.people import DEVELOPMENT, Applicant
from made_up.written_dates import WrittenDate, write_date

from pact.documents import ParticipationType, SignatureKind

CIRCLE, STRIKE, UNDERLINE, HIGHLIGHT = "circle", "strike", "underline", "highlight"
TICK, BOX, BOX_CROSSED, BOX_TICKED = "tick", "box", "box_crossed", "box_ticked"
DRAWN_BOX, DRAWN_BOX_CROSSED, DRAWN_BOX_TICKED = "drawn_box", "drawn_box_crossed", "drawn_box_ticked"
DRAWN_DOT, DRAWN_DOT_FULL, DRAWN_TICK = "drawn_dot", "drawn_dot_full", "drawn_tick"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the participation row: words, or a sign in front of them when ``sign`` is set.

    ``over`` names what a pen put over or behind the words.
    """

    text: str = ""
    sign: str = ""
    bold: bool = False
    over: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The six labels and the three options as a copy prints them."""

    organisation: str = "Organization"
    name: str = "Name"
    title: str = "Title"
    participation_type: str = "Participation type"
    date: str = "Date"
    signature: str = "Signature"
    options: tuple[str, str, str] = ("Coordinating organization", "procuring organization", "both")

    @property
    def are_short(self) -> bool:
        """Whether the labels leave room for a second column."""
        return len(self.participation_type) < 20


@dataclass(frozen=True, slots=True)
class Block:
    """One filled block: ``None`` leaves the field empty, ``signature_style`` "" leaves it unsigned.

    ``platform`` is the signing service, a key of signing_platforms.PLATFORMS, for that style.
    """

    applicant: Applicant | None
    role: ParticipationType | None
    mark_style: str
    written: WrittenDate | None
    signature_style: str = ""
    words: Words = field(default_factory=Words)
    platform: str = ""

    @property
    def label(self) -> SignatoryLabel:
        """The truth about this block."""
        who, when = self.applicant, self.written
        return SignatoryLabel(
            organisation=who.organisation if who else None,
            name=who.name if who else None,
            title=who.title if who else None,
            participation_type=self.role,
            date=when.iso if when else None,
            ambiguous_date=bool(when and when.is_ambiguous),
            signature=SIGNATURE_STYLES[self.signature_style],
        )

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Label and value of the rows that hold plain text, in the order of the Pact."""
        who, when = self.applicant, self.written
        return (
            (self.words.organisation, who.organisation if who else ""),
            (self.words.name, who.name if who else ""),
            (self.words.title, who.title if who else ""),
            (self.words.date, when.text if when else ""),
        )

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The participation row, marked in this block's style."""
        return marked(self.role, self.mark_style, self.words.options)


SIGNATURE_STYLES: dict[str, SignatureKind] = {
    "": SignatureKind.NONE,
    "typed": SignatureKind.TYPED,
    "typed_slashes": SignatureKind.TYPED,
    "script_face": SignatureKind.TYPED,
    "vector": SignatureKind.DRAWN,
    "picture": SignatureKind.DRAWN,
    "picture_white": SignatureKind.DRAWN,
    "ink_annotation": SignatureKind.DRAWN,
    "stamp_annotation": SignatureKind.DRAWN,
    "platform": SignatureKind.PLATFORM,
}

DEVELOPMENT_MARKS = (
    "ascii_x",
    "x_before",
    "tick",
    "ballot_cross",
    "bold",
    "only",
    "only_bare",
    "long",
    "struck",
    "circled",
    "highlighted",
    "drawn_dot",
    "drawn_tick",
    "drawn_box_tick",
    "joining",
)
HELD_OUT_MARKS = (
    *DEVELOPMENT_MARKS,
    "round_x",
    "x_after",
    "ballot_tick",
    "drawn_box",
    "underlined",
    "long_other",
)

DEVELOPMENT_WORDS = (
    Words(),
    Words(
        organisation="Organisation", options=("Coordinating organisation", "procuring organisation", "both")
    ),
    Words("ORGANIZATION", "NAME", "TITLE", "PARTICIPATION TYPE", "DATE", "SIGNATURE"),
    Words(
        "Organisation / Organisatie",
        "Name / Naam",
        "Title / Functie",
        "Participation type / Soort deelname",
        "Date / Datum",
        "Signature / Handtekening",
    ),
)
HELD_OUT_WORDS = (
    Words(),
    Words(options=("coordinating organization", "procuring organization", "both")),
    Words(
        "ORGANISATION",
        "NAME",
        "TITLE",
        "PARTICIPATION TYPE",
        "DATE",
        "SIGNATURE",
        ("COORDINATING ORGANISATION", "PROCURING ORGANISATION", "BOTH"),
    ),
    Words(
        "Organisation / Organisation",
        "Name / Nom",
        "Title / Fonction",
        "Participation type / Type de participation",
        "Date / Date",
        "Signature / Signature",
    ),
    Words(
        "Organization (Organización)",
        "Name (Nombre)",
        "Title (Cargo)",
        "Participation type (Tipo de participación)",
        "Date (Fecha)",
        "Signature (Firma)",
    ),
)


def draw_block(
    rng: Random, set_name: str, applicant: Applicant, *, signature_style: str | None = None
) -> Block:
    """Return a filled block for that applicant in a form of the set."""
    development = set_name == DEVELOPMENT
    style = signature_style if signature_style is not None else rng.choice(FREE_SIGNATURES)
    return Block(
        applicant=applicant,
        role=rng.choice(list(ParticipationType)),
        mark_style=rng.choice(DEVELOPMENT_MARKS if development else HELD_OUT_MARKS),
        written=write_date(rng, set_name, applicant.language),
        signature_style=style,
        words=rng.choice(DEVELOPMENT_WORDS if development else HELD_OUT_WORDS),
    )


FREE_SIGNATURES = ("", "typed", "typed_slashes", "vector", "vector", "picture", "picture", "picture_white")
"""Signatures that every producer can put; those that need another face or annotations come apart."""


def marked(role: ParticipationType | None, style: str, options: tuple[str, str, str]) -> tuple[Segment, ...]:
    """Return the row of options with ``role`` marked as ``style`` says; no role leaves all unmarked."""
    if role is None:
        return (Segment(" / ".join(options)),)
    place = list(ParticipationType).index(role)
    if style in SENTENCES:
        return (Segment(SENTENCES[style][place].format(option=_capital(options[place]))),)
    parts: list[Segment] = []
    for index, option in enumerate(options):
        if parts and style not in OWN_SIGNS:
            parts.append(Segment("/"))
        parts.extend(_option(option, style, is_marked=index == place))
    return tuple(parts)


SENTENCES: dict[str, tuple[str, str, str]] = {
    "only": ("{option}", "{option}", "{option}"),
    "only_bare": ("Coordinating", "Procuring", "Both"),
    "long": (
        "Coordinating organization in the meaning of paragraph 2.1",
        "Procuring organization in the meaning of paragraph 2.1",
        "Both coordinating and procuring organization",
    ),
    "joining": (
        "Joining as a coordinating organization",
        "Joining as a procuring organization",
        "Joining both as a coordinating and as a procuring organization",
    ),
    "long_other": (
        "We sign as a coordinating organization",
        "We sign as a procuring organization",
        "We sign in both roles, coordinating and procuring",
    ),
}
"""Styles that leave one thing standing, by role."""

OWN_SIGNS: dict[str, tuple[str, str]] = {
    "ascii_x": ("[ ]", "[x]"),
    "round_x": ("( )", "(x)"),
    "ballot_cross": (BOX, BOX_CROSSED),
    "ballot_tick": (BOX, BOX_TICKED),
    "drawn_box": (DRAWN_BOX, DRAWN_BOX_CROSSED),
    "drawn_box_tick": (DRAWN_BOX, DRAWN_BOX_TICKED),
    "drawn_dot": (DRAWN_DOT, DRAWN_DOT_FULL),
}
"""Styles that put a sign before every option: unmarked, marked."""

OVER: dict[str, str] = {"circled": CIRCLE, "highlighted": HIGHLIGHT, "underlined": UNDERLINE}


def _option(option: str, style: str, *, is_marked: bool) -> list[Segment]:
    if style in OWN_SIGNS:
        sign = OWN_SIGNS[style][is_marked]
        own = Segment(sign) if sign.startswith(("[", "(")) else Segment(sign=sign)
        return [own, Segment(option)]
    plain = Segment(option)
    if style == "struck":
        return [plain if is_marked else replace(plain, over=STRIKE)]
    if not is_marked:
        return [plain]
    if style in OVER:
        return [replace(plain, over=OVER[style])]
    around = {
        "bold": [replace(plain, bold=True)],
        "x_before": [Segment("X"), plain],
        "x_after": [plain, Segment("(X)")],
        "tick": [Segment(sign=TICK), plain],
        "drawn_tick": [Segment(sign=DRAWN_TICK), plain],
    }
    return around[style]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
