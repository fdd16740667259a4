"""The letters of a page put together to lines, each with its pieces that stand wide apart."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

RAISED, LOWERED_AGAIN = "\ue000", "\ue001"
"""Signs around a raised number in a line's text, which may call a footnote; no document holds them."""

_BOLD = re.compile(r"bold|black|heavy|semib|demi|-bd|,b$", re.IGNORECASE)
_LIGATURES = range(0xFB00, 0xFB07)
_SPACE = 0.18  # of the size: a gap between two words that no space was written in
_WIDE = 0.85  # of the size: a gap between two columns of a table
_LEAST_WIDE_PT = 7.0
_RAISED_BY = 0.12
_SAME_SPOT_PT = 0.6


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its place in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands together on a line, wide apart from the rest of it."""

    text: str
    x0: float
    x1: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page or of a column."""

    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """All of it, its pieces apart by a space."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.pieces[-1].x1

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(piece.bold for piece in self.pieces)


def letters_of(chars: Iterable[dict[str, object]]) -> list[Letter]:
    """Return the letters of a page as its reader gives them; what stands on its side is left out.

    A letter that is printed twice on nearly the same spot, to look bold, is one.
    """
    found: list[Letter] = []
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        if not char.get("upright", True):
            continue
        letter = _letter(char)
        spot = (letter.text, round(letter.x0 / _SAME_SPOT_PT), round(letter.top / _SAME_SPOT_PT))
        if spot not in seen:
            found.append(letter)
            seen |= {
                (spot[0], spot[1] + aside, spot[2] + below) for aside in (-1, 0, 1) for below in (-1, 0, 1)
            }
    return found


def lines_of(letters: Sequence[Letter]) -> list[Line]:
    """Return the lines from top to bottom; raised and lowered letters belong to the line they hang on."""
    rows: list[list[Letter]] = []
    spans: list[tuple[float, float]] = []
    for letter in sorted(letters, key=lambda one: (-round(one.size), one.top)):
        at = next((n for n, (top, bottom) in enumerate(spans) if top <= letter.middle <= bottom), None)
        if at is None:
            rows.append([letter])
            spans.append((letter.top, letter.bottom))
        else:
            rows[at].append(letter)
    lines = (_line(row) for row in rows)
    return sorted((line for line in lines if line is not None), key=lambda line: line.top)


def _letter(char: dict[str, object]) -> Letter:
    return Letter(
        text=_plain(str(char["text"])),
        x0=float(str(char["x0"])),
        x1=float(str(char["x1"])),
        top=float(str(char["top"])),
        bottom=float(str(char["bottom"])),
        size=float(str(char["size"])),
        bold=_BOLD.search(str(char.get("fontname", ""))) is not None,
    )


def _line(letters: list[Letter]) -> Line | None:
    letters.sort(key=lambda one: one.x0)
    inked = [one for one in letters if one.text.strip()]
    if not inked:
        return None
    size = Counter(round(one.size, 1) for one in inked).most_common(1)[0][0]
    usual = [one for one in inked if round(one.size, 1) == size]
    middle = sum(one.middle for one in usual) / len(usual)
    pieces: list[Piece] = []
    for group in _groups(inked, max(_WIDE * size, _LEAST_WIDE_PT)):
        spaces = [one for one in letters if not one.text.strip()]
        text = _text(group, spaces, size, middle)
        pieces.append(Piece(text, group[0].x0, max(one.x1 for one in group), all(one.bold for one in group)))
    return Line(tuple(pieces), min(o.top for o in usual), max(o.bottom for o in usual), size)


def _groups(letters: Sequence[Letter], wide: float) -> list[list[Letter]]:
    groups = [[letters[0]]]
    for before, letter in pairwise(letters):
        if letter.x0 - before.x1 > wide:
            groups.append([])
        groups[-1].append(letter)
    return groups


def _text(letters: Sequence[Letter], spaces: Sequence[Letter], size: float, middle: float) -> str:
    said: list[str] = []
    for at, letter in enumerate(letters):
        if at and _is_apart(letters[at - 1], letter, spaces, size):
            said.append(" ")
        is_raised = letter.text.isdigit() and letter.size < 0.85 * size
        if is_raised and middle - letter.middle > _RAISED_BY * size:
            said.append(f"{RAISED}{letter.text}{LOWERED_AGAIN}")
        else:
            said.append(letter.text)
    return " ".join("".join(said).replace(LOWERED_AGAIN + RAISED, "").split())


def _is_apart(before: Letter, letter: Letter, spaces: Sequence[Letter], size: float) -> bool:
    """Whether a space stands between two letters, written or left; where some are written, few are left."""
    if letter.x0 - before.x1 > (_SPACE if not spaces else 2 * _SPACE) * size:
        return True
    return any(before.x1 - 0.2 <= (one.x0 + one.x1) / 2 <= letter.x0 + 0.2 for one in spaces)


def _plain(text: str) -> str:
    if text.startswith("(cid:"):
        return ""
    if len(text) == 1 and ord(text) in _LIGATURES:
        return unicodedata.normalize("NFKC", text)
    return text.replace("\xa0", " ").replace("\xad", "-").replace("\u2010", "-")
