"""The print reader: tesseract through tesserocr, for pages of running print."""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tesserocr import OEM, PSM, RIL, PyTessBaseAPI, iterate_level

from intake.ocr.eyes import EyesClosedError, SeenWord

_SUPPOSED_DPI = 200
_NOT_LANGUAGES = frozenset({"osd", "equ"})


def language_files() -> dict[str, Path]:
    """Return the languages that tesseract can read here, each with its file."""
    # The environment's own come last and win: they are the ones that the locks name.
    folders = [
        *sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata")),
        Path("/usr/share/tessdata"),
        Path(sys.prefix) / "share" / "tessdata",
    ]
    files = {path.stem: path for folder in folders for path in sorted(folder.glob("*.traineddata"))}
    return {language: path for language, path in files.items() if language not in _NOT_LANGUAGES}


class PrintReader:
    """Reads one picture after the other, in the languages that were loaded when it was made."""

    def __init__(self, combinations: Iterable[str] = ("eng",)) -> None:
        self._engines: dict[str, PyTessBaseAPI] = {}
        files = language_files()
        with tempfile.TemporaryDirectory() as folder:
            # Tesseract takes its languages from one folder alone.
            for path in files.values():
                (Path(folder) / path.name).symlink_to(path)
            for combination in combinations:
                known = languages_known(combination, files)
                if known and known not in self._engines:
                    self._engines[known] = PyTessBaseAPI(
                        path=f"{folder}/", lang=known, psm=PSM.AUTO, oem=OEM.LSTM_ONLY
                    )
        self._files = files

    @property
    def combinations(self) -> tuple[str, ...]:
        """The combinations of languages that are loaded."""
        return tuple(self._engines)

    def read(self, pixels: NDArray[np.uint8], languages: str) -> tuple[SeenWord, ...]:
        """Return the words on the picture, line by line. EyesClosedError when none of the languages is
        loaded."""
        engine = self._engines.get(languages_known(languages, self._files))
        if engine is None:
            raise EyesClosedError(f"tesseract has nothing for {languages}")
        picture = np.ascontiguousarray(pixels)
        height, width = picture.shape[:2]
        channels = 1 if picture.ndim == 2 else 3
        engine.SetImageBytes(picture.tobytes(), width, height, channels, channels * width)
        engine.SetSourceResolution(_SUPPOSED_DPI)
        if not engine.Recognize():
            return ()
        words = tuple(_words(engine))
        engine.Clear()
        return words


def languages_known(languages: str, files: Iterable[str]) -> str:
    """Return those of the languages ("eng+ell") that are there, in their order; "" when none is."""
    known = set(files)
    return "+".join(dict.fromkeys(one for one in languages.split("+") if one in known))


def _words(engine: PyTessBaseAPI) -> Iterable[SeenWord]:
    line = -1
    for place in iterate_level(engine.GetIterator(), RIL.WORD):
        if place.Empty(RIL.WORD):
            continue
        if place.IsAtBeginningOf(RIL.TEXTLINE):
            line += 1
        text, box = place.GetUTF8Text(RIL.WORD), place.BoundingBox(RIL.WORD)
        if text.strip() and box is not None:
            left, top, right, bottom = (float(side) for side in box)
            score = place.Confidence(RIL.WORD) / 100
            yield SeenWord(text, (left, top, right, bottom), score, max(line, 0))
