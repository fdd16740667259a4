"""Text layers that scanners put behind a picture: good, poor, moved away, or empty."""

from random import Random

import pikepdf
from made_up.paper_pages import PaperPage, PrintedWord

GOOD, POOR, SHIFTED, EMPTY = "good", "poor", "shifted", "empty"
TEXT_LAYERS = (GOOD, POOR, SHIFTED, EMPTY)
MISTAKES = {
    "o": "0", "l": "1", "i": "l", "m": "rn", "e": "c", "a": "o", "n": "ri", "S": "5", "B": "8", "g": "q",
    "u": "ii", "t": "f", "0": "O", "1": "l", "2": "Z", "5": "S", "h": "b", "c": "e", "I": "l", "r": "t",
}  # fmt: skip
"""What a poor reader takes letters for."""


def add_text_layer(pdf: pikepdf.Pdf, made: pikepdf.Page, page: PaperPage, kind: str, rng: Random) -> None:
    """Put invisible words behind the picture, one of TEXT_LAYERS; they are where ``page`` has its words."""
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    made.add_resource(pdf.make_indirect(font), pikepdf.Name.Font, pikepdf.Name.Seen)
    words = () if kind == EMPTY else page.words
    moved = (rng.uniform(25, 60), rng.uniform(-70, -30)) if kind == SHIFTED else (0.0, 0.0)
    shown = b"\n".join(_shown(word, page, moved, spoilt=kind == POOR, rng=rng) for word in words)
    layer = b"BT 3 Tr /Seen 9 Tf 10 10 Td ( ) Tj ET" if kind == EMPTY else b"BT 3 Tr\n" + shown + b"\nET"
    made.contents_add(pdf.make_stream(layer))


def _shown(
    word: PrintedWord, page: PaperPage, moved: tuple[float, float], *, spoilt: bool, rng: Random
) -> bytes:
    left, top, right, bottom = (edge / page.points for edge in word.box)
    text = _misread(word.text, rng) if spoilt else word.text
    size = max(bottom - top, 4)
    # Helvetica's letters are about half as wide as high: stretched until the word fills its box.
    stretch = (right - left) / max(0.5 * size * len(text), 1) * 100
    x, y = left + moved[0], page.pixels.shape[0] / page.points - bottom + moved[1]
    safe = text.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        safe = safe.replace(sign, b"\\" + sign)
    place = f"/Seen {size:.1f} Tf {stretch:.0f} Tz 1 0 0 1 {x:.1f} {y:.1f} Tm (".encode()
    return place + safe + b" ) Tj"


def _misread(text: str, rng: Random) -> str:
    return "".join(MISTAKES.get(letter, letter) if rng.random() < 0.2 else letter for letter in text)
