"""What lies on paper beside ink: specks, punched holes, a staple's shadow, a fold, the lid's edge."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import PaperPage, Pixels


def soiled(page: PaperPage, rng: Random) -> PaperPage:
    """Return the page with some dirt of each kind, or with none. Its own pixels are painted over."""
    for dirt in (specks, holes, staple, fold, lid_edge):
        if rng.random() < 0.3:
            dirt(page.pixels, page.points, rng)
    return page


def specks(pixels: Pixels, points: float, rng: Random) -> None:
    """Dust: dots of half a millimetre and less."""
    height, width = pixels.shape[:2]
    for _ in range(rng.randrange(4, 40)):
        at = (rng.randrange(width), rng.randrange(height))
        cv2.circle(pixels, at, rng.choice((0, 0, 1, 1, 2)), (rng.randrange(20, 140),) * 3, -1)


def holes(pixels: Pixels, points: float, rng: Random) -> None:
    """Two holes at the left edge, dark as the lid behind them."""
    height = pixels.shape[0]
    x, grey = int(rng.uniform(18, 30) * points), (rng.randrange(20, 110),) * 3
    for share in (0.3, 0.72):
        cv2.circle(pixels, (x, int(height * share)), int(8 * points), grey, -1, cv2.LINE_AA)


def staple(pixels: Pixels, points: float, rng: Random) -> None:
    """A short dark bar in the upper left corner with a shadow."""
    x, y = rng.uniform(18, 40) * points, rng.uniform(14, 30) * points
    lean = rng.uniform(-0.8, 0.8)
    end = (int(x + 26 * points), int(y + 26 * points * lean))
    cv2.line(pixels, (int(x), int(y)), end, (60,) * 3, max(1, round(1.2 * points)), cv2.LINE_AA)


def fold(pixels: Pixels, points: float, rng: Random) -> None:
    """A faint line across the sheet where it was folded."""
    height, width = pixels.shape[:2]
    y, wide = int(rng.uniform(0.2, 0.9) * height), max(1, round(0.8 * points))
    shade = np.full_like(pixels[y : y + wide], 0) + rng.randrange(14, 40)
    pixels[y : y + wide] = np.maximum(pixels[y : y + wide].astype(int) - shade, 0).astype(np.uint8)
    del width


def lid_edge(pixels: Pixels, points: float, rng: Random) -> None:
    """A dark strip along one edge."""
    height, width = pixels.shape[:2]
    wide = int(rng.uniform(2, 7) * points)
    grey = rng.randrange(20, 120)
    sides: tuple[Callable[[], Pixels], ...] = (
        lambda: pixels[:wide],
        lambda: pixels[height - wide :],
        lambda: pixels[:, :wide],
        lambda: pixels[:, width - wide :],
    )
    rng.choice(sides)()[:] = grey
