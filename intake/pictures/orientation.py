"""Whether print stands upright or on its head: by the letters, by the margins, at last by reading."""

import numpy as np

from intake.ocr.eyes import Eyes, EyesClosedError, Reader
from intake.pictures.picture import Floats, Pixels
from intake.pictures.text_rows import TextRow

_SURE = 2.5
_READ_ROWS = 3
_READ_CLEARLY = 1.5  # times as many letters read well the one way as the other


def uprightness(rows: list[TextRow]) -> float:
    """Return how much speaks for the rows standing upright (above 0) or on their heads, in standard errors.

    Most letters stand on one line; above they end at two heights, x and l. And rows begin under each
    other, but end where the words end.
    """
    boxes = sum(len(row.boxes) for row in rows)
    if not boxes:
        return 0.0
    lead = sum((row.firmness[0] - row.firmness[1]) * len(row.boxes) for row in rows) / boxes
    by_letters = lead * np.sqrt(boxes) / 0.7
    height = float(np.median(np.concatenate([row.boxes[:, 3] - row.boxes[:, 1] for row in rows])))
    flush_left = _flush(np.array([row.left for row in rows]), 0.4 * height)
    flush_right = _flush(np.array([row.right for row in rows]), 0.4 * height)
    by_margins = (flush_left - flush_right) / np.sqrt(max(flush_left + flush_right, 1))
    return float(by_letters + by_margins)


def _flush(ends: Floats, slack: float) -> int:
    return int((np.abs(ends[:, None] - ends[None]) < slack).sum(axis=1).max())


def is_upside_down(gray: Pixels, rows: list[TextRow], eyes: Eyes) -> bool | None:
    """Return whether the page stands on its head; None where neither the picture nor a reading tells."""
    evidence = uprightness(rows)
    if abs(evidence) >= _SURE:
        return evidence < 0
    strip = _strip(gray, rows)
    if strip is not None:
        try:
            upright, turned = (
                _read_well(way, eyes) for way in (strip, np.ascontiguousarray(strip[::-1, ::-1]))
            )
        except EyesClosedError:
            upright = turned = 0.0
        if max(upright, turned) > _READ_CLEARLY * min(upright, turned) + 6:
            return turned > upright
    return None if abs(evidence) < 1 else evidence < 0


def _strip(gray: Pixels, rows: list[TextRow]) -> Pixels | None:
    """Return the longest rows one under the other."""
    longest = sorted(rows, key=lambda row: -len(row.boxes))[:_READ_ROWS]
    if not longest:
        return None
    pieces = []
    for row in longest:
        margin = 0.8 * float(np.median(row.boxes[:, 3] - row.boxes[:, 1]))
        top, bottom = row.boxes[:, 1].min() - margin, row.boxes[:, 3].max() + margin
        left, right = row.left - margin, row.right + margin
        pieces.append(gray[max(0, int(top)) : int(bottom), max(0, int(left)) : int(right)])
    width = max(piece.shape[1] for piece in pieces)
    paper = int(np.median(pieces[0]))
    padded = [np.pad(p, ((4, 4), (0, width - p.shape[1])), constant_values=paper) for p in pieces]
    return np.ascontiguousarray(np.concatenate(padded))


def _read_well(strip: Pixels, eyes: Eyes) -> float:
    """How many letters of words were read that way, each counted by the reader's own score."""
    words = eyes.read(strip, Reader.PRINT)
    return sum(word.score * len(word.text) for word in words if sum(map(str.isalpha, word.text)) >= 3)
