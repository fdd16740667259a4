"""Decoding picture files of every kind within limits."""

import io
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from intake.page.unreadable import UnreadableError
from intake.pictures.decode import FRAMES_AT_MOST, count_pictures_in, picture_in, pictures_in
from pact.documents import ReadErrorCode

A4_AT_100 = (827, 1169)
HEIC = Path(__file__).parents[2] / "made_up" / "photo.heic"


def sheet(mode: str = "RGB", size: tuple[int, int] = A4_AT_100) -> Image.Image:
    """A white sheet with a dark field in its upper left quarter."""
    page = Image.new("RGB", size, "white")
    ImageDraw.Draw(page).rectangle((0, 0, size[0] // 4, size[1] // 4), fill=(10, 20, 120))
    return page.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def dark_corner(pixels: np.ndarray) -> tuple[bool, bool]:
    """Whether the dark field lies below the middle, and right of it."""
    dark = np.argwhere(pixels.mean(axis=2) < 128)
    y, x = dark.mean(axis=0)
    return bool(y > pixels.shape[0] / 2), bool(x > pixels.shape[1] / 2)


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        ("PNG", "image/png"),
        ("JPEG", "image/jpeg"),
        ("TIFF", "image/tiff"),
        ("GIF", "image/gif"),
        ("BMP", "image/bmp"),
        ("WEBP", "image/webp"),
    ],
)
def test_every_kind_of_picture_is_decoded_as_it_looks(kind: str, media_type: str) -> None:
    data = saved(sheet("P" if kind == "GIF" else "RGB"), kind)

    [picture] = pictures_in(data, media_type)

    assert picture.pixels.shape == (1169, 827, 3)
    assert np.abs(picture.pixels[50, 50].astype(int) - (10, 20, 120)).max() < 40
    assert picture.pixels[-9, -9].min() > 245


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_its_camera_was_held(orientation: int) -> None:
    upright = sheet()
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    laid = upright.transpose(Image.Transpose(back[orientation])) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation

    [picture] = pictures_in(saved(laid, "JPEG", exif=exif), "image/jpeg")

    assert (picture.width, picture.height) == A4_AT_100
    assert dark_corner(picture.pixels) == (False, False)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_a_jpeg_in_other_colours_becomes_rgb(mode: str) -> None:
    [picture] = pictures_in(saved(sheet(mode), "JPEG", progressive=True), "image/jpeg")

    assert picture.pixels.shape[2] == 3
    assert picture.pixels[-9, -9].min() > 240


def test_what_is_clear_is_paper() -> None:
    clear = Image.new("RGBA", (200, 100), (0, 0, 0, 0))

    [picture] = pictures_in(saved(clear, "PNG"), "image/png")

    assert picture.pixels.min() == 255


def test_a_clear_colour_of_a_palette_is_paper() -> None:
    clear = Image.new("P", (200, 100), 0)
    clear.putpalette([0, 0, 0, 255, 0, 0])

    [picture] = pictures_in(saved(clear, "PNG", transparency=0), "image/png")

    assert picture.pixels.min() == 255


