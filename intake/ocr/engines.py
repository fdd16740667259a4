"""Eyes whose engines live in this very process: for the OCR worker, and for measurements."""

import numpy as np
from numpy.typing import NDArray

from intake.ocr.eyes import Reader, SeenWord
from intake.ocr.print_reader import PrintReader, language_files, languages_known
from intake.ocr.scene_reader import SceneReader


class LocalEyes:
    """Both engines, each loaded at its first use."""

    def __init__(self) -> None:
        self._scene: SceneReader | None = None
        self._print: dict[str, PrintReader] = {}

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the words on the picture, line by line. EyesClosedError when none of the languages is
        there."""
        if reader is Reader.SCENE:
            self._scene = self._scene or SceneReader()
            return self._scene.read(pixels)
        known = languages_known(languages, language_files())
        if known not in self._print:
            self._print[known] = PrintReader([known])
        return self._print[known].read(pixels, known)

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits for this process."""
