"""HEIC, the format of many telephones' photos, decoded without a second copy of its pixels."""

import threading

import numpy as np
import pi_heif

from intake.page.unreadable import UnreadableError
from intake.pictures.picture import Pixels
from intake.pictures.pixels import shrunk
from pact.documents import ReadErrorCode

_CHANNELS = {"L": 1, "LA": 2, "La": 2, "RGB": 3, "RGBA": 4, "RGBa": 4}


class HeicPicture:
    """The main picture of a HEIC file: its size is known before any of it is decoded.

    The library turns it as the file says. What the file holds beside it (a depth map, a small copy) is
    left alone.
    """

    def __init__(self, data: bytes) -> None:
        """Read the head of the file. ValueError, RuntimeError or OSError when it is damaged."""
        opened = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
        self._image = opened[opened.primary_index]
        self.size: tuple[int, int] = self._image.size

    def decoded(self, pixels_at_most: int) -> Pixels:
        """Return the picture as RGB, what is clear as white, smaller where it has more pixels than that.

        UnreadableError where this process may start no thread: the decoder works in one of its own, and
        ends the whole process without it.
        """
        if not _can_start_threads():
            message = (
                "Photos in the HEIC format cannot be opened here. Please send the photo as JPEG, or as a PDF."
            )
            raise UnreadableError(ReadErrorCode.UNSUPPORTED, message)
        image = self._image
        channels = _CHANNELS.get(image.mode)
        if channels is None:
            raise ValueError(image.mode)
        held = np.frombuffer(image.data, np.uint8)
        width, height = image.size
        rows = held[: height * image.stride].reshape(height, image.stride)
        pixels = shrunk(rows[:, : width * channels].reshape(height, width, channels), pixels_at_most)
        pixels = pixels.reshape(*pixels.shape[:2], channels)
        if channels in (2, 4):
            pixels = _over_white(pixels)
        # Copied out: what the library holds ends with the image.
        return np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels.copy()


def _over_white(pixels: Pixels) -> Pixels:
    colour, clear = pixels[:, :, :-1].astype(np.uint16), 255 - pixels[:, :, -1:].astype(np.uint16)
    return np.asarray(np.minimum(255, colour * (255 - clear) // 255 + clear), np.uint8)


def _can_start_threads() -> bool:
    thread = threading.Thread(target=int)
    try:
        thread.start()
    except RuntimeError:
        return False
    thread.join()
    return True
