"""Where exactly the letters of a word stand on the picture, and which pieces of ink are print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.page.page import Word, box_around
from intake.scan.ink_layers import BoxPx, InkLayers, Mask
from intake.scan.ink_pieces import InkPieces

_DESCENT = 0.22  # of a size of type: so far below the baseline a word's box ends
_BODY = 0.52  # height of an x
_SHIFT_PX = 4  # OCR and a page not quite level put the baseline so far off at most
_ABOVE, _BELOW, _BESIDE = 1.15, 0.48, 0.35  # sizes of type round a baseline that hold all letters
_TALLEST = 1.3
_SLOPE = 0.01  # what straightening leaves
_LINE = 1.2  # sizes of type: ink so long without a break is a pen's line, not a letter's


@dataclass(frozen=True, slots=True)
class Zone:
    """Where one or more words of a line stand: ``left`` and ``right`` edge, ``base`` line and ``size`` of
    type, all in pixels of the page."""

    left: int
    right: int
    base: float
    size: float

    @property
    def body(self) -> float:
        """Height of the letters' bodies, that of an x."""
        return _BODY * self.size

    @property
    def top(self) -> float:
        """Upper edge of the letters' bodies."""
        return self.base - self.body

    @property
    def width(self) -> int:
        """Pixels from the left edge to the right one."""
        return self.right - self.left

    def rows(self, above: float, below: float, height: int) -> slice:
        """Return the rows from so many sizes of type above the baseline to so many below it."""
        first = round(self.base - above * self.size)
        return slice(min(max(0, first), height), min(max(0, round(self.base + below * self.size)), height))


def zones_of(line: Sequence[Sequence[Word]], layers: InkLayers, strokes: Mask) -> list[Zone]:
    """Return the zone of each run of words of one line.

    Each word says where it stands; a straight line through what most of them say corrects those under
    which a pen drew a line, or through which one was drawn.
    """
    singles = [_zone([word], layers) for run in line for word in run]
    bases = np.array([_settled(zone, strokes) for zone in singles])
    middles = np.array([(zone.left + zone.right) / 2 for zone in singles])
    slope, level = _straight_through(middles, bases)
    zones = []
    for run in line:
        zone = _zone(run, layers)
        zones.append(replace(zone, base=level + slope * (zone.left + zone.right) / 2))
    return zones


def printed(pieces: InkPieces, words: Iterable[Word], layers: InkLayers) -> NDArray[np.bool_]:
    """Return for each piece whether it is as large as a letter and stands where a word was read."""
    left, top = pieces.left, pieces.top
    right, bottom = left + pieces.width, top + pieces.height
    found = np.zeros(len(pieces.area), dtype=np.bool_)
    for word in words:
        size = word.size_pt * layers.scale
        edge = layers.px(word.box)
        base, beside = edge[3] - _DESCENT * size, _BESIDE * size
        found |= (
            (left >= edge[0] - beside)
            & (right <= edge[2] + beside)
            & (top >= base - _ABOVE * size)
            & (bottom <= base + _BELOW * size)
            & (pieces.height <= _TALLEST * size)
        )
    return found


def box_of(zone: Zone) -> BoxPx:
    """Return the box that holds all letters of the zone."""
    top, bottom = round(zone.base - 0.8 * zone.size), round(zone.base + _DESCENT * zone.size)
    return zone.left, top, zone.right, bottom


def _zone(words: Sequence[Word], layers: InkLayers) -> Zone:
    left, _, right, bottom = layers.px(box_around(word.box for word in words))
    size = float(np.median([word.size_pt for word in words])) * layers.scale
    left = min(left, layers.ink.shape[1] - 2)  # a word at the very edge of the page
    return Zone(left, max(right, left + 2), bottom - _DESCENT * size, size)


def _settled(zone: Zone, strokes: Mask) -> float:
    """Return the row near the baseline where the rows of letters end most sharply."""
    first = int(zone.base) - 3 * _SHIFT_PX
    last = int(zone.base) + 3 * _SHIFT_PX
    if first < 0 or last >= strokes.shape[0]:
        return zone.base
    rows = strokes[first:last, zone.left : zone.right]
    lines = cv2.morphologyEx(rows, cv2.MORPH_OPEN, np.ones((1, max(3, round(_LINE * zone.size))), np.uint8))
    filled = ((rows > 0) & (cv2.dilate(lines, np.ones((5, 1), np.uint8)) == 0)).mean(axis=1)
    sums = np.concatenate([[0.0], np.cumsum(filled)])
    ends = np.arange(2 * _SHIFT_PX, 4 * _SHIFT_PX + 1)
    drop = (sums[ends] - sums[ends - _SHIFT_PX]) - (sums[ends + _SHIFT_PX] - sums[ends])
    # Where nothing ends sharply, as under a scribble, the baseline stays where OCR saw it.
    return float(first + ends[int(np.argmax(drop))]) if drop.max() >= 0.3 else zone.base


def _straight_through(places: NDArray[np.float64], bases: NDArray[np.float64]) -> tuple[float, float]:
    """Return slope and level of the line that half of the points lie on either side of (Theil and Sen)."""
    one, other = np.triu_indices(len(places), 1)
    far = np.abs(places[other] - places[one]) > 60
    slopes = (bases[other] - bases[one])[far] / (places[other] - places[one])[far]
    slope = float(np.clip(np.median(slopes), -_SLOPE, _SLOPE)) if len(slopes) > 2 else 0.0
    return slope, float(np.median(bases - slope * places))
