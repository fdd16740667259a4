"""Which text is the value of which label: right of it, below it or above it, as the block as a whole
shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from intake.block.blocks import BlockPage
from intake.block.dates import read_date
from intake.block.label_groups import Block, Label
from intake.block.labels import LabelField
from intake.block.options import names_options
from intake.block.value_places import (
    SIGNATURE_SPACE_PT,
    Values,
    heads_a_table,
    is_between,
    values_above,
    values_below,
    values_right_of,
)
from intake.page.page import Segment
from pact.documents import BoxPt

_ONE_LINE_FIELDS = {LabelField.ORGANISATION, LabelField.NAME, LabelField.TITLE, LabelField.DATE}


@dataclass(slots=True)
class FilledBlock:
    """A block with the segments that are each field's value, and the space where one signs."""

    labels: dict[LabelField, Label]
    values: dict[LabelField, list[Segment]] = field(default_factory=dict)
    signature_space: BoxPt | None = None
    score: float = 0.0
    margin: float = 0.0  # by how much this way of reading beats the next best


def filled_blocks(blocks: BlockPage) -> list[FilledBlock]:
    """Return each signature block with its values; a block with several value columns gives several."""
    found = []
    for block in blocks.blocks:
        limits = _limits(block, blocks)
        ways: list[Callable[[Block, BlockPage, BoxPt], Values]] = [
            values_right_of,
            values_below,
        ]
        if block.is_one:
            # A label or two at a page's foot do not show that values stand above: a heading may.
            ways.append(values_above)
        read = [(way(block, blocks, limits), way) for way in ways]
        scores = [_score(values) for values, _ in read]
        best = max(range(len(read)), key=lambda i: (scores[i], -i))
        margin = scores[best] - max(s for i, s in enumerate(scores) if i != best)
        values, way = read[best]
        if way is values_right_of:
            values.update(_lone_values_below(block, blocks, values))
        for part in _columns(block, values) if way is values_right_of else _rows(block, values, way, blocks):
            space = _signature_space(block, part, way, limits)
            found.append(FilledBlock(dict(block.labels), part, space, scores[best], margin))
    return found


def _lone_values_below(block: Block, blocks: BlockPage, values: Values) -> Values:
    """Return the organisation that alone stands under its label: "for and on behalf of", then its name."""
    label = block.labels.get(LabelField.ORGANISATION)
    if label is None or values.get(LabelField.ORGANISATION):
        return {}
    taken = {id(p) for pieces in values.values() for p in pieces}
    next_label = max((x.middle_y for x in blocks.labels if x.middle_y < label.middle_y - 4), default=0.0)
    found, last = list[Segment](), label.middle_y
    for piece in blocks.pieces:
        in_reach = next_label + 4 < piece.middle_y < last - 4 and last - piece.middle_y < 2.2 * piece.size_pt
        if in_reach and abs(piece.box[0] - label.box[0]) < 8 and id(piece) not in taken:
            found.append(piece)
            last = piece.middle_y
    return {LabelField.ORGANISATION: found}


def _limits(block: Block, blocks: BlockPage) -> BoxPt:
    """Return the box that is this block's own: up to the next block beside, above and below it."""
    left, bottom, _, top = block.box
    edge_left, edge_right, edge_bottom, edge_top = left - 8, blocks.page.width_pt, 0.0, blocks.page.height_pt
    for other in blocks.blocks:
        if other is block:
            continue
        o_left, o_bottom, _, o_top = other.box
        beside = o_bottom < top and o_top > bottom
        if beside and o_left > left + 12:
            edge_right = min(edge_right, o_left - 4)
        elif o_top <= bottom + 2:
            edge_bottom = max(edge_bottom, o_top)
        elif o_bottom >= top - 2:
            edge_top = min(edge_top, o_bottom)
    return (edge_left, edge_bottom, edge_right, edge_top)


def _score(values: Values) -> float:
    """Return how well the values fit their labels: a date under Date and options under the type weigh
    most."""
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
    for name in _ONE_LINE_FIELDS & values.keys():
        line = [p for p in values[name] if abs(p.middle_y - block.labels[name].middle_y) < 8]
        # Some tables have a column of colons between the labels and the values.
        line = [p for p in line if any(c.isalnum() for c in p.text)]
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


def _rows(block: Block, values: Values, way: Callable[..., Values], blocks: BlockPage) -> list[Values]:
    """Split values below one row of labels, where each table row is one signatory."""
    if way is not values_below or not heads_a_table(block):
        return [values]
    bands = _bands([p for pieces in values.values() for p in pieces], blocks.page.rules)
    parts: list[Values] = []
    for top, bottom in bands:
        part = {f: [p for p in pieces if bottom <= p.middle_y <= top] for f, pieces in values.items()}
        if part.get(LabelField.NAME) or part.get(LabelField.ORGANISATION):
            parts.append(part)
        elif parts and not any(part[f] and parts[-1][f] for f in part):
            # In a tall row one value may stand lower in its cell than the others.
            parts[-1] = {f: [*parts[-1][f], *part[f]] for f in part}
        else:
            break
    return parts or [{wanted: [] for wanted in values}]


def _bands(pieces: Sequence[Segment], rules: Sequence[BoxPt]) -> list[tuple[float, float]]:
    """Return top and bottom of each table row: rows are parted by a rule or by more than a line's space."""
    bands: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda p: -p.middle_y):
        if bands:
            top, bottom = bands[-1]
            low, high = piece.middle_y, bottom
            ruled = any(is_between(rule, piece, low, high) for rule in rules)
            if not ruled and high - low < 1.9 * piece.size_pt:
                bands[-1] = (top, min(low, bottom))
                continue
        bands.append((piece.middle_y, piece.middle_y))
    return bands


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
    left = label.box[0] if way is values_right_of else min([label.box[0], *(b[0] for b in column)])
    right = limits[2]
    if len(block.labels) > 1 and column and way is values_right_of:
        left = min([label.box[2], *(b[0] for b in column)])
    beside = [
        x.box[0] for x in others if x.box[0] > label.box[0] + 20 and abs(x.middle_y - label.middle_y) < 8
    ]
    # Some sign right over the printed word for it.
    return (min(left, label.box[0]) - 6, floor, min([right, *beside]), ceiling)
