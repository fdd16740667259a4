"""Free letters drawn line by line with a Pen: letterheads, address windows, side columns, feet."""

from collections.abc import Callable, Sequence
from random import Random

from made_up.block_layouts import wrapped
from made_up.free_letters import FreeLetter, Signer
from made_up.labels import MadeDocument
from made_up.pens import FpdfPen, Pen, ReportlabPen
from made_up.people import DEVELOPMENT
from made_up.scribbles import scribble, scribble_picture

LEFT, SIDE, LEADING = 71.0, 140.0, 1.32


def drawn_free_letter(letter: FreeLetter, producer: str, layout: str, face: str, rng: Random) -> MadeDocument:
    """Return the letter as a PDF by "reportlab" or "fpdf"; ``layout`` is a key of LAYOUTS."""
    pen: Pen = ReportlabPen(face) if producer == "reportlab" else FpdfPen(face)
    paper = Paper(pen, rng.choice((10.0, 10.5, 11.0)), rng)
    LAYOUTS[layout](paper, letter)
    label = letter.label(family=f"free_{letter.language}", layout=f"{producer}_{layout}", font=face)
    return MadeDocument("letter.pdf", pen.finish(), label)


def layouts_of(set_name: str) -> tuple[str, ...]:
    """Return the layouts of a set; the two share none."""
    others = tuple(name for name in LAYOUTS if name not in DEVELOPMENT_LAYOUTS)
    return DEVELOPMENT_LAYOUTS if set_name == DEVELOPMENT else others


class Paper:
    """One sheet that fills from the top down; ``x`` and ``width`` are the text column's."""

    def __init__(self, pen: Pen, size: float, rng: Random) -> None:
        self.pen, self.size, self.rng = pen, size, rng
        self.x, self.width, self.y = LEFT, pen.width - 2 * LEFT, pen.height - 60

    def put(self, text: str, *, size: float = 0, bold: bool = False, align: str = "left") -> None:
        """Write a paragraph, broken where the column ends."""
        size = size or self.size
        for words in wrapped(self.pen, text, self.width * 0.98, size):
            wide = self.pen.text_width(words, size=size, bold=bold)
            x = self.x + {"left": 0, "right": self.width - wide, "centre": (self.width - wide) / 2}[align]
            self.pen.text(x, self.y, words, size=size, bold=bold)
            self.y -= size * LEADING

    def gap(self, lines: float = 1) -> None:
        """Leave so many lines free."""
        self.y -= lines * self.size * LEADING

    def column(self, x: float, y: float, width: float, lines: Sequence[str], *, size: float) -> float:
        """Write lines into a column of their own and return where it ends."""
        for line in lines:
            for words in wrapped(self.pen, line, width, size):
                self.pen.text(x, y, words, size=size)
                y -= size * LEADING
        return y


def classic(paper: Paper, letter: FreeLetter) -> None:
    """The name large at the top left, everything below each other."""
    paper.put(letter.organisation, size=15, bold=True)
    for line in (letter.slogan, letter.street, f"{letter.phone} | {letter.web}"):
        if line:
            paper.put(line, size=8.5)
    paper.gap(1.5)
    _addressed(paper, letter)
    _dated(paper, letter, paper.rng.choice(("left", "right")))
    _text(paper, letter)
    _foot(paper, letter, with_name=False)


def window(paper: Paper, letter: FreeLetter) -> None:
    """An address window with the sender in one small line above, the rest in a column at its right."""
    top = paper.pen.height - 130
    logo = letter.organisation if paper.rng.random() < 0.6 else ""
    if logo:
        paper.column(330, paper.pen.height - 60, 220, [logo], size=13)
    paper.pen.text(LEFT, top, f"{letter.organisation} · {letter.street}"[:96], size=6.5)
    paper.column(LEFT, top - 18, 230, letter.addressee, size=paper.size)
    rows = letter.references or ((), ())
    beside = [line for row in rows for line in row] or [letter.phone, letter.web]
    paper.column(380, top, 150, beside, size=8)
    paper.y = top - 130
    if letter.date:
        paper.put(letter.date, align="right")
        paper.gap()
    _text(paper, letter)
    _foot(paper, letter, with_name=True)


def side_column(paper: Paper, letter: FreeLetter) -> None:
    """A narrow column at the right with address, references and numbers beside the text."""
    right = paper.pen.width - SIDE - 30
    paper.width = right - LEFT - 24
    rows = [line for row in letter.references for line in (f"{row[0]}:", row[1], " ")]
    side = [*_broken_street(letter), letter.phone, letter.web, letter.register, " ", *rows]
    paper.column(right, paper.pen.height - 60, SIDE, [letter.organisation], size=10)
    paper.column(right, paper.pen.height - 110, SIDE, side, size=7.5)
    paper.y = paper.pen.height - 120
    paper.column(LEFT, paper.y, 230, letter.addressee, size=paper.size)
    paper.gap(7)
    if letter.date:
        paper.put(letter.date)
        paper.gap()
    _text(paper, letter)


def centred(paper: Paper, letter: FreeLetter) -> None:
    """Everything of the head in the middle, above a line."""
    paper.put(
        letter.organisation.upper() if paper.rng.random() < 0.2 else letter.organisation,
        size=14,
        bold=True,
        align="centre",
    )
    paper.put(f"{letter.street} – {letter.phone}", size=8, align="centre")
    paper.pen.line([(LEFT, paper.y + 4), (paper.pen.width - LEFT, paper.y + 4)])
    paper.gap(1.5)
    _dated(paper, letter, "right")
    _addressed(paper, letter)
    _text(paper, letter)


