"""Picture files decoded within limits: JPEG, PNG, TIFF with several pages, HEIC, WEBP, GIF, BMP."""

import io
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
from intake.pictures.heic import HeicPicture
from intake.pictures.picture import Picture, dpi_of_sheet
from intake.pictures.pixels import as_rgb, squared, turned_by_exif
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
}
_FAULTS_OF_FILES = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError, RuntimeError,
    AttributeError, struct.error, zlib.error,
)  # fmt: skip
_BYTES_A_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}  # in Pillow; 4 in all others
_HEIC = "image/heic"
_ORIENTATION = 0x0112
_NEW_SUBFILE_TYPE = 0x00FE
_REDUCED_OR_MASK = 1 | 4  # TIFF 6.0: a smaller copy, or a mask, of another frame
_DAMAGED = "The picture is damaged and cannot be opened. Please send it again, best as a PDF."


def pictures_in(data: bytes, media_type: str) -> list[Picture]:
    """Return the pictures of the file, upright by their own word (EXIF); of a TIFF all its pages.

    UnreadableError when it is empty, damaged, of a kind that is not read, or beyond the limits.
    """
    return [picture_in(data, media_type, index) for index in range(count_pictures_in(data, media_type))]


def count_pictures_in(data: bytes, media_type: str) -> int:
    """Return how many pictures `pictures_in` would give, without decoding any. UnreadableError as there."""
    return 1 if str(media_type) == _HEIC else len(_page_numbers(_opened(data, media_type)))


def picture_in(data: bytes, media_type: str, index: int) -> Picture:
    """Return one picture of the file, counted from 0, decoding no other. UnreadableError as in `pictures_in`;
    IndexError beyond the last."""
    if str(media_type) == _HEIC:
        return [_heic_picture(data)][index]
    opened = _opened(data, media_type)
    number = _page_numbers(opened)[index]
    with _faults_told():
        opened.seek(number)
        return _decoded(opened)


def _opened(data: bytes, media_type: str) -> ImageFile:
    if not data:
        raise UnreadableError(ReadErrorCode.EMPTY, "The file is empty.")
    plugin = _PLUGINS.get(str(media_type))
    if plugin is None:
        message = "This kind of picture is not read. Please send a PDF, or a photo as JPEG or PNG."
        raise UnreadableError(ReadErrorCode.UNSUPPORTED, message)
    with _faults_told():
        return plugin(io.BytesIO(data))


def _heic_picture(data: bytes) -> Picture:
    """A telephone's resolution says nothing of paper: none is taken from the file."""
    with _faults_told():
        photo = HeicPicture(data)
        _check_size(photo.size, 4)
        pixels = photo.decoded(_PIXELS_WANTED)
    return Picture(pixels, dpi_of_sheet(pixels.shape[1], pixels.shape[0], None))


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


def _page_numbers(opened: ImageFile) -> list[int]:
    """Only a TIFF has pages; the second frame of a GIF or a phone's picture is a movement or a map."""
    if not isinstance(opened, TiffImagePlugin.TiffImageFile):
        return [opened.tell()]
    numbers: list[int] = []
    with _faults_told():
        for number in range(FRAMES_AT_MOST + 1):
            try:
                opened.seek(number)
            except EOFError:
                return numbers
            kind = opened.tag_v2.get(_NEW_SUBFILE_TYPE, 0)
            if not (isinstance(kind, int) and kind & _REDUCED_OR_MASK):
                numbers.append(number)
    message = f"The file has more than {FRAMES_AT_MOST} pages. Please send it in parts, or as a PDF."
    raise UnreadableError(ReadErrorCode.TOO_MANY_PAGES, message)


def _decoded(opened: ImageFile) -> Picture:
    _check_size(opened.size, _BYTES_A_PIXEL.get(opened.mode, 4) / (4 if _is_drafted(opened) else 1))
    said_x, said_y = _said_dpi(opened)
    # Pillow turns a TIFF while it loads it.
    orientation = 1 if opened.format == "TIFF" else opened.getexif().get(_ORIENTATION, 1)
    full_width = opened.size[0]
    _draft(opened)
    opened.load()
    pixels = squared(as_rgb(opened, _PIXELS_WANTED), said_x / said_y)
    dpi = said_x * pixels.shape[1] / full_width
    pixels = turned_by_exif(pixels, orientation)
    return Picture(pixels, dpi_of_sheet(pixels.shape[1], pixels.shape[0], dpi))


def _check_size(size: tuple[int, int], bytes_a_pixel: float) -> None:
    width, height = size
    count = width * height
    if max(size) > SIDE_AT_MOST or count > PIXELS_AT_MOST or count * bytes_a_pixel > _HELD_BYTES_AT_MOST:
        message = (
            f"The picture has {width} x {height} pixels, more than can be read. "
            "Please send it smaller (200 dots per inch are plenty), or as a PDF."
        )
        raise UnreadableError(ReadErrorCode.TOO_LARGE, message)


def _is_drafted(opened: ImageFile) -> bool:
    return opened.format == "JPEG" and opened.width * opened.height >= 4 * _PIXELS_DRAFTED


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
