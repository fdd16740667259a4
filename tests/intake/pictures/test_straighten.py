"""Pages straightened: upright, level, flat, evenly lit, and every pixel of them traced to the file."""

from functools import cache
from random import Random

import cv2
import numpy as np
import pytest
from made_up.photographed_sheets import Shot, drawn_page, mapped, photographed, scanned, two_up
from made_up.sheets import Sheet, grid_sheet
from made_up.straightness import page_to_straight, straightness

from intake.ocr.eyes import Reader, SeenWord
from intake.pictures.picture import Picture, Pixels, dpi_of_sheet
from intake.pictures.straighten import StraightPage, straightened

PHOTO_SIZE = (1350, 1800)


@cache
def signature_page() -> Pixels:
    sheet = grid_sheet()
    sheet.canvas.setStrokeColorRGB(0.1, 0.15, 0.7)
    sheet.canvas.setLineWidth(2)
    sheet.scribble(230, 585)
    return drawn_page(sheet.pdf())


@cache
def text_page(seed: int) -> Pixels:
    rng, sheet = Random(seed), Sheet()
    words = ("gather", "repair", "people", "laptops", "buy", "together", "every", "office", "judge", "help")
    for row in range(34):
        text = " ".join(rng.choice(words) for _ in range(rng.randrange(6, 13)))
        sheet.put(70, 760 - 20 * row, text.capitalize())
    return drawn_page(sheet.pdf())


def picture_of(shot: Shot, dpi: float | None = None) -> Picture:
    height, width = shot.pixels.shape[:2]
    return Picture(shot.pixels, float(dpi or dpi_of_sheet(width, height, None)))


def in_gray(pixels: Pixels) -> Pixels:
    return np.asarray(np.dstack([cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)] * 3), np.uint8)


def only(pages: list[StraightPage]) -> StraightPage:
    [page] = pages
    return page


@pytest.mark.parametrize(
    ("degrees", "quarter_turns", "dpi", "bed"),
    [(0.0, 0, 150, 250), (2.8, 0, 200, 246), (-1.3, 1, 200, 20), (3.4, 2, 150, 200), (-0.4, 3, 300, 255)],
)
def test_a_scan_laid_askew_or_turned_comes_out_level(
    degrees: float, quarter_turns: int, dpi: int, bed: int
) -> None:
    shot = scanned(
        signature_page(), Random(dpi), degrees=degrees, quarter_turns=quarter_turns, dpi=dpi, bed=bed
    )
    picture = picture_of(shot, dpi)

    page = only(straightened(picture))

    straight = straightness(page, picture, shot)
    assert straight.is_upright
    assert straight.skew_degrees < 0.2
    assert straight.scale == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(
    ("desk", "quarter_turns", "tilt", "extra"),
    [
        ("wood", 0, 12, {}),
        ("slate", 1, 8, {"thumb": True}),
        ("light", 2, 8, {"shadow": True}),
        ("white", 0, 8, {}),
        ("tiles", 3, 12, {"lamp": True}),
        ("cloth", 0, 8, {"roll": 30.0, "fill": 0.75}),
        ("wood", 0, 8, {"cut": 0.05}),
    ],
)
def test_a_photo_is_flattened_and_stood_upright(
    desk: str, quarter_turns: int, tilt: float, extra: dict[str, object]
) -> None:
    rng = Random(f"{desk}{quarter_turns}")
    shot = photographed(
        signature_page(), rng, size=PHOTO_SIZE, desk=desk, quarter_turns=quarter_turns, tilt=tilt, **extra
    )
    picture = picture_of(shot)

    page = only(straightened(picture))

    straight = straightness(page, picture, shot)
    assert straight.is_upright
    assert straight.skew_degrees < 0.3
    assert straight.row_error_px < 3


