"""Signed copies set by typst: every script, real typesetting, tags and ligatures as Word makes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

import typst
from made_up.copies_drawn import ANNEX
from made_up.pact_text import SIGNED, Line, Rank
from made_up.people import DEVELOPMENT
from made_up.scribbles import scribble, scribble_picture
from made_up.signature_blocks import CIRCLE, HIGHLIGHT, STRIKE, UNDERLINE, Block, Segment

DEVELOPMENT_FACES = ("Libertinus Serif",)
HELD_OUT_FACES = ("New Computer Modern", "DejaVu Sans Mono")
SIGNS = {
    "tick": "✓",
    "box": "☐",
    "box_crossed": "☒",
    "box_ticked": "☑",
    "drawn_box": "□",
    "drawn_box_crossed": "■",
    "drawn_box_ticked": "☑",
    "drawn_dot": "○",
    "drawn_dot_full": "●",
    "drawn_tick": "✔",
}
MADE = 1623628800
"""Time of making, the same for all: 14 June 2021."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a copy is set: ``own_page`` puts the block on a page of its own, ``annex`` adds one behind it."""

    face: str
    size_pt: float = 11
    own_page: bool = False
    annex: bool = False
    side_by_side: bool = False


def typst_copy(
    blocks: Sequence[Block], layout: str, setting: Setting, lines: Sequence[Line], rng: Random
) -> bytes:
    """Return a PDF of the lines with the blocks behind them; ``layout`` is a key of LAYOUTS."""
    shown = [LAYOUTS[layout](rows(block, rng)) for block in blocks]
    together = f"#grid(columns: 2, gutter: 12pt, {', '.join(f'[{s}]' for s in shown)})"
    preamble = (
        '#set page(paper: "a4", margin: 2.4cm, numbering: "1 / 1")',
        f'#set text(font: "{setting.face}", size: {setting.size_pt}pt, lang: "en")',
        f"#set par(justify: {_flag(rng.random() < 0.5)})",
    )
    parts = [
        *preamble,
        *(_line(line) for line in lines),
        "#pagebreak()" if setting.own_page else "",
        # What people fill in is neither spread over the line nor hyphenated.
        "#set par(justify: false)\n#set text(hyphenate: false)",
        f"#block(breakable: false)[{quoted(SIGNED)}\n\n" if not blocks[1:] else quoted(SIGNED),
        together if setting.side_by_side else "\n#v(14pt)\n".join(shown),
        "]" if not blocks[1:] else "",
        "#pagebreak()\n" + "\n\n".join(quoted(text) for text in ANNEX) if setting.annex else "",
    ]
    return compiled("\n\n".join(parts))


def compiled(source: str) -> bytes:
    """Return the PDF of a typst source, with no face but those that typst carries with it."""
    made = typst.compile(source.encode(), font_paths=_faces(), format="pdf", timestamp=MADE)
    assert isinstance(made, bytes)
    return made


Row = tuple[str, str]
"""Label and value, both as typst source."""


def rows(block: Block, rng: Random) -> list[Row]:
    """Return the six rows of a block in the order of the Pact."""
    texts = [(quoted(label), quoted(value)) for label, value in block.texts]
    words = block.words
    choice = " ".join(_segment(segment) for segment in block.segments)
    kind = (quoted(words.participation_type), choice)
    return [*texts[:3], kind, texts[3], (quoted(words.signature), _signature(block, rng))]


def layouts_of(set_name: str) -> tuple[str, ...]:
    """Return the names of the layouts of a set; the sets share none."""
    return (
        DEVELOPMENT_LAYOUTS
        if set_name == DEVELOPMENT
        else tuple(name for name in LAYOUTS if name not in DEVELOPMENT_LAYOUTS)
    )


def _table(options: str) -> Callable[[list[Row]], str]:
    def made(found: list[Row]) -> str:
        cells = ", ".join(f"[{label}], [{value}]" for label, value in found)
        return f"#table({options}, {cells})"

    return made


def _each(pattern: str) -> Callable[[list[Row]], str]:
    return lambda found: "\n\n".join(pattern.replace("LABEL", a).replace("VALUE", b) for a, b in found)


def _two_columns(found: list[Row]) -> str:
    cells = ", ".join(f"[{label}: ], [{value}]" for label, value in found)
    return f"#grid(columns: (auto, 1fr, auto, 1fr), gutter: 10pt, {cells})"


