"""A reportlab page of the set "unseen": faces, running text, marks on a list of roles, and signatures."""

import zlib
from copy import copy
from functools import cache
from io import BytesIO
from math import sin
from pathlib import Path
from random import Random

import fontpkg_pt_sans
import fontpkg_pt_serif
from fontTools.ttLib import TTFont as FontFile
from made_up.pact_text import Rank, short_pact, whole_pact
from made_up.unseen_services import put_stamp
from made_up.unseen_signing import ROLES
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_FILES = {
    "PTSans": (fontpkg_pt_sans, "PT_Sans-Web-Regular.ttf"),
    "PTSans-Bold": (fontpkg_pt_sans, "PT_Sans-Web-Bold.ttf"),
    "PTSerif": (fontpkg_pt_serif, "PT_Serif-Web-Regular.ttf"),
    "PTSerif-Bold": (fontpkg_pt_serif, "PT_Serif-Web-Bold.ttf"),
}
FACES = {
    "Helvetica": "Helvetica-Bold",
    "Times-Roman": "Times-Bold",
    "PTSans": "PTSans-Bold",
    "PTSerif": "PTSerif-Bold",
}
"""Each face with its bold."""
MARKS = (
    "box_tick",
    "box_cross",
    "box_filled",
    "circle",
    "underline",
    "strike",
    "bold",
    "alone",
    "typed_below_list",
    "bracket_x",
    "dingbat",
    "highlight",
)
BOXED = ("box_tick", "box_cross", "box_filled", "dingbat")


def font_path(face: str) -> Path:
    """Return the file of a face that comes in a package."""
    package, name = _FILES[face]
    return Path(package.__path__[0]) / "files" / name


@cache
def alphabet_of(face: str) -> str:
    """Return the letters of a face as unseen_signing.prints takes them."""
    if face not in _FILES:
        return "cp1252"
    pdfmetrics.registerFont(TTFont(face, font_path(face)))
    pdfmetrics.registerFont(TTFont(f"{face}-Bold", font_path(f"{face}-Bold")))
    return "".join(map(chr, FontFile(font_path(face)).getBestCmap()))


class Page:
    """Pages that fill from the top; ``y`` is where the next line stands."""

    def __init__(self, face: str, size: float = 10.5, paper: tuple[float, float] = (595.3, 841.9)) -> None:
        alphabet_of(face)
        self.face, self.bold, self.size, (self.width, self.height) = face, FACES[face], size, paper
        self.left = 68.0
        self.right = self.width - 62
        self._file = BytesIO()
        self.canvas = Canvas(self._file, pagesize=paper, invariant=1)
        self.foot = ""
        self.pages = 1
        self.places: dict[str, tuple[float, float]] = {}
        self.roles: dict[str, tuple[float, float, float]] = {}
        self.y = self.height - 70

    def twin(self, canvas: Canvas) -> "Page":
        """Return a page that writes on another canvas."""
        other = copy(self)
        other.canvas = canvas
        return other

    def turn(self) -> None:
        """Begin a new page."""
        self._print_foot()
        self.canvas.showPage()
        self.pages += 1
        self.y = self.height - 70

    def need(self, room: float) -> None:
        """Turn the page unless so much room is left above the foot."""
        if self.y - room < 62:
            self.turn()

    def put(
        self, x: float, y: float, text: str, *, size: float = 0, bold: bool = False, grey: float = 0
    ) -> float:
        """Write one line and return where it ends."""
        face = self.bold if bold else self.face
        self.canvas.setFont(face, size or self.size)
        self.canvas.setFillGray(grey)
        self.canvas.drawString(x, y, text)
        self.canvas.setFillGray(0)
        return x + pdfmetrics.stringWidth(text, face, size or self.size)

    def width_of(self, text: str, size: float = 0) -> float:
        """Return the width of a text in points."""
        return pdfmetrics.stringWidth(text, self.face, size or self.size)

    def broken(self, text: str, width: float, size: float = 0) -> list[str]:
        """Return the text in lines no wider than ``width``, broken between words."""
        lines: list[str] = []
        for word in text.split(" "):
            if lines and self.width_of(f"{lines[-1]} {word}", size) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines or [""]

    def write(
        self, text: str, *, bold: bool = False, size: float = 0, indent: float = 0, after: float = 4
    ) -> None:
        """Write a paragraph."""
        size = size or self.size
        for line in self.broken(text, self.right - self.left - indent - 12 * bold, size):
            self.need(size * 1.3)
            self.put(self.left + indent, self.y, line, size=size, bold=bold)
            self.y -= size * 1.32
        self.y -= after

    def write_pact(self, rng: Random) -> None:
        """Write a pact: mostly a short one, at times the whole."""
        lines = whole_pact() if rng.random() < 0.15 else short_pact(rng, rng.choice((30, 45, 60)))
        for line in lines:
            heading = line.rank in (Rank.HEADING, Rank.SUBHEADING)
            indent = {Rank.POINT: 12, Rank.ITEM: 26}.get(line.rank, 0)
            self.write(line.numbered, bold=heading, size=self.size + 2 * heading, indent=indent)

    def finish(self) -> bytes:
        """Return the file."""
        self._print_foot()
        self.canvas.save()
        return self._file.getvalue()

    def _print_foot(self) -> None:
        if self.foot:
            self.put(self.left, 34, self.foot.format(page=self.pages), size=7.5, grey=0.35)


