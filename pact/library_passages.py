"""Passages of a criteria document: the pieces that can be quoted, and the criteria among them."""

import re
from dataclasses import dataclass
from enum import StrEnum

_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")


class PassageKind(StrEnum):
    """What a passage is in its document's structure."""

    CRITERION = "criterion"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage, word for word: ``text`` is the document's plain text from ``start`` to ``end``.

    A table row is "| cell | cell |", and ``header`` is its table's header row in that form. ``path``
    holds the section titles from the outside in. ``page`` counts from 1, None where there are none.
    ``criterion`` is the number it goes by, such as TS5, or nothing. ``level`` is one of the document's
    level words; nothing where it speaks of none, or of several.
    """

    number: int
    kind: PassageKind
    text: str
    header: str = ""
    path: tuple[str, ...] = ()
    page: int | None = None
    start: int = 0
    end: int = 0
    level: str = ""
    product_group: str = ""
    scheme: str = ""
    criterion: str = ""

    @property
    def shown(self) -> str:
        """The text in one line, as people read it: a row's cells stand apart by a bar."""
        if self.kind is PassageKind.TABLE_ROW:
            return " | ".join(cells_of(self.text))
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class CriterionRecord:
    """One criterion at one level: what is asked, and how it is proved. ``passage`` is where it stands.

    ``requirement`` and ``verification`` are word for word; ``name`` is what the criterion is called.
    """

    criterion: str
    requirement: str
    level: str
    verification: str
    product: str
    phase: str
    passage: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """What was read of a document: its plain text, and the passages and criteria that stand in it.

    ``headings`` are the section titles in order. ``unreadable_pages`` are pages, from 1, that show something
    from which no words could be had. ``pages`` is 0 where the format has none.
    """

    text: str
    passages: tuple[Passage, ...]
    criteria: tuple[CriterionRecord, ...] = ()
    headings: tuple[str, ...] = ()
    pages: int = 0
    unreadable_pages: tuple[int, ...] = ()

    @property
    def table_rows(self) -> int:
        """How many of the passages are table rows."""
        return sum(passage.kind is PassageKind.TABLE_ROW for passage in self.passages)


def as_row(cells: tuple[str, ...]) -> str:
    """Return cells as a table row; a bar inside a cell is kept apart by a backslash."""
    return "| " + " | ".join(" ".join(cell.split()).replace("|", r"\|") for cell in cells) + " |"


def cells_of(row: str) -> tuple[str, ...]:
    """Return the cells of a table row, without the space around them."""
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith(r"\|"):
        inner = inner[:-1]
    return tuple(cell.strip().replace(r"\|", "|") for cell in _BETWEEN_CELLS.split(inner))
