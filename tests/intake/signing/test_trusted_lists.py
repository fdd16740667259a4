"""The EU trusted lists: granted services within their times, and what of the lists was verified."""

import pytest
from made_up import pades
from made_up.pades import SIGNATORY, sign
from made_up.pki import Wish, authority, issue
from made_up.trusted_lists import (
    CA_PKC,
    CA_QC,
    FOR_SEALS,
    FOR_SIGNATURES,
    FOR_WEB_SITES,
    GRANTED,
    QTST,
    WITHDRAWN,
    MadeList,
    Service,
    trusted_list,
)

from intake.signing.list_store import ListStore
from intake.signing.pdf_signatures import digital_signatures
from intake.signing.trust_material import TrustedFor, TrustMaterial
from intake.signing.trusted_lists import TrustedListError, read_lists
from pact.certificate_words import SignatureProblem

SIGNER = issue(Wish("Signer of the NL list"))
LOTL_SIGNER = issue(Wish("Signer of the list of the lists"))
ISSUER = authority().issuer
NL = MadeList(services=[Service(ISSUER)])
LOTL = trusted_list(MadeList("EU", signers={"NL": [SIGNER]}), LOTL_SIGNER)


def read(*services):
    return read_lists([("nl.xml", trusted_list(MadeList(services=services), SIGNER))])


def one_anchor(*services):
    (anchor,) = read(*services).anchors
    return anchor


def test_a_granted_service_is_trusted_from_its_day():
    anchor = one_anchor(Service(ISSUER))

    assert anchor.certificate == ISSUER.der
    assert anchor.periods == (("2016-07-01T00:00:00+00:00", None),)


def test_a_withdrawn_service_is_trusted_for_the_time_before():
    states = [(WITHDRAWN, "2021-03-01T00:00:00Z"), (GRANTED, "2016-07-01T00:00:00Z")]

    assert one_anchor(Service(ISSUER, states)).periods == (
        ("2016-07-01T00:00:00+00:00", "2021-03-01T00:00:00+00:00"),
    )


def test_a_service_that_came_back_is_trusted_in_both_its_times():
    states = [
        (GRANTED, "2022-01-01T00:00:00Z"),
        (WITHDRAWN, "2021-03-01T00:00:00Z"),
        (GRANTED, "2016-07-01T00:00:00Z"),
    ]

    assert one_anchor(Service(ISSUER, states)).periods == (
        ("2016-07-01T00:00:00+00:00", "2021-03-01T00:00:00+00:00"),
        ("2022-01-01T00:00:00+00:00", None),
    )


@pytest.mark.parametrize(
    ("uses", "trusted_for"),
    [
        ([FOR_SIGNATURES], (TrustedFor.SIGNATURES,)),
        ([FOR_SEALS], (TrustedFor.SEALS,)),
        ([FOR_SIGNATURES, FOR_SEALS], (TrustedFor.SEALS, TrustedFor.SIGNATURES)),
        ([], (TrustedFor.SEALS, TrustedFor.SIGNATURES)),
    ],
)
def test_a_service_is_trusted_for_what_it_is_listed_for(uses, trusted_for):
    assert one_anchor(Service(ISSUER, uses=uses)).trusted_for == trusted_for


def test_a_service_for_time_stamps_is_trusted_for_those():
    anchor = one_anchor(Service(authority().stamper, kind=QTST, uses=()))

    assert anchor.trusted_for == (TrustedFor.TIMESTAMPS,)


@pytest.mark.parametrize(
    "service",
    [
        Service(ISSUER, kind=CA_PKC),
        Service(ISSUER, uses=[FOR_WEB_SITES]),
        Service(ISSUER, [(WITHDRAWN, "2016-07-01T00:00:00Z")]),
    ],
)
def test_services_that_are_not_qualified_for_documents_are_left_out(service):
    assert read(service).anchors == ()


def test_a_list_has_its_country_its_days_and_the_number_of_its_services():
    states = [(WITHDRAWN, "2021-03-01T00:00:00Z"), (GRANTED, "2016-07-01T00:00:00Z")]

    (found,) = read(Service(ISSUER), Service(authority("Elsewhere").issuer, states)).lists

    assert (found.territory, found.file_name, found.services) == ("NL", "nl.xml", 1)
    assert (found.issued, found.next_update) == ("2022-06-01T00:00:00+00:00", "2022-12-01T00:00:00+00:00")


