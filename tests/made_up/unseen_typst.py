"""Copies of the set "unseen" by typst, which prints every script: grids, cards, dots, labels at the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import typst
from made_up.labels import MadeDocument
from made_up.pact_text import Rank, short_pact
from made_up.unseen_pen import scribble, scribble_png
from made_up.unseen_signing import FIELDS, ROLES, Printed, Signing, draw_printed, draw_signing, signed_label

TYPST_MARKS = (
    "glyph_cross",
    "glyph_tick",
    "ring",
    "struck",
    "strong",
    "marker",
    "alone",
    "drawn_box",
    "semicolon",
)
TYPST_FACES = ("Libertinus Serif", "DejaVu Sans Mono")
HEAD = """#set page(paper: "{paper}", margin: 2.2cm, numbering: "1 / 1")
#set text(font: "{face}", size: {size}pt)
"""
CARD = "[#block(stroke: .8pt, radius: 5pt, inset: 9pt, width: 100%, breakable: false)[{}]],"


def typst_copy(rng: Random) -> MadeDocument:
    """Return a copy by typst with one block."""
    face, layout = rng.choice(TYPST_FACES), rng.choice(tuple(LAYOUTS))
    signing = draw_signing(rng, TYPST_MARKS, "", ("picture", "vector", "typed", ""))
    data = _compiled([signing], layout, face, rng)
    return MadeDocument("pact.pdf", data, signed_label([signing], "typst", layout, font=face))


def typst_pair(rng: Random) -> MadeDocument:
    """Return a copy with two cards beside each other."""
    signing = draw_signing(rng, ("glyph_cross", "ring", "struck", "strong"), "", ("picture", "vector"))
    other = draw_signing(rng, (signing.mark,), "", ("picture", "vector"))
    assert signing.who
    assert other.who
    other = replace(other, who=replace(other.who, organisation=signing.who.organisation))
    data = _compiled([signing, other], "cards", "Libertinus Serif", rng)
    return MadeDocument("pact.pdf", data, signed_label([signing, other], "typst_pair", "cards"))


def ruled_grid(signing: Signing, printed: Printed) -> str:
    """Set label and value with a hair line under each value."""
    cells = "".join(
        f"[{_text(printed.labels[field])}], "
        f"grid.cell(stroke: (bottom: .4pt))[{_value(signing, printed, field)}],\n"
        for field in FIELDS
    )
    return f"#grid(columns: (32%, 1fr), row-gutter: 11pt, inset: (bottom: 4pt),\n{cells})"


def right_labels(signing: Signing, printed: Printed) -> str:
    """Set labels flush right in small capitals before a thick line, values to the right of it."""
    cells = "".join(
        f"align(right)[#smallcaps[{_text(printed.labels[field])}]], [{_value(signing, printed, field)}],\n"
        for field in FIELDS
    )
    return (
        "#table(columns: (38%, 1fr), inset: 7pt, "
        f"stroke: (x, y) => if x == 1 {{ (left: 1.5pt + rgb(0, 90, 140)) }},\n{cells})"
    )


def one_cell_each(signing: Signing, printed: Printed) -> str:
    """Set a table of one column: label and value are two paragraphs of one cell."""
    cells = "".join(
        f"[#text(size: .75em, fill: luma(90))[{_text(printed.labels[field])}]\\ "
        f"{_value(signing, printed, field)}],\n"
        for field in FIELDS
    )
    return f"#table(columns: 1fr, inset: 8pt, stroke: .6pt,\n{cells})"


def two_by_three(signing: Signing, printed: Printed) -> str:
    """Set the labels in bold above the values, two fields to a row."""
    cells = "".join(
        f"[*{_text(printed.labels[field])}* \\ {_value(signing, printed, field)}],\n" for field in FIELDS
    )
    return f"#grid(columns: (1fr, 1fr), gutter: 16pt,\n{cells})"


def dots_after(signing: Signing, printed: Printed) -> str:
    """Set label, value, and dots to the end of the line."""
    return "\n\n".join(
        f"{_text(printed.labels[field])} #h(6pt) "
        f"{_value(signing, printed, field)} #box(width: 1fr, repeat[.])"
        for field in FIELDS
    )


def framed(signing: Signing, printed: Printed) -> str:
    """Set a table that opens with a title row and numbers its fields in a narrow column."""
    cells = "".join(
        f"[{number}], [{_text(printed.labels[field])}], [{_value(signing, printed, field)}],\n"
        for number, field in enumerate(FIELDS, 1)
    )
    return (
        "#table(columns: (auto, 30%, 1fr), stroke: .5pt, inset: 6pt, "
        f"table.cell(colspan: 3, fill: luma(230))[Signature of the organisation],\n{cells})"
    )


LAYOUTS: dict[str, Callable[[Signing, Printed], str]] = {
    "ruled_grid": ruled_grid,
    "right_labels": right_labels,
    "one_cell_each": one_cell_each,
    "two_by_three": two_by_three,
    "dots_after": dots_after,
    "framed": framed,
}


def compiled(source: str) -> bytes:
    """Return a PDF set in the faces that typst carries with it."""
    return typst.compile(source.encode(), format="pdf", ignore_system_fonts=True, timestamp=1_700_000_000)


def quoted(text: str) -> str:
    """Return a text as typst sets it literally."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def ink(signing: Signing) -> str:
    """Return a drawn signature, as a picture or as a line of points."""
    assert signing.who
    if signing.signature == "picture":
        numbers = ",".join(map(str, scribble_png(signing.who.name)))
        return f"#image(bytes(({numbers})), height: 30pt)"
    points = [f"({left * 110:.1f}pt, {(1 - low) * 32:.1f}pt)" for left, low in scribble(signing.who.name)]
    lines = ", ".join(f"curve.line({point})" for point in points[1:])
    return f"#box(height: 34pt, curve(stroke: 1.1pt + rgb(10, 20, 110), curve.move({points[0]}), {lines}))"


