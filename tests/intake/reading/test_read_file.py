"""A file comes back as what it is, with its evidence, or with an error in words; never with an exception."""

import io
import json

import pikepdf
import pytest
from made_up.sheets import VALUES, Sheet, grid_sheet

from intake.reading.read_file import read_file
from intake.reading.reading_json import from_json, to_json
from pact.documents import DocumentKind, ReadErrorCode, SignatureKind

PDF = "application/pdf"


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    file = io.BytesIO()
    pdf.save(file, **how)  # type: ignore[arg-type]
    return file.getvalue()


def text_page(*lines: str) -> bytes:
    sheet = Sheet()
    for number, line in enumerate(lines):
        sheet.put(70, 780 - 16 * number, line)
    return sheet.pdf()


def test_an_empty_file_is_said_to_be_empty() -> None:
    found = read_file(b"", PDF)

    assert (found.kind, found.error and found.error.code) == (DocumentKind.OTHER, ReadErrorCode.EMPTY)


def test_a_file_with_a_password_is_said_to_be_encrypted() -> None:
    data = saved(
        pikepdf.open(io.BytesIO(grid_sheet().pdf())), encryption=pikepdf.Encryption(user="u", owner="o")
    )

    found = read_file(data, PDF)

    assert found.error is not None
    assert found.error.code is ReadErrorCode.ENCRYPTED


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"not a PDF at all", grid_sheet().pdf()[:400]])
def test_a_file_in_pieces_is_said_to_be_damaged(data: bytes) -> None:
    found = read_file(data, PDF)

    assert found.error is not None
    assert found.error.code is ReadErrorCode.DAMAGED


def test_a_file_whose_table_of_contents_is_broken_is_mended_and_read() -> None:
    data = grid_sheet().pdf()

    found = read_file(data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF", PDF)

    assert found.error is None
    assert found.signatories[0].name.value == VALUES[1]


def test_too_many_pages_are_refused_with_their_number() -> None:
    pdf = pikepdf.new()
    for _ in range(401):
        pdf.add_blank_page()

    found = read_file(saved(pdf), PDF)

    assert found.error is not None
    assert found.error.code is ReadErrorCode.TOO_MANY_PAGES
    assert found.error.message == "The file has 401 pages; at most 400 are read."


def test_what_is_neither_pdf_nor_word_nor_picture_is_unsupported() -> None:
    found = read_file(b"BEGIN:VCARD", "text/vcard")

    assert found.error is not None
    assert found.error.code is ReadErrorCode.UNSUPPORTED


def test_a_picture_without_text_is_said_to_be_one() -> None:
    sheet = Sheet()
    sheet.canvas.drawImage(_grey_picture(), 0, 0, *sheet.size)

    found = read_file(sheet.pdf(), PDF)

    assert [r.code for r in found.remarks] == ["page_not_read"]


def test_an_unsigned_blank_copy_is_a_signed_pact_without_a_signature() -> None:
    found = read_file(
        grid_sheet((*[""] * 3, "Coordinating organization / procuring organization / both", "", "")).pdf(),
        PDF,
    )

    assert found.kind is DocumentKind.SIGNED_PACT
    assert found.is_signed is False
    assert found.signatories[0].participation_type.value is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Invoice 17", "Total due: EUR 40", "Date: 3 March 2022"),
        ("Steering Committee agenda", "1. Opening", "2. Letters of Support that came in"),
        ("Curriculum vitae", "Name: Roos Vandenbulcke", "Title: Buyer", "Date of birth: 1 May 1980"),
        ("Registration", "Name: Roos", "Organisation: X", "Participation: online", "Date: 1 May 2022"),
        ("Dear secretariat,", "where do we find a template for the Letter of Support?", "Kind regards, Roos"),
    ],
)
def test_other_papers_are_other(lines: tuple[str, ...]) -> None:
    assert read_file(text_page(*lines), PDF).kind is DocumentKind.OTHER


def test_every_field_says_where_it_was_read() -> None:
    name = read_file(grid_sheet().pdf(), PDF).signatories[0].name

    assert name.box_pt is not None
    assert (name.page, [round(n) for n in name.box_pt], name.method) == (1, [215, 690, 313, 700], "text")


def test_scribbles_at_the_signature_label_are_drawn_and_elsewhere_are_not() -> None:
    signed, decorated = grid_sheet(), grid_sheet()
    signed.scribble(220, 580)
    decorated.scribble(400, 800)

    kinds = [read_file(sheet.pdf(), PDF).signatories[0].signature.kind for sheet in (signed, decorated)]

    assert kinds == [SignatureKind.DRAWN, SignatureKind.NONE]


def test_a_signing_services_words_make_the_signature_a_platforms() -> None:
    found = read_file(grid_sheet((*VALUES[:5], "DocuSigned by: Roos Vandenbulcke")).pdf(), PDF)

    assert found.signatories[0].signature.kind is SignatureKind.PLATFORM


def test_names_are_given_in_nfc_with_ligatures_opened_and_no_break_spaces_plain() -> None:
    from intake.page.plain_text import tidy

    assert tidy("E\u0301milie Le\ufb00evre\u00a0 de\u00adsign") == "Émilie Leffevre design"


def test_what_goes_through_the_pipe_comes_back_the_same() -> None:
    found = read_file(grid_sheet().pdf(), PDF)

    once = from_json(json.dumps(to_json(found)).encode())

    assert to_json(once) == to_json(found)
    assert once.signatories[0].name.value == VALUES[1]


def test_what_is_no_reading_is_refused_at_the_pipe() -> None:
    with pytest.raises(ValueError, match="kind"):
        from_json(b'{"kind": "love letter"}')


def _grey_picture() -> object:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    return ImageReader(Image.new("L", (60, 80), 200))
