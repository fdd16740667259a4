"""What a reader may ask of OCR: the words on a picture, each with its box and its score."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

BoxPx = tuple[float, float, float, float]


class Reader(StrEnum):
    """Which engine is to read."""

    SCENE = "scene"  # rapidocr: signature pages, photos, names with diacritics; slow
    PRINT = "print"  # tesseract: pages of running print, in the languages that it is told


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word on a picture. ``box`` is (left, top, right, bottom) in pixels of the picture that was
    given, its origin top left; ``score`` is 0..1; words of one printed line carry one ``line``."""

    text: str
    box: BoxPx
    score: float
    line: int


class EyesClosedError(Exception):
    """No OCR is to be had for this picture: none is there, it failed, or the document's share of it
    is spent."""


class Eyes(Protocol):
    """Whoever reads words from pixels."""

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the words on the picture, line by line from the top down and from left to right.

        ``pixels`` is (height, width) or (height, width, 3) RGB. ``languages`` are tesseract's codes
        joined by "+"; those that are not there are passed over. EyesClosedError when there is no OCR.
        """

    def turn_to(self, page: int, pages: int) -> None:
        """Say that the picture of this page, one of so many, is about to be read.

        Called before a page's picture is drawn or straightened: a child that was made for a digital
        document makes way here for one that may use more, and whoever waits is shown how far it is.
        """


class _NoEyes:
    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        raise EyesClosedError("no OCR in this process")

    def turn_to(self, page: int, pages: int) -> None:
        return


NO_EYES: Eyes = _NoEyes()