_text = quoted


def _compiled(signings: Sequence[Signing], layout: str, face: str, rng: Random) -> bytes:
    printed = draw_printed(rng, "", bilingual=0.5, short=layout == "cards")
    parts = [HEAD.format(paper=rng.choice(("a4", "us-letter")), face=face, size=rng.choice((9.5, 10.5, 11)))]
    for line in short_pact(rng, rng.choice((25, 45))):
        heading = line.rank in (Rank.HEADING, Rank.SUBHEADING)
        parts.append(f"#strong[{_text(line.numbered)}]" if heading else _text(line.numbered))
    if rng.random() < 0.5:
        parts.append("#pagebreak(weak: true)")
    parts += [f"#v(8pt)\n*{_text(printed.heading)}*", f"#text(size: .85em)[{_text(printed.above)}]"]
    if layout == "cards":
        cards = "".join(CARD.format(_stacked(signing, printed)) for signing in signings)
        parts.append(f"#grid(columns: (1fr, 1fr), gutter: 10pt, {cards})")
    else:
        parts.append(LAYOUTS[layout](signings[0], printed))
    parts.append(f"#text(size: .8em)[{_text(printed.below)}]")
    return compiled("\n\n".join(parts))


def _stacked(signing: Signing, printed: Printed) -> str:
    """Set each label in italics on a line of its own and the value below it."""
    return "\n\n".join(
        f"#emph[{_text(printed.labels[field])}] \\ {_value(signing, printed, field)}" for field in FIELDS
    )


def _value(signing: Signing, printed: Printed, field: str) -> str:
    if field == "participation_type":
        return _roles(signing, printed)
    if field != "signature" or signing.signature in ("", "typed"):
        return _text(signing.value(field)) + ("#v(24pt)" if field == "signature" else "")
    return ink(signing)


def _roles(signing: Signing, printed: Printed) -> str:
    mark = signing.mark
    if mark == "alone" and signing.marked:
        return _text(printed.options[signing.marked[0]])
    between = {"glyph_cross": " \\ ", "glyph_tick": " #h(10pt) ", "drawn_box": " \\ ", "semicolon": "; "}.get(
        mark, " / "
    )
    return between.join(_role(signing, printed, role) for role in ROLES)


def _role(signing: Signing, printed: Printed, role: str) -> str:
    mark, is_marked, text = signing.mark, role in signing.marked, _text(printed.options[role])
    if mark in ("glyph_cross", "glyph_tick"):
        glyph = ("☒" if mark == "glyph_cross" else "☑") if is_marked else "☐"
        return f'#text(font: "DejaVu Sans Mono")[{glyph}] {text}'
    if mark == "drawn_box":
        inner = (
            "#place(line(start: (0pt, 0pt), end: (8pt, 8pt)))#place(line(start: (8pt, 0pt), end: (0pt, 8pt)))"
        )
        return f"#box(width: 8pt, height: 8pt, stroke: .6pt)[{inner if is_marked else ''}] {text}"
    if mark == "struck":
        return f"#strike[{text}]" if signing.marked and not is_marked else text
    if mark == "semicolon":
        return f"{text}: {'yes' if is_marked else 'no'}"
    around = {
        "ring": "#box(stroke: 1pt + blue, radius: 6pt, outset: 3pt)[{}]",
        "strong": "#strong[{}]",
        "marker": "#highlight[{}]",
    }.get(mark, "{}")
    return around.format(text) if is_marked else text
