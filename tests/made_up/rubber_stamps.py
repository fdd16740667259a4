"""Rubber stamps that offices put beside a signature: round or square, in one ink, pressed unevenly."""

import math
from functools import cache
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import PaperPage
from made_up.pen_ink import RealPen, inked_mask
from made_up.pens import package_file
from PIL import Image, ImageDraw, ImageFont

INKS: dict[str, tuple[RealPen, ...]] = {
    "development": (RealPen("violet_pad", 1, (90, 60, 160)), RealPen("blue_pad", 1, (50, 80, 170))),
    "held_out": (RealPen("red_pad", 1, (190, 50, 60)), RealPen("black_pad", 1, (50, 50, 55))),
}
"""The stamp pads of each set; none is in both."""
FACES = {"development": ("reportlab", "fonts/VeraBd.ttf"), "held_out": ("reportlab", "fonts/Vera.ttf")}


def stamped(
    page: PaperPage, words: str, middle: tuple[float, float], rng: Random, set_name: str
) -> PaperPage:
    """Return the page with a stamp around ``middle`` (points from the upper left corner).

    The stamp's place is called "stamp".
    """
    edge = round(rng.uniform(75, 105) * page.points)
    flat = _round_stamp(words, set_name) if rng.random() < 0.6 else _square_stamp(words, set_name)
    turn = cv2.getRotationMatrix2D((200, 200), rng.uniform(-20, 20), edge / 400)
    turn[:, 2] += edge / 2 - 200
    mask = cv2.warpAffine(np.asarray(flat), turn, (edge, edge), flags=cv2.INTER_AREA)
    patches = np.random.default_rng(rng.randrange(10**6)).uniform(0.35, 1, (6, 6)).astype(np.float32)
    uneven = cv2.resize(patches, (edge, edge), interpolation=cv2.INTER_CUBIC)
    mask = np.clip(mask * uneven, 0, 255).astype(np.uint8)
    corner = (round(middle[0] * page.points) - edge // 2, round(middle[1] * page.points) - edge // 2)
    return inked_mask(page, "stamp", mask, corner, rng.choice(INKS[set_name]))


def _round_stamp(words: str, set_name: str) -> Image.Image:
    picture = Image.new("L", (400, 400))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((8, 8, 392, 392), outline=255, width=9)
    draw.ellipse((95, 95, 305, 305), outline=255, width=5)
    text = (words.upper() + " * ")[:44]
    for number, letter in enumerate(text):
        angle = number * 2 * math.pi / max(len(text), 26) - math.pi
        tile = Image.new("L", (60, 60))
        ImageDraw.Draw(tile).text((30, 30), letter, font=_face(set_name, 34), fill=255, anchor="mm")
        tile = tile.rotate(-math.degrees(angle) - 90, resample=Image.Resampling.BICUBIC)
        x, y = 200 + 148 * math.cos(angle), 200 + 148 * math.sin(angle)
        picture.paste(255, (round(x) - 30, round(y) - 30), tile)
    draw.text((200, 200), "*", font=_face(set_name, 120), fill=255, anchor="mm")
    return picture


def _square_stamp(words: str, set_name: str) -> Image.Image:
    picture = Image.new("L", (400, 400))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((6, 110, 394, 290), outline=255, width=7)
    lines = [words[:18], words[18:36], "RECEIVED" if set_name == "development" else "SEAL"]
    draw.text((200, 200), "\n".join(lines), font=_face(set_name, 30), fill=255, anchor="mm", align="center")
    return picture


@cache
def _face(set_name: str, size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(package_file(*FACES[set_name]), size_px)
