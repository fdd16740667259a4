"""The long straight lines on a page's picture: table rules, lines to write on, dotted ones too."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pictures.straighten import StraightPage
from intake.scan.ink_layers import BoxPx, Mask, as_bytes, layers_of
from intake.scan.ink_pieces import InkPieces, pieces_of
from pact.documents import BoxPt

_RUN_PX = 30  # of unbroken ink; the bars of letters are shorter
_UPRIGHT_RUN_PX = 40
_RULE_PX = 84  # shorter lines may be a dash, the bar of a large letter, a stroke of a pen
_UPRIGHT_RULE_PX = 56
_THICK_PX = 9
_GAP_PX = 26
_SLOPES = np.arange(-0.012, 0.0121, 0.003)  # what straightening leaves, and paper that lay askew
_OFF_PX = 2  # a rule's middle wanders no further: paper bends, scanners jerk
_FULL = 0.62  # of a rule's length that is ink: the rest are breaks
_PEELS = 4
_ALONE_PX, _CORNER_PX = 120, 8
_APART_PX = 2  # between the middles of two parts of one line
_ARC_PX, _LEAVES_PX = (
    260,
    16,
)  # no round is so large that more of it looks straight; it leaves the line so soon
_DOT_WIDE_PX, _DOT_HIGH_PX, _DOTS_APART_PX, _DOTS = 60, 7, 22, 7


@dataclass(frozen=True, slots=True, eq=False)
class RuledPaper:
    """``rules`` in page points; ``strokes`` is the ink without them, mended where strokes cross them, and
    ``pieces`` are its connected parts."""

    rules: tuple[BoxPt, ...]
    strokes: Mask
    pieces: InkPieces


def rules_on(page: StraightPage) -> tuple[BoxPt, ...]:
    """Return the page's long straight lines in page points: level ones, dotted ones, upright ones."""
    return ruled_paper(page).rules


@lru_cache(maxsize=1)
def ruled_paper(page: StraightPage) -> RuledPaper:
    """Return the rules and what is left without them. The last page's is kept, as in ink_layers."""
    layers = layers_of(page)
    level, level_ink = _rules_in(layers.ink, _RUN_PX, _RULE_PX)
    turned, turned_ink = _rules_in(as_bytes(cv2.transpose(layers.ink)), _UPRIGHT_RUN_PX, _UPRIGHT_RULE_PX)
    turned = [box for box in _joined(turned) if box[2] - box[0] >= _ALONE_PX or _is_held(box, level)]
    upright_ink = as_bytes(cv2.bitwise_and(cv2.transpose(turned_ink), _mask_of(turned, layers.ink.shape)))
    strokes = _without(layers.ink, level_ink, upright_ink)
    pieces = pieces_of(strokes)
    dotted = list(_dotted(pieces))
    if dotted:
        members = np.concatenate([members for _, members in dotted])
        strokes = as_bytes(cv2.bitwise_and(strokes, cv2.bitwise_not(pieces.mask_of(members))))
        pieces = pieces.without(members)
    upright = [(box[1], box[0], box[3], box[2]) for box in turned]
    boxes = [*_joined([*level, *(box for box, _ in dotted)]), *upright]
    return RuledPaper(tuple(layers.pt(box) for box in boxes), strokes, pieces)


def _is_held(turned: BoxPx, level: list[BoxPx]) -> bool:
    """Whether an upright line ends at level ones, as the sides of a cell do: others are strokes of a pen."""
    top, x = turned[0], (turned[1] + turned[3]) / 2
    bottom = turned[2]

    def meets(y: int) -> bool:
        return any(
            rule[1] - _CORNER_PX < y < rule[3] + _CORNER_PX
            and rule[0] - _CORNER_PX < x < rule[2] + _CORNER_PX
            for rule in level
        )

    return meets(top) and meets(bottom)


def _mask_of(turned: list[BoxPx], shape: tuple[int, ...]) -> Mask:
    mask = np.zeros(shape, np.uint8)
    for top, left, bottom, right in turned:
        mask[top:bottom, max(0, left - 2) : right + 2] = 255
    return mask


def _without(ink: Mask, level: Mask, upright: Mask) -> Mask:
    """Take the rules away, but not where a stroke comes out on both sides of one."""
    left = as_bytes(cv2.bitwise_and(ink, cv2.bitwise_not(cv2.bitwise_or(level, upright))))
    bridge = _THICK_PX + 4
    over_level = cv2.bitwise_and(_closed(left, 1, bridge), level)
    over_upright = cv2.bitwise_and(_closed(left, bridge, 1), upright)
    return as_bytes(cv2.bitwise_or(left, cv2.bitwise_or(over_level, over_upright)))


