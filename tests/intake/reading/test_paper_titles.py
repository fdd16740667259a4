"""Papers are told by what they call themselves, and not by what they speak of."""

import pytest

from intake.reading.paper_titles import PaperTitle, title_of


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Annual Report 2024", "Town of Ferrow"), PaperTitle.REPORT),
        (("Town of Ferrow", "Jaarverslag 2024"), PaperTitle.REPORT),
        (("Rapport annuel 2024",), PaperTitle.REPORT),
        (("Monitoring report of a procuring organisation",), PaperTitle.REPORT),
        (("Action plan 2025", "Town of Ferrow"), PaperTitle.PLAN),
        (("Handlingsplan 2025",), PaperTitle.PLAN),
        (("Invoice 17",), PaperTitle.OTHER),
        (("Minutes of the buyer group",), PaperTitle.OTHER),
        (("Members of the Circular & Fair ICT Pact",), PaperTitle.OTHER),
        (("Dear Ms Hofstede,", "Annual report 2024"), None),
        (("Objet : soutien au pacte CFIT",), PaperTitle.LETTER_OF_SUPPORT),
        (("Betreft: steunbetuiging aan het CFIT-pact",), PaperTitle.LETTER_OF_SUPPORT),
        (
            (
                "Circular & Fair ICT Pact",
                "Each year we write an annual report, and",
            ),
            None,
        ),
        (("Circular & Fair ICT Pact",), None),
    ],
)
def test_first_lines_tell_what_a_paper_is(lines: tuple[str, ...], told: PaperTitle | None):
    assert title_of("\n".join(lines)) is told
