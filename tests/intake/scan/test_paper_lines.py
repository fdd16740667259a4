"""Long straight lines are found, broken, dotted and a little askew; what is drawn by hand is none."""

import math

import cv2
import numpy as np
from made_up.drawn_papers import bare_paper, straight_page

from intake.scan.paper_lines import ruled_paper, rules_on


def places(pixels: np.ndarray) -> list[tuple[int, int, int, int]]:
    """Return the rules as left, top, right, bottom in pixels."""
    scale, height = 200 / 72, pixels.shape[0]
    rules = rules_on(straight_page(pixels))
    return [
        (round(r[0] * scale), round(height - r[3] * scale), round(r[2] * scale), round(height - r[1] * scale))
        for r in rules
    ]


def test_a_table_of_two_cells_has_three_level_lines_and_two_upright_ones():
    pixels = bare_paper()
    for y in (100, 160, 220):
        cv2.line(pixels, (80, y), (800, y), (0, 0, 0), 2)
    for x in (80, 800):
        cv2.line(pixels, (x, 100), (x, 220), (0, 0, 0), 2)

    found = places(pixels)

    assert [r[2] - r[0] > 700 for r in found] == [True, True, True, False, False]


def test_a_line_that_falls_by_half_a_degree_is_one_rule():
    pixels = bare_paper()
    fall = round(700 * math.tan(math.radians(0.5)))
    cv2.line(pixels, (100, 200), (800, 200 + fall), (90, 90, 90), 2, cv2.LINE_AA)

    found = places(pixels)

    assert len(found) == 1
    assert found[0][2] - found[0][0] > 680


def test_a_dotted_line_is_a_rule():
    pixels = bare_paper()
    for x in range(120, 760, 9):
        cv2.circle(pixels, (x, 240), 1, (30, 30, 30), -1)

    found = places(pixels)

    assert len(found) == 1
    assert found[0][2] - found[0][0] > 600


def test_a_broken_line_is_one_rule():
    pixels = bare_paper()
    for x in range(100, 800, 90):
        cv2.line(pixels, (x, 300), (x + 70, 300), (0, 0, 0), 2)

    assert len(places(pixels)) == 1


def test_an_oval_has_no_straight_part():
    pixels = bare_paper()
    cv2.ellipse(pixels, (400, 250), (150, 30), 0, 0, 360, (20, 20, 90), 4, cv2.LINE_AA)

    assert places(pixels) == []


def test_print_has_no_straight_part():
    pixels = bare_paper()
    cv2.putText(pixels, "TELEFELTEFLEHT", (60, 200), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (0, 0, 0), 2)

    assert places(pixels) == []


def test_a_stroke_across_a_rule_stays_whole():
    pixels = bare_paper()
    cv2.line(pixels, (80, 200), (820, 200), (0, 0, 0), 3)
    cv2.line(pixels, (300, 150), (320, 260), (20, 20, 120), 4, cv2.LINE_AA)

    pieces = ruled_paper(straight_page(pixels)).pieces
    heights = pieces.height[pieces.area > 30]

    assert heights.tolist() == [heights.max()]
    assert heights.max() > 105
