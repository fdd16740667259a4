"""A picture of paper made straight pages: found, flattened, turned upright, levelled and evenly lit."""

from dataclasses import dataclass

import cv2
import numpy as np

from intake.ocr.eyes import NO_EYES, Eyes
from intake.pictures.dark_edges import without_dark_edges
from intake.pictures.level_view import VIEW_DPI, LevelView, gray_of, levelled, turned_by_quarters
from intake.pictures.light import evened
from intake.pictures.orientation import is_upside_down
from intake.pictures.picture import Floats, Matrix, Picture, Pixels
from intake.pictures.row_shape import RowShape, row_shape
from intake.pictures.rule_traces import traced_rules
from intake.pictures.sheet_view import sheet_on
from intake.pictures.two_up import halves_of
from intake.pictures.warp import warped

DPI = 200.0
_MIDDLE = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1.0]])
_GRID = 65  # points each way at which a curl is worked out


@dataclass(frozen=True, slots=True, eq=False)
class StraightPage:
    """One page upright and level. ``to_file`` maps its pixels (origin top left) to points of the file's
    own page (origin lower left); ``notes`` say what was done to it.

    Where a curled sheet was flattened, ``to_file`` is the flat map nearest to the bent one.
    """

    pixels: Pixels
    gray: Pixels
    dpi: float
    to_file: Matrix
    notes: tuple[str, ...] = ()


def straightened(picture: Picture, eyes: Eyes = NO_EYES) -> list[StraightPage]:
    """Return the pages on the picture in reading order: one, or two where two lie side by side.

    ``eyes`` are asked only where the letters' shapes do not tell up from down.
    """
    gray = gray_of(picture)
    view, done = sheet_on(picture, gray)
    notes = list(done)
    view = levelled(view, gray)
    if is_upside_down(view.gray, view.rows, eyes):
        view = turned_by_quarters(view, 2)
    if _turn_of(view.from_picture) != 0:
        notes.append(f"turned by {_turn_of(view.from_picture)} degrees")
    halves = halves_of(view, gray)
    if len(halves) > 1:
        notes.append("two pages side by side")
    return [_page(picture, half, notes) for half in halves]


def _page(picture: Picture, view: LevelView, notes: list[str]) -> StraightPage:
    shape = row_shape(view.rows, traced_rules(view.mask), view.width, view.height)
    scale = DPI / VIEW_DPI
    enlarged = np.diag([scale, scale, 1.0])
    straight = enlarged @ shape.leveller @ view.from_picture
    size = round(view.width * scale), round(view.height * scale)
    even = evened(warped(_plain(picture.pixels), straight, size, _bend(shape, scale)))
    in_colour = even if even.ndim == 3 else np.asarray(cv2.cvtColor(even, cv2.COLOR_GRAY2RGB), np.uint8)
    pixels = without_dark_edges(in_colour, DPI)
    if shape.bend is not None:
        notes = [*notes, "curl flattened"]
    gray = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    # Maps of pictures count a pixel by its middle, boxes by its corner.
    to_file = picture.to_page @ _MIDDLE @ np.linalg.inv(straight) @ np.linalg.inv(_MIDDLE)
    return StraightPage(pixels, gray, DPI, to_file, tuple(notes))


def _plain(pixels: Pixels) -> Pixels:
    """Return a picture without colour as one layer of gray: a third of the work on most scans."""
    red, green, blue = (pixels[:, :, layer] for layer in range(3))
    is_gray = np.array_equal(red, green) and np.array_equal(green, blue)
    return np.ascontiguousarray(red) if is_gray else pixels


def _bend(shape: RowShape, scale: float) -> Floats | None:
    """The bend on a coarse grid, in pixels of the page; None for a flat sheet."""
    if shape.bend is None:
        return None
    x, y = np.linspace(0, shape.width, _GRID), np.linspace(0, shape.height, _GRID)
    return shape.bend_at(x[None, :], y[:, None]) * scale


def _turn_of(from_picture: Matrix) -> int:
    """The quarter turns in a map, in degrees counter-clockwise."""
    across = from_picture[:2, 0]
    return int(round(float(np.degrees(np.arctan2(-across[1], across[0]))) / 90) * 90) % 360
