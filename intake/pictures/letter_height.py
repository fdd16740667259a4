"""How high the small letters of print are, told also where they have grown together."""

import numpy as np

from intake.pictures.letter_shapes import paper_tone
from intake.pictures.level_view import LevelView
from intake.pictures.picture import Floats

_ROWS_ASKED = 20


def letter_height(view: LevelView) -> float:
    """Return the height of an x in pixels of the view, in the middle of its longest rows; 0 without rows.

    Of every row it is the band that holds most ink: what rises above or hangs below it is less.
    """
    dark = np.clip(paper_tone(view.gray).astype(np.float32) - view.gray, 0, 255)
    heights = []
    for row in sorted(view.rows, key=lambda row: -len(row.boxes))[:_ROWS_ASKED]:
        top, bottom = int(row.boxes[:, 1].min()) - 2, int(row.boxes[:, 3].max()) + 3
        band = dark[max(0, top) : bottom, max(0, int(row.left)) : int(row.right)].sum(axis=1)
        if band.size > 2:
            heights.append(_width_at_half(band.astype(np.float64)))
    return float(np.median(heights)) if heights else 0.0


def _width_at_half(band: Floats) -> float:
    half = band.max() / 2
    low = high = int(band.argmax())
    while low > 0 and band[low - 1] > half:
        low -= 1
    while high < len(band) - 1 and band[high + 1] > half:
        high += 1
    before = (band[low] - half) / max(band[low] - band[low - 1], 1e-6) if low > 0 else 0.0
    after = (band[high] - half) / max(band[high] - band[high + 1], 1e-6) if high < len(band) - 1 else 0.0
    return float(high - low + before + after)
