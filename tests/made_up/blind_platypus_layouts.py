"""The shapes of a signature block of the set BLIND that platypus sets."""

from collections.abc import Callable
from itertools import chain
from random import Random

from made_up.blind_blocks import Filled
from made_up.blind_platypus import (
    GREY,
    WIDTH,
    Ink,
    Type,
    built,
    choice,
    office_table,
    signature,
    text_of,
)
from made_up.blind_texts import Around
from reportlab.lib import colors
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    Image,
    KeepTogether,
    PageBreak,
    Spacer,
    Table,
    TableStyle,
)

Row = tuple[str, list[Flowable]]


def platypus_copy(filled: Filled, layout: str, around: Around, type_: Type, rng: Random) -> bytes:
    """Return a PDF of the surroundings with the block in them; ``layout`` is a key of LAYOUTS."""
    block = [type_.label(around.before, spaceAfter=8), *LAYOUTS[layout](filled, type_, rng)]
    story: list[Flowable] = list(text_of(around, type_))
    story.append(PageBreak() if around.own_page else CondPageBreak(330))
    story.append(KeepTogether(block))
    story.append(Spacer(1, 14))
    story += [type_.label(text, spaceAfter=5) for text in around.after]
    if around.office:
        story.append(KeepTogether(office_table(around, type_)))
    return built(story, around, type_)


def _rows(filled: Filled, type_: Type, rng: Random) -> list[Row]:
    """Return the six rows in the order of the Pact."""
    labels = filled.labels
    address = [type_.label(filled.address, fontSize=type_.size * 0.85)] if filled.address else []
    return [
        (labels.organisation, [type_.value(filled.organisation), *address]),
        (labels.name, [type_.value(filled.name)]),
        (labels.title, [type_.value(filled.title)]),
        (labels.role, choice(filled, type_)),
        (labels.date, [type_.value(filled.date)]),
        (labels.signature, signature(filled, type_, rng)),
    ]


def _header_row(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """A grid whose first row says whose details follow."""
    head = [type_.label("Signatory", fontName="Helvetica-Bold"), type_.label("")]
    body = [[type_.label(label), value] for label, value in _rows(filled, type_, rng)]
    looks = [
        ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
        ("SPAN", (0, 0), (1, 0)),
        ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.82, 0.88, 0.95)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    return [Table([head, *body], colWidths=[WIDTH * 0.36, WIDTH * 0.64], style=TableStyle(looks))]


def _two_column_page(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """Who signs on the left, how and when on the right; labels bold above values in italics."""
    cells = []
    for label, value in _rows(filled, type_, rng):
        cells.append([type_.label(label, fontName="Helvetica-Bold", fontSize=8.5), *value, Spacer(1, 9)])
    left, right = (list(chain.from_iterable(half)) for half in (cells[:3], cells[3:]))
    return [
        Table(
            [[left, right]],
            colWidths=[WIDTH / 2] * 2,
            style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]),
        )
    ]


def _caption_below(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """Each value on a rule, with what it is in small grey letters below the rule."""
    body, looks = [], [("BOTTOMPADDING", (0, 0), (-1, -1), 1), ("TOPPADDING", (0, 0), (-1, -1), 1)]
    for number, (label, value) in enumerate(_rows(filled, type_, rng)):
        body += [[value], [type_.label(label, fontSize=7, textColor=GREY, spaceAfter=11)]]
        looks.append(("LINEBELOW", (0, 2 * number), (0, 2 * number), 0.5, colors.black))
    return [Table(body, colWidths=[WIDTH * 0.75], style=TableStyle(looks), hAlign="LEFT")]


def _execution(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """A block as lawyers of common law set it: for and on behalf of, by, name, title."""
    made = dict(
        zip(("organisation", "name", "title", "role", "date", "by"), _rows(filled, type_, rng), strict=True)
    )
    lines = [("By:", made["by"]), ("Name:", made["name"]), ("Title:", made["title"])]
    lines += [("Participation type:", made["role"]), ("Date:", made["date"])]
    body = [[type_.label(label), row[1]] for label, row in lines]
    looks = TableStyle(
        [("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("LINEBELOW", (1, 0), (1, 0), 0.5, colors.black)]
    )
    return [
        type_.label("SIGNED for and on behalf of", spaceAfter=3),
        *made["organisation"][1],
        Spacer(1, 6),
        Table(body, colWidths=[110, 250], style=looks, hAlign="LEFT"),
    ]


def _transposed(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """One row of labels, and below it one row of values."""
    small = Type(type_.face, 8)
    found = _rows(filled, small, rng)
    head = [small.label(label, fontName="Helvetica-Bold") for label, _ in found]
    looks = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    shares = (0.18, 0.15, 0.16, 0.21, 0.14, 0.16)
    values = [_fitted(value, 60) for _, value in found]
    return [Table([head, values], colWidths=[(WIDTH + 60) * share for share in shares], style=looks)]


def _fitted(value: list[Flowable], width: float) -> list[Flowable]:
    for each in value:
        if isinstance(each, Image):
            each.drawWidth, each.drawHeight = width, width / 3
        if isinstance(each, Ink):
            each.width = width
    return value


def _numbered(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """Numbered questions with a dotted rule below each answer."""
    body = [
        [type_.label(f"{number}."), type_.label(f"{label}:"), value]
        for number, (label, value) in enumerate(_rows(filled, type_, rng), 1)
    ]
    looks = [("LINEBELOW", (2, row), (2, row), 0.4, GREY, 0, (1, 2)) for row in range(6)]
    looks.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
    return [Table(body, colWidths=[22, WIDTH * 0.34, WIDTH * 0.55], style=TableStyle(looks), hAlign="LEFT")]


def _caption_boxes(filled: Filled, type_: Type, rng: Random) -> list[Flowable]:
    """Boxes with a thin grey caption in the upper corner, two in a row but for the first and the last."""
    cells = [
        [type_.label(label, fontSize=6.5, textColor=GREY), *value]
        for label, value in _rows(filled, type_, rng)
    ]
    order = [[cells[0], ""], [cells[1], cells[2]], [cells[3], cells[4]], [cells[5], ""]]
    looks = [("GRID", (0, 0), (-1, -1), 0.5, GREY), ("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 3), (1, 3))]
    looks.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
    return [Table(order, colWidths=[WIDTH / 2] * 2, style=TableStyle(looks))]


LAYOUTS: dict[str, Callable[[Filled, Type, Random], list[Flowable]]] = {
    "platypus_header_row": _header_row,
    "platypus_two_column_page": _two_column_page,
    "platypus_caption_below": _caption_below,
    "platypus_execution": _execution,
    "platypus_transposed": _transposed,
    "platypus_numbered": _numbered,
    "platypus_caption_boxes": _caption_boxes,
}
