"""What a form field shows on the page, where that can be told, beside the value it holds."""

import re
from typing import Any

import pikepdf

from intake.page.plain_text import folded

_OPERATORS_AT_MOST = 500


def shows_something_else(widget: Any, value: str) -> str | None:
    """Return the text a field shows when it is clearly another than its value, else None.

    Only plain one-byte fonts are compared; what the appearance says in others cannot be told here.
    """
    shown = _shown(widget)
    if shown is None or not _letters(shown) or not _letters(value):
        return None
    if _letters(shown) in _letters(value) or _letters(value) in _letters(shown):
        return None
    return shown


def _shown(widget: Any) -> str | None:
    appearances = widget.get("/AP")
    stream = appearances.get("/N") if isinstance(appearances, pikepdf.Dictionary) else None
    if not isinstance(stream, pikepdf.Stream) or _has_wide_font(stream):
        return None
    pieces: list[str] = []
    try:
        for step in pikepdf.parse_content_stream(stream, "Tj TJ ' T* Td TD")[:_OPERATORS_AT_MOST]:
            shows = str(step.operator) in ("Tj", "TJ", "'")
            pieces.append(_text_of(list(step.operands)) if shows else " ")
    except pikepdf.PdfError:
        return None
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _has_wide_font(stream: Any) -> bool:
    fonts = stream.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
    return any(str(font.get("/Subtype", "")) == "/Type0" for _, font in fonts.items())


def _text_of(operands: Any) -> str:
    parts = operands[0] if operands and isinstance(operands[0], pikepdf.Array) else operands
    return "".join(bytes(p).decode("latin-1") for p in parts if isinstance(p, pikepdf.String))


def _letters(text: str) -> str:
    """Compare only what every one-byte encoding has alike: letters and digits of ASCII."""
    return re.sub(r"[^a-z0-9]", "", folded(text))
