from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact import block_checks
from pact.block_checks import IN_FORCE_FROM, Block
from pact.documents import Field, Signatory, Signature, SignatureKind
from pact.findings import Finding, finding

RECEIVED_ON = date(2026, 3, 10)


def sure(value: str) -> Field:
    return Field(value=value, confidence=0.98, sure=True, page=16)


WHOLE = Signatory(
    organisation=sure("Gemeente Havenmeer"),
    name=sure("Marijke van den Oever"),
    title=sure("Hoofd Inkoop"),
    participation_type=sure("procuring"),
    date=sure("2026-03-02"),
    signature=Signature(kind=SignatureKind.DRAWN, confidence=0.97, page=16),
)

EVERY_CHECK = (
    block_checks.application_fields,
    block_checks.participation_type,
    block_checks.signature,
    block_checks.date_of_signing,
    block_checks.coordinating_role,
    block_checks.interest_in_ict,
    block_checks.title_of_signatory,
)


def found(signatory: Signatory) -> list[Finding]:
    block = Block(signatory, RECEIVED_ON)
    return [one for check in EVERY_CHECK for one in check(block)]


def test_nothing_is_found_in_a_whole_block():
    assert found(WHOLE) == []


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("organisation", "No name of an organisation was found."),
        ("name", "No name of a signatory was found."),
        ("title", "No title was found."),
        ("participation_type", "No marked participation type was found."),
        ("date", "No date of signing was found."),
    ],
)
@pytest.mark.parametrize("nothing", [Field(), Field(value=""), Field(value=" \n", sure=True)])
def test_each_field_that_could_not_be_read_is_missing(name, seen, nothing):
    assert found(replace(WHOLE, **{name: nothing})) == [finding(f"missing_{name}", seen)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("organisation", "Gemeente Havenmeer"),
        ("name", "Ruud ter Horst"),
        ("title", "Hoofd Inkoop"),
        ("participation_type", "procuring"),
        ("date", "2026-03-01"),
    ],
)
def test_each_field_that_was_read_unsurely_is_asked_about_with_its_page(name, value):
    unsure = Field(value=value, confidence=0.4, sure=False, page=16)

    assert found(replace(WHOLE, **{name: unsure})) == [
        finding(f"unsure_{name}", f'Read as "{value}" on page 16.')
    ]


def test_a_file_without_pages_names_none():
    unsure = Field(value="Ruud ter Horst", confidence=0.4)

    assert found(replace(WHOLE, name=unsure)) == [finding("unsure_name", 'Read as "Ruud ter Horst".')]


@pytest.mark.parametrize("kind", SignatureKind)
def test_only_a_block_without_any_kind_of_signature_is_unsigned(kind):
    found_missing = {
        SignatureKind.NONE: [finding("no_signature", "Nothing was found where one signs.")],
        SignatureKind.NOT_LOOKED_AT: [
            finding("signature_not_looked_at", "It was read by eye, without a word on the signature.")
        ],
    }

    assert found(replace(WHOLE, signature=Signature(kind=kind))) == found_missing.get(kind, [])


def test_a_date_after_receipt_is_said_with_both_days():
    tomorrow = replace(WHOLE, date=sure("2026-03-11"))

    assert found(tomorrow) == [finding("date_in_future", "Dated 11 March 2026, received on 10 March 2026.")]


def test_a_date_before_the_pact_is_said_with_its_first_day():
    early = replace(WHOLE, date=sure("2021-06-13"))

    assert found(early) == [finding("date_before_pact", "Dated 13 June 2021; in effect since 14 June 2021.")]


@given(st.dates(min_value=IN_FORCE_FROM - timedelta(days=400), max_value=RECEIVED_ON + timedelta(days=400)))
def test_a_date_is_possible_from_the_pacts_first_day_to_the_day_of_receipt(signed_on):
    codes = [one.code for one in found(replace(WHOLE, date=sure(signed_on.isoformat())))]

    expected = ["date_before_pact"] if signed_on < IN_FORCE_FROM else []
    expected += ["date_in_future"] if signed_on > RECEIVED_ON else []
    assert codes == expected


def test_what_is_no_day_is_asked_about():
    assert found(replace(WHOLE, date=sure("2026-02-30"))) == [
        finding("unsure_date", '"2026-02-30" is no day of the calendar.')
    ]


@pytest.mark.parametrize("role", ["coordinating", "both"])
def test_a_coordinating_role_of_another_body_stops_and_never_rejects(role):
    block = replace(WHOLE, organisation=sure("Universität Sankt Ägidien"), participation_type=sure(role))

    assert found(block) == [
        finding("role_unlike_organisation", '"Universität" says a university, school or research body.')
    ]


def test_a_coordinating_role_of_who_knows_what_is_asked_about():
    block = replace(WHOLE, organisation=sure("Havenmeer"), participation_type=sure("coordinating"))

    assert found(block) == [finding("role_not_shown", 'No word in "Havenmeer" says what kind of body it is.')]


@pytest.mark.parametrize("organisation", ["Universität Sankt Ägidien", "Baltic Energy Grid AS", "Havenmeer"])
def test_anybody_may_procure(organisation):
    assert found(replace(WHOLE, organisation=sure(organisation))) == []


def test_a_seller_of_ict_is_in_doubt_for_the_committee():
    block = replace(WHOLE, organisation=sure("Laptop Reseller Nord B.V."))

    assert found(block) == [
        finding("conflict_of_interest", '"Laptop" names ICT, and no word shows a public body.')
    ]


def test_a_title_that_shows_nothing_is_a_remark():
    block = replace(WHOLE, title=sure("Receptionist"))

    assert [one.code for one in found(block)] == ["title_unlike_procurement"]


def test_a_block_of_several_says_which_it_is():
    second = Block(replace(WHOLE, title=Field()), RECEIVED_ON, label="Block 2: ")

    assert list(block_checks.application_fields(second)) == [
        finding("missing_title", "Block 2: No title was found.")
    ]
