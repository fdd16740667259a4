import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.government import looks_like_government
from pact.judgement import Answer, Judgement


@pytest.mark.parametrize(
    "name",
    [
        "Gemeente Havenmeer", "Provincie Noord-Merwede", "Waterschap De Lage Sluizen", "Rijkswaterstaat",
        "Ministerie van Grondstoffen en Kringlopen", "Stadt Müllenbach", "Landkreis Größenau",
        "Bundesamt für Beschaffung", "Umweltbundesamt", "Kanton Rhônetal", "Freistaat Sonnenland",
        "Ville de Saint-Rémy", "Commune de Spa", "Région Hauts-de-Meuse", "Direction du numérique",
        "Agence bruxelloise de l’économie", "Service public fédéral Achats", "Fjordvik kommune",
        "Østerdalen fylkeskommune", "Direktoratet for anskaffelser", "Malmvik stad", "Region Väster-Göinge",
        "Kemikalieverket", "Järvikylän kaupunki", "Metsän kunta", "Hankintavirasto", "Miasto Żółtowiec",
        "Gmina Brzozów Mały", "Urząd Marszałkowski Województwa Wiślańskiego", "Hlavní město Dobříš",
        "Kiskőrös Város Önkormányzata", "Ljubno občina", "Tallinn Linnavalitsus", "Keskkonnaamet",
        "Comune di Castelnuovo", "Provincia di Castelnuovo", "Câmara Municipal de São Brás",
        "Ayuntamiento de Peñarroya", "Generalitat del Mar", "Δήμος Νέας Ακτής", "Υπουργείο Περιβάλλοντος",
        "Община Белоград", "Município da Ribeira", "Savivaldybės administracija", "City of Port Maclean",
        "Borough of Eastmarsh", "Eastmarsh City Council", "County of Northfield", "Ministry of Universities",
        "Etat for anskaffelser", "Fylkeskommunen Skarvøy", "Riigi Hanketeenistus", "Office of Public Works",
        "Department for Resource Stewardship", "Hellenic Agency for Green Procurement",
    ],
)  # fmt: skip
def test_words_for_governments_and_agencies_are_known_in_many_languages(name):
    assert looks_like_government(name).answer is Answer.YES


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Universität Sankt Ägidien", '"Universität" says a university, school or research body.'),
        ("City University Hospital", '"University" says a university, school or research body.'),
        ("Stichting Academisch Ziekenhuis", '"Stichting" says an association, foundation or network.'),
        ("Rijksmuseum Havenmeer", '"Rijksmuseum" says a museum, library, chamber or public utility.'),
        ("Association of Municipalities", '"Association" says an association, foundation or network.'),
        ("Baltic Energy Grid AS", '"AS" is the legal form of a company.'),
        ("Faire Lieferketten e. V.", '"e.V." is the legal form of an association.'),
        ("University Hospital, County of Kent", '"University" says a university, school or research body.'),
    ],
)  # fmt: skip
def test_other_bodies_are_told_by_their_word_which_is_shown(name, seen):
    assert looks_like_government(name) == Judgement(Answer.NO, seen)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Havenmeer", 'No word in "Havenmeer" says what kind of body it is.'),
        ("Circular Council", '"Council" says a council, which may or may not be a government\'s.'),
        (
            "Købehavn Indkøbsfællesskab",
            '"Indkøbsfællesskab" says a body that buys for several, which may or may not be a government\'s.',
        ),
        (
            "Stadt Müllenbach IT GmbH",
            '"Stadt" says a city or town, but "GmbH" is the legal form of a company.',
        ),
        (
            "Agency Carta Srl",
            '"Agency" says a public agency or authority, but "SRL" is the legal form of a company.',
        ),
    ],
)  # fmt: skip
def test_where_nothing_or_two_things_are_said_it_cannot_be_told(name, seen):
    assert looks_like_government(name) == Judgement(Answer.CANNOT_TELL, seen)


def test_a_weak_word_before_another_body_leaves_it_open():
    physics = looks_like_government("Department of Physics, University of Eastmarsh")

    assert physics.answer is Answer.CANNOT_TELL


@given(st.text(max_size=80))
def test_any_name_gets_an_answer_and_a_sentence(name):
    judged = looks_like_government(name)

    assert judged.answer in Answer
    assert judged.seen.endswith(".")


@pytest.mark.shared
def test_the_governments_of_the_labels_are_told_from_all_others(shared: Path):
    lines = (shared / "documents" / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    names = {json.loads(line)["organisation"] for line in lines if json.loads(line)["kind"] == "pact"}

    others = sorted(n for n in names if n and looks_like_government(n).answer is not Answer.YES)

    assert others == [
        "Baltic Energy Grid AS",
        "Circular Procurement Council of the Prairies",
        "GreenOffice Leasing B.V.",
        "Helsingfors Hankintakeskus",
        "Købehavn Indkøbsfællesskab",
        "Stichting Academisch Ziekenhuis Oosterdam",
        "Universität Sankt Ägidien",
        "Université de la Côte d’Opale-Est",
    ]
