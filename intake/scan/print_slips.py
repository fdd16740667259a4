"""Slips that the print reader makes in the same way each time: bars for a capital I, a z for a small 2."""

import re
from dataclasses import replace

from intake.ocr.eyes import SeenWord

_BAR_FOR_I = re.compile(
    r"^([(\"'‘“]?)\|\\?(?=[A-Z]{2})"
)  # "|CT-products"; a bar before other words is a cell's edge
_SMALL_TWO = re.compile(r"^([(\"'‘“]?CO)z(?=$|[.,;:)\"'’”-])")  # the subscript of CO2


def with_slips_mended(word: SeenWord) -> SeenWord:
    """Return the word with such slips put right; its score stays what it was."""
    text = _SMALL_TWO.sub(r"\g<1>2", _BAR_FOR_I.sub(r"\1I", word.text))
    return replace(word, text=text) if text != word.text else word
