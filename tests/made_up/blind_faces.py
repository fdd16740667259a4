"""The faces of the set BLIND: one squeezed out of Vera, one that Pillow carries, and one like handwriting."""

import atexit
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import reportlab
import typst
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from PIL import ImageFont
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as ReportlabFace

NARROW, AILERON, VERA = "Esker", "Aileron", "Bitstream Vera Sans"
FACES: dict[str, tuple[str, ...]] = {
    "reportlab": (NARROW, AILERON),
    "fpdf": (NARROW, AILERON),
    "typst": (NARROW, VERA),
    "docx": ("Cambria", "Arial Narrow", "Garamond"),
}
"""What each producer sets its copies in."""
HAND = "Callig15"
CHECK, CROSS, EMPTY = "☑", "☒", "☐"
SQUEEZE = 0.84
FOLDER = Path(reportlab.__file__).parent / "fonts"
STYLES = {"": "Vera.ttf", "B": "VeraBd.ttf", "I": "VeraIt.ttf", "BI": "VeraBI.ttf"}


@cache
def face_files() -> Path:
    """Return a folder with the files of NARROW and AILERON; it is gone when the process ends."""
    folder = TemporaryDirectory(prefix="made-up-faces-")
    atexit.register(folder.cleanup)
    for style, name in STYLES.items():
        (Path(folder.name) / f"narrow{style}.ttf").write_bytes(_squeezed(name, style))
    (Path(folder.name) / "aileron.ttf").write_bytes(_aileron())
    return Path(folder.name)


def file_of(face: str, style: str = "") -> Path:
    """Return the file of NARROW in a style of STYLES, or of AILERON, which has one only."""
    return face_files() / ("aileron.ttf" if face == AILERON else f"narrow{style}.ttf")


@cache
def typst_faces() -> typst.Fonts:
    """Return the faces for typst: ours, Vera, and those that typst carries for signs and other scripts."""
    return typst.Fonts(include_system_fonts=False, font_paths=[face_files(), FOLDER])


@cache
def covered(face: str) -> frozenset[int]:
    """Return the code points that a face prints."""
    if face == HAND:
        return frozenset(map(ord, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .-'"))
    return frozenset(TTFont(file_of(face)).getBestCmap())


def prints(face: str, text: str) -> bool:
    """Whether the face has every letter of the text."""
    return all(ord(letter) in covered(face) for letter in text)


@cache
def register() -> None:
    """Make all faces known to reportlab, with bold and italic of NARROW."""
    for style in STYLES:
        pdfmetrics.registerFont(ReportlabFace(NARROW + style, str(file_of(NARROW, style))))
        addMapping(NARROW, int("B" in style), int("I" in style), NARROW + style)
    pdfmetrics.registerFont(ReportlabFace(AILERON, str(file_of(AILERON))))
    for bold, italic in ((0, 0), (1, 0), (0, 1), (1, 1)):
        # Its one style stands beside the bold and the italics of Helvetica, as in many letterheads.
        other = {(0, 0): AILERON, (1, 0): "Helvetica-Bold", (0, 1): "Helvetica-Oblique"}
        addMapping(AILERON, bold, italic, other.get((bold, italic), "Helvetica-BoldOblique"))
    face = pdfmetrics.EmbeddedType1Face(str(FOLDER / "callig15.afm"), str(FOLDER / "callig15.pfb"))
    pdfmetrics.registerTypeFace(face)
    pdfmetrics.registerFont(pdfmetrics.Font(HAND, face.name, "WinAnsiEncoding"))
    addMapping(HAND, 0, 0, HAND)


def _squeezed(name: str, style: str) -> bytes:
    font = TTFont(FOLDER / name, recalcTimestamp=False)
    for table in ("fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH", "gasp", "kern"):
        if table in font:
            del font[table]
    glyphs, widths = font["glyf"], font["hmtx"]
    for glyph_name in font.getGlyphOrder():
        glyph = glyphs[glyph_name]
        if glyph.isComposite():
            for part in glyph.components:
                part.x = round(part.x * SQUEEZE)
        elif glyph.numberOfContours > 0:
            glyph.coordinates.scale((SQUEEZE, 1))
            glyph.coordinates.toInt()
        glyph.removeHinting()
        advance, bearing = widths[glyph_name]
        widths[glyph_name] = (round(advance * SQUEEZE), round(bearing * SQUEEZE))
    _add_boxes(font)
    _rename(font, style)
    kept = BytesIO()
    font.save(kept)
    return kept.getvalue()


def _add_boxes(font: TTFont) -> None:
    order = font.getGlyphOrder()
    for sign in (EMPTY, CHECK, CROSS):
        name = f"uni{ord(sign):04X}"
        order = [*order, name]
        font.setGlyphOrder(order)
        font["glyf"][name] = _box(sign)
        font["hmtx"][name] = (1700, 150)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name


def _box(sign: str):
    pen = TTGlyphPen(None)
    shapes = [
        ((150, 0), (150, 1400), (1550, 1400), (1550, 0)),
        ((270, 120), (1430, 120), (1430, 1280), (270, 1280)),
    ]
    if sign == CROSS:
        shapes += [
            ((350, 260), (1250, 1220), (1350, 1120), (450, 160)),
            ((350, 1120), (450, 1220), (1350, 260), (1250, 160)),
        ]
    if sign == CHECK:
        shapes += [((340, 640), (440, 740), (720, 420), (1260, 1200), (1360, 1120), (720, 200))]
    for points in shapes:
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def _rename(font: TTFont, style: str) -> None:
    # Its licence asks that a changed Vera goes by another name.
    spoken = {"": "Regular", "B": "Bold", "I": "Italic", "BI": "Bold Italic"}[style]
    telling = {1: NARROW, 2: spoken, 3: f"{NARROW} {spoken}", 4: f"{NARROW} {spoken}"}
    for record in list(font["name"].names):
        if record.nameID in telling:
            font["name"].setName(
                telling[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID
            )
        elif record.nameID == 6:
            posted = f"Esker-{spoken.replace(' ', '')}"
            font["name"].setName(posted, 6, record.platformID, record.platEncID, record.langID)
        elif record.nameID > 6:
            font["name"].removeNames(record.nameID)


def _aileron() -> bytes:
    made = ImageFont.load_default(size=12)
    data = made.font_bytes
    assert isinstance(data, bytes)
    return data
