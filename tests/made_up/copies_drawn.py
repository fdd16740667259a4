"""Signed copies drawn line by line with a Pen: the pages of the pact, then its signature block."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from made_up.block_layouts import Frame, draw_on, height_on, wrapped
from made_up.pact_text import SIGNED, TITLE, Line, Rank, whole_pact
from made_up.pens import A4, FpdfPen, Pen, ReportlabPen
from made_up.signature_blocks import Block

SIDE_BY_SIDE, BELOW = "side_by_side", "below"


@dataclass(frozen=True, slots=True)
class Look:
    """How a copy looks apart from its block.

    ``size`` of letters and ``margin`` in points; ``own_page``: the block stands on a page of its
    own; ``behind``: paragraphs of a page that comes after it; ``two``: where a second block goes.
    """

    face: str = "helvetica"
    paper: tuple[float, float] = A4
    size: float = 11
    margin: float = 64
    own_page: bool = False
    behind: tuple[str, ...] = ()
    two: str = BELOW
    running_head: str = ""
    page_numbers: bool = True
    lines: tuple[Line, ...] = field(default_factory=whole_pact)


def draw_copy(producer: str, blocks: Sequence[Block], shape: str, look: Look, rng: Random) -> bytes:
    """Return a PDF by "reportlab" or "fpdf": the whole copy with its blocks."""
    pen: Pen = (
        ReportlabPen(look.face, look.paper) if producer == "reportlab" else FpdfPen(look.face, look.paper)
    )
    sheet = Sheet(pen, look)
    sheet.text_of_the_pact()
    sheet.signature_part(blocks, shape, rng)
    sheet.what_follows()
    return sheet.finish()


class Sheet:
    """Pages of running text, filled from top to bottom."""

    def __init__(self, pen: Pen, look: Look) -> None:
        self.pen, self.look = pen, look
        self.page = 1
        self.width = pen.width - 2 * look.margin
        self._furniture()

    def text_of_the_pact(self) -> None:
        """Write every line of the pact; main headings of a long copy begin a page."""
        for number, line in enumerate(self.look.lines):
            if number and line.rank is Rank.HEADING and self.y < self.pen.height * 0.6:
                self.turn()
            self.write(line)

    def signature_part(self, blocks: Sequence[Block], shape: str, rng: Random) -> None:
        """Write "Signed," and the blocks, on this page if they fit and may stand here."""
        beside = len(blocks) > 1 and self.look.two == SIDE_BY_SIDE
        frames = [self._frame(place, beside=beside) for place in range(len(blocks))]
        pairs = list(zip(blocks, frames, strict=True))
        heights = [height_on(self.pen, block, shape, frame) for block, frame in pairs]
        if self.look.own_page or self.y - heights[0] - 3 * self.look.size < self.look.margin:
            self.turn()
        self.write(Line(Rank.TEXT, SIGNED))
        for (block, frame), height in zip(pairs, heights, strict=True):
            if self.y - height < self.look.margin:
                self.turn()
            draw_on(self.pen, block, shape, replace(frame, top=self.y), rng)
            if not beside:
                self.y -= height + self.look.size * 2
        if beside:
            self.y -= max(heights)

    def _frame(self, place: int, *, beside: bool) -> Frame:
        size, margin = self.look.size, self.look.margin
        if not beside:
            return Frame(margin, self.y, self.width, size)
        half = self.width / 2 - 6
        return Frame(margin + place * (half + 12), self.y, half, size * 0.85)

    def what_follows(self) -> None:
        """Write the pages that come behind the block, if any."""
        if not self.look.behind:
            return
        self.turn()
        for text in self.look.behind:
            self.write(Line(Rank.TEXT, text))

    def write(self, line: Line) -> None:
        """Write one paragraph, turning the page where needed."""
        size = self.look.size * {Rank.HEADING: 1.35, Rank.SUBHEADING: 1.1}.get(line.rank, 1)
        bold = line.rank in (Rank.HEADING, Rank.SUBHEADING)
        indent = self.look.size * {Rank.ITEM: 3.4, Rank.POINT: 1.8}.get(line.rank, 0)
        x = self.look.margin + indent
        for number, words in enumerate(wrapped(self.pen, line.text, (self.width - indent) * 0.97, size)):
            if self.y < self.look.margin + size:
                self.turn()
            if number == 0 and line.number:
                self.pen.text(x - self.look.size * 1.6, self.y, line.number, size=size)
            self.pen.text(x, self.y, words, size=size, bold=bold)
            self.y -= size * 1.4
        self.y -= size * 0.8

    def turn(self) -> None:
        """Begin the next page."""
        self.pen.next_page()
        self.page += 1
        self._furniture()

    def finish(self) -> bytes:
        """Return the file."""
        return self.pen.finish()

    def _furniture(self) -> None:
        self.y = self.pen.height - self.look.margin
        if self.look.running_head:
            self.pen.text(self.look.margin, self.pen.height - 34, self.look.running_head, size=8)
        if self.look.page_numbers:
            self.pen.text(self.pen.width / 2, 28, str(self.page), size=8)


ANNEX = (
    "Annex",
    f"Reading list that goes with the {TITLE}. It is no part of what was signed above.",
    "1. A guide to keeping telephones in use for five years.",
    "2. Questions to put to a maker about its mines and its factories.",
    "3. Name, title and organization of the nearest group are found on the website.",
)
