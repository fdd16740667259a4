"""Pictures of documents told from what else mails carry, by what they show."""

import io
from functools import cache
from random import Random

import cv2
import numpy as np
import pytest
from made_up.blind_pictures import logo_png, signature_png, stamp_png
from made_up.photographed_sheets import desk_picture, drawn_page, photographed
from made_up.sheets import Sheet, grid_sheet
from PIL import Image, ImageDraw, ImageFont

from intake.ocr.eyes import Reader, SeenWord
from intake.pictures.picture import Picture, Pixels, dpi_of_sheet
from intake.pictures.worth import Worth, page_worth


def picture_of(pixels: Pixels) -> Picture:
    return Picture(np.ascontiguousarray(pixels), float(dpi_of_sheet(pixels.shape[1], pixels.shape[0], None)))


def over_white(png: bytes) -> Pixels:
    image = Image.open(io.BytesIO(png)).convert("RGBA")
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image.getchannel("A"))
    return np.asarray(sheet)


@cache
def page_at(dpi: int) -> Pixels:
    sheet = grid_sheet()
    for row in range(8):
        sheet.put(70, 520 - 20 * row, "Whoever signs declares to have the power to do so for all of us.")
    scale = dpi / 200
    small = cv2.resize(drawn_page(sheet.pdf()), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def footer() -> Pixels:
    """What stands under a mail: a mark, a name, and how to reach somebody."""
    image = Image.new("RGB", (620, 210), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((12, 20, 180, 188), fill="#08a")
    lines = ("Ottoline Brack", "Adviser on Equipment", "Tel 0101 555 123", "www.example.org", "o@example.org")
    for row, line in enumerate(lines):
        pen.text((210, 18 + 36 * row), line, fill="#222", font=ImageFont.load_default(22))
    return np.asarray(image)


def banner() -> Pixels:
    image = Image.new("RGB", (1200, 300), "#063")
    ImageDraw.Draw(image).text((300, 90), "Join us in June", fill="white", font=ImageFont.load_default(80))
    return np.asarray(image)


@pytest.mark.parametrize("dpi", [72, 96, 150, 200])
def test_a_page_is_a_document(dpi: int) -> None:
    assert page_worth(picture_of(page_at(dpi))).worth is Worth.DOCUMENT


@pytest.mark.parametrize("dpi", [36, 45])
def test_a_page_whose_letters_are_too_small_is_said_with_how_to_send_it(dpi: int) -> None:
    worth = page_worth(picture_of(page_at(dpi)))

    assert worth.worth is Worth.TOO_SMALL
    assert "at least" in worth.sentence
    assert "200 dots per inch" in worth.sentence


@pytest.mark.parametrize("desk", ["wood", "cloth", "white"])
def test_a_photo_of_a_page_is_a_document(desk: str) -> None:
    shot = photographed(page_at(200), Random(desk), size=(1200, 1600), desk=desk)

    assert page_worth(picture_of(shot.pixels)).worth is Worth.DOCUMENT


@pytest.mark.parametrize(
    "pixels",
    [
        over_white(logo_png("K")),
        over_white(stamp_png("CITY OFFICE")),
        over_white(signature_png(3)),
        over_white(signature_png(4, white=True)),
        banner(),
        footer(),
        desk_picture("wood", (900, 700), Random(1)),
        desk_picture("tiles", (900, 700), Random(2)),
        np.zeros((1, 1, 3), np.uint8),
        np.full((900, 700, 3), 255, np.uint8),
    ],
    ids=[
        "logo",
        "stamp",
        "signature",
        "signature on white",
        "banner",
        "footer",
        "wood",
        "tiles",
        "dot",
        "blank",
    ],
)
def test_what_is_no_document_is_told(pixels: Pixels) -> None:
    assert page_worth(picture_of(pixels)).worth is Worth.NO_DOCUMENT


class EyesThatSee:
    """Reads the same words everywhere."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def turn_to(self, page: int, pages: int) -> None:
        return

    def read(self, pixels: Pixels, reader: Reader, languages: str = "eng") -> tuple[SeenWord, ...]:
        return tuple(SeenWord(word, (0, 0, 9, 9), 0.9, 0) for word in self.words)


def cutting() -> Pixels:
    """A signature block cut out of a page, low and wide like a footer."""
    sheet = Sheet()
    lines = ("Organisation  Ottoline Works", "Name  Ottoline Brack", "Title  Director of all")
    for row, line in enumerate((*lines, "Participation  procuring", "Date  3 May 2022")):
        sheet.put(40, 800 - 18 * row, line)
    return drawn_page(sheet.pdf())[80:330, 60:700]


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        (("Organisation", "Participation", "Signature"), Worth.DOCUMENT),
        (("Tel", "Mobile", "www", "ottoline@example.org"), Worth.NO_DOCUMENT),
    ],
)
def test_words_decide_where_the_shape_does_not(words: tuple[str, ...], worth: Worth) -> None:
    assert page_worth(picture_of(cutting()), EyesThatSee(*words)).worth is worth
