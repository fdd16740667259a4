"""Marks on the paper are counted: a word whose letters have fewer is doubted."""

from dataclasses import replace

import pytest
from made_up.drawn_lines import read_as

from intake.page.page import Word
from intake.scan.letter_marks import marks_above, with_marks_counted
from pact.documents import Method


def told(drawn: str, read: str) -> list[tuple[str, bool]]:
    """Return each word, and whether it is doubted."""
    return [(w.text, w.score < 0.9) for w in with_marks_counted(*read_as(drawn, read))]


@pytest.mark.parametrize(
    "text",
    ["Jiří Dvořák", "Līga Šķēle", "Győző Szűcs", "Åsa Öberg", "Jögerg gypsum", "O'Dwyer", "Ștefan Țepeș"],
)
def test_words_that_have_all_their_marks_are_as_they_were(text: str) -> None:
    assert told(text, text) == [(word, False) for word in text.split(" ")]


def test_a_mark_over_a_letter_that_was_read_without_is_doubted() -> None:
    assert told("Jørn Jürgen", "Jørn Jurgen") == [("Jørn", False), ("Jurgen", True)]


def test_a_comma_under_a_letter_that_can_have_but_one_is_put_there_and_doubted() -> None:
    assert told("Ķekava Ļauda", "Kekava Lauda") == [("Ķekava", True), ("Ļauda", True)]


def test_a_mark_joined_to_a_capital_is_doubted() -> None:
    assert told("Åbling Adling The", "Abling Adling The") == [
        ("Abling", True),
        ("Adling", False),
        ("The", False),
    ]


def test_what_hangs_under_a_letter_that_can_have_no_comma_is_doubted() -> None:
    assert told("Ąžuolas", "Ažuolas") == [("Ažuolas", True)]


@pytest.mark.parametrize(("text", "above"), [("Jiří", 3), ("ģűŝ", 4), ("Țărm", 1), ("ąęį", 1), ("Ab", 0)])
def test_it_is_known_of_each_letter_how_many_marks_stand_over_it(text: str, above: int) -> None:
    assert marks_above(text) == above


def read_twice(text: str, second: str) -> list[float]:
    """Return the scores of the words of a line, each read with some doubt by the first engine."""
    page, words = read_as(text, text)
    doubted = [replace(word, score=0.6) for word in words]
    plain = [Word(part, (0, 0, 9, 9), method=Method.OCR) for part in second.split(" ")]
    return [word.score for word in with_marks_counted(page, doubted, plain)]


def test_what_marks_language_and_a_second_engine_confirm_is_sure() -> None:
    assert read_twice("Universität Süd für", "Universitat Sud fur") == [0.92, 0.92, 0.92]


def test_what_the_second_engine_reads_otherwise_stays_in_doubt() -> None:
    assert read_twice("Universität Süd für", "Universitet Sud fur") == [0.6, 0.92, 0.92]


def test_a_letter_of_which_the_language_has_two_stays_in_doubt() -> None:
    assert read_twice("Győző Szűcs Önkormányzata", "Gyozo Szucs Onkormanyzata") == [0.6, 0.6, 0.6]
