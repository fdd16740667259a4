"""Files that pictures of pages travel in: PDF of pictures alone, TIFF, JPEG and PNG."""

from collections.abc import Sequence
from io import BytesIO

import cv2
import pikepdf
from made_up.paper_pages import PaperPage, Pixels
from PIL import Image


def picture_pdf(pages: Sequence[PaperPage], *, quality: int, gray: bool, bilevel: bool = False) -> bytes:
    """Return a PDF with nothing but one picture a page, as large as the paper was."""
    pdf = pikepdf.new()
    for page in pages:
        add_picture_page(pdf, page, quality=quality, gray=gray, bilevel=bilevel)
    return saved(pdf)


def add_picture_page(
    pdf: pikepdf.Pdf, page: PaperPage, *, quality: int, gray: bool, bilevel: bool = False
) -> pikepdf.Page:
    """Append a page that shows the picture and return it."""
    height, width = page.pixels.shape[:2]
    wide, tall = round(width / page.points, 2), round(height / page.points, 2)
    made = pdf.add_blank_page(page_size=(wide, tall))
    picture = _fax_stream(pdf, page) if bilevel else _jpeg_stream(pdf, page, quality, gray=gray)
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height = width, height
    made.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name.Scan)
    made.Contents = pdf.make_stream(f"q {wide} 0 0 {tall} 0 0 cm /Scan Do Q".encode())
    return made


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the file; the same pages give the same bytes."""
    kept = BytesIO()
    pdf.save(kept, deterministic_id=True, compress_streams=False)
    return kept.getvalue()


def jpeg(pixels: Pixels, quality: int, *, gray: bool = False) -> bytes:
    """Return the pixels as JPEG without resolution or other notes."""
    turned = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY if gray else cv2.COLOR_RGB2BGR)
    good, data = cv2.imencode(".jpg", turned, [cv2.IMWRITE_JPEG_QUALITY, quality])
    assert good
    return bytes(data)


def _jpeg_stream(pdf: pikepdf.Pdf, page: PaperPage, quality: int, *, gray: bool) -> pikepdf.Stream:
    stream = pdf.make_stream(jpeg(page.pixels, quality, gray=gray))
    stream.Filter = pikepdf.Name.DCTDecode
    stream.ColorSpace = pikepdf.Name.DeviceGray if gray else pikepdf.Name.DeviceRGB
    stream.BitsPerComponent = 8
    return stream


def _fax_stream(pdf: pikepdf.Pdf, page: PaperPage) -> pikepdf.Stream:
    """Return the page packed as Group 4, which is how office machines send black and white."""
    height, width = page.pixels.shape[:2]
    kept = BytesIO()
    black_and_white = Image.fromarray(page.pixels[:, :, 0]).point(lambda grey: 255 * (grey > 127), "1")
    # One strip, or the parts would each be a picture of their own.
    black_and_white.save(kept, "TIFF", compression="group4", strip_size=width * height, tiffinfo={262: 0})
    with Image.open(BytesIO(kept.getvalue())) as tiff:
        starts, sizes = tiff.tag_v2[273], tiff.tag_v2[279]
        is_black_zero = tiff.tag_v2[262] == 1
    assert len(starts) == 1
    stream = pdf.make_stream(kept.getvalue()[starts[0] : starts[0] + sizes[0]])
    stream.Filter = pikepdf.Name.CCITTFaxDecode
    stream.DecodeParms = pikepdf.Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=is_black_zero)
    stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceGray, 1
    return stream
