"""Phones that photograph a page: perspective, light, focus, grain and lens, each with its places known."""

import math
from dataclasses import dataclass, replace
from random import Random

import cv2
import numpy as np
from made_up.backgrounds import draw_background, put_thumb
from made_up.bent_paper import bulged, curled
from made_up.paper_pages import PaperPage, Pixels, Points, corners_of
from made_up.scanners import with_noise


@dataclass(frozen=True, slots=True)
class Camera:
    """One phone and one way of holding it.

    ``megapixels`` of the whole picture, ``fill`` the page's part of its height; ``tilt`` how far corners
    stray from a rectangle, as a part of the page; ``turn_deg`` how far it lies askew. ``blur`` and
    ``motion`` in pixels of a 4-megapixel picture, ``noise`` in grey levels, ``shadow`` 0..1 how dark the
    darkest side is, ``warm`` how yellow the lamp, ``barrel`` the lens's bend, ``curl`` the paper's, as a part
    of its height. ``exif`` is how the phone lay, 1 for upright.
    """

    name: str
    megapixels: float = 4
    fill: float = 0.9
    tilt: float = 0.03
    turn_deg: float = 3
    blur: float = 0.6
    motion: float = 0
    noise: float = 3
    shadow: float = 0.2
    warm: float = 0.05
    barrel: float = 0
    curl: float = 0
    thumb: bool = False
    quality: int = 82
    exif: int = 1


CAMERAS: dict[str, tuple[Camera, ...]] = {
    "development": (
        Camera("phone_4mp"),
        Camera("phone_8mp_close", megapixels=8, fill=0.97, tilt=0.02, turn_deg=1.5),
        Camera("phone_12mp_turned", megapixels=12, fill=0.85, exif=6, quality=75),
        Camera("phone_3mp_lamp", megapixels=3, warm=0.22, shadow=0.4, noise=6, tilt=0.05),
        Camera("phone_4mp_bent", curl=0.008, tilt=0.03, fill=0.92),
        Camera("phone_3mp_slanted", megapixels=3, tilt=0.1, turn_deg=8, fill=0.88),
    ),
    "held_out": (
        Camera("handset_5mp", megapixels=5, tilt=0.035, turn_deg=4),
        Camera("handset_12mp", megapixels=12, fill=0.8, shadow=0.3, quality=70),
        Camera("handset_6mp_thumb", megapixels=6, thumb=True, fill=0.88, tilt=0.04, curl=0.006),
        Camera("handset_3mp_dusk", megapixels=3, noise=10, warm=0.15, blur=1.0, shadow=0.35),
        Camera("handset_4mp_shaken", motion=3.5, fill=0.95),
        Camera("handset_2mp_wide", megapixels=2, fill=0.97, barrel=0.03, quality=65),
        Camera("handset_8mp_lying", megapixels=8, exif=8, tilt=0.06, turn_deg=6),
        Camera("handset_5mp_flash", megapixels=5, shadow=0.55, warm=-0.05, fill=0.9),
        Camera("handset_5mp_upside_down", megapixels=5, exif=3, tilt=0.04),
    ),
}
"""The phones of each set; none is in both."""


def photographed(page: PaperPage, camera: Camera, rng: Random, set_name: str) -> PaperPage:
    """Return the picture as the phone shows it upright; its dpi is what its long side makes as 842 pt."""
    if camera.curl:
        page = curled(page, camera.curl * rng.uniform(0.5, 1), rng)
    height = round(math.sqrt(camera.megapixels * 1e6 * 4 / 3))
    size = (height, round(height * 3 / 4))
    matrix, corners = _view(page, camera, rng, size)
    taken = _on_surface(page, matrix, rng, set_name, size)
    if camera.thumb:
        put_thumb(taken, tuple((corners[1] * 0.45 + corners[2] * 0.55).tolist()), (-1, -0.1), rng)
    _light(taken, camera, rng, corners)
    taken = _focused(taken, camera, rng)

    def where(points: Points) -> Points:
        return cv2.perspectiveTransform(points[None], matrix)[0]

    made = page.moved(taken, where, height / 842 * 72)
    made = bulged(made, camera.barrel) if camera.barrel else made
    return replace(made, pixels=with_noise(made.pixels, camera.noise, rng))


