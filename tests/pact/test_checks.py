import re
from dataclasses import replace
from datetime import date

import pytest

from pact.application import ApplicationKind
from pact.checks import BLOCK_CHECKS, CASE_CHECKS, Circumstances, SenderVerdict, check_application
from pact.clauses import GLOSSES
from pact.documents import (
    DigitalSignature,
    DocumentAsRead,
    DocumentKind,
    Field,
    ReadError,
    ReadErrorCode,
    Remark,
    Signatory,
    Signature,
    SignatureKind,
)
from pact.findings import CODES, Severity, finding

PARTICIPATION, SUPPORT, TERMINATION = (
    ApplicationKind.PARTICIPATION,
    ApplicationKind.SUPPORT,
    ApplicationKind.TERMINATION,
)


def sure(value: str) -> Field:
    return Field(value=value, confidence=0.98, sure=True, page=16)


SIGNED = Signature(kind=SignatureKind.DRAWN, confidence=0.97, page=16)
HAVENMEER = Signatory(
    organisation=sure("Gemeente Havenmeer"),
    name=sure("Marijke van den Oever"),
    title=sure("Hoofd Inkoop"),
    participation_type=sure("procuring"),
    date=sure("2026-03-02"),
    signature=SIGNED,
)
COPY = DocumentAsRead(kind=DocumentKind.SIGNED_PACT, signatories=(HAVENMEER,))
LETTER = DocumentAsRead(
    kind=DocumentKind.LETTER_OF_SUPPORT,
    signatories=(
        replace(HAVENMEER, organisation=sure("Ethical Minerals Watch"), participation_type=Field()),
    ),
    endorses=sure("We endorse the aims of the Pact."),
)
CHECKED = Circumstances(
    received_on=date(2026, 3, 10), sender_domain="havenmeer.nl", sender_verdict=SenderVerdict.PASS
)
CHECKED_SUPPORTER = replace(CHECKED, sender_domain="mineralswatch.org")


def codes(document: DocumentAsRead, kind: ApplicationKind, circumstances: Circumstances) -> list[str]:
    return [one.code for one in check_application(document, kind, circumstances)]


def test_nothing_is_found_on_a_whole_application():
    assert check_application(COPY, PARTICIPATION, CHECKED) == []


def test_nothing_is_found_on_a_whole_letter_of_support():
    assert check_application(LETTER, SUPPORT, CHECKED_SUPPORTER) == []


def test_an_empty_form_lacks_everything():
    assert codes(DocumentAsRead(), PARTICIPATION, CHECKED) == [
        "missing_organisation",
        "missing_name",
        "missing_title",
        "missing_participation_type",
        "missing_date",
        "no_signature",
    ]


def test_a_letter_of_support_is_asked_for_no_participation_type_but_for_its_endorsement():
    assert codes(DocumentAsRead(), SUPPORT, CHECKED) == [
        "missing_organisation",
        "missing_name",
        "missing_title",
        "missing_date",
        "no_signature",
        "no_endorsement",
    ]


def test_a_supporter_may_make_or_sell_ict_and_have_any_title():
    signatory = replace(LETTER.signatories[0], organisation=sure("Nordlys Telecom ASA"), title=sure("Chef"))
    letter = replace(LETTER, signatories=(signatory,))

    assert check_application(letter, SUPPORT, replace(CHECKED, sender_domain="nordlys.no")) == []


def test_an_unsure_endorsement_is_shown():
    letter = replace(LETTER, endorses=Field(value="We like the Pact.", confidence=0.4))

    assert check_application(letter, SUPPORT, CHECKED_SUPPORTER) == [
        finding("no_endorsement", 'Not sure whether this endorses the Pact: "We like the Pact."')
    ]


def test_a_notice_of_leaving_may_have_any_form():
    assert check_application(DocumentAsRead(), TERMINATION, CHECKED) == []


