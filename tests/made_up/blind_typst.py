"""Copies of the set BLIND by typst, set as a designer with a page-making program would set them."""

from collections.abc import Callable
from random import Random

import typst
from made_up.blind_blocks import TYPED, Filled
from made_up.blind_faces import typst_faces
from made_up.blind_marks import Piece
from made_up.blind_pictures import logo_png, signature_png, stamp_png, strokes
from made_up.blind_texts import OFFICE_TITLE, Around
from made_up.copies_typst import MADE, quoted
from made_up.pact_text import TITLE, Rank

Row = tuple[str, str]


def typst_copy(filled: Filled, layout: str, around: Around, face: str, rng: Random) -> bytes:
    """Return a PDF of the surroundings with the block in them; ``layout`` is a key of LAYOUTS."""
    head = quoted(around.running_head or TITLE)
    number = 'context [#counter(page).display("1 of 1", both: true)]'
    header, footer = f"[#text(8pt)[{head} #h(1fr)]]", f"align(right, text(8pt, {number}))"
    block = f"{quoted(around.before)} #v(6pt) {LAYOUTS[layout](_rows(filled, rng))}"
    parts = [
        f'#set page(paper: "a4", margin: (x: 2.6cm, y: 2.8cm), header: {header}, footer: {footer})',
        f'#set text(font: "{face}", size: {rng.choice((9.5, 10, 11))}pt, lang: "en", hyphenate: false)',
        _picture(logo_png(around.logo), 80) if around.logo else "",
        f"#place(top + right)[{_picture(stamp_png(around.stamp), 60)}]" if around.stamp else "",
        *(_line(line) for line in around.lines),
        "#pagebreak()" if around.own_page else "",
        f"#block(breakable: false, width: 100%)[{block}]",
        "#v(10pt)",
        *(quoted(text) for text in around.after),
        _office(around) if around.office else "",
    ]
    return compiled("\n\n".join(parts))


def compiled(source: str) -> bytes:
    """Return the PDF of a typst source in the faces of this set."""
    made = typst.compile(source.encode(), font_paths=typst_faces(), format="pdf", timestamp=MADE)
    assert isinstance(made, bytes)
    return made


def signature(filled: Filled, rng: Random) -> str:
    """Return what stands where one signs, as typst source."""
    style, seed = filled.signature, rng.randrange(9)
    if style.startswith("picture"):
        return _picture(signature_png(seed, white=style == "picture_white"), 120)
    if style == "ink":
        return _ink(seed)
    if style in TYPED:
        words = quoted(TYPED[style].format(name=filled.name))
        return f'#text(style: "italic", size: 1.4em)[{words}]' if style == "script" else words
    return "#box(width: 5cm, line(length: 5cm, stroke: 0.5pt))" if style == "line" else "#v(26pt)"


def _rows(filled: Filled, rng: Random) -> list[Row]:
    labels = filled.labels
    address = f" \\ #text(size: 0.85em)[{quoted(filled.address)}]" if filled.address else ""
    chosen = " \\ ".join("".join(map(_piece, line)) for line in filled.choice)
    return [
        (quoted(labels.organisation), quoted(filled.organisation) + address),
        (quoted(labels.name), quoted(filled.name)),
        (quoted(labels.title), quoted(filled.title)),
        (quoted(labels.role), chosen),
        (quoted(labels.date), quoted(filled.date)),
        (quoted(labels.signature), signature(filled, rng)),
    ]


def _piece(piece: Piece) -> str:
    made = quoted(piece.text)
    made = f"#strong[{made}]" if piece.bold else made
    made = f"#strike[{made}]" if piece.strike else made
    made = f"#underline[{made}]" if piece.underline else made
    made = f"#box(stroke: 0.9pt + blue, outset: 2.5pt)[{made}]" if piece.frame else made
    return f"#text(fill: luma(145))[{made}]" if piece.grey else made


def _ink(seed: int) -> str:
    moves = []
    for stroke in strokes(Random(seed), width=116, height=34):
        points = [f"({x:.2f}pt, {34 - y:.2f}pt)" for x, y in stroke]
        moves.append(f"curve.move({points[0]})")
        moves += [f"curve.line({point})" for point in points[1:]]
    return f"#box(curve(stroke: 1.1pt + rgb(10, 30, 120), {', '.join(moves)}))"


