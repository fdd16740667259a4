"""Passages know their section, number, level and product; criteria become records."""

import pytest

from pact.library_documents import LibraryDocument
from pact.library_elements import DocumentElements, Element, ElementKind
from pact.library_levels import level_of, level_parts
from pact.library_numbers import criterion_number, section_number, without_number
from pact.library_passages import DocumentContent, PassageKind, as_row, cells_of
from pact.library_products import product_groups_in, schemes_in
from pact.library_structure import content_of

DOCUMENT = LibraryDocument("made_up", "Made-up criteria", level_words=("core", "comprehensive"))


def heading(text: str, depth: int = 1) -> Element:
    return Element(ElementKind.HEADING, text, depth)


def paragraph(text: str) -> Element:
    return Element(ElementKind.PARAGRAPH, text)


def item(text: str, marker: str) -> Element:
    return Element(ElementKind.LIST_ITEM, text, 1, marker)


def row(*cells: str, header: tuple[str, ...]) -> Element:
    return Element(ElementKind.TABLE_ROW, as_row(cells), header=as_row(header))


def content(*elements: Element, document: LibraryDocument = DOCUMENT) -> DocumentContent:
    return content_of(DocumentElements(elements), document)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("TS5 Battery life", "TS5"),
        ("**A1** Cycles", "A1"),
        ("AC2.1 Power", "AC2.1"),
        ("TS 3 Spare parts", "TS 3"),
        ("Krav 12: Garanti", "Krav 12"),
        ("Critère 4 - Réparation", "Critère 4"),
        ("CO2 emissions", ""),
        ("USB4 ports", ""),
        ("EN 61960 tests", ""),
        ("A laptop", ""),
        ("2016 edition", ""),
    ],
)
def test_a_criterion_goes_by_the_number_that_it_opens_with(text: str, number: str):
    assert criterion_number(text) == number


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("4.2.1 Garantie", "4.2.1", "Garantie"),
        ("TS5: Battery life", "TS5", "Battery life"),
        ("Paragraph 4 - Working groups", "4", "Paragraph 4 - Working groups"),
        ("2016 edition", "", "2016 edition"),
    ],
)
def test_a_section_goes_by_a_dotted_number_too(title: str, number: str, name: str):
    assert (section_number(title), without_number(title)) == (number, name)


def test_a_point_of_a_numbered_section_is_cited_as_a_clause():
    found = content(
        heading("3.2 Actions"), item("Take action to:", "1"), item("a. share;", "a"), item("Report.", "2")
    )

    assert [one.criterion for one in found.passages] == ["3.2.1", "3.2.1.a", "3.2.2"]


def test_a_passage_knows_the_titles_above_it():
    found = content(
        heading("Laptops"), heading("Battery", 2), paragraph("One."), heading("Repair", 2), paragraph("Two.")
    )

    assert [one.path for one in found.passages] == [("Laptops", "Battery"), ("Laptops", "Repair")]
    assert found.headings == ("Laptops", "Battery", "Repair")


def test_the_text_of_a_passage_stands_in_the_document_where_it_says():
    found = content(heading("Laptops"), paragraph("One."), row("A1", "500", header=("No.", "Cycles")))

    assert [found.text[one.start : one.end] for one in found.passages] == ["One.", "| A1 | 500 |"]


def test_levels_that_a_criterion_names_become_records_with_their_proof():
    found = content(
        heading("Laptops"),
        heading("TS5 Battery life", 2),
        paragraph("Core: 500 cycles. Comprehensive: 800 cycles."),
        paragraph("Verification: a test report."),
    )

    assert [
        (one.criterion, one.name, one.level, one.requirement, one.verification) for one in found.criteria
    ] == [
        ("TS5", "Battery life", "core", "500 cycles.", "a test report."),
        ("TS5", "Battery life", "comprehensive", "800 cycles.", "a test report."),
    ]
    assert {(one.product, one.phase) for one in found.criteria} == {("laptops", "technical specification")}
    assert [one.kind for one in found.passages] == [PassageKind.CRITERION, PassageKind.CRITERION]


def test_columns_of_levels_give_a_record_a_level():
    header = ("No.", "Criterion", "Core", "Comprehensive", "Evidence")
    found = content(heading("Refurbished laptops"), row("L1", "Battery", "80 %", "", "Report", header=header))

    assert [
        (one.criterion, one.name, one.level, one.requirement, one.verification) for one in found.criteria
    ] == [("L1", "Battery", "core", "80 %", "Report")]
    assert found.criteria[0].product == "refurbished laptops"


def test_a_column_that_names_the_level_gives_it_to_its_row():
    header = ("Requirement", "Level", "Proof")
    found = content(row("Sold for 5 years", "Comprehensive", "A list", header=header))

    assert [(one.requirement, one.level, one.verification) for one in found.criteria] == [
        ("Sold for 5 years", "comprehensive", "A list")
    ]
    assert found.passages[0].level == "comprehensive"


def test_a_table_of_something_else_gives_no_records():
    found = content(row("A", "EEI > 2.70", header=("Class", "Index")))

    assert found.criteria == ()


@pytest.mark.parametrize(
    ("text", "path", "level"),
    [
        ("Core: 500 cycles.", (), "core"),
        ("Core: 500. Comprehensive: 800.", (), ""),
        ("500 cycles.", ("Energy", "Comprehensive criteria"), "comprehensive"),
        ("500 cycles.", ("Our core business and more",), ""),
        ("At the core of it.", (), ""),
    ],
)
def test_a_passage_has_the_level_that_it_or_its_title_names(text: str, path: tuple[str, ...], level: str):
    assert level_of(text, path, ("core", "comprehensive")) == level


def test_levels_in_a_row_of_figures_are_told_apart_without_colons():
    parts = level_parts("baseline 1 year, ambitious 2 years", ("baseline", "ambitious"))

    assert [(one.level, one.text) for one in parts] == [("baseline", "1 year"), ("ambitious", "2 years")]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Notebookakkus", ("laptops",)),
        ("Bærbare PC-er og mobiltelefoner", ("laptops", "smartphones")),
        ("Gereviseerde laptops", ("refurbished", "laptops")),
        ("ordinateurs portables", ("laptops",)),
        ("monitoring of results", ()),
    ],
)
def test_product_groups_are_known_in_the_languages_of_the_library(text: str, groups: tuple[str, ...]):
    assert product_groups_in(text) == groups


def test_the_scheme_of_a_title_is_known():
    assert schemes_in("TCO Certified generation 10") == ("TCO Certified",)


@pytest.mark.parametrize("cells", [("a", "b"), ("a | b", ""), ("", ""), ("ends with \\",)])
def test_cells_come_back_from_the_row_that_they_were_put_in(cells: tuple[str, ...]):
    assert cells_of(as_row(cells)) == cells
