"""Pages laid on a scanner or held before a camera by arithmetic, so that it is known where each point went.

A `Shot` holds the pixels and, for every page on them, the map from page points to pixels. The paper
lies as said: turned, tilted away, shadowed, curled, with a thumb on it, or partly out of the frame.
"""

from dataclasses import dataclass, field
from random import Random

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]
PAGE_DPI = 200
DESKS = ("wood", "slate", "light", "white", "cloth", "tiles")


@dataclass(frozen=True, eq=False)
class Shot:
    """A picture of paper. ``from_page`` maps points of each page (origin top left) to its pixels."""

    pixels: Pixels
    from_page: tuple[Matrix, ...]
    size_pt: tuple[float, float]
    traits: dict[str, object] = field(default_factory=dict)


def drawn_page(data: bytes, index: int = -1) -> Pixels:
    """Return a page of the PDF as RGB at PAGE_DPI."""
    document = pdfium.PdfDocument(data)
    document.init_forms()
    bitmap = document[index % len(document)].render(scale=PAGE_DPI / 72, rev_byteorder=True)
    return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])


def scanned(
    page: Pixels,
    rng: Random,
    *,
    degrees: float = 0.0,
    quarter_turns: int = 0,
    dpi: int = 200,
    bed: int = 250,
    holes: bool = False,
    bilevel: bool = False,
    bleed: Pixels | None = None,
) -> Shot:
    """Return the page as a flatbed scanner gives it; ``bed`` is the gray of what lies beside the paper."""
    paper = page if bleed is None else _bled(page, bleed)
    if holes:
        paper = _punched(paper)
    height, width = paper.shape[:2]
    scale = dpi / PAGE_DPI
    out = (round(width * scale), round(height * scale))
    turn = _affine(cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0))
    shift = np.array([[1, 0, rng.uniform(-12, 12)], [0, 1, rng.uniform(-12, 12)], [0, 0, 1.0]])
    placed = np.diag([scale, scale, 1.0]) @ shift @ turn
    pixels = _laid(paper, placed, np.full((out[1], out[0], 3), bed, np.uint8))
    pixels, placed = _turned(pixels, placed, quarter_turns)
    pixels = _noisy(pixels, rng, 3.0)
    if bilevel:
        pixels = np.where(pixels.mean(axis=2, keepdims=True) > 150, 255, 0).astype(np.uint8).repeat(3, axis=2)
    traits = {"degrees": degrees, "turns": quarter_turns, "dpi": dpi, "bed": bed, "bilevel": bilevel}
    return Shot(_pressed(pixels, rng.choice((60, 75, 90))), (placed @ _from_points(),), _points(page), traits)


def photographed(
    page: Pixels,
    rng: Random,
    *,
    size: tuple[int, int] = (2000, 2667),
    desk: str = "wood",
    quarter_turns: int = 0,
    tilt: float = 10.0,
    roll: float | None = None,
    shadow: bool = False,
    lamp: bool = False,
    thumb: bool = False,
    cut: float = 0.0,
    curl: float = 0.0,
    fill: float = 0.85,
) -> Shot:
    """Return the page as a telephone sees it on a desk. ``tilt`` is in degrees, ``curl`` in points of height,
    ``cut`` the share of the page that is beyond the frame's edge."""
    height, width = page.shape[:2]
    paper, placed = _seen(page, rng, size=size, tilt=tilt, roll=roll, fill=fill)
    if cut:
        # Along the nearest edge of the frame, so that just this much is lost.
        side = rng.choice(((1, 0), (-1, 0), (0, -1)))
        away = cut + (1 - fill) / 2
        placed = (
            np.array([[1, 0, side[0] * away * size[0]], [0, 1, side[1] * away * size[1]], [0, 0, 1.0]])
            @ placed
        )
    if curl:
        paper = _curled(page, curl * PAGE_DPI / 72, rng.uniform(0, 3.1))
    pixels = _laid(paper, placed, desk_picture(desk, size, rng), shade=True)
    if thumb:
        pixels = _with_thumb(pixels, placed, (width, height), rng)
    pixels = _lit(pixels, rng, shadow=shadow, lamp=lamp)
    pixels, placed = _turned(pixels, placed, quarter_turns)
    pixels = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.4, 0.9))
    pixels = _noisy(pixels, rng, rng.uniform(2, 6))
    traits = {"desk": desk, "turns": quarter_turns, "tilt": tilt, "shadow": shadow, "lamp": lamp,
              "thumb": thumb, "cut": cut, "curl": curl}  # fmt: skip
    return Shot(_pressed(pixels, rng.choice((55, 75, 88))), (placed @ _from_points(),), _points(page), traits)