@pytest.mark.parametrize(
    ("change", "kind", "code"),
    [
        ({"has_applied_before": True}, PARTICIPATION, "already_applied"),
        ({"has_applied_before": True}, SUPPORT, "already_applied"),
        ({"is_participant": True}, PARTICIPATION, "already_participant"),
        ({"is_participant": True}, SUPPORT, "supporter_is_participant"),
        ({"is_supporter": True}, SUPPORT, "already_participant"),
        ({"sender_verdict": "none"}, PARTICIPATION, "sender_not_checked"),
        ({"sender_verdict": "fail"}, PARTICIPATION, "sender_check_failed"),
        ({"sender_verdict": "softfail"}, SUPPORT, "sender_not_checked"),
        ({"sender_domain": "gmail.com"}, PARTICIPATION, "sender_unlike_organisation"),
        ({"sender_domain": "maastricht.nl"}, SUPPORT, "sender_unlike_organisation"),
        ({"sender_domain": "gmail.com"}, TERMINATION, "sender_unlike_organisation"),
    ],
)
def test_what_is_known_around_the_document_is_found(change, kind, code):
    document = LETTER if kind is SUPPORT else COPY
    circumstances = CHECKED_SUPPORTER if kind is SUPPORT else CHECKED

    assert codes(document, kind, replace(circumstances, **change)) == [code]


def test_a_supporter_that_now_takes_part_is_no_finding():
    assert check_application(COPY, PARTICIPATION, replace(CHECKED, is_supporter=True)) == []


def test_an_unlike_sender_is_shown_beside_the_organisation():
    free = replace(CHECKED, sender_domain="gmail.com")
    other = replace(CHECKED, sender_domain="maastricht.nl")

    assert [one.seen for c in (free, other) for one in check_application(COPY, PARTICIPATION, c)] == [
        '"Gemeente Havenmeer" wrote from gmail.com, where anybody can have an address.',
        '"Gemeente Havenmeer" wrote from maastricht.nl, which does not show its name.',
    ]


def test_without_a_sender_or_an_organisation_nothing_is_compared():
    nameless = replace(COPY, signatories=(replace(HAVENMEER, organisation=Field()),))

    assert check_application(COPY, PARTICIPATION, replace(CHECKED, sender_domain="")) == []
    assert codes(nameless, PARTICIPATION, CHECKED) == ["missing_organisation"]


def test_every_block_is_checked_and_named():
    ruud = replace(HAVENMEER, name=sure("Ruud ter Horst"), participation_type=sure("coordinating"))
    copy = replace(COPY, signatories=(HAVENMEER, replace(ruud, title=Field(), signature=Signature())))

    assert check_application(copy, PARTICIPATION, CHECKED) == [
        finding("missing_title", "Block 2 (Ruud ter Horst): No title was found."),
        finding("no_signature", "Block 2 (Ruud ter Horst): Nothing was found where one signs."),
        finding("several_signatories", "2 signature blocks are filled."),
    ]


def test_blocks_of_different_organisations_go_to_a_person():
    other = replace(HAVENMEER, organisation=sure("Gemeente Maastricht"))
    copy = replace(COPY, signatories=(HAVENMEER, other))

    assert check_application(copy, PARTICIPATION, CHECKED) == [
        finding(
            "several_organisations", 'One block names "Gemeente Havenmeer", another "Gemeente Maastricht".'
        ),
        finding("several_signatories", "2 signature blocks are filled."),
    ]


def test_one_organisation_in_two_spellings_is_one():
    again = replace(HAVENMEER, organisation=sure("Gem. HAVENMEER"))

    assert codes(replace(COPY, signatories=(HAVENMEER, again)), PARTICIPATION, CHECKED) == [
        "several_signatories"
    ]


@pytest.mark.parametrize(
    ("remark", "field", "code"),
    [
        (Remark("contradictory_marks", "Two are ticked.", 16), "participation_type", "contradictory_marks"),
        (Remark("ambiguous_date", "3 April or 4 March 2026.", 16), "date", "ambiguous_date"),
    ],
)
def test_a_remark_says_better_what_the_missing_field_would(remark, field, code):
    copy = replace(COPY, signatories=(replace(HAVENMEER, **{field: Field()}),), remarks=(remark,))

    assert check_application(copy, PARTICIPATION, CHECKED) == [finding(code, f"{remark.seen} (page 16)")]


