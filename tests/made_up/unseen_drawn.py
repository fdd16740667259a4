"""Signature blocks of the set "unseen" drawn with reportlab, in layouts of their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from made_up.unseen_pen import BOXED, Page, put_roles, put_signature
from made_up.unseen_signing import FIELDS, Printed, Signing


@dataclass(frozen=True, slots=True)
class Area:
    """Where on a page a block goes: its left side and its width."""

    x: float
    width: float


def draw_block(page: Page, signing: Signing, printed: Printed, layout: str, area: Area | None = None) -> None:
    """Draw one block below what stands on the page already."""
    LAYOUTS[layout](page, signing, printed, area or Area(page.left, page.right - page.left))


def blank_places(
    layout: str, printed: Printed, empty: Signing, before: Callable[[Page], None]
) -> tuple[Page, dict[str, tuple[float, float]]]:
    """Return pages with an empty block at the end, and where each value begins ("width_name": its width)."""
    page = Page("Helvetica")
    before(page)
    page.places = {}
    draw_block(page, empty, printed, layout)
    return page, page.places


def ledger(page: Page, signing: Signing, printed: Printed, area: Area) -> None:
    """Draw a ruled table: labels in a shaded column at the left, values at the right."""
    label_width = min(area.width * 0.36, 165)
    for field in FIELDS:
        labels = page.broken(printed.labels[field], label_width - 12)
        room = _room(page, signing, field, area.width - label_width - 14)
        height = max(room, len(labels) * 13) + 10
        page.need(height)
        top = page.y
        page.canvas.setFillGray(0.92)
        page.canvas.rect(area.x, top - height, label_width, height, stroke=0, fill=1)
        page.canvas.setFillGray(0)
        page.canvas.setLineWidth(0.6)
        page.canvas.rect(area.x, top - height, area.width, height)
        page.canvas.line(area.x + label_width, top - height, area.x + label_width, top)
        for number, line in enumerate(labels):
            page.put(area.x + 6, top - 14 - 13 * number, line)
        _value(
            page,
            signing,
            printed,
            field,
            Area(area.x + label_width + 8, area.width - label_width - 14),
            top - 14,
        )
        page.y = top - height
    page.y -= 14


def rule_and_caption(page: Page, signing: Signing, printed: Printed, area: Area) -> None:
    """Draw each value above a rule and its small label below the rule."""
    for field in FIELDS:
        room = _room(page, signing, field, area.width - 8)
        page.need(room + 34)
        page.y -= 8
        low = _value(page, signing, printed, field, Area(area.x + 4, area.width - 8), page.y - 8)
        rule = min(low, page.y - room + 5) - 5
        page.canvas.setLineWidth(0.5)
        page.canvas.line(area.x, rule, area.x + area.width, rule)
        page.put(area.x + 4, rule - 9, printed.labels[field].rstrip(":"), size=7.5, grey=0.25)
        page.y = rule - 16


def caption_above(page: Page, signing: Signing, printed: Printed, area: Area) -> None:
    """Draw each label small and the value below it in full size."""
    for field in FIELDS:
        room = _room(page, signing, field, area.width - 6)
        page.need(room + 30)
        page.put(area.x, page.y, printed.labels[field], size=8, bold=True, grey=0.3)
        low = _value(page, signing, printed, field, Area(area.x, area.width - 6), page.y - 15)
        page.y = min(low, page.y - 15 - room + 13) - 20


def inside_cells(page: Page, signing: Signing, printed: Printed, area: Area) -> None:
    """Draw a form of cells with the label in the upper corner of each: one wide, then two by two."""
    for row in (("organisation",), ("name", "title"), ("participation_type",), ("date", "signature")):
        width = area.width / len(row)
        height = 26 + max(_room(page, signing, field, width - 14) for field in row)
        page.need(height)
        top = page.y
        for number, field in enumerate(row):
            x = area.x + number * width
            page.canvas.setLineWidth(0.8)
            page.canvas.rect(x, top - height, width, height)
            page.put(x + 4, top - 9, printed.labels[field], size=7, grey=0.3)
            _value(page, signing, printed, field, Area(x + 7, width - 14), top - 25)
        page.y = top - height
    page.y -= 14


def dotted(page: Page, signing: Signing, printed: Printed, area: Area) -> None:
    """Draw label and value on one line, on a row of dots."""
    label_width = max(page.width_of(printed.labels[field]) for field in FIELDS) + 14
    width = area.width - label_width
    if width < 190:
        caption_above(page, signing, printed, area)
        return
    for field in FIELDS:
        page.need(_room(page, signing, field, width) + 14)
        page.y -= 4
        top = page.y - (22 if field == "signature" else 0)
        page.put(area.x, top, printed.labels[field])
        low = _value(page, signing, printed, field, Area(area.x + label_width, width), top)
        if field != "participation_type":
            page.canvas.setDash(0.5, 2.5)
            line = top
            while line >= low - 1:
                page.canvas.line(area.x + label_width - 4, line - 3, area.x + area.width, line - 3)
                line -= 13
            page.canvas.setDash()
        page.y = low - 20


def numbered(page: Page, signing: Signing, printed: Printed, area: Area) -> None:
    """Draw the fields as a numbered list with the values indented below a tinted band."""
    for number, field in enumerate(FIELDS, 1):
        page.need(_room(page, signing, field, area.width - 24) + 34)
        page.canvas.setFillColorRGB(0.87, 0.93, 0.89)
        page.canvas.rect(area.x, page.y - 4, area.width, 15, stroke=0, fill=1)
        page.put(area.x + 4, page.y, f"{number}.", bold=True)
        page.put(area.x + 22, page.y, printed.labels[field], bold=True)
        low = _value(page, signing, printed, field, Area(area.x + 22, area.width - 24), page.y - 18)
        page.y = min(low, page.y - 18 - _room(page, signing, field, area.width - 24) + 13) - 22


LAYOUTS: dict[str, Callable[[Page, Signing, Printed, Area], None]] = {
    "ledger": ledger,
    "rule_and_caption": rule_and_caption,
    "caption_above": caption_above,
    "inside_cells": inside_cells,
    "dotted": dotted,
    "numbered": numbered,
}


def draw_side_by_side(page: Page, signings: Sequence[Signing], printed: Printed, layout: str) -> None:
    """Draw two blocks beside each other at one height."""
    page.need(420)
    top, width = page.y, (page.right - page.left - 22) / 2
    lowest = top
    for number, signing in enumerate(signings):
        page.y = top
        draw_block(page, signing, printed, layout, Area(page.left + number * (width + 22), width))
        lowest = min(lowest, page.y)
    page.y = lowest


def _room(page: Page, signing: Signing, field: str, width: float) -> float:
    """Return the height in points that a value takes."""
    if field == "signature":
        return 40
    if field == "participation_type":
        return 58 if signing.mark in (*BOXED, "bracket_x") or width < 330 else 30
    return 13 * len(page.broken(signing.value(field), width))


def _value(page: Page, signing: Signing, printed: Printed, field: str, area: Area, y: float) -> float:
    """Write a value from this baseline down and return its lowest baseline."""
    page.places[field] = (area.x, y)
    page.places["width_" + field] = (area.width, y)
    if field == "participation_type":
        return put_roles(
            page, area.x, y, area.width, options=printed.options, marked=signing.marked, mark=signing.mark
        )
    if field == "signature":
        if signing.signature and signing.who:
            put_signature(page, area.x, y - 24, signing.who.name, signing.signature)
        return y - 20
    lines = page.broken(signing.value(field), area.width)
    for number, line in enumerate(lines):
        page.put(area.x, y - 13 * number, line)
    return y - 13 * (len(lines) - 1)


def draw_around(page: Page, printed: Printed, rng: Random, *, near_foot: bool = False) -> None:
    """Write the heading and the note above a block; ``near_foot`` leaves it to break over two pages."""
    page.y -= 10
    if near_foot:
        page.y = min(page.y, rng.uniform(150, 230)) if page.y > 150 else page.y
    page.write(printed.heading, bold=True, size=page.size + 1, after=6)
    if printed.above:
        page.write(printed.above, size=8.5, after=8)
