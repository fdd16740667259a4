"""The index finds what comparing with every name would find."""

from hypothesis import given
from hypothesis import strategies as st

from pact.name_index import LikeName, NameIndex
from pact.organisations import LOOKS_LIKE, same_organisation

# fmt: off
WORDS = st.sampled_from([
    "Gemeente", "Municipality of", "City of", "Province of", "Ministry of", "Universität", "University of",
    "Stadt", "Havenmeer", "Havenmere", "Haven Meer", "Müllenbach", "Muellenbach", "Mühlenbach", "York",
    "Ashmere", "Ashmore", "Nord", "Noord", "Waste", "the", "van", "of", "7", "12", "(ABC)", "B.V.", "-", "",
])
# fmt: on
NAMES = st.one_of(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), st.text(max_size=12))


@given(NAMES, st.lists(NAMES, max_size=8))
def test_a_name_that_looks_like_a_known_one_is_found_as_by_comparing_with_all(name, known):
    index = NameIndex()
    for number, other in enumerate(known):
        index.add(other, number)
    scores = [same_organisation(name, other) for other in known]
    best = max(scores, default=0.0)

    found = index.closest(name)

    if best >= LOOKS_LIKE:
        number = scores.index(best)
        assert found == LikeName(best, number, known[number])
    else:
        assert found is None or found.score < LOOKS_LIKE


def test_of_two_names_that_are_the_same_the_first_is_found():
    index = NameIndex()
    index.add("Gemeente Havenmeer", 4)
    index.add("Havenmeer, gemeente", 2)

    found = index.closest("gemeente havenmeer")

    assert found == LikeName(1.0, 4, "Gemeente Havenmeer")


def test_nothing_is_like_a_name_without_letters():
    index = NameIndex()
    index.add("- -", 1)

    assert index.closest("...") is None
