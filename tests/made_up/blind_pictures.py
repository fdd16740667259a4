"""Pictures of the set BLIND: a signature with loops, a round office stamp, and a logo."""

from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]


def strokes(rng: Random, *, width: float, height: float) -> list[list[Point]]:
    """Return some strokes of a pen in a frame with the lower left corner 0, 0: loops, and a dash below."""
    found, x = [], 0.02 * width
    while x < 0.8 * width:
        wide = rng.uniform(0.1, 0.24) * width
        tall = rng.uniform(0.35, 0.95) * height
        start = (x, height * rng.uniform(0.2, 0.4))
        corners = ((x + wide * 0.9, tall), (x - wide * 0.2, tall), (x + wide, height * 0.15))
        found.append([_bezier(start, corners, step / 12) for step in range(13)])
        x += wide * 0.8
    dash = height * rng.uniform(0.05, 0.15)
    return [*found, [(0.05 * width, dash), (0.95 * width, dash + height * rng.uniform(0, 0.1))]]


@cache
def signature_png(seed: int, *, white: bool = False) -> bytes:
    """Return a PNG of 420 x 140 pixels: ink on nothing, or on white paper."""
    rng = Random(f"signature-{seed}")
    picture = Image.new("RGBA", (420, 140), (255, 255, 255, 255 if white else 0))
    pen = ImageDraw.Draw(picture)
    ink = rng.choice([(12, 24, 110, 255), (30, 30, 34, 255), (0, 70, 140, 255)])
    for stroke in strokes(rng, width=410, height=130):
        pen.line([(x + 4, 136 - y) for x, y in stroke], fill=ink, width=4, joint="curve")
    return _png(picture)


@cache
def stamp_png(words: str) -> bytes:
    """Return a PNG of a round stamp in violet with words in the middle."""
    picture = Image.new("RGBA", (260, 260), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    ink = (90, 60, 150, 255)
    pen.ellipse((6, 6, 254, 254), outline=ink, width=6)
    pen.ellipse((40, 40, 220, 220), outline=ink, width=3)
    pen.text((130, 130), words, fill=ink, font=ImageFont.load_default(size=26), anchor="mm", align="center")
    return _png(picture)


@cache
def logo_png(letter: str) -> bytes:
    """Return a PNG of a coloured square with a letter and two bars beside it."""
    picture = Image.new("RGB", (300, 100), (255, 255, 255))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((4, 4, 96, 96), radius=18, fill=(0, 110, 90))
    pen.text((50, 50), letter, fill=(255, 255, 255), font=ImageFont.load_default(size=60), anchor="mm")
    pen.rectangle((112, 30, 290, 44), fill=(0, 110, 90))
    pen.rectangle((112, 58, 230, 72), fill=(240, 170, 30))
    return _png(picture)


def _bezier(start: Point, corners: tuple[Point, Point, Point], part: float) -> Point:
    points, rest = (start, *corners), 1 - part
    shares = (rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3)
    x = sum(share * point[0] for share, point in zip(shares, points, strict=True))
    y = sum(share * point[1] for share, point in zip(shares, points, strict=True))
    return round(x, 2), round(y, 2)


def _png(picture: Image.Image) -> bytes:
    kept = BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()
