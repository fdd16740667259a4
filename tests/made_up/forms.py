"""Copies with a fillable form: filled with and without pictures of the values, or printed flat."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random

import pikepdf
from made_up.blank_blocks import Places, Rect, draw_blank
from made_up.copies_drawn import Look, Sheet
from made_up.pens import ReportlabPen
from made_up.people import DEVELOPMENT
from made_up.scribbles import scribble_picture
from made_up.signature_blocks import Block

from pact.documents import ParticipationType, SignatureKind

CHECK_BOXES, RADIO, TEXT_FIELD, DROP_DOWN = "check_boxes", "radio", "text_field", "drop_down"
CHOICES: dict[str, tuple[str, ...]] = {
    "development": (CHECK_BOXES, RADIO, TEXT_FIELD),
    "held_out": (CHECK_BOXES, RADIO, DROP_DOWN, TEXT_FIELD),
}
"""How the participation type is chosen in a form, by set."""
NAMES: dict[str, tuple[str, ...]] = {
    "telling": ("organization", "name", "title", "date", "participation_type", "signature", ""),
    "levels": ("f1_1", "f1_2", "f1_3", "f1_5", "f1_4", "f1_6", "c1_"),
    "acrobat": ("Text1", "Text2", "Text3", "Text4", "Group5", "Text9", "Check Box"),
}
"""What fields are called: organisation, name, title, date, type, signature, and begin of a check box."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a form is made: kind of choice, names of its fields, and what is left in the file.

    ``state``: "drawn" keeps fields with their appearance, "bare" keeps values without one,
    "flat" prints the values on the page and drops the fields. ``naming`` is a key of NAMES.
    """

    choice: str
    naming: str
    state: str
    rules: str = "grid"


def draw_form(rng: Random, set_name: str, state: str) -> Form:
    """Return a form of the set in that state."""
    development = set_name == DEVELOPMENT
    return Form(
        choice=rng.choice(CHOICES[set_name]),
        naming=rng.choice(("telling", "levels") if development else ("telling", "acrobat", "acrobat")),
        state=state,
        rules=rng.choice(("grid", "none")) if development else "colon",
    )


def form_copy(block: Block, form: Form, look: Look, rng: Random) -> bytes:
    """Return a PDF whose block is a form filled with the block's values."""
    pen = ReportlabPen(look.face, look.paper)
    sheet = Sheet(pen, look)
    sheet.text_of_the_pact()
    spaced = form.choice in (CHECK_BOXES, RADIO)
    places = draw_blank(sheet, block.words, rules=form.rules, options="spaced" if spaced else "free")
    _fields(pen, places, block, form)
    values = {key: value for key, (_, value) in zip(_keys(form), block.texts, strict=True)}
    if block.label.signature is SignatureKind.DRAWN:
        left, bottom, _, top = places.signature
        pen.picture(scribble_picture(rng.randrange(12)), left + 4, bottom + 3, 110, top - bottom - 6)
    elif block.label.signature is SignatureKind.TYPED:
        assert block.applicant is not None
        key, name = NAMES[form.naming][5], block.applicant.name
        _text_field(pen, key, "" if form.state == "bare" else name, places.signature)
        values[key] = name
    return _in_state(sheet.finish(), form.state, values)


def _fields(pen: ReportlabPen, places: Places, block: Block, form: Form) -> None:
    rects = (places.organisation, places.name, places.title, places.date)
    for key, (_, value), rect in zip(_keys(form), block.texts, rects, strict=True):
        # reportlab cannot write what standard faces lack; such values are set when all is drawn.
        _text_field(pen, key, "" if form.state == "bare" else value, rect)
    choose = {CHECK_BOXES: _check_boxes, RADIO: _radio, TEXT_FIELD: _type_choice, DROP_DOWN: _drop_down}
    choose[form.choice](pen, places, block, form)


def _keys(form: Form) -> tuple[str, ...]:
    return NAMES[form.naming][:4]


def _text_field(pen: ReportlabPen, key: str, value: str, rect: Rect) -> None:
    left, bottom, right, top = rect
    pen.canvas.acroForm.textfield(
        name=key,
        value=value,
        x=left + 2,
        y=bottom + 2,
        width=right - left - 4,
        height=min(top - bottom - 4, 20),
        fontSize=10,
        borderWidth=0,
        # Shorter than the longest organisation would cut it off.
        maxlen=400,
    )


def _check_boxes(pen: ReportlabPen, places: Places, block: Block, form: Form) -> None:
    for number, (role, rect) in enumerate(zip(ParticipationType, places.options, strict=True)):
        pen.canvas.acroForm.checkbox(
            name=role.value if form.naming == "telling" else f"{NAMES[form.naming][6]}{number + 1}",
            x=rect[0] - 14,
            y=rect[1],
            size=11,
            checked=role is block.role,
            buttonStyle="cross" if form.naming == "acrobat" else "check",
        )


def _radio(pen: ReportlabPen, places: Places, block: Block, form: Form) -> None:
    for number, (role, rect) in enumerate(zip(ParticipationType, places.options, strict=True)):
        pen.canvas.acroForm.radio(
            name=NAMES[form.naming][4],
            value=role.value if form.naming == "telling" else f"Choice{number + 1}",
            selected=role is block.role,
            x=rect[0] - 14,
            y=rect[1],
            size=11,
        )


def _type_choice(pen: ReportlabPen, places: Places, block: Block, form: Form) -> None:
    _text_field(pen, NAMES[form.naming][4], _chosen(block), places.participation_type)


def _drop_down(pen: ReportlabPen, places: Places, block: Block, form: Form) -> None:
    left, bottom, _, _ = places.participation_type
    pen.canvas.acroForm.choice(
        name=NAMES[form.naming][4],
        value=_chosen(block),
        options=["-", *block.words.options],
        x=left + 2,
        y=bottom + 2,
        width=180,
        height=18,
        fontSize=10,
        borderWidth=0,
        fieldFlags="combo",
    )


def _chosen(block: Block) -> str:
    if block.role is None:
        return "-"
    return block.words.options[list(ParticipationType).index(block.role)]


def _in_state(data: bytes, state: str, values: dict[str, str]) -> bytes:
    kept = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if (key := str(field.get("/T"))) in values:
                field.V = pikepdf.String(values[key])
        if state == "flat":
            pdf.flatten_annotations()
        elif state == "bare":
            pdf.Root.AcroForm.NeedAppearances = True
            _drop_appearances(list(pdf.pages))
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def _drop_appearances(pages: Sequence[pikepdf.Page]) -> None:
    for page in pages:
        for widget in page.obj.get("/Annots", []):
            # The state of a button has its name from its appearance: only text can do without.
            if widget.get("/FT") in ("/Tx", "/Ch") and "/AP" in widget:
                del widget["/AP"]
