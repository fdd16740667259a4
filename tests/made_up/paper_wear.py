"""What happens to paper and glass in an office: holes, staples, folds, thin toner, dust and streaks."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import PaperPage, Pixels

Wear = Callable[[Pixels, float, Random], None]


def worn(page: PaperPage, rng: Random, *, share: float = 0.15) -> PaperPage:
    """Return the page after each kind of wear had its chance ``share``; its pixels are painted over."""
    for wear in (holes, staple, fold, thin_toner, see_through, spots):
        if rng.random() < share:
            wear(page.pixels, page.points, rng)
    return page


def soiled_glass(pixels: Pixels, points: float, rng: Random, *, share: float = 0.15) -> None:
    """Put on the scanned pixels what lies on the scanner's glass."""
    for dirt in (dust, streaks):
        if rng.random() < share:
            dirt(pixels, points, rng)


def holes(pixels: Pixels, points: float, rng: Random) -> None:
    """Two or four holes of a punch at the left edge, with the lid behind them."""
    height, grey = pixels.shape[0], (rng.choice((25, 90, 200)),) * 3
    x, middle = rng.uniform(28, 40) * points, height / 2 + rng.uniform(-30, 30) * points
    for place in rng.choice(((-0.5, 0.5), (-1.5, -0.5, 0.5, 1.5))):
        y = middle + place * 227 * points
        cv2.circle(pixels, (round(x), round(y)), round(8 * points), grey, -1, cv2.LINE_AA)


def staple(pixels: Pixels, points: float, rng: Random) -> None:
    """A staple in the upper left corner, or the two holes that it left."""
    x, y = (round(rng.uniform(14, 40) * points) for _ in range(2))
    end = (x + round(rng.uniform(18, 30) * points), y + round(rng.uniform(-14, 4) * points))
    if rng.random() < 0.6:
        cv2.line(pixels, (x + 2, y + 3), (end[0] + 2, end[1] + 3), (170, 170, 170), round(2 * points))
        cv2.line(pixels, (x, y), end, (90, 90, 95), max(1, round(points)), cv2.LINE_AA)
        return
    for hole in ((x, y), end):
        cv2.circle(pixels, hole, max(1, round(0.8 * points)), (60, 60, 60), -1, cv2.LINE_AA)


def fold(pixels: Pixels, points: float, rng: Random) -> None:
    """The lines of a letter folded in three or in half: a light one beside a dark one."""
    height = pixels.shape[0]
    for part in rng.choice(((1 / 3, 2 / 3), (0.5,))):
        y = round((part + rng.uniform(-0.01, 0.01)) * height)
        reach = round(rng.uniform(3, 7) * points)
        depth = rng.uniform(14, 40)
        rows = np.arange(-reach, reach)
        shade = depth * np.exp(-((rows / (reach / 2.5)) ** 2)) * np.where(rows < 0, 1, -0.4)
        band = pixels[y - reach : y + reach].astype(np.float32) - shade[:, None, None]
        pixels[y - reach : y + reach] = np.clip(band, 0, 255).astype(np.uint8)


def thin_toner(pixels: Pixels, points: float, rng: Random) -> None:
    """A printer whose cartridge ends: print turns grey, in one upright band most."""
    width = pixels.shape[1]
    fade = np.full(width, rng.uniform(0.0, 0.25), dtype=np.float32)
    middle, wide = rng.uniform(0.2, 0.8) * width, rng.uniform(0.1, 0.25) * width
    fade += rng.uniform(0.1, 0.35) * np.exp(-(((np.arange(width) - middle) / wide) ** 2)).astype(np.float32)
    # 255 - (255 - p) * (1 - fade), a column at a time.
    lighter = np.round(255 * fade).astype(np.uint8)
    kept = np.ascontiguousarray(np.broadcast_to((255 - lighter)[None, :, None], pixels.shape))
    pixels[:] = 255 - cv2.multiply(255 - pixels, kept, scale=1 / 255)


def see_through(pixels: Pixels, points: float, rng: Random) -> None:
    """What is printed on the back shines through thin paper, mirrored and faint."""
    back = cv2.GaussianBlur(pixels[:, ::-1], (0, 0), 1.2 * points)
    shift = round(rng.uniform(0.2, 0.5) * pixels.shape[0])
    back = np.roll(back, shift, axis=0)
    faint = cv2.addWeighted(back, strength := rng.uniform(0.1, 0.25), back, 0, 255 * (1 - strength))
    np.minimum(pixels, faint, out=pixels)


def spots(pixels: Pixels, points: float, rng: Random) -> None:
    """The ring of a cup."""
    height, width = pixels.shape[:2]
    centre = (rng.randrange(width), rng.randrange(height))
    ring = np.zeros((height // 4, width // 4), dtype=np.uint8)
    small = (centre[0] // 4, centre[1] // 4)
    cv2.circle(ring, small, round(110 * points / 4), 255, max(1, round(5 * points / 4)), cv2.LINE_AA)
    ring = cv2.resize(cv2.GaussianBlur(ring, (0, 0), points / 2 + 0.3), (width, height))
    stain = np.array([20, 45, 80], dtype=np.float32) / 255 * rng.uniform(0.3, 0.7)
    rows = np.flatnonzero(ring.max(axis=1))
    if len(rows):
        part = slice(rows[0], rows[-1] + 1)
        pixels[part] = (pixels[part] * (1 - ring[part, :, None] / 255 * stain)).astype(np.uint8)


def dust(pixels: Pixels, points: float, rng: Random) -> None:
    """Specks and a hair or two."""
    height, width = pixels.shape[:2]
    for _ in range(rng.randrange(10, 60)):
        grey = rng.randrange(30, 190)
        at = (rng.randrange(width), rng.randrange(height))
        cv2.circle(pixels, at, round(rng.uniform(0.1, 0.8) * points), (grey,) * 3, -1, cv2.LINE_AA)
    for _ in range(rng.randrange(0, 3)):
        x, y, long = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(4, 14) * points
        hair = [(x + long * step / 5, y + rng.uniform(-1, 1) * points * 2) for step in range(6)]
        cv2.polylines(pixels, [np.round(hair).astype(np.int32)], False, (110,) * 3, 1, cv2.LINE_AA)


def streaks(pixels: Pixels, points: float, rng: Random) -> None:
    """Upright lines over the whole page, from dirt that the feeder draws the paper past."""
    height, width = pixels.shape[:2]
    for _ in range(rng.randrange(1, 4)):
        x, grey = rng.randrange(width), rng.choice((60, 120, 190, 225))
        cv2.line(pixels, (x, 0), (x + rng.randrange(-1, 2), height), (grey,) * 3, rng.choice((1, 1, 2)))
