"""A decoded picture, and how its pixels lie on the page of the file that it came from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(height, width, 3) for RGB, (height, width) for gray."""

Floats = NDArray[np.float64]

Matrix = NDArray[np.float64]
"""3 x 3, of a projective map of the plane."""

POINTS_PER_INCH = 72.0
_A6_SIDES_PT = (298.0, 420.0)
_A3_SIDES_PT = (842.0, 1191.0)
_A4_LONG_SIDE_PT = 842.0
_SLACK = 1.06  # scanners take in a little more or less than the sheet


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """RGB pixels of one page. ``dpi`` says how many of them count as 72 points of the file's page.

    ``placed`` maps pixels to points where the page is more than this picture (a turned or cropped
    PDF page); without it the picture is the page, its lower left corner the origin.
    """

    pixels: Pixels
    dpi: float
    placed: Matrix | None = None

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.pixels.shape[0])

    @property
    def to_page(self) -> Matrix:
        """The map from pixels (origin top left) to points of the page (origin lower left)."""
        if self.placed is not None:
            return self.placed
        scale = POINTS_PER_INCH / self.dpi
        return np.array([[scale, 0.0, 0.0], [0.0, -scale, self.height * scale], [0.0, 0.0, 1.0]])


def dpi_of_sheet(width: int, height: int, said_dpi: float | None) -> float:
    """Return the resolution that counts: what the file says where that gives a sheet between A6 and A3,
    else such that the long side has 842 points. Cameras write 72 dpi and mean nothing by it."""
    sides = sorted((width, height))
    if said_dpi and said_dpi > 0:
        points = [side * POINTS_PER_INCH / said_dpi for side in sides]
        is_sheet = all(
            least / _SLACK <= side <= most * _SLACK
            for side, least, most in zip(points, _A6_SIDES_PT, _A3_SIDES_PT, strict=True)
        )
        if is_sheet:
            return said_dpi
    return sides[1] * POINTS_PER_INCH / _A4_LONG_SIDE_PT
