"""The sheet of paper in a photo: its four corners, on whatever it lies and whatever covers a side of it."""

from dataclasses import dataclass
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pictures.edge_lines import EdgeLine, edge_lines
from intake.pictures.picture import Floats, Pixels

_LOOKED_AT_SIDE = 640
_LEAST_AREA = 0.18  # of the picture; what is smaller is a note in it
_LEAST_SCORE = 0.55
_LEAST_SEEN = (0.2, 0.4, 0.6)  # of every side, where none, one or two lie on the frame
_FRAME_SEEN = 0.55  # a side that lies on the frame counts half: that the sheet goes on is a guess
_ALONG = np.linspace(0.06, 0.94, 20)[:, None]
_NEAR_PX, _FAR_PX = 3.0, 9.0  # how far from an edge one looks whether both sides differ
_BENDS_PX = (-5.0, -2.5, 0.0, 2.5, 5.0)  # a curled sheet's edge runs beside the straight line
_BESIDE_PX = np.array([*(b + side * _NEAR_PX for b in _BENDS_PX for side in (1, -1)), _FAR_PX, -_FAR_PX])
_CLEAR_STEP = 14.0  # in CIE L*a*b* as OpenCV counts it: such a step cannot be missed
_JUDGED_AT_MOST = 40
_OFFERED_AT_MOST = 6
_PRINT_OUTSIDE = 0.04  # of all letters
_LEAST_ON_ALIKE = 0.4  # of the picture: a sheet on a desk as white as itself


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A sheet's corners in pixels of the picture, clockwise from the one nearest to the top left.

    ``cut`` says of the sides from each corner to the next which lie on the picture's own frame: there the
    sheet goes on beyond it. ``score`` is 0..1.
    """

    corners: Floats
    cut: tuple[bool, ...]
    score: float


def page_outlines(pixels: Pixels) -> list[Outline]:
    """Return where the sheet may lie in an RGB picture, the likeliest first; none where no edge is seen."""
    scale = min(1.0, _LOOKED_AT_SIDE / max(pixels.shape[:2]))
    small = np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    lines = edge_lines(small)
    tones = np.asarray(cv2.cvtColor(cv2.medianBlur(small, 5), cv2.COLOR_RGB2LAB), np.float32)
    found = []
    for sides, corners, area_share in _quads(lines, small.shape[1], small.shape[0]):
        each = _sides_seen([lines[side] for side in sides], corners, tones)
        cut = tuple(lines[side].is_frame for side in sides)
        if _is_sheet(each, cut):
            score = float(np.average(each, weights=_lengths(corners))) * _preferred(area_share)
            found.append(_Candidate(sides, corners, cut, area_share, score))
    found.sort(key=lambda each: -each.score)
    likeliest = [_reaching_further(each, found, tones) for each in found[:_OFFERED_AT_MOST]]
    return [_from_top_left((each.corners + 0.5) / scale - 0.5, each.cut, each.score) for each in likeliest]


def is_field_on_page(outline: Outline, pixels: Pixels, letters: Floats) -> bool:
    """Whether the outline is that of a table or a field, for what is beyond it is as light as paper, and has
    print on it or is most of the picture. ``letters`` are the middles of all that are in the picture."""
    step = max(1, max(pixels.shape[:2]) // 300)
    tones = cv2.cvtColor(pixels[::step, ::step].copy(), cv2.COLOR_RGB2LAB)[:, :, 0]
    within = np.zeros(tones.shape, np.uint8)
    cv2.fillPoly(within, [(outline.corners / step).astype(np.int32)], 1)
    if within.all() or not within.any():
        return False
    if np.median(tones[within == 0]) < np.median(tones[within == 1]) - _CLEAR_STEP:
        return False
    corners = outline.corners.astype(np.float32)
    outside = [cv2.pointPolygonTest(corners, (float(x), float(y)), measureDist=False) < 0 for x, y in letters]
    return sum(outside) > _PRINT_OUTSIDE * len(letters) or within.mean() < _LEAST_ON_ALIKE


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    sides: tuple[int, ...]
    corners: Floats
    cut: tuple[bool, ...]
    area_share: float
    score: float


def _reaching_further(best: _Candidate, found: list[_Candidate], tones: NDArray[np.float32]) -> _Candidate:
    """Return the outline that differs in a side or two, where the same paper goes on as far as that: the
    edge of a table is sharper than that of a curled sheet, but nothing written may be cut off."""
    for other in found:
        moved = [at for at in range(4) if other.sides[at] != best.sides[at]]
        if len(moved) != 1 or other.cut[moved[0]] or other.area_share <= best.area_share:
            continue
        if other.score >= 0.65 * best.score and _is_one_paper(best.corners, other.corners, moved[0], tones):
            return _reaching_further(other, found, tones)
    return best


def _is_one_paper(inner: Floats, outer: Floats, side: int, tones: NDArray[np.float32]) -> bool:
    shares = np.linspace(0.08, 0.92, 20)[:, None]
    near = inner[side] + shares * (inner[(side + 1) % 4] - inner[side])
    far = outer[side] + shares * (outer[(side + 1) % 4] - outer[side])
    deep = _tones_at(near + 0.12 * (inner.mean(axis=0) - near), tones)
    alike = [_step(_tones_at(near + part * (far - near), tones), deep) for part in (0.3, 0.6, 0.85)]
    return float(np.mean(np.array(alike) < _CLEAR_STEP)) > 0.8


def _preferred(area_share: float) -> float:
    """A table on the sheet is outlined as well as the sheet: the larger is meant."""
    return float(min(1.0, area_share / 0.6) ** 0.3)


def _quads(lines: list[EdgeLine], width: int, height: int) -> list[tuple[tuple[int, ...], Floats, float]]:
    """Return the likeliest fours of lines that could bound a sheet (top, right, bottom, left), with their
    corners and the share of the picture in them."""
    pairs = _facing(lines, min(width, height))
    crossings, is_crossed = _crossings(lines)
    sides = np.array(
        [(one[0], other[0], one[1], other[1]) for one, other in combinations(pairs, 2)], np.intp
    ).reshape(-1, 4)
    corners = crossings[np.roll(sides, 1, axis=1), sides]
    fits = is_crossed[np.roll(sides, 1, axis=1), sides].all(axis=1)
    corners, sides = corners[fits], sides[fits]
    after = np.roll(corners, -1, axis=1)
    area = 0.5 * np.abs((corners[..., 0] * after[..., 1] - after[..., 0] * corners[..., 1]).sum(axis=1))
    area /= width * height
    slack = 0.35 * max(width, height)
    fits = (area > _LEAST_AREA) & _are_convex(corners) & (corners > -slack).all(axis=(1, 2))
    fits &= (corners < np.array([width + slack, height + slack])).all(axis=(1, 2))
    corners, sides, area = corners[fits], sides[fits], area[fits]
    likely = _seen_share(lines, corners, sides) * np.minimum(1.0, area / 0.6) ** 0.3
    order = np.argsort(-likely)[:_JUDGED_AT_MOST]
    return [(tuple(int(s) for s in sides[at]), corners[at], float(area[at])) for at in order]


def _facing(lines: list[EdgeLine], shorter_side: int) -> list[tuple[int, int]]:
    pairs = []
    for (at, one), (by, other) in combinations(enumerate(lines), 2):
        turn = abs(one.degrees - other.degrees) % 180
        apart = abs(one.distance(other.point)) + abs(other.distance(one.point))
        if min(turn, 180 - turn) < 35 and apart > 0.5 * shorter_side:
            pairs.append((at, by))
    return pairs


def _crossings(lines: list[EdgeLine]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return where each line meets each other, and whether they meet at more than a flat angle."""
    points = np.array([line.point for line in lines])
    along = np.array([line.along for line in lines])
    turn = along[:, None, 0] * along[None, :, 1] - along[:, None, 1] * along[None, :, 0]
    apart = points[None] - points[:, None]
    is_crossed = np.abs(turn) > 0.5
    reach = (apart[..., 0] * along[None, :, 1] - apart[..., 1] * along[None, :, 0]) / np.where(
        is_crossed, turn, 1
    )
    return points[:, None] + reach[..., None] * along[:, None], is_crossed


