"""The documents of the set BLIND: as an author would make them who never saw the reader."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from made_up import blind_docx, blind_fpdf, blind_platypus_layouts, blind_typst
from made_up.blind_blocks import FREE, LABELS, SIGNATURES, Filled, Wishes, draw_filled, empty_block
from made_up.blind_faces import AILERON, FACES, HAND, NARROW, prints
from made_up.blind_filled_pdf import FIELDS_IN_TABLE, NOTES_ON_TABLE, fields_in_table, notes_on_table
from made_up.blind_marks import FRAMED, RICH, SIMPLE
from made_up.blind_platypus import Type
from made_up.blind_printing import blind_letter, blind_paper
from made_up.blind_texts import draw_around
from made_up.labels import DOCX, Label, MadeDocument

from pact.documents import DocumentKind

Maker = Callable[[Random], MadeDocument]
LAYOUTS: dict[str, tuple[str, ...]] = {
    "reportlab": tuple(blind_platypus_layouts.LAYOUTS),
    "fpdf": tuple(blind_fpdf.LAYOUTS),
    "typst": tuple(blind_typst.LAYOUTS),
    "docx": tuple(blind_docx.LAYOUTS),
    "filled": (FIELDS_IN_TABLE, NOTES_ON_TABLE),
}
"""Every layout of a block in this set, by producer."""
CLICKED = "yousign"
RECORD = (
    "Audit trail",
    "Signed with Yousign. Procedure {number}. Completed.",
    "{name} opened the document and signed it after a code by telephone. IP address 192.0.2.77.",
)
FPDF_MARKS = (*SIMPLE, "blind_delete_note")


def by_platypus(rng: Random) -> MadeDocument:
    """Return a copy by reportlab's platypus."""
    type_ = _type(rng)
    filled = _printable(rng, type_.face, Wishes(marks=RICH))
    layout = rng.choice(LAYOUTS["reportlab"])
    data = blind_platypus_layouts.platypus_copy(filled, layout, draw_around(rng, filled), type_, rng)
    return _signed(data, filled, family="blind_platypus", layout=layout, font=type_.face)


def by_typst(rng: Random) -> MadeDocument:
    """Return a copy by typst."""
    filled = draw_filled(rng, Wishes(marks=FRAMED))
    layout, face = rng.choice(LAYOUTS["typst"]), rng.choice(FACES["typst"])
    data = blind_typst.typst_copy(filled, layout, draw_around(rng, filled), face, rng)
    return _signed(data, filled, family="blind_typst", layout=layout, font=face)


def by_fpdf(rng: Random) -> MadeDocument:
    """Return a copy by fpdf2."""
    face = rng.choice(FACES["fpdf"])
    unscripted = tuple(style for style in FREE if style != "script")
    # Values are set in NARROW throughout; AILERON has the text of the pact only.
    filled = _printable(rng, NARROW, Wishes(marks=FPDF_MARKS, signatures=unscripted))
    layout = rng.choice(LAYOUTS["fpdf"])
    data = blind_fpdf.fpdf_copy(filled, layout, draw_around(rng, filled), face, rng)
    return _signed(data, filled, family="blind_fpdf", layout=layout, font=face)


def by_word(rng: Random) -> MadeDocument:
    """Return a copy as a Word document."""
    layout, face = rng.choice(LAYOUTS["docx"]), rng.choice(FACES["docx"])
    drawn = tuple(style for style in FREE if style != "ink")
    filled = draw_filled(rng, Wishes(marks=FRAMED, signatures=drawn))
    mark = blind_docx.OWN_MARKS.get(layout) if filled.role else None
    filled = replace(filled, mark=mark or filled.mark)
    data = blind_docx.docx_copy(filled, layout, draw_around(rng, filled), face, rng)
    made = _signed(data, filled, family="blind_docx", layout=layout, font=face)
    return MadeDocument("signed.docx", data, replace(made.label, medium="docx"), DOCX)


def clicked(rng: Random) -> MadeDocument:
    """Return a copy signed by clicking in a service, whose record is printed below the block."""
    type_ = Type(NARROW)
    filled = _printable(rng, NARROW, Wishes(marks=RICH, signatures=("platform",)))
    layout = rng.choice(("platypus_header_row", "platypus_numbered", "platypus_caption_boxes"))
    number = f"{rng.randrange(16**8):08x}-{rng.randrange(16**4):04x}"
    record = tuple(line.format(number=number, name=filled.name) for line in RECORD)
    around = replace(draw_around(rng, filled), after=record, running_head=f"Yousign procedure {number}")
    data = blind_platypus_layouts.platypus_copy(filled, layout, around, type_, rng)
    return _signed(data, filled, family=f"blind_{CLICKED}", layout=layout, font=NARROW)


