"""Labels of filled forms agree with what is on the paper: printed, written, marked, signed, or left empty."""

from random import Random

import cv2
import numpy as np
import pytest
from made_up.filled_forms import Manner, filled_form
from made_up.form_layouts import FORM_LAYOUTS
from made_up.handwriting import HANDS, WritingLine, can_write, written
from made_up.labels import SignatoryLabel
from made_up.paper_pages import PaperPage
from made_up.pen_ink import PENS, draw_pen, inked
from made_up.pen_signatures import draw_strokes
from made_up.people import DEVELOPMENT, HELD_OUT

from pact.documents import SignatureKind

SETS = (DEVELOPMENT, HELD_OUT)
ALL_BY_HAND = ("organisation", "name", "title", "date")
DPI = 90


@pytest.mark.parametrize("set_name", SETS)
@pytest.mark.parametrize("seed", range(4))
def test_what_a_keyboard_filled_in_is_printed(set_name: str, seed: int):
    paper = filled_form(Random(seed), set_name, (Manner(),), dpi=DPI)

    (label,) = paper.labels
    printed = "".join(word.text for word in paper.pages[-1].words)
    assert [value for value in values(label) if squeezed(value) not in squeezed(printed)] == []
    assert {name for name, _ in paper.pages[-1].places} - {"stamp"} == {"0:signature"}


@pytest.mark.parametrize("set_name", SETS)
@pytest.mark.parametrize("seed", range(4))
def test_what_a_hand_filled_in_is_written_and_not_printed(set_name: str, seed: int):
    paper = filled_form(Random(seed), set_name, (Manner(by_hand=ALL_BY_HAND, mark="pen"),), dpi=DPI)

    (label,) = paper.labels
    printed = "".join(word.text for word in paper.pages[-1].words)
    assert [value for value in values(label) if squeezed(value) in squeezed(printed)] == []
    written_places = {name.removeprefix("0:") for name, _ in paper.pages[-1].places}
    assert written_places == {*ALL_BY_HAND, "participation_type", "signature"}


@pytest.mark.parametrize("set_name", SETS)
def test_an_empty_form_has_no_values_and_no_ink(set_name: str):
    empty = Manner(blank=ALL_BY_HAND, mark="none", signature="none")

    paper = filled_form(Random(1), set_name, (empty,), dpi=DPI)

    assert paper.labels == (SignatoryLabel(),)
    assert paper.pages[-1].places == ()


@pytest.mark.parametrize(
    ("signature", "kind"),
    [
        ("pen", SignatureKind.DRAWN),
        ("pen_and_stamp", SignatureKind.DRAWN),
        ("typed", SignatureKind.TYPED),
        ("none", SignatureKind.NONE),
    ],
)
def test_the_signature_kind_is_what_was_put(signature: str, kind: SignatureKind):
    paper = filled_form(Random(2), DEVELOPMENT, (Manner(signature=signature),), dpi=DPI)

    assert paper.labels[0].signature is kind


def test_contradictory_marks_leave_the_role_open():
    paper = filled_form(Random(2), DEVELOPMENT, (Manner(mark="contradictory"),), dpi=DPI)

    assert (paper.labels[0].participation_type, paper.labels[0].contradictory_marks) == (None, True)


def test_a_note_is_written_below_the_block_and_fills_no_field():
    paper = filled_form(Random(2), DEVELOPMENT, (Manner(note=True),), dpi=DPI)

    assert {name for name, _ in paper.pages[-1].places} == {"0:signature", "0:note"}


def test_two_blocks_have_a_label_and_places_each():
    paper = filled_form(Random(3), HELD_OUT, (Manner(), Manner()), dpi=DPI, side_by_side=True)

    assert len(paper.labels) == 2
    assert {name for name, _ in paper.pages[-1].places} == {"0:signature", "1:signature"}


@pytest.mark.parametrize("hand", [*HANDS[DEVELOPMENT], *HANDS[HELD_OUT]], ids=lambda hand: hand.name)
def test_the_place_of_writing_holds_all_its_ink(hand):
    page = blank()

    page = written(
        page, "x", "Żółty Gåård 7", WritingLine(40, 60, 220), by=(hand, PENS[DEVELOPMENT][0]), rng=Random(1)
    )

    assert_holds_all_ink(page)


@pytest.mark.parametrize("hand", [*HANDS[DEVELOPMENT], *HANDS[HELD_OUT]], ids=lambda hand: hand.name)
def test_no_letter_is_cut_off(hand):
    line, by = WritingLine(10, 60, 2000, size=5), (hand, PENS[DEVELOPMENT][0])

    ends = [
        dict(written(blank(), "x", text, line, by=by, rng=Random(1)).places)["x"].max(axis=0)[0]
        for text in ("Deputy Director of this and that", "Deputy Director of this and that I")
    ]

    assert ends[1] > ends[0]


@pytest.mark.parametrize("set_name", SETS)
def test_the_place_of_a_signature_holds_all_its_ink(set_name: str):
    page, rng = blank(), Random(5)
    strokes = draw_strokes(rng, set_name, width=150, height=40)

    page = inked(
        page, "x", [[(x + 50, y + 40) for x, y in stroke] for stroke in strokes], draw_pen(rng, set_name), rng
    )

    assert_holds_all_ink(page)


def test_every_hand_but_those_of_strokes_knows_when_it_cannot_write():
    greek = "Δήμος"

    assert [hand.name for hands in HANDS.values() for hand in hands if can_write(hand, greek)] == []


@pytest.mark.parametrize("set_name", SETS)
def test_every_layout_is_met(set_name: str):
    wanted = {layout.name for layout in FORM_LAYOUTS[set_name]}

    met: set[str] = set()
    for seed in range(80):
        met.add(filled_form(Random(seed), set_name, (Manner(),), dpi=20).layout)

    assert met == wanted


def values(label: SignatoryLabel) -> list[str]:
    return [value for value in (label.organisation, label.name, label.title) if value]


def squeezed(text: str) -> str:
    return "".join(text.split())


def blank() -> PaperPage:
    return PaperPage(np.full((500, 800, 3), 255, np.uint8), 200)


def assert_holds_all_ink(page: PaperPage) -> None:
    """Assert that the box of all that is not white is the place, to two pixels."""
    x, y, wide, tall = cv2.boundingRect((page.pixels.min(axis=2) < 225).astype(np.uint8))
    corners = dict(page.places)["x"]
    assert np.abs(corners.min(axis=0) - (x, y)).max() <= 2
    assert np.abs(corners.max(axis=0) - (x + wide, y + tall)).max() <= 2
