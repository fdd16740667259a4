"""Every way of marking an option with a pen, as what it does to a printed sheet."""

from collections.abc import Callable, Sequence
from random import Random

import cv2
import numpy as np
from made_up.hand_letters import HANDS, written
from made_up.marked_pages import Marking, Sheet
from made_up.paper_pages import PaperPage
from made_up.pen_ink import RealPen, inked
from made_up.pen_on_paper import ROUNDS, STRIKES, TICKS, UNDERLINES, Box, Drawer, crossed_out, dot
from made_up.signature_blocks import BOX, DRAWN_BOX, DRAWN_DOT

Mark = Callable[[Sheet, RealPen, Random, str, int], PaperPage]
Place = Callable[[Sheet, Random, int], Box]
WASHES = ((255, 240, 90), (150, 245, 150), (255, 170, 200), (255, 200, 120), (150, 220, 255))


def untouched(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
    """Leave all options as they were printed."""
    return sheet.page


def by(drawers: dict[str, tuple[Drawer, ...]], *, first_only: bool = False) -> Mark:
    """Draw one of these on the chosen option; on its first line only where it is a round."""

    def mark(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
        drawer = rng.choice(drawers[set_name])
        return _drawn(sheet.page, sheet.options[chosen], drawer, pen, rng, first_only=first_only)

    return mark


def others(drawers: dict[str, tuple[Drawer, ...]]) -> Mark:
    """Draw one of these on all options but the chosen one."""

    def mark(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
        drawer, page = rng.choice(drawers[set_name]), sheet.page
        for number, lines in enumerate(sheet.options):
            if number != chosen:
                page = _drawn(page, lines, drawer, pen, rng)
        return page

    return mark


def first_two(drawers: dict[str, tuple[Drawer, ...]]) -> Mark:
    """Mark the chosen option and the next one: nobody can tell which is meant."""
    one = by(drawers, first_only=True)

    def mark(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
        one(sheet, pen, rng, set_name, chosen)
        return one(sheet, pen, rng, set_name, (chosen + 1) % 3)

    return mark


def two_ticks(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
    """Tick the chosen option and the next one."""
    at(before)(sheet, pen, rng, set_name, chosen)
    return at(before)(sheet, pen, rng, set_name, (chosen + 1) % 3)


def round_and_strike(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
    """Circle an option and strike the same out."""
    by(ROUNDS, first_only=True)(sheet, pen, rng, set_name, chosen)
    return by(STRIKES)(sheet, pen, rng, set_name, chosen)


def all_struck(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
    """Strike every option out."""
    others(STRIKES)(sheet, pen, rng, set_name, chosen)
    return by(STRIKES)(sheet, pen, rng, set_name, chosen)


def in_box(drawers: dict[str, tuple[Drawer, ...]]) -> Mark:
    """Draw into the chosen option's box."""

    def mark(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
        left, top, right, bottom = sheet.boxes[chosen]
        spare = rng.uniform(-1, 2.5)
        place = (left - spare, top - spare, right + spare, bottom + spare)
        return inked(sheet.page, "mark", rng.choice(drawers[set_name])(place, rng), pen, rng)

    return mark


def filled_box(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
    """Fill the chosen option's box with ink."""
    return inked(sheet.page, "mark", dot(sheet.boxes[chosen], rng), pen, rng)


def at(place: Place) -> Mark:
    """Draw a tick or a cross at some place near the chosen option."""

    def mark(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
        strokes = rng.choice(TICKS[set_name])(place(sheet, rng, chosen), rng)
        return inked(sheet.page, "mark", strokes, pen, rng)

    return mark


def before(sheet: Sheet, rng: Random, chosen: int) -> Box:
    """Left of the option, more on its first letters than on what stands before it."""
    left, top, _, bottom = sheet.options[chosen][0]
    x, size = left - rng.uniform(2, 5), rng.uniform(8, 14)
    return _square((x, (top + bottom) / 2), size)


def over(sheet: Sheet, rng: Random, chosen: int) -> Box:
    """On the option's words."""
    left, top, right, bottom = sheet.options[chosen][0]
    x = left + (right - left) * rng.uniform(0.3, 0.7)
    return _square((x, (top + bottom) / 2 + rng.uniform(-3, 2)), rng.uniform(10, 18))


def above(sheet: Sheet, rng: Random, chosen: int) -> Box:
    """Above the option's words, touching them perhaps."""
    left, top, right, _ = sheet.options[chosen][0]
    x = left + (right - left) * rng.uniform(0.3, 0.7)
    return _square((x, top - rng.uniform(2, 5)), rng.uniform(8, 12))


def highlighted(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
    """Draw a highlighter over the chosen option."""
    page, ink = sheet.page, np.array(rng.choice(WASHES)) / 255
    for left, top, right, bottom in sheet.options[chosen]:
        y, high = (top + bottom) / 2 * page.points, (bottom - top + rng.uniform(0, 5)) * page.points
        cover = np.zeros(page.pixels.shape[:2], dtype=np.uint8)
        ends = (int((left - 2) * page.points), int(y)), (int((right + 2) * page.points), int(y))
        cv2.line(cover, *ends, 255, max(1, int(high)))
        page.pixels[cover > 0] = (page.pixels[cover > 0] * ink).astype(np.uint8)
    return page


def answer_written(sheet: Sheet, pen: RealPen, rng: Random, set_name: str, chosen: int) -> PaperPage:
    """Write a word behind the options that no eye here can read: nothing is marked."""
    last = sheet.options[2][-1]
    strokes = written("see letter", rng.choice(HANDS[set_name]), rng, height=9)
    placed = [[(last[2] + 8 + x, last[3] + y) for x, y in stroke] for stroke in strokes]
    return inked(sheet.page, "remark", placed, pen, rng)


CORNERS: dict[str, tuple[Drawer, ...]] = {"development": (crossed_out,), "held_out": (crossed_out,)}
MARKINGS: dict[str, Marking] = {
    marking.style: marking
    for marking in (
        Marking("round", by(ROUNDS, first_only=True)),
        Marking("underlined", by(UNDERLINES)),
        Marking("others_struck", others(STRIKES)),
        Marking("others_crossed", others(CORNERS)),
        Marking("highlighted", highlighted),
        Marking("tick_before", at(before)),
        Marking("tick_over", at(over)),
        Marking("tick_above", at(above)),
        Marking("drawn_box", in_box(TICKS), sign=DRAWN_BOX),
        Marking("glyph_box", in_box(TICKS), sign=BOX),
        Marking("ring", filled_box, sign=DRAWN_DOT),
        Marking("filled_box", filled_box, sign=DRAWN_BOX),
        Marking("brackets", in_box(TICKS), typed_sign="[ ]"),
        Marking("printed_bold", untouched, printed="bold"),
        Marking("printed_struck", untouched, printed="struck"),
        Marking("printed_circle", untouched, printed="circled"),
        Marking("printed_underline", untouched, printed="underlined"),
        Marking("printed_box", untouched, printed="drawn_box"),
        Marking("printed_box_tick", untouched, printed="drawn_box_tick"),
        Marking("printed_ring", untouched, printed="drawn_dot"),
        Marking("printed_glyph", untouched, printed="ballot_cross"),
        Marking("open", untouched, is_open=True),
        Marking("open_boxes", untouched, sign=DRAWN_BOX, is_open=True),
        Marking("open_rings", untouched, sign=DRAWN_DOT, is_open=True),
        Marking("open_glyphs", untouched, sign=BOX, is_open=True),
        Marking("remark", answer_written, is_open=True),
        Marking("two_rounds", first_two(ROUNDS), is_contradictory=True),
        Marking("two_ticks", two_ticks, is_contradictory=True),
        Marking("round_struck", round_and_strike, is_contradictory=True),
        Marking("all_struck", all_struck, is_contradictory=True),
    )
}
"""Ways of marking, by name. Contradictory and open ones have no type that anybody could name."""


def _drawn(
    page: PaperPage,
    lines: Sequence[Box],
    drawer: Drawer,
    pen: RealPen,
    rng: Random,
    *,
    first_only: bool = False,
) -> PaperPage:
    widest = max(lines, key=lambda box: box[2] - box[0])
    for line in [widest] if first_only else lines:
        page = inked(page, "mark", drawer(line, rng), pen, rng)
    return page


def _square(middle: tuple[float, float], size: float) -> Box:
    x, y = middle
    return (x - size / 2, y - size / 2, x + size / 2, y + size / 2)
