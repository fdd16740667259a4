"""Letters of Support of the set BLIND: short mails, subject lines, copies to others, two signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from made_up.blind_dates import blind_date
from made_up.labels import Label, SignatoryLabel
from made_up.pact_text import TITLE
from made_up.people import BLIND, Applicant, applicants, draw_applicant
from made_up.written_dates import WrittenDate

from pact.documents import DocumentKind, SignatureKind


@dataclass(frozen=True, slots=True)
class BlindLetter:
    """A letter before it is printed: who signs (one or two), what stands above and below the signatures."""

    form: str
    head: tuple[str, ...]
    body: tuple[str, ...]
    closing: str
    signers: tuple[Applicant, ...]
    below: tuple[str, ...]
    written: WrittenDate
    endorses: bool
    signature: str
    joins_name_and_title: bool = False

    @property
    def organisation(self) -> str:
        """The writer."""
        return self.signers[0].organisation

    @property
    def printed(self) -> str:
        """Every letter that a face must have."""
        return "".join((*self.head, *self.body, *self.below, *(who.text for who in self.signers)))

    def label(self, *, family: str, font: str, medium: str) -> Label:
        """The truth about it."""
        kind = {"": SignatureKind.NONE, "slashes": SignatureKind.TYPED}.get(
            self.signature, SignatureKind.DRAWN
        )
        found = tuple(
            SignatoryLabel(who.organisation, who.name, who.title, None, self.written.iso, signature=kind)
            for who in self.signers
        )
        return Label(
            DocumentKind.LETTER_OF_SUPPORT,
            found,
            endorses=self.endorses,
            medium=medium,
            family=family,
            layout=f"letter_{self.form}",
            date_style=self.written.style,
            font=font,
        )

    def lines_of(self, who: Applicant) -> tuple[str, ...]:
        """What stands below a signature."""
        lines = (f"{who.name}, {who.title}",) if self.joins_name_and_title else (who.name, who.title)
        return (*lines, who.organisation) if self.form in ("mail", "subject") else lines


FORMS = ("mail", "subject", "copies", "two", "passive")


def draw_letter(rng: Random) -> BlindLetter:
    """Return one letter; one in six endorses nothing."""
    who = draw_applicant(rng, BLIND)
    form, endorses = rng.choice(FORMS), rng.random() > 1 / 6
    written = blind_date(rng, "en", only=LETTER_DATES)
    promise = rng.choice(PASSIVE if form == "passive" else PROMISES) if endorses else rng.choice(SILENT)
    opening = rng.choice(OPENINGS)
    body = [text.format(organisation=who.organisation, pact=TITLE) for text in (opening, promise)]
    body += rng.sample(FURTHER, rng.choice((0, 1)) if form == "mail" else 2)
    signers: tuple[Applicant, ...] = (who,)
    if form == "two":
        others = [one for one in applicants(BLIND) if one.organisation == who.organisation]
        others = [one for one in others if one.name != who.name and one.title != who.title]
        signers = (who, rng.choice(others))
    return BlindLetter(
        form,
        _head(form, who, written, rng),
        tuple(body),
        rng.choice(("Best regards,", "Respectfully,", "Sincerely yours,", "With kind regards,")),
        signers,
        _copies(rng, who) if form == "copies" else (),
        written,
        endorses,
        rng.choice(("slashes", ""))
        if form == "mail"
        else rng.choice(("picture", "picture", "picture_white", "slashes", "")),
        form != "two" and "," not in who.name + who.title and rng.random() < 0.3,
    )


def _head(form: str, who: Applicant, written: WrittenDate, rng: Random) -> tuple[str, ...]:
    if form == "mail":
        return (
            f"From: {who.name} ({who.organisation})",
            "To: Secretariat of the pact",
            f"Sent: {written.text}",
            f"Subject: Letter of Support, {TITLE}",
            "Dear all,",
        )
    subject = rng.choice(("RE: Letter of Support for the {}", "Subject: Letter of Support - {}")).format(
        TITLE
    )
    number = f"Our reference: {rng.randrange(10, 99)}/{rng.randrange(1000, 9999)}"
    address: Sequence[str] = ("Secretariat", "Attn. Ms Marga Obbink, coordinator", "PO Box 77, Harbour")
    if rng.random() < 0.5:
        return (*address, f"Date: {written.text}", number, subject, "Dear Ms Obbink,")
    return (written.text, *address, number, subject, "To whom it may concern,")


def _copies(rng: Random, who: Applicant) -> tuple[str, ...]:
    others = [one for one in applicants(BLIND) if one.organisation != who.organisation]
    others = [one for one in others if one.language == "en" and one.name != who.name]
    first, second = rng.sample(others, 2)
    return (
        "Copies to:",
        f"{first.name}, {first.title}, {first.organisation}",
        f"{second.name}, {second.organisation}",
    )


LETTER_DATES = (
    "en_weekday_ordinal",
    "en_weekday_us",
    "en_weekday_short",
    "en_comma",
    "en_full_stop",
    "en_place_on",
    "en_slashed_month",
    "en_with_time",
)
OPENINGS = (
    "I am writing for {organisation} with regard to the {pact}.",
    "As you know, {organisation} has been in touch with you about the {pact} since last year.",
    "{organisation} was pleased to receive the text of the {pact}.",
    "This Letter of Support is sent to you by {organisation}.",
)
PROMISES = (
    "We wholeheartedly endorse the ambitions of the pact.",
    "{organisation} endorses its ambitions and is ready to spread the word.",
    "By this letter our organisation declares that it endorses the pact and the ambitions in it.",
    "We are proud to endorse the ambitions that you and your signatories have set.",
)
PASSIVE = (
    "The ambitions of the pact are hereby endorsed by {organisation}.",
    "At its last meeting our board resolved that the ambitions of the pact be endorsed.",
    "The pact and its ambitions have been endorsed by our executive committee, on whose behalf I write.",
)
SILENT = (
    "As agreed by telephone you find our logo attached, in two sizes, for the website.",
    "Our new address for post is printed above; kindly change it in your files.",
    "We look forward to meeting you at the fair in autumn, where we have a stand.",
)
FURTHER = (
    "Our members run repair shops in eleven towns.",
    "A colleague of mine will take part in your working group on telephones.",
    "Please list us under our full name.",
    "We make and sell no equipment ourselves.",
    "Should you need anything further, do not hesitate to ring me.",
)
