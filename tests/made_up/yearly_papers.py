"""Annual reports and action plans on paper: what participants send later, and no application."""

from random import Random

from made_up.copies_drawn import Look, Sheet
from made_up.filled_forms import PRINT_FACES, Paper
from made_up.pact_text import TITLE, Line, Rank
from made_up.paper_pages import printed_pages
from made_up.pens import A4, ReportlabPen, covers
from made_up.people import draw_applicant

from pact.documents import DocumentKind

PRINT_DPI = 220
YEARLY: dict[str, dict[DocumentKind, tuple[tuple[str, ...], ...]]] = {
    "development": {
        DocumentKind.ANNUAL_REPORT: (
            (
                "Annual report {year}",
                "{organisation} – report to its coordinator under the {pact}",
                "In {year} we bought {few} laptops new and {some} made new again.",
                "Of the telephones, {few} came from a hire contract.",
                "Equipment stayed in service for {years} years on average.",
                "What we learned: ask for spare batteries before the award, not after it.",
                "Drawn up by {name}, {title}",
            ),
        ),
        DocumentKind.ACTION_PLAN: (
            (
                "Action plan {next}",
                "{organisation}, coordinating organization",
                "In {next} we will hold two meetings of our buyer group and publish one guide.",
                "We aim to approach {few} buyers and to welcome five of them.",
                "Planned tenders: one for telephones in spring, one for tablets in autumn.",
                "{name}, {title}",
            ),
        ),
    },
    "held_out": {
        DocumentKind.ANNUAL_REPORT: (
            (
                "{pact}: figures for the year {year}",
                "Reporting organisation: {organisation}",
                "Devices purchased new: {some}. Refurbished: {few}. Average lifetime: {years} years.",
                "Devices handed on for reuse: {few}. Labels asked for in our tenders: two.",
                "Contact: {name} ({title})",
            ),
            (
                "Yearly progress report",
                "Period: January to December {year}",
                "This year {organisation} carried out three tenders that followed the shared criteria.",
                "We could not find out what became of {few} old screens.",
                "Signed for the record: {name}",
            ),
        ),
        DocumentKind.ACTION_PLAN: (
            (
                "Plan of action for {next}",
                "{organisation} intends to do the following as a coordinator of the {pact}.",
                "1. Found a buyer group in our region.",
                "2. Train {few} purchasers.",
                "3. Report in English by the end of {next}.",
                "Responsible: {name}, {title}",
            ),
        ),
    },
}
"""The lines of each paper by set and kind; the first is its heading."""


def yearly_paper(rng: Random, set_name: str) -> Paper:
    """Return a printed annual report or action plan."""
    face = rng.choice(PRINT_FACES[set_name])
    who = draw_applicant(rng, set_name)
    while not covers(face, who.text):
        who = draw_applicant(rng, set_name)
    kind = rng.choice(tuple(YEARLY[set_name]))
    year = rng.randrange(2022, 2027)
    words = {
        "organisation": who.organisation,
        "name": who.name,
        "title": who.title,
        "pact": TITLE,
        "year": str(year),
        "next": str(year + 1),
        "few": str(rng.randrange(12, 90)),
        "some": str(rng.randrange(100, 2400)),
        "years": str(rng.randrange(3, 8)),
    }
    sheet = Sheet(ReportlabPen(face, A4), Look(face=face, size=rng.choice((10, 11, 12))))
    for number, line in enumerate(rng.choice(YEARLY[set_name][kind])):
        rank = Rank.TEXT if number else Rank.HEADING
        sheet.write(Line(rank, line.format(**words)))
    pages = printed_pages(sheet.finish(), PRINT_DPI, with_words=True)
    return Paper(pages, (), layout=str(kind), font=face, kind=kind)
