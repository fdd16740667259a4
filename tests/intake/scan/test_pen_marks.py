"""From the picture of a signed page to the type that is marked on it, and to what a pen left there."""

from random import Random

import pytest
from made_up.drawn_papers import straight_page
from made_up.marked_pages import MarkedPage, marked_page
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.ways_of_marking import MARKINGS

from intake.block.extract import Extracted, signatories_on
from intake.block.marks import marked_type
from intake.ocr.eyes import SeenWord
from intake.page.page import PageView, Segment
from intake.scan.option_runs import option_lines
from intake.scan.paper_boxes import tick_boxes_on
from intake.scan.paper_ink import inks_on
from intake.scan.paper_lines import rules_on
from intake.scan.pen_marks import marked_words
from intake.scan.seen_words import page_words
from pact.documents import SignatureKind

JITTER_PX = 3
POINTS = 72 / 200


def view_of(made: MarkedPage) -> PageView:
    """Return the page as a scan is read, its words where OCR might have seen them."""
    page, rng = straight_page(made.page.pixels), Random(made.style)
    words = page_words(page, seen_words(made, rng), boxes_are_tight=True)
    rules = rules_on(page)
    words = marked_words(page, words, rules)
    height, width = page.gray.shape
    return PageView(
        1,
        width * POINTS,
        height * POINTS,
        words,
        rules=rules,
        inks=inks_on(page, words, rules),
        tick_boxes=tick_boxes_on(page, words),
    )


def seen_words(made: MarkedPage, rng: Random) -> list[SeenWord]:
    """Return the printed words, their boxes as loose as those of OCR."""
    seen: list[SeenWord] = []
    line, below = 0, -1.0
    for word in made.page.words:
        if not any(c.isalnum() or c in "[]()/&,-" for c in word.text):
            continue
        left, top, right, bottom = (edge + rng.uniform(-JITTER_PX, JITTER_PX) for edge in word.box)
        if seen and (abs(bottom - below) > 12 or left < seen[-1].box[0]):
            line += 1
        below = bottom
        seen.append(SeenWord(word.text, (left, top - 1, right, bottom + 1), 0.97, line))
    return seen


def read(style: str, set_name: str, seed: int) -> tuple[MarkedPage, Extracted]:
    made = marked_page(MARKINGS[style], set_name, seed, dirt=False)
    return made, signatories_on(view_of(made))


@pytest.mark.parametrize(
    "style",
    ["round", "underlined", "others_struck", "tick_over", "drawn_box", "ring", "printed_bold", "printed_box"],
)
@pytest.mark.parametrize("seed", [0, 1])
def test_a_marked_type_is_read_from_the_picture(style: str, seed: int):
    made, found = read(style, DEVELOPMENT, seed)

    assert found.signatories[0].participation_type.value == made.role


@pytest.mark.parametrize("style", ["open", "open_boxes", "open_rings"])
def test_options_left_as_printed_give_no_type(style: str):
    _, found = read(style, DEVELOPMENT, 3)

    assert found.signatories[0].participation_type.value is None


@pytest.mark.parametrize("style", ["two_rounds", "all_struck"])
def test_marks_that_contradict_are_said_and_not_resolved(style: str):
    _, found = read(style, DEVELOPMENT, 20)

    assert found.signatories[0].participation_type.value is None
    assert [remark.code for remark in found.remarks] == ["contradictory_marks"]


def test_a_round_on_the_picture_marks_its_option_for_marked_type():
    made = marked_page(MARKINGS["round"], DEVELOPMENT, 21, dirt=False)
    view = view_of(made)

    found = marked_type([Segment(line) for line in option_lines(view.words)], view.tick_boxes)

    assert found.value == made.role


@pytest.mark.slow
def test_no_type_is_wrong_and_sure_with_pens_and_scanners_of_the_other_set():
    wrong = []
    for style in ("round", "underlined", "others_struck", "tick_before", "glyph_box", "open", "round_struck"):
        for seed in range(50, 54):
            made, found = read(style, HELD_OUT, seed)
            field = found.signatories[0].participation_type
            if field.sure and field.value != made.role:
                wrong.append((style, seed))

    assert wrong == []


@pytest.mark.slow
def test_signed_pages_are_told_from_unsigned_ones():
    told = []
    for seed in range(60, 72):
        made, found = read("open", DEVELOPMENT, seed)
        told.append((made.signature, found.signatories[0].signature.kind))

    assert [kind for _, kind in told] == [kind for kind, _ in told]
    assert {kind for kind, _ in told} == {SignatureKind.NONE, SignatureKind.DRAWN}
