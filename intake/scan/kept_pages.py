"""Straight pages kept small, so that some of their lines can be looked at a second time."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.page.page import Homography, box_around, mapped
from intake.pictures.straighten import StraightPage
from pact.documents import BoxPt

_QUALITY = 88
_POINTS_PER_INCH = 72.0
_SPARE = 0.45  # of a line's height, above and below it
_BESIDE_PT = 40.0  # the ends of lines may be what the first reading passed over
_FLAT = np.eye(3)
_BAND_PX = 150
_STREAK_WINDOW_PX, _STREAK_DEPTH = 41, 6


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One page: its gray as JPEG, its size in points, and the map from its points to the file's."""

    number: int
    jpeg: bytes
    dpi: float
    size_pt: tuple[float, float]
    to_file: Homography

    def own_box(self, box: BoxPt) -> BoxPt | None:
        """Return a box of the file in this page's points; None where it lies on another page."""
        inverse = np.linalg.inv(np.reshape(self.to_file, (3, 3))).flatten()
        a, b, c, d, e, f, g, h, i = (float(x) for x in inverse)
        own = mapped(box, (a, b, c, d, e, f, g, h, i))
        x, y = (own[0] + own[2]) / 2, (own[1] + own[3]) / 2
        return own if 0 <= x <= self.size_pt[0] and 0 <= y <= self.size_pt[1] else None


@dataclass(frozen=True, slots=True)
class LinesKept:
    """Some lines of a page; ``streaks_pt`` is where upright streaks go through, in points of the file."""

    page: StraightPage
    streaks_pt: tuple[float, ...]


@dataclass(slots=True)
class KeptPages:
    """The pages of one document. Two that were scanned beside each other share a number."""

    pages: list[KeptPage] = field(default_factory=list)

    def keep(self, page: StraightPage, number: int, to_file: Homography) -> None:
        """Keep one more page."""
        done, jpeg = cv2.imencode(".jpg", page.gray, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
        if done:
            scale = _POINTS_PER_INCH / page.dpi
            size = page.gray.shape[1] * scale, page.gray.shape[0] * scale
            self.pages.append(KeptPage(number, jpeg.tobytes(), page.dpi, size, to_file))

    def lines(self, number: int, boxes: Sequence[BoxPt]) -> LinesKept | None:
        """Return the part of a page on which words with these boxes of the file stand, whole lines of it;
        None where the page was not kept."""
        for page in self.pages:
            own = (
                [box for box in map(page.own_box, boxes) if box is not None] if page.number == number else []
            )
            if own:
                return _cut_out(page, own)
        return None


def enlarged(page: StraightPage) -> StraightPage:
    """Return the lines twice as large."""
    gray = cv2.resize(page.gray, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    large = np.asarray(gray, dtype=np.uint8)
    return StraightPage(large, large, 2 * page.dpi, page.to_file)


def _cut_out(page: KeptPage, boxes: Sequence[BoxPt]) -> LinesKept:
    gray = np.asarray(cv2.imdecode(np.frombuffer(page.jpeg, np.uint8), cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
    left, bottom, right, top = box_around(boxes)
    spare = _SPARE * float(np.median([box[3] - box[1] for box in boxes]))
    scale, height_pt = page.dpi / _POINTS_PER_INCH, page.size_pt[1]
    first, last = (height_pt - top - spare) * scale, (height_pt - bottom + spare) * scale
    rows = _span(first, last, gray.shape[0])
    columns = _span((left - _BESIDE_PT) * scale, (right + _BESIDE_PT) * scale, gray.shape[1])
    part: NDArray[np.uint8] = np.ascontiguousarray(gray[rows, columns])
    around = gray[_span(first - _BAND_PX, last + _BAND_PX, gray.shape[0])]
    streaks = tuple(mapped((x / scale, bottom, x / scale, bottom), page.to_file)[0] for x in _streaks(around))
    return LinesKept(StraightPage(part, part, page.dpi, _FLAT), streaks)


def _streaks(band: NDArray[np.uint8]) -> list[int]:
    """Return the columns that are darker than those beside them in nearly every row."""
    usual = np.percentile(band, 75, axis=0)
    beside = cv2.blur(usual.reshape(1, -1), (_STREAK_WINDOW_PX, 1)).flatten()
    return [int(x) for x in np.flatnonzero(usual < beside - _STREAK_DEPTH)]


def _span(first: float, last: float, most: int) -> slice:
    return slice(max(0, int(first)), min(most, int(last) + 1))
