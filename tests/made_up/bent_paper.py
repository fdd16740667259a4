"""Bends a picture of paper: a sheet that does not lie flat, a lens that bulges."""

import math
from random import Random

import cv2
import numpy as np
from made_up.paper_pages import PaperPage, Points


def curled(page: PaperPage, reach: float, rng: Random) -> PaperPage:
    """Return the page bent in waves from left to right; ``reach`` is a part of its height."""
    height, width = page.pixels.shape[:2]
    waves, phase, deep = rng.uniform(0.5, 1.2), rng.uniform(0, 2 * math.pi), reach * height

    def rise(x: np.ndarray) -> np.ndarray:
        return deep * np.sin(x / width * waves * 2 * math.pi + phase)

    columns, rows = np.meshgrid(
        np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32), copy=False
    )
    shifts = rise(np.arange(width, dtype=np.float32)).astype(np.float32)
    bent = cv2.remap(page.pixels, columns, rows - shifts, cv2.INTER_LINEAR, borderValue=(246, 246, 246))
    # Where the paper turns away from the light it is darker.
    slope = np.gradient(shifts)
    light = 1 - 6 * np.abs(slope) / (1 + 6 * np.abs(slope)) * 0.5
    tone = np.broadcast_to((light * 255).astype(np.uint8)[None, :, None], bent.shape)
    bent = cv2.multiply(bent, np.ascontiguousarray(tone), scale=1 / 255)

    def where(points: Points) -> Points:
        return np.column_stack([points[:, 0], points[:, 1] + rise(points[:, 0])])

    return page.moved(bent, where, page.dpi)


def bulged(page: PaperPage, strength: float) -> PaperPage:
    """Return the picture as a wide lens sees it: what is far from the middle is drawn towards it."""
    height, width = page.pixels.shape[:2]
    middle, unit = np.array([width / 2, height / 2]), math.hypot(width, height) / 2
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    across, down = (columns - middle[0]) / unit, (rows - middle[1]) / unit
    grow = 1 + strength * (across**2 + down**2)
    # OpenCV takes maps of single precision only.
    across = (across * grow * unit + middle[0]).astype(np.float32)
    down = (down * grow * unit + middle[1]).astype(np.float32)
    bent = cv2.remap(page.pixels, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)

    def where(points: Points) -> Points:
        wanted = (points - middle) / unit
        found = wanted
        # A few rounds undo the lens to less than a hundredth of a pixel.
        for _ in range(6):
            found = wanted / (1 + strength * (found**2).sum(axis=1, keepdims=True))
        return found * unit + middle

    return page.moved(bent, where, page.dpi)
