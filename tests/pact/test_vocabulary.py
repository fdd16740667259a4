import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.vocabulary import Vocabulary, WordSeen

WORDS = Vocabulary("bundesamt*, *kommune, city of, câmara", "δήμος")


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Leiter des Bundesamtes", WordSeen("Bundesamtes", 2)),
        ("Østerdalen Fylkeskommune", WordSeen("Fylkeskommune", 1)),
        ("The City-of Port Maclean", WordSeen("City of", 1)),
        ("Camara Municipal", WordSeen("Camara", 0)),
        ("Ca\u0302ma\u00adra Municipal", WordSeen("Câmara", 0)),
        ("CÂMARA", WordSeen("CÂMARA", 0)),
        ("ΔΉΜΟΣ Νέας Ακτής", WordSeen("ΔΉΜΟΣ", 0)),
    ],
)
def test_a_word_is_found_in_any_spelling_and_shown_as_it_is_written(name, seen):
    assert WORDS.find(name) == seen


@pytest.mark.parametrize("name", ["", "Kommunebank", "City offices", "Umbundesamt", "… ½ —"])
def test_part_of_another_word_is_not_the_word(name):
    assert WORDS.find(name) is None


def test_the_first_word_in_the_name_counts_whatever_the_order_of_the_list():
    assert WORDS.find("Fjordvik kommune, City of Bundesamt") == WordSeen("kommune", 1)


@given(
    st.lists(
        st.sampled_from(["City", "of", "Câmara", "Kommune", "½", "&", "-", "Δήμος", "x"]), max_size=9
    ).map(" ".join)
)
def test_what_is_found_stands_in_the_name(name):
    seen = WORDS.find(name)

    assert seen is None or all(word in name for word in seen.word.split())


def test_a_folded_word_is_known_alone():
    assert WORDS.has("fylkeskommune")
    assert not WORDS.has("kommuner")
