"""Whatever happens to paper, the places on it are known: a red dot is found where its place is said to be."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random

import cv2
import numpy as np
import pytest
from made_up.bent_paper import bulged, curled
from made_up.cameras import CAMERAS, Camera, photographed
from made_up.paper_pages import PaperPage, corners_of
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.scan_captures import box_on, side_by_side, turned
from made_up.scanners import COLOUR, SCANNERS, Scanner, scanned_page

RED = (220, 0, 0)
DOT = (300.0, 400.0, 360.0, 430.0)
EVERY_CAMERA = [(name, camera) for name in (DEVELOPMENT, HELD_OUT) for camera in CAMERAS[name]]
EVERY_SCANNER = [(name, scanner) for name in (DEVELOPMENT, HELD_OUT) for scanner in SCANNERS[name]]


def sheet() -> PaperPage:
    """Return a white page at 100 dpi with a red bar, whose place is called "dot"."""
    pixels = np.full((1169, 827, 3), 255, np.uint8)
    left, top, right, bottom = map(int, DOT)
    pixels[top:bottom, left:right] = RED
    return PaperPage(pixels, 100).with_place("dot", corners_of(DOT))


def red_box(pixels: np.ndarray) -> np.ndarray:
    """Return left, top, right, bottom of what is red."""
    red, green, blue = (pixels[:, :, channel].astype(int) for channel in range(3))
    found = ((red > green + 60) & (red > blue + 60)).astype(np.uint8)
    x, y, wide, tall = cv2.boundingRect(cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)))
    return np.array([x, y, x + wide, y + tall])


def said_box(page: PaperPage) -> np.ndarray:
    """Return left, top, right, bottom of the place."""
    corners = dict(page.places)["dot"]
    return np.concatenate([corners.min(axis=0), corners.max(axis=0)])


@pytest.mark.parametrize(("set_name", "scanner"), EVERY_SCANNER, ids=lambda one: getattr(one, "name", one))
def test_a_place_is_where_the_scanner_shows_it(set_name: str, scanner: Scanner):
    coloured = replace(scanner, mode=COLOUR)

    made = scanned_page(sheet(), coloured, Random(3))

    assert np.abs(red_box(made.pixels) - said_box(made)).max() <= 4 * scanner.dpi / 200


@pytest.mark.parametrize(("set_name", "camera"), EVERY_CAMERA, ids=lambda one: getattr(one, "name", one))
def test_a_place_is_where_the_photo_shows_it(set_name: str, camera: Camera):
    made = photographed(sheet(), camera, Random(2), set_name)

    height = made.pixels.shape[0]
    assert np.abs(red_box(made.pixels) - said_box(made)).max() <= max(8, height / 300)


@pytest.mark.parametrize(
    "happens",
    [
        partial(turned, quarters=1),
        partial(turned, quarters=2),
        partial(turned, quarters=3),
        partial(curled, reach=0.01, rng=Random(1)),
        partial(bulged, strength=0.04),
    ],
)
def test_a_place_follows_turning_and_bending(happens: Callable[[PaperPage], PaperPage]):
    made = happens(sheet())

    assert np.abs(red_box(made.pixels) - said_box(made)).max() <= 4


@pytest.mark.parametrize("smaller", [True, False])
def test_a_place_follows_its_page_to_the_right_half(smaller: bool):
    blank = PaperPage(np.full((1169, 827, 3), 255, np.uint8), 100)

    made = side_by_side([blank, sheet()], smaller=smaller)

    assert np.abs(red_box(made.pixels) - said_box(made)).max() <= 4


def test_a_box_counts_points_from_the_lower_left_corner():
    page = sheet()

    box = box_on(page, corners_of(DOT))

    assert box == (216.0, 532.1, 259.2, 553.7)
