"""Which text is the value of which label: right of it, below it or above it, as the block as a whole shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from intake.blocks import Block, BlockPage, Label
from intake.dates import read_date
from intake.labels import CORE, LabelField
from intake.options import names_options
from intake.page import Segment
from pact.documents import BoxPt

SIGNATURE_SPACE_PT = 110.0
"""So far below its label a signature may reach where no other label ends its space."""
_TABLE_HEIGHT_PT = 400.0
_ROW_REACH_PT = 26.0


@dataclass(slots=True)
class FilledBlock:
    """A block with the segments that are each field's value, and the space where one signs."""

    labels: dict[LabelField, Label]
    values: dict[LabelField, list[Segment]] = field(default_factory=dict)
    signature_space: BoxPt | None = None
    score: float = 0.0
    margin: float = 0.0  # by how much this way of reading beats the next best


Values = dict[LabelField, list[Segment]]


def filled_blocks(blocks: BlockPage) -> list[FilledBlock]:
    """Return each signature block with its values; a block with several value columns gives several."""
    found = []
    for block in blocks.blocks:
        limits = _limits(block, blocks)
        ways: list[Callable[[Block, BlockPage, BoxPt], Values]] = [_to_the_right, _below, _above]
        read = [(way(block, blocks, limits), way) for way in ways]
        scores = [_score(values) for values, _ in read]
        best = max(range(len(read)), key=lambda i: (scores[i], -i))
        margin = scores[best] - max(s for i, s in enumerate(scores) if i != best)
        values, way = read[best]
        for part in _columns(block, values) if way is _to_the_right else _rows(block, values, way):
            space = _signature_space(block, part, way, limits)
            found.append(FilledBlock(dict(block.labels), part, space, scores[best], margin))
    return found


def _limits(block: Block, blocks: BlockPage) -> BoxPt:
    """Return the box that is this block's own: up to the next block beside, above and below it."""
    left, bottom, right, top = block.box
    edge_left, edge_right, edge_bottom, edge_top = left - 8, blocks.page.width_pt, 0.0, blocks.page.height_pt
    for other in blocks.blocks:
        if other is block:
            continue
        o_left, o_bottom, o_right, o_top = other.box
        beside = o_bottom < top and o_top > bottom
        if beside and o_left > left + 12:
            edge_right = min(edge_right, o_left - 4)
        elif o_top <= bottom + 2:
            edge_bottom = max(edge_bottom, o_top)
        elif o_bottom >= top - 2:
            edge_top = min(edge_top, o_bottom)
    return (edge_left, edge_bottom, edge_right, edge_top)


def _to_the_right(block: Block, blocks: BlockPage, limits: BoxPt) -> Values:
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
    return {x.field: sorted(values.get(x, []), key=_reading_order) for x in wanted}


def _reading_order(piece: Segment) -> tuple[float, float]:
    return (-round(piece.middle_y / 4), piece.box[0])


def _labels_within(blocks: BlockPage, limits: BoxPt) -> list[Label]:
    left, bottom, right, top = limits
    inside = [x for x in blocks.labels if left <= x.box[0] < right and bottom - 2 < x.middle_y < top + 2]
    return sorted(inside, key=lambda x: (-x.middle_y, x.box[0]))


def _pieces_within(blocks: BlockPage, limits: BoxPt, block: Block) -> list[Segment]:
    """Return the segments between a line above the block's first label and a signature's height below its last."""
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
        if abs(label.middle_y - piece.middle_y) < reach and label.box[2] - 3 <= piece.box[0]:
            if best is None or label.box[0] > best.box[0]:
                best = label
    return best


def _place_loose(
    loose: Sequence[Segment], labels: Sequence[Label], values: dict[Label, list[Segment]], blocks: BlockPage
) -> None:
    """Give lines that stand on no label's line to the value they continue, or to the label they stand beside."""
    on_line = {label: list(pieces) for label, pieces in values.items()}
    for piece in loose:
        column = [x for x in labels if x.box[0] < piece.box[0] + 3]
        empty = [x for x in column if not on_line[x] and x.box[2] <= piece.box[0] + 3]
        beside = min(empty, key=lambda x: abs(x.middle_y - piece.middle_y), default=None)
        up = _neighbour(piece, values, blocks, above=True)
        down = _neighbour(piece, on_line, blocks, above=False)
        reach = 1.3 * piece.size_pt
        gap_beside = abs(beside.middle_y - piece.middle_y) if beside else 1e6
        if beside is not None and gap_beside <= reach and gap_beside <= up[1] and gap_beside <= down[1]:
            values[beside].append(piece)
        elif down[0] is not None and down[1] < min(0.85 * up[1], 1.6 * piece.size_pt):
            values[down[0]].insert(0, piece)
        elif up[0] is not None and up[1] < 60:
            crossed = _label_between(piece, up[0], values, column)
            values[crossed if crossed is not None and not on_line[crossed] else up[0]].append(piece)
        elif beside is not None and beside.field is LabelField.SIGNATURE and gap_beside < 60:
            values[beside].append(piece)


