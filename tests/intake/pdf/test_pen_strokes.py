"""A signature counts as drawn however the program that made the page wrote the pen's line down."""

import io
import math
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from intake.reading.read_file import read_file
from pact.documents import SignatureKind

ROWS = (
    ("Organization", "Municipality of Ashmere"),
    ("Name", "Petra Oak"),
    ("Title", "Head of Procurement"),
    ("Participation type", "procuring organization"),
    ("Date", "14 June 2023"),
    ("Signature", ""),
)
PEN = [
    (225 + 10 * math.sin(k / 5) + k * 0.7, 160 + 8 * math.sin(k / 3.1) * math.cos(k / 9)) for k in range(160)
]


def as_one_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(*PEN[0])
    for point in PEN[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)


def as_single_lines(canvas: Canvas) -> None:
    for one, other in pairwise(PEN):
        canvas.line(*one, *other)


def as_curves(canvas: Canvas) -> None:
    for at in range(0, len(PEN) - 3, 3):
        canvas.bezier(*PEN[at], *PEN[at + 1], *PEN[at + 2], *PEN[at + 3])


def as_dots(canvas: Canvas) -> None:
    for point in PEN:
        canvas.circle(*point, 0.6, stroke=0, fill=1)


def not_at_all(_: Canvas) -> None:
    pass


@pytest.mark.parametrize(
    ("draw", "kind"),
    [
        (as_one_path, SignatureKind.DRAWN),
        (as_single_lines, SignatureKind.DRAWN),
        (as_curves, SignatureKind.DRAWN),
        (as_dots, SignatureKind.DRAWN),
        (not_at_all, SignatureKind.NONE),
    ],
)
def test_a_pen_stroke_is_seen_in_whatever_pieces_it_was_drawn(draw, kind):
    page = io.BytesIO()
    canvas = Canvas(page)
    canvas.drawString(72, 760, "Circular & Fair ICT Pact")
    canvas.drawString(
        72, 740, "1. Participants buy laptops and smartphones that last; the Steering Committee decides."
    )
    canvas.drawString(72, 330, "Signed,")
    for number, (label, value) in enumerate(ROWS):
        base = 300 - 28 * number
        canvas.drawString(72, base, label)
        canvas.drawString(220, base, value)
        canvas.rect(68, base - 8, 430, 28)
    draw(canvas)
    canvas.save()

    read = read_file(page.getvalue(), "application/pdf")

    assert [one.signature.kind for one in read.signatories] == [kind]
