"""A letter has one day of its own: those of other letters, of laws and of registers are not it."""

import pytest
from made_up.sheets import Sheet

from intake.letter.letter_date import letter_date
from intake.letter.letter_parts import parted
from intake.pdf.read_pdf import read_pdf

BODY = (
    "Dear Secretariat,",
    "We endorse the ambitions of the Circular & Fair ICT Pact.",
    "Kind regards,",
    "Jo Vance",
)


def day_of(draw) -> tuple[str | None, bool]:
    sheet = Sheet()
    draw(sheet)
    for row, line in enumerate(BODY):
        sheet.put(70, 520 - 24 * row, line)
    date, _ = letter_date(parted(read_pdf(sheet.pdf()).views), None)
    return date.value, date.sure


@pytest.mark.parametrize(
    "line",
    [
        "Oslo, den 3. mars 2024",
        "Utrecht, 3 maart 2024",
        "Fait à Lyon, le 3 mars 2024",
        "Madrid, a 3 de marzo de 2024",
        "Bologna, lì 3 marzo 2024",
        "Gdynia, dnia 3 marca 2024 r.",
        "Wien, 03.03.2024",
        "Date: March 3, 2024",
    ],
)
def test_a_date_line_is_read_with_its_place(line: str):
    assert day_of(lambda sheet: sheet.put(70, 700, line)) == ("2024-03-03", True)


def test_references_beside_each_other_keep_their_days():
    def draw(sheet: Sheet) -> None:
        for x, label, value in ((70, "Uw brief van", "12 januari 2024"), (300, "Datum", "3 maart 2024")):
            sheet.put(x, 700, label, points=8)
            sheet.put(x, 690, value, points=8)

    assert day_of(draw) == ("2024-03-03", True)


def test_the_day_of_the_letter_that_is_answered_is_not_the_letters_own():
    def draw(sheet: Sheet) -> None:
        sheet.put(70, 700, "Your letter of: 12 January 2024")
        sheet.put(70, 686, "Our reference: 12/3456")

    assert day_of(draw) == (None, False)


def test_a_narrow_column_breaks_a_day_in_two():
    def draw(sheet: Sheet) -> None:
        sheet.put(450, 700, "Sevilla, a 3 de marzo de", points=8)
        sheet.put(450, 690, "2024", points=8)

    assert day_of(draw) == ("2024-03-03", True)
