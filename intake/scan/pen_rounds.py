"""Which words a pen drew a round about: closed or nearly so, once or several times, oval or square."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intake.scan.ink_layers import Mask
from intake.scan.print_zones import Zone

_ABOVE, _BELOW, _BESIDE = 1.75, 1.3, 2.2  # sizes of type round the letters' bodies where a round may run
_INTO = 1.4  # sizes of type that a tight round may cut off at either end
_STRETCH = 0.4  # sizes of type
_PLAIN = 0.85
_SMOOTH_PX = 3  # a round's next column is no further up or down


@dataclass(frozen=True, slots=True)
class Enclosure:
    """How much of a zone's outline has ink beside it that is no print, each 0..1."""

    above: float
    below: float
    left: float
    right: float

    @property
    def share(self) -> float:
        """The share of the whole outline."""
        return 0.36 * (self.above + self.below) + 0.14 * (self.left + self.right)

    @property
    def least(self) -> float:
        """The share of the worse of the two long sides."""
        return min(self.above, self.below)

    @property
    def lost_side(self) -> bool:
        """Whether all sides but the upper or the lower one are plain to see."""
        return min(max(self.above, self.below), self.left, self.right) > _PLAIN


def enclosure(zone: Zone, pen: Mask) -> Enclosure:
    """Return how far a pen's ink encloses the zone. ``pen`` is the ink that is no print."""
    height, width = pen.shape
    inset = min(0.12 * zone.width, _INTO * zone.size)
    columns = slice(max(0, round(zone.left + inset)), min(width, round(zone.right - inset)))
    above = pen[zone.rows(0.52 + _ABOVE, -0.5, height), columns][::-1]
    below = pen[zone.rows(-0.06, _BELOW, height), columns]
    beside = zone.rows(0.5, 0.0, height)
    into = round(min(0.3 * zone.width, _INTO * zone.size))
    reach = round(_BESIDE * zone.size)
    left = pen[beside, max(0, zone.left - reach) : zone.left + into]
    right = pen[beside, max(0, zone.right - into) : zone.right + reach]
    return Enclosure(
        _smooth(above, _STRETCH * zone.size), _smooth(below, _STRETCH * zone.size), _any(left), _any(right)
    )


def _smooth(rows: NDArray[np.uint8], least_px: float) -> float:
    """The share of columns that belong to a stretch whose first ink rises or falls gently, as a pen's
    does: letters of another line change their height all the time."""
    if rows.shape[1] < 2 or rows.shape[0] == 0:
        return 0.0
    hit = np.asarray(rows.any(axis=0))
    first = np.argmax(rows > 0, axis=0)
    steady = np.concatenate([[False], hit[1:] & hit[:-1] & (np.abs(np.diff(first)) <= _SMOOTH_PX), [False]])
    edges = np.flatnonzero(np.diff(steady.astype(np.int8)))
    stretches = edges[1::2] - edges[::2]
    return float(stretches[stretches >= least_px].sum() / (rows.shape[1] - 1))


def _any(columns: NDArray[np.uint8]) -> float:
    return float(columns.any(axis=1).mean()) if columns.size else 0.0
