"""Which straight lines were drawn for words, through them or below them, and are no rules of a form."""

from collections.abc import Iterable, Sequence

import numpy as np

from intake.scan.ink_layers import BoxPx, InkLayers, Mask
from intake.scan.print_zones import Zone
from pact.documents import BoxPt

_THROUGH = 0.45  # of the line's length runs through words
_TWIN_PX = 9
_SPARE = 1.3  # sizes of type by which a line below words may be longer or shorter at either end
_REACH = 2.6  # the same for a line that may be part of a round


def ink_drawn(
    strokes: Mask, rules: Sequence[BoxPt], zones: Sequence[Zone], layers: InkLayers
) -> tuple[Mask, Mask]:
    """Return the strokes with the lines that were drawn for these words, and those lines alone."""
    lines = np.zeros_like(strokes)
    boxes = [layers.px(rule) for rule in rules]
    level = [box for box in boxes if box[2] - box[0] > 3 * (box[3] - box[1])]
    for left, top, right, bottom in level:
        box = (left, top, right, bottom)
        if _runs_through(box, zones) or (not _has_twin(box, level) and _is_near(box, zones)):
            window = (slice(max(0, top - 1), bottom + 1), slice(left, right))
            lines[window] = layers.ink[window]
    lines[strokes > 0] = 0
    return np.asarray(strokes | lines, np.uint8), lines


def _runs_through(rule: BoxPx, zones: Iterable[Zone]) -> bool:
    """Whether much of the line passes through the middle of words, as no rule of a form does."""
    left, top, right, bottom = rule
    middle, through = (top + bottom) / 2, 0
    for zone in zones:
        if zone.base - 0.7 * zone.size < middle < zone.base - 0.04 * zone.size:
            through += max(0, min(right, zone.right) - max(left, zone.left))
    return through >= _THROUGH * (right - left)


def _has_twin(rule: BoxPx, rules: Iterable[BoxPx]) -> bool:
    """Whether another line of the page begins and ends below or above it: rows of a form do."""
    for other in rules:
        apart = abs(other[1] - rule[1])
        begins, ends = abs(other[0] - rule[0]) < _TWIN_PX, abs(other[2] - rule[2]) < _TWIN_PX
        if apart > 2 * _TWIN_PX and begins and ends:
            return True
    return False


def _is_near(rule: BoxPx, zones: Iterable[Zone]) -> bool:
    middle = (rule[1] + rule[3]) / 2
    near = [
        zone
        for zone in zones
        if zone.base - 1.9 * zone.size < middle < zone.base + 1.4 * zone.size
        and min(rule[2], zone.right) > max(rule[0], zone.left)
    ]
    return any(_ends_with(rule, zone, _REACH) for zone in near) or _ends_with_all(rule, near)


def _ends_with(rule: BoxPx, zone: Zone, spare: float) -> bool:
    return rule[0] >= zone.left - spare * zone.size and rule[2] <= zone.right + spare * zone.size


def _ends_with_all(rule: BoxPx, zones: Sequence[Zone]) -> bool:
    """Whether it begins and ends where some neighbouring words do: a line below two options."""
    if not zones:
        return False
    spare = _SPARE * zones[0].size
    begins = any(abs(rule[0] - zone.left) < spare for zone in zones)
    return begins and any(abs(rule[2] - zone.right) < spare for zone in zones)
