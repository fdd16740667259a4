"""Boxes and rings to tick on a picture, and what stands in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.block.options import names_options
from intake.page.page import TickBox, Word
from intake.pictures.straighten import StraightPage
from intake.scan.ink_layers import BoxPx, InkLayers, Mask, as_bytes, layers_of
from intake.scan.ink_pieces import InkPieces
from intake.scan.option_runs import option_lines, option_runs
from intake.scan.paper_ink import marks_words
from intake.scan.paper_lines import ruled_paper
from intake.scan.pen_groups import PenGroup, pen_groups
from intake.scan.pen_ticks import OptionPlace, is_writing, loose_ticks, option_places, ticks_over_words
from intake.scan.print_zones import Zone, zones_of
from pact.documents import BoxPt, Method

_SIDES = (0.48, 1.6)  # sizes of type: how large a box to tick is
_ABOVE, _BELOW, _BESIDE = 1.5, 0.8, 4.5
_EDGE, _WORN_EDGE = 0.8, 0.6  # of each side is ink
_ALIKE = 0.16
_ROUND_EDGE = 0.86
_SPREAD = 24
_INSET = 0.2  # of the side: the frame itself
_MOST_EMPTY = 0.25  # of a box that is as printed: some cast a shadow
_FAINT, _FULL, _PLAIN = 0.03, 0.07, 0.11  # of a box is ink, more than of an empty one
_CLOSE = 1.6
_SHADE = 10.0  # grey levels: the paper in a box is no darker than that by itself
_LETTERS = 2
_WRITTEN = 3.5  # sides of a box: ink so wide in one piece is a word
_SEARCHED = 8.0  # sizes of type: no box hangs together with more than a large tick


@dataclass(frozen=True, slots=True)
class _Frame:
    box: BoxPx
    score: float
    is_round: bool = False


def tick_boxes_on(page: StraightPage, words: Sequence[Word]) -> tuple[TickBox, ...]:
    """Return the boxes and rings to tick on the lines that name participation types, and the ticks that a pen
    put there without a box, from the top down and from left to right.

    ``words`` come from pen_marks.marked_words: what marks them is no tick.
    """
    layers, strokes = layers_of(page), ruled_paper(page).strokes
    frames: list[_Frame] = []
    for line in option_runs(words):
        if names_options(" ".join(word.text for run in line for word in run)):
            frames += _frames_near(zones_of(line, layers, strokes), layers)
    plain = [frame for frame in frames if frame.score >= _EDGE]
    alike = [frame for frame in frames if any(_is_as_large(frame, other) for other in plain)]
    kept = _apart(frame for frame in alike if not _is_in_word(frame, words, layers))
    groups = [group for group in pen_groups(page, tuple(words)) if not marks_words(group, words, layers)]
    kept = [frame for frame in kept if not _is_written(frame, groups, ruled_paper(page).pieces)]
    places = option_places(option_lines(words), layers)
    if len(kept) == 1:
        kept = [frame for frame in kept if _is_before_option(frame, places)]
    boxes = _tick_boxes(kept, layers)
    loose = [group for group in groups if not any(_overlap(group.box, frame.box) for frame in kept)]
    boxes += loose_ticks(loose, places, ruled_paper(page).pieces, layers)
    over = ticks_over_words(places, words, layers)
    boxes += [
        tick for tick in over if not any(_overlap(layers.px(tick.box), layers.px(b.box)) for b in boxes)
    ]
    return tuple(sorted(boxes, key=lambda box: (-round(box.box[1] / 6), box.box[0])))


def ticked_of(page: StraightPage, boxes: Sequence[BoxPt]) -> tuple[bool | None, ...]:
    """Return for boxes that are known, as a digital page's glyphs are, whether each is ticked.

    None where the picture does not tell: two boxes or more are compared, and the one that holds
    clearly more ink than the emptiest is ticked.
    """
    layers = layers_of(page)
    shares = [_inked(layers.px(box), layers) for box in boxes]
    if not shares:
        return ()
    least = min(shares)
    return tuple(_is_ticked(share, least, len(shares)) for share in shares)


def _is_as_large(frame: _Frame, other: _Frame) -> bool:
    """Whether both may be boxes of one form: a worn one is known by another that is plain."""
    wide, high = frame.box[2] - frame.box[0], other.box[2] - other.box[0]
    return frame.is_round == other.is_round and abs(wide - high) <= _ALIKE * high


def _is_ticked(share: float, least: float, count: int) -> bool | None:
    empty = min(_MOST_EMPTY, least) if count > 1 else 0.0
    if _FAINT < share - empty < _PLAIN:
        return None
    return share - empty > _FULL


def _frames_near(zones: Sequence[Zone], layers: InkLayers) -> list[_Frame]:
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
    found: list[_Frame] = []
    for window in _windows(ink, size, words):
        found += [
            _moved(frame, window)
            for frame in _squares(ink[window[1] : window[3], window[0] : window[2]], size)
        ]
    found += _rings(ink, size)
    return [
        _Frame((f.box[0] + left, f.box[1] + top, f.box[2] + left, f.box[3] + top), f.score, f.is_round)
        for f in found
    ]


def _windows(ink: Mask, size: float, words: Sequence[tuple[int, int]]) -> Iterator[BoxPx]:
    """Yield where a piece of ink is as large as a box, and not among the letters of words."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    for number in range(1, count):
        left, top, wide, high = (int(v) for v in stats[number, :4])
        if min(wide, high) < _SIDES[0] * size or wide > _SEARCHED * size:
            continue
        if not any(start + 0.6 * size < left and left + wide < end - 0.6 * size for start, end in words):
            yield max(0, left - 2), max(0, top - 2), left + wide + 2, top + high + 2


