"""What is left of slope, perspective and curl on a page about level, measured on all its rows at once."""

from dataclasses import dataclass

import numpy as np

from intake.pictures.picture import Floats, Matrix
from intake.pictures.text_rows import TextRow

_FITTINGS = 6
_WIDE_ROW = 0.4  # of the page: a curl shows on such rows only
_WIDE_ROWS_AT_LEAST = 4
_FAN_NEEDS_HEIGHT = 0.2  # of the page between the first row and the last
_LEAST_BEND_PX = 1.5
_BETTER_BY = 0.75  # what a bend leaves over of the distances must be less than this part of them


@dataclass(frozen=True, slots=True, eq=False)
class RowShape:
    """How rows run on a page of ``width`` by ``height`` pixels, x and y counted from its middle in halves.

    ``tilt`` and ``fan`` say by how many pixels a row's end lies lower than its middle: tilt + fan * y.
    ``bend`` holds what curl adds, in pixels: four weights, or nothing where there is none to be seen.
    """

    width: int
    height: int
    tilt: float = 0.0
    fan: float = 0.0
    bend: Floats | None = None

    @property
    def leveller(self) -> Matrix:
        """The projective map that makes the rows run level, upright lines staying upright."""
        half_x, half_y = self.width / 2, self.height / 2
        slope, spread = self.tilt / half_x, self.fan / (half_x * half_y)
        to_middle = np.array([[1, 0, -half_x], [0, 1, -half_y], [0, 0, 1.0]])
        back = np.array([[1, 0, half_x], [0, 1, half_y], [0, 0, 1.0]])
        return back @ np.array([[1, 0, 0], [-slope, 1, 0], [spread, 0, 1.0]]) @ to_middle

    def bend_at(self, x: Floats, y: Floats) -> Floats:
        """Return by how many pixels the row through each point lies lower there than on the whole."""
        across, down = np.broadcast_arrays(2 * x / self.width - 1, 2 * y / self.height - 1)
        if self.bend is None:
            return np.zeros(across.shape)
        return np.asarray(np.tensordot(self.bend, _bends(across, down), axes=1))


def row_shape(rows: list[TextRow], width: int, height: int) -> RowShape:
    """Return the shape of the rows of a page of that size; a flat one where too little is written on it."""
    rows = [row for row in rows if max(row.firmness) > 0.5]
    if len(rows) < 2:
        return RowShape(width, height)
    points = _Points(rows, width, height)
    spread_y = np.ptp([row.middle[1] for row in rows]) / height
    terms = 2 if spread_y > _FAN_NEEDS_HEIGHT and len(rows) > 3 else 1
    straight = points.fitted(terms)
    wide = [row for row in rows if row.right - row.left > _WIDE_ROW * width]
    if len(wide) >= _WIDE_ROWS_AT_LEAST:
        bent = points.fitted(terms, bends=True)
        shape = RowShape(width, height, bent[0], bent[1], bent[2:])
        if _is_bent(shape) and points.left_over(bent) < _BETTER_BY * points.left_over(straight):
            return shape
    return RowShape(width, height, straight[0], straight[1])


def _is_bent(shape: RowShape) -> bool:
    x, y = np.meshgrid(np.linspace(0.1, 0.9, 9) * shape.width, np.linspace(0.1, 0.9, 5) * shape.height)
    bend = shape.bend_at(x, y)
    return bool(_LEAST_BEND_PX < np.abs(bend).max() < 0.03 * shape.height)


class _Points:
    """The feet (or heads, where these stand firmer) of all letters, each known by its row."""

    def __init__(self, rows: list[TextRow], width: int, height: int) -> None:
        columns = []
        for number, row in enumerate(rows):
            edge = 3 if row.firmness[0] >= row.firmness[1] else 1
            x = (row.boxes[:, 0] + row.boxes[:, 2]) / 2
            down = np.full(len(x), 2 * row.middle[1] / height - 1)
            columns.append(
                np.column_stack([x * 2 / width - 1, down, row.boxes[:, edge], np.full(len(x), number)])
            )
        across, down, self.feet, of_row = np.concatenate(columns).T
        self.row = of_row.astype(np.intp)
        self.terms = np.column_stack([across, across * down, *_bends(across, down)])
        self.letter = float(np.median(np.concatenate([row.boxes[:, 3] - row.boxes[:, 1] for row in rows])))

    def fitted(self, straight_terms: int, *, bends: bool = False) -> Floats:
        """Return the six weights of the terms, 0 for those that were not asked for. What does not stand on
        its row's line (a comma, a g) loses its say from one fitting to the next."""
        asked = [*range(straight_terms), *(range(2, 6) if bends else ())]
        weights = np.ones(len(self.feet))
        found = np.zeros(6)
        scale = self.letter
        for _ in range(_FITTINGS):
            terms = self._about_row_mean(self.terms[:, asked], weights)
            feet = self._about_row_mean(self.feet[:, None], weights)[:, 0]
            root = np.sqrt(weights)[:, None]
            damped = np.vstack([terms * root, np.eye(len(asked)) * 0.5])
            found[asked] = np.linalg.lstsq(
                damped, np.append(feet * root[:, 0], np.zeros(len(asked))), rcond=None
            )[0]
            scale = max(0.8, 0.55 * scale)
            weights = 1.0 / (1.0 + np.square(self._off(found, weights) / scale))
        return found

    def left_over(self, found: Floats) -> float:
        """Return how far letters stand off their rows, in the middle of all."""
        off = np.abs(self._off(found, np.ones(len(self.feet))))
        return float(np.mean(np.minimum(off, 0.4 * self.letter)))

    def _off(self, found: Floats, weights: Floats) -> Floats:
        rest = self.feet - self.terms @ found
        off = self._about_row_mean(rest[:, None], weights)[:, 0]
        # About the row's middle letter, not its mean: that is where most stand.
        order = np.lexsort((off, self.row))
        starts = np.searchsorted(self.row[order], np.arange(self.row.max() + 1))
        counts = np.bincount(self.row)
        middle = off[order][starts + counts // 2]
        return np.asarray(off - middle[self.row])

    def _about_row_mean(self, values: Floats, weights: Floats) -> Floats:
        whole = np.bincount(self.row, weights)
        means = [np.bincount(self.row, weights * column) / whole for column in values.T]
        return np.asarray(values - np.array(means).T[self.row])


def _bends(across: Floats, down: Floats) -> Floats:
    """Curves that neither shift nor tilt a row (Legendre's second and third), alike all down or not."""
    second, third = 1.5 * across**2 - 0.5, 2.5 * across**3 - 1.5 * across
    return np.array([second, second * down, third, third * down])
