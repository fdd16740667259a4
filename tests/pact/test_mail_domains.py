import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.mail_domains import is_free_mail, owner_label


@pytest.mark.parametrize(
    ("domain", "label"),
    [
        ("utrecht.nl", "utrecht"),
        ("Inkoop.Utrecht.NL.", "utrecht"),
        ("utrecht.example.com", "example"),
        ("portmaclean.gov.uk", "portmaclean"),
        ("mail.eastmarsh.co.uk", "eastmarsh"),
        ("saint-remy.gouv.fr", "saint-remy"),
        ("fjordvik.kommune.no", "fjordvik"),
        ("comune.castelnuovo.mc.it", "castelnuovo"),
        ("bbk.bund.de", "bbk"),
        ("bund.de", "bund"),
        ("xn--mllenbach-q9a.de", "müllenbach"),
        ("müllenbach.de", "müllenbach"),
        ("xn--\N{SNOWMAN}.de", "xn--\N{SNOWMAN}"),
        ("xn--zzzz-.de", "xn--zzzz-"),
        ("localhost", ""),
        ("", ""),
    ],
)
def test_the_owners_label_is_the_one_that_counts(domain, label):
    assert owner_label(domain) == label


@pytest.mark.parametrize(
    "domain", ["gmail.com", "GMX.de", "gmx.ch", "web.de", "mail.ru", "Outlook.com.", "free.fr"]
)
def test_domains_where_anybody_has_an_address_are_known(domain):
    assert is_free_mail(domain)


@pytest.mark.parametrize("domain", ["utrecht.nl", "gmail.utrecht.nl", "freistaat.de", "mail.utrecht.nl", ""])
def test_an_organisations_domain_is_none_of_them(domain):
    assert not is_free_mail(domain)


@given(st.text(max_size=60))
def test_anything_may_be_asked_about(domain):
    assert is_free_mail(domain) in (True, False)
    assert owner_label(domain) == owner_label(domain.strip())
