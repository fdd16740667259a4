"""Where two engines agree a word is believed more, where they do not it is doubted."""

import pytest

from intake.page.page import Word
from intake.scan.two_readings import compared
from pact.documents import Method


def line(text: str, *, score: float = 1.0, gap: float = 3.0, letter: float = 5.0) -> list[Word]:
    words, x, y = [], 50.0, 100.0
    for part in text.split(" "):
        width = letter * len(part)
        words.append(Word(part, (x, y - 2.4, x + width, y + 9.6), size_pt=11, method=Method.OCR, score=score))
        x += width + gap
    return words


def texts(words: tuple[Word, ...]) -> list[str]:
    return [w.text for w in words]


def test_a_faint_word_that_both_read_alike_is_sure() -> None:
    found = compared(line("Havenmond", score=0.5), line("Havenmond", score=0.9))

    assert found[0].score == pytest.approx(0.905)


def test_a_faint_word_that_both_read_faintly_alike_is_not_sure() -> None:
    found = compared(line("Commercjal", score=0.8), line("Commercjal", score=0.4))

    assert found[0].score == pytest.approx(0.872)


def test_a_word_that_the_second_engine_surely_reads_otherwise_is_doubted() -> None:
    found = compared(line("Havenmond"), line("Havenmund", score=0.95))

    assert found[0].score == pytest.approx(0.7)


def test_a_second_engine_that_is_not_sure_overrules_nothing() -> None:
    found = compared(line("Havenmond"), line("Havenmund", score=0.4))

    assert found[0].score == 1.0


def test_an_accent_that_the_second_engine_does_not_know_is_no_disagreement() -> None:
    found = compared(line("Ødegård"), line("Odegard", score=0.95))

    assert found[0].score == 1.0


def test_a_word_that_the_second_engine_does_not_see_keeps_its_score() -> None:
    assert compared(line("Havenmond", score=0.8), [])[0].score == pytest.approx(0.8)


def test_words_run_together_are_parted_where_the_second_engine_parts_them() -> None:
    found = compared(line("ofProcurement"), line("of Procurement", gap=0.5))

    assert texts(found) == ["of", "Procurement"]


def test_a_word_torn_apart_is_joined_as_the_second_engine_has_it() -> None:
    found = compared(line("I nformation", gap=1.5), line("Information"))

    assert texts(found) == ["Information"]


def test_words_with_a_space_as_wide_as_print_has_them_stay_apart() -> None:
    found = compared(line("van den", gap=3.0), line("vanden"))

    assert texts(found) == ["van", "den"]


def test_a_number_torn_apart_is_joined_over_a_wider_gap() -> None:
    found = compared(line("1 6 March", gap=4.0), line("16 March", letter=7.0))

    assert texts(found) == ["16", "March"]


def test_numbers_that_may_be_one_are_doubted_where_nobody_else_saw_them() -> None:
    found = compared(line("1 6 March", gap=4.0), [])

    assert [w.score < 0.9 for w in found] == [False, True, False]
