"""Straight pages drawn in memory with eyes that see what was put there: reading scans without OCR."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from intake.ocr.eyes import EyesClosedError, Reader, SeenWord
from intake.pictures.straighten import StraightPage

_DPI = 200.0
_SIZE_PX = (1654, 2339)
_SCALE = _DPI / 72


@dataclass(slots=True)
class SeenSheet:
    """An A4 page in points, origin lower left, drawn at 200 dpi; what is put on it is what is seen.

    ``as_print`` holds what the second engine makes of a word, where that is something else.
    """

    lines: list[list[SeenWord]] = field(default_factory=list)
    as_print: dict[str, str] = field(default_factory=dict)
    _image: Image.Image = field(default_factory=lambda: Image.new("L", _SIZE_PX, 255))

    def put(self, x_pt: float, y_pt: float, text: str, *, size_pt: float = 11.0, score: float = 1.0) -> None:
        """Draw a line of words, its baseline at ``y_pt``; each word is seen with this score."""
        font = ImageFont.load_default(size_pt * _SCALE)
        pen = ImageDraw.Draw(self._image)
        x, base = x_pt * _SCALE, _SIZE_PX[1] - y_pt * _SCALE
        line = []
        for word in text.split(" "):
            pen.text((x, base), word, fill=0, font=font, anchor="ls")
            width = pen.textlength(word, font=font)
            # Engines draw their boxes loosely round the ink.
            top, bottom = base - 1.1 * size_pt * _SCALE, base + 0.4 * size_pt * _SCALE
            line.append(SeenWord(word, (x, top, x + width, bottom), score, len(self.lines)))
            x += width + pen.textlength(" ", font=font)
        self.lines.append(line)

    def rule(self, x_pt: float, y_pt: float, to_x_pt: float) -> None:
        """Draw a level line."""
        y = _SIZE_PX[1] - y_pt * _SCALE
        ImageDraw.Draw(self._image).line((x_pt * _SCALE, y, to_x_pt * _SCALE, y), fill=0, width=2)

    def page(self) -> StraightPage:
        """Return the page; its file has the same points as the page itself."""
        gray = np.asarray(self._image, np.uint8)
        to_file = np.array([[1 / _SCALE, 0, 0], [0, -1 / _SCALE, _SIZE_PX[1] / _SCALE], [0, 0, 1]])
        return StraightPage(np.dstack([gray] * 3), gray, _DPI, to_file)

    def eyes(self) -> "SheetEyes":
        """Return eyes that see this sheet and parts of it."""
        return SheetEyes(self.page().gray, [word for line in self.lines for word in line], self.as_print)


@dataclass(slots=True)
class SheetEyes:
    """Eyes for one sheet. ``asked`` tells what they were asked: the engine, and the rows in pixels."""

    gray: NDArray[np.uint8]
    words: Sequence[SeenWord]
    as_print: dict[str, str]
    asked: list[tuple[Reader, int, int]] = field(default_factory=list)

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the words that lie on the picture, in its own pixels."""
        gray = pixels if pixels.ndim == 2 else pixels[:, :, 0]
        height = gray.shape[0]
        tops = range(self.gray.shape[0] - height + 1)
        top = next(t for t in tops if np.array_equal(self.gray[t : t + height], gray))
        self.asked.append((reader, top, top + height))
        return tuple(
            self._seen(word, top, reader)
            for word in self.words
            if top <= (word.box[1] + word.box[3]) / 2 < top + height
        )

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits."""

    def _seen(self, word: SeenWord, top: int, reader: Reader) -> SeenWord:
        left, above, right, below = word.box
        text = self.as_print.get(word.text, word.text) if reader is Reader.PRINT else word.text
        return replace(word, text=text, box=(left, above - top, right, below - top))


class ShutEyes:
    """Eyes that see ``pages`` pictures and then nothing more, as when a document's share is spent."""

    def __init__(self, sheet: SeenSheet, readings: int) -> None:
        self._eyes = sheet.eyes()
        self._left = readings

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the words as SheetEyes do, as long as there are readings left."""
        if self._left <= 0:
            raise EyesClosedError("the document's share is spent")
        self._left -= 1
        return self._eyes.read(pixels, reader, languages)

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits."""
