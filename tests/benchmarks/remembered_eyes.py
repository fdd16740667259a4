"""Eyes that remember: each picture is read once by the engines, and the next run takes it from a folder."""

import hashlib
import json
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intake.ocr.engines import LocalEyes
from intake.ocr.eyes import Reader, SeenWord


class RememberedEyes:
    """LocalEyes with a folder of what they saw.

    ``cpu_s`` is what OCR cost since it was last set to 0, remembered readings at what they cost when
    they were made; ``own_cpu_s`` is what this process spent on it.
    """

    def __init__(self, folder: Path | None) -> None:
        self._eyes = LocalEyes()
        self._folder = folder
        self.cpu_s = 0.0
        self.own_cpu_s = 0.0
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        """Return the words on the picture, as Eyes do."""
        began = time.process_time()
        try:
            return self._read(pixels, reader, languages)
        finally:
            self.own_cpu_s += time.process_time() - began

    def turn_to(self, page: int, pages: int) -> None:
        """Nobody waits here."""

    def _read(self, pixels: NDArray[np.uint8], reader: Reader, languages: str) -> tuple[SeenWord, ...]:
        pixels = np.ascontiguousarray(pixels)
        path = self._folder / _name(pixels, reader, languages) if self._folder is not None else None
        if path is not None and path.exists():
            known = json.loads(path.read_text(encoding="utf-8"))
            self.cpu_s += known["cpu_s"]
            return tuple(SeenWord(**(word | {"box": tuple(word["box"])})) for word in known["words"])
        began = time.process_time()
        words = self._eyes.read(pixels, reader, languages)
        spent = time.process_time() - began
        self.cpu_s += spent
        if path is not None:
            known = {"cpu_s": spent, "words": [asdict(word) for word in words]}
            path.write_text(json.dumps(known, default=float), encoding="utf-8")
        return words


def _name(pixels: NDArray[np.uint8], reader: Reader, languages: str) -> str:
    what = f"{reader}{languages}{pixels.shape}".encode()
    return hashlib.sha256(what + pixels.tobytes()).hexdigest()[:40] + ".json"
