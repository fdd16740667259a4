"""Blank copies filled in with comments: FreeText values, ink, stamps, struck and highlighted words."""

from io import BytesIO
from random import Random

import pikepdf
from made_up.blank_blocks import Places, Rect, draw_blank
from made_up.copies_drawn import Look, Sheet
from made_up.pens import FpdfPen, Pen, ReportlabPen
from made_up.scribbles import scribble
from made_up.signature_blocks import Block
from PIL import Image

from pact.documents import ParticipationType

ANNOTATED_MARKS = {
    "development": ("annotated_x", "annotated_ink_circle", "annotated_highlight"),
    "held_out": ("annotated_x", "annotated_ink_circle", "annotated_strike", "annotated_oval"),
}
"""How the participation type is marked by comments, by set."""


def annotated_copy(producer: str, block: Block, look: Look, rng: Random, *, with_appearance: bool) -> bytes:
    """Return a blank copy with the block's values put on as annotations.

    ``block.mark_style`` is one of ANNOTATED_MARKS, ``block.signature_style`` "ink_annotation",
    "stamp_annotation" or "".
    """
    pen: Pen = (
        ReportlabPen(look.face, look.paper) if producer == "reportlab" else FpdfPen(look.face, look.paper)
    )
    sheet = Sheet(pen, look)
    sheet.text_of_the_pact()
    places = draw_blank(sheet, block.words, rules="grid" if rng.random() < 0.5 else "colon", options="spaced")
    kept = BytesIO()
    with pikepdf.open(BytesIO(sheet.finish())) as pdf:
        page = pdf.pages[-1]
        notes = _Notes(pdf, with_appearance=with_appearance)
        _values(notes, places, block)
        _mark(notes, places, block, rng)
        if block.signature_style == "ink_annotation":
            notes.ink(_curve(rng, places.signature), places.signature)
        elif block.signature_style == "stamp_annotation":
            notes.stamp(places.signature, rng)
        page.obj.Annots = pdf.make_indirect(pikepdf.Array(notes.found))
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def _values(notes: "_Notes", places: Places, block: Block) -> None:
    rects = (places.organisation, places.name, places.title, places.date)
    for (_, value), rect in zip(block.texts, rects, strict=True):
        notes.free_text(value, rect)


def _mark(notes: "_Notes", places: Places, block: Block, rng: Random) -> None:
    if block.role is None:
        return
    place = list(ParticipationType).index(block.role)
    left, bottom, right, top = rect = places.options[place]
    style = block.mark_style
    if style == "annotated_x":
        notes.free_text("X", (left - 13, bottom - 2, left - 1, top + 2))
    elif style == "annotated_ink_circle":
        notes.ink(_ring(rng, rect), (left - 5, bottom - 5, right + 5, top + 5))
    elif style == "annotated_oval":
        notes.oval((left - 5, bottom - 5, right + 5, top + 5))
    elif style == "annotated_highlight":
        notes.markup("/Highlight", rect)
    else:
        for number, other in enumerate(places.options):
            if number != place:
                notes.markup("/StrikeOut", other)


