"""Parts of Word documents that python-docx cannot write: frames, controls, fields, tracked changes."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
VML = "urn:schemas-microsoft-com:vml"
AUTHOR = {"id": "7", "author": "Legal department", "date": "2024-02-01T10:00:00Z"}


def bordered(run: Run) -> None:
    """Draw a border around a run."""
    border = OxmlElement("w:bdr")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "0"), ("color", "1F4E79")):
        border.set(qn(f"w:{name}"), value)
    run._r.get_or_add_rPr().append(border)


def numbered_page(paragraph: Paragraph) -> None:
    """Print "Page" and a field with its number."""
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    paragraph._p.append(field)


def into_frame(document: Document, paragraphs: Sequence[Paragraph]) -> None:
    """Move paragraphs of the body into a text box that stands in their place."""
    box = parse_xml(
        f'<w:p {nsdecls("w")} xmlns:v="{VML}"><w:r><w:pict>'
        '<v:shape type="#_x0000_t202" style="width:430pt;height:230pt"><v:textbox><w:txbxContent/>'
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    paragraphs[0]._p.addprevious(box)
    content = next(box.iter(qn("w:txbxContent")))
    for paragraph in paragraphs:
        content.append(paragraph._p)


def control(paragraph: Paragraph, value: str, *, is_date: bool) -> None:
    """Put a value in a content control."""
    kind = '<w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>' if is_date else "<w:text/>"
    _control(paragraph, paragraph.add_run(value), kind)


def placeholder(paragraph: Paragraph) -> None:
    """Put a content control that nobody filled in: it shows what to do there."""
    run = paragraph.add_run("Click or tap here to enter text.")
    _control(paragraph, run, "<w:showingPlcHdr/><w:text/>")


def tick_control(paragraph: Paragraph, *, is_ticked: bool) -> None:
    """Put a box to tick."""
    state = f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="{int(is_ticked)}"/></w14:checkbox>'
    _control(paragraph, paragraph.add_run("☒" if is_ticked else "☐"), state)


def fill_legacy(paragraph: Paragraph, value: str, *, is_ticked: bool | None = None) -> None:
    """Put a form field of the old kind: a text, or a box to tick."""
    is_box = is_ticked is not None
    state = f'<w:default w:val="0"/><w:checked w:val="{int(bool(is_ticked))}"/>'
    inner = f"<w:checkBox><w:sizeAuto/>{state}</w:checkBox>" if is_box else "<w:textInput/>"
    name = "FORMCHECKBOX" if is_box else "FORMTEXT"
    data = f'<w:ffData><w:name w:val="Field"/><w:enabled/><w:calcOnExit w:val="0"/>{inner}</w:ffData>'
    _append(paragraph, f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>')
    _append(paragraph, f'<w:instrText xml:space="preserve"> {name} </w:instrText>')
    _append(paragraph, '<w:fldChar w:fldCharType="separate"/>')
    if value:
        paragraph.add_run(value)
    _append(paragraph, '<w:fldChar w:fldCharType="end"/>')


def tracked(run: Run, *, is_deleted: bool) -> None:
    """Make a run one that was inserted, or deleted, with changes tracked."""
    change = OxmlElement("w:del" if is_deleted else "w:ins")
    for name, value in AUTHOR.items():
        change.set(qn(f"w:{name}"), value)
    run._r.addprevious(change)
    change.append(run._r)
    if is_deleted:
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")


def _control(paragraph: Paragraph, run: Run, kind: str) -> None:
    made = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr>{kind}</w:sdtPr><w:sdtContent/></w:sdt>")
    made.find(qn("w:sdtContent")).append(run._r)
    paragraph._p.append(made)


def _append(paragraph: Paragraph, inner: str) -> None:
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
