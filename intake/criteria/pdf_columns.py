"""The columns in which a page is set, and the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from intake.criteria.pdf_letters import Letter, Line, lines_of
from intake.criteria.pdf_ruled_tables import PlacedTable

_LEAST_LINES = 5
_LEAST_FILL = 0.68
_LEAST_GAP_PT = 8.0
_STEP_PT = 2.0


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is read from top to bottom: a column, or all that goes over the width."""

    lines: tuple[Line, ...]
    left: float
    right: float


def regions_of(letters: Sequence[Letter], tables: Sequence[PlacedTable] = ()) -> list[Region]:
    """Return the regions of a page in the order of reading: left column before right, band by band.

    ``tables`` are those whose letters are left out: they too show where the columns end.
    """
    lines = lines_of(letters)
    gutter = _gutter(lines, letters, tables)
    if gutter is None:
        return [region_of(lines)] if lines else []
    regions: list[Region] = []
    for is_wide, band in _bands(letters, gutter):
        if is_wide:
            regions.append(region_of(lines_of(band)))
        else:
            sides = ([one for one in band if one.x1 <= gutter], [one for one in band if one.x1 > gutter])
            regions += [region_of(found) for side in sides if (found := lines_of(side))]
    return regions


def region_of(lines: Sequence[Line]) -> Region:
    """Return the region that lines make up; there must be one."""
    return Region(tuple(lines), min(line.x0 for line in lines), max(line.x1 for line in lines))


def _gutter(lines: Sequence[Line], letters: Sequence[Letter], tables: Sequence[PlacedTable]) -> float | None:
    """Return where the white strip between two columns of text runs, None where there is none.

    Columns of a table leave such a strip too, but hardly fill their width.
    """
    if len(lines) < _LEAST_LINES:
        return None
    edges = [(one.x0, one.x1) for one in lines] + [(one.box[0], one.box[2]) for one in tables]
    left, right = min(one for one, _ in edges), max(one for _, one in edges)
    width = right - left
    places = [left + 0.3 * width + _STEP_PT * step for step in range(int(0.4 * width / _STEP_PT))]
    free = [
        x for x in places if _is_gutter(x, lines) and not any(one.box[0] < x < one.box[2] for one in tables)
    ]
    if not free:
        return None
    best = min(free, key=lambda x: abs(x - (left + right) / 2))
    before, after = _whole_lines(letters, best)
    rows_after = sum(len(one.lines) for one in tables if one.box[0] > best)
    if len(before) < _LEAST_LINES or len(after) < (2 if rows_after else 3):
        return None
    return best if _fills(before, best - left) and _fills(after, right - best) else None


def _is_gutter(x: float, lines: Sequence[Line]) -> bool:
    return sum(_crosses(line, x) for line in lines) <= 0.4 * len(lines)


def _crosses(line: Line, x: float) -> bool:
    return any(one.x0 - _LEAST_GAP_PT / 2 < x < one.x1 + _LEAST_GAP_PT / 2 for one in line.pieces)


def _whole_lines(letters: Sequence[Letter], x: float) -> tuple[list[Line], list[Line]]:
    """Return the lines on each side of a strip, without those that go over it and are only cut there."""
    left = lines_of([one for one in letters if one.x1 <= x])
    right = lines_of([one for one in letters if one.x0 >= x])
    cut = [
        (one, other)
        for one in left
        for other in right
        if other.x0 - one.x1 < _LEAST_GAP_PT and one.top < other.bottom - 2 and other.top < one.bottom - 2
    ]
    cut_left, cut_right = [one for one, _ in cut], [other for _, other in cut]
    return [one for one in left if one not in cut_left], [one for one in right if one not in cut_right]


def _fills(lines: Sequence[Line], width: float) -> bool:
    """Whether most lines are as wide as their side of the page: those of a table are not."""
    return median(one.x1 - one.x0 for one in lines) >= _LEAST_FILL * (width - _LEAST_GAP_PT)


def _bands(letters: Sequence[Letter], gutter: float) -> list[tuple[bool, list[Letter]]]:
    """Return the letters from top to bottom in bands, each with whether it goes over both columns."""
    wide = [line for line in lines_of(letters) if any(piece.x0 < gutter < piece.x1 for piece in line.pieces)]
    bands: list[tuple[bool, list[Letter]]] = []
    edges = [(line.top, line.bottom) for line in wide]
    for letter in sorted(letters, key=lambda one: one.top):
        is_wide = any(top <= letter.middle <= bottom for top, bottom in edges)
        if not bands or bands[-1][0] != is_wide:
            bands.append((is_wide, []))
        bands[-1][1].append(letter)
    return bands
