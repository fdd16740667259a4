"""Words of a PDF page from pdfium's characters: places, weight and style, repaired where print needs it."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from intake.page.page import Word
from intake.page.plain_text import TICK_GLYPHS, UNKNOWN_GLYPH, mended
from intake.page.unreadable import UnreadableError
from pact.documents import BoxPt, ReadErrorCode

CHARACTERS_PER_PAGE = 30_000
"""More than this on one page is no signature page; the rest is left unread."""

CHARACTERS_AT_MOST = 120_000
"""No printed page holds more; a page that does was made to keep readers busy."""

_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|slanted|kursiv", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"dingbat|wingding|webding|symbol", re.IGNORECASE)
# Ticks as the symbol fonts number them, where pdfium hands out the bare code.
_WINGDINGS = {
    0xFC: "✓",
    0xFB: "✗",
    0xFD: "☒",
    0xFE: "☑",
    0xA8: "☐",
    0x6F: "☐",
    0x78: "☒",
    0xA1: "○",
    0xA4: "◉",
}
_DINGBATS = {
    0x33: "✓",
    0x34: "✔",
    0x35: "✕",
    0x36: "✖",
    0x37: "✗",
    0x38: "✘",
    0x6E: "■",
    0x6F: "☐",
    0x71: "☐",
    0x6C: "●",
}
_JOINTS = frozenset("/|") | TICK_GLYPHS


@dataclass(frozen=True, slots=True)
class _Style:
    size_pt: float
    bold: bool
    symbols: dict[int, str] | None
    turn: int
    hidden: bool
    italic: bool = False
    coloured: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    left: float
    right: float
    baseline: float
    style: _Style


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page turned upright, and whether most of them are printed invisibly (a scanner's
    layer)."""

    words: tuple[Word, ...]
    turn: int
    hidden: bool


def text_of(page: pdfium.PdfPage) -> str:
    """Return the page's plain text, cheaply and without places, with lines parted by newlines."""
    textpage = page.get_textpage()
    try:
        count = max(textpage.count_chars(), 0)
        if count > CHARACTERS_AT_MOST:
            raise UnreadableError(
                ReadErrorCode.TOO_LARGE, f"A page holds {count} characters, and is not read."
            )
        count = min(count, CHARACTERS_PER_PAGE)
        if not count:
            return ""
        return str(textpage.get_text_range(0, count)).replace("\r\n", "\n").replace("\r", "\n")
    finally:
        textpage.close()


def words_of(page: pdfium.PdfPage) -> PageText:
    """Return the page's words with their places, turned so that most of the text stands upright."""
    textpage = page.get_textpage()
    try:
        characters = list(_characters(textpage.raw))
    finally:
        textpage.close()
    if not characters:
        return PageText((), 0, hidden=False)
    turns = [c.style.turn for c in characters if c is not None]
    turn = max(set(turns), key=turns.count) if turns else 0
    if turn:
        characters = [_upright(c, turn, page.get_size()) if c else None for c in characters]
    hidden = sum(1 for c in characters if c and c.style.hidden) * 2 > len(turns)
    return PageText(_printed_once(_words(characters)), turn, hidden)


def upright_box(box: BoxPt, turn: int, size: tuple[float, float]) -> BoxPt:
    """Return the box on a page whose text was turned upright by ``turn`` quarter turns.

    ``size`` is the page's width and height as the file has it, before turning.
    """
    left, bottom, right, top = box
    width, height = size
    if turn == 1:
        return (bottom, width - right, top, width - left)
    if turn == 2:
        return (width - right, height - top, width - left, height - bottom)
    if turn == 3:
        return (height - top, left, height - bottom, right)
    return box


def symbol_of(font: str, code: str) -> str:
    """Return what a symbol font's character means (``code`` hexadecimal, as Word writes it): a tick, or
    U+FFFD."""
    try:
        number = int(code, 16) & 0xFF
    except ValueError:
        return UNKNOWN_GLYPH
    return (_DINGBATS if "ingbat" in font else _WINGDINGS).get(number, UNKNOWN_GLYPH)


