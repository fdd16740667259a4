"""What a reader finds in a criteria document, in order: headings, paragraphs, list items, rows, footnotes."""

from dataclasses import dataclass
from enum import StrEnum


class ElementKind(StrEnum):
    """What an element is by its form."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Element:
    """One element. ``depth`` is a heading's level from 1, or how deep a list item lies, from 1.

    ``marker`` is the number or letter that a list item goes by, without its point. ``header`` is the
    header row of a row's table. ``start`` and ``end`` are where it stands in the source's own text;
    -1 where the format has no text of its own.
    """

    kind: ElementKind
    text: str
    depth: int = 0
    marker: str = ""
    header: str = ""
    page: int | None = None
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class DocumentElements:
    """All that was read of a file.

    ``text`` is the source's own text, None where it has none. ``described`` are the names and values by which
    the file describes itself. ``problem`` is a sentence that says why nothing could be read.
    """

    elements: tuple[Element, ...] = ()
    text: str | None = None
    pages: int = 0
    unreadable_pages: tuple[int, ...] = ()
    described: tuple[tuple[str, str], ...] = ()
    media_type: str = ""
    problem: str = ""

    def said(self, name: str) -> str:
        """Return what the file says about itself under this name, or nothing."""
        return next((value for known, value in self.described if known == name), "")
