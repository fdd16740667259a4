"""What lies below and around a photographed page: a desk of wood, plain or speckled, cloth, and a hand."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import Pixels

Size = tuple[int, int]
"""Height and width in pixels."""


def draw_background(rng: Random, set_name: str, size: Size) -> Pixels:
    """Return a surface of the set, at times with things lying on it."""
    # Made small: out of focus anyway, and twelve megapixels of grain are slow to draw.
    small = (size[0] // 4 + 1, size[1] // 4 + 1)
    made = rng.choice(SURFACES[set_name])(rng, small)
    if rng.random() < 0.3:
        _thing(made, rng)
    return cv2.resize(made, (size[1], size[0]), interpolation=cv2.INTER_LINEAR)


def _noise(rng: Random, size: Size, cells: tuple[int, int]) -> np.ndarray:
    """Return soft random values of 0..1."""
    field = np.random.default_rng(rng.randrange(2**31)).random(cells).astype(np.float32)
    return np.clip(cv2.resize(field, (size[1], size[0]), interpolation=cv2.INTER_CUBIC), 0, 1)


def _toned(values: np.ndarray, dark: tuple[int, int, int], light: tuple[int, int, int]) -> Pixels:
    low, high = np.array(dark, dtype=np.float32), np.array(light, dtype=np.float32)
    return (low + (high - low) * values[:, :, None]).astype(np.uint8)


def _wood(rng: Random, size: Size) -> Pixels:
    grain = _noise(rng, size, (90, 4)) * 0.6 + _noise(rng, size, (300, 9)) * 0.4
    dark, light = rng.choice((((90, 55, 30), (150, 100, 60)), ((150, 115, 75), (205, 170, 125))))
    return _toned(grain, dark, light)


def _plain(rng: Random, size: Size) -> Pixels:
    tone = rng.choice(((60, 62, 66), (120, 122, 125), (35, 45, 60)))
    light = tuple(channel + 22 for channel in tone)
    return _toned(_noise(rng, size, (5, 4)), tone, (light[0], light[1], light[2]))


def _boards(rng: Random, size: Size) -> Pixels:
    made = _wood(rng, size)
    for x in range(rng.randrange(40, 120), size[1], rng.randrange(120, 220)):
        made[:, x : x + 3] = made[:, x : x + 3] // 3
    return made


def _speckled(rng: Random, size: Size) -> Pixels:
    made = _toned(_noise(rng, size, (size[0] // 3, size[1] // 3)), (95, 92, 88), (190, 186, 178))
    return cv2.GaussianBlur(made, (3, 3), 0)


def _cloth(rng: Random, size: Size) -> Pixels:
    rows = (np.arange(size[0]) % 6 < 3)[:, None] ^ (np.arange(size[1]) % 6 < 3)[None, :]
    weave = rows * 0.3 + _noise(rng, size, (12, 12)) * 0.7
    colour = rng.choice(((40, 60, 90), (120, 40, 40), (70, 80, 60)))
    return _toned(weave.astype(np.float32), colour, (colour[0] + 40, colour[1] + 40, colour[2] + 40))


def _white_desk(rng: Random, size: Size) -> Pixels:
    # The page hardly stands out against it.
    return _toned(_noise(rng, size, (4, 4)), (196, 194, 190), (222, 221, 218))


def _thing(made: Pixels, rng: Random) -> None:
    """A pen, a cup or a keyboard's edge near a border."""
    height, width = made.shape[:2]
    colour = tuple(rng.randrange(20, 220) for _ in range(3))
    if rng.random() < 0.5:
        x = rng.choice((width // 40, width - width // 40))
        start, end = (x, rng.randrange(height)), (x + rng.randrange(-20, 20), rng.randrange(height))
        cv2.line(made, start, end, colour, max(3, width // 70), cv2.LINE_AA)
        return
    centre = (rng.choice((0, width)), rng.randrange(height))
    cv2.circle(made, centre, width // 9, colour, -1, cv2.LINE_AA)
    cv2.circle(made, centre, width // 12, tuple(channel // 2 for channel in colour), -1, cv2.LINE_AA)


SURFACES: dict[str, tuple[Callable[[Random, Size], Pixels], ...]] = {
    "development": (_wood, _plain),
    "held_out": (_boards, _speckled, _cloth, _white_desk),
}
"""The surfaces of each set; none is in both."""


def put_thumb(pixels: Pixels, edge: tuple[float, float], inwards: tuple[float, float], rng: Random) -> None:
    """Paint a thumb that holds the paper at ``edge`` and points inwards, over the pixels."""
    tone = rng.choice(((224, 178, 150), (190, 138, 108), (120, 80, 58), (240, 200, 178)))
    wide = round(max(pixels.shape[:2]) * rng.uniform(0.022, 0.032))
    tip = (round(edge[0] + inwards[0] * wide), round(edge[1] + inwards[1] * wide))
    root = (round(edge[0] - inwards[0] * wide * 8), round(edge[1] - inwards[1] * wide * 8))
    shade = tuple(round(channel * 0.75) for channel in tone)
    cv2.line(pixels, tip, root, shade, wide * 2 + wide // 4, cv2.LINE_AA)
    cv2.line(pixels, tip, root, tone, wide * 2, cv2.LINE_AA)
