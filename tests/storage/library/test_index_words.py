"""Words are taken for the same whatever their letters, endings or marks between digits."""

import pytest

from storage.library.index_words import folded, spellings, stems_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At least 1 000 cycles", ["at", "least", "1000", "cycles"]),
        ("1.000 ciclos", ["1000", "ciclos"]),
        ("EN 62680-1-3 and v2.0", ["en", "62680", "1", "3", "and", "v2.0"]),
        ("6,1 Watt", ["6.1", "watt"]),
        ("20 2027", ["20", "2027"]),
    ],
)
def test_a_number_has_one_form(text: str, words: list[str]):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "plain"), [("Straße", "strasse"), ("bærbar", "baerbar"), ("skjerm på", "skjerm pa")]
)
def test_marks_of_letters_are_taken_off(word: str, plain: str):
    assert folded(word) == plain


def test_a_word_typed_without_its_marks_is_tried_with_them():
    assert spellings("Oekodesign") == ["Oekodesign", "oekodesign", "okodesign"]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("batteries", "battery", "en"),
        ("reserveonderdelen", "reserveonderdeel", "nl"),
        ("Ladezyklen", "Ladezyklen", "de"),
        ("garanties", "garantie", "fr"),
        ("telefoner", "telefonen", "no"),
        ("baterías", "batería", "es"),
    ],
)
def test_an_ending_makes_no_difference(one: str, other: str, language: str):
    assert stems_of(one, language) == stems_of(other, language)
