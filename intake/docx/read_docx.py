"""Word files as a page view: paragraphs, tables, content controls, text boxes, pictures, tracked
changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from intake.docx.docx_layout import Layout, Run
from intake.docx.docx_package import DocxPackage, open_package
from intake.page.page import Ink, PageView
from intake.page.plain_text import tidy
from intake.pdf.pdf_text import symbol_of
from pact.documents import BoxPt, Remark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COLUMNS_AT_MOST = 63  # Word's own limit for a table
_DEPTH_AT_MOST = 40
_EMU_PER_PT = 12_700
_ABOVE_FOOT_PT = 72.0  # so that what stands in a page's foot is not taken for the text's next lines
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class DocxContents:
    """A Word file as it was read: its whole text, one view of it, what was noticed, and its parts."""

    texts: tuple[str, ...]
    views: tuple[PageView, ...]
    remarks: tuple[Remark, ...]
    package: DocxPackage


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around a run say about it: tracked as put in, its style bold."""

    changed: bool = False
    bold: bool = False
    depth: int = 0


def read_docx(data: bytes) -> DocxContents:
    """Return the contents of the Word file. UnreadableError when it is protected, damaged or too large."""
    package = open_package(data)
    bold_styles = _bold_styles(package)
    sheet = Layout()
    for part in (*package.headers, package.document, *package.footers):
        sheet.y -= _ABOVE_FOOT_PT if part in package.footers[:1] else 0.0
        _set_blocks(part, sheet, _Around(), bold_styles)
    view = _view(sheet)
    text = "\n".join(_plain_lines(view))
    return DocxContents((text,), (view,), tuple(_tracked_changes(package.document)), package)


def _view(sheet: Layout) -> PageView:
    """Turn the sheet so that its foot is at zero, as on a page."""
    height = -sheet.y + 60.0

    def up(box: BoxPt) -> BoxPt:
        return (box[0] + 60, box[1] + height, box[2] + 60, box[3] + height)

    return PageView(
        1,
        max(sheet.right + 120.0, 400.0),
        height,
        tuple(replace(w, box=up(w.box)) for w in sheet.words),
        tuple(up(r) for r in sheet.rules),
        tuple(Ink(i.kind, up(i.box)) for i in sheet.inks),
        has_boxes=False,
    )


def _plain_lines(view: PageView) -> Iterator[str]:
    line: list[str] = []
    last = None
    for word in view.words:
        if last is not None and abs(word.box[1] - last) > 1:
            yield tidy("".join(line))
            line = []
        line.append(word.text if word.glued or not line else f" {word.text}")
        last = word.box[1]
    yield tidy("".join(line))


def _set_blocks(parent: etree._Element, sheet: Layout, around: _Around, bold: frozenset[str]) -> None:
    """Set the paragraphs and tables below ``parent``, whatever wraps them."""
    if around.depth > _DEPTH_AT_MOST:
        return
    deeper = replace(around, depth=around.depth + 1)
    for child in parent:
        tag = _tag(child)
        if tag == "p":
            _set_paragraph(child, sheet, around, bold)
        elif tag == "tbl":
            _set_table(child, sheet, deeper, bold)
        elif tag in ("ins", "moveTo"):
            _set_blocks(child, sheet, replace(deeper, changed=True), bold)
        elif tag in ("body", "sdt", "sdtContent", "customXml", "smartTag", "hdr", "ftr"):
            _set_blocks(child, sheet, deeper, bold)


def _set_table(table: etree._Element, sheet: Layout, around: _Around, bold: frozenset[str]) -> None:
    rows = []
    for row in _found(table, "tr", stop="tbl"):
        cells: list[tuple[int, Layout]] = []
        for cell in _found(row, "tc", stop="tbl"):
            layout = Layout()
            _set_blocks(cell, layout, around, bold)
            span = _number(cell.find(f"{W}tcPr/{W}gridSpan"))
            cells.append((min(max(span, 1), _COLUMNS_AT_MOST), layout))
            if len(cells) >= _COLUMNS_AT_MOST:
                break
        if row.find(f"{W}trPr/{W}del") is None:
            rows.append(cells)
    sheet.add_table(rows)


