"""One page of a file as pixels, in the file's own page points: what box_pt refers to."""

from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from intake.page.unreadable import UnreadableError
from intake.pdf.pdf_forms import repaired
from intake.pictures.decode import count_pictures_in, picture_in
from intake.reading.sniff import MediaType
from pact.documents import ReadErrorCode

_MOST_PIXELS = 12_000_000
_SIDE_AT_MOST_PT = 20_000


@dataclass(frozen=True, slots=True)
class PageRaster:
    """A page's pixels, and how many of them go on one point.

    ``origin_pt`` is the point at the lower left corner of the picture; ``turned`` is by how many
    degrees clockwise the file tells viewers to turn what was drawn.
    """

    image: Image.Image
    px_per_pt: float
    origin_pt: tuple[float, float] = (0.0, 0.0)
    turned: int = 0


def raster_of(data: bytes, media_type: MediaType, page: int, dpi: float) -> PageRaster:
    """Return the page, counted from 1. UnreadableError when the file has no such page, or none that
    can be shown: Word files have no pages of their own."""
    if media_type is MediaType.PDF:
        return _pdf_page(data, page, dpi)
    if media_type.is_image:
        return _picture(data, media_type, page, dpi)
    raise UnreadableError(ReadErrorCode.UNSUPPORTED, "This kind of file has no pages to show.")


def _pdf_page(data: bytes, number: int, dpi: float) -> PageRaster:
    document = _opened(data)
    try:
        if not 1 <= number <= len(document):
            raise UnreadableError(ReadErrorCode.DAMAGED, f"The file has no page {number}.")
        if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
            document.init_forms()  # values of a form are drawn only when that happens before the page loads
        page = document[number - 1]
        width, height = page.get_size()
        if max(width, height) > _SIDE_AT_MOST_PT:
            raise UnreadableError(
                ReadErrorCode.TOO_LARGE, f"Page {number} is larger than any sheet of paper."
            )
        scale = min(dpi / 72, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
        image = page.render(scale=scale, may_draw_forms=True).to_pil()
        rotation = int(page.get_rotation())
        left, bottom, _, _ = page.get_cropbox()
        return PageRaster(_as_stored(image, rotation), scale, (left, bottom), rotation)
    finally:
        document.close()


def _picture(data: bytes, media_type: MediaType, number: int, dpi: float) -> PageRaster:
    if not 1 <= number <= count_pictures_in(data, media_type):
        raise UnreadableError(ReadErrorCode.DAMAGED, f"The file has no page {number}.")
    wanted = picture_in(data, media_type, number - 1)
    image = Image.fromarray(wanted.pixels)
    scale = min(dpi / wanted.dpi, 1.0)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    return PageRaster(image, wanted.dpi * scale / 72)


def _as_stored(image: Image.Image, rotation: int) -> Image.Image:
    """Turn a page back that its file tells viewers to turn: places are in the page's own coordinates."""
    return image.rotate(rotation, expand=True) if rotation else image


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        try:
            return pdfium.PdfDocument(repaired(data))
        except pdfium.PdfiumError as again:
            raise UnreadableError(ReadErrorCode.DAMAGED, "The file cannot be opened.") from again
