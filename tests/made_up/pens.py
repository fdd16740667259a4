"""What draws a made-up PDF page: one way of speaking to reportlab and to fpdf2."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from fontTools.ttLib import TTFont as TrueTypeTables
from fpdf import FPDF
from made_up.scribbles import Point
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)
LETTER = (612.0, 792.0)
FACES: dict[str, tuple[str, str, str]] = {
    "helvetica": ("Helvetica", "Helvetica-Bold", "Times-Italic"),
    "times": ("Times-Roman", "Times-Bold", "Helvetica-Oblique"),
    "courier": ("Courier", "Courier-Bold", "Times-Italic"),
    "vera": ("Vera", "VeraBd", "VeraIt"),
    "pt_sans": ("PTSans", "PTSansBd", "Times-Italic"),
    "pt_serif": ("PTSerif", "PTSerifBd", "Helvetica-Oblique"),
}
"""Name of a face: plain, bold, and another one for typed signatures."""
PLAIN_FILES = {
    "vera": ("reportlab", "fonts/Vera.ttf"),
    "pt_sans": ("fontpkg_pt_sans", "files/PT_Sans-Web-Regular.ttf"),
    "pt_serif": ("fontpkg_pt_serif", "files/PT_Serif-Web-Regular.ttf"),
}
"""The faces that come from files: the package and the file in it. The others every reader of PDF has."""
OTHER_FILES = {
    "vera": ("fonts/VeraBd.ttf", "fonts/VeraIt.ttf"),
    "pt_sans": ("files/PT_Sans-Web-Bold.ttf",),
    "pt_serif": ("files/PT_Serif-Web-Bold.ttf",),
}
"""Bold, and what else of the face goes by a name in FACES."""
DINGBATS = {"tick": "✓3", "box": "❏o", "box_crossed": "✘8", "box_ticked": "✔4"}
"""Signs in the standard face ZapfDingbats: as Unicode, and as the code in that face."""


def covers(face: str, text: str) -> bool:
    """Whether the face has every letter of the text: standard faces end with Latin-1."""
    if face in PLAIN_FILES:
        return all(ord(letter) in _letters(face) for letter in text)
    return _within(face, text).encode("latin-1", "replace").decode("latin-1") == _within(face, text)


class Pen(Protocol):
    """Draws on the current page, in points from the lower left corner."""

    width: float
    height: float

    def text(self, x: float, y: float, words: str, *, size: float, bold: bool = False) -> None:
        """Write one line, its base line at ``y``."""

    def other_face(self, x: float, y: float, words: str, *, size: float) -> None:
        """Write one line in another face, as a typed signature has it."""

    def sign(self, x: float, y: float, name: str, *, size: float) -> None:
        """Write one of DINGBATS."""

    def text_width(self, words: str, *, size: float, bold: bool = False) -> float:
        """Return how wide ``words`` come out."""

    def line(self, points: list[Point], *, thickness: float = 0.6) -> None:
        """Draw straight lines from point to point."""

    def box(self, x: float, y: float, width: float, height: float, *, grey: float | None = None) -> None:
        """Draw a rectangle, or fill it with a grey from 0 to 1; -1 fills it with yellow."""

    def oval(self, x: float, y: float, width: float, height: float, *, full: bool = False) -> None:
        """Draw an ellipse into that rectangle, or fill it with black."""

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Put a PNG."""

    def next_page(self) -> None:
        """Begin another page."""

    def finish(self) -> bytes:
        """Return the file."""


@dataclass
class ReportlabPen:
    """A Pen of reportlab."""

    face: str
    size: tuple[float, float] = A4

    def __post_init__(self) -> None:
        _register(self.face)
        self.width, self.height = self.size
        self._file = BytesIO()
        # invariant: no time of making, so that the same seed gives the same bytes.
        self.canvas = Canvas(self._file, pagesize=self.size, invariant=1)
        self._plain, self._bold, self._other = FACES[self.face]

    def text(self, x: float, y: float, words: str, *, size: float, bold: bool = False) -> None:
        self._write(x, y, words, self._bold if bold else self._plain, size)

    def other_face(self, x: float, y: float, words: str, *, size: float) -> None:
        self._write(x, y, words, self._other, size)

    def sign(self, x: float, y: float, name: str, *, size: float) -> None:
        self._write(x, y, DINGBATS[name][0], "ZapfDingbats", size)

    def text_width(self, words: str, *, size: float, bold: bool = False) -> float:
        return pdfmetrics.stringWidth(words, self._bold if bold else self._plain, size)

    def line(self, points: list[Point], *, thickness: float = 0.6) -> None:
        self.canvas.setLineWidth(thickness)
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        self.canvas.drawPath(path)

    def box(self, x: float, y: float, width: float, height: float, *, grey: float | None = None) -> None:
        if grey is None:
            self.canvas.setLineWidth(0.6)
            self.canvas.rect(x, y, width, height)
            return
        self.canvas.setFillColorRGB(*((1, 1, 0.4) if grey < 0 else (grey, grey, grey)))
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)
        self.canvas.setFillColorRGB(0, 0, 0)

    def oval(self, x: float, y: float, width: float, height: float, *, full: bool = False) -> None:
        self.canvas.ellipse(x, y, x + width, y + height, fill=int(full))

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        self.canvas.drawImage(ImageReader(BytesIO(data)), x, y, width, height, mask="auto")

    def next_page(self) -> None:
        self.canvas.showPage()

    def finish(self) -> bytes:
        self.canvas.save()
        return self._file.getvalue()

    def _write(self, x: float, y: float, words: str, face: str, size: float) -> None:
        self.canvas.setFont(face, size)
        self.canvas.drawString(x, y, words)