def _found(parent: etree._Element, name: str, *, stop: str) -> Iterator[etree._Element]:
    """Yield the rows or cells below ``parent`` through content controls, not those of tables inside."""
    for child in parent:
        tag = _tag(child)
        if tag == name:
            yield child
        elif tag in ("sdt", "sdtContent", "customXml", "ins") and tag != stop:
            yield from _found(child, name, stop=stop)


def _set_paragraph(paragraph: etree._Element, sheet: Layout, around: _Around, bold: frozenset[str]) -> None:
    runs = list(_runs(paragraph, around, bold))
    cut = paragraph.find(f".//{W}del") is not None or paragraph.find(f".//{W}moveFrom") is not None
    if cut and sum(len(run.text) for run in runs) < 200:
        # What stands beside a deletion is what somebody changed.
        runs = [replace(run, changed=True) for run in runs]
    sheet.add_paragraph(runs)
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(_tag(a) == "Fallback" for a in box.iterancestors()):
            inner = Layout()
            _set_blocks(box, inner, replace(around, depth=around.depth + 1), bold)
            sheet.add_below(inner)


def _runs(parent: etree._Element, around: _Around, bold: frozenset[str]) -> Iterator[Run]:
    for child in parent:
        tag = _tag(child)
        if tag == "r":
            yield from _run(child, around, bold)
        elif tag in ("ins", "moveTo"):
            yield from _runs(child, replace(around, changed=True), bold)
        elif tag == "sdt":
            yield from _control(child, around, bold)
        elif tag in ("hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo"):
            yield from _runs(child, around, bold)


def _control(control: etree._Element, around: _Around, bold: frozenset[str]) -> Iterator[Run]:
    """A content control: its text, or for a check box a box that is ticked or not; no placeholder."""
    properties = control.find(f"{W}sdtPr")
    box = properties.find(f"{_W14}checkbox") if properties is not None else None
    if box is not None:
        checked = box.find(f"{_W14}checked")
        value = checked.get(f"{_W14}val", "1") if checked is not None else "0"
        yield Run("☐" if value in _OFF else "☒")
        return
    content = control.find(f"{W}sdtContent")
    if content is None or (properties is not None and _is_on(properties.find(f"{W}showingPlcHdr"))):
        return
    yield from _runs(content, around, bold)


def _run(run: etree._Element, around: _Around, bold_styles: frozenset[str]) -> Iterator[Run]:
    properties = run.find(f"{W}rPr")
    style = _style(properties, around, bold_styles)
    if properties is not None and _is_on(properties.find(f"{W}vanish")):
        return
    for child in run:
        tag = _tag(child)
        if tag == "t":
            yield replace(style, text=child.text or "")
        elif tag in ("tab", "ptab"):
            yield replace(style, text="\t")
        elif tag in ("br", "cr"):
            yield replace(style, text="\n")
        elif tag == "noBreakHyphen":
            yield replace(style, text="-")
        elif tag == "sym":
            yield replace(style, text=symbol_of(child.get(f"{W}font", ""), child.get(f"{W}char", "")))
        elif tag == "fldChar":
            yield from _old_check_box(child)
        elif tag in ("drawing", "pict", "AlternateContent", "object"):
            yield from _pictures(child)