def _are_convex(corners: Floats) -> NDArray[np.bool_]:
    sides = np.roll(corners, -1, axis=1) - corners
    after = np.roll(sides, -1, axis=1)
    turns = sides[..., 0] * after[..., 1] - sides[..., 1] * after[..., 0]
    return np.asarray((turns > 0).all(axis=1) | (turns < 0).all(axis=1))


def _seen_share(lines: list[EdgeLine], corners: Floats, sides: NDArray[np.intp]) -> Floats:
    """The share of each outline where an edge is seen at all."""
    ends = np.roll(corners, -1, axis=1)
    lengths = np.hypot(*np.moveaxis(ends - corners, 2, 0))
    seen = np.full(sides.shape, _FRAME_SEEN)
    for at, line in enumerate(lines):
        if not line.is_frame:
            where = sides == at
            seen[where] = line.seen_between(corners[where], ends[where])
    return np.asarray((seen * lengths).sum(axis=1) / lengths.sum(axis=1))


def _is_sheet(seen: Floats, cut: tuple[bool, ...]) -> bool:
    """Whether enough of a sheet's sides are seen: the fewer there are, the surer each must be. A line across
    a page that fills the picture bounds nothing."""
    real = seen[~np.array(cut)]
    return bool(len(real) >= 2 and real.min() >= _LEAST_SEEN[4 - len(real)] and seen.mean() >= _LEAST_SCORE)


