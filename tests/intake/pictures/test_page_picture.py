"""Pages of PDFs drawn as pictures, each pixel with its place in the page's own points."""

import io

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from made_up.photographed_sheets import mapped
from made_up.sheets import Sheet, grid_sheet
from PIL import Image
from reportlab.lib.utils import ImageReader

from intake.page.unreadable import UnreadableError
from intake.pictures.page_picture import page_picture
from intake.pictures.picture import Picture
from pact.documents import ReadErrorCode


def scan_pdf(size_px: tuple[int, int]) -> bytes:
    """A PDF whose one page is filled by a picture of that size."""
    sheet = Sheet()
    picture = ImageReader(Image.new("L", size_px, 240))
    sheet.canvas.drawImage(picture, 0, 0, *sheet.size)
    return sheet.pdf()


@pytest.mark.parametrize(("width", "dpi"), [(1241, 150), (1654, 200), (2481, 300), (400, 200), (9000, 400)])
def test_a_scan_is_drawn_at_its_own_resolution_within_bounds(width: int, dpi: int) -> None:
    data = scan_pdf((width, round(width * 842 / 595)))

    picture = page_picture(pdfium.PdfDocument(data)[0], 1)

    assert picture.dpi == pytest.approx(dpi, abs=1.5)


def test_a_drawn_page_is_drawn_at_200_dpi() -> None:
    picture = page_picture(pdfium.PdfDocument(grid_sheet().pdf())[0], 1)

    assert picture.dpi == 200
    assert (picture.width, picture.height) == (1654, 2339)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_pixel_lies_where_the_page_says_however_it_is_turned_and_cropped(turn: int) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(grid_sheet().pdf())) as pdf:
        pdf.pages[0].Rotate = turn
        pdf.pages[0].cropbox = [30, 40, 560, 800]
        pdf.save(out)
    page = pdfium.PdfDocument(out.getvalue())[0]
    left, bottom, right, top = page.get_textpage().get_charbox(0)

    picture = page_picture(page, 1)

    assert darkest_in(picture, (left, bottom, right, top)) < 60
    assert darkest_in(picture, (left - 12, bottom, left - 4, top)) > 250


def darkest_in(picture: Picture, box_pt: tuple[float, float, float, float]) -> int:
    left, bottom, right, top = box_pt
    corners = mapped(np.linalg.inv(picture.to_page), [(left, bottom), (right, top)])
    (x0, y0), (x1, y1) = np.sort(corners, axis=0).round().astype(int)
    return int(picture.pixels[y0:y1, x0:x1].min())


def test_a_picture_beyond_the_bounds_is_refused_before_it_is_decoded() -> None:
    data = scan_pdf((16, 16)).replace(b"/Width 16", b"/Width 60000").replace(b"/Height 16", b"/Height 60000")

    with pytest.raises(UnreadableError) as refused:
        page_picture(pdfium.PdfDocument(data)[0], 3)

    assert refused.value.error.code is ReadErrorCode.TOO_LARGE
