"""Where values stand: right of their labels, below them, or above them."""

from collections.abc import Sequence

from intake.block.blocks import BlockPage
from intake.block.label_groups import Block, Label
from intake.block.labels import CORE, LabelField
from intake.block.options import names_options
from intake.page.page import Segment
from pact.documents import BoxPt

SIGNATURE_SPACE_PT = 110.0
"""So far below its label a signature may reach where no other label ends its space."""

_TABLE_HEIGHT_PT = 400.0
_CELL_HEIGHT_PT = 100.0  # taller boxes are frames round a whole block
_PLAIN_TEXT = (LabelField.ORGANISATION, LabelField.NAME, LabelField.TITLE)

Values = dict[LabelField, list[Segment]]


def values_right_of(block: Block, blocks: BlockPage, limits: BoxPt) -> Values:
    """Return each field's text on its label's line, and the lines that continue it."""
    labels = _labels_within(blocks, limits)
    own = list(block.labels.values())
    values: dict[Label, list[Segment]] = {label: [] for label in labels}
    loose = []
    for piece in _pieces_within(blocks, limits, block):
        label = _label_on_line(piece, labels)
        if label is not None:
            values[label].append(piece)
        else:
            loose.append(piece)
    _place_loose(loose, labels, values, blocks)
    wanted = [x for x in own if x.field in CORE or x.field is LabelField.ROLE]
    return {x.field: sorted(values.get(x, []), key=reading_order) for x in wanted}


def reading_order(piece: Segment) -> tuple[float, float]:
    """Return the key that sorts segments as one reads them."""
    return (-round(piece.middle_y / 4), piece.box[0])


def _labels_within(blocks: BlockPage, limits: BoxPt) -> list[Label]:
    left, bottom, right, top = limits
    inside = [x for x in blocks.labels if left <= x.box[0] < right and bottom - 2 < x.middle_y < top + 2]
    return sorted(inside, key=lambda x: (-x.middle_y, x.box[0]))


def _pieces_within(blocks: BlockPage, limits: BoxPt, block: Block) -> list[Segment]:
    """Return the segments between a line above the block's first label and a signature's height below
    its last."""
    left, bottom, right, top = limits
    lowest = max(bottom, block.box[1] - SIGNATURE_SPACE_PT)
    highest = min(top, block.box[3] + 22)
    return [
        p
        for p in blocks.pieces
        if left <= p.box[0] < right and p.box[3] > lowest + 2 and p.middle_y < highest
    ]


def _label_on_line(piece: Segment, labels: Sequence[Label]) -> Label | None:
    """Return the nearest label left of the piece on its line."""
    best = None
    for label in labels:
        reach = 0.5 * max(piece.size_pt, 9.0)
        on_line = abs(label.middle_y - piece.middle_y) < reach and label.box[2] - 3 <= piece.box[0]
        if on_line and (best is None or label.box[0] > best.box[0]):
            best = label
    return best


def _place_loose(
    loose: Sequence[Segment], labels: Sequence[Label], values: dict[Label, list[Segment]], blocks: BlockPage
) -> None:
    """Give lines that stand on no label's line to the value they continue, or to the label they stand
    beside."""
    on_line = {label: list(pieces) for label, pieces in values.items()}
    for piece in loose:
        column = [x for x in labels if x.box[0] < piece.box[0] + 3]
        empty = [x for x in column if not on_line[x] and x.box[2] <= piece.box[0] + 3]
        beside = min(empty, key=lambda x: abs(x.middle_y - piece.middle_y), default=None)
        up = _neighbour(piece, values, blocks, above=True)
        down = _neighbour(piece, on_line, blocks, above=False)
        reach = 1.3 * piece.size_pt
        gap_beside = abs(beside.middle_y - piece.middle_y) if beside else 1e6
        asked = _asking_for_options(piece, column)
        if asked is not None:
            values[asked].append(piece)
        elif beside is not None and gap_beside <= reach and gap_beside <= up[1] and gap_beside <= down[1]:
            values[beside].append(piece)
        elif down[0] is not None and down[1] < min(0.85 * up[1], _leading_of(piece, blocks)):
            values[down[0]].insert(0, piece)
        elif up[0] is not None and up[1] < 60:
            crossed = _label_between(piece, up[0], values, column)
            values[crossed if crossed is not None and not on_line[crossed] else up[0]].append(piece)
        elif beside is not None and beside.field is LabelField.SIGNATURE and gap_beside < 60:
            values[beside].append(piece)


