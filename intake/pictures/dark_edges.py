"""What a scanner adds around a page and nobody wrote: black borders and the holes of a ring binder."""

import cv2
import numpy as np

from intake.pictures.picture import Pixels

_DARK = 105
_SHRINK = 4
_EDGE_SHARE = 0.07  # of the page's side, in from its edge
_HOLE_MM = (4.2, 9.0)
_HOLE_FROM_EDGE_MM = 22.0
_MM_PER_INCH = 25.4


def without_dark_edges(pixels: Pixels, dpi: float) -> Pixels:
    """Return the page, evenly lit RGB, with black borders and punched holes made white."""
    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(gray, None, fx=1 / _SHRINK, fy=1 / _SHRINK, interpolation=cv2.INTER_AREA)
    dark = np.asarray(cv2.threshold(small, _DARK, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
    added = cv2.bitwise_or(_borders(dark), _holes(dark, dpi / _SHRINK))
    if not added.any():
        return pixels
    added = cv2.dilate(added, np.ones((5, 5), np.uint8))
    height, width = gray.shape
    mask = cv2.resize(added, (width, height), interpolation=cv2.INTER_NEAREST)
    cleaned = pixels.copy()
    cleaned[mask > 0] = 255
    return cleaned


def _borders(dark: Pixels) -> Pixels:
    """Thick dark fields that touch the edge. Opened first: a rule or a pen stroke that runs off the page
    is thin, and stays."""
    thick = cv2.morphologyEx(
        cv2.copyMakeBorder(dark, 3, 3, 3, 3, cv2.BORDER_REPLICATE), cv2.MORPH_OPEN, np.ones((4, 4))
    )
    thick = np.ascontiguousarray(thick[3:-3, 3:-3])
    height, width = thick.shape
    rim = np.zeros_like(thick)
    across, down = max(2, round(_EDGE_SHARE * width)), max(2, round(_EDGE_SHARE * height))
    rim[:down], rim[-down:], rim[:, :across], rim[:, -across:] = 255, 255, 255, 255
    thick = cv2.bitwise_and(thick, rim)
    _, labels = cv2.connectedComponents(thick, connectivity=8, ltype=cv2.CV_32S)
    touching = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    found = np.isin(labels, touching[touching > 0])
    return np.where(found, 255, 0).astype(np.uint8)


def _holes(dark: Pixels, dpi: float) -> Pixels:
    holes = np.zeros_like(dark)
    least, most = (mm * dpi / _MM_PER_INCH for mm in _HOLE_MM)
    count, _, stats, middles = cv2.connectedComponentsWithStats(dark, connectivity=8, ltype=cv2.CV_32S)
    height, width = dark.shape
    for at in range(1, count):
        wide, high, area = (int(stats[at, column]) for column in (2, 3, 4))
        if not (least <= wide <= most and least <= high <= most and 0.78 < wide / high < 1.28):
            continue
        x, y = middles[at]
        from_edge = min(x, y, width - x, height - y)
        if area > 0.9 * np.pi / 4 * wide * high and from_edge < _HOLE_FROM_EDGE_MM * dpi / _MM_PER_INCH:
            cv2.circle(holes, (round(x), round(y)), round(max(wide, high) / 2) + 1, 255, -1)
    return holes