def _label_between(
    piece: Segment, label: Label | None, values: dict[Label, list[Segment]], column: Sequence[Label]
) -> Label | None:
    """Return the lowest label that stands between the piece and the value above it: no value runs on past one."""
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
            if any(_parts(rule, piece, low, high) for rule in blocks.page.rules):
                gap *= 2
            if gap < best_gap:
                best, best_gap = label, gap
    return best, best_gap


def _same_column(piece: Segment, other: Segment, label: Label, blocks: BlockPage) -> bool:
    if piece.box[0] < label.box[2] - 3:
        wrapped = other.box[2] > 0.68 * blocks.page.width_pt and piece.box[0] > label.box[0] - 4
        return wrapped and abs(other.middle_y - piece.middle_y) < 1.7 * piece.size_pt
    return piece.box[0] < other.box[2] + 40 and piece.box[2] > other.box[0] - 40


def _parts(rule: BoxPt, piece: Segment, low: float, high: float) -> bool:
    level = rule[3] - rule[1] < 3 and rule[2] - rule[0] > 20
    middle = (rule[1] + rule[3]) / 2
    slack = 0.45 * piece.size_pt
    return (
        level
        and low + slack * 0.7 < middle < high - slack
        and rule[0] < piece.box[2]
        and rule[2] > piece.box[0]
    )


def _below(block: Block, blocks: BlockPage, limits: BoxPt) -> Values:
    return _stacked(block, blocks, limits, down=True)


def _above(block: Block, blocks: BlockPage, limits: BoxPt) -> Values:
    return _stacked(block, blocks, limits, down=False)


def _stacked(block: Block, blocks: BlockPage, limits: BoxPt, *, down: bool) -> Values:
    labels = _labels_within(blocks, limits)
    values: Values = {}
    for label in block.labels.values():
        if label.field not in CORE and label.field is not LabelField.ROLE:
            continue
        right = _right_edge(label, labels, limits)
        column = [p for p in blocks.pieces if label.box[0] - 8 <= p.box[0] < right - 2]
        values[label.field] = _reach(label, column, labels, right, limits, down=down)
        if down and _heads_a_table(block):
            values[label.field] = _table_column(label, column, limits)
    return values


def _heads_a_table(block: Block) -> bool:
    """Whether the labels are the first row of a table, each row below it a signatory."""
    levels = {round(x.middle_y / 8) for x in block.labels.values() if x.field in CORE}
    return len(levels) == 1 and len(block.fields) >= 4


def _table_column(label: Label, column: Sequence[Segment], limits: BoxPt) -> list[Segment]:
    floor = max(limits[1], label.middle_y - _TABLE_HEIGHT_PT)
    return sorted((p for p in column if floor < p.middle_y < label.middle_y - 3), key=_reading_order)


def _right_edge(label: Label, labels: Sequence[Label], limits: BoxPt) -> float:
    beside = [
        x.box[0] for x in labels if x.box[0] > label.box[0] + 20 and abs(x.middle_y - label.middle_y) < 8
    ]
    return min(beside, default=limits[2])


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
    found = [p for p in column if 3 < sign * (label.middle_y - p.middle_y) < min(end, edge, far) - 2]
    return _near_ones(found, label, sign)


def _near_ones(found: list[Segment], label: Label, sign: int) -> list[Segment]:
    """Stop at a gap: what stands far from the line before it is something else."""
    kept: list[Segment] = []
    last = label.middle_y
    for piece in sorted(found, key=lambda p: (-sign * p.middle_y, p.box[0])):
        limit = (2.6 if kept else 3.6) * max(piece.size_pt, 9.0)
        if abs(last - piece.middle_y) > limit and label.field is not LabelField.SIGNATURE:
            break
        kept.append(piece)
        last = piece.middle_y
    return sorted(kept, key=lambda p: (-p.middle_y, p.box[0]))