def _leading_of(piece: Segment, blocks: BlockPage) -> float:
    """Return how far above a value a line of it may stand, in points: farther where a cell ends above it."""
    top = piece.middle_y + 2.5 * piece.size_pt
    is_first_in_cell = any(is_between(rule, piece, piece.middle_y, top) for rule in blocks.page.rules)
    return (2.2 if is_first_in_cell else 1.6) * piece.size_pt


def _asking_for_options(piece: Segment, column: Sequence[Label]) -> Label | None:
    """Return the label of the participation type, where the piece names an option and stands within
    a few lines of it, with no further label between them."""
    types = [x for x in column if x.field is LabelField.PARTICIPATION_TYPE]
    if len(types) != 1 or not names_options(piece.text):
        return None
    low, high = sorted((types[0].middle_y, piece.middle_y))
    between = any(low + 4 < x.middle_y < high - 4 for x in column)
    near = high - low < 4.5 * max(piece.size_pt, 9.0)
    return types[0] if near and not between else None


def _label_between(
    piece: Segment, label: Label | None, values: dict[Label, list[Segment]], column: Sequence[Label]
) -> Label | None:
    """Return the lowest label that stands between the piece and the value above it: no value runs on
    past one."""
    if label is None:
        return None
    end = min(p.middle_y for p in values[label])
    between = [
        x for x in column if piece.middle_y + 4 < x.middle_y < end - 4 and x.box[2] <= piece.box[0] + 3
    ]
    return min(between, key=lambda x: x.middle_y, default=None)


def _neighbour(
    piece: Segment, values: dict[Label, list[Segment]], blocks: BlockPage, *, above: bool
) -> tuple[Label | None, float]:
    """Return the label whose value stands nearest above (or below) in the same column, and how far.

    A horizontal rule between the two makes them twice as far; a wrapped line that goes back to the
    label's own edge counts only directly under a value that reached far to the right.
    """
    best: Label | None = None
    best_gap = 1e6
    for label, pieces in values.items():
        for other in pieces:
            gap = other.middle_y - piece.middle_y if above else piece.middle_y - other.middle_y
            if gap <= 0.3 * piece.size_pt or not _same_column(piece, other, label, blocks):
                continue
            low, high = sorted((other.middle_y, piece.middle_y))
            if any(is_between(rule, piece, low, high) for rule in blocks.page.rules):
                gap *= 2
            if gap < best_gap:
                best, best_gap = label, gap
    return best, best_gap


def _same_column(piece: Segment, other: Segment, label: Label, blocks: BlockPage) -> bool:
    if piece.box[0] < label.box[2] - 3:
        wrapped = other.box[2] > 0.68 * blocks.page.width_pt and piece.box[0] > label.box[0] - 4
        return wrapped and abs(other.middle_y - piece.middle_y) < 1.7 * piece.size_pt
    return piece.box[0] < other.box[2] + 40 and piece.box[2] > other.box[0] - 40


def is_between(rule: BoxPt, piece: Segment, low: float, high: float) -> bool:
    """Whether the rule parts the piece from what stands at the other of the two heights."""
    level = rule[3] - rule[1] < 3 and rule[2] - rule[0] > 20
    middle = (rule[1] + rule[3]) / 2
    slack = 0.45 * piece.size_pt
    return (
        level
        and low + slack * 0.7 < middle < high - slack
        and rule[0] < piece.box[2]
        and rule[2] > piece.box[0]
    )


def values_below(block: Block, blocks: BlockPage, limits: BoxPt) -> Values:
    """Return each field's text under its label, down to the next label."""
    return _stacked(block, blocks, limits, down=True)


def values_above(block: Block, blocks: BlockPage, limits: BoxPt) -> Values:
    """Return each field's text over its label, as on a line to sign on."""
    return _stacked(block, blocks, limits, down=False)


def _stacked(block: Block, blocks: BlockPage, limits: BoxPt, *, down: bool) -> Values:
    labels = _labels_within(blocks, limits)
    values: Values = {}
    for label in block.labels.values():
        if label.field not in CORE and label.field is not LabelField.ROLE:
            continue
        right = _right_edge(label, labels, limits)
        column = [p for p in blocks.pieces if label.box[0] - 8 <= p.box[0] < right - 2]
        found = _reach(label, column, labels, right, limits, down=down)
        values[label.field] = _near_ones(found, label, blocks.page.rules, down=down)
        if down and heads_a_table(block):
            values[label.field] = _table_column(label, column, limits)
    return values


