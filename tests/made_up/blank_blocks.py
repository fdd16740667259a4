"""An empty signature block, and where its values go: for forms, comments and stamps put on later."""

from dataclasses import dataclass

from made_up.copies_drawn import Sheet
from made_up.pact_text import SIGNED, Line, Rank
from made_up.signature_blocks import Words

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where values go, by row, and where each option is printed (empty if the row is left free)."""

    organisation: Rect
    name: Rect
    title: Rect
    participation_type: Rect
    date: Rect
    signature: Rect
    options: tuple[Rect, ...]


def draw_blank(sheet: Sheet, words: Words, *, rules: str, options: str = "printed") -> Places:
    """Draw "Signed," and six empty rows on the sheet and return their places.

    ``rules``: "grid", "none", or "colon" for labels that end in one and have no rules.
    ``options``: "printed" one behind the other, "spaced" with room in front of each for a mark,
    or "free", where the row is left empty for a field.
    """
    size = sheet.look.size
    if sheet.y < size * 30:
        sheet.turn()
    sheet.write(Line(Rank.TEXT, SIGNED))
    labels = (
        words.organisation,
        words.name,
        words.title,
        words.participation_type,
        words.date,
        words.signature,
    )
    share = max(sheet.pen.text_width(label, size=size) for label in labels) + size * 2
    rects: list[Rect] = []
    printed: tuple[Rect, ...] = ()
    for label in labels:
        height = size * (4 if label == words.signature else 2)
        left, bottom = sheet.look.margin, sheet.y - height
        rect = (left + share, bottom, left + sheet.width, sheet.y)
        sheet.pen.text(left + 4, sheet.y - size * 1.4, f"{label}:" if rules == "colon" else label, size=size)
        if rules == "grid":
            sheet.pen.box(left, bottom, share, height)
            sheet.pen.box(rect[0], bottom, sheet.width - share, height)
        if label == words.participation_type and options != "free":
            printed = _print_options(sheet, words, rect, is_spaced=options == "spaced")
        rects.append(rect)
        sheet.y = bottom
    return Places(*rects, options=printed)


def _print_options(sheet: Sheet, words: Words, row: Rect, *, is_spaced: bool) -> tuple[Rect, ...]:
    size = min(sheet.look.size, 9)
    base, at = row[1] + size, row[0] + 4
    found = []
    for number, option in enumerate(words.options):
        if is_spaced:
            at += size * 1.6
        elif number:
            sheet.pen.text(at, base, "/", size=size)
            at += size * 0.7
        wide = sheet.pen.text_width(option, size=size)
        sheet.pen.text(at, base, option, size=size)
        found.append((at, base - 2, at + wide, base + size))
        at += wide + size * 0.5
    return tuple(found)
