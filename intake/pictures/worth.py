"""What a picture is worth as a document: told from logos, portraits and banners by what it shows."""

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from intake.ocr.eyes import NO_EYES, Eyes, EyesClosedError, Reader, SeenWord
from intake.pictures.letter_height import letter_height
from intake.pictures.level_view import VIEW_DPI, LevelView, gray_at, gray_of, levelled
from intake.pictures.picture import Picture, Pixels
from intake.pictures.sheet_view import sheet_on

_AREA_AT_LEAST = 12_000  # pixels: an icon, a bullet, a dot that counts who opened the mail
_LOOKED_AT_AREA = 2_400_000
_ENLARGED_BELOW = 900_000  # pixels: letters of few pixels grow together unless enlarged first
_READABLE_PX = 5.0  # the height of an x: print of 11 points at 60 dots an inch
_READ_WELL_PX = 10.0
_FIRM = 0.55
_LETTERS_OF_PAGE, _ROWS_OF_PAGE = 110, 8
_LETTERS_OF_FORM, _ROWS_OF_FORM = 36, 4
_PAGE_SHAPE = (0.5, 0.96)  # short by long side
_FOOTER_HEIGHT_PX = 320
_FOOTER_SHAPE = 1.6  # width by height
_CONTACT_WORDS = frozenset(
    (
        "tel",
        "phone",
        "mobile",
        "mob",
        "fax",
        "www",
        "http",
        "https",
        "email",
        "mail",
        "linkedin",
        "unsubscribe",
    )
)
_PAPER_WORDS = frozenset(
    ("signed", "signature", "signatory", "organisation", "organization", "participation", "procuring")
).union(("coordinating", "undersigned", "support", "pact", "declare", "hereby", "sincerely", "faithfully"))


class Worth(StrEnum):
    """What a picture can be used for."""

    DOCUMENT = "document"
    TOO_SMALL = "too_small"
    NO_DOCUMENT = "no_document"


@dataclass(frozen=True, slots=True)
class PageWorth:
    """What a picture is worth, the height of its letters in pixels of the picture (0: none seen), how many
    rows of print it shows, and for its sender, where it is too small, how to send it larger."""

    worth: Worth
    letter_px: float = 0.0
    rows: int = 0
    sentence: str = ""


def page_worth(picture: Picture, eyes: Eyes = NO_EYES) -> PageWorth:
    """Return whether the picture shows a document that can be read. ``eyes`` are asked in doubt only."""
    if picture.width * picture.height < _AREA_AT_LEAST or min(picture.width, picture.height) < 40:
        return PageWorth(Worth.NO_DOCUMENT)
    view, scale = _looked_at(picture)
    rows, letters = _print_on(view)
    if rows < _ROWS_OF_FORM and picture.width * picture.height > _ENLARGED_BELOW:
        # The pattern of a desk can drown the print: look at the sheet alone.
        view, _ = sheet_on(picture, gray_of(picture))
        view, scale = levelled(view, gray_of(picture)), VIEW_DPI / picture.dpi
        rows, letters = _print_on(view)
    letter_px = letter_height(view) / scale
    shows = _shows_document(picture, rows, letters)
    if shows is None:
        shows = _reads_like_document(view.gray, eyes, by_default=not _is_footer_like(picture))
    if not shows:
        return PageWorth(Worth.NO_DOCUMENT, letter_px, rows)
    if letter_px < _READABLE_PX:
        return PageWorth(Worth.TOO_SMALL, letter_px, rows, _how_to_send(picture, letter_px))
    return PageWorth(Worth.DOCUMENT, letter_px, rows)


def _looked_at(picture: Picture) -> tuple[LevelView, float]:
    """Return the picture level, at a size at which its letters can be told, and how many times larger."""
    area = picture.width * picture.height
    scale = min(1.0, (_LOOKED_AT_AREA / area) ** 0.5) if area > _ENLARGED_BELOW else 2.5
    gray = gray_at(picture, min(1.0, scale))
    width, height = round(picture.width * scale), round(picture.height * scale)
    return levelled(gray.seen_through(np.diag([scale, scale, 1.0]), width, height), gray), scale


def _print_on(view: LevelView) -> tuple[int, int]:
    """How many rows of print there are, and how many letters in them. Leaves and gravel stand on no line."""
    rows = [row for row in view.rows if max(row.firmness) >= _FIRM]
    return len(rows), sum(len(row.boxes) for row in rows)


def _shows_document(picture: Picture, rows: int, letters: int) -> bool | None:
    """Return whether so much print makes a document; None where it takes reading to tell."""
    if rows < 2 or letters < 16:
        return False
    if rows >= _ROWS_OF_PAGE and letters >= _LETTERS_OF_PAGE:
        return None if _is_footer_like(picture) else True
    shape = min(picture.width, picture.height) / max(picture.width, picture.height)
    is_page_shaped = _PAGE_SHAPE[0] <= shape <= _PAGE_SHAPE[1] and _paper_share(picture.pixels) > 0.5
    if (
        rows >= _ROWS_OF_FORM
        and letters >= _LETTERS_OF_FORM
        and is_page_shaped
        and not _is_footer_like(picture)
    ):
        return True
    return None if rows >= 3 and letters >= 30 else False


def _is_footer_like(picture: Picture) -> bool:
    """Whether it has the size and shape of what stands under a mail: a card, a banner, an award."""
    return picture.height < _FOOTER_HEIGHT_PX and picture.width > _FOOTER_SHAPE * picture.height


def _paper_share(pixels: Pixels) -> float:
    """The share of the picture that is light and of hardly any colour."""
    step = max(1, max(pixels.shape[:2]) // 200)
    lab = np.asarray(cv2.cvtColor(pixels[::step, ::step].copy(), cv2.COLOR_RGB2LAB), np.float32)
    lightest = float(np.percentile(lab[:, :, 0], 90))
    colour = np.abs(lab[:, :, 1:] - np.median(lab[:, :, 1:], axis=(0, 1))).sum(axis=2)
    return float(np.mean((lab[:, :, 0] > 0.62 * lightest) & (colour < 20)))


def _reads_like_document(gray: Pixels, eyes: Eyes, *, by_default: bool) -> bool:
    try:
        words = eyes.read(gray, Reader.PRINT)
    except EyesClosedError:
        return by_default
    read = [_plain(word) for word in words if word.score > 0.5]
    known = sum(word in _PAPER_WORDS for word in read)
    contact = sum(word in _CONTACT_WORDS for word in read) + sum("@" in word.text for word in words)
    if known or contact:
        return known > contact
    return by_default and sum(len(word) >= 3 for word in read) >= 8


def _plain(word: SeenWord) -> str:
    return "".join(letter for letter in word.text.casefold() if letter.isalpha())


def _how_to_send(picture: Picture, letter_px: float) -> str:
    larger = _READ_WELL_PX / max(letter_px, 1.0)
    width, height = (int(-(-side * larger // 100) * 100) for side in (picture.width, picture.height))
    return (
        f"The letters in this picture of {picture.width} x {picture.height} pixels are too small to be read. "
        f"Please send it again with at least {width} x {height} pixels (as the camera took it, not made "
        "smaller for mailing), or as a PDF scanned at 200 dots per inch."
    )
