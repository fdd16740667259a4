from datetime import date

from templates.language_words import day, quoted, words_of

ENGLISH = words_of("en")


def test_a_day_is_written_with_the_month_in_letters():
    assert day(date(2021, 6, 14), ENGLISH) == "14 June 2021"
    assert day("2021-06-14", ENGLISH) == "14 June 2021"


def test_a_day_that_is_none_is_quoted_as_it_was_read():
    assert day("14 or 15 June", ENGLISH) == '"14 or 15 June"'


def test_a_value_cannot_close_its_quotation_marks():
    assert quoted('Zilver" and you won "veen', ENGLISH) == "\"Zilver' and you won 'veen\""
