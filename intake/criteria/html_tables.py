"""The tables of a page: their rows, with cells that go over several rows or columns said in each."""

from collections.abc import Iterator

from lxml import etree

from intake.criteria.html_words import is_unseen, tag_of, text_of
from intake.criteria.table_rows import TableLine

_WIDEST = 100
_LONGEST_SPAN = 1000


def cells_with_blocks(table: etree._Element) -> bool:
    """Whether a table only arranges a page: it says so, holds another table, or is a single cell."""
    if table.get("role", "") in ("presentation", "none"):
        return True
    cells = sum(1 for _ in table.iter("td", "th"))
    return cells < 2 or next(table.iterdescendants("table"), None) is not None


def lines_of_table(table: etree._Element) -> list[TableLine]:
    """Return the rows of a table."""
    lines: list[TableLine] = []
    below: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        if is_unseen(row):
            continue
        cells = [cell for cell in row if tag_of(cell) in ("td", "th")]
        texts = list(_texts(cells, below))
        in_head = any(tag_of(above) == "thead" for above in row.iterancestors())
        is_head = in_head or bool(cells and all(tag_of(cell) == "th" for cell in cells))
        bold = bool(cells) and all(_is_bold(cell) for cell in cells)
        lines.append(TableLine(tuple(texts), is_head, bold))
    return lines


def _texts(cells: list[etree._Element], below: dict[int, tuple[int, str]]) -> Iterator[str]:
    """Yield the text of each column; ``below`` holds what goes on from the rows above."""
    at = 0
    waiting = iter(cells)
    while at < _WIDEST:
        if at in below:
            left, text = below.pop(at)
            if left > 1:
                below[at] = (left - 1, text)
            yield text
            at += 1
            continue
        cell = next(waiting, None)
        if cell is None:
            if not any(column > at for column in below):
                return
            yield ""
            at += 1
            continue
        text = text_of(cell)
        rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
        for column in range(at, min(at + columns, _WIDEST)):
            if rows > 1:
                below[column] = (rows - 1, text)
            yield text
        at += columns


def _span(cell: etree._Element, name: str) -> int:
    said = str(cell.get(name, "1"))
    return min(max(int(said), 1), _LONGEST_SPAN) if said.isdecimal() and len(said) < 6 else 1


def _is_bold(cell: etree._Element) -> bool:
    if tag_of(cell) == "th":
        return True
    words = text_of(cell).split()
    return bool(words) and words == [
        word for one in cell.iter("b", "strong") for word in text_of(one).split()
    ]
