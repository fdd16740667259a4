"""Criteria documents in HTML: headings, paragraphs, lists, tables and notes of the text itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from intake.criteria.html_tables import cells_with_blocks, lines_of_table
from intake.criteria.html_words import BLOCKS, is_note, is_unseen, tag_of, text_of
from intake.criteria.table_rows import table_elements
from intake.criteria.typed_items import with_typed_items
from intake.page.unreadable import UnreadableError
from pact.documents import ReadErrorCode
from pact.library_elements import DocumentElements, Element, ElementKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEEPEST = 200
_NAMES = {
    "dc.title": "title",
    "dcterms.title": "title",
    "dc.publisher": "publisher",
    "dcterms.publisher": "publisher",
    "publisher": "publisher",
    "dcterms.issued": "date",
    "dc.date": "date",
    "date": "date",
    "version": "version",
    "edition": "edition",
    "dcterms.license": "licence",
    "dc.rights": "licence",
    "license": "licence",
    "audience": "audience",
    "sample": "sample",
    "status": "status",
    "levels": "levels",
    "product": "product",
}


def read_html_criteria(text: str) -> DocumentElements:
    """Return the elements of a page in HTML. UnreadableError when it is none."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(ReadErrorCode.DAMAGED, "The page holds no text that can be read.") from error
    body = root.find(".//body")
    reading = _Reading()
    reading.walk(root if body is None else body, 0)
    reading.flush()
    return DocumentElements(
        elements=tuple(with_typed_items(reading.found)), described=tuple(_described(root))
    )


@dataclass
class _Item:
    """A list item whose first words are still to come."""

    depth: int
    marker: str


@dataclass
class _Reading:
    """What has been found so far, and the words of the paragraph that stands open."""

    found: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    item: _Item | None = None
    lists: int = 0
    in_note: bool = False

    def walk(self, element: etree._Element, depth: int) -> None:
        """Read an element and what is below it, in order; the text after it is its parent's."""
        tag = tag_of(element)
        if depth > _DEEPEST or is_unseen(element):
            return
        if tag in BLOCKS:
            self.flush()
        if tag in _HEADINGS:
            self._heading(element, _HEADINGS[tag])
        elif tag == "table" and not cells_with_blocks(element):
            self._table(element)
        elif tag in ("ul", "ol"):
            self._list(element, depth)
        elif tag == "br":
            self.pieces.append(" ")
        else:
            self._inside(element, depth)
        if tag in BLOCKS:
            self.flush()

    def flush(self) -> None:
        """End the paragraph that stands open."""
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if not text:
            return
        if self.in_note:
            self.found.append(Element(ElementKind.FOOTNOTE, text))
        elif self.item is not None:
            self.found.append(Element(ElementKind.LIST_ITEM, text, self.item.depth, self.item.marker))
        else:
            self.found.append(Element(ElementKind.PARAGRAPH, text))
        self.item = None

    def _inside(self, element: etree._Element, depth: int) -> None:
        was_note = self.in_note
        self.in_note = was_note or is_note(element)
        self.pieces.append(element.text or "")
        for child in element:
            self.walk(child, depth + 1)
            self.pieces.append(child.tail or "")
        if self.in_note and not was_note:
            self.flush()
        self.in_note = was_note

    def _heading(self, element: etree._Element, level: int) -> None:
        text = text_of(element)
        if text:
            self.found.append(Element(ElementKind.HEADING, text, level))

    def _table(self, table: etree._Element) -> None:
        caption = table.find("caption")
        if caption is not None:
            self.pieces.append(text_of(caption))
            self.flush()
        self.found += table_elements(lines_of_table(table))

    def _list(self, element: etree._Element, depth: int) -> None:
        self.lists += 1
        count = _start_of(element)
        for child in element:
            if tag_of(child) != "li" or is_unseen(child):
                self.walk(child, depth + 1)
                continue
            said = child.get("value", "")
            count = int(said) if said.isdecimal() and len(said) < 6 else count
            marker = _marker(element, count) if tag_of(element) == "ol" else ""
            self.item = _Item(self.lists, marker)
            self._inside(child, depth + 1)
            self.flush()
            self.item = None
            count += 1
        self.lists -= 1


def _start_of(element: etree._Element) -> int:
    said = element.get("start", "")
    return int(said) if said.isdecimal() and len(said) < 6 else 1


def _marker(element: etree._Element, count: int) -> str:
    if element.get("type", "1").lower() == "a" and count <= 26:
        return chr(ord("a") + count - 1)
    return str(count)


def _described(root: etree._Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = _NAMES.get(str(meta.get("name", "")).lower())
        value = " ".join(str(meta.get("content", "")).split())
        if name and value:
            yield name, value
    title = root.find(".//title")
    if title is not None and (words := " ".join((title.text or "").split())):
        yield "title", words
    if language := str(root.get("lang", "")):
        yield "language", language
