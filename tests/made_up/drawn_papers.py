"""Small pages drawn pixel by pixel, as they come out of straightening: for tests of what is seen on them."""

import cv2
import numpy as np
from made_up.paper_pages import Pixels

from intake.pictures.straighten import StraightPage

DPI = 200.0
WHITE = 245


def straight_page(pixels: Pixels) -> StraightPage:
    """Return RGB pixels as a straight page of 200 dpi, whose file has the same points."""
    gray = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    scale = 72 / DPI
    to_file = np.array([[scale, 0, 0], [0, -scale, gray.shape[0] * scale], [0, 0, 1]])
    return StraightPage(np.ascontiguousarray(pixels), gray, DPI, to_file)


def bare_paper(width: int = 900, height: int = 500) -> Pixels:
    """Return paper without anything on it."""
    return np.full((height, width, 3), WHITE, np.uint8)
