"""The blocks of a region: headings, paragraphs, list items, notes and tables, in the order of reading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.criteria.heading_looks import Look, looks_like_heading
from intake.criteria.pdf_aligned_tables import aligned_tables, is_list_line
from intake.criteria.pdf_columns import Region
from intake.criteria.pdf_hyphens import joined_lines
from intake.criteria.pdf_letters import LOWERED_AGAIN, RAISED, Line
from intake.criteria.pdf_ruled_tables import PlacedTable
from intake.criteria.table_rows import TableLine
from pact.library_elements import ElementKind

_ITEM = re.compile(r"(?:[•●▪■◦○‣·–—-]|(\d{1,2})[.)]|\(?([a-z]|[ivx]{2,4}|\d{1,2})\)|([a-z])\.)\s+(?=\S)")
_LEADER = re.compile(r"(?:\.\s?){5,}\s*(?:\d+|[ivxlc]+)$")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”»)]*$")
_NOTE = re.compile(rf"{RAISED}(\d+){LOWERED_AGAIN}\s*|(\d{{1,2}}|[*†‡]{{1,3}})\s*(?=[^\W\d_])")
_APART = 1.25
_USUAL_LEADING = 1.25
_FLUSH_PT = 4.0  # some programs let a point hang over the edge
_SMALL = 0.93
PLAIN = Look()
_LOWER_HALF = 0.45


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``number`` is what a note goes by; ``edges`` are the left edges of a table's columns.
    ``is_full`` says that its last line is as wide as the column, so that it may go on after it.

    A line of text has a table too where its pieces stand as wide apart as those of a row: the head of a
    table, or its last row, may be all of it that stands on a page.
    """

    kind: ElementKind
    text: str = ""
    look: Look = PLAIN
    marker: str = ""
    indent: float = 0.0
    number: str = ""
    table: tuple[TableLine, ...] = ()
    edges: tuple[float, ...] = ()
    page: int = 0
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class PageType:
    """What is usual in the document: the size of its text, its leading in sizes; and the page's height."""

    body_size: float
    leading: float
    height: float


def blocks_of(region: Region, tables: Sequence[PlacedTable], page: PageType) -> list[Block]:
    """Return the blocks of a region with the ruled tables that stand in it; notes come last."""
    lines = [line for line in region.lines if not _LEADER.search(line.text)]
    lines, notes = _split_notes(lines, page.body_size, page.height)
    found: list[tuple[float, Block]] = [(table.box[1], _table(table.lines, table.edges)) for table in tables]
    edges = sorted(table.box[1] for table in tables)
    for part in _parts(lines, edges):
        found += list(_part_blocks(part, region, page))
    ordered = [block for _, block in sorted(found, key=lambda one: one[0])]
    return [*ordered, *_notes(notes)]


