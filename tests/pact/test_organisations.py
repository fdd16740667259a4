import json
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.organisations import LOOKS_LIKE, SAME, folded, same_organisation

# fmt: off
WORDS = st.sampled_from([
    "Gemeente", "Provincie", "Stadt", "Universität", "Région", "Ministerie", "Miasto", "kommune", "Utrecht",
    "Müllenbach", "Østerdalen", "Saint-Rémy", "Größenau", "Żółtowiec", "Ακτής", "Белград", "Nord", "Süd",
    "of", "van", "&", "and", "7", "(ABC)", "St.", "Gem.", "B.V.", "zaken",
])
LEGAL_FORMS = st.sampled_from([
    "B.V.", "BV", "N.V.", "GmbH", "e.V.", "AG", "S.A.", "SAS", "AS", "ASA", "AB", "Oy", "ApS", "A/S", "Ltd",
    "Inc.", "Sp. z o.o.", "s.r.o.", "Kft.", "OÜ", "SIA", "UAB", "d.o.o.", "S.p.A.", "S.L.", "GmbH & Co. KG",
])
# fmt: on
NAMES = st.one_of(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.text(max_size=30))
PLAIN_NAMES = st.lists(
    st.sampled_from(["Havenmeer", "Østerdal", "Müllenbach", "Rivière", "Papír", "Kringlopen", "Nordlys"]),
    min_size=1,
    max_size=4,
    unique=True,
).map(" ".join)


@given(NAMES)
def test_a_name_is_itself(name):
    assert same_organisation(name, name) == (1.0 if folded(name) else 0.0)


@given(NAMES, NAMES)
def test_the_order_of_two_names_makes_no_difference(one, other):
    assert same_organisation(one, other) == same_organisation(other, one)


@given(NAMES, NAMES)
def test_likeness_lies_between_nothing_and_the_same(one, other):
    assert 0.0 <= same_organisation(one, other) <= 1.0


@given(NAMES)
def test_folding_a_key_again_changes_nothing(name):
    assert folded(folded(name)) == folded(name)


@given(NAMES, NAMES)
def test_one_key_is_one_organisation(one, other):
    assert folded(one) != folded(other) or not folded(one) or same_organisation(one, other) == 1.0


@given(PLAIN_NAMES, LEGAL_FORMS)
def test_legal_forms_make_no_difference(name, form):
    assert folded(f"{name} {form}") == folded(name)
    assert folded(f"{name}, {form}") == folded(name)


@given(NAMES)
def test_accents_case_and_spacing_make_no_difference(name):
    without_accents = "".join(
        letter for letter in unicodedata.normalize("NFD", name) if unicodedata.category(letter) != "Mn"
    )

    assert folded(without_accents) == folded(name)
    assert folded(f"  {name.swapcase().swapcase()}\n") == folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeente Utrecht", "GEMEENTE UTRECHT"),
        ("Gem. Utrecht", "Gemeente Utrecht"),
        ("Gem. Größenau", "Gemeinde Groessenau"),
        ("Min. van Grondstoffen en Kringlopen", "Ministerie van Grondstoffen & Kringlopen"),
        ("Ministerie van Grondstoffen en Kringlopen (MGK)", "Ministerie van Grondstoffen en Kringlopen"),
        ("Dept. for Resource Stewardship", "Department for Resource Stewardship"),
        ("Univ. Sankt Ägidien", "Universität St. Aegidien"),
        ("Stadt Müllenbach", "Stadt Muellenbach"),
        ("Østerdalen fylkeskommune", "Oesterdalen Fylkeskommune"),
        ("The City of Port Maclean", "City of Port Maclean"),
        ("Utrecht Municipality", "Municipality of Utrecht"),
        ("Waterschap De Lage Sluizen", "Waterschap Lage Sluizen"),
        ("Provincie Noord-Merwede", "Provincie Noordmerwede"),
        ("GreenOffice Leasing B.V.", "Greenoffice Leasing"),
        ("Δήμος Νέας Ακτής", "ΔΗΜΟΣ ΝΕΑΣ ΑΚΤΗΣ"),
        ("Agence bruxelloise de l’économie", "Agence bruxelloise de l'economie"),
    ],
)
def test_one_organisation_is_recognised_however_it_is_written(one, other):
    assert same_organisation(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stadt Müllenbach", "Stadt Mühlenbach"),
        ("Gemeente Bergen (NH)", "Gemeente Bergen (L)"),
        ("Gemeente Bergen", "Bergen kommune"),
        ("City of Utrecht", "Gemeente Utrecht"),
        ("Utrecht", "Gemeente Utrecht"),
        ("Ministerie van Grondstoffen", "Ministerie van Grondstoffen en Kringlopen"),
        ("Gemeente Utrecht, afdeling Inkoop", "Gemeente Utrecht"),
        ("York University", "University of York"),
        ("Stichting Eerlijke Elektronica", "Vereniging Eerlijke Elektronica"),
    ],
)
def test_what_only_looks_alike_is_for_a_person_to_judge(one, other):
    assert LOOKS_LIKE <= same_organisation(one, other) < SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeente Utrecht", "Gemeente Maastricht"),
        ("Gemeente Utrecht", "Provincie Utrecht"),
        ("Region Nord", "Region Süd"),
        ("Region 1", "Region 2"),
        ("Kanton Nord 12", "Kanton Nord 21"),
        ("University of Port Maclean", "City of Port Maclean"),
        ("Waterschap De Lage Sluizen", "Waterschap De Hoge Sluizen"),
        ("Gemeente As", "Gemeente"),
        ("RWS", "Rijkswaterstaat"),
        ("B.V.", "N.V."),
        ("", ""),
        ("—", "…"),
    ],
)
def test_different_organisations_are_not_even_suggested(one, other):
    assert same_organisation(one, other) < LOOKS_LIKE


@pytest.mark.shared
def test_no_two_different_organisations_of_the_labels_are_taken_for_one(shared: Path):
    names = _organisations(shared)

    alike = [pair for pair in combinations(names, 2) if same_organisation(*pair) >= LOOKS_LIKE]

    assert alike == []


@pytest.mark.shared
def test_every_organisation_of_the_labels_is_recognised_in_capitals(shared: Path):
    names = _organisations(shared)

    assert [name for name in names if same_organisation(name, name.upper()) < SAME] == []


def _organisations(shared: Path) -> list[str]:
    lines = (shared / "documents" / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    names = {json.loads(line)["organisation"] for line in lines}
    return sorted(name for name in names if name)
