"""Which straight lines were drawn for words, through them or below them, and are no rules of a form."""

from collections.abc import Iterable, Sequence

import numpy as np

from intake.scan.ink_layers import BoxPx, InkLayers, Mask
from intake.scan.print_zones import Zone
from pact.documents import BoxPt

_THROUGH = 0.45  # of the line's length runs through words
_SPARE = 1.3  # sizes of type by which a line below words may be longer or shorter at either end
_REACH = 2.6  # the same for a line that may be part of a round


def ink_drawn(
    strokes: Mask, rules: Sequence[BoxPt], zones: Sequence[Zone], layers: InkLayers
) -> tuple[Mask, Mask]:
    """Return the strokes with the lines that were drawn for these words, and those lines alone."""
    lines = np.zeros_like(strokes)
    for rule in rules:
        left, top, right, bottom = layers.px(rule)
        if right - left > 3 * (bottom - top) and _is_for_words((left, top, right, bottom), zones):
            window = (slice(max(0, top - 1), bottom + 1), slice(left, right))
            lines[window] = layers.ink[window]
    lines[strokes > 0] = 0
    return np.asarray(strokes | lines, np.uint8), lines


def _is_for_words(rule: BoxPx, zones: Iterable[Zone]) -> bool:
    left, top, right, bottom = rule
    middle = (top + bottom) / 2
    through, near = 0, list[Zone]()
    for zone in zones:
        if min(right, zone.right) - max(left, zone.left) <= 0:
            continue
        if zone.base - 0.75 * zone.size < middle < zone.base - 0.04 * zone.size:
            through += min(right, zone.right) - max(left, zone.left)
        if zone.base - 1.9 * zone.size < middle < zone.base + 1.4 * zone.size:
            near.append(zone)
    if through >= _THROUGH * (right - left):
        return True
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
