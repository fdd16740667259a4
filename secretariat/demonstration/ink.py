"""Made-up handwriting: the same name gives the same signature, whether drawn on a page or as a picture."""

import hashlib
from io import BytesIO

from PIL import Image, ImageDraw

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]
"""A cubic Bezier curve: where it starts, its two control points, where it ends."""

Stroke = list[Curve]

INK = (24, 42, 110)


def strokes_of(name: str, width: float, height: float) -> list[Stroke]:
    """Return the strokes of a signature inside ``width`` by ``height``, origin at the lower left.

    Each word is one stroke of loops, tall where it begins; a last stroke runs below them all.
    """
    words = name.split()
    letters = sum(len(word) for word in words)
    step = width * 0.86 / (letters + len(words))
    strokes, left = [], width * 0.05
    for word in words:
        strokes.append(_smooth(_knots(word, left, step, height)))
        left += step * (len(word) + 1)
    strokes.append(_smooth(_flourish(name, width, height)))
    return strokes


def picture_of(name: str, width: int = 900, height: int = 260) -> bytes:
    """Return the signature as a PNG on white."""
    scale, pen = 2, 7
    image = Image.new("RGB", (width * scale, height * scale), "white")
    draw = ImageDraw.Draw(image)
    for stroke in strokes_of(name, width * scale, height * scale):
        points = [point for curve in stroke for point in _points_on(curve)]
        upside_down = [(x, height * scale - y) for x, y in points]
        draw.line(upside_down, fill=INK, width=pen * scale, joint="curve")
    out = BytesIO()
    image.resize((width, height), Image.Resampling.LANCZOS).save(out, format="PNG")
    return out.getvalue()


def _knots(word: str, left: float, step: float, height: float) -> list[Point]:
    chance = hashlib.sha256(word.encode()).digest()
    knots = [(left, height * 0.45)]
    for place in range(len(word)):
        tall = (
            0.95 if place == 0 else 0.5 + 0.3 * (chance[place % 32] > 190) + chance[(place + 7) % 32] / 2600
        )
        low = 0.3 - 0.22 * (chance[(place + 13) % 32] > 205)
        x = left + step * place
        knots.append((x + step * 0.9, height * tall))
        knots.append((x + step * 0.35, height * low))
        knots.append((x + step * 1.05, height * 0.36))
    return knots


def _flourish(name: str, width: float, height: float) -> list[Point]:
    turn = hashlib.sha256(name.encode()).digest()[0] / 255
    return [
        (width * (0.2 + 0.1 * turn), height * 0.12),
        (width * 0.6, height * (0.14 + 0.06 * turn)),
        (width * 0.97, height * 0.22),
        (width * 0.8, height * (0.1 + 0.04 * turn)),
    ]


def _smooth(knots: list[Point]) -> Stroke:
    """Return a curve through the knots that has no corner (Catmull-Rom)."""
    padded = [knots[0], *knots, knots[-1]]
    return [
        (start, _ahead(start, before, end), _ahead(end, after, start), end)
        for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]


def _ahead(knot: Point, behind: Point, ahead: Point) -> Point:
    return (knot[0] + (ahead[0] - behind[0]) / 6, knot[1] + (ahead[1] - behind[1]) / 6)


def _points_on(curve: Curve) -> list[Point]:
    steps = 14
    return [(_at(curve, step / steps, 0), _at(curve, step / steps, 1)) for step in range(steps + 1)]


def _at(curve: Curve, t: float, axis: int) -> float:
    a, b, c, d = (point[axis] for point in curve)
    return a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t**2 * (1 - t) + d * t**3
