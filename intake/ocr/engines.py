"""Eyes whose engines live in this very process: for the OCR worker, and for measurements."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from intake.ocr.eyes import Reader, SeenWord
from intake.ocr.languages import language_files, languages_known
from intake.ocr.print_reader import PrintReader
from intake.ocr.scene_reader import SceneReader


class LocalEyes:
    """Both engines; what ``load`` has not loaded is loaded when it is first asked for."""

    def __init__(self) -> None:
        self._languages = frozenset(language_files())  # a confined process cannot look again
        self._scene: SceneReader | None = None
        self._print: dict[str, PrintReader] = {}

    def load(self, combinations: Iterable[str]) -> None:
        """Load all that is needed to read, print in these combinations of languages."""
        for combination in combinations:
            self.read(_SPECK, Reader.PRINT, combination)
        self.read(_SPECK, Reader.SCENE)

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the words on the picture, line by line. EyesClosedError when none of the languages is
        there."""
        if reader is Reader.SCENE:
            self._scene = self._scene or SceneReader()
            return self._scene.read(pixels)
        known = languages_known(languages, self._languages)
        if known not in self._print:
            self._print[known] = PrintReader([known])
        return self._print[known].read(pixels, known)

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits for this process."""


def _speck() -> NDArray[np.uint8]:
    """Return a picture that gives every part of an engine something to do: two strokes on paper."""
    picture = np.full((64, 160), 255, dtype=np.uint8)
    picture[16:48, 40:48] = picture[16:48, 64:72] = 0
    return picture


_SPECK = _speck()