def _style(properties: etree._Element | None, around: _Around, bold_styles: frozenset[str]) -> Run:
    if properties is None:
        return Run(changed=around.changed)
    named = properties.find(f"{W}rStyle")
    in_bold_style = named is not None and named.get(f"{W}val") in bold_styles
    weight = properties.find(f"{W}b")
    shade = properties.find(f"{W}shd")
    tint = (shade.get(f"{W}fill") or "auto").lower() if shade is not None else "auto"
    highlight = properties.find(f"{W}highlight")
    return Run(
        bold=_is_on(weight) if weight is not None else in_bold_style,
        struck=_is_on(properties.find(f"{W}strike")) or _is_on(properties.find(f"{W}dstrike")),
        underlined=_is_on(properties.find(f"{W}u")) or properties.find(f"{W}bdr") is not None,
        highlighted=_is_on(highlight) or tint not in ("auto", "ffffff"),
        italic=_is_on(properties.find(f"{W}i")),
        coloured=_is_coloured(properties.find(f"{W}color")),
        changed=around.changed,
    )


def _is_coloured(colour: etree._Element | None) -> bool:
    """Whether a run's colour is red, green or blue rather than black or grey."""
    value = colour.get(f"{W}val", "") if colour is not None else ""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return False
    levels = [int(value[at : at + 2], 16) for at in (0, 2, 4)]
    return max(levels) - min(levels) > 70


def _old_check_box(field: etree._Element) -> Iterator[Run]:
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = box.find(f"{W}checked")
        state = checked if checked is not None else box.find(f"{W}default")
        yield Run("☒" if _is_on(state) else "☐")


def _pictures(drawing: etree._Element) -> Iterator[Run]:
    """Yield a run for each picture and each ink drawing; a shape that only holds text is none."""
    for element in drawing.iter():
        tag = _tag(element)
        fallback = any(_tag(a) == "Fallback" for a in element.iterancestors())
        if fallback and drawing.find(f".//{_MC}Choice//{{*}}blip") is not None:
            continue
        if tag in ("blip", "contentPart"):
            yield Run(picture_pt=_extent(drawing))
        elif tag == "imagedata" and not any(_tag(s) == "signatureline" for s in element.itersiblings()):
            yield Run(picture_pt=(120.0, 50.0))


def _extent(drawing: etree._Element) -> tuple[float, float]:
    extent = drawing.find(".//{*}extent")
    if extent is None:
        return (120.0, 50.0)
    try:
        width, height = int(extent.get("cx", "0")) / _EMU_PER_PT, int(extent.get("cy", "0")) / _EMU_PER_PT
    except ValueError:
        return (120.0, 50.0)
    return (min(max(width, 1.0), 2_000.0), min(max(height, 1.0), 2_000.0))


def _bold_styles(package: DocxPackage) -> frozenset[str]:
    if package.styles is None:
        return frozenset()
    found = set()
    for style in package.styles.iter(f"{W}style"):
        if style.get(f"{W}type") == "character" and _is_on(style.find(f"{W}rPr/{W}b")):
            found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)


def _tracked_changes(document: etree._Element) -> Iterator[Remark]:
    """Yield one remark when the text carries changes that nobody accepted (6.5 knows one text for all)."""
    put_in = [t for e in document.iter(f"{W}ins", f"{W}moveTo") if (t := _text_in(e, "t"))]
    taken_out = [
        t
        for e in document.iter(f"{W}del", f"{W}moveFrom")
        if (t := _text_in(e, "delText") or _text_in(e, "t"))
    ]
    if put_in or taken_out:
        parts = [f"put in: “{t[:80]}”" for t in put_in[:3]] + [
            f"taken out: “{t[:80]}”" for t in taken_out[:3]
        ]
        yield Remark(
            "tracked_changes", f"{len(put_in)} put in, {len(taken_out)} taken out; " + "; ".join(parts)
        )


def _text_in(element: etree._Element, name: str) -> str:
    return tidy("".join(t.text or "" for t in element.iter(f"{W}{name}")))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1").lower() not in _OFF


def _number(element: etree._Element | None) -> int:
    value = element.get(f"{W}val", "1") if element is not None else "1"
    return int(value) if value.isdigit() and len(value) < 6 else 1


def _tag(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