def _sides_seen(sides: list[EdgeLine], corners: Floats, tones: NDArray[np.float32]) -> Floats:
    """How surely (0..1) a sheet ends at each of these lines."""
    ends, middle = np.roll(corners, -1, axis=0), corners.mean(axis=0)
    stretches = zip(sides, corners, ends, strict=True)
    return np.array([_ends_there(line, (start, end), middle, tones) for line, start, end in stretches])


def _lengths(corners: Floats) -> Floats:
    return np.asarray(np.hypot(*(np.roll(corners, -1, axis=0) - corners).T))


def _ends_there(
    line: EdgeLine, stretch: tuple[Floats, Floats], middle: Floats, tones: NDArray[np.float32]
) -> float:
    """How surely (0..1) a sheet ends at that stretch of the line. On the frame it does not end: there it
    must be the same sheet as further in."""
    start, end = stretch
    inward = np.array([-line.along[1], line.along[0]]) * np.sign(-line.distance(middle) or 1.0)
    points = start + _ALONG * (end - start)
    if line.is_frame:
        beside, deep = _tones_at(
            np.stack([points + _NEAR_PX * inward, points + 0.1 * (middle - points)]), tones
        )
        return _FRAME_SEEN * float(np.mean(_step(beside, deep) < 2 * _CLEAR_STEP))
    beside = _tones_at(points + _BESIDE_PX[:, None, None] * inward, tones)
    steps = _step(beside[:-1:2], beside[1::2])
    step, wide = steps[:-1].max(axis=0), steps[-1]
    # The edge of a shadow is soft: further apart the tones differ much more.
    sharp = np.minimum(1.0, (step + 2.0) / (wide + 2.0))
    # A joint between tiles, or a rule, is dark itself: on both sides of it all is alike.
    clear = float(np.mean(np.minimum(1.0, np.minimum(step, wide + 4.0) / _CLEAR_STEP) * sharp))
    seen = float(line.seen_between(start[None], end[None])[0])
    return seen * (0.45 * float(np.mean(sharp)) + 0.55 * clear)


def _tones_at(points: Floats, tones: NDArray[np.float32]) -> NDArray[np.float32]:
    height, width = tones.shape[:2]
    at = np.minimum(np.maximum(points, 0), (width - 1, height - 1)).astype(np.intp)
    return tones[at[..., 1], at[..., 0]]


def _step(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    apart = one - other
    return np.asarray(np.sqrt((apart * apart).sum(axis=-1)), np.float32)


def _from_top_left(corners: Floats, cut: tuple[bool, ...], score: float) -> Outline:
    """Put the corners clockwise, the one nearest to the top left first, and the sides with them."""
    if cv2.contourArea(corners.astype(np.float32), oriented=True) < 0:
        corners, cut = corners[::-1], (cut[2], cut[1], cut[0], cut[3])
    first = int(np.argmin(corners.sum(axis=1)))
    return Outline(np.roll(corners, -first, axis=0), cut[first:] + cut[:first], score)