def _moved(frame: _Frame, window: BoxPx) -> _Frame:
    left, top, right, bottom = frame.box
    return replace(frame, box=(left + window[0], top + window[1], right + window[0], bottom + window[1]))


def _squares(ink: Mask, size: float) -> Iterator[_Frame]:
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
            yield _Frame(box, float(score[row, column]) + 0.002 * side)


def _rings(ink: Mask, size: float) -> Iterator[_Frame]:
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
            yield _Frame((left, top, left + wide, top + high), float(hit), is_round=True)


def _apart(frames: Iterable[_Frame]) -> list[_Frame]:
    """Keep the best of frames that overlap: the outer and the inner edge of one line make two."""
    kept: list[_Frame] = []
    for frame in sorted(frames, key=lambda frame: -frame.score):
        if not any(_overlap(frame.box, other.box) for other in kept):
            kept.append(frame)
    return kept


def _overlap(one: BoxPx, other: BoxPx) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_in_word(frame: _Frame, words: Iterable[Word], layers: InkLayers) -> bool:
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


def _is_written(frame: _Frame, groups: Iterable[PenGroup], pieces: InkPieces) -> bool:
    """Whether it is a letter of handwriting: an o among others."""
    side = frame.box[2] - frame.box[0]
    near = [pieces.box_around([int(number)]) for group in groups for number in group.members]
    beside = [box for box in near if not _overlap(box, frame.box)]
    over = [box for box in near if _overlap(box, frame.box)]
    return is_writing(frame.box, beside, side) or any(box[2] - box[0] > _WRITTEN * side for box in over)


def _is_before_option(frame: _Frame, places: Iterable[Sequence[OptionPlace]]) -> bool:
    return any(
        -0.3 * place.size < place.box[0] - frame.box[2] < _CLOSE * place.size
        and frame.box[1] < place.base
        and frame.box[3] > place.base - place.size
        for line in places
        for place in line
    )


def _tick_boxes(frames: Sequence[_Frame], layers: InkLayers) -> list[TickBox]:
    """Return the frames with what they hold, the emptiest taken for empty where there are several. One that
    stands alone may be anything."""
    shares = [_inked(frame.box, layers) for frame in frames]
    empty = min(_MOST_EMPTY, *shares) if len(shares) > 1 else 0.0
    return [
        TickBox(
            layers.pt(frame.box),
            ticked=share - empty > _FULL,
            method=Method.OCR,
            doubtful=len(frames) == 1 or _FAINT < share - empty < _PLAIN,
        )
        for frame, share in zip(frames, shares, strict=True)
    ]


def _inked(box: BoxPx, layers: InkLayers) -> float:
    """Return the share of ink inside the frame; a pencil's even gray counts as some, too."""
    left, top, right, bottom = box
    inset_x, inset_y = max(3, round(_INSET * (right - left))), max(3, round(_INSET * (bottom - top)))
    window = (slice(top + inset_y, bottom - inset_y), slice(left + inset_x, right - inset_x))
    inside, paper = layers.ink[window], layers.paper[window]
    if inside.size == 0:
        return 0.0
    around = layers.paper[max(0, top - 4) : bottom + 4, max(0, left - 4) : right + 4]
    gray = float(np.percentile(around, 90)) - float(np.median(paper))
    return float((inside > 0).mean()) + max(0.0, gray - _SHADE) / 100
