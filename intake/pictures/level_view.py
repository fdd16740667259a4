"""A small view of a page on its way to being straight: its ink, its letters, its rows."""

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from intake.pictures.letter_shapes import Letters, core_mask, ink_mask, letters_on
from intake.pictures.picture import Matrix, Picture, Pixels
from intake.pictures.skew import line_direction, skew_degrees
from intake.pictures.text_rows import TextRow, text_rows

VIEW_DPI = 150.0
_FINEST_DPI = 240.0  # a sheet may fill but a part of its picture
_ROUGHLY = 5.0  # degrees by which the direction of neighbours may be wrong
_SMALL_TURN = 12.0  # degrees: a page is laid on a scanner or held before a camera no more askew than that


@dataclass(frozen=True, eq=False)
class LevelView:
    """A gray picture at about VIEW_DPI; ``from_picture`` maps pixels of the decoded picture to its own."""

    gray: Pixels
    from_picture: Matrix

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.gray.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.gray.shape[0])

    @cached_property
    def mask(self) -> Pixels:
        """255 where there is ink."""
        return ink_mask(self.gray)

    @cached_property
    def letters(self) -> Letters:
        """Its letter-like marks."""
        return letters_on(core_mask(self.gray))

    @cached_property
    def rows(self) -> list[TextRow]:
        """Its rows of print; only to be asked for once it is level."""
        return text_rows(self.letters, self.gray.shape)


@dataclass(frozen=True, slots=True, eq=False)
class GrayPicture:
    """A picture in gray, smaller where it is finer than any view of it; ``shrunk`` maps the picture's pixels
    to these."""

    pixels: Pixels
    shrunk: Matrix

    def seen_through(self, matrix: Matrix, width: int, height: int) -> LevelView:
        """Return the view of that size through a map from the picture's pixels."""
        warped = cv2.warpPerspective(
            self.pixels, matrix @ np.linalg.inv(self.shrunk), (width, height), borderMode=cv2.BORDER_REPLICATE
        )
        return LevelView(np.asarray(warped, np.uint8), matrix)


def gray_of(picture: Picture) -> GrayPicture:
    """Return the picture in gray, with no more pixels than views of a page need."""
    return gray_at(picture, min(1.0, _FINEST_DPI / picture.dpi))


def gray_at(picture: Picture, scale: float) -> GrayPicture:
    """Return the picture in gray, made smaller to that scale; it is never made larger."""
    gray = cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    if scale < 1:
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    across, down = size[0] / picture.width, size[1] / picture.height
    # Pixels are counted by their middles: the first of the small ones lies half a pixel in.
    shrunk = np.array([[across, 0, (across - 1) / 2], [0, down, (down - 1) / 2], [0, 0, 1.0]])
    return GrayPicture(np.asarray(gray, np.uint8), shrunk if scale < 1 else np.eye(3))


def turned_by_quarters(view: LevelView, quarters: int) -> LevelView:
    """Return the view turned so many times by a right angle, counter-clockwise."""
    matrix = view.from_picture
    width, height = view.width, view.height
    for _ in range(quarters % 4):
        matrix = np.array([[0, 1, 0], [-1, 0, width - 1], [0, 0, 1.0]]) @ matrix
        width, height = height, width
    return LevelView(np.ascontiguousarray(np.rot90(view.gray, quarters % 4)), matrix)


def levelled(view: LevelView, gray: GrayPicture) -> LevelView:
    """Return the view turned so that its lines run level, one way or the other: it may still stand on its
    head. ``gray`` is the picture that it is a view of. A page without print stays as it is."""
    slope = line_direction(view.letters)
    if slope is None:
        return view
    # Lines that fall by nearly a right angle are lines of a page that lies on its side.
    quarters = 0
    if abs(slope) > 45:
        quarters = 1 if slope > 0 else -1
        view, slope = turned_by_quarters(view, quarters), slope - 90 * quarters
    # The slope is rough: tall and hanging letters draw their neighbours off by several degrees.
    if abs(slope) <= _SMALL_TURN:
        degrees = skew_degrees(view.mask, 0.0, abs(slope) + _ROUGHLY)
    else:
        degrees = skew_degrees(view.mask, slope, 2 * _ROUGHLY)
    if abs(degrees) < 0.02:
        return view
    turn = np.eye(3)
    turn[:2] = cv2.getRotationMatrix2D((view.width / 2, view.height / 2), degrees, 1.0)
    width, height = view.width, view.height
    if abs(degrees) > _SMALL_TURN:
        turn, width, height = _around_letters(turn, view)
    return gray.seen_through(turn @ view.from_picture, width, height)


def _around_letters(turn: Matrix, view: LevelView) -> tuple[Matrix, int, int]:
    """Return the turn with a frame about all letters: a page that lies quite askew would lose its corners."""
    corners = cv2.perspectiveTransform(view.letters.boxes.reshape(-1, 1, 2), turn).reshape(-1, 2)
    margin = 0.06 * max(view.width, view.height)
    left, top = corners.min(axis=0) - margin
    right, bottom = corners.max(axis=0) + margin
    shift = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1.0]])
    return shift @ turn, round(right - left), round(bottom - top)
