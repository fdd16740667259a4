"""Printed pages as pixels: a PDF page comes out of a printer, with the places of its words known."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import pypdfium2
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]
"""Rows of x and y in pixels, from the upper left corner."""


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """One word of the page: left, top, right, bottom in pixels."""

    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class PaperPage:
    """A sheet as pixels (height, width, 3); ``places`` are named points that move with the paper."""

    pixels: Pixels
    dpi: float
    words: tuple[PrintedWord, ...] = ()
    places: tuple[tuple[str, Points], ...] = field(default=())

    @property
    def points(self) -> float:
        """Pixels in one point."""
        return self.dpi / 72

    def with_place(self, name: str, points: Points) -> "PaperPage":
        """Return the page with one more place that is followed through all that happens to it."""
        return replace(self, places=(*self.places, (name, points)))

    def moved(self, pixels: Pixels, where: Callable[[Points], Points], dpi: float) -> "PaperPage":
        """Return the page after its paper moved: ``where`` takes points of before to points of after."""
        places = tuple((name, where(points)) for name, points in self.places)
        words = tuple(replace(word, box=_box(where(corners_of(word.box)))) for word in self.words)
        return PaperPage(pixels, dpi, words, places)


def printed_pages(pdf: bytes, dpi: float, first: int = 0, *, with_words: bool = False) -> list[PaperPage]:
    """Return the pages of a PDF from page ``first`` on (negative: from the end) as a printer puts them."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    try:
        numbers = range(len(document))[first:]
        return [_printed(document[number], dpi, with_words=with_words) for number in numbers]
    finally:
        document.close()


def corners_of(box: tuple[float, float, float, float]) -> Points:
    """Return the corners of left, top, right, bottom, clockwise from the upper left one."""
    left, top, right, bottom = box
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], dtype=np.float64)


def _printed(page: pypdfium2.PdfPage, dpi: float, *, with_words: bool) -> PaperPage:
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True, may_draw_forms=True)
    pixels = np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
    return PaperPage(pixels, dpi, tuple(_words(page, dpi)) if with_words else ())


def _words(page: pypdfium2.PdfPage, dpi: float) -> list[PrintedWord]:
    text, height, scale = page.get_textpage(), page.get_height(), dpi / 72
    found: list[PrintedWord] = []
    letters, boxes = "", []
    for number in range(text.count_chars()):
        letter = text.get_text_range(number, 1)
        if letter.strip():
            letters += letter
            boxes.append(text.get_charbox(number))
        elif letters:
            found.append(_word(letters, boxes, height, scale))
            letters, boxes = "", []
    return [*found, _word(letters, boxes, height, scale)] if letters else found


def _word(
    letters: str, boxes: list[tuple[float, float, float, float]], height: float, scale: float
) -> PrintedWord:
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return PrintedWord(
        letters, (left * scale, (height - top) * scale, right * scale, (height - bottom) * scale)
    )


def _box(points: Points) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return float(left), float(top), float(right), float(bottom)
