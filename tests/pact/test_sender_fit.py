import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.sender_fit import domain_fits


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("Gemeente Utrecht", "utrecht.nl"),
        ("Gemeente Utrecht", "inkoop.utrecht.nl"),
        ("Gem. Utrecht", "gemeente-utrecht.nl"),
        ("Gemeente Utrecht", "gemeenteutrecht.nl"),
        ("Stadt Müllenbach", "muellenbach.de"),
        ("Stadt Müllenbach", "stadt-mullenbach.de"),
        ("Stadt Müllenbach", "xn--mllenbach-q9a.de"),
        ("Stadt Muellenbach", "müllenbach.de"),
        ("Landkreis Größenau", "landkreis-groessenau.de"),
        ("Ministerie van Grondstoffen en Kringlopen", "mgk.nl"),
        ("Ministerie van Grondstoffen en Kringlopen", "minvgk.nl"),
        ("Ministerie van Grondstoffen en Kringlopen", "minGK.nl"),
        ("Ministerie van Defensie", "mindef.nl"),
        ("Bundesamt für Beschaffung und Kreislaufwirtschaft", "bbk.bund.de"),
        ("Rijkswaterstaat", "rws.nl"),
        ("City of Port Maclean", "portmaclean.gov.uk"),
        ("Borough of Eastmarsh", "eastmarsh.co.uk"),
        ("Fjordvik kommune", "fjordvik.kommune.no"),
        ("Ås kommune", "as.kommune.no"),
        ("Comune di Castelnuovo al Mare", "comune.castelnuovo.mc.it"),
        ("Ville de Saint-Rémy-sur-Aisne", "ville-saint-remy.fr"),
        ("Universität Sankt Ägidien", "uni-aegidien.de"),
        ("Université de la Côte d’Opale-Est", "univ-opale.fr"),
        ("Urząd Marszałkowski Województwa Wiślańskiego", "wislanskie.pl"),
        ("Miasto Żółtowiec", "um.zoltowiec.pl"),
        ("Δήμος Νέας Ακτής", "neasaktis.gr"),
        ("Община Белоград", "belograd.bg"),
        ("GreenOffice Leasing B.V.", "greenoffice.nl"),
    ],
)
def test_the_name_or_what_is_short_for_it_fits(name, domain):
    assert domain_fits(name, domain)


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("Gemeente Utrecht", "maastricht.nl"),
        ("Gemeente Utrecht", "gmail.com"),
        ("Gemeente Utrecht", "utrecht.gmail.com"),
        ("Gemeente Utrecht", "utrecht.example.com"),
        ("Gemeente Utrecht", "gemeente.nl"),
        ("Free University of Havenmeer", "free.fr"),
        ("Stadt Müllenbach", "muehlenbach.de"),
        ("Baltic Energy Grid AS", "energyscam.com"),
        ("Rijkswaterstaat", "rat.nl"),
        ("Gemeente Utrecht", "nl"),
        ("Gemeente Utrecht", ""),
        ("", "utrecht.nl"),
        ("—", "utrecht.nl"),
    ],
)
def test_anything_else_is_a_reason_to_ask(name, domain):
    assert not domain_fits(name, domain)


@given(st.from_regex(r"[a-z]{4,12}zz", fullmatch=True), st.sampled_from(["nl", "gov.uk", "com", "de"]))
def test_a_place_fits_the_domain_that_is_called_like_it(place, ending):
    assert domain_fits(f"Gemeente {place}", f"inkoop.{place}.{ending}")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_name_and_domain_get_an_answer(name, domain):
    assert domain_fits(name, domain) in (True, False)
