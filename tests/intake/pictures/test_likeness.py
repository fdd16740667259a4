"""Blank pages, and the same sheet seen twice."""

from random import Random

import numpy as np
from made_up.photographed_sheets import Shot, drawn_page, photographed, scanned
from made_up.sheets import VALUES, Sheet, grid_sheet

from intake.pictures.likeness import is_blank, same_sheet
from intake.pictures.picture import Picture, Pixels, dpi_of_sheet
from intake.pictures.straighten import StraightPage, straightened


def straight(shot: Shot, dpi: float | None = None) -> StraightPage:
    height, width = shot.pixels.shape[:2]
    [page] = straightened(Picture(shot.pixels, float(dpi or dpi_of_sheet(width, height, None))))
    return page


def form(*values: str) -> Pixels:
    return drawn_page(grid_sheet(values or VALUES).pdf())


def test_two_pictures_of_one_sheet_are_alike() -> None:
    photo = straight(photographed(form(), Random(1), size=(1350, 1800), desk="slate", tilt=6))
    scan = straight(scanned(form(), Random(2), degrees=1.4), 200)

    assert same_sheet(photo, scan)


def test_two_copies_of_one_form_filled_in_by_two_are_not() -> None:
    other = ("Brack and Sons", "Ottoline Brack", "Owner", "Both", "3 May 2021", "")

    one, two = (straight(scanned(form(*v), Random(3)), 200) for v in (VALUES, other))

    assert not same_sheet(one, two)


def test_an_empty_sheet_is_blank_though_print_shines_through() -> None:
    empty = np.full((2339, 1654, 3), 250, np.uint8)

    assert is_blank(straight(scanned(empty, Random(4), bleed=form()), 200))


def test_a_page_with_a_line_of_print_is_not_blank() -> None:
    sheet = Sheet()
    sheet.put(80, 700, "This page is left empty.")

    assert not is_blank(straight(scanned(drawn_page(sheet.pdf()), Random(5)), 200))
