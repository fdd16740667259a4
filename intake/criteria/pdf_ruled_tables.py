"""Tables whose cells a page rules off: found by their rules, filled with the letters inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from intake.criteria.pdf_hyphens import joined_lines
from intake.criteria.pdf_letters import Letter, lines_of
from intake.criteria.table_rows import TableLine

Box = tuple[float, float, float, float]
_SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 3}


class _Row(Protocol):
    cells: list[Box | None]


class _Found(Protocol):
    bbox: Box
    rows: list[_Row]


class RuledPage(Protocol):
    """What is asked of a page."""

    def find_tables(self, table_settings: dict[str, object]) -> list[_Found]:
        """Return the tables of the page."""
        ...


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with its place in points: x0, top, x1, bottom; ``edges`` are its columns' left edges."""

    lines: tuple[TableLine, ...]
    box: Box
    edges: tuple[float, ...]


def ruled_tables(page: RuledPage, letters: Sequence[Letter]) -> list[PlacedTable]:
    """Return the ruled tables of a page; a frame around text, or around nothing, is none."""
    placed = [_placed(found, letters) for found in page.find_tables(dict(_SETTINGS))]
    return [table for table in placed if table is not None]


def is_inside(letter: Letter, box: Box) -> bool:
    """Whether the middle of a letter lies in a box."""
    return box[0] <= (letter.x0 + letter.x1) / 2 <= box[2] and box[1] <= letter.middle <= box[3]


def _placed(found: _Found, letters: Sequence[Letter]) -> PlacedTable | None:
    inside = [one for one in letters if is_inside(one, found.bbox)]
    edges = sorted({round(cell[0], 1) for row in found.rows for cell in row.cells if cell})
    if len(edges) < 2:
        return None
    lines = tuple(_line(row, inside, edges) for row in found.rows)
    filled = [line for line in lines if not line.is_empty]
    columns = {at for line in filled for at, cell in enumerate(line.cells) if cell}
    return PlacedTable(tuple(filled), found.bbox, tuple(edges)) if len(columns) > 1 else None


def _line(row: _Row, letters: Sequence[Letter], edges: Sequence[float]) -> TableLine:
    cells: list[str] = []
    bold: list[bool] = []
    for cell in row.cells:
        if cell is None:
            continue
        lines = lines_of([one for one in letters if is_inside(one, cell)])
        text = joined_lines([line.text for line in lines])
        bold += [line.bold for line in lines]
        # A cell over several columns is said in each of them.
        cells += [text] * max(sum(1 for edge in edges if cell[0] - 1 <= edge < cell[2] - 1), 1)
    return TableLine(tuple(cells), stands_out=bool(bold) and all(bold))
