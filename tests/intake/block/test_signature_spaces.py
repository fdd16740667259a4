"""What stands where one signs: a service's stamp, a printed note, a typed name."""

import pytest
from made_up.sheets import LABELS, VALUES, Sheet

from intake.block.signature import is_stamp
from intake.reading.read_file import read_file
from pact.documents import SignatureKind

PDF = "application/pdf"


def signature_of(*lines: str) -> SignatureKind:
    """Return how a sheet reads with these lines where one signs."""
    sheet = Sheet()
    for row, (label, value) in enumerate(zip(LABELS, VALUES, strict=True)):
        sheet.put(70, 720 - 24 * row, label)
        sheet.put(200, 720 - 24 * row, value)
    for row, line in enumerate(lines):
        sheet.put(200, 600 - 11 * row, line, points=8)
    return read_file(sheet.pdf(), PDF).signatories[0].signature.kind


@pytest.mark.parametrize(
    "lines",
    [
        ("Signed with Inkwell", "Roos Vandenbulcke"),
        ("Electronically signed by Roos Vandenbulcke", "on 14 June 2022"),
        ("Roos Vandenbulcke", "Reference 7AC1-90DE-11B2-4F08"),
    ],
)
def test_a_stamp_shows_its_service_though_nobody_knows_the_name(lines):
    assert signature_of(*lines) is SignatureKind.PLATFORM


def test_a_printed_sentence_is_no_typed_signature():
    kind = signature_of("Send every page of this document, and keep one copy for the", "archive.")

    assert kind is SignatureKind.NONE


def test_a_typed_name_is_a_typed_signature():
    assert signature_of("Roos Vandenbulcke") is SignatureKind.TYPED


@pytest.mark.parametrize(
    "text", ["Signed with pleasure", "Document 12", "Reference 2022-06-14", "Signed, Ann"]
)
def test_what_people_write_is_no_stamp(text):
    assert is_stamp(text) is False
