"""Which labels on a page belong together: signature blocks side by side and below one another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from intake.block.labels import CORE, LabelField
from intake.page.page import Word, box_around, joined
from pact.documents import BoxPt

_CENTRED_PT = 40.0  # so much further left a long label may begin, where labels are centred in their column
_BLOCK_GAP_PT = 190.0
_HEADS = (LabelField.ORGANISATION, LabelField.NAME)


@dataclass(frozen=True, eq=False)
class Label:
    """A label on the page. ``alone`` says that nothing else stands in its segment."""

    field: LabelField
    words: tuple[Word, ...]
    closed: bool
    alone: bool
    opens_sentence: bool = False

    @property
    def text(self) -> str:
        """The label as printed, with its hint."""
        return joined(self.words)

    @cached_property
    def box(self) -> BoxPt:
        """Box around the label's words."""
        return box_around(word.box for word in self.words)

    @property
    def middle_y(self) -> float:
        """Height of the label's middle, in points."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(slots=True, eq=False)
class Block:
    """The labels of one signature block, each field once."""

    labels: dict[LabelField, Label] = field(default_factory=dict)

    @property
    def fields(self) -> set[LabelField]:
        """The core fields this block has a label for."""
        return {f for f in self.labels if f in CORE}

    @property
    def box(self) -> BoxPt:
        """Box around the labels."""
        return box_around(label.box for label in self.labels.values())

    @property
    def is_one(self) -> bool:
        """Whether enough labels stand together to be a signature block and not chance words."""
        if LabelField.PARTICIPATION_TYPE in self.labels and len(self.fields) >= 2:
            return True
        return len(self.fields) >= 3 and bool(self.fields & {LabelField.NAME, LabelField.ORGANISATION})


def grouped(labels: Sequence[Label]) -> tuple[list[Block], list[Label]]:
    """Return the labels in blocks, and those that turn out to be chance words in a value."""
    tail, rest = _tail_apart(labels)
    return _halves_joined([*_blocks_in_turn(tail), *_blocks_in_turn(rest)])


def _tail_apart(labels: Sequence[Label]) -> tuple[list[Label], list[Label]]:
    """Return the labels of a block that the page before began, and the others.

    Such a page opens with the rest of that block, and whole blocks follow, the last of which may be cut
    in its turn. Were the rest taken for the head of the next block, everybody would get somebody else's
    role and date.
    """
    ordered = [label for line in _label_lines(labels) for label in line]
    begins = next((n for n, x in enumerate(ordered) if x.field in _HEADS), 0)
    tail, rest = ordered[:begins], ordered[begins:]
    counts = Counter(label.field for label in rest if label.field in CORE)
    are_whole = set(counts) == CORE and len(set(counts.values())) == 1
    repeats = any(label.field in counts for label in tail)
    if not (tail and repeats and (are_whole or _is_cut_at_both_ends(tail, rest))):
        return [], list(labels)
    apart = {id(label) for label in tail}
    return tail, [label for label in labels if id(label) not in apart]


def _is_cut_at_both_ends(tail: Sequence[Label], rest: Sequence[Label]) -> bool:
    """Whether the page ends in the middle of a block too, and blocks that begin with the tail do not fit."""
    every = Counter(label.field for label in (*tail, *rest) if label.field in CORE)
    return set(every) == CORE and len(set(every.values())) > 1 and _ask_in_turn(rest)


def _ask_in_turn(labels: Sequence[Label]) -> bool:
    """Whether the labels ask for the same in the same turn again and again, the last time cut or whole."""
    fields = [label.field for label in labels if label.field in CORE]
    turn = len(set(fields))
    return turn > 3 and all(field is fields[n % turn] for n, field in enumerate(fields))


def _blocks_in_turn(labels: Sequence[Label]) -> list[Block]:
    """Put labels into blocks: a field that comes again begins another block, below or beside the first."""
    done: list[Block] = []
    open_columns: list[tuple[float, Block]] = []
    for line in _label_lines(labels):
        edges = _repeated_edges(line)
        if len(edges) > len(open_columns) and len(edges) > 1:
            open_columns = _opened_columns(open_columns, edges, line)
            done.extend(block for _, block in open_columns if block not in done)
        if not open_columns:
            open_columns = [(float("-inf"), Block())]
            done.append(open_columns[0][1])
        for label in line:
            index = max(
                (i for i, (x, _) in enumerate(open_columns) if label.box[0] >= x - _CENTRED_PT), default=0
            )
            block = open_columns[index][1]
            if label.field in block.labels or _is_far_below(block, label):
                block = _begun_again(block, label)
                open_columns[index] = (open_columns[index][0], block)
                done.append(block)
            block.labels.setdefault(label.field, label)
    return done


def _halves_joined(blocks: list[Block]) -> tuple[list[Block], list[Label]]:
    """Join a block that a chance label cut in two; return the blocks and the labels that were none.

    The halves are told by what they lack: the upper one all that the lower one asks for, but for the
    one field whose label came again in the middle of a value or on a label's second line.
    """
    joined_blocks: list[Block] = []
    chance: list[Label] = []
    for block in blocks:
        upper = joined_blocks[-1] if joined_blocks else None
        both = upper.fields & block.fields if upper else set()
        if upper is not None and len(both) == 1 and _complete_each_other(upper, block):
            again = block.labels.pop(both.pop())
            chance.append(again)
            for label in block.labels.values():
                upper.labels.setdefault(label.field, label)
        else:
            joined_blocks.append(block)
    return joined_blocks, chance


def _complete_each_other(upper: Block, lower: Block) -> bool:
    together = upper.fields | lower.fields
    below = lower.box[3] < upper.box[1] + 4 and lower.box[0] < upper.box[2] + 200
    return below and together == CORE and len(upper.fields) < 6 and len(lower.fields) < 6


def _label_lines(labels: Sequence[Label]) -> list[list[Label]]:
    lines: list[list[Label]] = []
    for label in sorted(labels, key=lambda x: (-x.middle_y, x.box[0])):
        if label.field is LabelField.OTHER:
            continue
        if lines and abs(lines[-1][0].middle_y - label.middle_y) < 5:
            lines[-1].append(label)
        else:
            lines.append([label])
    for line in lines:
        line.sort(key=lambda x: x.box[0])
    return lines


def _repeated_edges(line: list[Label]) -> list[float]:
    """Return the left edges of a field that stands several times on the line: blocks side by side.

    Where a block is two labels wide, the leftmost field tells where each block begins.
    """
    edges = [[x.box[0] for x in line if x.field is wanted] for wanted in {x.field for x in line}]
    best = max(edges, key=lambda e: (len(e), -e[0]))
    return best if len(best) > 1 else [line[0].box[0]]


def _opened_columns(
    before: list[tuple[float, Block]], edges: list[float], line: list[Label]
) -> list[tuple[float, Block]]:
    """Begin one block a column; a single block begun above (a shared label) stays the first column's."""
    columns = [(edge, Block()) for edge in edges]
    columns[0] = (float("-inf"), columns[0][1])
    if len(before) == 1 and not before[0][1].is_one and not any(x.field in before[0][1].labels for x in line):
        columns[0] = (float("-inf"), before[0][1])
    return columns


def _is_far_below(block: Block, label: Label) -> bool:
    return bool(block.labels) and block.box[1] - label.box[3] > _BLOCK_GAP_PT


def _begun_again(block: Block, label: Label) -> Block:
    return Block({label.field: label} if block.labels else {})
