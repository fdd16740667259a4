"""Letters that a page's language has not are put right where it has but one of the kind, and doubted."""

import pytest

from intake.page.page import Word
from intake.scan.alphabets import languages_shown, special_letters, with_strange_letters_told
from pact.documents import Method


def told(text: str, method: Method = Method.OCR) -> list[tuple[str, bool]]:
    """Return each word, and whether it is doubted."""
    words = [Word(part, (0, 0, 9, 9), method=method) for part in text.split(" ")]
    return [(w.text, w.score < 0.9) for w in with_strange_letters_told(words)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ķekaviņas pašvaldība", ["lv"]),
        ("Żeppi Ċensu Micallef-Għaxaq", ["mt"]),
        ("Siobhán", []),
        ("Provincie Noord-Holland", []),
    ],
)
def test_a_language_is_shown_by_two_letters_of_its_own(text: str, language: list[str]) -> None:
    assert languages_shown(special_letters(text)) == language


def test_a_strange_letter_becomes_the_one_that_the_language_has() -> None:
    assert told("Iepirkumu aġentūra Šķēle Zaļā") == [
        ("Iepirkumu", False),
        ("aģentūra", True),
        ("Šķēle", False),
        ("Zaļā", False),
    ]


def test_a_strange_letter_with_two_of_its_kind_is_doubted_and_left() -> None:
    assert told("Ždźbłowska Święta Zażółć Gęślą")[0] == ("Ždźbłowska", True)


def test_an_icelandic_eth_read_as_an_o_with_a_grave_is_put_back() -> None:
    assert told("Sveitarfélagiò Þórdís Æsa")[0] == ("Sveitarfélagið", True)


def test_words_and_names_from_elsewhere_are_left_alone() -> None:
    text = "Großmühlenau Müller Þórdís Eiríksdóttir Æsa"

    assert told(text) == [(word, False) for word in text.split(" ")]


def test_two_languages_on_a_page_explain_each_other_nothing() -> None:
    text = "Ķekaviņas pašvaldība Győző Szűcs Önkormányzat"

    assert told(text) == [(word, False) for word in text.split(" ")]


def test_words_that_came_as_text_are_left_alone() -> None:
    assert told("aġentūra Šķēle", Method.TEXT) == [("aġentūra", False), ("Šķēle", False)]
