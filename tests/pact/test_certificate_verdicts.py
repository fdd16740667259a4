"""The five verdicts are five words: present, whose, intact, trusted, changed afterwards."""

from dataclasses import replace

import pytest

from pact.certificate_verdicts import five_verdicts, mail_signature_words
from pact.certificate_words import CertificateKind, LaterChange, Revocation, SignatureProblem
from pact.documents import DigitalSignature

GOOD = DigitalSignature(
    signer="Roos Vandenbulcke",
    intact=True,
    trusted=True,
    changed_after=False,
    signed_at="2022-06-14T10:00:00+00:00",
    names_signatory=True,
    revocation=Revocation.GOOD,
)


def words(signature):
    return {verdict.asked: verdict.words for verdict in five_verdicts(signature)}


def test_a_good_signature_has_five_answers():
    assert words(GOOD) == {
        "present": "signature (2022-06-14, as it says)",
        "whose": "Roos Vandenbulcke (the signatory)",
        "intact": "yes",
        "trusted": "yes (not revoked, by data inside the file)",
        "changed afterwards": "no",
    }


def test_what_was_not_checked_says_so_five_times():
    assert words(DigitalSignature()) == {
        "present": "signature",
        "whose": "an unnamed signer (not compared)",
        "intact": "not checked",
        "trusted": "not checked",
        "changed afterwards": "not checked",
    }


def test_one_answer_does_not_colour_another():
    changed = replace(
        GOOD,
        trusted=False,
        problem=SignatureProblem.UNKNOWN_ISSUER.value,
        revocation=None,
        changed_after=True,
        changed_what=(LaterChange.CONTENT,),
        change_seen='page 2: "not binding" was added',
    )

    assert words(changed)["intact"] == "yes"
    assert words(changed)["trusted"] == "no (unknown issuer)"
    assert (
        words(changed)["changed afterwards"]
        == 'yes (text or pages were changed: page 2: "not binding" was added)'
    )


@pytest.mark.parametrize(
    ("signature", "whose"),
    [
        (replace(GOOD, signer="Someone Else", names_signatory=False), "Someone Else (not the signatory)"),
        (
            replace(GOOD, signer="DocuSign, Inc.", kind=CertificateKind.SEAL, platform="DocuSign, Inc."),
            "DocuSign, Inc. (a signing service)",
        ),
        (
            replace(GOOD, signer="Kempisch Waterbedrijf", kind=CertificateKind.SEAL),
            "Kempisch Waterbedrijf (no person)",
        ),
    ],
)
def test_whose_it_is_tells_persons_bodies_and_services_apart(signature, whose):
    assert words(signature)["whose"] == whose


def test_a_proven_time_is_said_to_be_proven():
    assert (
        words(replace(GOOD, time_proven=True))["present"] == "signature (2022-06-14, by a trusted time stamp)"
    )


def test_a_revocation_is_told_with_its_day():
    revoked = replace(
        GOOD, trusted=False, revocation=Revocation.REVOKED, revoked_on="2022-06-04T08:00:00+00:00"
    )

    assert words(revoked)["trusted"] == "no (revoked, on 2022-06-04)"


@pytest.mark.parametrize(
    ("fits", "words"),
    [(True, "for the sender's address"), (False, "for another address"), (None, "for no address")],
)
def test_the_signature_of_a_mail_is_told_in_one_sentence(fits, words):
    signature = replace(GOOD, names_signatory=fits, trusted=False, problem="unknown issuer", revocation=None)

    assert mail_signature_words(signature) == (
        f"It carries the signature of Roos Vandenbulcke, {words} (S/MIME); intact: yes; trusted: no "
        "(unknown issuer)."
    )


def test_each_problem_stands_beside_the_verdict_that_it_bears_on():
    troubled = replace(
        GOOD,
        intact=False,
        trusted=False,
        revocation=None,
        problem=(
            "the certificate names somebody else; what was signed has been changed; unknown issuer; "
            "weak algorithm: SHA-1; changed in a way that the signature forbids"
        ),
    )

    assert words(troubled)["intact"] == "no (what was signed has been changed)"
    assert words(troubled)["trusted"] == "no (unknown issuer; weak algorithm: SHA-1)"
    assert words(troubled)["changed afterwards"] == "no (changed in a way that the signature forbids)"


@pytest.mark.parametrize("problem", sorted(set(SignatureProblem) - {SignatureProblem.NAMES_ANOTHER}))
def test_no_problem_is_left_without_a_verdict_beside_which_it_stands(problem):
    shown = words(DigitalSignature(problem=problem.value))

    assert [asked for asked, answer in shown.items() if problem.value in answer] != []
