"""The print reader: tesseract through tesserocr, for pages of running print."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from intake.ocr.eyes import EyesClosedError, SeenWord
from intake.ocr.kept_out import keep_jbig_out
from intake.ocr.languages import language_files, languages_known

if TYPE_CHECKING:
    from tesserocr import PyTessBaseAPI

_SUPPOSED_DPI = 200


class PrintReader:
    """Reads one picture after the other, in the combinations of languages that it was made with."""

    def __init__(self, combinations: Iterable[str] = ("eng",)) -> None:
        keep_jbig_out()
        from tesserocr import OEM, PSM, PyTessBaseAPI

        files = language_files()
        self._languages = frozenset(files)
        wanted = {languages_known(combination, files) for combination in combinations} - {""}
        with tempfile.TemporaryDirectory() as folder:
            # Tesseract takes the languages of a combination from one folder alone.
            for path in files.values():
                (Path(folder) / path.name).symlink_to(path)
            self._engines = {
                known: PyTessBaseAPI(path=f"{folder}/", lang=known, psm=PSM.AUTO, oem=OEM.LSTM_ONLY)
                for known in sorted(wanted)
            }
        for engine in self._engines.values():
            # It would open a file at its first message, crashing where none can be opened: to stderr.
            engine.SetVariable("debug_file", "")

    def read(self, pixels: NDArray[np.uint8], languages: str) -> tuple[SeenWord, ...]:
        """Return the words on the picture, line by line. EyesClosedError when this combination is not
        loaded."""
        engine = self._engines.get(languages_known(languages, self._languages))
        if engine is None:
            raise EyesClosedError(f"tesseract has not loaded {languages}")
        picture = np.ascontiguousarray(pixels)
        height, width = picture.shape[:2]
        channels = 1 if picture.ndim == 2 else 3
        engine.SetImageBytes(picture.tobytes(), width, height, channels, channels * width)
        engine.SetSourceResolution(_SUPPOSED_DPI)
        words = tuple(_words(engine)) if engine.Recognize() else ()
        engine.Clear()
        return words


def _words(engine: "PyTessBaseAPI") -> Iterator[SeenWord]:
    from tesserocr import RIL, iterate_level

    line = -1
    for place in iterate_level(engine.GetIterator(), RIL.WORD):
        # A line may begin with a word that was not read: its other words are a line of their own still.
        if place.IsAtBeginningOf(RIL.TEXTLINE):
            line += 1
        if place.Empty(RIL.WORD):
            continue
        text, box = place.GetUTF8Text(RIL.WORD), place.BoundingBox(RIL.WORD)
        if text.strip() and box is not None:
            left, top, right, bottom = (float(side) for side in box)
            score = place.Confidence(RIL.WORD) / 100
            yield SeenWord(text, (left, top, right, bottom), score, max(line, 0))
