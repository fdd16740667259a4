"""Ticks and crosses of a pen beside, above and over the options, and which option each is meant for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from intake.block.options import Option, choices_in, text_with_owners
from intake.page.page import Segment, TickBox, Word, box_around
from intake.scan.ink_layers import BoxPx, InkLayers, Mask, as_bytes
from intake.scan.ink_pieces import InkPieces
from intake.scan.pen_groups import PenGroup
from pact.documents import Method

_LEAST, _MOST = 0.6, 3.4  # sizes of type: how large a tick is
_ABOVE, _BELOW = 2.1, 1.0  # sizes of type from the baseline to a tick's middle
_BESIDE = 4.0
_BETWEEN = 0.9  # sizes of type: a tick between two options leans so much more on one of them
_NARROW, _WIDE = 0.4, 2.0  # width by height
_WRITING = 3  # pieces: so many are letters
_WORD_GAP = 1.6  # sizes of type
_ASCENT, _ON_BOTH = 0.72, 0.5
_ARM, _ARM_OF_CAPITALS, _LONG_ARM = 0.95, 1.25, 0.85  # sizes of type
_ARMS_AT_MOST = 3
_ARM_DEGREES = (28, 38, 48, 58, 122, 132, 142, 152)


@dataclass(frozen=True, slots=True)
class OptionPlace:
    """One printed line of an option: its box in pixels, from ascenders to descenders, and its size."""

    option: Option
    box: BoxPx
    size: float
    is_shouted: bool = False

    @property
    def base(self) -> float:
        """The baseline's row."""
        return self.box[3] - 0.22 * self.size


def option_places(lines: Sequence[Sequence[Word]], layers: InkLayers) -> tuple[tuple[OptionPlace, ...], ...]:
    """Return for each of the lines where its options stand, from left to right."""
    return tuple(tuple(_places(line, layers)) for line in lines)


def loose_ticks(
    groups: Sequence[PenGroup],
    places: Sequence[Sequence[OptionPlace]],
    pieces: InkPieces,
    layers: InkLayers,
) -> Iterator[TickBox]:
    """Yield the ticks, each labelled with the option that it is meant for.

    Doubtful where it stands in the middle between two options, or is a cross that covers all of a short
    option: that may as well strike it out.
    """
    for group in groups:
        place = _nearest_line(group.box, places)
        if place is None or not _is_tick_sized(group, place[0].size, pieces):
            continue
        if is_writing(group.box, [other.box for other in groups], place[0].size):
            continue
        meant, doubtful = _meant_for(group.box, place)
        doubtful = doubtful or _is_between_lines(group.box, places)
        if meant is not None:
            covers = _covers(group.box, meant) and _is_cross(group, pieces)
            yield TickBox(
                layers.pt(group.box),
                ticked=True,
                method=Method.OCR,
                label=meant.option.value,
                doubtful=doubtful or covers,
            )


def ticks_over_words(
    places: Sequence[Sequence[OptionPlace]], words: Sequence[Word], layers: InkLayers
) -> Iterator[TickBox]:
    """Yield the ticks among an option's letters: slanting strokes longer than any letter has.

    What already shows in another way, as a round or a strike, is passed over: ``words`` carry their marks.
    """
    passed = [layers.px(w.box) for w in words if w.circled or w.struck or w.underlined or w.text in "/|\\"]
    for line in places:
        arms = _slanting(line, layers) if line else []
        # A pen that went to and fro over the words leaves many: that is no tick.
        for box in arms if len(arms) <= _ARMS_AT_MOST else ():
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            if any(b[0] - 4 <= x <= b[2] + 4 and b[1] - 8 <= y <= b[3] + 8 for b in passed):
                continue
            meant, doubtful = _meant_for(box, line)
            if meant is not None:
                doubtful = doubtful or _is_between_lines(box, places)
                is_short = box[3] - box[1] < _LONG_ARM * meant.size
                yield TickBox(
                    layers.pt(box), True, Method.OCR, meant.option.value, doubtful=doubtful or is_short
                )


def _slanting(line: Sequence[OptionPlace], layers: InkLayers) -> list[BoxPx]:
    """Return the boxes of long slanting strokes over a line's letters."""
    size, base = line[0].size, line[0].base
    height, width = layers.ink.shape
    top, bottom = max(0, int(base - 1.5 * size)), min(height, int(base + 0.7 * size))
    left, right = max(0, int(line[0].box[0] - size)), min(width, int(line[-1].box[2] + 0.4 * size))
    strip = layers.ink[top:bottom, left:right]
    if min(strip.shape) < 8:
        return []
    long = (_ARM_OF_CAPITALS if line[0].is_shouted else _ARM) * size
    arms = np.zeros_like(strip)
    for degrees in _ARM_DEGREES:
        arms |= as_bytes(cv2.morphologyEx(strip, cv2.MORPH_OPEN, _slanting_kernel(long, degrees)))
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(arms, np.ones((5, 5), np.uint8)))
    found = []
    for start, upper, wide, high, _ in np.asarray(stats, np.int32)[1:].tolist():
        middle = top + upper + high / 2
        if wide <= _MOST * size and base - 1.1 * size <= middle <= base + 0.35 * size:
            found.append((left + start, top + upper, left + start + wide, top + upper + high))
    return found