def two_up(
    left: Pixels,
    right: Pixels,
    rng: Random,
    *,
    degrees: tuple[float, float] = (0.0, 0.0),
    scale: float = 1.0,
    spine: bool = False,
    quarter_turns: int = 0,
) -> Shot:
    """Return two pages side by side on one sheet, each with its own skew; at ``scale`` 0.707 they share
    an A4."""
    height, width = left.shape[:2]
    sheet = np.full((height, 2 * width, 3), 252, np.uint8)
    maps = []
    for at, (page, skew) in enumerate(zip((left, right), degrees, strict=True)):
        fitted = cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA)
        turn = _affine(cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1.0))
        turned = cv2.warpPerspective(fitted, turn, (width, height), borderValue=(252, 252, 252))
        sheet[:, at * width : (at + 1) * width] = turned
        maps.append(np.array([[1, 0, at * width], [0, 1, 0], [0, 0, 1.0]]) @ turn)
    if spine:
        distance = np.abs(np.arange(2 * width) - width) / (0.05 * width)
        sheet = (sheet * (1 - 0.45 * np.exp(-(distance**2)))[None, :, None]).astype(np.uint8)
    size = (round(2 * width * scale), round(height * scale))
    sheet = cv2.resize(sheet, size, interpolation=cv2.INTER_AREA)
    maps = [np.diag([scale, scale, 1.0]) @ placed @ _from_points() for placed in maps]
    turned = [_turned(sheet, placed, quarter_turns) for placed in maps]
    pixels = _noisy(turned[0][0], rng, 3.0)
    traits = {"degrees": degrees, "scale": scale, "spine": spine, "turns": quarter_turns}
    return Shot(pixels, tuple(placed for _, placed in turned), _points(left), traits)


def desk_picture(desk: str, size: tuple[int, int], rng: Random) -> Pixels:
    """Return a desk without paper, one of DESKS."""
    width, height = size
    noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, 1, (height // 4, width // 4))
    grain = cv2.resize(cv2.GaussianBlur(noise, (0, 0), 1.5), size)[:, :, None] * 12
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    tone = {"wood": (122, 84, 52), "slate": (48, 52, 58), "light": (206, 200, 190), "white": (232, 232, 230),
            "cloth": (60, 84, 140), "tiles": (176, 170, 160)}[desk]  # fmt: skip
    wave = 0 * x
    if desk == "wood":
        wave = 14 * np.sin(x / rng.uniform(18, 40) + 3 * np.sin(y / 700)) + 8 * np.sin(x / 9.0)
    if desk == "tiles":
        wave = -60.0 * (((x % 520) < 10) | ((y % 520) < 10))
    if desk == "cloth":
        wave = 10 * np.sin(x / 3.0) * np.sin(y / 3.0)
    return np.clip(np.array(tone)[None, None] + grain + wave[:, :, None], 0, 255).astype(np.uint8)


def _seen(
    page: Pixels, rng: Random, *, size: tuple[int, int], tilt: float, roll: float | None, fill: float
) -> tuple[Pixels, Matrix]:
    """Return the page and its map into the frame, through a pinhole in front of the frame's middle."""
    height, width = page.shape[:2]
    focal = rng.uniform(0.68, 1.2) * max(size)  # from a telephone's wide lens to a camera's
    across, up = np.radians(rng.uniform(-tilt, tilt)), np.radians(rng.uniform(-tilt, tilt))
    about = np.radians(rng.uniform(-6, 6) if roll is None else roll)
    turn, _ = cv2.Rodrigues(np.array([up, across, 0.0]))
    spin, _ = cv2.Rodrigues(np.array([0.0, 0.0, about]))
    spread = turn @ spin
    centred = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1.0]])
    inner = np.array([[focal, 0, size[0] / 2], [0, focal, size[1] / 2], [0, 0, 1.0]])
    distance = focal * max(width / size[0], height / size[1]) / fill
    for _ in range(30):
        plane = np.column_stack([spread[:, 0], spread[:, 1], [0, 0, distance]])
        placed = inner @ plane @ centred
        corners = mapped(placed, [(0, 0), (width, 0), (width, height), (0, height)])
        wide, high = np.ptp(corners, axis=0)
        if wide <= fill * size[0] * 1.05 and high <= fill * size[1] * 1.05:
            break
        distance *= 1.04
    middle = (corners.min(axis=0) + corners.max(axis=0)) / 2
    shift = np.array([[1, 0, size[0] / 2 - middle[0]], [0, 1, size[1] / 2 - middle[1]], [0, 0, 1.0]])
    return page, shift @ placed


def mapped(matrix: Matrix, points: list[tuple[float, float]]) -> NDArray[np.float64]:
    """Return where the map sends the points."""
    return cv2.perspectiveTransform(np.array([points], np.float64), matrix)[0]


