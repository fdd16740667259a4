"""Whether a certificate's name is the typed one: spelling, order, titles and initials aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.person_names import is_same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Roos Vandenbulcke", "Roos Vandenbulcke"),
        ("VANDENBULCKE ROOS", "Roos Vandenbulcke"),
        ("R. Vandenbulcke", "Roos Vandenbulcke"),
        ("Prof. Dr. Käthe Weißmüller", "Kaethe Weissmueller"),
        ("Pieter Houtsma", "Pieter-Bas Houtsma"),
        ("Marijke van der Linde", "M. v.d. Linde"),
        ("Linde, van der, M.", "Marijke van der Linde"),
        ("TAMM,MARI-LIIS,47101010033", "Mari-Liis Tamm"),
        ("ROMERO LÓPEZ MARÍA CARMEN - 12345678Z", "María Romero"),
        ("Jan Peeters (Signature)", "Jan Peeters"),
        ("Anna Jansen", "Anna Jansen-de Boer"),
        ("r.vandenbulcke@water.example", "Roos Vandenbulcke"),
        ("Wim Van der Berg", "Wim Vanderberg"),
        ("Jack Ma", "Jack Ma"),
        ("M. Jean Dupont", "Jean Dupont"),
    ],
)
def test_one_person_is_known_again_however_the_name_is_written(one, other):
    assert is_same_person(one, other) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Someone Else", "Roos Vandenbulcke"),
        ("Jan de Vries", "Piet de Vries"),
        ("S. Visser", "Piet Visser"),
        ("Anna Bos", "Anna Vos"),
        ("John Smith", "John Schmidt"),
        ("J.P. Balk", "Karel Balk"),
        ("A. B.", "Anna Bos"),
        ("Karin Andersen", "Karin Anderson"),
    ],
)
def test_two_people_are_kept_apart(one, other):
    assert is_same_person(one, other) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Visser", "Piet Visser"),
        ("M. Dupont", "Jean Dupont"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
        ("", "Piet Visser"),
        ("12345", "Piet Visser"),
    ],
)
def test_what_cannot_be_compared_is_not_decided(one, other):
    assert is_same_person(one, other) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_order_of_the_two_makes_no_difference(one, other):
    assert is_same_person(one, other) == is_same_person(other, one)