def _picture(data: bytes, width: float) -> str:
    return f"#box(image(bytes(({', '.join(map(str, data))})), width: {width}pt))"


def _line(line) -> str:
    if line.rank is Rank.HEADING:
        return f'#text(size: 1.5em, fill: rgb(20, 80, 70), weight: "bold")[{quoted(line.text)}]'
    if line.rank is Rank.SUBHEADING:
        return f'#text(size: 1.15em, weight: "bold")[{quoted(line.text)}]'
    indent = {Rank.POINT: 12, Rank.ITEM: 26}.get(line.rank, 0)
    return f"#pad(left: {indent}pt)[{quoted(line.numbered)}]"


def _office(around: Around) -> str:
    cells = ", ".join(f"[{quoted(label)}], [{quoted(value)}]" for label, value in around.office)
    table = f"#table(columns: (3cm, 6cm), stroke: 0.4pt + gray, fill: luma(240), {cells})"
    return f"#block(breakable: false)[#text(size: 0.85em)[#strong[{quoted(OFFICE_TITLE)}] \\ {table}]]"


def _small_capitals(found: list[Row]) -> str:
    cells = ", ".join(f"[#text(size: 0.8em, tracking: 0.6pt)[#upper[{a}]]], [{b}]" for a, b in found)
    return f"#grid(columns: (4.6cm, 1fr), row-gutter: 11pt, {cells})"


def _tab_stops(found: list[Row]) -> str:
    stops = (4.2, 4.2, 5.1, 6.4, 4.2, 5.1)
    lines = [
        f'#grid(columns: ({stop}cm, 1fr), [{label}#":"], [{value}])'
        for stop, (label, value) in zip(stops, found, strict=True)
    ]
    return "#v(4pt)\n".join(lines)


def _bold_and_italic(found: list[Row]) -> str:
    return "\n\n".join(f'#strong[{a}#":"] #h(8pt) #emph[{b}]' for a, b in found)


def _caption_below(found: list[Row]) -> str:
    rule, caption = "#v(-7pt) #line(length: 100%, stroke: 0.4pt) #v(-8pt)", "#text(7pt, luma(110))[{a}]"
    one = f"#block(spacing: 15pt, width: 11cm)[{{b}} {rule} {caption}]"
    return "\n".join(one.replace("{a}", a).replace("{b}", b) for a, b in found)


def _side_by_side(found: list[Row]) -> str:
    cells = [f"[#text(0.8em)[#strong[{a}]] \\ {b}]" for a, b in found]
    left, right = (f"stack(spacing: 12pt, {', '.join(half)})" for half in (cells[:3], cells[3:]))
    return f"#grid(columns: (1fr, 1fr), column-gutter: 24pt, {left}, {right})"


def _one_frame(found: list[Row]) -> str:
    lines = "\n\n".join(f"{a}: {b}" for a, b in found)
    return f"#rect(width: 100%, inset: 12pt, radius: 5pt, stroke: 0.7pt + rgb(20, 80, 70))[{lines}]"


def _below_a_band(found: list[Row]) -> str:
    cells = ", ".join(f"[{a}], [{b}]" for a, b in found)
    head = "table.cell(colspan: 2, fill: rgb(20, 80, 70))[#text(fill: white)[*Signatory*]]"
    return f"#table(columns: (1fr, 2fr), stroke: (x: none, y: 0.4pt), inset: 7pt, {head}, {cells})"


def _transposed(found: list[Row]) -> str:
    widths = "columns: (1.2fr, 1fr, 1.1fr, 1.3fr, 0.9fr, 125pt)"
    head, body = (", ".join(f"[{row[at]}]" for row in found) for at in (0, 1))
    return f"#text(size: 7.5pt)[#table({widths}, inset: 4pt, {head}, {body})]"


LAYOUTS: dict[str, Callable[[list[Row]], str]] = {
    "typst_small_capitals": _small_capitals,
    "typst_tab_stops": _tab_stops,
    "typst_bold_and_italic": _bold_and_italic,
    "typst_caption_below": _caption_below,
    "typst_side_by_side": _side_by_side,
    "typst_one_frame": _one_frame,
    "typst_below_a_band": _below_a_band,
    "typst_transposed": _transposed,
}
