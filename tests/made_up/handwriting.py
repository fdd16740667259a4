"""Handwriting: letters by a hand of the set, one by one, each a little different from the last."""

import itertools
import unicodedata
from dataclasses import dataclass
from functools import cache
from random import Random

import cv2
import numpy as np
from fontTools.ttLib import TTFont
from HersheyFonts import HersheyFonts
from made_up.paper_pages import PaperPage
from made_up.pen_ink import RealPen, Stroke, inked, inked_mask
from made_up.pens import package_file
from made_up.stroke_accents import ACCENTS, OWN_LETTERS, STAND_INS
from PIL import Image, ImageDraw, ImageFont


@dataclass(frozen=True, slots=True)
class Hand:
    """One person's writing. ``face``: a Hershey face for a hand of strokes, or package and file.

    ``size`` is relative to print of the same size, ``slant`` leans to the right, ``unrest`` says how much
    letters differ in size, height and place. ``capitals``: writes in block letters.
    """

    name: str
    face: str | tuple[str, str]
    size: float = 1.4
    slant: float = 0.0
    unrest: float = 0.05
    capitals: bool = False


HANDS: dict[str, tuple[Hand, ...]] = {
    "development": (
        Hand("caveat", ("fontpkg_caveat", "files/Caveat[wght].ttf"), 1.75),
        Hand("shadows", ("fontpkg_shadows_into_light", "files/ShadowsIntoLight.ttf"), 1.45),
        Hand("joined", "scripts", 1.55, unrest=0.04),
        Hand("apart", "futural", 1.25, slant=0.1, unrest=0.07),
        Hand("scrawl", ("fontpkg_caveat", "files/Caveat[wght].ttf"), 1.5, slant=0.3, unrest=0.13),
    ),
    "held_out": (
        Hand("indie", ("fontpkg_indie_flower", "files/IndieFlower-Regular.ttf"), 1.4),
        Hand("zeyada", ("fontpkg_zeyada", "files/Zeyada.ttf"), 2.0, slant=0.1),
        Hand("block_letters", "rowmans", 1.15, unrest=0.06, capitals=True),
        Hand("leaning", "rowmans", 1.35, slant=0.35, unrest=0.05),
        Hand("hasty", ("fontpkg_indie_flower", "files/IndieFlower-Regular.ttf"), 1.3, slant=0.3, unrest=0.1),
        Hand("doctor", ("fontpkg_zeyada", "files/Zeyada.ttf"), 1.6, slant=0.25, unrest=0.15),
    ),
}
"""The hands of each set; none is in both."""


@dataclass(frozen=True, slots=True)
class WritingLine:
    """Where one line of writing goes: left end, base line (from the top) and width, in points."""

    x: float
    base: float
    width: float
    size: float = 11


def can_write(hand: Hand, text: str) -> bool:
    """Whether the hand knows every letter of the text."""
    if isinstance(hand.face, str):
        return all(_is_known(letter) for letter in text)
    return all(letter == " " or ord(letter) in _letters(hand.face) for letter in text)


def written(
    page: PaperPage, name: str, text: str, line: WritingLine, *, by: tuple[Hand, RealPen], rng: Random
) -> PaperPage:
    """Return the page with the text written on the line, smaller where it would not fit, as people do.

    What is written begins at the left end; its box is the place ``name``.
    """
    hand, pen = by
    text = text.upper() if hand.capitals else text
    size = line.size * hand.size * rng.uniform(0.92, 1.08)
    wide = _width(hand, text, size)
    size *= min(1, line.width / wide)
    if isinstance(hand.face, str):
        return inked(page, name, _strokes(hand, text, line, size, rng), pen, rng)
    return _outlines(page, name, text, line, by=by, size=size, rng=rng)


def _strokes(hand: Hand, text: str, line: WritingLine, size: float, rng: Random) -> list[Stroke]:
    found: list[Stroke] = []
    unit, at, drift = size / 21, line.x, rng.uniform(-0.012, 0.02)
    for letter in text:
        shapes, advance = _letter(str(hand.face), letter)
        grow, lift = 1 + rng.gauss(0, hand.unrest), rng.gauss(0, hand.unrest) * size * 0.3
        lean = hand.slant + rng.gauss(0, hand.unrest)
        for shape in shapes:
            moved = []
            for x, y in shape:
                shake = (rng.gauss(0, hand.unrest) * 5, rng.gauss(0, hand.unrest) * 5)
                across = (x + shake[0] - y * lean) * unit * grow
                moved.append((at + across, line.base + lift + (y + shake[1]) * unit * grow))
            found.append(_rounded(moved))
        at += advance * unit * grow
    return [[(x, y - (x - line.x) * drift) for x, y in stroke] for stroke in found]


