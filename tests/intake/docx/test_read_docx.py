"""Word files are read with their tables, controls, marks, pictures and tracked changes."""

import io

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from made_up.hostile import sane_docx
from made_up.sheets import LABELS, VALUES
from PIL import Image, ImageDraw

from intake.reading.read_file import read_file
from pact.documents import FIELD_NAMES, DocumentAsRead, Method, ReadErrorCode, SignatureKind

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READ = (*VALUES[:3], "procuring", "2022-06-14")
OPTIONS = ("Coordinating organization", "procuring organization", "both")


def read(document: Document) -> DocumentAsRead:
    file = io.BytesIO()
    document.save(file)
    return read_file(file.getvalue(), DOCX)


def values(document: DocumentAsRead) -> tuple[str | None, ...]:
    return tuple(getattr(document.signatories[0], name).value for name in FIELD_NAMES)


def with_table(values: tuple[str, ...] = VALUES) -> Document:
    document = docx.Document()
    document.add_paragraph("Signed,")
    table = document.add_table(rows=0, cols=2)
    for label, value in zip(LABELS, values, strict=True):
        row = table.add_row().cells
        row[0].text, row[1].text = label, value
    return document


def type_cell(document: Document) -> Paragraph:
    return document.tables[0].rows[3].cells[1].paragraphs[0]


def in_lines() -> Document:
    document = docx.Document()
    for label, value in zip(LABELS, VALUES, strict=True):
        document.add_paragraph(f"{label}: {value}")
    return document


def with_tabs() -> Document:
    document = docx.Document()
    for label, value in zip(LABELS, VALUES, strict=True):
        document.add_paragraph(f"{label}\t{value}")
    return document


def labels_over_values() -> Document:
    document = docx.Document()
    for label, value in zip(LABELS, VALUES, strict=True):
        document.add_paragraph(label)
        document.add_paragraph(value)
    return document


@pytest.mark.parametrize(
    "make", [with_table, in_lines, with_tabs, labels_over_values], ids=lambda m: m.__name__
)
def test_every_way_of_setting_the_block_is_read(make: object) -> None:
    document = read(make())  # type: ignore[operator]

    assert values(document) == READ
    assert document.signatories[0].name.method is Method.DOCX
    assert (document.signatories[0].name.page, document.pages) == (None, 0)


@pytest.mark.parametrize("look", ["bold", "underline", "highlight", "struck"])
def test_the_look_of_an_option_marks_it(look: str) -> None:
    document = with_table((*VALUES[:3], "", *VALUES[4:]))
    for number, option in enumerate(OPTIONS):
        run = type_cell(document).add_run(option)
        run.bold = look == "bold" and number == 1
        run.underline = look == "underline" and number == 1
        run.font.strike = look == "struck" and number != 1
        if look == "highlight" and number == 1:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if number < 2:
            type_cell(document).add_run(" / ")

    assert values(read(document))[3] == "procuring"


def control(option: str, *, checked: bool) -> str:
    """A check box as Word's developer tab makes it, with its option behind it."""
    word14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    return (
        f"<w:p {nsdecls('w')} {word14}><w:sdt><w:sdtPr><w14:checkbox>"
        f'<w14:checked w14:val="{int(checked)}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>?</w:t></w:r>"
        f'</w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> {option}</w:t></w:r></w:p>'
    )


def test_check_box_controls_are_ticked_by_their_state_not_their_glyph() -> None:
    document = with_table((*VALUES[:3], "", *VALUES[4:]))
    for number, option in enumerate(OPTIONS):
        type_cell(document)._p.addprevious(parse_xml(control(option, checked=number == 2)))

    assert values(read(document))[3] == "both"


def test_a_controls_placeholder_is_no_value() -> None:
    document = with_table((VALUES[0], "", *VALUES[2:]))
    placeholder = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"
        "<w:t>Jane Example</w:t></w:r></w:sdtContent></w:sdt>"
    )
    document.tables[0].rows[1].cells[1].paragraphs[0]._p.append(parse_xml(placeholder))

    assert values(read(document))[1] is None


