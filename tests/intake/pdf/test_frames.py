"""Frames with round corners are no pen strokes, and what is drawn in them is seen."""

import pytest
from made_up.sheets import LABELS, VALUES, Sheet

from intake.reading.read_file import read_file
from pact.documents import SignatureKind


@pytest.mark.parametrize(("signed", "kind"), [(True, SignatureKind.DRAWN), (False, SignatureKind.NONE)])
def test_a_card_with_round_corners_is_not_the_signature_in_it(signed, kind):
    sheet = Sheet()
    for row, (label, value) in enumerate(zip(LABELS, VALUES, strict=True)):
        sheet.put(80, 700 - 30 * row, f"{label}:")
        sheet.put(210, 700 - 30 * row, value)
    sheet.canvas.roundRect(70, 530, 400, 190, 6)
    if signed:
        sheet.canvas.bezier(215, 548, 240, 580, 260, 520, 320, 560)

    read = read_file(sheet.pdf(), "application/pdf")

    assert [one.signature.kind for one in read.signatories] == [kind]
