"""Tables without rules: lines whose pieces stand one below the other, put together to rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.criteria.pdf_hyphens import joined_lines
from intake.criteria.pdf_letters import Line, Piece
from intake.criteria.table_rows import TableLine

_MARKER = re.compile(
    r"[•●▪■◦○‣–—*·-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,3}(?:\.\d{1,3})*)[.)]?|\d{1,3}(?:\.\d{1,3})+"
)
_APART = 1.25
_FURTHEST = 2.6
_LEADING = 1.45  # of the size: the lines of a cell stand no further apart
_MOST_BEGIN = 0.6
_LEAST_STRIP_PT = 2.0

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """The rows of a table, which takes the lines from ``first`` up to ``last`` of its region."""

    rows: tuple[TableLine, ...]
    first: int
    last: int
    edges: tuple[float, ...]


def aligned_tables(lines: Sequence[Line]) -> list[AlignedTable]:
    """Return the tables among the lines of a region, from top to bottom."""
    found: list[AlignedTable] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        if table is None:
            at += 1
        else:
            found.append(table)
            at = table.last
    return found


def is_list_line(line: Line) -> bool:
    """Whether a line is a marker or number and what follows it: no row of a table."""
    return len(line.pieces) == 2 and _MARKER.fullmatch(line.pieces[0].text) is not None


def _table_at(lines: Sequence[Line], first: int) -> AlignedTable | None:
    if not _may_be_row(lines[first]):
        return None
    last = first + 1
    while last < len(lines) and _goes_on(lines, first, last):
        last += 1
    run = list(lines[first:last])
    while run and not _may_be_row(run[-1]) and not _is_tail(run):
        run.pop()
    columns = _columns([line for line in run if len(line.pieces) > 1])
    if sum(_may_be_row(line) for line in run) < 2 or len(columns) < 2:
        return None
    rows = tuple(_row(group, columns) for group in _grouped(run, columns))
    edges = tuple(left for left, _ in columns)
    return AlignedTable(rows, first, first + len(run), edges) if len(rows) > 1 else None


def _may_be_row(line: Line) -> bool:
    return len(line.pieces) > 1 and not is_list_line(line)


def _goes_on(lines: Sequence[Line], first: int, at: int) -> bool:
    """Whether a line belongs to the table that begins at ``first``: near, and within its columns."""
    line, before = lines[at], lines[at - 1]
    if line.top - before.bottom > _FURTHEST * line.size or abs(line.size - before.size) > 0.15 * before.size:
        return False
    columns = _columns([one for one in lines[first:at] if len(one.pieces) > 1])
    if len(line.pieces) > 1:
        both = _columns([*(one for one in lines[first:at] if len(one.pieces) > 1), line])
        return len(both) >= 2 and len(both) >= min(len(columns), len(line.pieces))
    piece = line.pieces[0]
    met = [column for column in columns if piece.x0 < column[1] and piece.x1 > column[0]]
    if len(met) != 1:
        return False
    # In the first column alone: a cell that goes on below, or what follows the table.
    is_first = met[0] == columns[0]
    return not is_first or (_is_close(lines, at) and line.bold == before.pieces[0].bold)


def _is_close(lines: Sequence[Line], at: int) -> bool:
    return lines[at].top - lines[at - 1].bottom < 0.5 * lines[at].size


def _is_tail(run: Sequence[Line]) -> bool:
    """Whether the last line goes on with a cell of the row above it."""
    return len(run) > 1 and run[-1].top - run[-2].bottom < 0.5 * run[-1].size


def _columns(lines: Sequence[Line]) -> list[Span]:
    """Return the columns as spans from left to right: what stands one below the other is one.

    Where one cell reaches into the next column, most other rows still show the white strip between.
    """
    spans = sorted((piece.x0, piece.x1) for line in lines for piece in line.pieces)
    merged: list[Span] = []
    for left, right in spans:
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return [part for span in merged for part in _parted(span, lines)]


def _parted(span: Span, lines: Sequence[Line]) -> list[Span]:
    """Return a column, or the two that it is: half of the lines and more have a piece in each."""
    starts = sorted({piece.x0 for line in lines for piece in line.pieces if span[0] < piece.x0 < span[1]})
    for start in starts:
        strip = start - _LEAST_STRIP_PT
        crossing = sum(any(one.x0 < strip < one.x1 for one in line.pieces) for line in lines)
        beside = sum(
            any(span[0] <= one.x0 and one.x1 <= strip for one in line.pieces)
            and any(abs(one.x0 - start) < _LEAST_STRIP_PT for one in line.pieces)
            for line in lines
        )
        if crossing <= len(lines) // 5 and 2 * beside >= len(lines):
            return [(span[0], strip), *_parted((start, span[1]), lines)]
    return [span]


def _grouped(run: Sequence[Line], columns: Sequence[Span]) -> list[list[Line]]:
    """Return the lines of each row: rows stand further apart than the lines of a cell, or begin anew."""
    gaps = [line.top - before.top for before, line in pairwise(run)]
    tight = min(gaps)
    close = [line for gap, line in zip(gaps, run[1:], strict=True) if gap <= _APART * tight]
    beginning = sum(_begins_row(line, columns) for line in close)
    by_gap = max(gaps) > _APART * tight and beginning < _MOST_BEGIN * len(close)
    groups = [[run[0]]]
    for gap, line in zip(gaps, run[1:], strict=True):
        is_far = gap > (_APART * tight if by_gap else _LEADING * line.size)
        if is_far or (not by_gap and _begins_row(line, columns)):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _begins_row(line: Line, columns: Sequence[Span]) -> bool:
    return len(line.pieces) > 1 and line.pieces[0].x0 < columns[0][1]


def _row(lines: Sequence[Line], columns: Sequence[Span]) -> TableLine:
    cells: list[list[str]] = [[] for _ in columns]
    pieces: list[Piece] = [piece for line in lines for piece in line.pieces]
    for piece in (part for whole in pieces for part in _cut(whole, columns)):
        cells[_column_of(piece, columns)].append(piece.text)
    texts = tuple(joined_lines(cell) for cell in cells)
    return TableLine(texts, stands_out=all(piece.bold for piece in pieces))


def _column_of(piece: Piece, columns: Sequence[Span]) -> int:
    shared = [min(piece.x1, right) - max(piece.x0, left) for left, right in columns]
    return shared.index(max(shared))


def _cut(piece: Piece, columns: Sequence[Span]) -> list[Piece]:
    """Return a piece that reaches into the next column in two, at the space nearest to where that begins."""
    for (_, right), (left, _) in pairwise(columns):
        if piece.x0 < right - _LEAST_STRIP_PT and piece.x1 > left + _LEAST_STRIP_PT and " " in piece.text:
            middle = (right + left) / 2
            wanted = (middle - piece.x0) / (piece.x1 - piece.x0) * len(piece.text)
            spaces = [at for at, sign in enumerate(piece.text) if sign == " "]
            at = min(spaces, key=lambda place: abs(place - wanted))
            first = replace(piece, text=piece.text[:at], x1=middle)
            return [first, *_cut(replace(piece, text=piece.text[at + 1 :], x0=left), columns)]
    return [piece]
