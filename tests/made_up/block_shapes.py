"""The shapes that a signature block is drawn in, and which of them belong to which set."""

from dataclasses import dataclass

from made_up.people import DEVELOPMENT


@dataclass(frozen=True, slots=True)
class Shape:
    """How a block is laid out. ``label_share`` is the label's part of the width; 0 puts the value
    right behind the label, ``beside`` false puts it below. ``rules``: none, grid, cells, rows, box, zebra.
    ``leader`` is typed behind the value, or all along an empty line. ``align`` is the label's:
    left, right or centre. ``pieces``: values are written whole, by "words" or in "halves".
    """

    label_share: float = 0.32
    beside: bool = True
    suffix: str = ""
    rules: str = "none"
    leader: str = ""
    columns: int = 1
    align: str = "left"
    values_last: bool = False
    pieces: str = ""


SHAPES: dict[str, Shape] = {
    "grid": Shape(rules="grid"),
    "borderless": Shape(),
    "colon": Shape(label_share=0, suffix=":"),
    "plain": Shape(label_share=0),
    "tabbed": Shape(label_share=0.4, suffix=":"),
    "above": Shape(beside=False),
    "dotted": Shape(suffix=":", leader="."),
    "grid_two_columns": Shape(rules="grid", columns=2),
    "filled_afterwards": Shape(rules="grid", values_last=True),
    "centred_labels": Shape(align="centre"),
    "in_halves": Shape(rules="grid", pieces="halves"),
    "cards": Shape(beside=False, rules="cells", columns=2),
    "row_rules": Shape(rules="rows"),
    "underscored": Shape(label_share=0.3, suffix=":", leader="_"),
    "boxed": Shape(beside=False, rules="box"),
    "two_columns": Shape(columns=2, suffix=":", label_share=0.4),
    "right_labels": Shape(align="right"),
    "zebra": Shape(rules="zebra"),
    "lines_filled_afterwards": Shape(rules="rows", suffix=":", values_last=True),
    "word_by_word": Shape(rules="grid", pieces="words"),
}
DEVELOPMENT_SHAPES = (
    "grid",
    "borderless",
    "colon",
    "plain",
    "tabbed",
    "above",
    "dotted",
    "grid_two_columns",
    "filled_afterwards",
    "centred_labels",
    "in_halves",
    "cards",
)
HELD_OUT_SHAPES = tuple(name for name in SHAPES if name not in DEVELOPMENT_SHAPES)


def shapes_of(set_name: str) -> tuple[str, ...]:
    """Return the names of the layouts of a set; the sets share none."""
    return DEVELOPMENT_SHAPES if set_name == DEVELOPMENT else HELD_OUT_SHAPES
