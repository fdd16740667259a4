"""Files that pictures of pages travel in: PDF of pictures alone, TIFF, JPEG and PNG."""

from collections.abc import Sequence
from io import BytesIO

import cv2
import numpy as np
import pikepdf
from made_up.paper_pages import PaperPage, Pixels
from made_up.scanners import BILEVEL, COLOUR, Scanner
from PIL import Image

EXIF_ORIENTATION = 274
QUARTERS = {1: 0, 6: 1, 3: 2, 8: 3}
"""How often a picture is turned to the left before it is kept, by the EXIF value that turns it back."""


def picture_pdf(pages: Sequence[PaperPage], scanner: Scanner, rotate: int = 0) -> bytes:
    """Return a PDF with nothing but one picture a page, as large as the paper was."""
    pdf = pikepdf.new()
    for page in pages:
        made = add_picture_page(pdf, page, scanner)
        if rotate:
            made.Rotate = rotate
    return saved(pdf)


def add_picture_page(pdf: pikepdf.Pdf, page: PaperPage, scanner: Scanner) -> pikepdf.Page:
    """Append a page that shows the picture and return it."""
    height, width = page.pixels.shape[:2]
    wide, tall = round(width / page.points, 2), round(height / page.points, 2)
    made = pdf.add_blank_page(page_size=(wide, tall))
    gray = scanner.mode != COLOUR
    stream = (
        _fax_stream(pdf, page) if scanner.mode == BILEVEL else _jpeg_stream(pdf, page, scanner.quality, gray)
    )
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height = width, height
    made.add_resource(stream, pikepdf.Name.XObject, pikepdf.Name.Scan)
    made.Contents = pdf.make_stream(f"q {wide} 0 0 {tall} 0 0 cm /Scan Do Q".encode())
    return made


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the file; the same pages give the same bytes."""
    kept = BytesIO()
    pdf.save(kept, deterministic_id=True, compress_streams=False)
    return kept.getvalue()


def jpeg(
    page: PaperPage, quality: int, *, exif: int = 1, gray: bool = False, with_dpi: bool = False
) -> bytes:
    """Return the page as JPEG, kept as a phone that lay so keeps it; ``with_dpi`` notes the resolution."""
    stored = np.rot90(page.pixels, QUARTERS[exif])
    if exif == 1 and not with_dpi:
        return _bare_jpeg(stored, quality, gray=gray)
    notes = Image.Exif()
    notes[EXIF_ORIENTATION] = exif
    more = {"dpi": (round(page.dpi), round(page.dpi))} if with_dpi else {}
    kept = BytesIO()
    _picture(stored, gray=gray).save(kept, "JPEG", quality=quality, exif=notes, **more)
    return kept.getvalue()


def png(page: PaperPage, *, gray: bool = False, with_dpi: bool = True) -> bytes:
    """Return the page as PNG."""
    kept = BytesIO()
    more = {"dpi": (round(page.dpi), round(page.dpi))} if with_dpi else {}
    _picture(page.pixels, gray=gray).save(kept, "PNG", compress_level=1, **more)
    return kept.getvalue()


def tiff(pages: Sequence[PaperPage], scanner: Scanner) -> bytes:
    """Return the pages as one TIFF: Group 4 for black and white, else JPEG inside."""
    if scanner.mode == BILEVEL:
        first, *rest = [_black_and_white(page.pixels) for page in pages]
        packing = "group4"
    else:
        first, *rest = [_picture(page.pixels, gray=scanner.mode != COLOUR) for page in pages]
        packing = "jpeg"
    kept, dpi = BytesIO(), round(pages[0].dpi)
    first.save(kept, "TIFF", save_all=True, append_images=rest, compression=packing, dpi=(dpi, dpi))
    return kept.getvalue()


def _bare_jpeg(pixels: Pixels, quality: int, *, gray: bool) -> bytes:
    turned = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY if gray else cv2.COLOR_RGB2BGR)
    good, data = cv2.imencode(".jpg", turned, [cv2.IMWRITE_JPEG_QUALITY, quality])
    assert good
    return bytes(data)


def _picture(pixels: Pixels, *, gray: bool) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(pixels[:, :, 0] if gray else pixels))


def _black_and_white(pixels: Pixels) -> Image.Image:
    return Image.fromarray(pixels[:, :, 0]).point(lambda grey: 255 * (grey > 127), "1")


def _jpeg_stream(pdf: pikepdf.Pdf, page: PaperPage, quality: int, gray: bool) -> pikepdf.Stream:
    stream = pdf.make_stream(_bare_jpeg(page.pixels, quality, gray=gray))
    stream.Filter = pikepdf.Name.DCTDecode
    stream.ColorSpace = pikepdf.Name.DeviceGray if gray else pikepdf.Name.DeviceRGB
    stream.BitsPerComponent = 8
    return stream


def _fax_stream(pdf: pikepdf.Pdf, page: PaperPage) -> pikepdf.Stream:
    """Return the page packed as Group 4, which is how office machines send black and white."""
    height, width = page.pixels.shape[:2]
    kept = BytesIO()
    # One strip, or the parts would each be a picture of their own.
    _black_and_white(page.pixels).save(kept, "TIFF", compression="group4", strip_size=width * height)
    with Image.open(BytesIO(kept.getvalue())) as packed:
        starts, sizes = packed.tag_v2[273], packed.tag_v2[279]
        is_black_zero = packed.tag_v2[262] == 1
    assert len(starts) == 1
    stream = pdf.make_stream(kept.getvalue()[starts[0] : starts[0] + sizes[0]])
    stream.Filter = pikepdf.Name.CCITTFaxDecode
    stream.DecodeParms = pikepdf.Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=is_black_zero)
    stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceGray, 1
    return stream
