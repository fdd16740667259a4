"""Signature sheets drawn word by word: whoever draws one says where everything stands."""

import io
from dataclasses import dataclass, field

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

LABELS = ("Organization", "Name", "Title", "Participation type", "Date", "Signature")
VALUES = (
    "Kempisch Waterbedrijf",
    "Roos Vandenbulcke",
    "Head of Purchasing",
    "Procuring organization",
    "14 June 2022",
    "",
)
OPTIONS = "Coordinating organization / procuring organization / both"


@dataclass
class Sheet:
    """A page to draw on. Places are in points from the lower left corner."""

    size: tuple[float, float] = A4
    face: str = "Helvetica"
    points: float = 11
    _buffer: io.BytesIO = field(default_factory=io.BytesIO)
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self._buffer, pagesize=self.size, invariant=True)

    def put(
        self, x: float, y: float, text: str, *, face: str = "", points: float = 0, align: str = "left"
    ) -> float:
        """Draw text and return where it ends."""
        points, face = points or self.points, face or self.face
        self.canvas.setFont(face, points)
        width = pdfmetrics.stringWidth(text, face, points)
        left = x - width if align == "right" else x - width / 2 if align == "centre" else x
        self.canvas.drawString(left, y, text)
        return left + width

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.6) -> None:
        """Draw a straight line."""
        self.canvas.setLineWidth(width)
        self.canvas.line(x1, y1, x2, y2)

    def box(self, left: float, bottom: float, width: float, height: float, fill: Color | None = None) -> None:
        """Draw a rectangle, filled when a colour is given."""
        if fill is not None:
            self.canvas.setFillColor(fill)
        self.canvas.rect(left, bottom, width, height, stroke=fill is None, fill=fill is not None)
        self.canvas.setFillColor(Color(0, 0, 0))

    def scribble(self, x: float, y: float) -> None:
        """Draw something like a signature, about 100 by 25 points."""
        path = self.canvas.beginPath()
        path.moveTo(x, y)
        for step in range(5):
            path.curveTo(x + step * 20, y + 25, x + step * 20 + 10, y - 8, x + step * 20 + 20, y + 6)
        self.canvas.drawPath(path, stroke=1, fill=0)

    def next_page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()

    def pdf(self) -> bytes:
        """Return the finished file."""
        self.canvas.save()
        return self._buffer.getvalue()


def grid_sheet(values: tuple[str, ...] = VALUES, labels: tuple[str, ...] = LABELS) -> Sheet:
    """Return a sheet with the Pact's own table: labels left, values right, ruled."""
    sheet = Sheet()
    sheet.put(70, 760, "Signed,")
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        y = 720 - 28 * row
        sheet.put(75, y, label)
        sheet.put(215, y, value)
        sheet.line(70, y - 9, 525, y - 9)
    sheet.line(205, 740, 205, 571)
    return sheet


def with_type(draw_options: str = "") -> tuple[Sheet, float, float]:
    """Return a grid sheet whose type is left to draw, and where its cell's text begins."""
    values = (*VALUES[:3], draw_options, *VALUES[4:])
    return grid_sheet(values), 215.0, 720.0 - 28 * 3
