"""Pictures of pages: the mark lies where the thing stands, also on turned and shifted pages."""

import io

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from intake.explain.drawn_page import drawn
from intake.explain.page_order import Mark, PageOrder
from intake.explain.page_raster import raster_of
from intake.page.unreadable import UnreadableError
from intake.reading.sniff import MediaType

RED = "#c1121f"
BLACK_SQUARE = (100.0, 600.0, 160.0, 660.0)
"""Where every test page has a black square, in the page's own points."""


def page_with_square() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.rect(100, 600, 60, 60, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def with_page_keys(data: bytes, **keys: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name, value in keys.items():
            pdf.pages[0].obj[f"/{name}"] = value
        pdf.save(out)
    return out.getvalue()


def picture(data: bytes, order: PageOrder, media_type: MediaType = MediaType.PDF) -> Image.Image:
    png = drawn(raster_of(data, media_type, order.page, order.dpi), order)
    return Image.open(io.BytesIO(png)).convert("RGB")


def share_of_black(image: Image.Image) -> float:
    return sum(image.convert("L").point(lambda level: level < 60 and 255).histogram()[255:]) / (
        image.width * image.height
    )


@pytest.mark.parametrize(
    "data",
    [
        page_with_square(),
        with_page_keys(page_with_square(), Rotate=90),
        with_page_keys(page_with_square(), Rotate=180),
        with_page_keys(page_with_square(), CropBox=pikepdf.Array([50, 300, 500, 800])),
    ],
    ids=["plain", "turned", "upside down", "cropped"],
)
def test_a_crop_shows_what_stands_in_its_box(data: bytes):
    crop = picture(data, PageOrder(1, 72.0, crop_pt=BLACK_SQUARE))

    assert share_of_black(crop) == pytest.approx(60 * 60 / (76 * 76), abs=0.04)


def test_a_mark_frames_its_box():
    marked = picture(page_with_square(), PageOrder(1, 72.0, marks=(Mark(BLACK_SQUARE, RED),)))

    assert marked.getpixel((98, 200)) == (0xC1, 0x12, 0x1F)
    assert marked.getpixel((60, 200)) == (255, 255, 255)


def test_a_page_that_viewers_turn_is_shown_as_they_show_it():
    turned = picture(with_page_keys(page_with_square(), Rotate=90), PageOrder(1, 72.0))

    assert turned.size == (842, 595)


def test_a_photo_counts_points_from_its_lower_left_corner():
    photo = Image.new("RGB", (842, 595), "white")
    photo.paste("black", (10, 500, 70, 560))
    out = io.BytesIO()
    photo.save(out, "PNG")

    crop = picture(out.getvalue(), PageOrder(1, 72.0, crop_pt=(10.0, 35.0, 70.0, 95.0)), MediaType.PNG)

    assert share_of_black(crop) == pytest.approx(60 * 60 / (76 * 76), abs=0.04)


def test_a_box_beyond_the_page_still_gives_a_picture():
    crop = picture(page_with_square(), PageOrder(1, 72.0, crop_pt=(5000.0, 5000.0, 6000.0, 6000.0)))

    assert min(crop.size) >= 1


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_said(page: int):
    with pytest.raises(UnreadableError):
        raster_of(page_with_square(), MediaType.PDF, page, 72.0)


def test_a_word_file_has_no_page_to_show():
    with pytest.raises(UnreadableError):
        raster_of(b"PK", MediaType.DOCX, 1, 72.0)
