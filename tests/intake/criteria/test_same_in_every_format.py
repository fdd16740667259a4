"""One document in every format: all its headings, paragraphs, items and rows, word for word."""

from functools import cache

import pytest
from made_up import library_printed
from made_up.library_content import DOCUMENT, HEADING, ITEM, PARAGRAPH, row_heads, rows, texts

from intake.criteria.read_criteria import read_criteria
from pact.library_elements import DocumentElements, ElementKind
from pact.library_passages import cells_of

FORMATS = {
    "markdown": library_printed.as_markdown,
    "html": library_printed.as_html,
    "docx": library_printed.as_docx,
    "docx_by_look": lambda: library_printed.as_docx(styled=False),
    "xlsx": library_printed.as_xlsx,
}
# A workbook knows no list: its items are lines like others.
WITH_LISTS = sorted(set(FORMATS) - {"xlsx"})


@cache
def read_as(form: str) -> DocumentElements:
    return read_criteria(FORMATS[form]())


def found(form: str, *kinds: ElementKind) -> list[str]:
    return [one.text for one in read_as(form).elements if one.kind in kinds]


@pytest.mark.parametrize("form", FORMATS)
def test_every_heading_is_found(form: str):
    assert found(form, ElementKind.HEADING) == texts(HEADING)


@pytest.mark.parametrize("form", WITH_LISTS)
def test_headings_lie_as_deep_as_they_do(form: str):
    depths = [one.depth for one in read_as(form).elements if one.kind is ElementKind.HEADING]

    assert depths == [piece.depth for piece in DOCUMENT if piece.kind == HEADING]


@pytest.mark.parametrize("form", WITH_LISTS)
def test_every_paragraph_and_every_item_is_found(form: str):
    assert found(form, ElementKind.PARAGRAPH) == texts(PARAGRAPH)
    assert found(form, ElementKind.LIST_ITEM) == texts(ITEM)


def test_every_line_of_a_workbook_is_found():
    lines = [piece.text for piece in DOCUMENT if piece.kind in (PARAGRAPH, ITEM)]

    assert found("xlsx", ElementKind.PARAGRAPH) == lines


@pytest.mark.parametrize("form", WITH_LISTS)
def test_items_go_by_their_numbers(form: str):
    markers = [one.marker for one in read_as(form).elements if one.kind is ElementKind.LIST_ITEM]

    assert markers == [piece.marker for piece in DOCUMENT if piece.kind == ITEM]


@pytest.mark.parametrize("form", FORMATS)
def test_every_row_is_found_with_the_head_of_its_table(form: str):
    seen = [one for one in read_as(form).elements if one.kind is ElementKind.TABLE_ROW]

    assert [cells_of(one.text) for one in seen] == rows()
    assert [cells_of(one.header) for one in seen] == row_heads()
