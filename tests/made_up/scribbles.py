"""Made-up handwriting: curves for a pen, and the same as a small picture."""

from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

Point = tuple[float, float]


def scribble(rng: Random, *, width: float, height: float) -> list[Point]:
    """Return points of one flowing line inside a frame whose lower left corner is 0, 0."""
    steps = 46
    loops, tall, phase = rng.uniform(4, 7), rng.uniform(0.3, 0.48), rng.random()
    points = []
    for step in range(steps):
        along = step / (steps - 1)
        swing = tall * height * (1 - 0.7 * along)
        x = along * width * 0.9 + 0.06 * width * _wave(along * loops * 2 + phase)
        y = height / 2 + swing * _wave(along * loops + phase) + rng.uniform(-0.03, 0.03) * height
        points.append((min(max(x, 0), width), min(max(y, 0), height)))
    return points


@cache
def scribble_picture(seed: int, *, white: bool = False) -> bytes:
    """Return a PNG of 300 x 90 pixels: ink on nothing, or on white paper when ``white``."""
    rng = Random(seed)
    paper = (255, 255, 255, 255 if white else 0)
    picture = Image.new("RGBA", (300, 90), paper)
    ink = rng.choice([(20, 30, 120, 255), (15, 15, 15, 255), (40, 60, 160, 255)])
    points = [(x, 90 - y) for x, y in scribble(rng, width=300, height=90)]
    ImageDraw.Draw(picture).line(points, fill=ink, width=3, joint="curve")
    kept = BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()


def _wave(turns: float) -> float:
    """A wave made of parabolas: -1..1, the same on every machine to the last bit."""
    part = turns % 1
    half = part * 2 % 1
    bow = 4 * half * (1 - half)
    return bow if part < 0.5 else -bow
