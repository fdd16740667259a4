from dataclasses import replace

import pytest

from pact.documents import (
    Alteration,
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
    Wording,
)
from pact.reading_differences import Difference, differences

NAME = Field("Ida Holm", 0.98, sure=True, page=2)
COPY = DocumentAsRead(DocumentKind.SIGNED_PACT, 0.99, pages=2, signatories=(Signatory(name=NAME),))


def signed_by(field: Field) -> DocumentAsRead:
    return replace(COPY, signatories=(Signatory(name=field),))


def test_a_reading_differs_from_itself_in_nothing():
    assert differences(COPY, COPY) == ()


def test_more_confidence_and_another_place_are_no_difference():
    moved = replace(NAME, confidence=0.99, page=1, box_pt=(1.0, 2.0, 3.0, 4.0))

    assert differences(COPY, signed_by(moved)) == ()


def test_a_value_that_is_no_longer_sure_is_a_difference():
    doubted = signed_by(replace(NAME, sure=False))

    assert differences(COPY, doubted) == (Difference("name", "Ida Holm", "Ida Holm (unsure)"),)


def test_a_second_signatory_is_named_by_its_number():
    both = replace(COPY, signatories=(*COPY.signatories, Signatory(title=Field("Director", 0.9, sure=True))))

    assert differences(COPY, both) == (Difference("title of signatory 2", "not read", "Director"),)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            replace(COPY, error=ReadError(ReadErrorCode.TIMEOUT, "Too long.")),
            Difference("readable", "yes", "timeout"),
        ),
        (
            replace(COPY, kind=DocumentKind.ANNUAL_REPORT),
            Difference("kind", "signed_pact", "annual_report"),
        ),
        (
            replace(
                COPY, signatories=(Signatory(name=NAME, signature=Signature(SignatureKind.DRAWN, 0.9, 2)),)
            ),
            Difference("signature", "none", "drawn"),
        ),
        (
            replace(COPY, digital_signatures=(DigitalSignature("Ida Holm", problem="unknown issuer"),)),
            Difference("digital signatures", "none", "Ida Holm: unknown issuer"),
        ),
        (
            replace(COPY, wording=Wording(compared=True, alterations=(Alteration("5.3.2", "changed"),))),
            Difference("wording", "not compared", "5.3.2 changed"),
        ),
        (
            replace(COPY, remarks=(Remark("ambiguous_date", "03/04/2022"),)),
            Difference("noticed", "nothing", "ambiguous_date"),
        ),
    ],
)
def test_each_thing_that_a_reader_says_is_compared(now: DocumentAsRead, expected: Difference):
    assert differences(COPY, now) == (expected,)