def fields(rng: Random) -> MadeDocument:
    """Return a form with its fields in the cells of a table."""
    type_ = Type(NARROW)
    wishes = Wishes(marks=("blind_field_boxes",), signatures=("", "slashes", "sgd", "picture"))
    filled = _on_blank(rng, wishes)
    data = fields_in_table(filled, draw_around(rng, filled), type_, rng)
    return _signed(data, filled, family="blind_form", layout=FIELDS_IN_TABLE, font=NARROW)


def notes(rng: Random) -> MadeDocument:
    """Return a blank copy filled in with red notes."""
    type_ = Type(NARROW)
    filled = _on_blank(rng, Wishes(marks=("blind_note_x",), signatures=("", "ink", "ink", "picture")))
    data = notes_on_table(filled, draw_around(rng, filled), type_, rng)
    return _signed(data, filled, family="blind_notes", layout=NOTES_ON_TABLE, font=NARROW)


def blank(rng: Random) -> MadeDocument:
    """Return a copy that nobody filled in; it may carry a logo, or the stamp of a registry."""
    filled = empty_block(rng, LABELS[rng.choice(("plain", "british", "nl", "fr"))])
    type_, around = Type(NARROW), draw_around(rng, filled)
    producer = rng.choice(("reportlab", "typst", "docx"))
    if producer == "docx":
        layout = rng.choice(("docx_merged_head", "docx_merged_pairs", "docx_placeholders"))
        data = blind_docx.docx_copy(filled, layout, around, FACES["docx"][0], rng)
        made = _signed(data, filled, family="blind_blank", layout=layout, font=FACES["docx"][0])
        return MadeDocument("blank.docx", data, replace(made.label, medium="docx"), DOCX)
    layout = rng.choice([name for name in LAYOUTS[producer] if "execution" not in name])
    if producer == "typst":
        data = blind_typst.typst_copy(filled, layout, around, NARROW, rng)
    else:
        data = blind_platypus_layouts.platypus_copy(filled, layout, around, type_, rng)
    return _signed(data, filled, family="blind_blank", layout=layout, font=NARROW)


BLIND_FAMILIES: tuple[Maker, ...] = (
    by_platypus,
    by_typst,
    by_word,
    blind_letter,
    by_fpdf,
    blind_paper,
    by_typst,
    fields,
    by_platypus,
    by_word,
    blind_letter,
    notes,
    by_fpdf,
    clicked,
    by_word,
    blind_paper,
    by_platypus,
    blind_letter,
    by_typst,
    blank,
)
"""Makers by turns; a family that stands here several times is met more often."""


def _type(rng: Random) -> Type:
    hand = HAND if rng.random() < 0.25 else rng.choice(("", "Times-Italic", "Helvetica"))
    return Type(rng.choice(FACES["reportlab"]), rng.choice((9.5, 10, 11)), hand)


def _printable(rng: Random, face: str, wishes: Wishes) -> Filled:
    while True:
        filled = draw_filled(rng, wishes)
        # The signs before the options have a face of their own.
        if prints(
            face,
            filled.printed.translate(dict.fromkeys(map(ord, "☐☑☒"))) if face == AILERON else filled.printed,
        ):
            return filled


def _on_blank(rng: Random, wishes: Wishes) -> Filled:
    """A block for a printed form: short values in Latin-1, none with an address."""
    while True:
        filled = draw_filled(rng, replace(wishes, may_have_address=False))
        values = (filled.organisation, filled.name, filled.title, filled.date)
        if max(map(len, values)) < 56 and prints(NARROW, filled.printed) and _is_latin("".join(values)):
            return filled


def _is_latin(text: str) -> bool:
    return text.encode("latin-1", "replace").decode("latin-1") == text


def _signed(data: bytes, filled: Filled, *, family: str, layout: str, font: str) -> MadeDocument:
    assert filled.signature in SIGNATURES
    label = Label(
        DocumentKind.SIGNED_PACT,
        (filled.truth,),
        family=family,
        layout=layout,
        mark_style=filled.mark,
        date_style=filled.written.style if filled.written else "",
        font=font,
    )
    return MadeDocument("signed.pdf", data, label)
