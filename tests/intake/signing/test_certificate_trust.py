"""Trust as of the signing: revocation data inside the file, time stamps, and lists of granted services."""

from dataclasses import replace
from datetime import timedelta

import pytest
from made_up import pades
from made_up.pades import SIGNATORY, Put, sign
from made_up.pki import ESEAL, SIGNED_AT, Wish, authority, issue, revocation_list, status_answer

from intake.signing.anchors import anchor_of
from intake.signing.pdf_signatures import digital_signatures
from intake.signing.trust_material import TrustedFor, TrustMaterial
from pact.certificate_words import CertificateKind, Revocation, SignatureProblem

DAYS = timedelta(days=1)
ISSUER = authority().issuer
PERSON = authority().person(SIGNATORY)
COPY = pades.copy_to_sign()
CLAIMED = sign(COPY, PERSON)
STAMPED = sign(COPY, PERSON, Put(stamped=True))


def checked(pdf, trust=None):
    return digital_signatures(pdf, trust or authority().trust, [SIGNATORY])[0]


def with_list(pdf, revoked_days=None, made_days=1.0, *, days=30, issuer=ISSUER):
    """Return the copy with the issuer's list; days count from signing, None says that nobody is on it."""
    revoked = [] if revoked_days is None else [(PERSON, SIGNED_AT + revoked_days * DAYS)]
    made = revocation_list(issuer, revoked, at=SIGNED_AT + made_days * DAYS, days=days)
    return pades.with_revocation_data(pdf, crls=[made])


def with_answer(pdf, revoked_days=None):
    revoked_at = None if revoked_days is None else SIGNED_AT + revoked_days * DAYS
    answer = status_answer(PERSON, authority().responder, revoked_at=revoked_at, at=SIGNED_AT + DAYS)
    return pades.with_revocation_data(pdf, answers=[answer])


REVOCATION = {
    "nothing in the file": (lambda: CLAIMED, True, Revocation.NO_DATA),
    "a list": (lambda: with_list(CLAIMED), True, Revocation.GOOD),
    "an answer": (lambda: with_answer(CLAIMED), True, Revocation.GOOD),
    "a list that was current at signing": (lambda: with_list(CLAIMED, made_days=-3), True, Revocation.GOOD),
    "a list that had run out": (lambda: with_list(CLAIMED, made_days=-90), True, Revocation.UNUSABLE),
    "a list of another issuer": (
        lambda: with_list(CLAIMED, issuer=authority("Elsewhere").issuer),
        True,
        Revocation.UNUSABLE,
    ),
    "revoked before": (lambda: with_list(STAMPED, revoked_days=-10), False, Revocation.REVOKED),
    "revoked before, by an answer": (
        lambda: with_answer(STAMPED, revoked_days=-10),
        False,
        Revocation.REVOKED,
    ),
    "revoked before, in an old list": (
        lambda: with_list(CLAIMED, revoked_days=-100, made_days=-90),
        False,
        Revocation.REVOKED,
    ),
    "revoked after a proven time": (
        lambda: with_list(STAMPED, revoked_days=10, made_days=20),
        True,
        Revocation.REVOKED_LATER,
    ),
    "revoked after a time that is only claimed": (
        lambda: with_list(CLAIMED, revoked_days=10, made_days=20),
        False,
        Revocation.REVOKED,
    ),
}


@pytest.mark.parametrize("name", REVOCATION)
def test_revocation_counts_as_of_the_signing(name):
    make, trusted, revocation = REVOCATION[name]

    found = checked(make())

    assert (found.trusted, found.revocation) == (trusted, revocation)


def test_a_revocation_has_its_day():
    assert checked(with_list(STAMPED, revoked_days=-10)).revoked_on == "2022-06-04T10:00:00+00:00"


def test_a_time_stamp_on_the_signature_proves_its_time():
    found = checked(sign(COPY, PERSON, Put(stamped=True)))

    assert (found.time_proven, found.signed_at) == (True, "2022-06-14T10:00:00+00:00")


def test_a_time_stamp_over_the_document_proves_what_stood_there_before():
    signature, stamp = digital_signatures(pades.with_timestamp(CLAIMED), authority().trust, [SIGNATORY])

    assert (signature.time_proven, signature.signed_at) == (True, "2022-06-15T10:00:00+00:00")
    assert (stamp.kind, stamp.signer) == (CertificateKind.TIMESTAMP, "Test Time Stamps")
    assert (stamp.intact, stamp.trusted, stamp.changed_after) == (True, True, False)


def test_a_time_stamp_proves_nothing_of_what_was_signed_after_it():
    stamped = pades.with_timestamp(CLAIMED)
    both = sign(stamped, authority().person("Wim Peeters"), Put("Signature2", at=SIGNED_AT + 3 * DAYS))

    first, _, later = digital_signatures(both, authority().trust, [SIGNATORY])

    assert (first.time_proven, later.time_proven) == (True, False)


def test_a_time_stamp_of_an_untrusted_service_proves_nothing():
    elsewhere = authority("Elsewhere")
    signed = sign(COPY, elsewhere.person(SIGNATORY), Put(stamped=True))

    (found,) = digital_signatures(signed, elsewhere.trust, [SIGNATORY])

    assert (found.trusted, found.time_proven) == (True, False)


def test_all_of_long_term_validation_holds_together():
    whole = pades.with_timestamp(with_list(STAMPED))

    signature, stamp = digital_signatures(whole, authority().trust, [SIGNATORY])

    assert (signature.trusted, signature.revocation, signature.time_proven) == (True, Revocation.GOOD, True)
    assert (stamp.intact, stamp.trusted) == (True, True)


def test_a_path_over_several_issuers_is_followed_to_its_root():
    middle = issue(Wish("Test Middle", is_authority=True), ISSUER)

    found = checked(sign(COPY, issue(Wish(SIGNATORY), middle)))

    assert found.trusted is True


def test_a_certificate_that_is_a_root_itself_is_trusted():
    own = issue(Wish(SIGNATORY))

    found = checked(sign(COPY, own), TrustMaterial((anchor_of(own.der),)))

    assert found.trusted is True


LISTED = replace(anchor_of(ISSUER.der), trusted_for=(TrustedFor.SIGNATURES,))


@pytest.mark.parametrize(
    ("periods", "trusted"),
    [
        ((), True),
        ((("2020-01-01T00:00:00+00:00", None),), True),
        ((("2020-01-01T00:00:00+00:00", "2022-06-14T10:00:00+00:00"),), False),
        ((("2022-06-14T10:00:01+00:00", None),), False),
        (
            (("2016-01-01T00:00:00+00:00", "2019-01-01T00:00:00+00:00"), ("2021-01-01T00:00:00+00:00", None)),
            True,
        ),
    ],
)
def test_a_listed_service_is_trusted_within_its_times(periods, trusted):
    found = checked(CLAIMED, TrustMaterial((replace(LISTED, periods=periods),)))

    assert found.trusted is trusted
    assert found.problem == (None if trusted else SignatureProblem.ISSUER_NOT_VALID)


def test_a_service_listed_for_signatures_vouches_for_no_seal():
    sealed = sign(COPY, authority().person("Kempisch Waterbedrijf", qualified_as=ESEAL))

    found = checked(sealed, TrustMaterial((LISTED,)))

    assert (found.trusted, found.problem) == (False, SignatureProblem.ISSUER_NOT_VALID)


def test_material_comes_back_from_the_wire_as_it_went():
    material = TrustMaterial((replace(LISTED, periods=(("2020-01-01T00:00:00+00:00", None),)),), "a list")

    assert TrustMaterial.from_json(material.to_json()) == material
