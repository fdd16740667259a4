"""Picture files decoded within limits: JPEG, PNG, TIFF with several pages, HEIC, WEBP, GIF, BMP."""

import io
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pi_heif.as_plugin import HeifImageFile
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from PIL.ImageFile import ImageFile

from intake.page.unreadable import UnreadableError
from intake.pictures.picture import Picture, dpi_of_sheet
from intake.pictures.pixels import as_rgb, shrunk, squared, turned_by_exif
from pact.documents import ReadErrorCode

FRAMES_AT_MOST = 100
PIXELS_AT_MOST = 180_000_000  # a photo of 108 megapixels, a bilevel scan of an A4 at 1,200 dpi
SIDE_AT_MOST = 30_000
_HELD_BYTES_AT_MOST = 320_000_000
_PIXELS_WANTED = 16_000_000  # more tells a reader nothing: 200 dpi of a sheet are 4 megapixels
_PIXELS_DRAFTED = 8_000_000  # a JPEG is decoded smaller as long as so much remains

_PLUGINS: dict[str, Callable[[io.BytesIO], ImageFile]] = {
    "image/png": PngImagePlugin.PngImageFile,
    "image/jpeg": JpegImagePlugin.JpegImageFile,
    "image/tiff": TiffImagePlugin.TiffImageFile,
    "image/gif": GifImagePlugin.GifImageFile,
    "image/bmp": BmpImagePlugin.BmpImageFile,
    "image/webp": WebPImagePlugin.WebPImageFile,
    "image/heic": HeifImageFile,
}
_FAULTS_OF_FILES = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError, RuntimeError,
    AttributeError, struct.error, zlib.error,
)  # fmt: skip
_BYTES_A_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}  # in Pillow; 4 in all others
_ORIENTATION = 0x0112
_NEW_SUBFILE_TYPE = 0x00FE
_REDUCED_OR_MASK = 1 | 4  # TIFF 6.0: a smaller copy, or a mask, of another frame
_DAMAGED = "The picture is damaged and cannot be opened. Please send it again, best as a PDF."


def pictures_in(data: bytes, media_type: str) -> list[Picture]:
    """Return the pictures of the file, upright by their own word (EXIF); of a TIFF all its pages.

    UnreadableError when it is empty, damaged, of a kind that is not read, or beyond the limits.
    """
    return list(each_picture_in(data, media_type))


def each_picture_in(data: bytes, media_type: str) -> Iterator[Picture]:
    """Yield the pictures one by one, so that of a long TIFF one page is held at a time. As `pictures_in`."""
    if not data:
        raise UnreadableError(ReadErrorCode.EMPTY, "The file is empty.")
    plugin = _PLUGINS.get(str(media_type))
    if plugin is None:
        message = "This kind of picture is not read. Please send a PDF, or a photo as JPEG or PNG."
        raise UnreadableError(ReadErrorCode.UNSUPPORTED, message)
    with _faults_told():
        opened = plugin(io.BytesIO(data))
        frames = _frame_numbers(opened)
    for number in frames:
        with _faults_told():
            opened.seek(number)
            picture = None if _is_side_frame(opened) else _decoded(opened)
        if picture is not None:
            yield picture


@contextmanager
def _faults_told() -> Iterator[None]:
    """Say what a library found wrong with a file as words for its sender."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about metadata, and sizes that are checked here
            yield
    except _FAULTS_OF_FILES as fault:
        raise UnreadableError(ReadErrorCode.DAMAGED, _DAMAGED) from fault
    except MemoryError as fault:
        message = "The picture is too large to be opened. Please send it smaller, or as a PDF."
        raise UnreadableError(ReadErrorCode.TOO_LARGE, message) from fault


def _frame_numbers(opened: ImageFile) -> range:
    """Only a TIFF has pages; the second frame of a GIF or a phone's picture is a movement or a map."""
    if not isinstance(opened, TiffImagePlugin.TiffImageFile):
        return range(opened.tell(), opened.tell() + 1)
    for number in range(1, FRAMES_AT_MOST + 1):
        try:
            opened.seek(number)
        except EOFError:
            opened.seek(0)
            return range(number)
    message = f"The file has more than {FRAMES_AT_MOST} pages. Please send it in parts, or as a PDF."
    raise UnreadableError(ReadErrorCode.TOO_MANY_PAGES, message)


def _is_side_frame(opened: ImageFile) -> bool:
    if not isinstance(opened, TiffImagePlugin.TiffImageFile):
        return False
    kind = opened.tag_v2.get(_NEW_SUBFILE_TYPE, 0)
    return isinstance(kind, int) and bool(kind & _REDUCED_OR_MASK)


def _decoded(opened: ImageFile) -> Picture:
    _check_size(opened)
    said_x, said_y = _said_dpi(opened)
    orientation = opened.getexif().get(_ORIENTATION, 1)
    if opened.format in ("TIFF", "HEIF"):
        orientation = 1  # these two libraries turn it themselves
    full_width = opened.size[0]
    _draft(opened)
    opened.load()
    pixels = squared(as_rgb(opened), said_x / said_y)
    pixels = shrunk(pixels, _PIXELS_WANTED)
    dpi = said_x * pixels.shape[1] / full_width
    pixels = turned_by_exif(pixels, orientation)
    return Picture(pixels, dpi_of_sheet(pixels.shape[1], pixels.shape[0], dpi))


def _check_size(opened: ImageFile) -> None:
    width, height = opened.size
    held = width * height * _BYTES_A_PIXEL.get(opened.mode, 4)
    if opened.format == "JPEG":
        held //= 4 if width * height >= 4 * _PIXELS_DRAFTED else 1
    if max(width, height) > SIDE_AT_MOST or width * height > PIXELS_AT_MOST or held > _HELD_BYTES_AT_MOST:
        message = (
            f"The picture has {width} x {height} pixels, more than can be read. "
            "Please send it smaller (200 dots per inch are plenty), or as a PDF."
        )
        raise UnreadableError(ReadErrorCode.TOO_LARGE, message)


def _draft(opened: ImageFile) -> None:
    """Have a large JPEG decoded at a half, a quarter or an eighth: it never takes its full room."""
    share = 1
    while share < 8 and opened.width * opened.height >= _PIXELS_DRAFTED * (2 * share) ** 2:
        share *= 2
    if share > 1:
        opened.draft(None, (opened.width // share, opened.height // share))


def _said_dpi(opened: ImageFile) -> tuple[float, float]:
    """Return the resolution that the file tells, across and up; (72, 72) where it tells none or nonsense."""
    said = opened.info.get("dpi")
    if isinstance(said, tuple) and len(said) == 2:
        across, up = float(said[0]), float(said[1])
        if 30 <= across <= 5000 and 30 <= up <= 5000 and 0.4 < across / up < 2.5:
            return across, up
    return 72.0, 72.0
