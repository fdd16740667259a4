"""Handwriting gives a guess, or a place with writing that nobody read; print beside it stays print."""

from intake.page.page import Word
from intake.page.plain_text import UNKNOWN_GLYPH
from intake.scan.glance import Glance
from intake.scan.handwritten_words import with_handwriting
from pact.documents import Method


def word(text: str, x: float, *, score: float = 0.99, y: float = 100.0) -> Word:
    return Word(text, (x, y, x + 6 * len(text), y + 12), size_pt=11, method=Method.OCR, score=score)


LABEL = word("Name", 50)
NOTHING = Glance((), "")


def test_print_of_another_script_is_told_from_a_blank() -> None:
    found = with_handwriting([LABEL], [], Glance((), "", unread=((150, 100, 190, 110),)))

    assert [w.text for w in found] == ["Name", UNKNOWN_GLYPH]


def test_a_word_in_handwriting_is_a_guess_however_sure_the_engine_is() -> None:
    found = with_handwriting([LABEL, word("Iris", 150)], [(145, 95, 220, 120)], NOTHING)

    assert [(w.text, w.score) for w in found] == [("Name", 0.99), ("Iris", 0.3)]


def test_what_even_the_engine_does_not_believe_is_no_guess() -> None:
    found = with_handwriting([LABEL, word("lrjs", 150, score=0.1)], [(145, 95, 220, 120)], NOTHING)

    assert [w.text for w in found] == ["Name", UNKNOWN_GLYPH]


def test_writing_that_no_engine_read_is_still_written_there() -> None:
    found = with_handwriting([LABEL], [(145, 90, 220, 120)], NOTHING)

    assert [(w.text, w.score) for w in found] == [("Name", 0.99), (UNKNOWN_GLYPH, 0.0)]


def test_a_word_that_the_engine_for_print_reads_the_same_is_print() -> None:
    iris = word("Iris", 150)

    found = with_handwriting([LABEL, iris], [(145, 95, 220, 120)], Glance((iris,), "Iris"))

    assert [w.score for w in found] == [0.99, 0.99]


def test_a_pen_stroke_beside_the_options_is_no_unread_value() -> None:
    options = [word("Coordinating", 50), word("procuring", 160)]

    assert with_handwriting(options, [(225, 95, 245, 115)], NOTHING) == tuple(options)


def test_a_speck_is_no_writing() -> None:
    assert with_handwriting([LABEL], [(150, 100, 154, 104)], NOTHING) == (LABEL,)
