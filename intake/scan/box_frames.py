"""Squares and rings on a picture that are as large as a box to tick."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.page.page import Word
from intake.scan.ink_layers import BoxPx, InkLayers, Mask, as_bytes
from intake.scan.print_zones import Zone

EDGE = 0.8
"""The share of each side that is ink where a frame is plain to see."""

_WORN_EDGE = 0.6
_ALIKE = 0.16
_SIDES = (0.48, 1.6)  # sizes of type: how large a box to tick is
_ABOVE, _BELOW, _BESIDE = 1.5, 0.8, 4.5
_ROUND_EDGE = 0.86
_SPREAD = 24
_LETTERS = 2
_SEARCHED = 8.0  # sizes of type: no box hangs together with more than a large tick


@dataclass(frozen=True, slots=True)
class Frame:
    """A square or, where ``is_round``, a ring; ``score`` says how whole its outline is."""

    box: BoxPx
    score: float
    is_round: bool = False

    @property
    def side(self) -> int:
        """Its width in pixels."""
        return self.box[2] - self.box[0]


def frames_near(zones: Sequence[Zone], layers: InkLayers) -> list[Frame]:
    """Return the frames on a line: squares by their four sides, rings by their outline."""
    size = float(np.median([zone.size for zone in zones]))
    base = float(np.median([zone.base for zone in zones]))
    height, width = layers.ink.shape
    top, bottom = max(0, int(base - _ABOVE * size)), min(height, int(base + _BELOW * size))
    left = max(0, int(min(zone.left for zone in zones) - _BESIDE * size))
    right = min(width, int(max(zone.right for zone in zones) + _BESIDE * size))
    ink = layers.ink[top:bottom, left:right]
    if min(ink.shape) < 8:
        return []
    words = [(zone.left - left, zone.right - left) for zone in zones]
    found: list[Frame] = []
    for window in _windows(ink, size, words):
        found += [
            _moved(frame, window)
            for frame in _squares(ink[window[1] : window[3], window[0] : window[2]], size)
        ]
    found += _rings(ink, size)
    return [
        Frame((f.box[0] + left, f.box[1] + top, f.box[2] + left, f.box[3] + top), f.score, f.is_round)
        for f in found
    ]


def apart(frames: Iterable[Frame]) -> list[Frame]:
    """Keep the best of frames that overlap: the outer and the inner edge of one line make two."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: -frame.score):
        if not any(overlap(frame.box, other.box) for other in kept):
            kept.append(frame)
    return kept


def overlap(one: BoxPx, other: BoxPx) -> bool:
    """Whether two boxes have pixels in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def is_as_large(frame: Frame, other: Frame) -> bool:
    """Whether both may be boxes of one form: a worn one is known by another that is plain."""
    wide, high = frame.box[2] - frame.box[0], other.box[2] - other.box[0]
    return frame.is_round == other.is_round and abs(wide - high) <= _ALIKE * high


def is_in_word(frame: Frame, words: Iterable[Word], layers: InkLayers) -> bool:
    """Whether the frame is made of letters: an O, a B, two stems with serifs."""
    left, _, right, _ = frame.box
    middle_x, middle_y = (left + right) / 2, (frame.box[1] + frame.box[3]) / 2
    for word in words:
        if sum(c.isalnum() for c in word.text) < _LETTERS:
            continue
        edge = layers.px(word.box)
        if edge[0] - 1 <= middle_x <= edge[2] + 1 and edge[1] <= middle_y <= edge[3]:
            return True
    return False


def _windows(ink: Mask, size: float, words: Sequence[tuple[int, int]]) -> Iterator[BoxPx]:
    """Yield where a piece of ink is as large as a box, and not among the letters of words."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    for number in range(1, count):
        left, top, wide, high = (int(v) for v in stats[number, :4])
        if min(wide, high) < _SIDES[0] * size or wide > _SEARCHED * size:
            continue
        if not any(start + 0.6 * size < left and left + wide < end - 0.6 * size for start, end in words):
            yield max(0, left - 2), max(0, top - 2), left + wide + 2, top + high + 2


def _moved(frame: Frame, window: BoxPx) -> Frame:
    left, top, right, bottom = frame.box
    return replace(frame, box=(left + window[0], top + window[1], right + window[0], bottom + window[1]))


def _squares(ink: Mask, size: float) -> Iterator[Frame]:
    """Yield the squares with ink along all four sides, the best of each size."""
    flat = np.asarray(as_bytes(cv2.dilate(ink, np.ones((3, 1), np.uint8))) > 0)
    steep = np.asarray(as_bytes(cv2.dilate(ink, np.ones((1, 3), np.uint8))) > 0)
    along = np.pad(np.cumsum(flat, axis=1), ((0, 0), (1, 0)))
    down = np.pad(np.cumsum(steep, axis=0), ((1, 0), (0, 0)))
    for side in range(int(_SIDES[0] * size), int(_SIDES[1] * size) + 1):
        if side + 2 > min(ink.shape):
            break
        level = np.asarray(along[:, side:] - along[:, :-side]) / side
        upright = np.asarray(down[side:, :] - down[:-side, :]) / side
        last = side - 1
        score: NDArray[np.float64] = np.minimum(
            np.minimum(level[:-last, :], level[last:, :])[:, : ink.shape[1] - last],
            np.minimum(upright[:, :-last], upright[:, last:])[: ink.shape[0] - last, :],
        )
        row, column = (int(place) for place in np.unravel_index(int(score.argmax()), score.shape))
        if score[row, column] >= _WORN_EDGE:
            box = (column, row, column + side, row + side)
            yield Frame(box, float(score[row, column]) + 0.002 * side)


def _rings(ink: Mask, size: float) -> Iterator[Frame]:
    """Yield the pieces that are round outlines, or discs."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    angles = np.linspace(0, 2 * np.pi, _SPREAD, endpoint=False)
    for number in range(1, count):
        left, top, wide, high = (int(v) for v in stats[number, :4])
        if not _SIDES[0] * size <= wide <= _SIDES[1] * size or not 0.8 <= high / wide <= 1.25:
            continue
        own = labels[top : top + high, left : left + wide] == number
        reach = np.linspace(0.72, 1.0, 6)[:, None]
        rows = np.clip(np.round((high - 1) / 2 * (1 + reach * np.sin(angles))), 0, high - 1).astype(np.intp)
        columns = np.clip(np.round((wide - 1) / 2 * (1 + reach * np.cos(angles))), 0, wide - 1).astype(
            np.intp
        )
        hit = own[rows, columns].any(axis=0).mean()
        corners = own[[0, 0, -1, -1], [0, -1, 0, -1]].any()
        if hit >= _ROUND_EDGE and not corners:
            yield Frame((left, top, left + wide, top + high), float(hit), is_round=True)
