"""Parts of Word documents that python-docx has no words for: controls, form fields, symbols, text boxes."""

from collections.abc import Sequence
from copy import deepcopy
from xml.sax.saxutils import escape, quoteattr

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element
from made_up.unseen_signing import ROLES, Printed, Signing

SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def put_roles(paragraph: Paragraph, signing: Signing, printed: Printed) -> None:
    """Write the list of roles with its marks into a paragraph."""
    if signing.mark == "alone" and signing.marked:
        paragraph.add_run(printed.options[signing.marked[0]])
        return
    boxed = signing.mark in ("control", "glyph", "legacy", "symbol")
    for number, role in enumerate(ROLES):
        if number and boxed:
            paragraph.add_run().add_break()
        elif number:
            paragraph.add_run(" / ")
        is_marked = role in signing.marked
        if boxed:
            _put_box(paragraph, signing.mark, is_marked=is_marked)
            paragraph.add_run(" " + printed.options[role])
        else:
            _style(paragraph.add_run(printed.options[role]), signing, is_marked=is_marked)


def add_control(paragraph: Paragraph, value: str, title: str) -> None:
    """Add a plain text content control that holds a value."""
    paragraph._p.append(
        parse_xml(
            f"<w:sdt {SPACES}><w:sdtPr><w:alias w:val={quoteattr(title)}/><w:text/></w:sdtPr>"
            f'<w:sdtContent><w:r><w:t xml:space="preserve">{escape(value)}</w:t></w:r></w:sdtContent></w:sdt>'
        )
    )


def add_legacy_text(paragraph: Paragraph, value: str) -> None:
    """Add a text form field of the old kind that holds a value."""
    _add_field(paragraph, "FORMTEXT", "<w:textInput/>", value)


def text_box(paragraphs: Sequence[CT_P]) -> _Element:
    """Return a run with a text box around these paragraphs, and with the twin for old versions of Word."""
    run = parse_xml(
        f"<w:r {SPACES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        "<wp:extent cx='5400000' cy='3000000'/><wp:docPr id='7' name='Text Box 7'/><a:graphic>"
        "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
        "<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr/><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:shape style='width:425pt;height:236pt'><v:textbox><w:txbxContent/>"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    for content in run.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"):
        content.extend(deepcopy(paragraph) for paragraph in paragraphs)
    return run


def _style(run: Run, signing: Signing, *, is_marked: bool) -> None:
    if signing.mark == "strike":
        run.font.strike = bool(signing.marked) and not is_marked
    elif is_marked and signing.mark == "bold":
        run.bold = True
    elif is_marked and signing.mark == "underline":
        run.underline = True
    elif is_marked and signing.mark == "highlight":
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _put_box(paragraph: Paragraph, mark: str, *, is_marked: bool) -> None:
    if mark == "glyph":
        paragraph.add_run("☒" if is_marked else "☐")
    elif mark == "symbol":
        char = "F0FE" if is_marked else "F0A8"
        run = paragraph.add_run()
        run._r.append(parse_xml(f'<w:sym {SPACES} w:font="Wingdings" w:char="{char}"/>'))
    elif mark == "legacy":
        checked = '<w:checked w:val="1"/>' if is_marked else '<w:default w:val="0"/>'
        _add_field(paragraph, "FORMCHECKBOX", f"<w:checkBox><w:sizeAuto/>{checked}</w:checkBox>", "")
    else:
        paragraph._p.append(
            parse_xml(
                f"<w:sdt {SPACES}><w:sdtPr><w14:checkbox><w14:checked w14:val='{int(is_marked)}'/>"
                "<w14:checkedState w14:val='2612' w14:font='MS Gothic'/>"
                "<w14:uncheckedState w14:val='2610' w14:font='MS Gothic'/></w14:checkbox></w:sdtPr>"
                f"<w:sdtContent><w:r><w:t>{'☒' if is_marked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )


def _add_field(paragraph: Paragraph, code: str, data: str, value: str) -> None:
    runs = [
        f'<w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/>{data}</w:ffData></w:fldChar>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f'<w:t xml:space="preserve">{escape(value)}</w:t>' if value else "",
        '<w:fldChar w:fldCharType="end"/>',
    ]
    for run in filter(None, runs):
        paragraph._p.append(parse_xml(f"<w:r {SPACES}>{run}</w:r>"))
