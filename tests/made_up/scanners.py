"""Scanners: paper goes in, the pixels of an office machine come out, skewed and stained as in life."""

import math
from dataclasses import dataclass, replace
from functools import cache
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import PaperPage, Pixels, Points
from made_up.paper_wear import soiled_glass

GRAY, COLOUR, BILEVEL = "gray", "colour", "bilevel"


@dataclass(frozen=True, slots=True)
class Scanner:
    """One machine and one way of laying paper on it.

    ``skew_deg`` and ``offset_mm`` say how far paper may lie askew; ``blur`` is the lens's, in pixels;
    ``white`` and ``black`` are the greys that paper and print come out as; ``noise`` in grey levels.
    """

    name: str
    dpi: int = 200
    mode: str = GRAY
    quality: int = 75
    skew_deg: float = 1.0
    offset_mm: float = 2.0
    blur: float = 0.5
    noise: float = 3.0
    white: int = 250
    black: int = 25
    border: bool = False
    threshold: int = 160


SCANNERS: dict[str, tuple[Scanner, ...]] = {
    "development": (
        Scanner("office_200_gray"),
        Scanner("office_300_gray", dpi=300, quality=80, blur=0.7),
        Scanner("office_300_colour", dpi=300, mode=COLOUR, quality=70, white=246, black=34),
        Scanner("office_200_bilevel", mode=BILEVEL, skew_deg=0.8),
        Scanner("old_150_gray", dpi=150, quality=60, skew_deg=2.0, noise=7, white=236, black=60),
        Scanner("flatbed_200_colour", mode=COLOUR, quality=60, skew_deg=3.0, border=True),
    ),
    "held_out": (
        Scanner("feeder_200_colour", mode=COLOUR, quality=65, white=252, black=30, blur=0.6),
        Scanner("feeder_300_gray", dpi=300, quality=55, white=244, black=42),
        Scanner("feeder_300_bilevel", dpi=300, mode=BILEVEL, threshold=175),
        Scanner("desk_400_gray", dpi=400, quality=60, blur=1.0, skew_deg=0.5),
        Scanner("cheap_150_colour", dpi=150, mode=COLOUR, quality=50, skew_deg=1.8, noise=6, white=240),
        Scanner("fax_200_bilevel", mode=BILEVEL, skew_deg=1.5, noise=12, threshold=140),
        Scanner("flatbed_200_gray", quality=40, skew_deg=3.0, border=True, white=238, black=48),
    ),
}
"""The machines of each set; none is in both."""


def scanned_page(page: PaperPage, scanner: Scanner, rng: Random) -> PaperPage:
    """Return what the scanner makes of the sheet and its glass; gray pages have three equal channels."""
    laid = _laid(page, scanner, rng)
    pixels = laid.pixels
    soiled_glass(pixels, laid.points, rng)
    if scanner.mode != COLOUR:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if scanner.blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), scanner.blur)
    span = (scanner.white - scanner.black) / 255
    table = np.clip(np.arange(256) * span + scanner.black, 0, 255).astype(np.uint8)
    pixels = with_noise(cv2.LUT(pixels, table), scanner.noise, rng)
    if scanner.mode == BILEVEL:
        pixels = ((pixels > scanner.threshold) * 255).astype(np.uint8)
    return replace(laid, pixels=pixels if pixels.ndim == 3 else cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB))


def _laid(page: PaperPage, scanner: Scanner, rng: Random) -> PaperPage:
    """Turn the sheet by a little and move it, at the scanner's resolution."""
    scale = scanner.dpi / page.dpi
    height, width = (round(side * scale) for side in page.pixels.shape[:2])
    # Most paper lies nearly straight: the middle of three is what feeders do.
    angle = math.radians(sorted(rng.uniform(-1, 1) for _ in range(3))[1] * scanner.skew_deg)
    reach = scanner.offset_mm / 25.4 * scanner.dpi
    shift = (width / 2 + rng.uniform(-reach, reach), height / 2 + rng.uniform(-reach, reach))
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]) * scale
    middle = np.array(page.pixels.shape[1::-1]) / 2
    matrix = np.column_stack([turn, np.array(shift) - turn @ middle])
    around = (rng.randrange(10, 60),) * 3 if scanner.border else (255, 255, 255)
    pixels = cv2.warpAffine(
        page.pixels,
        matrix,
        (width, height),
        flags=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=around,
    )

    def where(points: Points) -> Points:
        return points @ matrix[:, :2].T + matrix[:, 2]

    return page.moved(pixels, where, scanner.dpi)


def with_noise(pixels: Pixels, strength: float, rng: Random) -> Pixels:
    """Return the pixels with grain; ``strength`` in grey levels."""
    if strength <= 0:
        return pixels
    height, width = pixels.shape[:2]
    down, right = rng.randrange(512), rng.randrange(512)
    tiles = (math.ceil((height + down) / 1024), math.ceil((width + right) / 1024))
    grain = np.tile(_grain(), tiles)[down : down + height, right : right + width]
    grain = cv2.multiply(grain, strength / 32, dtype=cv2.CV_16S)
    if pixels.ndim == 3:
        grain = cv2.merge([grain] * 3)
    return cv2.add(pixels, grain, dtype=cv2.CV_8U)


@cache
def _grain() -> np.ndarray:
    return np.random.default_rng(5).normal(0, 32, (1024, 1024)).astype(np.int16)