class FpdfPen:
    """A Pen of fpdf2, whose own pages count from the upper left corner."""

    def __init__(self, face: str, size: tuple[float, float] = A4) -> None:
        self.width, self.height = size
        self._pdf = FPDF(unit="pt", format=size)
        self._pdf.set_auto_page_break(auto=False)
        # One time of making for all, so that the same seed gives the same bytes.
        self._pdf.set_creation_date(datetime(2021, 6, 14, tzinfo=UTC))
        self._face = face
        if face == "vera":
            for style, file in (("", "Vera.ttf"), ("B", "VeraBd.ttf"), ("I", "VeraIt.ttf")):
                self._pdf.add_font("vera", style, str(_font_file(file)))
        self._pdf.add_page()

    def text(self, x: float, y: float, words: str, *, size: float, bold: bool = False) -> None:
        self._write(x, y, words, face=self._face, style="B" if bold else "", size=size)

    def other_face(self, x: float, y: float, words: str, *, size: float) -> None:
        self._write(x, y, words, face=self._face if self._face == "vera" else "times", style="I", size=size)

    def sign(self, x: float, y: float, name: str, *, size: float) -> None:
        self._write(x, y, DINGBATS[name][1], face="zapfdingbats", style="", size=size)

    def text_width(self, words: str, *, size: float, bold: bool = False) -> float:
        self._pdf.set_font(self._face, "B" if bold else "", size)
        return float(self._pdf.get_string_width(_within(self._face, words)))

    def line(self, points: list[Point], *, thickness: float = 0.6) -> None:
        self._pdf.set_line_width(thickness)
        self._pdf.polyline([(x, self.height - y) for x, y in points])

    def box(self, x: float, y: float, width: float, height: float, *, grey: float | None = None) -> None:
        top = self.height - y - height
        self._pdf.set_line_width(0.6)
        if grey is None:
            self._pdf.rect(x, top, width, height)
            return
        tone: Any = (255, 255, 100) if grey < 0 else (int(grey * 255),) * 3
        self._pdf.set_fill_color(*tone)
        self._pdf.rect(x, top, width, height, style="F")

    def oval(self, x: float, y: float, width: float, height: float, *, full: bool = False) -> None:
        self._pdf.set_fill_color(0, 0, 0)
        self._pdf.ellipse(x, self.height - y - height, width, height, style="DF" if full else "D")

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        self._pdf.image(BytesIO(data), x, self.height - y - height, width, height)

    def next_page(self) -> None:
        self._pdf.add_page()

    def finish(self) -> bytes:
        return bytes(self._pdf.output())

    def _write(self, x: float, y: float, words: str, *, face: str, style: str, size: float) -> None:
        self._pdf.set_font(face, style, size)
        self._pdf.text(x, self.height - y, _within(face, words))


def _within(face: str, words: str) -> str:
    """Return words that a standard face of fpdf2 can print: it ends with Latin-1, dashes do not fit."""
    if face in ("vera", "zapfdingbats"):
        return words
    return words.replace("–", "-").replace("’", "'")


@cache
def _register(face: str) -> None:
    if face not in PLAIN_FILES:
        return
    package, plain = PLAIN_FILES[face]
    for name, file in zip(FACES[face], (plain, *OTHER_FILES[face]), strict=False):
        pdfmetrics.registerFont(TTFont(name, package_file(package, file)))


@cache
def _letters(face: str) -> frozenset[int]:
    return frozenset(TrueTypeTables(package_file(*PLAIN_FILES[face])).getBestCmap())


def package_file(package: str, name: str) -> Path:
    """Return a file that an installed package carries."""
    return Path(str(files(package))) / name


def _font_file(name: str) -> Path:
    return package_file("reportlab", f"fonts/{name}")
