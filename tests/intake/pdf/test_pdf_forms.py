"""Form fields and annotations are read as what was written on the page after it was printed."""

import io

import pikepdf
import pytest
from made_up.sheets import LABELS, OPTIONS, VALUES, Sheet, grid_sheet
from pikepdf import Array, Dictionary, Name

from intake.reading.read_file import read_file
from pact.documents import DocumentAsRead, Method, SignatureKind

TEXTS = (*VALUES[:3], "", VALUES[4])
ROW_Y = [720 - 28 * row for row in range(6)]


def blank_form(options: str = OPTIONS) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(grid_sheet(("", "", "", options, "", "")).pdf()))


def widget(name: str, box: tuple[float, ...], **more: object) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name.Widget, T=name, Rect=Array(box), F=4, **more)


def note(kind: str, box: tuple[float, ...], **more: object) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=Array(box), F=4, **more)


def read_with(pdf: pikepdf.Pdf, *annotations: Dictionary, form: bool = False) -> DocumentAsRead:
    made = [pdf.make_indirect(a) for a in annotations]
    pdf.pages[0].Annots = Array(made)
    if form:
        pdf.Root.AcroForm = Dictionary(Fields=Array(made), NeedAppearances=True)
    file = io.BytesIO()
    pdf.save(file)
    return read_file(file.getvalue(), "application/pdf")


def text_fields() -> list[Dictionary]:
    return [
        widget(label, (212, y - 4, 500, y + 12), FT=Name.Tx, V=text)
        for label, text, y in zip(LABELS[:5], TEXTS, ROW_Y[:5], strict=True)
        if text
    ]


def test_values_typed_into_form_fields_are_read_without_appearances() -> None:
    read = read_with(blank_form("Both"), *text_fields(), form=True)

    signatory = read.signatories[0]
    assert (signatory.organisation.value, signatory.organisation.method) == (VALUES[0], Method.FORM)
    assert (signatory.date.value, signatory.date.sure) == ("2022-06-14", True)


@pytest.mark.parametrize(
    ("ticked", "value"), [(0, "coordinating"), (1, "procuring"), (2, "both"), (None, None)]
)
def test_the_ticked_box_is_the_type_whatever_the_print_lists(ticked: int | None, value: str | None) -> None:
    states = [Name("/Yes") if n == ticked else Name.Off for n in range(3)]
    boxes = [
        widget(f"type_{name}", (214 + 110 * n, 636, 223 + 110 * n, 645), FT=Name.Btn, AS=state, V=state)
        for n, (name, state) in enumerate(zip(("coordinating", "procuring", "both"), states, strict=True))
    ]

    read = read_with(blank_form(), *text_fields(), *boxes, form=True)

    assert read.signatories[0].participation_type.value == value


def test_an_option_typed_over_the_printed_list_is_the_answer() -> None:
    typed = note("/FreeText", (380, 630, 500, 644), Contents="both", DA="/Helv 10 Tf")

    read = read_with(blank_form(), *text_fields(), typed, form=True)

    field = read.signatories[0].participation_type
    assert (field.value, field.method) == ("both", Method.ANNOTATION)


def test_free_text_notes_beside_the_labels_are_values() -> None:
    notes = [
        note("/FreeText", (214, y - 3, 480, y + 11), Contents=text, DA="/Helv 10 Tf")
        for text, y in zip(TEXTS, ROW_Y[:5], strict=True)
        if text
    ]

    read = read_with(blank_form("Both"), *notes)

    assert (read.signatories[0].name.value, read.signatories[0].name.method) == (VALUES[1], Method.ANNOTATION)


@pytest.mark.parametrize("kind", ["/Ink", "/Stamp"])
def test_ink_and_stamps_in_the_signature_space_are_a_drawn_signature(kind: str) -> None:
    read = read_with(grid_sheet_pdf(), note(kind, (220, 560, 330, 590)))

    assert read.signatories[0].signature.kind is SignatureKind.DRAWN


def test_a_strike_out_note_strikes_the_words_below_it() -> None:
    left, end = 215.0, Sheet().put(215, 0, "Coordinating organization / procuring organization / ")
    note_box = (left, 634, end - 8, 646)

    read = read_with(blank_form(), *text_fields(), note("/StrikeOut", note_box), form=True)

    assert read.signatories[0].participation_type.value == "both"


def test_a_filled_signature_field_of_no_known_form_is_digital_and_said_not_to_be_checked() -> None:
    value = Dictionary(
        Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Name="Roos Vandenbulcke", M="D:20220614101500+02'00'"
    )
    field = widget("Signature1", (0, 0, 0, 0), FT=Name.Sig, V=value)

    read = read_with(grid_sheet_pdf(), field, form=True)

    digital = read.digital_signatures[0]
    assert read.signatories[0].signature.kind is SignatureKind.DIGITAL
    assert (digital.signer, digital.signed_at, digital.problem) == (
        "Roos Vandenbulcke",
        "2022-06-14T08:15:00+00:00",
        "a form of signature that is not checked",
    )
    assert (digital.intact, digital.trusted) == (None, None)


def test_a_field_that_shows_something_else_than_it_holds_is_said_and_asked_about() -> None:
    pdf = blank_form("Both")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    shown = pdf.make_stream(b"BT /Helv 10 Tf (Somebody Else) Tj ET")
    shown.update(
        Dictionary(
            Subtype=Name.Form, BBox=Array([0, 0, 200, 16]), Resources=Dictionary(Font=Dictionary(Helv=font))
        )
    )
    fields = text_fields()
    fields[1].AP = Dictionary(N=shown)

    read = read_with(pdf, *fields, form=True)

    name = read.signatories[0].name
    assert (name.value, name.sure) == (VALUES[1], False)
    assert [r.code for r in read.remarks] == ["form_values_differ"]


def grid_sheet_pdf() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(grid_sheet().pdf()))