def _rounded(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the line with its corners cut twice: a hand does not turn on the spot."""
    for _ in range(2):
        if len(points) < 3:
            return points
        cut = [points[0]]
        for (a, b), (c, d) in itertools.pairwise(points):
            cut += [(0.75 * a + 0.25 * c, 0.75 * b + 0.25 * d), (0.25 * a + 0.75 * c, 0.25 * b + 0.75 * d)]
        points = [*cut, points[-1]]
    return points


def _letter(face: str, letter: str) -> tuple[list[list[tuple[float, float]]], float]:
    """Return strokes around the base line (y down) and the advance of a letter, accents included."""
    if letter in OWN_LETTERS:
        return OWN_LETTERS[letter]
    letter = STAND_INS.get(letter, letter)
    if len(letter) > 1 and not unicodedata.combining(letter[1]):
        pairs = [_letter(face, part) for part in letter]
        second = [[(x + pairs[0][1] * 0.8, y) for x, y in shape] for shape in pairs[1][0]]
        return [*pairs[0][0], *second], pairs[0][1] * 0.8 + pairs[1][1]
    base, *marks = unicodedata.normalize("NFD", letter)
    shapes, advance = _glyph(face, base)
    for mark in marks:
        points = [point for shape in shapes for point in shape]
        middle = sum(x for x, _ in points) / len(points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        shapes = [*shapes, *ACCENTS[mark](middle, top, bottom)]
    return shapes, advance


@cache
def _glyph(face: str, letter: str) -> tuple[list[list[tuple[float, float]]], float]:
    font = _hershey(face)
    down = font.render_options["base_line"]
    shapes = [[(float(x), float(y - down)) for x, y in line] for line in font.strokes_for_text(letter)]
    return [shape for shape in shapes if len(shape) > 1], float(font.all_glyphs[letter].char_width)


@cache
def _hershey(face: str) -> HersheyFonts:
    font = HersheyFonts()
    font.load_default_font(face)
    return font


def _is_known(letter: str) -> bool:
    if letter in OWN_LETTERS:
        return True
    base, *marks = unicodedata.normalize("NFD", STAND_INS.get(letter, letter))
    return 31 < ord(base) < 127 and all(mark in ACCENTS or ord(mark) < 127 for mark in marks)


def _outlines(
    page: PaperPage,
    name: str,
    text: str,
    line: WritingLine,
    *,
    by: tuple[Hand, RealPen],
    size: float,
    rng: Random,
) -> PaperPage:
    hand, pen = by
    scale = page.points
    room = round(size * scale)
    placed, at, drift = [], float(room), rng.uniform(-0.015, 0.02)
    for letter in text:
        font = _font(hand.face, round(size * scale * (1 + rng.gauss(0, hand.unrest))))
        base = 2 * room + rng.gauss(0, hand.unrest) * room * 0.3 - (at - room) * drift
        placed.append((at, base, letter, font))
        at += font.getlength(letter) * (1 + rng.gauss(0, hand.unrest) * 0.3)
    width, height = round(at) + 2 * room, 3 * room
    canvas = Image.new("L", (width, height))
    draw = ImageDraw.Draw(canvas)
    for x, base, letter, font in placed:
        draw.text((x, base), letter, font=font, fill=255, anchor="ls")
    lean = np.array([[1, -hand.slant, hand.slant * 2 * room], [0, 1, 0]])
    mask = cv2.warpAffine(np.asarray(canvas), lean, (width, height), flags=cv2.INTER_LINEAR)
    corner = (round(line.x * scale) - room, round(line.base * scale) - 2 * room)
    return inked_mask(page, name, mask, corner, pen)


def _width(hand: Hand, text: str, size: float) -> float:
    """Return the width of the writing in points."""
    text = text.upper() if hand.capitals else text
    if isinstance(hand.face, str):
        return sum(_letter(hand.face, letter)[1] for letter in text) * size / 21
    return _font(hand.face, 100).getlength(text) * size / 100


@cache
def _font(face: tuple[str, str], size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(package_file(*face), size_px)


@cache
def _letters(face: tuple[str, str]) -> frozenset[int]:
    return frozenset(TTFont(package_file(*face)).getBestCmap())