def test_of_several_blocks_another_may_lack_what_the_remark_is_about():
    undated = replace(HAVENMEER, date=Field())
    copy = replace(COPY, signatories=(undated, undated), remarks=(Remark("ambiguous_date", "3 or 4."),))

    assert codes(copy, PARTICIPATION, CHECKED) == [
        "missing_date",
        "missing_date",
        "ambiguous_date",
        "several_signatories",
    ]


@pytest.mark.parametrize("code", ["tracked_changes", "form_values_differ", "digital_signature_not_checked"])
def test_what_the_reader_noticed_is_a_finding_of_its_code(code):
    copy = replace(COPY, remarks=(Remark(code, "As seen."),))

    assert check_application(copy, PARTICIPATION, CHECKED) == [finding(code, "As seen.")]


def test_a_remark_without_a_row_is_not_lost():
    copy = replace(COPY, remarks=(Remark("moon_phase", "It is full.", 3),))

    assert check_application(copy, PARTICIPATION, CHECKED) == [
        finding("other_remark", "It is full. (page 3)")
    ]


def test_the_same_remark_twice_is_one_finding():
    remark = Remark("tracked_changes", "Two insertions.")

    assert codes(replace(COPY, remarks=(remark, remark)), PARTICIPATION, CHECKED) == ["tracked_changes"]


def test_what_a_certificate_signature_says_is_found_with_all_else():
    copy = replace(COPY, digital_signatures=(DigitalSignature(signer="M. van den Oever", intact=False),))

    assert codes(copy, PARTICIPATION, CHECKED) == ["signature_broken", "issuer_not_checked"]


def test_of_an_unreadable_document_nothing_is_missing():
    damaged = DocumentAsRead(error=ReadError(ReadErrorCode.DAMAGED, "The file is damaged."))

    assert check_application(damaged, PARTICIPATION, CHECKED) == [
        finding("document_unreadable", "The file is damaged.")
    ]
    assert codes(damaged, SUPPORT, CHECKED) == ["document_unreadable"]


def test_a_file_behind_a_password_is_asked_for_again_without_it():
    locked = DocumentAsRead(error=ReadError(ReadErrorCode.ENCRYPTED, "It has a password."))

    assert check_application(locked, PARTICIPATION, CHECKED) == [
        finding("document_encrypted", "It has a password.")
    ]
    assert "without the password" in CODES["document_encrypted"].ask_applicant


def test_a_letter_that_refuses_is_not_asked_to_endorse():
    refusal = Remark("endorsement_refused", "We cannot support the Pact.", 1)
    letter = replace(LETTER, endorses=Field(), remarks=(refusal,))

    assert codes(letter, SUPPORT, CHECKED_SUPPORTER) == ["endorsement_refused"]


def test_a_letter_with_a_condition_waits_for_a_person():
    condition = Remark("endorsement_conditional", "We endorse it, provided that it rains.", 1)

    found = check_application(replace(LETTER, remarks=(condition,)), SUPPORT, CHECKED_SUPPORTER)

    assert [(one.code, one.severity) for one in found] == [("endorsement_conditional", Severity.STOP)]


def test_of_a_bare_picture_nothing_is_missing_until_somebody_looked():
    picture = DocumentAsRead(remarks=(Remark("page_not_read", "Page 1 is a picture."),))

    assert codes(picture, PARTICIPATION, CHECKED) == ["page_not_read"]


EVERY_CHECK = {check for table in (CASE_CHECKS, BLOCK_CHECKS) for row in table.values() for check in row}


@pytest.mark.parametrize("check", sorted(EVERY_CHECK, key=lambda check: check.__name__))
def test_every_check_cites_clauses_that_exist(check):
    cited = re.findall(r"\d\.\d\.\d(?:\.[a-f])?|intro, Signing the Pact", check.__doc__)

    assert cited != []
    assert set(cited) <= set(GLOSSES)
