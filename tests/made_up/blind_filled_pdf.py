"""Blank tables of the set BLIND filled in a PDF editor: fields in the cells, or red notes upon them."""

from io import BytesIO
from random import Random

import pikepdf
from made_up.blind_blocks import SIGNATURES, TYPED, Filled
from made_up.blind_pictures import signature_png, strokes
from made_up.blind_platypus import Type, built, office_table, text_of
from made_up.blind_texts import Around
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer, Table, TableStyle

from pact.documents import SignatureKind

FIELDS_IN_TABLE, NOTES_ON_TABLE = "fields_in_table", "notes_on_table"
KEYS = ("untitled1", "untitled2", "untitled3", "untitled4", "untitled5", "untitled6")
Box = tuple[float, float, float, float]


class Spot(Flowable):
    """An empty place in a cell that remembers where it came to stand, and may be a field."""

    def __init__(
        self, width: float, height: float, *, field: str = "", value: str = "", tick: bool | None = None
    ):
        super().__init__()
        self.width, self.height = width, height
        self.field, self.value, self.tick = field, value, tick
        self.box: Box = (0, 0, 0, 0)
        self.page = 0

    def draw(self) -> None:
        left, bottom = self.canv.absolutePosition(0, 0)
        self.box, self.page = (
            (left, bottom, left + self.width, bottom + self.height),
            self.canv.getPageNumber(),
        )
        form = self.canv.acroForm
        if self.tick is not None:
            form.checkbox(
                name=self.field, checked=self.tick, size=11, relative=True, buttonStyle="check", y=1
            )
        elif self.field:
            form.textfield(
                name=self.field,
                value=self.value,
                width=self.width,
                height=self.height,
                fontSize=9,
                borderWidth=0,
                relative=True,
                maxlen=300,
                fillColor=colors.Color(0.92, 0.95, 1),
            )


class Signed(Spot):
    """A place for a signature: a picture pasted there, or nothing."""

    def __init__(self, filled: Filled, seed: int) -> None:
        super().__init__(200, 40)
        self.filled, self.seed = filled, seed

    def draw(self) -> None:
        super().draw()
        if self.filled.signature.startswith("picture"):
            self.canv.drawImage(ImageReader(BytesIO(signature_png(self.seed))), 2, 1, 114, 38, mask="auto")


def fields_in_table(filled: Filled, around: Around, type_: Type, rng: Random) -> bytes:
    """Return a copy whose cells hold form fields with the values; a typed signature is a field too."""
    values = (filled.organisation, filled.name, filled.title, filled.date)
    spots: list[Flowable] = [
        Spot(300, 18, field=key, value=value) for key, value in zip(KEYS, values, strict=False)
    ]
    boxes = [
        [Spot(13, 13, field=f"box{number}", tick=role is filled.role), type_.label(option)]
        for number, (role, option) in enumerate(filled.labels.roles.items())
    ]
    options = Table(boxes, colWidths=[20, 250], hAlign="LEFT")
    typed = TYPED.get(filled.signature)
    sign = (
        Spot(300, 18, field=KEYS[5], value=typed.format(name=filled.name))
        if typed
        else Signed(filled, rng.randrange(9))
    )
    data = _printed([*spots[:3], options, spots[3], sign], filled, around, type_)
    kept = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def notes_on_table(filled: Filled, around: Around, type_: Type, rng: Random) -> bytes:
    """Return a blank copy with the values put upon it as FreeText in red, and ink for a signature."""
    spots = [Spot(300, 18) for _ in range(4)]
    boxes = [[Spot(14, 13), type_.label(option)] for option in filled.labels.options]
    options = Table(boxes, colWidths=[22, 250], hAlign="LEFT")
    sign = Signed(filled, rng.randrange(9))
    data = _printed([*spots[:3], options, spots[3], sign], filled, around, type_)
    values = (filled.organisation, filled.name, filled.title, filled.date)
    kept = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[sign.page - 1]
        notes = [_free_text(pdf, spot.box, value) for spot, value in zip(spots, values, strict=True) if value]
        for role, (box, _) in zip(filled.labels.roles, boxes, strict=True):
            if role is filled.role:
                notes.append(_free_text(pdf, (box.box[0], box.box[1], box.box[0] + 14, box.box[3]), "X"))
        if SIGNATURES[filled.signature] is SignatureKind.DRAWN and filled.signature == "ink":
            notes.append(_ink(pdf, sign.box, Random(rng.random())))
        page.obj.Annots = pdf.make_indirect(pikepdf.Array(notes))
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def _printed(values: list[Flowable], filled: Filled, around: Around, type_: Type) -> bytes:
    labels = filled.labels
    names = (labels.organisation, labels.name, labels.title, labels.role, labels.date, labels.signature)
    looks = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    )
    body = [[type_.label(label), value] for label, value in zip(names, values, strict=True)]
    table = Table(body, colWidths=[140, 315], style=looks, hAlign="LEFT")
    story = [
        *text_of(around, type_),
        PageBreak() if around.own_page else CondPageBreak(320),
        KeepTogether([type_.label(around.before, spaceAfter=8), table]),
        Spacer(1, 12),
        *(type_.label(text, spaceAfter=5) for text in around.after),
    ]
    if around.office:
        story.append(KeepTogether(office_table(around, type_)))
    return built(story, around, type_)


def _free_text(pdf: pikepdf.Pdf, box: Box, words: str) -> pikepdf.Object:
    note = _note(pdf, "/FreeText", box)
    note.Contents = pikepdf.String(words)
    note.DA = pikepdf.String("/Helv 10 Tf 0.8 0.1 0.1 rg")
    letters = words.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        letters = letters.replace(sign, b"\\" + sign)
    face = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    form = _appearance(pdf, note, b"BT 0.8 0.1 0.1 rg /Helv 10 Tf 2 4 Td (%s) Tj ET" % letters)
    form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=face))
    return note


def _ink(pdf: pikepdf.Pdf, box: Box, rng: Random) -> pikepdf.Object:
    left, bottom = box[:2]
    note = _note(pdf, "/Ink", (left, bottom, left + 120, bottom + 38))
    made = [[(x + 1, y + 1) for x, y in stroke] for stroke in strokes(rng, width=116, height=34)]
    note.InkList = pikepdf.Array(
        [pikepdf.Array([round(v, 2) for x, y in stroke for v in (left + x, bottom + y)]) for stroke in made]
    )
    drawn = " ".join(
        f"{x:.2f} {y:.2f} {'l' if number else 'm'}" for stroke in made for number, (x, y) in enumerate(stroke)
    )
    _appearance(pdf, note, f"0.1 0.1 0.5 RG 1.3 w {drawn} S".encode())
    return note


def _note(pdf: pikepdf.Pdf, subtype: str, box: Box) -> pikepdf.Object:
    rect = pikepdf.Array([round(float(edge), 2) for edge in box])
    made = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(subtype), Rect=rect, F=4)
    return pdf.make_indirect(made)


def _appearance(pdf: pikepdf.Pdf, note: pikepdf.Object, drawn: bytes) -> pikepdf.Object:
    left, bottom, right, top = (float(edge) for edge in note.Rect)
    form = pdf.make_stream(drawn)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
    note.AP = pikepdf.Dictionary(N=form)
    return form
