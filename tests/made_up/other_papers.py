"""Papers that are no application: some far from the pact, some that speak of it at length."""

from random import Random

from made_up.copies_drawn import Look, Sheet
from made_up.copies_typst import compiled, quoted
from made_up.labels import Label, MadeDocument
from made_up.pact_text import TITLE, Line, Rank
from made_up.pens import FpdfPen, Pen, ReportlabPen, covers
from made_up.people import DEVELOPMENT, Applicant, draw_applicant

from pact.documents import DocumentKind

DEVELOPMENT_PAPERS = (
    "invoice",
    "agenda",
    "newsletter",
    "covering_letter",
    "event_form",
    "second_thoughts",
    "request",
    "not_yet",
)
HELD_OUT_PAPERS = ("curriculum", "minutes", "press_release", "question_letter", "supplier_form", "contract")


def draw_paper(rng: Random, set_name: str, faces: tuple[str, ...]) -> MadeDocument:
    """Return one paper of the set as a PDF by reportlab, fpdf2 or typst."""
    name = rng.choice(DEVELOPMENT_PAPERS if set_name == DEVELOPMENT else HELD_OUT_PAPERS)
    face = rng.choice(faces)
    who = draw_applicant(rng, set_name)
    while not covers(face, who.text):
        who = draw_applicant(rng, set_name)
    lines = [line.format(**_words(who, rng)) for line in PAPERS[name]]
    if rng.random() < 0.3:
        data = compiled("\n\n".join(quoted(line) for line in lines))
        face = "Libertinus Serif"
    else:
        data = _drawn(lines, face, ReportlabPen(face) if rng.random() < 0.5 else FpdfPen(face))
    return MadeDocument(f"{name}.pdf", data, Label(DocumentKind.OTHER, family=f"other_{name}", font=face))


def _drawn(lines: list[str], face: str, pen: Pen) -> bytes:
    sheet = Sheet(pen, Look(face=face))
    for number, line in enumerate(lines):
        sheet.write(Line(Rank.HEADING if number == 0 else Rank.TEXT, line))
    return sheet.finish()


def _words(who: Applicant, rng: Random) -> dict[str, str]:
    return {
        "organisation": who.organisation,
        "name": who.name,
        "title": who.title,
        "pact": TITLE,
        "number": str(rng.randrange(1000, 9999)),
    }


PAPERS: dict[str, tuple[str, ...]] = {
    "invoice": (
        "Invoice {number}",
        "{organisation}",
        "Date: 12 May 2023",
        "Two hundred telephone cases at 4.10: 820.00",
        "Carriage: 35.00",
        "Payable within thirty days. Quote the number of this invoice.",
    ),
    "agenda": (
        "Agenda of the meeting in spring",
        "1. Opening and notes of the last meeting",
        "2. What {organisation} learned from its tender",
        "3. The {pact}: who has signed, who has not",
        "4. Any other business. Notes are taken by {name}.",
    ),
    "newsletter": (
        "News from the workshop, number {number}",
        "Three more cities signed the {pact} this month. {organisation} was first.",
        "{name}, {title}, says: we endorse its ambitions because our users asked us to.",
        "Would your organization like to sign? Participation is open to whoever buys or coordinates.",
        "To stop receiving this newsletter, write to us.",
    ),
    "covering_letter": (
        "Covering letter",
        "Dear secretariat, on behalf of {organisation} I am sending you our copy of the {pact}.",
        "The copy itself travels in a separate file. Please tell us when it has arrived.",
        "Kind regards, {name}, {title}",
    ),
    "event_form": (
        "Registration for the autumn meeting",
        "Organization: {organisation}",
        "Name: {name}",
        "Title: {title}",
        "Meals: vegetarian",
        "Date: 3 October 2023",
        "Signature: {name}",
    ),
    "request": (
        "Please tell us more",
        "To the secretariat: a colleague showed us the {pact}, and {organisation} may be interested.",
        "Where do we find a template for the Letter of Support, and does it need a stamp?",
        "With kind regards, {name}, {title}",
    ),
    "not_yet": (
        "Where we stand",
        "To the secretariat. {organisation} has not decided yet about the {pact}.",
        "Our board would have to endorse it first, and meets in March. May we choose the role later?",
        "A Letter of Support would be the next best thing; what would we have to promise in it?",
        "Yours sincerely, {name}, {title}",
    ),
    "second_thoughts": (
        "Our reply",
        "Dear secretariat, thank you for asking whether {organisation} would write a Letter of Support.",
        "We have to disappoint you for now: our members want to read the {pact} first.",
        "Should they agree in autumn, you will hear from us.",
        "Kind regards, {name}, {title}",
    ),
    "curriculum": (
        "Curriculum vitae",
        "Name: {name}",
        "Present position: {title}, {organisation}",
        "Education: law and economics, 1998",
        "Languages: three. References on request.",
    ),
    "minutes": (
        "Minutes of meeting {number}",
        "Present: {name} ({title}, {organisation}) and five others.",
        "It was decided to look at the {pact} once more before signing it.",
        "Action: ask the secretariat what a coordinating organization has to do each year.",
        "Date of the next meeting: 4 June 2024",
    ),
    "press_release": (
        "For immediate release",
        "{organisation} joins the {pact}",
        "With the stroke of a pen {name}, {title}, made it official this morning.",
        "As a procuring organization it will ask makers for telephones that can be opened.",
        "The signed text is on its way to the secretariat. End of release {number}.",
    ),
    "question_letter": (
        "Three questions",
        "Dear secretariat, {organisation} is thinking about the {pact}, and is not sure yet.",
        "Who should sign, and in which role? Is a Letter of Support enough for a start?",
        "We cannot endorse the text before our council has seen it.",
        "Yours sincerely, {name}, {title}",
    ),
    "supplier_form": (
        "New supplier form {number}",
        "Organization {organisation}",
        "Name of contact {name}",
        "Title {title}",
        "Bank account on file: yes / no",
        "Date 2024-01-09",
        "Signature",
    ),
    "contract": (
        "Framework contract for portable computers",
        "Between {organisation}, hereafter the buyer, and the seller named below.",
        "Paragraph 1. The seller delivers {number} computers. Paragraph 2. The buyer pays within sixty days.",
        "Signed, for the buyer: {name}, {title}. For the seller: see the last page.",
        "Date: 8 March 2022",
    ),
}
"""Name of a paper: its lines, the first of them a heading."""