def _rules_in(ink: Mask, run_px: int, least_px: int) -> tuple[list[BoxPx], Mask]:
    """Return the level rules and their pixels."""
    runs = as_bytes(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, run_px), np.uint8)))
    found: list[BoxPx] = []
    mask = np.zeros_like(ink)
    outlines, _ = cv2.findContours(_closed(runs, _GAP_PX, 1), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for outline in outlines:
        left, top, width, height = cv2.boundingRect(outline)
        if width < least_px:
            continue
        for box, own in _straight_parts(runs[top : top + height, left : left + width], least_px):
            placed = (box[0] + left, box[1] + top, box[2] + left, box[3] + top)
            if not _is_arc(ink, placed):
                found.append(placed)
                mask[top : top + height, left : left + width][own] = 255
    # A pixel more above and below: a line's edge fades into the paper.
    mask = as_bytes(cv2.bitwise_and(cv2.dilate(mask, np.ones((5, 1), np.uint8)), ink))
    return sorted(found, key=lambda box: (box[1], box[0])), mask


def _straight_parts(runs: Mask, least_px: int) -> Iterator[tuple[BoxPx, NDArray[np.bool_]]]:
    """Yield the straight lines in a window of runs, the fullest first: its box and its pixels."""
    left = runs > 0
    for _ in range(_PEELS):
        rows, columns = np.nonzero(left)
        if len(columns) < least_px:
            return
        slope, row = _best_line(rows, columns)
        along = np.abs(rows - slope * columns - row) <= _OFF_PX + 1
        own = np.zeros_like(left)
        own[rows[along], columns[along]] = True
        for start, end in _full_stretches(np.asarray(own.any(axis=0)), least_px):
            part = own[:, start:end]
            thick = part.sum() / max(1, int(part.any(axis=0).sum()))
            if thick <= _THICK_PX:
                high = np.flatnonzero(part.any(axis=1))
                kept = np.zeros_like(own)
                kept[:, start:end] = part
                yield (start, int(high[0]), end, int(high[-1]) + 1), kept
        left &= ~own


def _best_line(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> tuple[float, float]:
    """Return slope and row of the line that has most pixels within two rows of it."""
    best, found = 0, (0.0, 0.0)
    for slope in _SLOPES:
        level = rows - slope * columns
        lowest = level.min()
        counts = np.convolve(np.bincount(np.round(level - lowest).astype(np.intp)), np.ones(3, int))
        if counts.max() > best:
            best, found = int(counts.max()), (float(slope), float(lowest + counts.argmax() - 1))
    return found


def _full_stretches(filled: NDArray[np.bool_], least_px: int) -> Iterator[tuple[int, int]]:
    """Yield first and last column (exclusive) of what is long and filled enough to be a rule."""
    columns = np.flatnonzero(filled)
    for part in np.split(columns, np.flatnonzero(np.diff(columns) > _GAP_PX) + 1):
        if len(part) and part[-1] + 1 - part[0] >= least_px and len(part) >= _FULL * (part[-1] + 1 - part[0]):
            yield int(part[0]), int(part[-1]) + 1


def _is_arc(ink: Mask, box: BoxPx) -> bool:
    """Whether the ink leaves the line gradually, to the same side at both ends: the flat top of a round."""
    left, top, right, bottom = box
    if right - left > _ARC_PX:
        return False
    height, width = ink.shape
    rows = slice(max(0, top - _LEAVES_PX), min(height, bottom + _LEAVES_PX))
    sides = []
    for columns in ((left - _LEAVES_PX, left - 3), (right + 3, right + _LEAVES_PX)):
        beyond = ink[rows, max(0, columns[0]) : min(width, max(0, columns[1]))].any(axis=1)
        where = np.flatnonzero(beyond) + rows.start
        if len(where) == 0 or ((where >= top) & (where < bottom)).mean() > 0.5:
            return False
        sides.append(np.sign(where.mean() - (top + bottom - 1) / 2))
    return bool(sides[0] == sides[1] != 0)


def _dotted(pieces: InkPieces) -> Iterator[tuple[BoxPx, NDArray[np.intp]]]:
    """Yield rows of dots and dashes that follow each other closely, with the numbers of their pieces."""
    flat = np.flatnonzero((pieces.width <= _DOT_WIDE_PX) & (pieces.height <= _DOT_HIGH_PX))
    taken: set[int] = set()
    middle = pieces.top[flat] + pieces.height[flat] / 2
    for offset in (0.0, 2.0):
        rows = np.floor((middle + offset) / 4)
        order = np.lexsort((pieces.left[flat], rows))
        chain, rows = flat[order], rows[order]
        gaps = pieces.left[chain][1:] - (pieces.left + pieces.width)[chain][:-1]
        breaks = np.flatnonzero((np.diff(rows) != 0) | (gaps > _DOTS_APART_PX)) + 1
        for members in np.split(chain, breaks):
            if len(members) < _DOTS or taken & set(members.tolist()):
                continue
            box = pieces.box_around(members)
            if box[2] - box[0] >= _RULE_PX:
                taken |= set(members.tolist())
                yield box, members


def _joined(boxes: list[BoxPx]) -> list[BoxPx]:
    """Join the parts of one line: a dotted one is solid here and there."""
    lines: list[BoxPx] = []
    for box in sorted(boxes):
        for index, line in enumerate(lines):
            is_level = abs((line[1] + line[3]) - (box[1] + box[3])) <= 2 * _APART_PX + _SLOPES[-1] * (
                box[2] - line[0]
            )
            if is_level and box[0] - line[2] <= 2 * _GAP_PX:
                lines[index] = (line[0], min(line[1], box[1]), max(line[2], box[2]), max(line[3], box[3]))
                break
        else:
            lines.append(box)
    return sorted(lines, key=lambda line: (line[1], line[0]))


def _closed(mask: Mask, wide: int, high: int) -> Mask:
    return as_bytes(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((high, wide), np.uint8)))
