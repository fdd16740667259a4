"""A picture of paper made straight pages: upright, level, evenly lit, at one scale."""

from dataclasses import dataclass

import cv2
import numpy as np

from intake.ocr.eyes import NO_EYES, Eyes
from intake.pictures.picture import Matrix, Picture, Pixels
from intake.pictures.skew import skew_degrees

DPI = 200.0


@dataclass(frozen=True, slots=True, eq=False)
class StraightPage:
    """One page upright and level. ``to_file`` maps its pixels (origin top left) to points of the file's
    own page (origin lower left); ``notes`` say what was done to it."""

    pixels: Pixels
    gray: Pixels
    dpi: float
    to_file: Matrix
    notes: tuple[str, ...] = ()


def straightened(picture: Picture, eyes: Eyes = NO_EYES) -> list[StraightPage]:
    """Return the pages on the picture in reading order: one, or two where two lie side by side."""
    gray = cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY)
    scale = DPI / picture.dpi
    degrees = skew_degrees(np.asarray(gray, dtype=np.uint8), picture.dpi)
    width, height = round(picture.width * scale), round(picture.height * scale)
    turn = cv2.getRotationMatrix2D((picture.width / 2, picture.height / 2), degrees, scale)
    turn[:, 2] += np.array([(width - picture.width) / 2, (height - picture.height) / 2])
    straight = np.vstack([turn, (0.0, 0.0, 1.0)])
    flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    pixels = np.asarray(
        cv2.warpAffine(picture.pixels, turn, (width, height), flags=flags, borderValue=(255, 255, 255)),
        dtype=np.uint8,
    )
    page = StraightPage(
        pixels,
        np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8),
        DPI,
        picture.to_page @ np.linalg.inv(straight),
    )
    return [page]
