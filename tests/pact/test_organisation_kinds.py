import pytest

from pact.organisation_kinds import KINDS, Standing, is_government_word, is_kind_word, kinds_in


def test_kinds_come_in_the_order_of_the_name():
    seen = [(found.seen.word, found.kind.standing) for found in kinds_in("Museum of the City of Eastmarsh")]

    assert seen == [("Museum", Standing.PUBLIC), ("City of", Standing.PERHAPS)]


@pytest.mark.parametrize(
    ("name", "word", "standing"),
    [
        ("Eastmarsh City Council", "City Council", Standing.GOVERNMENT),
        ("Bright Digital Agency", "Digital Agency", Standing.PRIVATE),
        ("Rijksmuseum", "Rijksmuseum", Standing.PUBLIC),
        ("Gemeindeverband Größenau", "Gemeindeverband", Standing.GOVERNMENT),
        ("Bundesverband Papier", "Bundesverband", Standing.PRIVATE),
    ],
)
def test_where_two_words_begin_together_the_more_telling_one_speaks(name, word, standing):
    first = kinds_in(name)[0]

    assert (first.seen.word, first.kind.standing) == (word, standing)


def test_a_word_for_a_kind_names_no_body_in_particular():
    assert is_kind_word("gemeente")
    assert is_kind_word("universitat")
    assert not is_kind_word("utrecht")


def test_only_some_kinds_are_governments():
    assert is_government_word("gemeente")
    assert is_government_word("agency")
    assert not is_government_word("universitat")
    assert not is_government_word("stichting")


def test_every_standing_is_used_and_every_kind_is_named_once():
    assert {kind.standing for kind in KINDS} == set(Standing)
    assert len({kind.what for kind in KINDS}) == len(KINDS)
