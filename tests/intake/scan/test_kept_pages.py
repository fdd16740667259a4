"""Lines of a kept page are cut out where its words stand, and the streaks through them are told."""

import numpy as np
from made_up.drawn_papers import DPI, bare_paper, straight_page

from intake.scan.kept_pages import KeptPages, enlarged

TO_FILE = (1.0, 0.0, 100.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
"""The page lies 100 points from the left edge of its file's page."""

SCALE = DPI / 72


def kept(*, streak_px: int | None = None) -> KeptPages:
    """Return a page of 900 by 500 pixels with one word at 300 to 400, 200 to 230, kept as page 3."""
    pixels = bare_paper()
    pixels[200:230, 300:400:7] = 20
    if streak_px is not None:
        pixels[:, streak_px] = 90
    pages = KeptPages()
    pages.keep(straight_page(pixels), 3, TO_FILE)
    return pages


def box_in_file(left: int, top: int, right: int, bottom: int) -> tuple[float, float, float, float]:
    return (100 + left / SCALE, (500 - bottom) / SCALE, 100 + right / SCALE, (500 - top) / SCALE)


WORD = box_in_file(300, 200, 400, 230)


def test_the_lines_around_a_word_are_cut_out_whole():
    part = kept().lines(3, [WORD])

    assert part is not None
    height, width = part.page.gray.shape
    assert (30 <= height <= 70, width >= 300, int(part.page.gray.min()) < 90) == (True, True, True)


def test_a_page_that_was_not_kept_gives_nothing():
    assert kept().lines(4, [WORD]) is None


def test_words_beyond_the_page_give_nothing():
    assert kept().lines(3, [box_in_file(-300, 200, -280, 230)]) is None


def test_a_streak_is_told_in_points_of_the_file():
    part = kept(streak_px=500).lines(3, [WORD])

    assert part is not None
    assert np.allclose(part.streaks_pt, 100 + 500 / SCALE, atol=1.0)


def test_a_clean_page_has_no_streak():
    part = kept().lines(3, [WORD])

    assert part is not None
    assert part.streaks_pt == ()


def test_enlarged_lines_are_twice_as_large():
    page = straight_page(bare_paper(40, 20))

    assert (enlarged(page).gray.shape, enlarged(page).dpi) == ((40, 80), 2 * DPI)
