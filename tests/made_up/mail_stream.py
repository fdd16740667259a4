"""A stream of distinct made-up mails, each with what must become of it stated beforehand."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from made_up.copies_drawn import Look, draw_copy
from made_up.labels import Label, MadeDocument
from made_up.letters_of_support import drawn_letter, write_letter
from made_up.mails import AUTO_REPLY_STYLES, ODD_FILE_NAMES, Attachment, auto_reply, bounce, build_mail
from made_up.pact_text import short_pact
from made_up.people import DEVELOPMENT, Applicant
from made_up.signature_blocks import Block
from made_up.written_dates import written_in
from rapidfuzz import fuzz

from pact.documents import DocumentKind, ParticipationType


class Fate(StrEnum):
    """What must become of a mail. HELD: no application, it waits for a person."""

    REGISTERED = "registered"
    JOINED = "joined"
    AUTOMATIC = "automatic"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must become of one mail.

    Of several mails about one ``organisation`` exactly one is REGISTERED and the others are
    JOINED, whichever is processed first; ``fate`` says so for mails processed in their order.
    """

    number: int
    fate: Fate
    label: Label | None = None

    @property
    def organisation(self) -> str | None:
        """Who applies, or None."""
        return self.label.first.organisation if self.label else None


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers that must come out of a whole stream, in whatever order it is processed."""

    mails: int
    applications: int
    joined: int
    held: int
    automatic: int

    @property
    def acknowledgements(self) -> int:
        """One letter for every application and one for every document joined."""
        return self.applications + self.joined


def stream(count: int, seed: int) -> Iterator[tuple[bytes, str, Expectation]]:
    """Yield ``count`` distinct mails as raw bytes, envelope sender and expectation.

    A third carries documents: of six such mails four bring a new signed copy, one a Letter of
    Support, one another copy of one that came before. The rest are questions, thanks,
    newsletters, automatic answers and bounces. The same arguments give the same bytes.
    """
    rng = Random(seed)
    towns = _towns(rng)
    applied: list[_Sender] = []
    for number in range(count):
        own = Random(f"{seed}-{number}")
        if number % 3:
            yield _without_document(own, number)
            continue
        turn = number // 3 % 6
        sender = own.choice(applied) if turn == 5 else _Sender.at(next(towns), own)
        yield _with_document(own, number, turn, sender)
        if turn < 4:
            applied.append(sender)


def totals(expectations: Iterable[Expectation]) -> Totals:
    """Return what must be counted after all those mails were processed."""
    fates = Counter(expectation.fate for expectation in expectations)
    return Totals(
        mails=fates.total(),
        applications=fates[Fate.REGISTERED],
        joined=fates[Fate.JOINED],
        held=fates[Fate.HELD],
        automatic=fates[Fate.AUTOMATIC],
    )


@dataclass(frozen=True, slots=True)
class _Sender:
    """An organisation that exists in this stream only, and how it fills in its copies."""

    applicant: Applicant
    address: str

    @classmethod
    def at(cls, town: str, rng: Random) -> "_Sender":
        first, last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
        who = Applicant(rng.choice(BODIES).format(town=town), f"{first} {last}", rng.choice(TITLES))
        return cls(who, f"{first}.{last}@{town}.example".lower())


def _with_document(rng: Random, number: int, turn: int, sender: _Sender) -> tuple[bytes, str, Expectation]:
    made = _letter(rng, sender) if turn == 4 else _copy(rng, sender)
    fate = Fate.JOINED if turn == 5 else Fate.REGISTERED
    name = rng.choice(ODD_FILE_NAMES) if rng.random() < 0.1 else f"{made.file_name[:-4]}-{number}.pdf"
    raw = build_mail(
        sender=sender.address,
        sender_name=sender.applicant.name,
        subject=f"{SUBJECTS[turn % len(SUBJECTS)]} ({number})",
        text=f"Dear secretariat,\n\nplease find the paper attached.\n\n{sender.applicant.name}\n",
        attachments=[Attachment.of(made, name)],
    )
    return raw, sender.address, Expectation(number, fate, made.label)


def _copy(rng: Random, sender: _Sender) -> MadeDocument:
    """A copy of one or two pages, made to be read without doubt: what is tried here is the way of mail."""
    block = Block(
        sender.applicant,
        rng.choice(list(ParticipationType)),
        rng.choice(("ascii_x", "only", "long")),
        written_in(rng.choice(("en_long", "iso", "en_us")), rng),
        rng.choice(("picture", "vector")),
    )
    shape = rng.choice(("grid", "borderless", "colon"))
    look = Look(lines=short_pact(rng, 10), size=10)
    data = draw_copy("reportlab", [block], shape, look, rng)
    label = Label(
        DocumentKind.SIGNED_PACT,
        (block.label,),
        family="short_copy",
        layout=shape,
        mark_style=block.mark_style,
        date_style=block.written.style if block.written else "",
        font="helvetica",
    )
    return MadeDocument("signed-pact.pdf", data, label)


def _letter(rng: Random, sender: _Sender) -> MadeDocument:
    letter = write_letter(rng, DEVELOPMENT, sender.applicant)
    said = tuple(line.format(organisation=sender.applicant.organisation) for line in PLAIN_LETTER)
    plain = replace(letter, paragraphs=said, endorses=True, place="body", signature_style="picture")
    return drawn_letter("reportlab", plain, "helvetica", rng)


def _without_document(rng: Random, number: int) -> tuple[bytes, str, Expectation]:
    address = (
        f"{rng.choice(FIRST_NAMES)}.{rng.choice(LAST_NAMES)}.{number}@visitor{number % 211}.example".lower()
    )
    draw = rng.random()
    if draw < 0.12:
        raw = auto_reply(sender=address, style=rng.choice(list(AUTO_REPLY_STYLES)))
        return raw, rng.choice(("", address)), Expectation(number, Fate.AUTOMATIC)
    if draw < 0.2:
        return bounce(failed=address), "", Expectation(number, Fate.AUTOMATIC)
    subject, text = rng.choice(QUESTIONS)
    files = [Attachment("scan0001.pdf", DAMAGED_PDF)] if draw > 0.95 else []
    raw = build_mail(
        sender=address, subject=f"{subject} ({number})", text=text.format(number=number), attachments=files
    )
    return raw, address, Expectation(number, Fate.HELD)


def _towns(rng: Random) -> Iterator[str]:
    """Yield names of towns unlike each other, so that none is mistaken for another."""
    syllables, endings = SYLLABLES.split(), ENDINGS.split()
    before: list[str] = []
    while True:
        town = (rng.choice(syllables) + rng.choice(syllables) + rng.choice(endings)).capitalize()
        if not any(fuzz.ratio(town, other) > 70 for other in before):
            before.append(town)
            yield town


PLAIN_LETTER = (
    "With this letter {organisation} supports the Circular & Fair ICT Pact.",
    "We endorse the ambitions of the pact.",
    "As a body that buys no equipment itself we do not take part as a purchaser.",
)
DAMAGED_PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R\n" + bytes(range(256))
BODIES = ("Municipality of {town}", "City of {town}", "{town} County Council", "Province of {town}")
SYLLABLES = (
    "zor kel mun dra vys tolm bex quin hasp fjel wrum glov nask pyth cred olb stav yrn trig juk "
    "plon shad brev dwin cumb zwel harg nox fend sulk marv tib rook glan wex ulm fost kirb dop vang"
)
ENDINGS = (
    "ham stad bourg ovo minster wick ingen ford haven deep mouth berg dorf toft by rud ness "
    "holm fell garth pool combe bridge gate cliff mere wold"
)
FIRST_NAMES = (
    "Alma",
    "Bruno",
    "Carla",
    "Dirk",
    "Edda",
    "Farid",
    "Greta",
    "Hugo",
    "Ilse",
    "Jonas",
    "Kaja",
    "Leo",
)
LAST_NAMES = (
    "Amsel",
    "Brook",
    "Costa",
    "Dekker",
    "Esser",
    "Falk",
    "Grieg",
    "Horvat",
    "Ilves",
    "Jansen",
    "Kovac",
)
TITLES = (
    "Head of Procurement",
    "Procurement Director",
    "Chief Procurement Officer",
    "Head of ICT Procurement",
)
SUBJECTS = ("Our signed copy", "Application", "Signed pact", "We would like to join", "Support", "Once more")
QUESTIONS = (
    (
        "Question about joining",
        "Dear secretariat,\n\nhow long does it take to join? Our number is {number}.\n",
    ),
    ("Thank you", "Thank you for the pleasant talk last week. ({number})\n"),
    ("Meeting in spring", "Will there be a meeting in spring, and may a guest come along? ({number})\n"),
    ("Change of address", "From next month on please write to our new address, room {number}.\n"),
)
