from hypothesis import given
from hypothesis import strategies as st

from templates.lines import COLUMNS, heading, wrapped


def test_a_long_paragraph_is_wrapped_and_a_short_one_left_alone():
    words = "word " * 20

    assert wrapped(f"{words}\nshort\n") == "word " * 13 + "word\n" + "word " * 5 + "word\nshort\n"


def test_a_wrapped_item_of_a_list_hangs_under_its_first_word():
    assert wrapped("- Organisation: " + "word " * 15) == (
        "- Organisation: word word word word word word word word word word word\n  word word word word\n"
    )
    assert wrapped("12. " + "word " * 15) == "12. " + "word " * 12 + "word\n    word word\n"


def test_a_word_is_never_broken():
    address = "https://pact.example/" + "x" * 80

    assert wrapped(f"See {address}") == f"See\n{address}\n"


def test_a_wrapped_line_never_begins_like_an_item_of_a_list():
    assert wrapped("x" * 67 + " am 14. Juni 2026") == "x" * 67 + "\nam 14. Juni 2026\n"
    assert wrapped("x" * 67 + " Rijk - Dienst") == "x" * 67 + "\nRijk - Dienst\n"


def test_a_heading_is_underlined_at_its_own_length():
    assert heading("What we read") == "What we read\n------------"


def test_at_most_one_line_is_empty_at_a_stretch():
    assert wrapped("\n\none\n\n\n\n\ntwo   \n\n\n") == "one\n\ntwo\n"


@given(st.lists(st.text("abc ,.", max_size=30), max_size=40))
def test_no_line_of_ordinary_words_is_longer_than_a_letter_is_wide(words: list[str]):
    assert all(len(line) <= COLUMNS for line in wrapped(" ".join(words)).splitlines())