def _cards(found: list[Row]) -> str:
    cells = ", ".join(f"[#text(size: 0.8em)[{label}] \\ {value}]" for label, value in found)
    return f"#table(columns: (1fr, 1fr), inset: 7pt, {cells})"


def _boxes(found: list[Row]) -> str:
    one = "#rect(width: 100%, inset: 5pt)[#text(size: 0.75em)[LABEL] \\ VALUE]"
    return "\n".join(one.replace("LABEL", label).replace("VALUE", value) for label, value in found)


LAYOUTS: dict[str, Callable[[list[Row]], str]] = {
    "typst_grid": _table("columns: (1fr, 2fr)"),
    "typst_borderless": _table("columns: (auto, 1fr), stroke: none"),
    "typst_colon": _each("LABEL: VALUE"),
    "typst_above": _each("*LABEL* \\ VALUE"),
    "typst_centred": _table("columns: (auto, 1fr), stroke: none, align: (center, left)"),
    "typst_hanging": _each("#par(hanging-indent: 1.4cm)[LABEL: VALUE]"),
    "typst_hanging_plain": _each("#par(hanging-indent: 0.7cm)[#emph[LABEL] VALUE]"),
    "typst_dash": _each("LABEL – VALUE"),
    "typst_cards": _cards,
    "typst_row_rules": _table("columns: (auto, 1fr), stroke: (x: none, y: 0.5pt)"),
    "typst_right_labels": _table("columns: (auto, 1fr), stroke: none, align: (right, left)"),
    "typst_leader": _each("LABEL #box(width: 1.2cm, repeat[.]) VALUE"),
    "typst_terms": _each("/ LABEL: VALUE"),
    "typst_two_columns": _two_columns,
    "typst_boxes": _boxes,
}
DEVELOPMENT_LAYOUTS = (
    "typst_grid",
    "typst_borderless",
    "typst_colon",
    "typst_above",
    "typst_centred",
    "typst_hanging",
    "typst_hanging_plain",
    "typst_dash",
    "typst_cards",
)


def _line(line: Line) -> str:
    if line.rank is Rank.HEADING:
        return f"#heading(level: 1)[{quoted(line.text)}]"
    if line.rank is Rank.SUBHEADING:
        return f"#heading(level: 2)[{quoted(line.text)}]"
    indent = {Rank.POINT: 14, Rank.ITEM: 30}.get(line.rank, 0)
    return f"#pad(left: {indent}pt)[{quoted(line.numbered)}]"


def _segment(segment: Segment) -> str:
    if segment.sign:
        return quoted(SIGNS[segment.sign])
    text = quoted(segment.text)
    if segment.bold:
        return f"#strong[{text}]"
    over = {
        "": text,
        STRIKE: f"#strike[{text}]",
        UNDERLINE: f"#underline[{text}]",
        HIGHLIGHT: f"#highlight[{text}]",
        CIRCLE: f"#box(stroke: 0.8pt, radius: 7pt, outset: 3pt)[{text}]",
    }
    return over[segment.over]


def _signature(block: Block, rng: Random) -> str:
    name = block.applicant.name if block.applicant else ""
    style = block.signature_style
    if style in ("typed", "typed_slashes"):
        return quoted(name if style == "typed" else f"/s/ {name}")
    if style == "script_face":
        return f'#text(font: "New Computer Modern", style: "italic", size: 1.5em)[{quoted(name)}]'
    if style == "vector":
        points = scribble(rng, width=120, height=34)
        moves = ", ".join(f"curve.line(({x:.2f}pt, {34 - y:.2f}pt))" for x, y in points[1:])
        start = f"curve.move(({points[0][0]:.2f}pt, {34 - points[0][1]:.2f}pt))"
        return f"#box(curve(stroke: 1.2pt, {start}, {moves}))"
    if style.startswith("picture"):
        data = scribble_picture(rng.randrange(12), white=style == "picture_white")
        return f"#box(image(bytes(({', '.join(map(str, data))})), width: 120pt))"
    return "#v(28pt)"


def quoted(text: str) -> str:
    """Return text as a typst string in markup, so that no letter of it is taken for markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


def _flag(value: bool) -> str:
    return "true" if value else "false"


@cache
def _faces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)
