"""Which languages tesseract can read on this machine: the environment's own and the system's packs."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

_SYSTEM_FOLDERS = Path("/usr/share/tesseract-ocr")
_NOT_LANGUAGES = frozenset({"osd", "equ"})
_NAME = re.compile(r"[a-z]{3}(_[A-Za-z]+)*")


def language_files() -> dict[str, Path]:
    """Return the languages by tesseract's codes ("eng"), each with its file."""
    # The environment's own come last and win: they are what the locks name.
    folders = [
        *sorted(_SYSTEM_FOLDERS.glob("*/tessdata")),
        Path("/usr/share/tessdata"),
        Path(sys.prefix) / "share" / "tessdata",
    ]
    files = {path.stem: path for folder in folders for path in sorted(folder.glob("*.traineddata"))}
    return {
        language: path
        for language, path in files.items()
        if _NAME.fullmatch(language) and language not in _NOT_LANGUAGES
    }


def languages_known(languages: str, there: Iterable[str]) -> str:
    """Return those of the languages ("eng+ell") that are there, in their order; "" when none is."""
    known = set(there)
    return "+".join(dict.fromkeys(one for one in languages.split("+") if one in known))
