"""Every kind of certificate signature with its verdicts: whose, intact, trusted, changed afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID
from made_up import pades
from made_up.pades import SIGNATORY, Put, sign
from made_up.pki import ESEAL, ESIGN, SIGNED_AT, Issued, Wish, authority, issue

from intake.signing.pdf_signatures import MOST_CHECKED, digital_signatures
from intake.signing.trust_material import NO_TRUST, TrustMaterial
from pact.certificate_words import CertificateKind, LaterChange, SignatureProblem
from pact.documents import DigitalSignature

A_DAY = timedelta(days=1)
PERSON = authority().person(SIGNATORY)
COPY = pades.copy_to_sign()
FORM = pades.copy_to_sign(fields=True)
SIGNED = sign(COPY, PERSON)


@dataclass(frozen=True)
class Verdicts:
    """What is expected of one signature; it is good unless said otherwise."""

    names_signatory: bool | None = True
    intact: bool | None = True
    trusted: bool | None = True
    changed_after: bool | None = False
    problem: str | None = None


GOOD = Verdicts()


def checked(pdf: bytes, trust: TrustMaterial | None = None) -> tuple[DigitalSignature, ...]:
    return digital_signatures(pdf, trust or authority().trust, [SIGNATORY])


def verdicts(one: DigitalSignature) -> Verdicts:
    return Verdicts(one.names_signatory, one.intact, one.trusted, one.changed_after, one.problem)


def by(signer: Issued, **put: object) -> bytes:
    return sign(COPY, signer, Put(**put))  # type: ignore[arg-type]


VARIANTS: dict[str, tuple[Callable[[], bytes], Verdicts]] = {
    "valid": (lambda: SIGNED, GOOD),
    "byte changed inside": (
        lambda: pades.tampered(SIGNED),
        Verdicts(intact=False, changed_after=True, problem=SignatureProblem.BROKEN),
    ),
    "saved anew by another program": (
        lambda: pades.rewritten(SIGNED),
        Verdicts(intact=False, changed_after=True, problem=SignatureProblem.BROKEN),
    ),
    "issuer unknown": (
        lambda: by(authority("Elsewhere").person(SIGNATORY)),
        Verdicts(trusted=False, problem=SignatureProblem.UNKNOWN_ISSUER),
    ),
    "issuer of the same name": (
        lambda: by(issue(Wish(SIGNATORY), issue(Wish("Test Issuing Authority", is_authority=True)))),
        Verdicts(trusted=False, problem=SignatureProblem.UNKNOWN_ISSUER),
    ),
    "self-signed": (
        lambda: by(issue(Wish(SIGNATORY))),
        Verdicts(trusted=False, problem=SignatureProblem.SELF_SIGNED),
    ),
    "text added": (
        lambda: pades.with_text_added(SIGNED, "Subject to a reservation"),
        Verdicts(changed_after=True),
    ),
    "page replaced": (
        lambda: pades.with_page_replaced(SIGNED, "Another text"),
        Verdicts(changed_after=True),
    ),
    "note added": (lambda: pades.with_note(SIGNED, "For one year only"), Verdicts(changed_after=True)),
    "script added": (lambda: pades.with_catalog_changed(SIGNED), Verdicts(changed_after=True)),
    "field filled in": (
        lambda: pades.with_field_filled(sign(FORM, PERSON), "later"),
        Verdicts(changed_after=True),
    ),
    "expired when it signed": (
        lambda: by(authority().person(SIGNATORY, end=SIGNED_AT - A_DAY)),
        Verdicts(trusted=False, problem=SignatureProblem.EXPIRED),
    ),
    "not yet valid": (
        lambda: by(authority().person(SIGNATORY, begin=SIGNED_AT + A_DAY)),
        Verdicts(trusted=False, problem=SignatureProblem.NOT_YET_VALID),
    ),
    "expired since": (lambda: by(authority().person(SIGNATORY, end=SIGNED_AT + A_DAY)), GOOD),
    "somebody else's": (
        lambda: by(authority().person("Someone Else")),
        Verdicts(names_signatory=False, problem=SignatureProblem.NAMES_ANOTHER),
    ),
    "body's seal": (lambda: by(authority().person("Kempisch Waterbedrijf")), Verdicts(names_signatory=None)),
    "SHA-1": (lambda: by(PERSON, digest="sha1"), Verdicts(trusted=False, problem="weak algorithm: SHA-1")),
    "RSA-1024": (
        lambda: by(authority().person(SIGNATORY, rsa_bits=1024)),
        Verdicts(trusted=False, problem="weak algorithm: RSA with 1024 bits"),
    ),
    "certificate of a web server": (
        lambda: by(authority().person(SIGNATORY, purposes=(ExtendedKeyUsageOID.SERVER_AUTH,))),
        Verdicts(trusted=False, problem=SignatureProblem.NOT_FOR_SIGNING),
    ),
    "certificate for agreeing on keys": (
        lambda: by(authority().person(SIGNATORY, usages=("key_agreement",))),
        Verdicts(trusted=False, problem=SignatureProblem.NOT_FOR_SIGNING),
    ),
    "bytes left out": (
        lambda: pades.signed_with_gap(COPY, PERSON, 12),
        Verdicts(intact=False, changed_after=None, problem=SignatureProblem.COVERS_PART),
    ),
    "byte range moved": (
        lambda: pades.with_byte_range(SIGNED, (0, 0, 10, -10)),
        Verdicts(intact=False, changed_after=True, problem=SignatureProblem.BROKEN),
    ),
    "end left out": (
        lambda: pades.with_byte_range(SIGNED, (0, 0, 0, -20)),
        Verdicts(intact=False, changed_after=True, problem=SignatureProblem.BROKEN),
    ),
    "bytes behind the end": (lambda: SIGNED + b"1 0 obj (hidden) endobj\n", Verdicts(changed_after=True)),
    "blank lines behind the end": (lambda: SIGNED + b"\r\n\r\n", GOOD),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_each_kind_of_signature_gets_its_verdicts(name):
    make, expected = VARIANTS[name]

    assert [verdicts(one) for one in checked(make())] == [expected]


def test_a_field_that_nobody_signed_is_no_signature():
    assert checked(pades.with_empty_field(COPY)) == ()


def test_two_signatures_are_told_each_for_itself():
    both = sign(SIGNED, authority().person("Wim Peeters"), Put("Signature2"))

    first, second = checked(both)

    assert (verdicts(first), first.changed_what) == (GOOD, (LaterChange.COUNTERSIGNATURE,))
    assert (verdicts(second), second.signer) == (Verdicts(names_signatory=False), "Wim Peeters")


def test_what_a_countersigner_changed_shows_on_the_first_signature_alone():
    changed = pades.with_text_added(SIGNED, "Subject to a reservation")
    both = sign(changed, authority().person("Wim Peeters"), Put("Signature2"))

    first, second = checked(both)

    assert (first.changed_after, second.changed_after) == (True, False)


def test_a_signature_has_its_page_its_box_its_bearer_and_its_time():
    (found,) = checked(by(PERSON, box=pades.BOX, page=1))

    assert (found.page, found.box_pt) == (2, pades.BOX)
    assert (found.signer, found.organisation) == (SIGNATORY, "Kempisch Waterbedrijf")
    assert (found.issuer, found.signed_at) == ("Test Issuing Authority", "2022-06-14T10:00:00+00:00")
    assert (found.valid_until, found.time_proven) == ("2035-01-01T00:00:00+00:00", False)


def test_without_trust_roots_trust_is_not_decided_and_all_else_is():
    (found,) = checked(SIGNED, NO_TRUST)

    assert verdicts(found) == Verdicts(trusted=None, problem=SignatureProblem.NO_TRUST)


def test_without_trust_roots_a_self_signed_certificate_is_known_for_what_it_is():
    (found,) = checked(by(issue(Wish(SIGNATORY))), NO_TRUST)

    assert verdicts(found) == Verdicts(trusted=False, problem=SignatureProblem.SELF_SIGNED)


def test_without_a_typed_name_nobody_is_held_to_be_somebody_else():
    (found,) = digital_signatures(SIGNED, authority().trust, [])

    assert (found.names_signatory, found.problem) == (None, None)


@pytest.mark.parametrize(
    ("wishes", "kind", "platform"),
    [
        ({"name": "DocuSign, Inc.", "organisation": "DocuSign, Inc."}, "seal", "DocuSign, Inc."),
        ({"name": "Acme Signing Service", "organisation": "Acme BV"}, "seal", "Acme Signing Service"),
        ({"name": "Kempisch Waterbedrijf"}, "seal", None),
        ({"name": "Gemeente Havenmeer", "organisation": "Havenmeer"}, "seal", None),
        ({"name": "KWB", "organisation": "Kempisch", "qualified_as": ESEAL}, "seal", None),
        ({"name": "Kempisch Waterbedrijf", "qualified_as": ESIGN}, "signature", None),
        ({"name": SIGNATORY, "organisation": "DocuSign, Inc."}, "signature", None),
        ({"name": "Wim Peeters", "given": "Wim", "surname": "Peeters"}, "signature", None),
    ],
)
def test_persons_bodies_and_signing_services_are_told_apart(wishes, kind, platform):
    (found,) = checked(by(authority().person(**wishes)))

    assert (found.kind, found.platform) == (CertificateKind(kind), platform)


def test_more_signatures_than_are_checked_are_listed_all_the_same():
    pdf = SIGNED
    for number in range(MOST_CHECKED):
        pdf = sign(pdf, PERSON, Put(f"Further{number}"))

    found = checked(pdf)

    assert [one.problem for one in found] == [None] * MOST_CHECKED + [SignatureProblem.TOO_MANY]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf at all", COPY[:200]])
def test_a_file_that_is_none_has_a_problem_and_raises_nothing(data):
    assert checked(data) == (DigitalSignature(problem=SignatureProblem.DAMAGED),)
