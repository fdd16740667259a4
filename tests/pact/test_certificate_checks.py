"""What is said about certificate signatures: how much each weighs, and that none stands for another."""

from dataclasses import replace
from datetime import date

import pytest

from pact.certificate_checks import certificate_findings
from pact.certificate_words import CertificateKind, LaterChange, Revocation, SignatureProblem
from pact.documents import DigitalSignature
from pact.findings import Severity, finding

RECEIVED = date(2022, 6, 20)

GOOD = DigitalSignature(
    signer="Roos Vandenbulcke",
    intact=True,
    trusted=True,
    changed_after=False,
    signed_at="2022-06-14T10:00:00+00:00",
    names_signatory=True,
    revocation=Revocation.GOOD,
    valid_until="2025-01-01T00:00:00+00:00",
)


def found(*signatures):
    return list(certificate_findings(signatures, RECEIVED))


def codes(*signatures):
    return [one.code for one in found(*signatures)]


def test_a_signature_that_holds_in_every_way_is_no_finding():
    assert found(GOOD) == []


def test_what_was_signed_and_has_changed_since_stops():
    broken = replace(GOOD, intact=False, problem=SignatureProblem.BROKEN.value)

    assert found(broken) == [
        finding("signature_broken", "Roos Vandenbulcke: what was signed has been changed.")
    ]
    assert found(broken)[0].severity is Severity.STOP


@pytest.mark.parametrize("change", [LaterChange.CONTENT, LaterChange.ANNOTATIONS, LaterChange.OTHER])
def test_text_notes_and_the_unknown_after_signing_stop(change):
    changed = replace(GOOD, changed_after=True, changed_what=(change,), change_seen="page 2")

    assert found(changed) == [finding("signed_then_changed", f"Roos Vandenbulcke: {change.words}: page 2.")]
    assert found(changed)[0].severity is Severity.STOP


@pytest.mark.parametrize("change", [LaterChange.FORM_FILLING, LaterChange.COUNTERSIGNATURE])
def test_fields_and_further_signatures_after_signing_are_only_said(change):
    added = replace(GOOD, changed_what=(change,))

    assert codes(added) == ["signed_then_added_to"]
    assert found(added)[0].severity is Severity.INFO


def test_fields_filled_in_against_the_signature_stop():
    forbidden = replace(GOOD, changed_what=(LaterChange.FORM_FILLING,), change_forbidden=True)

    assert codes(forbidden) == ["signed_then_changed"]


def test_a_time_stamp_added_is_not_worth_a_word():
    assert found(replace(GOOD, changed_what=(LaterChange.PROOF,))) == []


def test_of_a_broken_signature_later_changes_are_not_told_too():
    broken = replace(GOOD, intact=False, changed_what=(LaterChange.SIGNED_PART,))

    assert codes(broken) == ["signature_broken"]


def test_a_certificate_of_somebody_else_is_asked_about():
    other = replace(GOOD, signer="Someone Else", names_signatory=False)

    assert found(other) == [finding("signer_unlike_name", "The certificate names Someone Else.")]
    assert found(other)[0].severity is Severity.ASK


def test_a_countersignature_is_not_taken_for_the_signatory():
    other = replace(GOOD, signer="Wim Peeters", names_signatory=False)

    assert found(GOOD, other) == []


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (SignatureProblem.UNKNOWN_ISSUER, "issuer_unknown"),
        (SignatureProblem.SELF_SIGNED, "issuer_unknown"),
        (SignatureProblem.EXPIRED, "certificate_not_valid"),
        (SignatureProblem.WEAK, "certificate_not_valid"),
        (SignatureProblem.NOT_FOR_SIGNING, "certificate_not_valid"),
    ],
)
def test_a_certificate_that_is_not_trusted_is_asked_about(problem, code):
    untrusted = replace(GOOD, trusted=False, revocation=None, problem=problem.value)

    assert found(untrusted) == [finding(code, f"Roos Vandenbulcke: {problem.value}.")]
    assert found(untrusted)[0].severity is Severity.ASK


def test_without_trust_roots_the_issuer_was_not_checked_and_that_is_only_said():
    unknown = replace(GOOD, trusted=None, revocation=None, problem=SignatureProblem.NO_TRUST.value)

    assert [(one.code, one.severity) for one in found(unknown)] == [("issuer_not_checked", Severity.INFO)]


def test_a_revoked_certificate_stops_with_its_day():
    revoked = replace(
        GOOD, trusted=False, revocation=Revocation.REVOKED, revoked_on="2022-06-04T08:00:00+00:00"
    )

    assert found(revoked) == [finding("certificate_revoked", "Roos Vandenbulcke: revoked on 2022-06-04.")]


@pytest.mark.parametrize("revocation", [Revocation.NO_DATA, Revocation.UNUSABLE])
def test_unknown_revocation_is_said_in_honest_words(revocation):
    unknown = replace(GOOD, revocation=revocation)

    assert found(unknown) == [finding("revocation_unknown", f"Roos Vandenbulcke: {revocation.words}.")]


def test_a_certificate_expired_since_is_said_where_only_the_signatory_dates_the_signature():
    expired = replace(GOOD, valid_until="2022-06-16T00:00:00+00:00")

    assert codes(expired) == ["certificate_expired_since"]
    assert codes(replace(expired, time_proven=True)) == []


def test_a_signature_dated_after_receipt_is_asked_about():
    ahead = replace(GOOD, signed_at="2022-07-01T10:00:00+00:00")

    assert found(ahead) == [finding("signature_dated_ahead", "Roos Vandenbulcke: dated 1 July 2022.")]


def test_a_signature_of_tomorrow_may_be_one_of_another_time_zone():
    assert codes(replace(GOOD, signed_at="2022-06-21T00:30:00+00:00")) == []


def test_a_signing_service_is_named_as_one():
    sealed = replace(GOOD, kind=CertificateKind.SEAL, platform="DocuSign, Inc.", names_signatory=None)

    assert found(sealed) == [finding("signature_by_platform", "It names DocuSign, Inc.")]


def test_a_seal_of_a_body_names_no_person():
    sealed = replace(GOOD, signer="Kempisch Waterbedrijf", kind=CertificateKind.SEAL, names_signatory=None)

    assert found(sealed) == [finding("sealed_not_signed", "It names Kempisch Waterbedrijf.")]


def test_a_time_stamp_alone_is_no_finding():
    stamp = DigitalSignature(signer="Test Time Stamps", kind=CertificateKind.TIMESTAMP, intact=True)

    assert found(stamp) == []


def test_a_signature_that_could_not_be_checked_is_asked_about():
    unchecked = DigitalSignature(problem=SignatureProblem.DAMAGED.value)

    assert found(unchecked) == [
        finding(
            "digital_signature_not_checked",
            "an unnamed signer: the signature is damaged and could not be checked.",
        )
    ]


def test_each_of_several_signatures_is_looked_at_for_itself():
    broken = replace(GOOD, signer="Wim Peeters", intact=False, names_signatory=False)
    unsure = replace(GOOD, revocation=Revocation.NO_DATA)

    assert codes(unsure, broken) == ["revocation_unknown", "signature_broken"]


def test_a_time_that_is_none_is_passed_over():
    assert codes(replace(GOOD, signed_at="yesterday", valid_until="never")) == []