def test_every_pixel_knows_its_place_in_the_file() -> None:
    shot = photographed(signature_page(), Random(4), size=PHOTO_SIZE, desk="slate", tilt=10)
    picture = picture_of(shot)

    page = only(straightened(picture))

    corners = [(0.0, 0.0), (595.0, 0.0), (595.0, 842.0), (0.0, 842.0)]
    seen = mapped(page_to_straight(page, picture, shot), corners)
    wanted = np.array(corners) * page.dpi / 72
    assert np.abs(seen - wanted).max() < 12


def test_a_curled_sheet_has_level_rows_again() -> None:
    flat, curled = (
        photographed(text_page(2), Random(8), size=PHOTO_SIZE, desk="slate", tilt=4, curl=curl)
        for curl in (0.0, 7.0)
    )

    page = only(straightened(picture_of(curled)))

    assert "curl flattened" in page.notes
    assert row_bands(page) > 0.85 * row_bands(only(straightened(picture_of(flat))))


def row_bands(page: StraightPage) -> float:
    """How sharply rows of print stand against the paper between them, 0..1."""
    rows = (255.0 - page.gray[:, 200:-200]).mean(axis=1)
    return float(np.abs(np.diff(rows)).sum() / rows.sum())


def test_a_flat_sheet_is_not_bent() -> None:
    shot = scanned(text_page(3), Random(3), degrees=1.2)

    page = only(straightened(picture_of(shot, 200)))

    assert "curl flattened" not in page.notes


def test_the_ink_of_a_blue_pen_stays_blue_under_a_yellow_lamp() -> None:
    shot = photographed(signature_page(), Random(6), size=PHOTO_SIZE, desk="slate", tilt=4, lamp=True)

    page = only(straightened(picture_of(shot)))

    written, printed = page.pixels[685:750, 620:930], page.pixels[320:420, 200:500]
    blueness = [ink_colour(part)[2] - ink_colour(part)[0] for part in (written, printed)]
    assert blueness[0] > 40
    assert blueness[1] < 15
    assert np.median(page.pixels[1200:1300, 800:900], axis=(0, 1)).min() > 245


def ink_colour(part: Pixels) -> np.ndarray:
    """The colour of the darkest hundredth."""
    tones = part.astype(float).mean(axis=2)
    return np.median(part[tones <= np.percentile(tones, 1)].astype(float), axis=0)


def test_black_borders_and_punched_holes_are_gone() -> None:
    shot = scanned(signature_page(), Random(5), degrees=1.5, bed=15, holes=True)

    page = only(straightened(picture_of(shot, 200)))

    assert np.mean(page.gray[:, :60] < 100) < 0.01
    assert np.mean(page.gray[:, -60:] < 100) < 0.01
    hole = page.gray[round(0.365 * 2339) - 20 : round(0.365 * 2339) + 20, 75:115]
    assert hole.mean() > 200


def test_print_that_shines_through_is_paper() -> None:
    shot = scanned(signature_page(), Random(7), bleed=text_page(4))

    page = only(straightened(picture_of(shot, 200)))

    below_the_table = page.gray[1000:2200, 150:1500]
    assert np.mean(below_the_table < 200) < 0.001


@pytest.mark.parametrize(("scale", "quarter_turns"), [(1.0, 0), (0.707, 0), (1.0, 1)])
def test_two_pages_side_by_side_are_parted_left_before_right(scale: float, quarter_turns: int) -> None:
    rng = Random(1)
    shot = two_up(
        text_page(5), signature_page(), rng, degrees=(1.5, -1.2), scale=scale, quarter_turns=quarter_turns
    )
    picture = picture_of(shot, 200)

    pages = straightened(picture)

    found = [straightness(page, picture, shot, index) for index, page in enumerate(pages)]
    assert [each.is_upright for each in found] == [True, True]
    assert max(each.skew_degrees for each in found) < 0.3
    assert [each.scale for each in found] == pytest.approx([1.0, 1.0], abs=0.03)


