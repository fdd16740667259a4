import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.domain_likeness import Likeness, are_of_one_owner, looks_like

KNOWN = ("rijkswaterstaat.nl", "waterhoven.nl", "eastmarsh.gov.uk", "stadt-muellenbach.de", "as.kommune.no")


@pytest.mark.parametrize(
    ("domain", "of", "likeness"),
    [
        ("rijkswaterstaat.com", "rijkswaterstaat.nl", Likeness.ENDING),
        ("eastmarsh.co.uk", "eastmarsh.gov.uk", Likeness.ENDING),
        ("rijkswaterstat.nl", "rijkswaterstaat.nl", Likeness.SLIP),
        ("rijkswatrestaat.nl", "rijkswaterstaat.nl", Likeness.SLIP),
        ("rijks-waterstaat.nl", "rijkswaterstaat.nl", Likeness.HYPHEN),
        ("stadtmuellenbach.de", "stadt-muellenbach.de", Likeness.HYPHEN),
        ("waterh0ven.nl", "waterhoven.nl", Likeness.LETTERS),
        ("eastrnarsh.gov.uk", "eastmarsh.gov.uk", Likeness.LETTERS),
        ("wаterhoven.nl", "waterhoven.nl", Likeness.LETTERS),  # a Cyrillic а
        ("xn--wterhoven-0yh.nl", "waterhoven.nl", Likeness.LETTERS),
        ("wäterhoven.nl", "waterhoven.nl", Likeness.LETTERS),
        ("waterhoven-nl.com", "waterhoven.nl", Likeness.IN_FRONT),
        ("waterhoven-portal.com", "waterhoven.nl", Likeness.WORD),
        ("secure-waterhoven.org", "waterhoven.nl", Likeness.WORD),
        ("waterhovenmail.nl", "waterhoven.nl", Likeness.WORD),
        ("waterhoven.nl.evil-sender.org", "waterhoven.nl", Likeness.IN_FRONT),
        ("waterhoven-nl.evil-sender.org", "waterhoven.nl", Likeness.IN_FRONT),
    ],
)
def test_a_domain_made_to_be_taken_for_another_is_told_with_in_what(domain, of, likeness):
    found = looks_like(domain, KNOWN)

    assert found is not None
    assert (found.domain, found.likeness) == (of, likeness)


@pytest.mark.parametrize(
    "domain",
    [
        "rijkswaterstaat.nl",
        "inkoop.rijkswaterstaat.nl",
        "RIJKSWATERSTAAT.NL.",
        "waterhavens.nl",
        "westmarsh.gov.uk",
        "os.kommune.no",
        "provincie-waterhoven.nl",
        "",
        "nl",
        "gmail.com",
    ],
)
def test_its_own_parts_and_other_names_are_like_none(domain):
    assert looks_like(domain, KNOWN) is None


def test_an_owner_is_the_registered_domain_also_under_shared_homes():
    assert are_of_one_owner("mail.fjordvik.kommune.no", "fjordvik.kommune.no")
    assert not are_of_one_owner("as.kommune.no", "fjordvik.kommune.no")
    assert not are_of_one_owner("town.co.uk", "town.gov.uk")


@given(st.text(max_size=60))
def test_any_domain_gets_an_answer(domain):
    found = looks_like(domain, KNOWN)

    assert found is None or found.domain in KNOWN
