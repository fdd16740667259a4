"""Criteria documents in Word: paragraphs, lists, tables and notes in the order in which they are read."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from intake.criteria.docx_styles import DocxStyles, StyleFacts, W, number_of, value_of
from intake.criteria.docx_words import ParagraphWords, boxes_in, seen_paragraphs, words_of_paragraph
from intake.criteria.heading_looks import Look, heading_depths, looks_like_heading
from intake.criteria.office_properties import office_properties
from intake.criteria.table_rows import TableLine, table_elements
from intake.criteria.typed_items import with_typed_items
from intake.docx.docx_package import DocxPackage, open_package
from intake.docx.list_numbers import ListNumbers
from pact.library_elements import DocumentElements, Element, ElementKind

_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_DEEPEST = 40
_CONTENTS = ("toc ", "table of figures", "index ")


def read_docx_criteria(data: bytes) -> DocumentElements:
    """Return the elements of a Word file. UnreadableError when it is protected, damaged or too large."""
    package = open_package(data, with_numbering=True)
    reading = _Reading(package)
    found = list(reading.blocks(package.document.find(f"{W}body"), 0))
    elements = with_typed_items(list(_with_depths(found)))
    return DocumentElements(elements=tuple(elements), described=office_properties(data))


@dataclass(frozen=True, slots=True)
class _Found:
    """An element; ``look`` is set where it is a heading by its look alone."""

    element: Element
    look: Look | None = None


@dataclass
class _Reading:
    """One reading of a file: its styles, its lists counted on, and its notes."""

    package: DocxPackage
    styles: DocxStyles = field(init=False)
    numbers: ListNumbers = field(init=False)
    usual_size: int = field(init=False)

    def __post_init__(self) -> None:
        self.styles = DocxStyles(self.package.styles)
        self.numbers = ListNumbers(self.package.numbering, self.package.styles)
        self.usual_size = self.styles.usual_size

    def blocks(self, parent: etree._Element | None, depth: int) -> Iterator[_Found]:
        """Yield what stands in a body, a text box or a content control, in its order."""
        if parent is None or depth > _DEEPEST:
            return
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                yield from (_Found(row) for row in table_elements(self._lines(child)))
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[_Found]:
        words = words_of_paragraph(paragraph, self.styles, self.usual_size)
        facts = self.styles.facts(value_of(paragraph.find(f"{W}pPr/{W}pStyle")) or "Normal")
        number = self.numbers.next_for(paragraph)
        if words.text and not facts.name.startswith(_CONTENTS):
            yield self._found(paragraph, words, facts, number)
        yield from self._notes(words)
        for box in boxes_in(paragraph):
            yield from self.blocks(box, depth + 1)

    def _found(
        self, paragraph: etree._Element, words: ParagraphWords, facts: StyleFacts, number: str
    ) -> _Found:
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        outline = number_of(own) + 1 if own is not None and number_of(own) < 9 else facts.outline
        numbered = f"{number} {words.text}".strip()
        if outline:
            return _Found(Element(ElementKind.HEADING, numbered, outline))
        list_level = _list_level(paragraph, facts)
        is_bullet = list_level >= 0 and not number
        if not is_bullet and looks_like_heading(numbered, words.look):
            return _Found(Element(ElementKind.HEADING, numbered), words.look)
        if list_level >= 0:
            marker = number.strip("().")
            return _Found(Element(ElementKind.LIST_ITEM, words.text, list_level + 1, marker))
        return _Found(Element(ElementKind.PARAGRAPH, words.text))

    def _notes(self, words: ParagraphWords) -> Iterator[_Found]:
        for kind, number in words.notes:
            notes = self.package.footnotes if kind == "footnote" else self.package.endnotes
            for note in notes if notes is not None else ():
                if note.get(f"{W}id") == number:
                    text = self._all_words(note)
                    yield _Found(Element(ElementKind.FOOTNOTE, text))

    def _all_words(self, parent: etree._Element) -> str:
        """Return the words of everything in a note or a cell, with the numbers that Word counts."""
        said: list[str] = []
        for paragraph in seen_paragraphs(parent):
            number = self.numbers.next_for(paragraph)
            said += [number, words_of_paragraph(paragraph, self.styles, self.usual_size).text]
        return " ".join(part for part in said if part)

    def _lines(self, table: etree._Element) -> list[TableLine]:
        lines: list[TableLine] = []
        above: list[str] = []
        for row in _rows(table):
            cells = list(self._cells(row, above))
            above = cells
            said = row.find(f"{W}trPr/{W}tblHeader")
            is_head = said is not None and value_of(said).lower() not in ("0", "false")
            lines.append(TableLine(tuple(cells), is_head, self._stands_out(row)))
        return lines

    def _cells(self, row: etree._Element, above: list[str]) -> Iterator[str]:
        at = number_of(row.find(f"{W}trPr/{W}gridBefore"))
        yield from [""] * at
        for cell in row.iterchildren(f"{W}tc", f"{W}sdt"):
            inner = cell if cell.tag == f"{W}tc" else cell.find(f"{W}sdtContent/{W}tc")
            if inner is None:
                continue
            merged = inner.find(f"{W}tcPr/{W}vMerge")
            goes_on = merged is not None and value_of(merged) in ("", "continue")
            text = above[at] if goes_on and at < len(above) else self._all_words(inner)
            span = max(number_of(inner.find(f"{W}tcPr/{W}gridSpan")), 1)
            yield from [text] * min(span, 63)
            at += span

    def _stands_out(self, row: etree._Element) -> bool:
        said = [
            words
            for paragraph in seen_paragraphs(row)
            if (words := words_of_paragraph(paragraph, self.styles, self.usual_size)).text
        ]
        shaded = [one.get(f"{W}fill", "auto") for one in row.iter(f"{W}shd")]
        on_ground = bool(shaded) and all(fill.lower() not in ("auto", "ffffff", "") for fill in shaded)
        return bool(said) and (all(words.look.bold for words in said) or on_ground)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _list_level(paragraph: etree._Element, facts: StyleFacts) -> int:
    """Return how deep in a list a paragraph lies, from 0; -1 where it lies in none."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    if own is None:
        return facts.list_level
    if value_of(own.find(f"{W}numId")) in ("", "0"):
        return -1
    return number_of(own.find(f"{W}ilvl"))


def _with_depths(found: list[_Found]) -> Iterator[Element]:
    """Yield the elements; headings by their look lie below those that a style names."""
    styled = max(
        (one.element.depth for one in found if one.element.kind is ElementKind.HEADING and not one.look),
        default=0,
    )
    depths = iter(heading_depths([(one.element.text, one.look) for one in found if one.look]))
    for one in found:
        yield replace(one.element, depth=styled + next(depths)) if one.look else one.element
