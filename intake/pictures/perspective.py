"""From a sheet's outline in a photo to the flat sheet: perspective removed, its proportion told."""

from dataclasses import dataclass

import cv2
import numpy as np

from intake.pictures.page_outline import Outline
from intake.pictures.picture import Floats, Matrix

_USUAL_FOCAL = 0.85  # of the picture's long side: between a telephone's lens and one that was zoomed in
_FOCAL_RANGE = (0.55, 2.5)
_SQUARE = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])


@dataclass(frozen=True, slots=True, eq=False)
class FlatSheet:
    """A sheet seen from straight above. ``flatten`` maps pixels of the picture to a rectangle ``ratio`` wide
    and 1 high; ``is_whole`` says that no side lies beyond the picture, so that the ratio is the paper's."""

    flatten: Matrix
    ratio: float
    is_cut: tuple[bool, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all four sides are in the picture."""
        return not any(self.is_cut)


def flat_sheet(outline: Outline, width: int, height: int) -> FlatSheet:
    """Return the sheet of that outline, in a picture of that size, laid flat."""
    centre = np.array([width / 2, height / 2])
    long_side = float(max(width, height))
    corners = (outline.corners - centre) / long_side
    corners = _with_far_sides(corners, outline.cut)
    square = cv2.getPerspectiveTransform(_SQUARE.astype(np.float32), corners.astype(np.float32))
    ratio = _ratio(np.asarray(square, np.float64))
    to_centred = np.array(
        [[1 / long_side, 0, -centre[0] / long_side], [0, 1 / long_side, -centre[1] / long_side], [0, 0, 1.0]]
    )
    flatten = np.diag([ratio, 1.0, 1.0]) @ np.linalg.inv(square) @ to_centred
    return FlatSheet(flatten, ratio, outline.cut)


def _ratio(square: Matrix) -> float:
    """Return width by height of the rectangle that the camera saw as this image of the unit square.

    The lens follows from what is square in space: the images of two directions at right angles (Zhang and
    He, Whiteboard scanning, 2004). Where they tell nothing, seen from straight above, a usual lens does.
    """
    across, down = square[:, 0], square[:, 1]
    by_depth = across[2] * down[2]
    focal = _USUAL_FOCAL
    if abs(by_depth) > 1e-3:
        squared = -(across[0] * down[0] + across[1] * down[1]) / by_depth
        if _FOCAL_RANGE[0] ** 2 < squared < _FOCAL_RANGE[1] ** 2:
            focal = float(np.sqrt(squared))
    lens = np.array([1 / focal, 1 / focal, 1.0])
    return float(np.linalg.norm(lens * across) / np.linalg.norm(lens * down))


def _with_far_sides(corners: Floats, cut: tuple[bool, ...]) -> Floats:
    """Put for each side that was cut off by the frame a line where the paper could end, at right angles to
    its neighbours in space: the frame itself runs askew over the paper."""
    if not any(cut):
        return corners
    lines = [np.cross([*corners[at], 1.0], [*corners[(at + 1) % 4], 1.0]) for at in range(4)]
    for at in range(4):
        if not cut[at]:
            continue
        before, opposite, after = lines[at - 1], lines[(at + 2) % 4], lines[(at + 1) % 4]
        if cut[(at + 2) % 4]:
            opposite = _square_line(before, after, corners)
        meeting = _vanishing(before, after)
        end = _direction_square_to(meeting, opposite)
        ends = (corners[at], corners[(at + 1) % 4])
        lines[at] = _outermost([np.cross([*corner, 1.0], end) for corner in ends], corners.mean(axis=0))
    found = [np.cross(lines[at - 1], lines[at]) for at in range(4)]
    if any(abs(point[2]) < 1e-9 for point in found):
        return corners
    return np.array([point[:2] / point[2] for point in found])


def _vanishing(one: Floats, other: Floats) -> Floats:
    point = np.cross(one, other)
    return point / np.linalg.norm(point)


def _direction_square_to(direction: Floats, line: Floats) -> Floats:
    """Return the vanishing point of directions square to ``direction`` to which ``line`` runs."""
    lens = np.array([1 / _USUAL_FOCAL**2, 1 / _USUAL_FOCAL**2, 1.0])
    point = np.cross(lens * direction, line)
    return point / np.linalg.norm(point)


def _square_line(before: Floats, after: Floats, corners: Floats) -> Floats:
    """Return the line through the middle that runs square to two sides, where neither end is to be seen."""
    one = before[:2] / np.linalg.norm(before[:2])
    other = after[:2] / np.linalg.norm(after[:2])
    normal = one + other if one @ other > 0 else one - other
    normal = normal / np.linalg.norm(normal)
    along = np.array([-normal[1], normal[0]])
    middle = corners.mean(axis=0)
    return np.array([along[0], along[1], -along @ middle])


def _outermost(lines: list[Floats], middle: Floats) -> Floats:
    def distance(line: Floats) -> float:
        return abs(float(line @ [*middle, 1.0])) / max(float(np.hypot(line[0], line[1])), 1e-12)

    return max(lines, key=distance)