def lying(columns: int, *, ruled: bool, gap: float) -> Pixels:
    """A page that lies, in columns of text or as a table."""
    sheet = Sheet(size=(842, 595), points=10)
    width = (842 - 100 - gap * (columns - 1)) / columns
    words = "many people gather every week to repair the things they own together again"
    for row in range(20):
        for column in range(columns):
            sheet.put(50 + column * (width + gap), 520 - 22 * row, words[: int(width / 5.4)])
        if ruled:
            sheet.line(50, 514 - 22 * row, 792, 514 - 22 * row)
    return drawn_page(sheet.pdf())


@pytest.mark.parametrize(("columns", "ruled", "gap"), [(2, False, 24), (2, True, 90), (3, True, 20)])
def test_a_table_or_columns_are_never_parted(columns: int, *, ruled: bool, gap: float) -> None:
    shot = scanned(lying(columns, ruled=ruled, gap=gap), Random(columns), degrees=0.8)

    pages = straightened(picture_of(shot, 200))

    assert len(pages) == 1


class EyesThatReadUpright:
    """Reads words only off print that stands upright: where more ink is above the middle of its rows."""

    def __init__(self) -> None:
        self.asked = 0

    def turn_to(self, page: int, pages: int) -> None:
        return

    def read(self, pixels: Pixels, reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        self.asked += 1
        half = pixels.shape[0] // 2
        dark = pixels < 128
        is_upright = dark[:half].sum() > dark[half:].sum()
        return (SeenWord("ORGANISATION", (0, 0, 9, 9), 0.9, 0),) * (4 if is_upright else 0)


def capitals_page() -> Pixels:
    """Nothing on it tells up from down but what it says: capitals of one height, both margins even."""
    sheet = Sheet(face="Courier")
    for row in range(2):
        sheet.put(100, 600 - 40 * row, "HHIIHH IIHHII HIHIHI HHHIII IHIHIH"[: 34 - 17 * row])
    return drawn_page(sheet.pdf())


def test_eyes_are_asked_where_the_letters_do_not_tell() -> None:
    shot = scanned(capitals_page(), Random(2), quarter_turns=2)
    eyes = EyesThatReadUpright()

    straightened(picture_of(shot, 200), eyes)

    assert eyes.asked == 2


def test_eyes_are_not_asked_where_the_letters_tell() -> None:
    eyes = EyesThatReadUpright()

    straightened(Picture(text_page(9), 200.0), eyes)

    assert eyes.asked == 0


def test_a_page_without_print_stays_as_it_is() -> None:
    empty = np.full((1169, 827, 3), 250, np.uint8)

    page = only(straightened(Picture(empty, 100.0)))

    assert page.pixels.shape == pytest.approx((2338, 1654, 3), abs=2)
    assert page.pixels.min() > 245


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (400, 3), (40, 40)])
def test_pictures_of_any_size_are_borne(size: tuple[int, int]) -> None:
    speck = cv2.randu(np.zeros((*size, 3), np.uint8), 0, 255)

    pages = straightened(Picture(np.asarray(speck, np.uint8), float(dpi_of_sheet(size[1], size[0], None))))

    assert len(pages) == 1


def test_a_gray_scan_comes_out_as_it_would_if_it_were_read_in_colour() -> None:
    gray = in_gray(
        scanned(signature_page(), Random(5), degrees=1.2, quarter_turns=0, dpi=150, bed=250).pixels
    )
    tinted = gray.copy()
    tinted[0, 0] = gray[0, 0] ^ np.array([0, 0, 1], np.uint8)

    one, other = (only(straightened(Picture(pixels, 150.0))) for pixels in (gray, tinted))

    assert np.array_equal(one.pixels[50:, 50:], other.pixels[50:, 50:])


def test_a_scan_with_paper_all_round_is_the_whole_page() -> None:
    picture = Picture(in_gray(text_page(7)), 200.0)

    page = only(straightened(picture))

    assert page.notes == ()
    assert np.allclose(page.gray.shape, (picture.height, picture.width), atol=1)