class _Notes:
    """The annotations of one page, collected."""

    def __init__(self, pdf: pikepdf.Pdf, *, with_appearance: bool) -> None:
        self.pdf, self.with_appearance = pdf, with_appearance
        self.found: list[pikepdf.Object] = []

    def free_text(self, words: str, rect: Rect) -> None:
        left, bottom, right, top = rect
        note = self._note("/FreeText", (left + 2, bottom + 2, right - 2, top - 2))
        note.Contents = pikepdf.String(words)
        note.DA = pikepdf.String("/Helv 10 Tf 0 0 0.6 rg")
        if self.with_appearance:
            self._appearance(note, _shown(words, top - bottom), {"Helv": "/Helvetica"})

    def ink(self, points: list[tuple[float, float]], rect: Rect) -> None:
        note = self._note("/Ink", rect)
        note.InkList = pikepdf.Array([pikepdf.Array([_rounded(v) for point in points for v in point])])
        note.C = pikepdf.Array([0, 0, 1])
        left, bottom = rect[:2]
        moves = " ".join(
            f"{x - left:.2f} {y - bottom:.2f} {'l' if number else 'm'}"
            for number, (x, y) in enumerate(points)
        )
        self._appearance(note, f"0 0 0.7 RG 1.4 w {moves} S".encode())

    def oval(self, rect: Rect) -> None:
        note = self._note("/Circle", rect)
        note.C = pikepdf.Array([1, 0, 0])
        wide, high = rect[2] - rect[0], rect[3] - rect[1]
        middle, edge = f"{high / 2:.2f}", f"{wide - 1:.2f}"
        upper = f"1 {middle} m 1 {high:.2f} {edge} {high:.2f} {edge} {middle} c"
        bow = f"1 0 0 RG 1 w {upper} {edge} 0 1 0 1 {middle} c S"
        self._appearance(note, bow.encode())

    def markup(self, subtype: str, rect: Rect) -> None:
        left, bottom, right, top = rect
        note = self._note(subtype, rect)
        note.QuadPoints = pikepdf.Array(
            [_rounded(v) for v in (left, top, right, top, left, bottom, right, bottom)]
        )
        note.C = pikepdf.Array([1, 1, 0] if subtype == "/Highlight" else [1, 0, 0])
        wide, high = right - left, top - bottom
        drawn = (
            f"1 1 0 rg /Multiply gs 0 0 {wide:.2f} {high:.2f} re f"
            if subtype == "/Highlight"
            else f"1 0 0 RG 1 w 0 {high / 2:.2f} m {wide:.2f} {high / 2:.2f} l S"
        )
        self._appearance(note, drawn.replace("/Multiply gs ", "").encode())

    def stamp(self, rect: Rect, rng: Random) -> None:
        left, bottom, _, top = rect
        frame = (left + 4, bottom + 2, left + 120, top - 2)
        note = self._note("/Stamp", frame)
        image = Image.new("L", (232, 80), 255)
        for x, y in scribble(rng, width=228, height=76):
            image.paste(0, (int(x), int(y), int(x) + 4, int(y) + 4))
        picture = self.pdf.make_stream(image.tobytes())
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 232, 80, 8
        picture.ColorSpace = pikepdf.Name.DeviceGray
        wide, high = frame[2] - frame[0], frame[3] - frame[1]
        form = self._appearance(note, f"q {wide:.2f} 0 0 {high:.2f} 0 0 cm /Im0 Do Q".encode())
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))

    def _note(self, subtype: str, rect: Rect) -> pikepdf.Object:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(subtype),
            Rect=pikepdf.Array([_rounded(v) for v in rect]),
            F=4,
        )
        made = self.pdf.make_indirect(note)
        self.found.append(made)
        return made

    def _appearance(
        self, note: pikepdf.Object, drawn: bytes, fonts: dict[str, str] | None = None
    ) -> pikepdf.Object:
        left, bottom, right, top = (float(v) for v in note.Rect)
        form = self.pdf.make_stream(drawn)
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, _rounded(right - left), _rounded(top - bottom)])
        faces = {
            f"/{key}": pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name(base),
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
            for key, base in (fonts or {}).items()
        }
        form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(faces))
        note.AP = pikepdf.Dictionary(N=form)
        return form


def _shown(words: str, height: float) -> bytes:
    letters = words.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        letters = letters.replace(sign, b"\\" + sign)
    return b"BT 0 0 0.6 rg /Helv 10 Tf 2 %d Td (%s) Tj ET" % (max(int(height - 4 - 12), 2), letters)


def _curve(rng: Random, rect: Rect) -> list[tuple[float, float]]:
    left, bottom, _, top = rect
    return [(left + 6 + x, bottom + 2 + y) for x, y in scribble(rng, width=120, height=top - bottom - 4)]


def _ring(rng: Random, rect: Rect) -> list[tuple[float, float]]:
    """A ring by hand around the rectangle: eight points, slightly off."""
    left, bottom, right, top = rect
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    wide, high = (right - left) / 2 + 4, (top - bottom) / 2 + 4
    around = (
        (1, 0),
        (0.75, 0.7),
        (0, 1),
        (-0.75, 0.7),
        (-1, 0),
        (-0.75, -0.7),
        (0, -1),
        (0.75, -0.7),
        (1.02, 0.1),
    )
    return [
        (middle_x + wide * x + rng.uniform(-1, 1), middle_y + high * y + rng.uniform(-1, 1))
        for x, y in around
    ]


def _rounded(value: float) -> float:
    return round(float(value), 2)