def _laid(page: Pixels, placed: Matrix, ground: Pixels, *, shade: bool = False) -> Pixels:
    height, width = ground.shape[:2]
    # Averaged down beforehand where the map makes it smaller: a lens does so too.
    small = np.sqrt(abs(np.linalg.det(placed[:2, :2])) / placed[2, 2] ** 2)
    alpha = np.where((page == 1).all(axis=2), 0.0, 1.0).astype(np.float32)
    if small < 0.7:
        page = cv2.GaussianBlur(page, (0, 0), 0.35 / small)
    flat = cv2.warpPerspective(
        page, placed, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    mask = cv2.warpPerspective(alpha, placed, (width, height), flags=cv2.INTER_LINEAR)[:, :, None]
    if shade:
        dark = cv2.GaussianBlur(np.roll(mask[:, :, 0], (6, 5), (0, 1)), (0, 0), 7)[:, :, None]
        ground = ground * (1 - 0.35 * dark)
        flat = flat * 0.93
    return np.clip(flat * mask + ground * (1 - mask), 0, 255).astype(np.uint8)


def _curled(page: Pixels, amplitude: float, phase: float) -> Pixels:
    """Return the page bent like a sheet that was rolled up; what is beside it has the value 1."""
    height, width = page.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    bent = y + amplitude * np.sin(np.pi * x / width + phase)
    page = np.maximum(page, 2)
    return cv2.remap(page, x, bent.astype(np.float32), cv2.INTER_CUBIC, borderValue=(1, 1, 1))


def _with_thumb(pixels: Pixels, placed: Matrix, size: tuple[int, int], rng: Random) -> Pixels:
    width, height = size
    side = rng.choice((0.0, 1.0))
    x, y = mapped(placed, [(side * width, rng.uniform(0.55, 0.85) * height)])[0]
    reach = 0.05 * pixels.shape[1]
    outward = -1 if side == 0 else 1
    layer = np.zeros(pixels.shape[:2], np.float32)
    cv2.ellipse(layer, (int(x), int(y)), (int(2.2 * reach), int(reach)), 12.0 * outward, 0, 360, 1.0, -1)
    end = (int(x + outward * 9 * reach), int(y + 5 * reach))
    cv2.line(layer, (int(x + outward * reach), int(y)), end, 1.0, int(2.2 * reach))
    layer = cv2.GaussianBlur(layer, (0, 0), 4)[:, :, None]
    return (pixels * (1 - layer) + np.array((198, 146, 120)) * layer).astype(np.uint8)


def _lit(pixels: Pixels, rng: Random, *, shadow: bool, lamp: bool) -> Pixels:
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    away = ((x / width - rng.uniform(0.2, 0.8)) ** 2 + (y / height - rng.uniform(0.2, 0.8)) ** 2) ** 0.5
    light = (1.0 - 0.35 * away)[:, :, None]
    if shadow:
        dark = np.zeros((height, width), np.float32)
        edge = rng.uniform(0.3, 0.7) * width
        slope = rng.uniform(-0.4, 0.4) * width
        corners = np.array(
            [(edge, 0), (width * 1.2, 0), (width * 1.2, height), (edge + slope, height)], np.int32
        )
        cv2.fillPoly(dark, [corners], 1.0)
        light = light * (1 - rng.uniform(0.25, 0.5) * cv2.GaussianBlur(dark, (0, 0), width / 50))[:, :, None]
    tint = np.array((1.0, 0.88, 0.66)) if lamp else np.array((1.0, 1.0, 1.0))
    return np.clip(pixels * light * tint, 0, 255).astype(np.uint8)


def _bled(page: Pixels, behind: Pixels) -> Pixels:
    behind = cv2.resize(behind[:, ::-1], (page.shape[1], page.shape[0]))
    through = 255 - 0.13 * (255 - cv2.GaussianBlur(behind, (0, 0), 2.5).astype(np.float32))
    return np.minimum(page, through.astype(np.uint8))


def _punched(page: Pixels) -> Pixels:
    page = page.copy()
    for share in (0.365, 0.635):
        cv2.circle(page, (round(12 / 25.4 * PAGE_DPI), round(share * page.shape[0])), 24, (25, 25, 25), -1)
    return page


def _turned(pixels: Pixels, placed: Matrix, quarter_turns: int) -> tuple[Pixels, Matrix]:
    """Turn counter-clockwise."""
    for _ in range(quarter_turns % 4):
        width = pixels.shape[1]
        pixels = np.ascontiguousarray(np.rot90(pixels))
        placed = np.array([[0, 1, 0], [-1, 0, width - 1], [0, 0, 1.0]]) @ placed
    return pixels, placed


def _noisy(pixels: Pixels, rng: Random, sigma: float) -> Pixels:
    noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, sigma, pixels.shape).astype(np.float32)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


def _pressed(pixels: Pixels, quality: int) -> Pixels:
    _, data = cv2.imencode(".jpg", pixels[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[:, :, ::-1])


def _affine(two_rows: NDArray[np.float64]) -> Matrix:
    return np.vstack([two_rows, (0.0, 0.0, 1.0)])


def _from_points() -> Matrix:
    return np.diag([PAGE_DPI / 72, PAGE_DPI / 72, 1.0])


def _points(page: Pixels) -> tuple[float, float]:
    return page.shape[1] * 72 / PAGE_DPI, page.shape[0] * 72 / PAGE_DPI