def sender_at_right(paper: Paper, letter: FreeLetter) -> None:
    """The sender's lines at the right, the addressee's at the left below, as the British have it."""
    width, x = paper.width, paper.x
    paper.x, paper.width = 340, 200
    for line in (letter.organisation, *_broken_street(letter), letter.phone):
        paper.put(line)
    paper.gap()
    if letter.date:
        paper.put(letter.date)
    paper.x, paper.width = x, width
    paper.gap()
    _addressed(paper, letter)
    _rows(paper, letter)
    _text(paper, letter)


def foot_only(paper: Paper, letter: FreeLetter) -> None:
    """No letterhead: the name stands in small print at the foot, and below the signature."""
    paper.gap(2)
    _addressed(paper, letter)
    _dated(paper, letter, "left")
    _text(paper, letter, once_more=True)
    _foot(paper, letter, with_name=True)


def side_column_left(paper: Paper, letter: FreeLetter) -> None:
    """The narrow column stands at the left, the name above the text."""
    paper.x, paper.width = 196, paper.pen.width - 196 - 50
    paper.put(letter.organisation, size=16)
    rows = [line for row in letter.references for line in (row[0], row[1])]
    side = [*_broken_street(letter), letter.phone, letter.web, letter.register, *rows]
    paper.column(40, paper.pen.height - 130, 130, side, size=7.5)
    paper.gap(3)
    _addressed(paper, letter)
    if letter.date:
        paper.put(letter.date)
        paper.gap()
    _text(paper, letter)


def bare(paper: Paper, letter: FreeLetter) -> None:
    """A plain sheet: the name stands in the text and below the signature."""
    _dated(paper, letter, "left")
    _addressed(paper, letter)
    _text(paper, letter, once_more=True)


LAYOUTS: dict[str, Callable[[Paper, FreeLetter], None]] = {
    "classic": classic,
    "window": window,
    "side_column": side_column,
    "foot_only": foot_only,
    "centred": centred,
    "sender_at_right": sender_at_right,
    "side_column_left": side_column_left,
    "bare": bare,
}
DEVELOPMENT_LAYOUTS = ("classic", "window", "side_column", "foot_only")


def _broken_street(letter: FreeLetter) -> list[str]:
    return [part.strip() for part in letter.street.split(",")]


def _addressed(paper: Paper, letter: FreeLetter) -> None:
    for line in letter.addressee:
        paper.put(line)
    paper.gap()


def _dated(paper: Paper, letter: FreeLetter, align: str) -> None:
    if letter.date:
        paper.put(letter.date, align=align)
    _rows(paper, letter)
    paper.gap()


def _rows(paper: Paper, letter: FreeLetter) -> None:
    """References in a row of columns, or as lines with colons."""
    if not letter.references:
        return
    if paper.rng.random() < 0.5:
        for label, value in letter.references:
            paper.put(f"{label}: {value}", size=paper.size - 1)
    else:
        step, top = paper.width / len(letter.references), paper.y
        for place, row in enumerate(letter.references):
            end = paper.column(paper.x + place * step, top, step - 8, row, size=paper.size - 1.5)
            paper.y = min(paper.y, end)


def _text(paper: Paper, letter: FreeLetter, *, once_more: bool = False) -> None:
    paper.put(letter.subject, bold=True)
    paper.gap()
    paper.put(letter.greeting)
    for paragraph in letter.paragraphs:
        paper.gap(0.7)
        paper.put(paragraph)
    paper.gap()
    paper.put(letter.closing)
    if letter.behalf:
        paper.put(letter.behalf)
    _signed(paper, letter)
    if once_more and letter.shape != "organisation_last" and letter.organisation not in letter.behalf:
        paper.put(letter.organisation)
    if letter.below:
        paper.gap(1.5)
        for line in letter.below:
            paper.put(line, size=paper.size - 1.5)


def _signed(paper: Paper, letter: FreeLetter) -> None:
    beside = len(letter.signers) > 1 and paper.rng.random() < 0.7
    if not beside:
        for who in letter.signers:
            _mark(paper, letter, who, paper.x)
            for line in letter.lines_of(who):
                paper.put(line)
        return
    top, step = paper.y, paper.width / len(letter.signers)
    lowest = top
    for place, who in enumerate(letter.signers):
        paper.y = top
        _mark(paper, letter, who, paper.x + place * step)
        end = paper.column(paper.x + place * step, paper.y, step - 12, letter.lines_of(who), size=paper.size)
        lowest = min(lowest, end)
    paper.y = lowest


def _mark(paper: Paper, letter: FreeLetter, who: Signer, x: float) -> None:
    style, pen, rng = letter.signature, paper.pen, paper.rng
    paper.gap(0.6)
    if style.startswith("picture"):
        pen.picture(
            scribble_picture(rng.randrange(12), white=style == "picture_white"), x, paper.y - 24, 105, 32
        )
    elif style == "vector":
        curve = scribble(rng, width=100, height=30)
        pen.line([(x + a, paper.y - 24 + b) for a, b in curve], thickness=1.2)
    elif style == "typed":
        room = paper.width / max(len(letter.signers), 1) - 12
        wide = pen.text_width(f"/s/ {who.name}", size=paper.size)
        pen.text(x, paper.y, f"/s/ {who.name}", size=paper.size * min(1.0, room / wide))
        paper.gap(1.4)
        return
    paper.y -= 38


def _foot(paper: Paper, letter: FreeLetter, *, with_name: bool) -> None:
    name = f"{letter.organisation} | " if with_name else ""
    lines = [f"{name}{letter.street}", f"{letter.phone} | {letter.web} | {letter.register}"]
    paper.column(LEFT, 48, paper.pen.width - 2 * LEFT, lines, size=7)
