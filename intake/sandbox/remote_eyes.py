"""The eyes of a reading child: it has no engine, it asks through the one socket that it was given."""

import os

import numpy as np
from numpy.typing import NDArray

from intake.ocr.eyes import EyesClosedError, Reader, SeenWord
from intake.sandbox.eye_frames import (
    FrameError,
    PictureHead,
    Turn,
    filled,
    taken_answer,
    words_from_wire,
)


class EyesWanted(BaseException):
    """A child that was made for a digital document met a picture: it ends, and one with eyes is made.

    No error of any document, so that no reader catches it.
    """


class WantedEyes:
    """The eyes of a child that has none: whoever would use them ends it."""

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Raise EyesWanted."""
        raise EyesWanted

    def turn_to(self, page: int, pages: int) -> None:
        """Raise EyesWanted: before a page is drawn, which may take more than such a child may use."""
        raise EyesWanted


class RemoteEyes:
    """Asks the worker, which asks the OCR process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the words on the picture. EyesClosedError when nobody reads it, for whatever reason."""
        channels = 1 if pixels.ndim == 2 else pixels.shape[2]
        head = PictureHead(reader, languages, pixels.shape[0], pixels.shape[1], channels)
        try:
            self._send(head.to_wire())
            self._send(np.ascontiguousarray(pixels, dtype=np.uint8).data.cast("B"))
            answer = taken_answer(self._receive)
            said = filled(answer.size_bytes, self._receive)
            if answer.has_words:
                return words_from_wire(bytes(said))
        except (FrameError, OSError, ValueError, TypeError) as problem:
            raise EyesClosedError("no answer to be had") from problem
        raise EyesClosedError("this picture was not read")

    def turn_to(self, page: int, pages: int) -> None:
        """Tell whoever waits how far the reading is."""
        try:
            self._send(Turn(page, pages).to_wire())
        except OSError:
            return  # nobody listens any more: what is asked next will say so

    def _send(self, data: bytes | memoryview) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._descriptor, view) :]

    def _receive(self, view: memoryview) -> int:
        return os.readv(self._descriptor, [view])
