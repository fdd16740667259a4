"""What Word and Excel files hold besides plain text: merged cells, notes, changes, several sheets."""

import io
import re
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.styles import Font

from intake.criteria.docx_criteria import read_docx_criteria
from intake.criteria.xlsx_criteria import read_xlsx_criteria
from pact.library_elements import DocumentElements, Element, ElementKind
from pact.library_passages import cells_of

NOTES = (
    b'<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:footnote w:id="2"><w:p><w:r><w:t>As measured in spring.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def saved(file: object) -> bytes:
    out = io.BytesIO()
    file.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return a Word file with one more part, related to its main one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            body = old.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + name
                relation = f'<Relationship Id="rIdNew" Type="{kind}" Target="{name}.xml"/></Relationships>'
                body = body.replace(b"</Relationships>", relation.encode())
            new.writestr(entry, body)
        new.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def rows_of(read: DocumentElements) -> list[Element]:
    return [one for one in read.elements if one.kind is ElementKind.TABLE_ROW]


def texts(read: DocumentElements, kind: ElementKind) -> list[str]:
    return [one.text for one in read.elements if one.kind is kind]


def test_a_merged_cell_is_said_in_every_row_and_column_that_it_covers():
    file = docx.Document()
    table = file.add_table(3, 3)
    for row, cells in enumerate((("Product", "Basic", "Advanced"), ("Laptops", "3", "5"), ("", "4", "4"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    merged = table.cell(2, 1).merge(table.cell(2, 2))
    merged.text = "4"

    rows = rows_of(read_docx_criteria(saved(file)))

    assert [cells_of(one.text) for one in rows] == [("Laptops", "3", "5"), ("Laptops", "4", "4")]
    assert {one.header for one in rows} == {"| Product | Basic | Advanced |"}


def test_a_head_of_two_rows_is_read_downwards():
    file = docx.Document()
    table = file.add_table(3, 3)
    for row, cells in enumerate(
        (("", "Years", "Years"), ("Part", "Basic", "Advanced"), ("Keyboard", "5", "7"))
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
        if row < 2:
            table.rows[row]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))

    (row,) = rows_of(read_docx_criteria(saved(file)))

    assert (row.header, row.text) == ("| Part | Years Basic | Years Advanced |", "| Keyboard | 5 | 7 |")


def test_tracked_changes_count_as_accepted_and_notes_follow_their_paragraph():
    file = docx.Document()
    paragraph = file.add_paragraph("Kept for ")
    for xml in (
        f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>three</w:delText></w:r></w:del>',
        f'<w:ins {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t>six</w:t></w:r></w:ins>',
        f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> years.</w:t><w:footnoteReference w:id="2"/></w:r>',
    ):
        paragraph._p.append(parse_xml(xml))

    read = read_docx_criteria(with_part(saved(file), "footnotes", NOTES))

    assert texts(read, ElementKind.PARAGRAPH) == ["Kept for six years."]
    assert texts(read, ElementKind.FOOTNOTE) == ["As measured in spring."]


def test_a_table_of_contents_and_a_struck_row_are_left_out():
    file = docx.Document()
    file.styles.add_style("toc 1", 1)
    file.add_paragraph("1 Scope ..... 3", style="toc 1")
    file.add_heading("1 Scope", 1)
    table = file.add_table(2, 2)
    for cell in (*table.rows[0].cells, *table.rows[1].cells):
        cell.text = "word"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"/>'))

    read = read_docx_criteria(saved(file))

    assert [one.text for one in read.elements] == ["1 Scope", "| word |"]


def test_a_workbook_gives_every_visible_sheet_with_its_figures_as_they_are_shown():
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Laptops"
    for row in (("No.", "Criterion", "Share"), ("L1", "Recycled plastic", 0.25), ("L2", "Years", 5)):
        first.append(row)
    first["C2"].number_format = "0 %"
    second = book.create_sheet("Phones")
    second.append(["Phones of the towns"])
    second["A1"].font = Font(bold=True)
    for row in (("Group", "Item"), ("Battery", "cycles"), (None, "health")):
        second.append(row)
    second.merge_cells("A3:A4")
    book.create_sheet("Notes to ourselves").sheet_state = "hidden"
    book["Notes to ourselves"].append(["not for readers"])

    read = read_xlsx_criteria(saved(book))

    assert texts(read, ElementKind.HEADING) == ["Laptops", "Phones", "Phones of the towns"]
    assert [cells_of(one.text) for one in rows_of(read)][:2] == [
        ("L1", "Recycled plastic", "25 %"),
        ("L2", "Years", "5"),
    ]
    assert [cells_of(one.text) for one in rows_of(read)][-2:] == [
        ("Battery", "cycles"),
        ("Battery", "health"),
    ]
    assert not re.search("not for readers", str(read.elements))