def _slanting_kernel(long: float, degrees: float) -> Mask:
    reach_x, reach_y = (round(long / 2 * f(np.radians(degrees))) for f in (np.cos, np.sin))
    kernel = np.zeros((2 * abs(reach_y) + 1, 2 * abs(reach_x) + 1), np.uint8)
    middle_y, middle_x = kernel.shape[0] // 2, kernel.shape[1] // 2
    ends = (middle_x - reach_x, middle_y + reach_y), (middle_x + reach_x, middle_y - reach_y)
    cv2.line(kernel, *ends, 1)
    return kernel


def is_beside_options(box: BoxPx, places: Sequence[Sequence[OptionPlace]]) -> bool:
    """Whether something small stands on or beside a line of options, where only marks are put."""
    line = _nearest_line(box, places)
    return line is not None and max(box[2] - box[0], box[3] - box[1]) < 1.3 * _MOST * line[0].size


def is_writing(box: BoxPx, others: Sequence[BoxPx], size: float) -> bool:
    """Whether other ink of its height follows or goes before it closely: then it is part of a word."""
    for other in others:
        high = min(box[3] - box[1], other[3] - other[1])
        level = min(box[3], other[3]) - max(box[1], other[1]) > 0.4 * high
        gap = max(other[0] - box[2], box[0] - other[2])
        if other != box and level and -0.2 * size < gap < _WORD_GAP * size and high > 0.3 * size:
            return True
    return False


def _places(line: Sequence[Word], layers: InkLayers) -> Iterator[OptionPlace]:
    text, owners = text_with_owners([Segment(tuple(line))])
    for choice in choices_in(text, owners):
        if choice.words:
            size = float(np.median([word.size_pt for word in choice.words])) * layers.scale
            box = layers.px(box_around(w.box for w in choice.words))
            yield OptionPlace(choice.option, box, size, all(w.shouted for w in choice.words))


def _nearest_line(box: BoxPx, places: Sequence[Sequence[OptionPlace]]) -> Sequence[OptionPlace] | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    best: tuple[float, Sequence[OptionPlace]] | None = None
    for line in places:
        if not line:
            continue
        size, base = line[0].size, line[0].base
        is_near = base - _ABOVE * size <= y <= base + _BELOW * size
        is_along = line[0].box[0] - _BESIDE * size <= x <= line[-1].box[2] + _BESIDE * size
        off = abs(y - (base - 0.35 * size))
        if is_near and is_along and (best is None or off < best[0]):
            best = (off, line)
    return best[1] if best else None


def _is_between_lines(box: BoxPx, places: Sequence[Sequence[OptionPlace]]) -> bool:
    """Whether it lies on two lines of options, or between them: above the lower one, or low on the upper."""
    x, high = (box[0] + box[2]) / 2, box[3] - box[1]
    shares = []
    for place in (place for line in places for place in line):
        if place.box[0] - place.size <= x <= place.box[2] + place.size:
            top, bottom = place.base - _ASCENT * place.size, place.base
            reach = min(box[3], bottom + 0.7 * place.size) - max(box[1], top - 0.7 * place.size)
            shares.append(max(0.0, reach) / high)
    shares.sort()
    return len(shares) > 1 and shares[-2] > _ON_BOTH


def _is_tick_sized(group: PenGroup, size: float, pieces: InkPieces) -> bool:
    wide, high = group.box[2] - group.box[0], group.box[3] - group.box[1]
    if not _LEAST * size <= max(wide, high) <= _MOST * size or high < 0.3 * size:
        return False
    # A slash or a bracket that OCR did not read is narrow and upright, a word is wide.
    return _NARROW * high <= wide <= _WIDE * high and not _has_letters(group, size, pieces)


def _has_letters(group: PenGroup, size: float, pieces: InkPieces) -> bool:
    """Whether pieces of a letter's height stand beside each other."""
    letters = group.members[pieces.height[group.members] > 0.35 * size]
    ends = np.sort(pieces.left[letters])[1:] - np.sort((pieces.left + pieces.width)[letters])[:-1]
    return len(letters) > _WRITING or bool((ends > 0).any())


def _meant_for(box: BoxPx, line: Sequence[OptionPlace]) -> tuple[OptionPlace | None, bool]:
    """Return the option and whether there is doubt about it."""
    x, size = (box[0] + box[2]) / 2, line[0].size
    for place in line:
        if place.box[0] <= x <= place.box[2]:
            return place, False
    before = [place for place in line if place.box[2] < x]
    behind = [place for place in line if place.box[0] > x]
    if not before or not behind:
        return (behind or before[::-1] or [None])[0], False  # type: ignore[list-item]
    on_one, on_other = before[-1].box[2] - box[0], box[2] - behind[0].box[0]
    # Ticks stand before what they are meant for, and lean on it; a narrow gap tells little.
    is_plain = abs(on_one - on_other) > _BETWEEN * size
    is_behind = on_one > on_other and (is_plain or on_one > 0)
    return (before[-1] if is_behind else behind[0]), not is_plain


def _covers(box: BoxPx, place: OptionPlace) -> bool:
    left, _, right, _ = place.box
    return min(box[2], right) - max(box[0], left) > 0.5 * (right - left)


def _is_cross(group: PenGroup, pieces: InkPieces) -> bool:
    """Whether there is ink in all four corners of its box: a tick leaves one or two empty."""
    own = pieces.mask_in(group.box, group.members)
    high, wide = (max(1, side // 3) for side in own.shape)
    corners = (own[:high, :wide], own[:high, -wide:], own[-high:, :wide], own[-high:, -wide:])
    return all(bool(corner.any()) for corner in corners)