def _score(values: Values) -> float:
    """Return how well the values fit their labels: a date under Date and options under the type weigh most."""
    score = 0.0
    for wanted, pieces in values.items():
        text = " ".join(p.text for p in pieces)
        if not any(c.isalnum() for c in text):
            continue
        options = names_options(text)
        if wanted is LabelField.DATE:
            score += 3.0 if read_date(text) and len(text) < 60 else -0.5
        elif wanted is LabelField.PARTICIPATION_TYPE:
            score += 3.0 if options else -1.0
        elif wanted is not LabelField.SIGNATURE:
            odd = options > 1 or len(text) > 160 or (read_date(text) is not None and len(text) < 40)
            score += -1.5 if odd else 1.0
    return score


def _columns(block: Block, values: Values) -> list[Values]:
    """Split values that stand in two or more columns right of one column of labels: one signatory each."""
    edges: list[list[float]] = []
    counted = [
        f
        for f in (LabelField.ORGANISATION, LabelField.NAME, LabelField.TITLE, LabelField.DATE)
        if f in values
    ]
    for wanted in counted:
        line = [p for p in values[wanted] if abs(p.middle_y - block.labels[wanted].middle_y) < 8]
        edges.append(sorted(p.box[0] for p in line))
    several = [e for e in edges if len(e) > 1]
    if len(several) < 3 or len({len(e) for e in several}) != 1:
        return [values]
    starts = [min(e[i] for e in several) - 6 for i in range(len(several[0]))]
    if any(max(e[i] for e in several) - min(e[i] for e in several) > 12 for i in range(1, len(starts))):
        return [values]
    parts: list[Values] = [{wanted: [] for wanted in values} for _ in starts]
    for wanted, pieces in values.items():
        for piece in pieces:
            index = max((i for i, start in enumerate(starts) if piece.box[0] >= start), default=0)
            parts[index][wanted].append(piece)
    return parts


def _rows(block: Block, values: Values, way: Callable[..., Values]) -> list[Values]:
    """Split values below one row of labels, where each table row is one signatory."""
    if way is not _below or not _heads_a_table(block):
        return [values]
    dates = [p for p in values.get(LabelField.DATE, []) if read_date(p.text)]
    values = {wanted: _down_to(pieces, dates) for wanted, pieces in values.items()}
    if len(dates) < 2:
        return [values]
    tops = [(d.middle_y + above.middle_y) / 2 for d, above in zip(dates[1:], dates, strict=False)]
    tops = [dates[0].middle_y + 200, *tops]
    parts: list[Values] = [{wanted: [] for wanted in values} for _ in tops]
    for wanted, pieces in values.items():
        for piece in pieces:
            index = max((i for i, top in enumerate(tops) if piece.middle_y <= top), default=0)
            parts[index][wanted].append(piece)
    return parts


def _down_to(pieces: list[Segment], dates: list[Segment]) -> list[Segment]:
    """Leave out what stands below the table's last row, which its last date tells."""
    if not dates:
        return pieces[:1]
    return [p for p in pieces if p.middle_y > dates[-1].middle_y - _ROW_REACH_PT]


def _signature_space(block: Block, values: Values, way: Callable[..., Values], limits: BoxPt) -> BoxPt | None:
    """Return the box in which the signature is looked for."""
    label = block.labels.get(LabelField.SIGNATURE)
    if label is None:
        return None
    others = [x for x in block.labels.values() if x is not label]
    beneath = [x.box[3] for x in others if x.middle_y < label.middle_y - 6]
    overhead = [x.box[1] for x in others if x.middle_y > label.middle_y + 6]
    floor = max([*beneath, limits[1], label.box[1] - SIGNATURE_SPACE_PT])
    ceiling = min([*overhead, limits[3], label.box[3] + 60])
    column = [p.box for f, pieces in values.items() if f is not LabelField.SIGNATURE for p in pieces]
    left = min([label.box[0], *(b[0] for b in column)]) if way is not _to_the_right else label.box[0]
    right = limits[2]
    if len(block.labels) > 1 and column and way is _to_the_right:
        left = min(label.box[2], min(b[0] for b in column))
    beside = [
        x.box[0] for x in others if x.box[0] > label.box[0] + 20 and abs(x.middle_y - label.middle_y) < 8
    ]
    return (left - 6, floor, min([right, *beside]), ceiling)