def test_a_symbol_fonts_tick_is_a_tick() -> None:
    document = with_table((*VALUES[:3], "", *VALUES[4:]))
    for number, option in enumerate(OPTIONS):
        code = "F0FE" if number == 0 else "F0A8"
        run = type_cell(document).add_run()
        run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="{code}"/>'))
        type_cell(document).add_run(f" {option}  ")

    assert values(read(document))[3] == "coordinating"


def scribble() -> io.BytesIO:
    picture = Image.new("RGB", (160, 60), "white")
    ImageDraw.Draw(picture).line([(5, 50), (60, 10), (90, 50), (150, 15)], fill="black", width=3)
    file = io.BytesIO()
    picture.save(file, "PNG")
    file.seek(0)
    return file


def test_a_picture_in_the_signature_cell_is_a_drawn_signature() -> None:
    document = with_table()
    document.tables[0].rows[5].cells[1].paragraphs[0].add_run().add_picture(scribble())

    assert read(document).signatories[0].signature.kind is SignatureKind.DRAWN


def test_a_logo_in_the_header_is_no_signature() -> None:
    document = with_table()
    document.sections[0].header.paragraphs[0].add_run().add_picture(scribble())

    assert read(document).signatories[0].signature.kind is SignatureKind.NONE


def test_a_name_in_the_signature_cell_is_a_typed_signature() -> None:
    document = with_table((*VALUES[:5], VALUES[1]))

    assert read(document).signatories[0].signature.kind is SignatureKind.TYPED


def tracked(document: Document, row: int, gone: str, new: str) -> None:
    paragraph = document.tables[0].rows[row].cells[1].paragraphs[0]
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)
    about = 'w:id="1" w:author="Somebody" w:date="2022-06-01T00:00:00Z"'
    for tag, text_tag, text in (("del", "delText", gone), ("ins", "t", new)):
        paragraph._p.append(
            parse_xml(
                f"<w:{tag} {nsdecls('w')} {about}><w:r><w:{text_tag}>{text}</w:{text_tag}></w:r></w:{tag}>"
            )
        )


def test_tracked_changes_are_said_and_the_values_they_touch_are_asked_about() -> None:
    document = with_table()
    tracked(document, 1, "Somebody Else", VALUES[1])

    found = read(document)

    name, title = found.signatories[0].name, found.signatories[0].title
    assert (name.value, name.sure) == (VALUES[1], False)
    assert (title.value, title.sure) == (VALUES[2], True)
    assert [(r.code, r.seen) for r in found.remarks] == [
        ("tracked_changes", f"1 put in, 1 taken out; put in: “{VALUES[1]}”; taken out: “Somebody Else”")
    ]


def test_a_text_box_is_read() -> None:
    document = docx.Document()
    lines = "".join(
        f"<w:p><w:r><w:t>{label}: {value}</w:t></w:r></w:p>"
        for label, value in zip(LABELS, VALUES, strict=True)
    )
    box = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
        f"<w:txbxContent>{lines}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.add_paragraph("Signed,")._p.append(parse_xml(box))

    assert values(read(document)) == READ


def test_a_cell_that_claims_to_span_millions_of_columns_is_a_cell() -> None:
    document = with_table()
    properties = document.tables[0].rows[0].cells[1]._tc.get_or_add_tcPr()
    properties.append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="50000000"/>'))
    assert properties.find(qn("w:gridSpan")) is not None

    assert values(read(document)) == READ


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ReadErrorCode.EMPTY),
        (b"PK\x03\x04 and nothing more", ReadErrorCode.DAMAGED),
        (sane_docx()[:2000], ReadErrorCode.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ReadErrorCode.ENCRYPTED),
    ],
)
def test_files_that_cannot_be_read_come_back_with_an_error(data: bytes, code: ReadErrorCode) -> None:
    found = read_file(data, DOCX)

    assert found.error is not None
    assert found.error.code is code