def _characters(textpage: object) -> Iterator[_Character | None]:
    """Yield every character; None where pdfium put a space or a line's end."""
    styles: dict[int, _Style] = {}
    rect = pdfium_c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    rect_ref, x_ref, y_ref = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    for index in range(min(pdfium_c.FPDFText_CountChars(textpage), CHARACTERS_PER_PAGE)):
        code = pdfium_c.FPDFText_GetUnicode(textpage, index)
        if code in (0x20, 0x0A, 0x0D, 0x09, 0xA0, 0x2007, 0x202F, 0x3000):
            yield None
            continue
        pdfium_c.FPDFText_GetLooseCharBox(textpage, index, rect_ref)
        pdfium_c.FPDFText_GetCharOrigin(textpage, index, x_ref, y_ref)
        owner = ctypes.cast(pdfium_c.FPDFText_GetTextObject(textpage, index), ctypes.c_void_p).value or 0
        style = styles.get(owner)
        if style is None:
            style = styles[owner] = _style(textpage, index)
        symbols = style.symbols or (_WINGDINGS if 0xF000 <= code <= 0xF0FF else {})
        text = symbols.get(code & 0xFF) or mended(code)
        if style.turn % 2:
            yield _Character(text, rect.bottom, rect.top, x.value, style)
        else:
            yield _Character(text, rect.left, rect.right, y.value, style)


def _style(textpage: object, index: int) -> _Style:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size_pt = min(max(pdfium_c.FPDFText_GetFontSize(textpage, index) * scale, 1.0), 300.0)
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(textpage, index, name, 128, ctypes.byref(flags))
    font = name.value.decode("utf-8", "replace")
    owner = pdfium_c.FPDFText_GetTextObject(textpage, index)
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(owner) if owner else 0
    weight = pdfium_c.FPDFText_GetFontWeight(textpage, index)
    bold = bool(_BOLD_NAME.search(font)) or weight >= 600 or mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE
    symbols = (_DINGBATS if "ingbat" in font else _WINGDINGS) if _SYMBOL_NAME.search(font) else None
    turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4
    hidden = mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
    italic = bool(_ITALIC_NAME.search(font))
    return _Style(size_pt, bold, symbols, turn, hidden, italic, *_colour(textpage, index))


def _colour(textpage: object, index: int) -> tuple[bool, bool]:
    """Whether the letter is red, green or blue rather than black or grey, and whether it is light."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium_c.FPDFText_GetFillColor(
        textpage, index, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
    )
    levels = (red.value, green.value, blue.value)
    return max(levels) - min(levels) > 70, min(levels) > 120


def _upright(character: _Character, turn: int, size: tuple[float, float]) -> _Character:
    """Return the character as it lies once the page is turned; only those of the page's own turn lie
    right."""
    width, height = size
    left, right, baseline = character.left, character.right, character.baseline
    if turn == 1:
        baseline = width - baseline
    elif turn == 2:
        left, right, baseline = width - right, width - left, height - baseline
    elif turn == 3:
        left, right = height - right, height - left
    return _Character(character.text, left, right, baseline, character.style)


def _words(characters: list[_Character | None]) -> Iterator[Word]:
    run: list[_Character] = []
    glued = False
    for character in characters:
        if character is None:
            if run:
                yield _word(run, glued=glued)
            run, glued = [], False
            continue
        if run and not _continues(run[-1], character):
            yield _word(run, glued=glued)
            glued = _touches(run[-1], character)
            run = []
        run.append(character)
    if run:
        yield _word(run, glued=glued)


def _continues(last: _Character, character: _Character) -> bool:
    if last.text in _JOINTS or character.text in _JOINTS or _look(last.style) != _look(character.style):
        return False
    return _touches(last, character)


def _look(style: _Style) -> tuple[bool, bool, bool, bool]:
    return (style.bold, style.italic, style.coloured, style.light)


def _touches(last: _Character, character: _Character) -> bool:
    size = max(last.style.size_pt, character.style.size_pt)
    gap = character.left - last.right
    # Superscripts (June 14th) stand up to half a size above the line.
    return abs(last.baseline - character.baseline) < 0.5 * size and -1.2 * size < gap < 0.22 * size + 1.0


def _word(run: list[_Character], *, glued: bool) -> Word:
    size = max(c.style.size_pt for c in run)
    baseline = min(c.baseline for c in run)
    box = (
        min(c.left for c in run),
        baseline - 0.22 * size,
        max(c.right for c in run),
        baseline + 0.74 * size,
    )
    style = run[0].style
    return Word(
        "".join(c.text for c in run), box, size, style.bold,
        italic=style.italic, coloured=style.coloured,
        light=style.light, glued=glued,
    )  # fmt: skip


def _printed_once(words: Iterator[Word]) -> tuple[Word, ...]:
    """Some programs make bold by printing a word again, a hair to the right: keep one, bold."""
    kept: list[Word] = []
    places: dict[tuple[str, int], int] = {}
    for word in words:
        key = (word.text, round(word.box[1] / 3))
        earlier = places.get(key)
        if earlier is not None and abs(kept[earlier].box[0] - word.box[0]) < 0.12 * word.size_pt:
            kept[earlier] = replace(kept[earlier], bold=True)
            continue
        places[key] = len(kept)
        kept.append(word)
    return tuple(kept)
