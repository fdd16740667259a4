import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.folding import LONGEST_NAME, fold, spellings

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cn"]), max_size=40)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Østerdalen fylkeskommune", "osterdalen fylkeskommune"),
        ("  Ville de\tSaint-Rémy-sur-Aisne ", "ville de saint remy sur aisne"),
        ("Miasto Żółtowiec", "miasto zoltowiec"),
        ("Agence de l’économie", "agence de l economie"),
        ("Agence de l'économie", "agence de l economie"),
        ("Δήμος Νέας Ακτής", "δημοσ νεασ ακτησ"),
        ("ΔΗΜΟΣ ΝΕΑΣ ΑΚΤΗΣ", "δημοσ νεασ ακτησ"),
        ("Община Белоград", "община белоград"),
        ("Groß- und Außenhandel", "gross und aussenhandel"),
        ("Bits&Bytes + Co", "bits & bytes & co"),
        ("Waters\u00adchap", "waterschap"),
        ("Paral·lel", "parallel"),
        ("İstanbul", "istanbul"),
        ("— … —", ""),
    ],
)
def test_spelling_case_and_punctuation_fold_away(written, folded):
    assert fold(written) == folded


@given(TEXT)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_how_unicode_composes_a_letter_makes_no_difference(text):
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)

    assert fold(composed) == fold(decomposed)
    assert spellings(composed) == spellings(decomposed)


def test_an_umlaut_may_be_spelled_out():
    assert spellings("Müllenbach") == ("mullenbach", "muellenbach")
    assert spellings("Tårnvik Sjø") == ("tarnvik sjo", "taarnvik sjoe")
    assert spellings("Utrecht") == ("utrecht",)


def test_of_a_text_longer_than_any_name_only_the_beginning_is_looked_at():
    assert fold("x" * LONGEST_NAME + "y") == "x" * LONGEST_NAME
    assert spellings("ü" * LONGEST_NAME + "y") == ("u" * LONGEST_NAME, "ue" * (LONGEST_NAME // 2))