def _share_cell(label: Label, piece: Segment, rules: Sequence[BoxPt]) -> bool:
    """Whether rules stand above and below the two, and none between them."""
    low, high = sorted((label.middle_y, piece.middle_y))
    if any(is_between(rule, piece, low, high) for rule in rules):
        return False
    middles = _levels_over(label, piece, rules)
    above, below = [y for y in middles if y > high], [y for y in middles if y < low]
    return bool(above and below) and min(above) - max(below) < _CELL_HEIGHT_PT


def _in_next_cell(label: Label, piece: Segment, rules: Sequence[BoxPt]) -> bool:
    """Whether rules part the two by one line, and end the cells of both."""
    low, high = sorted((label.middle_y, piece.middle_y))
    middles = _levels_over(label, piece, rules)
    above, below = [y for y in middles if y > high], [y for y in middles if y < low]
    between = [y for y in middles if low < y < high]
    if not (above and below and between) or max(between) - min(between) > 3:
        return False
    return min(above) - max(between) < _CELL_HEIGHT_PT and min(between) - max(below) < _CELL_HEIGHT_PT


def _levels_over(label: Label, piece: Segment, rules: Sequence[BoxPt]) -> list[float]:
    """Return the heights of the level rules that run above or below both."""
    level = [r for r in rules if r[3] - r[1] < 3 and r[0] < label.box[2] and r[2] > label.box[0]]
    return [(r[1] + r[3]) / 2 for r in level if r[0] < piece.box[2] and r[2] > piece.box[0]]


def heads_a_table(block: Block) -> bool:
    """Whether the labels are the first row of a table, each row below it a signatory."""
    levels = {round(x.middle_y / 8) for x in block.labels.values() if x.field in CORE}
    return len(levels) == 1 and len(block.fields) >= 4


def _table_column(label: Label, column: Sequence[Segment], limits: BoxPt) -> list[Segment]:
    floor = max(limits[1], label.middle_y - _TABLE_HEIGHT_PT)
    return sorted((p for p in column if floor < p.middle_y < label.middle_y - 3), key=reading_order)


def _right_edge(label: Label, labels: Sequence[Label], limits: BoxPt) -> float:
    others = [x for x in labels if x.box[0] > label.box[0] + 20]
    beside = [x.box[0] for x in others if abs(x.middle_y - label.middle_y) < 8]
    # Two labels below each other make a column of their own, though none is on this label's line.
    columns = [
        x.box[0]
        for x in others
        if x.box[0] > label.box[2] + 20 and sum(abs(y.box[0] - x.box[0]) < 4 for y in others) > 1
    ]
    return min([*beside, *columns], default=limits[2])


def _reach(
    label: Label,
    column: Sequence[Segment],
    labels: Sequence[Label],
    right: float,
    limits: BoxPt,
    *,
    down: bool,
) -> list[Segment]:
    sign = 1 if down else -1
    ends = [
        sign * (label.middle_y - x.middle_y)
        for x in labels
        if x is not label and x.box[0] < right - 2 and x.box[2] > label.box[0] - 8
    ]
    far = SIGNATURE_SPACE_PT if label.field is LabelField.SIGNATURE else 75.0
    end = min([e for e in ends if e > 4], default=far)
    edge = label.middle_y - limits[1] if down else limits[3] - label.middle_y
    return [p for p in column if 3 < sign * (label.middle_y - p.middle_y) < min(end, edge, far) - 2]


def _near_ones(found: list[Segment], label: Label, rules: Sequence[BoxPt], *, down: bool) -> list[Segment]:
    """Stop at a gap: what stands far from the line before it is something else, unless it shares the
    label's cell."""
    kept: list[Segment] = []
    last = label.middle_y
    sign = 1 if down else -1
    for piece in sorted(found, key=lambda p: (-sign * p.middle_y, p.box[0])):
        further = 1.75 if label.field in _PLAIN_TEXT else 2.6
        limit = (further if kept else 3.6) * max(piece.size_pt, 9.0)
        if not kept and (_share_cell(label, piece, rules) or _in_next_cell(label, piece, rules)):
            limit = _CELL_HEIGHT_PT
        if abs(last - piece.middle_y) > limit and label.field is not LabelField.SIGNATURE:
            break
        kept.append(piece)
        last = piece.middle_y
    return sorted(kept, key=lambda p: (-p.middle_y, p.box[0]))