def usual_leading(regions: Sequence[Region]) -> float:
    """Return how far apart the lines of a paragraph stand, in sizes of their type.

    Paragraphs stand further apart than their lines, so a small share of all gaps says it, even where
    most paragraphs are one line long.
    """
    gaps = sorted(
        (line.top - before.top) / line.size
        for region in regions
        for before, line in pairwise(region.lines)
        if abs(line.size - before.size) < 0.5 and 0.9 < (line.top - before.top) / line.size < 2.2
    )
    return gaps[len(gaps) // 8] if gaps else _USUAL_LEADING


def _parts(lines: Sequence[Line], edges: Sequence[float]) -> Iterator[list[Line]]:
    """Yield the lines between the tables."""
    tops = [float("-inf"), *edges, float("inf")]
    for above, below in pairwise(tops):
        part = [line for line in lines if above <= line.top < below]
        if part:
            yield part


def _part_blocks(lines: Sequence[Line], region: Region, page: PageType) -> Iterator[tuple[float, Block]]:
    at = 0
    for table in aligned_tables(lines):
        yield from _paragraphs(lines[at : table.first], region, page)
        yield lines[table.first].top, _table(table.rows, table.edges)
        at = table.last
    yield from _paragraphs(lines[at:], region, page)


def _table(rows: Sequence[TableLine], edges: Sequence[float]) -> Block:
    return Block(ElementKind.TABLE_ROW, table=tuple(rows), edges=tuple(edges))


def _paragraphs(lines: Sequence[Line], region: Region, page: PageType) -> Iterator[tuple[float, Block]]:
    if not lines:
        return
    right = _right_edge(region)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(groups[-1], before, line, page, right):
            groups.append([line])
        else:
            groups[-1].append(line)
    flush_at = right - _FLUSH_PT
    inner = [line for group in groups for line in group[:-1]]
    is_justified = sum(line.x1 > flush_at for line in inner) > 0.6 * len(inner)
    for group in groups:
        is_full = is_justified and group[-1].x1 > flush_at
        yield group[0].top, replace(_block(group, page.body_size), is_full=is_full)


def _right_edge(region: Region) -> float:
    """Return where full lines end: what goes beyond it alone, such as a table, is left aside."""
    ends = sorted(line.x1 for line in region.lines if len(line.pieces) == 1)
    return ends[(len(ends) - 1) * 9 // 10] if ends else region.right


def _begins(group: Sequence[Line], before: Line, line: Line, page: PageType, right: float) -> bool:
    """Whether a line begins a new block; ``right`` is where full lines end."""
    if abs(line.size - before.size) > 0.08 * before.size or line.bold != before.bold:
        return True
    if line.top - before.top > _APART * page.leading * line.size:
        return True
    is_broken = _would_have_fitted(line, before, right)
    if _ITEM.match(line.text) and (is_broken or _SENTENCE_END.search(before.text)):
        return True
    if is_broken:
        return True
    is_item = _ITEM.match(group[0].text) is not None
    return not is_item and line.x0 > group[-1].x0 + 0.8 * line.size and len(group) > 1


def _would_have_fitted(line: Line, before: Line, right: float) -> bool:
    """Whether the first word of a line had room on the line above: then that one was ended on purpose."""
    letter = (line.pieces[0].x1 - line.pieces[0].x0) / max(len(line.pieces[0].text), 1)
    word = len(line.text.split(" ", 1)[0]) + 1
    return before.x1 + 1.1 * letter * word < right - 0.03 * (right - before.x0)


def _block(lines: Sequence[Line], body_size: float) -> Block:
    text = joined_lines([line.text for line in lines])
    first = lines[0]
    if len(lines) == 1 and len(first.pieces) > 1 and not is_list_line(first):
        return replace(_block_of_text(lines, text, body_size), table=(_as_row(first),), edges=_edges(first))
    return _block_of_text(lines, text, body_size)


def _as_row(line: Line) -> TableLine:
    return TableLine(tuple(piece.text for piece in line.pieces), stands_out=line.bold)


def _edges(line: Line) -> tuple[float, ...]:
    return tuple(piece.x0 for piece in line.pieces)


def _block_of_text(lines: Sequence[Line], text: str, body_size: float) -> Block:
    first = lines[0]
    look = Look(round(first.size / body_size, 2), all(line.bold for line in lines))
    if looks_like_heading(text, look):
        return Block(ElementKind.HEADING, text, look)
    item = _ITEM.match(text)
    if item is not None:
        marker = item[1] or item[2] or item[3] or ""
        return Block(ElementKind.LIST_ITEM, text[item.end() :], look, marker, first.x0)
    return Block(ElementKind.PARAGRAPH, text, look)


def _split_notes(
    lines: list[Line], body_size: float, page_height: float
) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines without the notes at the foot of the page, and the lines of each note."""
    first = len(lines)
    while first and _is_small(lines[first - 1], body_size, page_height):
        first -= 1
    while first < len(lines) and not _NOTE.match(lines[first].text):
        first += 1
    notes: list[list[Line]] = []
    for line in lines[first:]:
        if _NOTE.match(line.text):
            notes.append([])
        notes[-1].append(line)
    return lines[:first], notes


def _is_small(line: Line, body_size: float, page_height: float) -> bool:
    is_note_or_more = len(line.pieces) == 1 or _NOTE.match(f"{line.pieces[0].text} x") is not None
    return line.size < _SMALL * body_size and line.top > _LOWER_HALF * page_height and is_note_or_more


def _notes(notes: Sequence[Sequence[Line]]) -> Iterator[Block]:
    for lines in notes:
        text = joined_lines([line.text for line in lines])
        mark = _NOTE.match(text)
        assert mark is not None  # a note begins with its mark
        number = mark[1] or mark[2] or ""
        yield replace(Block(ElementKind.FOOTNOTE, text[mark.end() :]), number=number)
