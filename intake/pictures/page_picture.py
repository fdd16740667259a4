"""A page of a PDF as a picture, at the resolution that its own picture has where it is a scan."""

import ctypes

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from intake.page.unreadable import UnreadableError
from intake.pictures.picture import POINTS_PER_INCH, Matrix, Picture
from pact.documents import ReadErrorCode

_DPI = 200.0
_SCAN_DPI_LEAST, _SCAN_DPI_MOST = 100.0, 400.0
_PIXELS_AT_MOST = 16_000_000
_HELD_PIXELS_AT_MOST = 150_000_000  # of one picture in the file, before it is made smaller
_FULL_PAGE = 0.85


def page_picture(page: pdfium.PdfPage, number: int) -> Picture:
    """Return the page as it is shown, turned as the file says; ``number`` counts from 1, for messages.

    UnreadableError when the page, or a picture on it, is larger than can be drawn.
    """
    width_pt, height_pt = page.get_size()
    dpi = _scan_dpi(page, number) or _DPI
    dpi = min(dpi, POINTS_PER_INCH * (_PIXELS_AT_MOST / max(width_pt * height_pt, 1.0)) ** 0.5)
    try:
        bitmap = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
    except (pdfium.PdfiumError, ValueError, OverflowError) as fault:
        message = f"Page {number} of the file cannot be drawn."
        raise UnreadableError(ReadErrorCode.DAMAGED, message) from fault
    drawn = bitmap.to_numpy()
    pixels = np.ascontiguousarray(drawn[:, :, :3] if drawn.ndim == 3 else np.dstack([drawn] * 3))
    placed = _placed(page, pixels.shape[1], pixels.shape[0])
    if np.shares_memory(pixels, drawn):
        pixels = pixels.copy()
    bitmap.close()
    return Picture(pixels, dpi, placed)


def _scan_dpi(page: pdfium.PdfPage, number: int) -> float | None:
    """Return the resolution of the picture that fills the page; None where none does.

    Drawn at that resolution its pixels stay as the scanner made them, and what was put over it (a
    pasted signature, a note) is there too.
    """
    left, bottom, right, top = page.get_bbox()
    area = max((right - left) * (top - bottom), 1.0)
    found: float | None = None
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        across, up = item.get_px_size()
        if across * up > _HELD_PIXELS_AT_MOST:
            message = (
                f"The picture on page {number} has {across} x {up} pixels, more than can be read. "
                "Please send it scanned at 200 or 300 dots per inch."
            )
            raise UnreadableError(ReadErrorCode.TOO_LARGE, message)
        box = item.get_bounds()
        if (box[2] - box[0]) * (box[3] - box[1]) >= _FULL_PAGE * area:
            wide_pt, high_pt = sorted((box[2] - box[0], box[3] - box[1]))
            short, long = sorted((across, up))
            found = POINTS_PER_INCH * min(short / max(wide_pt, 1.0), long / max(high_pt, 1.0))
    if found is None or found < _SCAN_DPI_LEAST:
        return None
    return min(float(found), _SCAN_DPI_MOST)


def _placed(page: pdfium.PdfPage, width: int, height: int) -> Matrix:
    """Return the map from drawn pixels to the page's own points: without its turn, with its box."""
    corners = [_page_point(page, x, y, (width, height)) for x, y in ((0, 0), (width, 0), (0, height))]
    (x0, y0), (x1, y1), (x2, y2) = corners
    return np.array(
        [
            [(x1 - x0) / width, (x2 - x0) / height, x0],
            [(y1 - y0) / width, (y2 - y0) / height, y0],
            [0.0, 0.0, 1.0],
        ]
    )


def _page_point(page: pdfium.PdfPage, x: int, y: int, size: tuple[int, int]) -> tuple[float, float]:
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDF_DeviceToPage(page.raw, 0, 0, *size, 0, x, y, across, up)
    return across.value, up.value
