import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.abbreviations import written_in_full


def test_an_abbreviation_may_stand_for_several_words():
    assert written_in_full("Gem. Utrecht") == ("gemeente Utrecht", "gemeinde Utrecht")


@pytest.mark.parametrize(
    ("short", "usual"),
    [
        ("Min. van Grondstoffen", "ministerie van Grondstoffen"),
        ("Dept. for Resource Stewardship", "department for Resource Stewardship"),
        ("Dept of Resources", "department of Resources"),
        ("Univ of Eastmarsh", "university of Eastmarsh"),
        ("Havenmeer Univ.", "Havenmeer university "),
    ],
)
def test_the_usual_meaning_comes_first(short, usual):
    assert " ".join(written_in_full(short)[0].split()) == usual.strip()


@pytest.mark.parametrize("name", ["Gem Stones", "Min Zhu Foundation", "Gemeente Utrecht", "Univers.it", ""])
def test_a_name_without_abbreviations_stays_as_it_is(name):
    assert written_in_full(name) == (name,)


@given(st.lists(st.sampled_from(["gem.", "min.", "univ", "Utrecht.", "x"]), max_size=30).map(" ".join))
def test_however_many_abbreviations_the_ways_stay_few(name):
    assert 1 <= len(written_in_full(name)) <= 64
