"""How straight a page came out, by where a `Shot` says that every point of it went."""

from dataclasses import dataclass

import numpy as np
from made_up.photographed_sheets import Matrix, Shot, mapped

from intake.pictures.picture import Picture
from intake.pictures.straighten import StraightPage

_CORNER_TO_MIDDLE = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1.0]])


@dataclass(frozen=True)
class Straightness:
    """Whether the page stands upright, the steepest slope of its rows in degrees, and how far in pixels a
    row falls from the left margin to the right on the average."""

    is_upright: bool
    skew_degrees: float
    row_error_px: float
    scale: float


def straightness(page: StraightPage, picture: Picture, shot: Shot, index: int = 0) -> Straightness:
    """Return how straight ``page`` is, which shows the page ``index`` of the shot."""
    to_straight = page_to_straight(page, picture, shot, index)
    width, height = shot.size_pt
    across, down = np.linspace(0.08, 0.92, 9) * width, np.linspace(0.06, 0.94, 9) * height
    rows = np.array([mapped(to_straight, [(x, y) for x in across]) for y in down])
    fall, run = rows[:, -1, 1] - rows[:, 0, 1], rows[:, -1, 0] - rows[:, 0, 0]
    return Straightness(
        bool(rows[-1, 4, 1] > rows[0, 4, 1] and rows[4, -1, 0] > rows[4, 0, 0]),
        float(np.abs(np.degrees(np.arctan2(fall, run))).max()),
        float(np.ptp(rows[:, :, 1], axis=1).mean()),
        float(np.abs(run).mean() / (across[-1] - across[0]) / (page.dpi / 72)),
    )


def page_to_straight(page: StraightPage, picture: Picture, shot: Shot, index: int = 0) -> Matrix:
    """Return the map from points of the made page (origin top left) to pixels of the straight one."""
    to_file = picture.to_page @ _CORNER_TO_MIDDLE @ shot.from_page[index]
    return np.linalg.inv(page.to_file) @ to_file
