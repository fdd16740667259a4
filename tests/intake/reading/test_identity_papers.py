"""Identity papers are told by what stands on them; nothing of them leaves the reader."""

import json

import pytest
from made_up.sheets import Sheet, grid_sheet

from intake.reading.identity_papers import is_identity_paper
from intake.reading.read_file import read_file
from intake.reading.reading_json import to_json
from pact.documents import DocumentKind

PASSPORT = (
    "Passport",
    "Surname: Sampleton",
    "Given names: Robin",
    "Date of birth: 03 MAY 1971",
    "P<UTOSAMPLETON<<ROBIN<<<<<<<<<<<<<<<<<<<<<<<",
    "X1234567<8UTO7105036X2906116<<<<<<<<<<<<<<04",
)


def sheet_of(lines: tuple[str, ...], sheet: Sheet | None = None) -> Sheet:
    sheet = sheet or Sheet()
    for row, line in enumerate(lines):
        sheet.put(70, 760 - 20 * row, line)
    return sheet


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PASSPORT),
        "REISEPASS\nName: Muster\nStaatsangehörigkeit: deutsch\nGeburtsdatum: 3.5.1971\nGültig bis: 2029",
        "CARTE NATIONALE D'IDENTITÉ\nNom : Durand\nPrénoms : Zoé\nSexe : F\nNé(e) le 3.5.1971",
        "RIJBEWIJS\n1. Voorbeeld\n2. Robin\n3. 03.05.1971\n4a. 11.06.2019 4b. 10.06.2029\n5. 5123456789",
        "KØREKORT\n1. Prøve\n2. Robin\n4a. 11.06.2019 4b. 10.06.2029",
    ],
)
def test_identity_papers_are_recognised(text: str):
    assert is_identity_paper(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Name\nTitle\nDate of birth\nOrganisation",
        "Participation type: both\nName: Robin\nNationality: Dutch\nSex: X\nDate of birth: 1971",
        "Please bring your passport to the meeting; it starts at nine.",
        "",
    ],
)
def test_other_papers_are_none(text: str):
    assert is_identity_paper(text) is False


def test_nothing_that_stands_on_one_leaves_the_reader():
    read = read_file(sheet_of(PASSPORT).pdf(), "application/pdf")

    assert read.kind is DocumentKind.OTHER
    assert [(remark.code, remark.seen, remark.page) for remark in read.remarks] == [
        ("identity_document", "Page 1 of the file.", 1)
    ]
    told = json.dumps(to_json(read)).lower()
    assert [word for word in ("sampleton", "robin", "1971", "x1234567", "uto") if word in told] == []


def test_a_copy_is_read_past_the_identity_paper_behind_it():
    sheet = grid_sheet()
    sheet.next_page()

    read = read_file(sheet_of(PASSPORT, sheet).pdf(), "application/pdf")

    assert read.kind is DocumentKind.SIGNED_PACT
    assert [s.name.value for s in read.signatories] == ["Roos Vandenbulcke"]
    assert [remark.code for remark in read.remarks if remark.page == 2] == ["identity_document"]
