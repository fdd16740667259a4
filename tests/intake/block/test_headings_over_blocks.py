"""A word over a block that says the same as a label asks for nothing."""

import pytest
from made_up.sheets import LABELS, VALUES, Sheet

from intake.reading.read_file import read_file
from pact.documents import SignatureKind

PDF = "application/pdf"


def labels_below_values(sheet: Sheet, top: float, values: tuple[str, ...] = VALUES) -> None:
    for row, (label, value) in enumerate(zip(LABELS, values, strict=True)):
        sheet.put(70, top - 40 * row, value)
        sheet.line(70, top - 4 - 40 * row, 300, top - 4 - 40 * row)
        sheet.put(70, top - 13 - 40 * row, label, points=8)


@pytest.mark.parametrize("heading", ["Signed,", "Signed:", "Signature"])
def test_a_signature_is_looked_for_by_its_label_and_not_under_the_heading(heading):
    sheet = Sheet()
    sheet.put(70, 740, heading, points=12)
    labels_below_values(sheet, 700, (*VALUES[:5], "Ann Underhill"))

    signatory = read_file(sheet.pdf(), PDF).signatories[0]

    assert signatory.signature.kind is SignatureKind.TYPED


def test_a_sentence_under_the_heading_is_no_signature():
    sheet = Sheet()
    sheet.put(70, 760, "Signed:", points=12)
    sheet.put(70, 735, "Whoever fills this in may act for the organisation.", points=9)
    labels_below_values(sheet, 700)

    signatory = read_file(sheet.pdf(), PDF).signatories[0]

    assert signatory.signature.kind is SignatureKind.NONE


def test_a_signature_asked_for_first_is_no_heading():
    sheet = Sheet()
    order = (LABELS[5], *LABELS[:5])
    for row, (label, value) in enumerate(zip(order, ("Ann Underhill", *VALUES[:5]), strict=True)):
        sheet.put(70, 720 - 24 * row, f"{label}:")
        sheet.put(200, 720 - 24 * row, value)

    signatory = read_file(sheet.pdf(), PDF).signatories[0]

    assert signatory.signature.kind is SignatureKind.TYPED
