"""What is left of slope, perspective and curl on a page about level, measured on all its rows at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from intake.pictures.picture import Floats, Matrix
from intake.pictures.text_rows import TextRow

_FITTINGS = 6
_BEND_NEEDS_WIDTH = 0.35  # of the page that is written on
_BEND_IS_CERTAIN = 25.0
_FAN_NEEDS_HEIGHT = 0.07  # of the page between the first row and the last
_FAN_IS_CERTAIN = 8.0
_LEAST_BEND_PX = 1.5


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
        return np.asarray(back @ np.array([[1, 0, 0], [-slope, 1, 0], [spread, 0, 1.0]]) @ to_middle)

    def bend_at(self, x: Floats, y: Floats) -> Floats:
        """Return by how many pixels the row through each point lies lower there than on the whole."""
        across, down = np.broadcast_arrays(2 * x / self.width - 1, 2 * y / self.height - 1)
        if self.bend is None:
            return np.zeros(across.shape)
        return np.asarray(np.tensordot(self.bend, _bends(across, down), axes=1))


def row_shape(rows: Sequence[TextRow], rules: Sequence[Floats], width: int, height: int) -> RowShape:
    """Return the shape of the rows of a page of that size; a flat one where too little is written on it.

    ``rules`` are long level lines, such as a table's, each as points x, y along it.
    """
    rows = [row for row in rows if max(row.firmness) > 0.5]
    if len(rows) + len(rules) < 2:
        return RowShape(width, height)
    points = _Points(rows, rules, width, height)
    terms, straight = 1, points.fitted(1)
    if points.reach_down > _FAN_NEEDS_HEIGHT and len(rows) + len(rules) > 3:
        fanned = points.fitted(2)
        if points.gain(straight, fanned) > _FAN_IS_CERTAIN:
            terms, straight = 2, fanned
    if points.reach_across > _BEND_NEEDS_WIDTH and points.rows_with_many > 3:
        bent = points.fitted(terms, bends=True)
        shape = RowShape(width, height, bent[0], bent[1], bent[2:])
        if _is_bent(shape) and points.gain(straight, bent) > _BEND_IS_CERTAIN:
            return shape
    return RowShape(width, height, straight[0], straight[1])


def _is_bent(shape: RowShape) -> bool:
    x, y = np.meshgrid(np.linspace(0.1, 0.9, 9) * shape.width, np.linspace(0.1, 0.9, 5) * shape.height)
    bend = shape.bend_at(x, y)
    return bool(_LEAST_BEND_PX < np.abs(bend).max() < 0.03 * shape.height)


class _Points:
    """The feet (or heads, where these stand firmer) of all letters and points on rules, each known by its
    row."""

    def __init__(self, rows: Sequence[TextRow], rules: Sequence[Floats], width: int, height: int) -> None:
        lines = [_firmer_ends(row) for row in rows] + list(rules)
        middles = np.array([np.median(line[:, 1]) for line in lines])
        across, self.feet = np.concatenate(lines).T
        across = across * 2 / width - 1
        self.row = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
        self.reach_down = float(np.ptp(middles)) / height
        self.reach_across = float(np.ptp(np.percentile(across, (4, 96)))) / 2
        self.rows_with_many = sum(len(line) >= 8 for line in lines)
        down = (2 * middles / height - 1)[self.row]
        self.terms = np.column_stack([across, across * down, *_bends(across, down)])
        sizes = [row.boxes[:, 3] - row.boxes[:, 1] for row in rows]
        self.letter = float(np.median(np.concatenate(sizes))) if sizes else 10.0

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
            root = np.sqrt(weights)
            damped = np.vstack([terms * root[:, None], np.eye(len(asked)) * 0.5])
            found[asked] = np.linalg.lstsq(damped, np.append(feet * root, np.zeros(len(asked))), rcond=None)[
                0
            ]
            scale = max(0.8, 0.55 * scale)
            weights = 1.0 / (1.0 + np.square(self._off(found, weights) / scale))
        return found

    def gain(self, straight: Floats, bent: Floats) -> float:
        """Return how much likelier the bent rows are than straight ones: the logarithm of the odds, twice."""
        weights = 1.0 / (1.0 + np.square(self._off(bent, np.ones(len(self.feet))) / 1.5))
        left = [
            float((weights * np.square(self._off(found, weights))).sum()) + 1e-6 for found in (straight, bent)
        ]
        return float(weights.sum()) * float(np.log(left[0] / left[1]))

    def _off(self, found: Floats, weights: Floats) -> Floats:
        rest = self.feet - self.terms @ found
        off = self._about_row_mean(rest[:, None], weights)[:, 0]
        # About the row's middle letter, not its mean: that is where most stand.
        order = np.lexsort((off, self.row))
        counts = np.bincount(self.row)
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        middle = off[order][starts + counts // 2]
        return np.asarray(off - middle[self.row])

    def _about_row_mean(self, values: Floats, weights: Floats) -> Floats:
        whole = np.bincount(self.row, weights)
        means = [np.bincount(self.row, weights * column) / whole for column in values.T]
        return np.asarray(values - np.array(means).T[self.row])


def _firmer_ends(row: TextRow) -> Floats:
    edge = 3 if row.firmness[0] >= row.firmness[1] else 1
    return np.column_stack([(row.boxes[:, 0] + row.boxes[:, 2]) / 2, row.boxes[:, edge]])


def _bends(across: Floats, down: Floats) -> Floats:
    """Curves that neither shift nor tilt a row (Legendre's second and third), alike all down or not."""
    second, third = 1.5 * across**2 - 0.5, 2.5 * across**3 - 1.5 * across
    return np.array([second, second * down, third, third * down])
