"""Papers of the set BLIND that are no application, some of them with a signature block of their own."""

from random import Random

from made_up.pact_text import TITLE
from made_up.people import BLIND, draw_applicant

Table = tuple[tuple[str, ...], ...]


def draw_blind_paper(rng: Random) -> tuple[str, tuple[str, ...], Table]:
    """Return the name of a paper, its lines (the first a heading) and a table behind them, or none."""
    name = rng.choice(tuple(BLIND_PAPERS))
    who, other = draw_applicant(rng, BLIND), draw_applicant(rng, BLIND)
    words = {
        "organisation": who.organisation,
        "name": who.name,
        "title": who.title,
        "other": other.organisation,
        "other_name": other.name,
        "pact": TITLE,
        "number": str(rng.randrange(20000, 99999)),
    }
    lines, table = BLIND_PAPERS[name]
    filled = tuple(tuple(cell.format(**words) for cell in row) for row in table)
    return name, tuple(line.format(**words) for line in lines), filled


BLIND_PAPERS: dict[str, tuple[tuple[str, ...], Table]] = {
    "purchase_order": (
        (
            "Purchase order {number}",
            "Buyer: {organisation}. Contact: {name}, {title}.",
            "Please deliver to the rear entrance between eight and ten.",
            "As a signatory of the {pact} we ask for spare parts for seven years.",
            "Total without tax: 41 880.00. Approved by: {name}. Date: 17 May 2024",
        ),
        (
            ("Item", "Quantity", "Price"),
            ("Telephone, refurbished", "60", "398.00"),
            ("Docking station", "60", "300.00"),
        ),
    ),
    "board_minutes": (
        (
            "Board of {organisation}: decisions of the meeting in March",
            "In the chair: {name}. Secretary: {other_name}.",
            "Item 4: {pact}. The chair explains what a procuring organization does, and a coordinating one.",
            "The board is in favour in principle. The signature is put off until the lawyers have answered.",
            "Item 5: parking places. Decided as proposed.",
            "Date of approval of these minutes: 2 April 2024. Signature of the chair: ____________",
        ),
        (),
    ),
    "bulletin": (
        (
            "The circular buyer, issue {number}",
            "{organisation} and {other} are the latest names under the {pact}.",
            "We asked {name}, {title}: why did you sign? Because devices are thrown away too soon.",
            "Supporters, whose Letter of Support says that they endorse its ambitions, are welcome.",
            "In the next issue: how to repair a screen.",
        ),
        (),
    ),
    "tender_notice": (
        (
            "Contract notice: supply of portable computers",
            "Contracting authority: {organisation}. Contact point: {name}.",
            "Criterion 3 follows the {pact}: the tenderer shows how fair work in its factories is watched.",
            "Closing date: 30 September 2024, noon. Tenders are handed in through the portal.",
        ),
        (("Lot", "Title"), ("1", "Computers"), ("2", "Take-back")),
    ),
    "processing_agreement": (
        (
            "Data processing agreement",
            "Between {organisation} (the controller) and {other} (the processor).",
            "Article 1. The processor handles personal data only as the controller tells it to.",
            "Article 2. A breach is reported within 36 hours.",
            "Article 3. At the end all copies are returned or destroyed.",
            "Signed by both parties:",
        ),
        (
            ("", "Controller", "Processor"),
            ("Organization", "{organisation}", "{other}"),
            ("Name", "{name}", "{other_name}"),
            ("Title", "{title}", "Managing director"),
            ("Date", "6 June 2023", "8 June 2023"),
            ("Signature", "/s/ {name}", "/s/ {other_name}"),
        ),
    ),
    "power_of_attorney": (
        (
            "Power of attorney",
            "{organisation} empowers {other_name} to sign contracts up to 50 000 on its behalf.",
            "It ends on the last day of the year.",
        ),
        (("Name", "{name}"), ("Title", "{title}"), ("Date", "11 November 2022"), ("Signature", "/s/ {name}")),
    ),
    "council_proposal": (
        (
            "Proposal to the council, file {number}",
            "The council is asked to agree that {organisation} signs the {pact} as a procuring organization.",
            "Costs: a day of work each month. Risks: none are seen.",
            "Proposed by {name}, {title}. To be dealt with on 19 February 2025.",
        ),
        (),
    ),
}
"""Name of a paper: its lines, and rows of a table."""
