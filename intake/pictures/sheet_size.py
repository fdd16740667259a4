"""Which paper a flattened sheet is: A4 or Letter, upright or lying, by the proportion that was seen."""

import numpy as np

from intake.pictures.perspective import FlatSheet

_PAPERS_IN = ((8.27, 11.69), (8.5, 11.0), (8.5, 14.0))  # A4, Letter, Legal
_LETTER_FROM = 0.745  # short side by long side: A4 has 0.707, Letter 0.773
_LEGAL_UP_TO = 0.64  # Legal has 0.607
_NO_SHEET = 0.54  # a slip, or a sheet folded lengthwise
_LONG_SIDE_IN = 11.69
_USUALLY_SEEN = 0.93  # of the side that is cut off


def sheet_pixels(sheet: FlatSheet, dpi: float) -> tuple[int, int]:
    """Return width and height in pixels of the paper that the sheet is taken for.

    Where a side lies beyond the picture the paper keeps the proportion that is seen of it.
    """
    if sheet.is_whole:
        short, long = _paper(min(sheet.ratio, 1 / sheet.ratio))
        size = (short, long) if sheet.ratio < 1 else (long, short)
    else:
        size = _seen_part(sheet)
    return round(size[0] * dpi), round(size[1] * dpi)


def _paper(proportion: float) -> tuple[float, float]:
    if proportion < _NO_SHEET or proportion > 0.9:
        return _LONG_SIDE_IN * proportion, _LONG_SIDE_IN
    if proportion < _LEGAL_UP_TO:
        return _PAPERS_IN[2]
    return _PAPERS_IN[1] if proportion > _LETTER_FROM else _PAPERS_IN[0]


def _seen_part(sheet: FlatSheet) -> tuple[float, float]:
    """The side seen whole is the short one of an A4, or the long one: whichever leaves most in view."""
    top, right, bottom, left = sheet.is_cut
    if not (left or right):
        width = _side_seen_whole(1 / sheet.ratio)
        return width, width / sheet.ratio
    if not (top or bottom):
        height = _side_seen_whole(sheet.ratio)
        return height * sheet.ratio, height
    long = _PAPERS_IN[0][1]
    return (long * sheet.ratio, long) if sheet.ratio < 1 else (long, long / sheet.ratio)


def _side_seen_whole(cut_by_whole: float) -> float:
    """Return the length of the side seen whole, by how much of the other is seen in proportion to it."""
    short, long = _PAPERS_IN[0]
    return min(
        (short, long),
        key=lambda side: abs(np.log(cut_by_whole * side * side / (short * long) / _USUALLY_SEEN)),
    )