def put_roles(
    page: Page,
    x: float,
    y: float,
    width: float,
    *,
    options: dict[str, str],
    marked: tuple[str, ...],
    mark: str,
) -> float:
    """Write the list of roles with its marks and return the lowest baseline used."""
    if mark in ("alone", "typed_below_list") and marked:
        said = options[marked[0]]
        if mark == "alone":
            page.put(x, y, said)
            return y
        page.put(x, y, "(" + " / ".join(options.values()) + ")", size=7, grey=0.4)
        page.put(x, y - 13, said[0].upper() + said[1:])
        return y - 13
    if mark == "nothing":
        return y
    stacked = mark in BOXED or width < (430 if mark == "bracket_x" else 330)
    here = x
    for number, role in enumerate(ROLES):
        if number and stacked:
            here, y = x, y - (20 if mark == "circle" else 16)
        elif number:
            here = page.put(here, y, " / ")
        start = here + 17 * (mark in BOXED)
        here = _put_role(page, here, y, options[role], shown=(mark, role in marked, bool(marked)))
        page.roles[role] = (start, y, here)
    return y


def _put_role(page: Page, x: float, y: float, text: str, *, shown: tuple[str, bool, bool]) -> float:
    mark, is_marked, any_marked = shown
    canvas, size = page.canvas, page.size
    if mark in BOXED:
        _put_box(page, x, y, is_marked=is_marked, mark=mark)
        return page.put(x + 17, y, text)
    if mark == "bracket_x":
        return page.put(x, y, f"{text} ({'X' if is_marked else '  '})")
    if mark == "highlight" and is_marked:
        canvas.setFillColorRGB(1, 0.93, 0.2)
        canvas.rect(x - 1, y - 3, page.width_of(text) + 2, size + 3, stroke=0, fill=1)
    end = page.put(x, y, text, bold=mark == "bold" and is_marked)
    canvas.setLineWidth(0.9)
    if mark == "circle" and is_marked:
        canvas.setStrokeColorRGB(0.1, 0.15, 0.6)
        canvas.ellipse(x - 6, y - 6, end + 6, y + size + 2)
        canvas.setStrokeGray(0)
    elif mark == "underline" and is_marked:
        canvas.line(x, y - 2, end, y - 2)
    elif mark == "strike" and any_marked and not is_marked:
        canvas.line(x - 1, y + size * 0.28, end + 1, y + size * 0.28)
    return end


def _put_box(page: Page, x: float, y: float, *, is_marked: bool, mark: str) -> None:
    canvas = page.canvas
    if mark == "dingbat":
        canvas.setFont("ZapfDingbats", 11)
        canvas.drawString(x, y, "❏")
        if is_marked:
            canvas.drawString(x + 1, y + 1, "✔")
        return
    canvas.setLineWidth(0.7)
    canvas.rect(x, y - 1.5, 10, 10)
    if not is_marked:
        return
    if mark == "box_filled":
        canvas.rect(x + 2, y + 0.5, 6, 6, fill=1)
        return
    canvas.setLineWidth(1.4)
    if mark == "box_tick":
        canvas.lines([(x + 1.5, y + 4, x + 4.5, y), (x + 4.5, y, x + 11, y + 11)])
    else:
        canvas.lines([(x + 1, y - 0.5, x + 9, y + 7.5), (x + 1, y + 7.5, x + 9, y - 0.5)])


def put_signature(page: Page, x: float, y: float, name: str, style: str) -> None:
    """Put a signature of about 120 by 34 points at this lower left corner; typed ones are a line of text."""
    if style == "typed":
        page.put(x, y + 4, name)
    elif style == "service":
        put_stamp(page, x, y, name)
    elif style == "picture":
        page.canvas.drawImage(ImageReader(BytesIO(scribble_png(name))), x, y, 112, 34, mask="auto")
    elif style == "vector":
        points = scribble(name)
        path = page.canvas.beginPath()
        path.moveTo(x + points[0][0] * 112, y + points[0][1] * 34)
        for left, low in points[1:]:
            path.lineTo(x + left * 112, y + low * 34)
        page.canvas.setLineWidth(1.1)
        page.canvas.setStrokeColorRGB(0.05, 0.1, 0.45)
        page.canvas.drawPath(path)
        page.canvas.setStrokeGray(0)


def scribble(name: str) -> list[tuple[float, float]]:
    """Return the strokes of somebody's signature as points in a unit square, always the same for one name."""
    rng = Random(zlib.crc32(name.encode()))
    waves = [(rng.uniform(6, 26), rng.uniform(0, 6), rng.uniform(0.08, 0.2)) for _ in range(3)]
    points = []
    for step in range(90):
        at = step / 89
        low = 0.5 + sum(high * sin(speed * at + shift) for speed, shift, high in waves) * (1.1 - 0.6 * at)
        points.append((min(max(at + 0.03 * sin(40 * at), 0), 1), min(max(low, 0), 1)))
    return points


@cache
def scribble_png(name: str) -> bytes:
    """Return the signature as a picture with a clear ground."""
    picture = Image.new("RGBA", (336, 102), (255, 255, 255, 0))
    line = [(4 + left * 328, 98 - low * 94) for left, low in scribble(name)]
    ImageDraw.Draw(picture).line(line, fill=(20, 30, 110, 255), width=4, joint="curve")
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
