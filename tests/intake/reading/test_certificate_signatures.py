"""How a document counts as signed: by a person's certificate, a service's seal, or neither."""

import pytest
from made_up import pades
from made_up.pades import SIGNATORY, sign
from made_up.pki import authority
from made_up.sheets import Sheet
from made_up.signed_mails import signature_over

from intake.reading.material import ReadingMaterial
from intake.reading.read_file import read_file
from intake.reading.sniff import sniff
from pact.documents import DocumentAsRead, SignatureKind

MATERIAL = ReadingMaterial(trust=authority().trust)
PERSON = authority().person(SIGNATORY)
SERVICE = authority().person("DocuSign, Inc.", organisation="DocuSign, Inc.")
COPY = pades.copy_to_sign()


def read(data: bytes) -> DocumentAsRead:
    return read_file(data, sniff(data), material=MATERIAL)


def kind(data: bytes) -> SignatureKind:
    return read(data).signatories[0].signature.kind


def with_words_of_a_service(words: str) -> bytes:
    """Return a copy whose last page bears a service's words."""
    sheet = Sheet()
    pades.draw_block(sheet)
    sheet.put(72, 60, words)
    sheet.canvas.showPage()
    sheet.canvas.save()
    return sheet._buffer.getvalue()


STAMPED_BY_A_SERVICE = with_words_of_a_service("Scrive transaction 1234, signed electronically")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lambda: COPY, SignatureKind.NONE),
        (lambda: sign(COPY, PERSON), SignatureKind.DIGITAL),
        (lambda: sign(COPY, authority().person("Someone Else")), SignatureKind.DIGITAL),
        (lambda: sign(COPY, authority().person("Kempisch Waterbedrijf")), SignatureKind.DIGITAL),
        (lambda: sign(COPY, SERVICE), SignatureKind.PLATFORM),
        (lambda: sign(STAMPED_BY_A_SERVICE, authority().person("Unheard Of")), SignatureKind.PLATFORM),
        (lambda: sign(STAMPED_BY_A_SERVICE, PERSON), SignatureKind.DIGITAL),
        (lambda: pades.tampered(sign(COPY, PERSON)), SignatureKind.DIGITAL),
        (lambda: pades.with_timestamp(COPY), SignatureKind.NONE),
        (lambda: pades.with_empty_field(COPY), SignatureKind.NONE),
    ],
)
def test_a_document_counts_as_signed_by_whom_its_certificate_names(made, expected):
    assert kind(made()) is expected


def test_the_names_of_the_blocks_are_held_against_the_certificate():
    (right,) = read(sign(COPY, PERSON)).digital_signatures
    (wrong,) = read(sign(COPY, authority().person("Someone Else"))).digital_signatures

    assert (right.names_signatory, wrong.names_signatory) == (True, False)


def test_a_document_wrapped_in_its_signature_is_read_with_it():
    document = read(signature_over(COPY, PERSON, detached=False))

    (found,) = document.digital_signatures
    assert document.signatories[0].name.value == SIGNATORY
    assert document.signatories[0].signature.kind is SignatureKind.DIGITAL
    assert (found.names_signatory, found.intact, found.trusted) == (True, True, True)


def test_a_signature_around_and_one_inside_are_told_each_for_itself():
    inside = sign(COPY, PERSON)

    document = read(signature_over(inside, authority().person("Wim Peeters"), detached=False))

    assert [one.signer for one in document.digital_signatures] == ["Wim Peeters", SIGNATORY]


def test_a_wrapper_around_no_document_is_said_to_be_unread():
    document = read(signature_over(b"just some words", PERSON, detached=False))

    assert document.error is not None
    assert document.error.code.value == "unsupported"


def test_wrappers_are_not_opened_one_after_the_other():
    twice = signature_over(signature_over(COPY, PERSON, detached=False), PERSON, detached=False)

    assert read(twice).error is not None
