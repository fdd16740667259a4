"""What is no answer to its label is never said to be sure."""

import pytest
from made_up.sheets import LABELS, VALUES, Sheet

from intake.block.doubts import address_begins, is_broken_by_choice, is_odd_for
from intake.block.labels import LabelField
from intake.page.page import Word
from intake.reading.read_file import read_file
from pact.documents import Signatory

PDF = "application/pdf"


def signatory_of(values: tuple[str, ...], *, labels: tuple[str, ...] = LABELS) -> Signatory:
    sheet = Sheet()
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        sheet.put(70, 720 - 40 * row, label)
        for line, text in enumerate(value.split("\n")):
            sheet.put(220, 720 - 40 * row - 13 * line, text)
    return read_file(sheet.pdf(), PDF).signatories[0]


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        (LabelField.ORGANISATION, ["Please complete this page in block letters and return it."]),
        (LabelField.ORGANISATION, ["Stad Oudewerf Dr. Roos Vermeulen"]),
        (LabelField.ORGANISATION, ["Stad Oudewerf", "Kade 12, 4811 XZ Waterdorp"]),
        (LabelField.ORGANISATION, ["Stad Oudewerf", "Name"]),
        (LabelField.NAME, ["to the pact"]),
        (LabelField.NAME, ["By"]),
        (LabelField.NAME, ["By: /s/ Roos Vermeulen"]),
        (LabelField.NAME, ["Coordinating organisation", "Roos Vermeulen"]),
        (LabelField.TITLE, ["Buyer Our choice: (b)"]),
    ],
)
def test_a_value_that_holds_something_else_is_odd(field: LabelField, lines: list[str]) -> None:
    assert is_odd_for(field, lines)


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        (LabelField.ORGANISATION, ["Rijkswaterstaat Noord"]),
        (LabelField.NAME, ["Dr Althea Broom OBE"]),
        (LabelField.NAME, ["ir. L. van den Berg"]),
        (LabelField.TITLE, ["Head of procurement, unit 3"]),
    ],
)
def test_a_plain_answer_is_not_odd(field: LabelField, lines: list[str]) -> None:
    assert not is_odd_for(field, lines)


def test_an_address_begins_below_the_first_line_only() -> None:
    assert address_begins(["Kade 12, 4811 XZ Waterdorp"]) == 1
    assert address_begins(["Stad Oudewerf", "Kade 12, 4811 XZ Waterdorp"]) == 1
    assert address_begins(["Stad Oudewerf", "Dienst Inkoop"]) == 2


def test_an_address_below_the_organisation_is_no_part_of_it() -> None:
    found = signatory_of((f"{VALUES[0]}\nKade 12, 4811 XZ Waterdorp", *VALUES[1:]))

    assert found.organisation.value == VALUES[0]


def test_two_lines_that_had_room_on_one_are_not_sure() -> None:
    found = signatory_of((VALUES[0], VALUES[1], "Buyer\nA. Person of the House", *VALUES[3:]))

    assert (found.title.value, found.title.sure) == ("Buyer A. Person of the House", False)


def test_the_secretariats_own_part_of_the_page_is_not_the_signatorys() -> None:
    sheet = Sheet()
    labels = (LABELS[0], *LABELS[2:])
    for row, (label, value) in enumerate(zip(labels, (VALUES[0], *VALUES[2:]), strict=True)):
        sheet.put(70, 720 - 24 * row, label)
        sheet.put(220, 720 - 24 * row, value)
    sheet.put(70, 560, "For the secretariat's use only")
    sheet.put(70, 540, "Name")
    sheet.put(220, 540, "Somebody Else")

    assert read_file(sheet.pdf(), PDF).signatories[0].name.value is None


def test_signatory_over_a_block_is_its_heading() -> None:
    found = signatory_of(("", *VALUES), labels=("Signatory", *LABELS))

    assert (found.organisation.value, found.name.value) == VALUES[:2]


def test_a_word_cut_in_two_by_its_column_is_not_sure() -> None:
    upper = (Word("Informatie", (100, 20, 150, 30)),)
    lower = (Word("voorziening", (100, 8, 152, 18)),)

    assert is_broken_by_choice([upper, lower], right_edge=152.0)


def test_an_option_beside_the_title_is_not_surely_a_title() -> None:
    assert is_odd_for(LabelField.TITLE, ["Coordinating organization"]) is True


def test_an_organisation_that_ends_in_a_comma_goes_on_elsewhere() -> None:
    assert is_odd_for(LabelField.ORGANISATION, ["Joint Buyers of Schools,"]) is True
