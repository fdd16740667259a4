"""Numbers that somebody typed before paragraphs make a list where they count on from one another."""

from intake.criteria.typed_items import with_typed_items
from pact.library_elements import Element, ElementKind


def read(*texts: str) -> list[tuple[str, int, str]]:
    found = with_typed_items([Element(ElementKind.PARAGRAPH, text) for text in texts])
    return [(one.marker, one.depth, one.text) for one in found if one.kind is ElementKind.LIST_ITEM]


def test_numbers_and_letters_that_count_on_make_a_list_in_a_list():
    found = read("1. Take action to:", "a. share;", "b. buy.", "More about it.", "2. Report.")

    assert found == [
        ("1", 1, "Take action to:"),
        ("a", 2, "share;"),
        ("b", 2, "buy."),
        ("2", 1, "Report."),
    ]


def test_a_number_alone_is_a_word_of_its_sentence():
    assert read("i. e. what it says", "3. of May was the day", "a) stands alone") == []


def test_a_bullet_is_no_word():
    assert read("• Repair first") == [("", 1, "Repair first")]


def test_a_heading_ends_the_list():
    heading = Element(ElementKind.HEADING, "Next", 1)
    first, second = (Element(ElementKind.PARAGRAPH, text) for text in ("1. One", "2. Two"))

    found = with_typed_items([first, heading, second])

    assert found == [first, heading, second]