def test_sixteen_bits_become_eight() -> None:
    deep = Image.fromarray(np.full((60, 90), 65535 // 2, np.uint16))

    [picture] = pictures_in(saved(deep, "PNG"), "image/png")

    assert set(np.unique(picture.pixels)) == {127}


def tiff_of_three() -> bytes:
    out = io.BytesIO()
    first = sheet("1", (1654, 2339))
    rest = [sheet("L", (800, 1000)), sheet("RGB", (600, 400))]
    first.save(out, "TIFF", save_all=True, append_images=rest, dpi=(200, 200), compression="tiff_lzw")
    return out.getvalue()


def test_a_tiff_gives_every_page_in_order() -> None:
    data = tiff_of_three()

    pictures = pictures_in(data, "image/tiff")

    assert [(p.width, p.height) for p in pictures] == [(1654, 2339), (800, 1000), (600, 400)]
    assert count_pictures_in(data, "image/tiff") == 3
    assert picture_in(data, "image/tiff", 1).height == 1000


@pytest.mark.parametrize(
    ("mode", "compression"),
    [("1", "group4"), ("L", "tiff_lzw"), ("RGB", "jpeg"), ("RGB", "tiff_adobe_deflate")],
)
def test_tiffs_of_scanners_are_decoded(mode: str, compression: str) -> None:
    data = saved(sheet(mode), "TIFF", compression=compression, dpi=(100, 100))

    [picture] = pictures_in(data, "image/tiff")

    assert dark_corner(picture.pixels) == (False, False)
    assert picture.dpi == 100


def test_the_dots_of_a_fax_are_made_square() -> None:
    fax = sheet("1", (1687, 1146))

    [picture] = pictures_in(saved(fax, "TIFF", compression="group4", dpi=(204, 98)), "image/tiff")

    assert picture.height / picture.width == pytest.approx(297 / 210, rel=0.01)
    assert picture.dpi == pytest.approx(204, abs=1)


def test_a_telephones_72_dpi_are_not_believed() -> None:
    [picture] = pictures_in(saved(sheet(size=(1500, 2000)), "JPEG", dpi=(72, 72)), "image/jpeg")

    assert picture.height * 72 / picture.dpi == pytest.approx(842)


def test_a_photo_of_48_megapixels_is_decoded_at_half_its_size() -> None:
    large = Image.new("RGB", (6048, 8064), "white")

    [picture] = pictures_in(saved(large, "JPEG"), "image/jpeg")

    assert (picture.width, picture.height) == (3024, 4032)


def test_a_heic_photo_is_decoded() -> None:
    [picture] = pictures_in(HEIC.read_bytes(), "image/heic")

    assert picture.pixels.shape[2] == 3
    assert picture.pixels.max() > 150


def test_a_picture_of_too_many_pixels_is_refused_by_its_head_alone() -> None:
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    data += struct.pack(">I", 4) + b"IDAT" + b"\0\0\0\0" + struct.pack(">I", zlib.crc32(b"IDAT\0\0\0\0"))

    with pytest.raises(UnreadableError) as refused:
        pictures_in(data, "image/png")

    assert refused.value.error.code is ReadErrorCode.TOO_LARGE


def test_a_tiff_of_too_many_pages_is_refused() -> None:
    dot = Image.new("1", (8, 8))
    data = saved(dot, "TIFF", save_all=True, append_images=[dot] * FRAMES_AT_MOST)

    with pytest.raises(UnreadableError) as refused:
        pictures_in(data, "image/tiff")

    assert refused.value.error.code is ReadErrorCode.TOO_MANY_PAGES


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (b"", "image/png", ReadErrorCode.EMPTY),
        (b"\xff\xd8\xff nothing", "image/jpeg", ReadErrorCode.DAMAGED),
        (saved(sheet(), "JPEG")[:3000], "image/jpeg", ReadErrorCode.DAMAGED),
        (saved(sheet(), "PNG")[:900], "image/png", ReadErrorCode.DAMAGED),
        (b"\0\0\0\x18ftypheic", "image/heic", ReadErrorCode.DAMAGED),
        (b"<svg/>", "image/svg+xml", ReadErrorCode.UNSUPPORTED),
    ],
)
def test_what_cannot_be_opened_is_said(data: bytes, media_type: str, code: ReadErrorCode) -> None:
    with pytest.raises(UnreadableError) as refused:
        pictures_in(data, media_type)

    assert refused.value.error.code is code


SMALL = {
    "image/png": saved(sheet(size=(60, 80)), "PNG"),
    "image/jpeg": saved(sheet(size=(60, 80)), "JPEG"),
    "image/tiff": saved(sheet(size=(60, 80)), "TIFF", compression="tiff_lzw"),
    "image/gif": saved(sheet("P", size=(60, 80)), "GIF"),
    "image/bmp": saved(sheet(size=(60, 80)), "BMP"),
    "image/webp": saved(sheet(size=(60, 80)), "WEBP"),
}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SMALL)), st.integers(0, 4000), st.binary(min_size=1, max_size=6))
def test_a_spoilt_picture_is_decoded_or_refused_and_nothing_else(
    media_type: str, place: int, junk: bytes
) -> None:
    data = SMALL[media_type]
    spoilt = data[: place % len(data)] + junk + data[place % len(data) + len(junk) :]

    try:
        shapes = {picture.pixels.shape[2] for picture in pictures_in(spoilt, media_type)}
    except UnreadableError:
        shapes = {3}

    assert shapes <= {3}


def test_pictures_are_held_in_one_piece_for_the_libraries() -> None:
    [picture] = pictures_in(SMALL["image/png"], "image/png")

    assert cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY).shape == (80, 60)