def test_lists_of_signers_that_are_known_are_verified():
    store = read_lists([("eu.xml", LOTL), ("nl.xml", trusted_list(NL, SIGNER))], [LOTL_SIGNER.der])

    assert [(one.territory, one.note) for one in store.lists] == [("EU", ""), ("NL", "")]


def test_what_was_not_verified_is_said():
    alone = read_lists([("nl.xml", trusted_list(NL, SIGNER))])
    under_unknown = read_lists([("eu.xml", LOTL), ("nl.xml", trusted_list(NL, SIGNER))])

    assert [one.note for one in alone.lists] == [
        "its signature was not verified: no list of the lists names its signers"
    ]
    assert [one.note for one in under_unknown.lists] == [
        "its signature could not be verified: its signer is not known",
        "its signers are named by a list of the lists that could not be verified itself",
    ]


def test_a_list_signed_by_another_is_refused():
    forged = trusted_list(NL, issue(Wish("Signer of the NL list")))

    with pytest.raises(TrustedListError, match=r"^nl\.xml is not signed by its country's signers\.$"):
        read_lists([("eu.xml", LOTL), ("nl.xml", forged)], [LOTL_SIGNER.der])


def test_a_list_changed_after_it_was_signed_is_refused():
    changed = trusted_list(NL, SIGNER).replace(b"granted<", b"granted <")

    with pytest.raises(TrustedListError):
        read_lists([("eu.xml", LOTL), ("nl.xml", changed)], [LOTL_SIGNER.der])


def test_a_list_of_the_lists_of_another_signer_than_given_is_refused():
    with pytest.raises(TrustedListError, match=r"^eu\.xml is not signed by the signer given\.$"):
        read_lists([("eu.xml", LOTL), ("nl.xml", trusted_list(NL, SIGNER))], [SIGNER.der])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"no xml", "x.xml is no XML that can be read."),
        (b"<a/>", "x.xml is no trusted list (ETSI TS 119 612)."),
        (LOTL, "No list of a country is among the files: a list of the lists alone names no service."),
        (trusted_list(MadeList(issued="soon"), None), "x.xml has a time that is none: soon."),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(TrustedListError) as refused:
        read_lists([("x.xml", data)])

    assert str(refused.value) == sentence


def test_an_entity_in_a_list_is_not_resolved():
    spoilt = trusted_list(NL, None).replace(
        b"<TrustServiceStatusList",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n<TrustServiceStatusList',
        1,
    )
    spoilt = spoilt.replace(b"A made-up operator", b"&e;")

    store = read_lists([("nl.xml", spoilt)])

    assert len(store.anchors) == 1


def test_of_two_lists_of_a_country_the_newer_counts():
    newer = MadeList(issued="2022-09-01T00:00:00Z", services=[Service(authority("Elsewhere").issuer)])
    files = [("new.xml", trusted_list(newer, None)), ("old.xml", trusted_list(NL, None))]

    store = read_lists(files)

    assert [one.file_name for one in store.lists] == ["new.xml"]
    assert [anchor.certificate for anchor in store.anchors] == [authority("Elsewhere").issuer.der]


def test_a_store_comes_back_as_it_was_kept():
    store = read(Service(ISSUER), Service(authority().stamper, kind=QTST, uses=()))

    assert ListStore.from_json(store.to_json()) == store


def test_a_signature_is_held_against_the_lists():
    signed = sign(pades.copy_to_sign(), authority().person(SIGNATORY))
    granted = TrustMaterial(read(Service(ISSUER, kind=CA_QC)).anchors)
    withdrawn = [(WITHDRAWN, "2021-03-01T00:00:00Z"), (GRANTED, "2016-07-01T00:00:00Z")]
    past = TrustMaterial(read(Service(ISSUER, withdrawn)).anchors)

    (trusted,) = digital_signatures(signed, granted, [SIGNATORY])
    (late,) = digital_signatures(signed, past, [SIGNATORY])

    assert (trusted.trusted, trusted.problem) == (True, None)
    assert (late.trusted, late.problem) == (False, SignatureProblem.ISSUER_NOT_VALID)
