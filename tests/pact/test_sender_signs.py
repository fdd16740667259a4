from collections import Counter

import pytest
from made_up.honest_senders import OURS, REGISTER, honest_senders

from pact.findings import Severity
from pact.sender_signs import KnownSender, KnownSenders, SeenSender, sender_findings

KNOWN = KnownSenders(OURS, REGISTER)


def codes(address: str, name: str = "", reply_to: str = "", known: KnownSenders = KNOWN) -> list[str]:
    return [found.code for found in sender_findings(SeenSender(address, name, reply_to), known)]


def test_of_sixty_honest_senders_two_are_asked_about():
    found = [one for sender, known in honest_senders() for one in sender_findings(sender, known)]

    assert len(honest_senders()) == 60
    # Mühlenbach is no Müllenbach and Fjordvika no Fjordvik: true places, one letter apart.
    assert [one.seen for one in found if one.severity is not Severity.INFO] == [
        "muehlenbach.de is not muellenbach.de: it differs by one letter.",
        "fjordvika.kommune.no is not fjordvik.kommune.no: it differs by one letter.",
    ]
    assert Counter(one.code for one in found if one.severity is Severity.INFO) == {
        "answers_wanted_elsewhere": 3,
        "sender_new_to_organisation": 2,
        "sender_domain_other_ending": 2,
    }


@pytest.mark.parametrize(
    ("address", "name", "code"),
    [
        ("x@evil-sender.org", "ida@waterhoven.nl", "sender_name_shows_address"),
        ("x@evil-sender.org", "Ida Holm <ida@waterhoven.nl>", "sender_name_shows_address"),
        ("x@evil-sender.org", "Gemeente Waterhoven", "sender_name_is_anothers"),
        ("x@gmail.com", "Ministerie van Grondstoffen en Kringlopen", "sender_name_is_anothers"),
        ("x@evil-sender.org", "CFIT Secretariat", "sender_name_is_anothers"),
        ("x@evil-sender.org", "Circular & Fair ICT Pact", "sender_name_is_anothers"),
        ("x@waterhovenn.nl", "Ida Holm", "sender_domain_resembles"),
        ("x@cfit-secretariat-nl.org", "Ida Holm", "sender_domain_resembles"),
        ("x@cf1t-secretariat.org", "Ida Holm", "sender_domain_resembles"),
        ("x@waterhoven.nl.evil-sender.org", "Ida Holm", "sender_domain_resembles"),
    ],
)
def test_what_makes_a_sender_look_like_another_is_asked_about(address, name, code):
    assert codes(address, name) == [code]


def test_answers_wanted_elsewhere_are_told_and_at_free_mail_asked_about():
    assert codes("a@town-x.org", reply_to="b@agency.org") == ["answers_wanted_elsewhere"]
    assert codes("a@town-x.org", reply_to="b@gmail.com") == ["answers_wanted_at_free_mail"]
    assert codes("a@gmail.com", reply_to="b@outlook.com") == ["answers_wanted_elsewhere"]
    assert codes("a@town-x.org", reply_to="b@mail.town-x.org") == []


def test_a_known_organisation_that_writes_from_elsewhere_is_told():
    known = KnownSenders(OURS, REGISTER, about=KnownSender("Town X", frozenset({"town-x.org"})))

    assert codes("a@agency.org", known=known) == ["sender_new_to_organisation"]
    assert codes("a@mail.town-x.org", known=known) == []


def test_our_own_people_and_mail_without_a_sender_are_not_looked_at():
    assert codes("vos@cfit-secretariat.org", "CFIT Secretariat") == []
    assert codes("", "CFIT Secretariat") == []


def test_the_finding_says_what_was_seen():
    (found,) = sender_findings(SeenSender("x@waterh0ven.nl"), KNOWN)

    assert found.seen == "waterh0ven.nl is not waterhoven.nl: it is written with letters that look alike."
