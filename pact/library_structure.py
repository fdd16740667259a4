"""From the elements of a document to its passages: each with its section path, number, level and product."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pact.folding import LONGEST_NAME
from pact.library_documents import LibraryDocument
from pact.library_elements import DocumentElements, Element, ElementKind
from pact.library_levels import level_of, level_of_head, level_words_in
from pact.library_numbers import clause_number, criterion_number, section_number
from pact.library_passages import DocumentContent, Passage, PassageKind, cells_of
from pact.library_products import product_groups_in, schemes_in
from pact.library_records import records_of

_NUMBER_HEADS = ("no", "nr", "n", "nummer", "number", "num", "id", "#", "ref", "code", "nº", "n°")
_KINDS = {
    ElementKind.PARAGRAPH: PassageKind.PARAGRAPH,
    ElementKind.LIST_ITEM: PassageKind.LIST_ITEM,
    ElementKind.TABLE_ROW: PassageKind.TABLE_ROW,
    ElementKind.FOOTNOTE: PassageKind.FOOTNOTE,
}


def content_of(read: DocumentElements, document: LibraryDocument) -> DocumentContent:
    """Return the text, passages and criteria of what was read.

    Where the source has no text of its own, its text is the elements, one below the other.
    """
    level_words = document.level_words or level_words_found(read)
    text, placed = _placed(read)
    passages = tuple(_Sections(document, level_words).passages(placed))
    headings = tuple(one.text for one in read.elements if one.kind is ElementKind.HEADING)
    records = records_of(passages, level_words, document.product_groups)
    return DocumentContent(text, passages, records, headings, read.pages, read.unreadable_pages)


def level_words_found(read: DocumentElements) -> tuple[str, ...]:
    """Return the level words that the document is seen to use, for one that does not name them."""
    return level_words_in([text for one in read.elements for text in (one.header, one.text) if text])


def _placed(read: DocumentElements) -> tuple[str, list[tuple[Element, int, int]]]:
    """Return the document's plain text, and each element with where it stands there."""
    if read.text is not None:
        return read.text, [(one, one.start, one.end) for one in read.elements]
    pieces: list[str] = []
    placed: list[tuple[Element, int, int]] = []
    length = 0
    for one in read.elements:
        placed.append((one, length, length + len(one.text)))
        pieces.append(one.text)
        length += len(one.text) + 1
    return "\n".join(pieces), placed


@dataclass
class _Sections:
    """Where in the document one stands: the titles above, and the point of a numbered list."""

    document: LibraryDocument
    level_words: tuple[str, ...]
    titles: list[tuple[int, str]] = field(default_factory=list)
    point: str = ""

    def passages(self, placed: list[tuple[Element, int, int]]) -> Iterator[Passage]:
        number = 0
        for element, start, end in placed:
            if element.kind is ElementKind.HEADING:
                self._enter(element)
                continue
            number += 1
            yield self._passage(element, number, (start, end))

    def _enter(self, heading: Element) -> None:
        self.titles = [(depth, title) for depth, title in self.titles if depth < heading.depth]
        self.titles.append((heading.depth, heading.text))
        self.point = ""

    def _passage(self, element: Element, number: int, place: tuple[int, int]) -> Passage:
        path = tuple(title for _, title in self.titles)
        own = self._own_number(element)
        kind = _KINDS[element.kind]
        is_text = kind in (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)
        if is_text and (own or any(criterion_number(title) for title in path[-1:])):
            kind = PassageKind.CRITERION
        return Passage(
            number=number,
            kind=kind,
            text=element.text,
            header=element.header,
            path=path,
            page=element.page,
            start=place[0],
            end=place[1],
            level=_row_level(element, self.level_words) or level_of(element.text, path, self.level_words),
            product_group=self._product_group(element, path),
            scheme=self._scheme(path),
            criterion=own or self._listed(element) or self._section(path),
        )

    def _own_number(self, element: Element) -> str:
        if element.kind is not ElementKind.TABLE_ROW:
            return section_number(element.text)
        cells, heads = cells_of(element.text), cells_of(element.header) if element.header else ("",)
        first = cells[0].strip(" *_")
        if section_number(first) == first:
            return first
        is_numbered = heads[0].strip(" *_.").lower() in _NUMBER_HEADS
        return first if is_numbered and len(first) <= 20 else ""

    def _listed(self, element: Element) -> str:
        """Return the number of a point in a numbered section, as clauses are cited."""
        if element.kind is not ElementKind.LIST_ITEM or not element.marker:
            return ""
        if element.marker.isdecimal():
            self.point = element.marker
        section = next((found for _, title in reversed(self.titles) if (found := section_number(title))), "")
        item = "" if element.marker.isdecimal() else element.marker
        return clause_number(section, self.point, item) if section and self.point else ""

    def _section(self, path: tuple[str, ...]) -> str:
        return next((found for title in reversed(path) if (found := section_number(title))), "")

    def _product_group(self, element: Element, path: tuple[str, ...]) -> str:
        # The first title is most often the document's own, and speaks of all its products.
        for text in (*reversed(path[1:]), element.text, *path[:1]):
            if groups := product_groups_in(text[:LONGEST_NAME]):
                return _named(groups)
        only = self.document.product_groups
        return only[0] if len(only) == 1 else ""

    def _scheme(self, path: tuple[str, ...]) -> str:
        for text in (*reversed(path), self.document.title, self.document.issuer):
            if schemes := schemes_in(text[:LONGEST_NAME]):
                return schemes[0]
        return ""


def _named(groups: tuple[str, ...]) -> str:
    """Return one product group for a passage: "refurbished laptops" is narrower than either word."""
    if groups[0] == "refurbished" and len(groups) > 1:
        return f"refurbished {groups[1]}"
    return groups[0] if len(groups) == 1 else ", ".join(groups)


def _row_level(element: Element, level_words: tuple[str, ...]) -> str:
    """Return the level that a row's own cell names, where the table has a column of levels."""
    if element.kind is not ElementKind.TABLE_ROW:
        return ""
    named = {level for cell in cells_of(element.text) if (level := level_of_head(cell, level_words))}
    return named.pop() if len(named) == 1 else ""
