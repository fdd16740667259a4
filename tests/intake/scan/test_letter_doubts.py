"""Letters that engines take for others are put right where the language shows it, and never sure."""

import pytest

from intake.page.page import Word
from intake.scan.letter_doubts import with_letters_doubted
from pact.documents import Method


def told(text: str, method: Method = Method.OCR) -> list[tuple[str, bool]]:
    """Return each word, and whether it is doubted."""
    words = [Word(part, (0, 0, 9, 9), method=method) for part in text.split(" ")]
    return [(w.text, w.score < 0.9) for w in with_letters_doubted(words)]


def test_a_p_may_be_a_thorn_in_icelandic_and_nowhere_else() -> None:
    assert told("Sveitarfélagið Pingnes")[1] == ("Pingnes", True)
    assert told("Provincie Pingnes") == [("Provincie", False), ("Pingnes", False)]


def test_an_ash_read_as_two_letters_is_one_and_doubted() -> None:
    assert told("AErøvig Kommune") == [("Ærøvig", True), ("Kommune", False)]


def test_romanian_commas_are_no_turkish_cedillas() -> None:
    assert told("Şef achiziţii") == [("Șef", False), ("achiziții", False)]
    assert told("Güneş Işık") == [("Güneş", False), ("Işık", False)]


def test_a_caron_read_as_an_apostrophe_is_put_back_in_slovak() -> None:
    assert told("L'ubica Hrušková") == [("Ľubica", True), ("Hrušková", False)]
    assert told("L'arte nova") == [("L'arte", False), ("nova", False)]


@pytest.mark.parametrize("name", ["McArdle", "MacGabhann", "DeWitte", "GmbH", "LeFevre"])
def test_capitals_that_belong_inside_a_word_are_not_doubted(name: str) -> None:
    assert told(name) == [(name, False)]


def test_a_capital_inside_a_word_shows_that_a_space_was_lost() -> None:
    assert told("hospitalierSainte auxArts") == [("hospitalier Sainte", True), ("auxArts", True)]


def test_a_capital_j_seen_twice_is_one() -> None:
    assert told("Jjiří Dvořák") == [("Jiří", True), ("Dvořák", False)]


def test_words_that_came_as_text_are_left_alone() -> None:
    assert told("AErøvig hospitalierSainte", Method.TEXT) == [
        ("AErøvig", False),
        ("hospitalierSainte", False),
    ]


def test_a_dot_behind_a_whole_word_is_of_the_line_under_it() -> None:
    assert told("van Slot. Drs. Ltd.") == [("van", False), ("Slot", True), ("Drs.", False), ("Ltd.", False)]


def test_half_a_double_name_in_small_letters_lost_its_capital() -> None:
    assert told("urcanu-Văleanu Hoekstra-de") == [("urcanu-Văleanu", True), ("Hoekstra-de", False)]


def test_a_short_umlaut_on_a_hungarian_page_may_be_a_long_one() -> None:
    assert [doubted for _, doubted in told("Örségi Kórház Igazgató")] == [True, False, False]


def test_a_small_l_before_a_name_with_a_capital_is_an_i() -> None:
    words = [
        Word(text, (left, 0, left + 40, 9), size_pt=9, method=Method.OCR)
        for text, left in (("loniță", 0), ("Brândușescu", 50), ("lid", 100), ("van", 150), ("leder", 200))
    ]

    assert [w.text for w in with_letters_doubted(words)] == ["Ioniță", "Brândușescu", "lid", "van", "leder"]


def test_the_dot_behind_a_roman_number_is_of_the_line_under_it() -> None:
    assert told("Smythe III. J.") == [("Smythe", False), ("III", True), ("J.", False)]


@pytest.mark.parametrize(
    ("word", "doubted"), [("DArcy", True), ("OBrien", True), ("LED", False), ("Darcy", False)]
)
def test_two_capitals_may_have_lost_the_apostrophe_between_them(word: str, doubted: bool) -> None:
    assert told(word) == [(word, doubted)]
