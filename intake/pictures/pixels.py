"""Decoded pictures of every mode made RGB bytes: alpha over white, 16 bits as 8, square pixels."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intake.pictures.picture import Pixels

_WHITE = (255, 255, 255)
_SQUARE = 0.02  # faxes have 204 x 98 dots an inch; rounding in a header is less than this


def as_rgb(image: Image.Image, pixels_at_most: int) -> Pixels:
    """Return the image as (height, width, 3) RGB, smaller where it has more pixels than that. ValueError for
    a mode that means no colours."""
    if image.mode.startswith(("I", "F")):
        gray = shrunk(_eight_bits(np.asarray(image)), pixels_at_most)
        return _bytes(cv2.cvtColor(gray, cv2.COLOR_GRAY2RGB))
    if image.mode in ("1", "L") and "transparency" not in image.info:
        gray = shrunk(np.asarray(image.convert("L")), pixels_at_most)
        return _bytes(cv2.cvtColor(gray, cv2.COLOR_GRAY2RGB))
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "RGBa", "La"):
        return shrunk(_over_white(image.convert("RGBA")), pixels_at_most)
    if image.mode in ("RGB", "CMYK") and image.width * image.height >= 4 * pixels_at_most // 2:
        image = image.reduce(2)  # before it is copied out: there would be two of it
    return shrunk(np.asarray(image.convert("RGB")), pixels_at_most)


def shrunk(pixels: Pixels, pixels_at_most: int) -> Pixels:
    """Return the picture with at most so many pixels, every one of the old ones weighed in."""
    height, width = pixels.shape[:2]
    scale = (pixels_at_most / (height * width)) ** 0.5
    if scale >= 1:
        return pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return _bytes(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))


def squared(pixels: Pixels, dots_across_by_up: float) -> Pixels:
    """Return the picture stretched the way that has fewer dots an inch, so that circles are round."""
    if abs(dots_across_by_up - 1) < _SQUARE:
        return pixels
    height, width = pixels.shape[:2]
    if dots_across_by_up > 1:
        size = (width, round(height * dots_across_by_up))
    else:
        size = (round(width / dots_across_by_up), height)
    return _bytes(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR))


def turned_by_exif(pixels: Pixels, orientation: int) -> Pixels:
    """Return the picture as its camera says that it is held (EXIF 2.3, 4.6.4 A); 1 and nonsense change
    nothing."""
    if orientation in (5, 6, 7, 8):
        pixels = np.swapaxes(pixels, 0, 1)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def _eight_bits(values: NDArray[Any]) -> Pixels:
    """Sixteen bits count from 0 to 65535; of other numbers the range that is there is taken."""
    if values.dtype == np.uint16 or (values.dtype.kind in "iu" and values.max(initial=0) > 255):
        return _bytes(np.clip(values, 0, 65535) // 257)
    if values.dtype.kind == "f":
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        values = np.nan_to_num((values - low) * (255.0 / max(high - low, 1e-6)))
    return _bytes(np.clip(values, 0, 255))


def _over_white(image: Image.Image) -> Pixels:
    """What is clear is paper: a signature cut out for pasting has black under its clear pixels."""
    sheet = Image.new("RGB", image.size, _WHITE)
    sheet.paste(image, mask=image.getchannel("A"))
    return np.asarray(sheet)


def _bytes(pixels: NDArray[Any]) -> Pixels:
    return np.asarray(pixels, dtype=np.uint8)