def _view(page: PaperPage, camera: Camera, rng: Random, size: tuple[int, int]) -> tuple[np.ndarray, Points]:
    """Return the matrix from page to picture, and the page's corners in the picture."""
    tall, wide = page.pixels.shape[:2]
    scale = min(camera.fill * size[0] / tall, camera.fill * 1.02 * size[1] / wide)
    flat = corners_of((0.0, 0.0, float(wide), float(tall)))
    angle = math.radians(rng.uniform(-1, 1) * camera.turn_deg)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    stray = np.array([[rng.uniform(-1, 1), rng.uniform(-1, 1)] for _ in range(4)])
    seen = (flat - (wide / 2, tall / 2)) @ turn * scale + stray * camera.tilt * wide * scale
    # No corner leaves the picture: who photographs a page looks at its corners.
    spread = np.abs(seen).max(axis=0) / (size[1] / 2, size[0] / 2)
    seen /= max(1.0, float(spread.max()) / 0.985)
    room = (size[1] / 2, size[0] / 2) - np.abs(seen).max(axis=0)
    middle = (
        size[1] / 2 + rng.uniform(-1, 1) * room[0] * 0.8,
        size[0] / 2 + rng.uniform(-1, 1) * room[1] * 0.8,
    )
    corners = seen + middle
    return cv2.getPerspectiveTransform(flat.astype(np.float32), corners.astype(np.float32)), corners


def _on_surface(
    page: PaperPage, matrix: np.ndarray, rng: Random, set_name: str, size: tuple[int, int]
) -> Pixels:
    surface = draw_background(rng, set_name, size)
    sheet = np.full(page.pixels.shape[:2], 255, np.uint8)
    mask = cv2.warpPerspective(sheet, matrix, (size[1], size[0]))
    # The paper's own shadow on the desk makes its edge.
    small = cv2.resize(mask, (size[1] // 8, size[0] // 8), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(np.roll(small, (2, 1), (0, 1)), (0, 0), 4)
    dimmed = cv2.resize(255 - (soft * 0.5).astype(np.uint8), (size[1], size[0]))
    surface = cv2.multiply(surface, cv2.merge([dimmed] * 3), scale=1 / 255)
    below = page.pixels
    if np.linalg.norm(matrix[0, :2]) < 0.7:
        below = cv2.GaussianBlur(below, (0, 0), 0.4 / float(np.linalg.norm(matrix[0, :2])))
    taken = cv2.warpPerspective(below, matrix, (size[1], size[0]), flags=cv2.INTER_LINEAR)
    return np.where(mask[:, :, None] > 127, taken, surface)


def _light(taken: Pixels, camera: Camera, rng: Random, corners: Points) -> None:
    """Darken one side, put a blob of shadow on the page, and tint all by the lamp."""
    height, width = taken.shape[:2]
    rows, columns = np.mgrid[0 : height // 16 + 1, 0 : width // 16 + 1].astype(np.float32)
    rows, columns = rows / rows.max(), columns / columns.max()
    angle = rng.uniform(0, 2 * math.pi)
    along = (rows - 0.5) * math.sin(angle) + (columns - 0.5) * math.cos(angle) + 0.5
    light = 1 - camera.shadow * np.clip(along, 0, 1)
    if rng.random() < 0.5:
        x, y = rng.uniform(0, 1), rng.uniform(0.2, 1)
        blob = np.exp(-(((columns - x) / 0.3) ** 2 + ((rows - y) / 0.22) ** 2) * 2)
        light *= 1 - camera.shadow * 0.8 * np.clip(blob * 1.6, 0, 0.8)
    lamp = np.array([1 + camera.warm * 0.3, 1 - camera.warm * 0.1, 1 - camera.warm], dtype=np.float32)
    tint = np.clip(light[:, :, None] * lamp * rng.uniform(0.86, 0.98) * 255, 0, 255).astype(np.uint8)
    tint = cv2.resize(tint, (width, height), interpolation=cv2.INTER_LINEAR)
    cv2.multiply(taken, tint, dst=taken, scale=1 / 255)


def _focused(taken: Pixels, camera: Camera, rng: Random) -> Pixels:
    scale = math.sqrt(camera.megapixels / 4)
    if camera.blur:
        taken = cv2.GaussianBlur(taken, (0, 0), camera.blur * scale * rng.uniform(0.7, 1.2))
    if camera.motion:
        length = max(3, round(camera.motion * scale * rng.uniform(0.6, 1.2)))
        kernel = np.zeros((length, length), dtype=np.float32)
        end = (length - 1, rng.randrange(length))
        cv2.line(kernel, (0, length - 1 - end[1]), end, 1, 1)
        taken = cv2.filter2D(taken, -1, kernel / kernel.sum())
    return taken
