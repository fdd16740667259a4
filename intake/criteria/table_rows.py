"""The rows of a table: which of them are its head, and how the head goes with the others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pact.library_elements import Element, ElementKind
from pact.library_passages import as_row

_FIGURE = re.compile(r"\d")
_LONGEST_HEAD = 80
_MOST_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row as it stands in the file. ``is_head`` is what the file says of it; ``stands_out`` that all its
    words are bold, or on a ground of their own."""

    cells: tuple[str, ...]
    is_head: bool = False
    stands_out: bool = False
    page: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds a word."""
        return not any(self.cells)


def table_elements(lines: Sequence[TableLine], page: int | None = None) -> list[Element]:
    """Return the rows of a table, each with the head of the table.

    A first row that may be a head, and may as well be a row, is both: nothing is lost by it.
    """
    lines = [line for line in lines if not line.is_empty]
    heads = head_rows(lines)
    header = joined_head(lines[:heads])
    rows = lines[heads:]
    if not heads and len(lines) > 1 and may_be_head(lines[0]):
        header = as_row(lines[0].cells)
        return [row_element(lines[0].cells, "", page)] + [
            row_element(one.cells, header, page) for one in lines[1:]
        ]
    return [row_element(one.cells, header, page) for one in rows]


def row_element(cells: Sequence[str], header: str, page: int | None) -> Element:
    """Return one row. A cell that goes over the whole width stands alone in it."""
    said = tuple(cells)
    if len(said) > 1 and said[0] and len(set(said)) == 1:
        said = said[:1]
    return Element(ElementKind.TABLE_ROW, as_row(said), header=header, page=page)


def joined_head(lines: Sequence[TableLine]) -> str:
    """Return the head as one row: what stands over a column in several rows is read downwards."""
    if not lines:
        return ""
    width = max(len(line.cells) for line in lines)
    columns = [[line.cells[at] for line in lines if at < len(line.cells)] for at in range(width)]
    return as_row(tuple(" ".join(dict.fromkeys(cell for cell in column if cell)) for column in columns))


def head_rows(lines: Sequence[TableLine]) -> int:
    """Return how many rows, from the top, are surely the table's head."""
    said = 0
    while said < min(len(lines), _MOST_HEAD_ROWS) and lines[said].is_head:
        said += 1
    if said or len(lines) < 2:
        return said if said < len(lines) else 0
    first, others = lines[0], lines[1:]
    if not may_be_head(first):
        return 0
    if first.stands_out and not all(line.stands_out for line in others):
        return 1
    return int(_figures_below(first, others))


def may_be_head(line: TableLine) -> bool:
    """Whether the row could be a head: several short cells, hardly one of them empty."""
    filled = [cell for cell in line.cells if cell]
    return (
        len(filled) > 1
        and len(filled) >= len(line.cells) - 1
        and all(len(cell) <= _LONGEST_HEAD for cell in filled)
    )


def _figures_below(first: TableLine, others: Sequence[TableLine]) -> bool:
    """Whether a column of figures stands below words: then the words are its head."""
    return any(
        cell
        and not _FIGURE.search(cell)
        and all(at < len(line.cells) and _FIGURE.search(line.cells[at]) for line in others)
        for at, cell in enumerate(first.cells)
    )
