"""Markdown documents of the library: every element is a slice of the source."""

import pytest

from intake.criteria.elements_json import elements_from_wire, elements_to_wire
from intake.criteria.markdown_criteria import read_markdown
from pact.library_elements import ElementKind

SOURCE = """---
title: "Criteria for telephones"
products: [smartphones, tablets]
---
# Telephones

Buy *fewer*
telephones.[^1]

1. Repair first:
   - a. at home;
   - b. in a shop.
2. Then replace.

| No. | Criterion | Core |
|---|---|---|
| T1 | Battery, `cycles` | 800 |
| T2 | Bars \\| stripes | none |

> Ask before you buy.

[^1]: Bought

```
quoted text
```
<!-- nobody sees this -->
"""


def found(kind: ElementKind) -> list[str]:
    return [one.text for one in read_markdown(SOURCE).elements if one.kind is kind]


def test_paragraphs_keep_their_marks_and_their_line_ends():
    assert found(ElementKind.PARAGRAPH) == [
        "Buy *fewer*\ntelephones.[^1]",
        "Ask before you buy.",
        "quoted text",
    ]


def test_list_items_go_by_their_numbers_and_letters():
    items = [one for one in read_markdown(SOURCE).elements if one.kind is ElementKind.LIST_ITEM]

    assert [(one.marker, one.depth, one.text) for one in items] == [
        ("1", 1, "Repair first:"),
        ("a", 2, "a. at home;"),
        ("b", 2, "b. in a shop."),
        ("2", 1, "Then replace."),
    ]


def test_a_table_row_carries_the_header_of_its_table():
    rows = [one for one in read_markdown(SOURCE).elements if one.kind is ElementKind.TABLE_ROW]

    assert [one.text for one in rows] == [
        "| T1 | Battery, `cycles` | 800 |",
        "| T2 | Bars \\| stripes | none |",
    ]
    assert {one.header for one in rows} == {"| No. | Criterion | Core |"}


def test_headings_and_footnotes_are_told_apart_from_text():
    assert found(ElementKind.HEADING) == ["Telephones"]
    assert found(ElementKind.FOOTNOTE) == ["[^1]: Bought"]


def test_front_matter_says_what_the_document_is_and_is_no_passage():
    read = read_markdown(SOURCE)

    assert read.described == (("title", "Criteria for telephones"), ("products", "smartphones, tablets"))


@pytest.mark.parametrize(
    "source", [SOURCE, SOURCE.replace("\n", "\r\n"), "no structure at all", "| a |\n|--|\n| b"]
)
def test_every_element_stands_in_the_source_where_it_says(source: str):
    read = read_markdown(source)

    assert read.text is not None
    assert [
        one.text for one in read.elements if one.start >= 0 and read.text[one.start : one.end] != one.text
    ] == []


def test_what_was_read_comes_whole_through_the_pipe():
    read = read_markdown(SOURCE)

    assert elements_from_wire(elements_to_wire(read)) == read


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{}",
        b"[]",
        b'{"elements": [[]]}',
        elements_to_wire(read_markdown(SOURCE)).replace(b"Ask", b"Sell"),
    ],
)
def test_an_answer_that_does_not_fit_its_own_text_is_refused(answer: bytes):
    with pytest.raises(ValueError, match=r"."):
        elements_from_wire(answer)
