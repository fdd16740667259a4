"""Made-up Letters of Support in English: free text on made-up letterheads, with and without a promise."""

from dataclasses import dataclass
from random import Random

from made_up.copies_drawn import Look, Sheet
from made_up.labels import Label, MadeDocument, SignatoryLabel
from made_up.pact_text import TITLE, Line, Rank
from made_up.pens import FpdfPen, Pen, ReportlabPen, covers
from made_up.people import DEVELOPMENT, Applicant, draw_applicant
from made_up.scribbles import scribble_picture
from made_up.written_dates import WrittenDate, write_date

from pact.documents import DocumentKind, SignatureKind


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says before anybody prints it. ``place`` is where the letterhead stands."""

    applicant: Applicant
    written: WrittenDate
    paragraphs: tuple[str, ...]
    endorses: bool
    place: str
    closing: str
    signature_style: str
    date_first: bool


def write_letter(rng: Random, set_name: str, applicant: Applicant | None = None) -> Letter:
    """Return the contents of one letter; one in six forgets to endorse."""
    who = applicant or draw_applicant(rng, set_name)
    development = set_name == DEVELOPMENT
    promises = DEVELOPMENT_PROMISES if development else HELD_OUT_PROMISES
    endorses = rng.random() > 1 / 6
    opening = rng.choice(DEVELOPMENT_OPENINGS if development else HELD_OUT_OPENINGS)
    # Who stands behind the pact in the first line has said enough, whatever follows.
    opening = opening if endorses else rng.choice(NEUTRAL_OPENINGS)
    middle = rng.choice(promises) if endorses else rng.choice(NO_PROMISES)
    paragraphs = (opening, middle, *rng.sample(FURTHER, 2))
    written = write_date(rng, set_name, "en")
    while written.is_ambiguous:
        written = write_date(rng, set_name, "en")
    return Letter(
        applicant=who,
        written=written,
        paragraphs=tuple(text.format(organisation=who.organisation, pact=TITLE) for text in paragraphs),
        endorses=endorses,
        place=rng.choice(("header", "footer", "body")),
        closing=rng.choice(("Yours sincerely,", "Kind regards,", "Yours faithfully,", "With best wishes,")),
        signature_style=rng.choice(("picture", "picture_white", "", "typed")),
        date_first=rng.random() < 0.7,
    )


def label_of(letter: Letter, *, family: str, font: str, medium: str = "native_pdf") -> Label:
    """Return the truth about a letter."""
    kinds = {"": SignatureKind.NONE, "typed": SignatureKind.TYPED}
    signatory = SignatoryLabel(
        organisation=letter.applicant.organisation,
        name=letter.applicant.name,
        title=letter.applicant.title,
        date=letter.written.iso,
        signature=kinds.get(letter.signature_style, SignatureKind.DRAWN),
    )
    return Label(
        kind=DocumentKind.LETTER_OF_SUPPORT,
        signatories=(signatory,),
        endorses=letter.endorses,
        medium=medium,
        family=family,
        layout=f"letterhead_{letter.place}",
        date_style=letter.written.style,
        font=font,
    )


def drawn_letter(producer: str, letter: Letter, face: str, rng: Random) -> MadeDocument:
    """Return the letter as a PDF of one page by "reportlab" or "fpdf"."""
    pen: Pen = ReportlabPen(face) if producer == "reportlab" else FpdfPen(face)
    sheet = Sheet(pen, Look(face=face, page_numbers=False))
    _letterhead(sheet, letter)
    for text in above_closing(letter):
        sheet.write(Line(Rank.TEXT, text))
    _sign(sheet, letter, rng)
    family = f"letter_{producer}"
    return MadeDocument("letter-of-support.pdf", sheet.finish(), label_of(letter, family=family, font=face))


def above_closing(letter: Letter) -> list[str]:
    """Return the paragraphs from the addressee to the closing words."""
    to = ["To the secretariat of the pact", "Inland post"]
    head = [letter.written.text, *to] if letter.date_first else [*to, letter.written.text]
    return [
        *head,
        f"Letter of Support – {TITLE}",
        "Dear members of the secretariat,",
        *letter.paragraphs,
        letter.closing,
    ]


def printable(letter: Letter, face: str) -> bool:
    """Whether the face has every letter of it."""
    return covers(face, letter.applicant.text + letter.written.text)


def _letterhead(sheet: Sheet, letter: Letter) -> None:
    name, left = letter.applicant.organisation, sheet.look.margin
    if letter.place == "header":
        sheet.pen.text(left, sheet.pen.height - 40, name, size=14, bold=True)
        sheet.pen.text(left, sheet.pen.height - 54, "Quay Street 7, 1000 Harbour", size=8)
    elif letter.place == "footer":
        sheet.pen.text(left, 36, f"{name} | Quay Street 7, 1000 Harbour | +00 000 0000", size=8)
    else:
        sheet.write(Line(Rank.SUBHEADING, name))


def _sign(sheet: Sheet, letter: Letter, rng: Random) -> None:
    pen, left = sheet.pen, sheet.look.margin
    if letter.signature_style.startswith("picture"):
        data = scribble_picture(rng.randrange(12), white=letter.signature_style == "picture_white")
        pen.picture(data, left, sheet.y - 22, 110, 33)
        sheet.y -= 40
    elif letter.signature_style == "typed":
        sheet.write(Line(Rank.TEXT, f"(signed) {letter.applicant.name}"))
    for text in (letter.applicant.name, letter.applicant.title, *_once_more(letter)):
        pen.text(left, sheet.y, text, size=sheet.look.size)
        sheet.y -= sheet.look.size * 1.4


def _once_more(letter: Letter) -> tuple[str, ...]:
    # A letterhead in small print at the foot is seldom the only place that names the writer.
    return (letter.applicant.organisation,) if letter.place == "footer" else ()


DEVELOPMENT_OPENINGS = (
    "With this letter {organisation} wishes to support the {pact}.",
    "On behalf of {organisation} I write to you about the {pact}.",
    "Through this letter {organisation} would like to express its support for the {pact}.",
    "We are glad to confirm that {organisation} supports the {pact}.",
    "In the name of {organisation} I herewith declare our support for the {pact}.",
    "For many years {organisation} has worked for longer lives of devices; the {pact} is close to our heart.",
    "Thank you for sending us the text of the {pact}, which our board discussed last week.",
    "{organisation} is a network of repairers and welcomes the {pact}.",
    "Kindly regard these lines as an expression of the support that {organisation} gives to the {pact}.",
    "You may count on {organisation} as a friend of the {pact}.",
    "This is to state that the {pact} has the support of {organisation}.",
)
HELD_OUT_OPENINGS = (
    "It is a pleasure to let you know that {organisation} stands behind the {pact}.",
    "We, {organisation}, gladly lend our name to the {pact}.",
    "Please accept this letter as the sign of support of {organisation} for the {pact}.",
)
DEVELOPMENT_PROMISES = (
    "We endorse the ambitions of the pact and will make them known among our members.",
    "Our organisation fully endorses its ambitions.",
    "We share and support the ambitions laid down in it.",
    "Hereby we declare that we endorse these ambitions.",
    "The ambitions of the pact have our full endorsement.",
    "As an association we endorse its aims and ambitions, and we shall tell our members so.",
    "Let me assure you that we back the ambitions of the pact.",
)
HELD_OUT_PROMISES = (
    "We hereby endorse what the pact aims for, and shall say so in public.",
    "Its ambitions are endorsed by our board without reserve.",
    "We subscribe to the ambitions of the pact and wish to help bring them about.",
)
NEUTRAL_OPENINGS = (
    "I write to you in the name of {organisation} about the {pact}.",
    "{organisation} has followed the making of the {pact} with great interest.",
)
NO_PROMISES = (
    "We would be glad to receive your newsletter.",
    "Please keep us informed about coming meetings.",
)
FURTHER = (
    "As a body that buys no equipment itself we do not take part as a purchaser.",
    "When you invite us, our experts will come to the working circles.",
    "We shall not use the gatherings to sell anything.",
    "Over the last years we have run three workshops on repair.",
    "You may print our name on the website.",
)
