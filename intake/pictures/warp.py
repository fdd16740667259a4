"""A picture drawn anew through a map, every pixel of it weighed in once."""

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pictures.picture import Floats, Matrix, Pixels


def warped(pixels: Pixels, matrix: Matrix, size: tuple[int, int], bend: Floats | None = None) -> Pixels:
    """Return a picture of ``size`` (width, height) in which each pixel of the old one lies where ``matrix``
    puts it; what was beyond the old one is paper. ``bend`` says on a coarse grid over the new picture by how
    many of its pixels rows lie too low there."""
    pixels, matrix = _averaged(pixels, matrix, size)
    paper = tuple(float(tone) for tone in np.atleast_1d(np.median(pixels[::16, ::16], axis=(0, 1))))
    if bend is None:
        flags = cv2.INTER_CUBIC
        return np.asarray(cv2.warpPerspective(pixels, matrix, size, flags=flags, borderValue=paper), np.uint8)
    across, down = _sources(np.asarray(np.linalg.inv(matrix), np.float64), size, bend)
    return np.asarray(cv2.remap(pixels, across, down, cv2.INTER_CUBIC, borderValue=paper), np.uint8)


def _averaged(pixels: Pixels, matrix: Matrix, size: tuple[int, int]) -> tuple[Pixels, Matrix]:
    """Shrink the picture first where the map shrinks it: else strokes thinner than a pixel break up."""
    corners = np.array([[[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]]], np.float64)
    back = cv2.perspectiveTransform(corners, np.linalg.inv(matrix))[0]
    shrink = float(np.sqrt(cv2.contourArea(back.astype(np.float32)) / max(size[0] * size[1], 1)))
    if shrink < 1.25:
        return pixels, matrix
    height, width = pixels.shape[:2]
    small = (max(1, round(width / shrink)), max(1, round(height / shrink)))
    scaled = np.asarray(cv2.resize(pixels, small, interpolation=cv2.INTER_AREA), np.uint8)
    across, down = small[0] / width, small[1] / height
    # Pixels are counted by their middles: the first of the small ones lies half a pixel in.
    shrunk = np.array([[across, 0, (across - 1) / 2], [0, down, (down - 1) / 2], [0, 0, 1.0]])
    return scaled, matrix @ np.linalg.inv(shrunk)


def _sources(
    back: Matrix, size: tuple[int, int], bend: Floats
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    rows, columns = bend.shape
    x, y = np.meshgrid(np.linspace(0, size[0] - 1, columns), np.linspace(0, size[1] - 1, rows))
    points = np.stack([x, y + bend], axis=-1).reshape(1, -1, 2)
    sources = cv2.perspectiveTransform(points, back).reshape(rows, columns, 2).astype(np.float32)
    fine = _over_pixels(sources, size)
    return np.ascontiguousarray(fine[:, :, 0]), np.ascontiguousarray(fine[:, :, 1])


def _over_pixels(coarse: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """Interpolate values at grid points (the first and last on the outermost pixels) to every pixel."""
    rows, columns = coarse.shape[:2]
    x = np.linspace(0, columns - 1, size[0], dtype=np.float32)
    y = np.linspace(0, rows - 1, size[1], dtype=np.float32)
    at_x, at_y = np.meshgrid(x, y)
    return np.asarray(
        cv2.remap(coarse, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32
    )
