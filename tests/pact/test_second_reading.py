"""What a second reading of a scanned line says decides between a change and a slip of the OCR."""

import pytest
from made_up.altered_texts import demonstration_edition
from made_up.pact_text import whole_pact

from pact.copy_words import CopyWord, copy_text, page_of_text
from pact.documents import Alteration
from pact.second_reading import LinesAgain, Said, SecondReading, lines_to_read_again
from pact.word_alignment import Gap
from pact.wording import CopyPage, laid_beside

EDITION = demonstration_edition()
TEXT = "\n".join(line.numbered for line in whole_pact())


def page_with(meant: str, read: str) -> CopyPage:
    """Return a scanned page on which these words were read, well, in place of others."""
    words = page_of_text(1, TEXT.replace(meant, read, 1)).words
    return CopyPage(
        1, tuple(word._replace(score=0.96, box_pt=(50, 700 - word.line, 60, 710)) for word in words)
    )


def told(meant: str, first: str, second: str) -> list[tuple[str, bool]]:
    """Return clause and sureness of what is told where two readings saw these words for the meant ones."""
    page = page_with(meant, first)
    doubted = laid_beside([page], [EDITION]).doubted_lines()
    again = page_of_text(1, TEXT.replace(meant, second, 1)).lines()
    parts = [
        LinesAgain(1, part.first, part.last, tuple(_on(again, part.first, part.last))) for part in doubted
    ]
    laid = laid_beside([page], [EDITION], second=SecondReading(parts))
    return [(one.clause, one.sure) for one in laid.wording.alterations if isinstance(one, Alteration)]


def _on(lines: list[list[CopyWord]], first: int, last: int) -> list[CopyWord]:
    return [word for line in lines if first <= line[0].line <= last for word in line]


def test_what_the_second_reading_has_as_the_edition_has_it_is_no_change():
    assert told("half a year", "haff a yea", "half a year") == []


def test_what_both_readings_saw_is_surely_changed():
    assert told("half a year", "two years", "two years") == [("6.7.2", True)]


def test_what_two_readings_saw_otherwise_is_unsure():
    assert told("half a year", "two years", "tw9 gears") == [("6.7.2", False)]


def test_spaces_between_words_are_the_engines_own():
    assert told("it is carried on", "it is carned on", "itiscarried on") == []


def test_a_letter_lost_in_both_readings_is_damaged_print():
    assert told("all who signed", "all who sig hed", "all who sighed") == []


def test_another_word_that_both_readings_saw_whole_is_a_change_though_it_looks_alike():
    assert told("clear majority", "dear majority", "dear majority") == [("6.5.2", True)]


def test_a_line_that_the_second_reading_lacks_leaves_the_first_as_it_was():
    page = page_with("half a year", "two years")

    laid = laid_beside([page], [EDITION], second=SecondReading())

    assert [one.sure for one in laid.wording.alterations] == [True]


def test_a_sentence_that_was_left_out_is_surely_gone_when_nobody_saw_it():
    assert told(" We talk.", "", "") == [("6.7.1", True)]


def test_words_that_only_the_first_reading_left_out_are_there():
    assert told("at most the board", "at the board", "at most the board") == []


@pytest.mark.parametrize(("seen", "said"), [("two years", Said.COPY), ("tvvo", Said.OTHERWISE)])
def test_a_reading_says_what_it_saw_in_a_gap(seen: str, said: Said):
    text = copy_text([page_of_text(1, "after two years at most")])
    again = page_of_text(1, f"after {seen} at most").words

    reading = SecondReading([LinesAgain(1, 0, 0, again)])

    assert reading.says(Gap(0, 0, 1, 3), text) is said


def test_what_the_file_itself_says_is_not_read_again():
    text = copy_text([page_of_text(1, "after two years at most")])

    assert lines_to_read_again([Gap(0, 0, 1, 3)], text) == []
