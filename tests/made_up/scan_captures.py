"""From sheets of paper to a file with its label: through scanners and cameras, turned, joined, packed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from random import Random

import cv2
import numpy as np
import pikepdf
from made_up.cameras import CAMERAS, Camera, photographed
from made_up.filled_forms import Paper
from made_up.labels import PDF, Handwriting, Label, MadeDocument
from made_up.paper_pages import PaperPage, Points
from made_up.paper_wear import worn
from made_up.picture_files import add_picture_page, jpeg, picture_pdf, png, saved, tiff
from made_up.scanners import COLOUR, SCANNERS, Scanner, scanned_page
from made_up.text_layers import add_text_layer

from pact.documents import BoxPt

TOO_SMALL = "picture_too_small"
JPEG, PNG, TIFF = "image/jpeg", "image/png", "image/tiff"


@dataclass(frozen=True, slots=True)
class Captured:
    """A file made of pictures, and the pages as they are in it."""

    data: bytes
    pages: Sequence[PaperPage]
    capture: str
    media_type: str = PDF
    file_name: str = "scan.pdf"
    medium: str = "scan_pdf"
    first_page: int = 1
    readable: bool = True


def made_of(paper: Paper, captured: Captured, family: str) -> MadeDocument:
    """Return the document with its label."""
    return MadeDocument(
        captured.file_name, captured.data, label_of(paper, captured, family), captured.media_type
    )


def label_of(paper: Paper, captured: Captured, family: str) -> Label:
    """Return the truth about the paper, with the places of pens as the file has them."""
    found = by_hand(captured.pages, captured.first_page)
    blocks = [
        replace(label, by_hand=_of_block(found, f"{number}:")) for number, label in enumerate(paper.labels)
    ]
    return Label(
        paper.kind,
        tuple(blocks),
        endorses=paper.endorses,
        medium=captured.medium,
        family=family,
        layout=paper.layout,
        mark_style=paper.mark_style,
        date_style=paper.date_style,
        font=paper.font,
        capture=captured.capture,
        readable=captured.readable,
        altered=paper.altered,
        remarks=() if captured.readable else (TOO_SMALL,),
    )


def by_hand(pages: Sequence[PaperPage], first_page: int = 1) -> tuple[Handwriting, ...]:
    """Return where pens wrote on the pages, by the names of places."""
    found = []
    for number, page in enumerate(pages, first_page):
        found += [Handwriting(name, number, box_on(page, corners)) for name, corners in page.places]
    return tuple(found)


def box_on(page: PaperPage, corners: Points) -> BoxPt:
    """Return the box of some points in points of the page that the file shows."""
    height = page.pixels.shape[0]
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    edges = (left, height - bottom, right, height - top)
    box = tuple(round(float(edge) / page.points, 1) for edge in edges)
    return box[0], box[1], box[2], box[3]


def scanned_pages(paper: Paper, rng: Random, set_name: str) -> tuple[list[PaperPage], Scanner]:
    """Return the sheets as one machine of the set scans them, worn as paper is."""
    scanner = rng.choice(SCANNERS[set_name])
    return [scanned_page(worn(page, rng), scanner, rng) for page in paper.pages], scanner


def as_pdf(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan into a PDF of pictures, as most machines do: sheet by sheet, for copies are long."""
    scanner, pdf, pages = rng.choice(SCANNERS[set_name]), pikepdf.new(), []
    for sheet in paper.pages:
        page = scanned_page(worn(sheet, rng), scanner, rng)
        add_picture_page(pdf, page, scanner)
        pages.append(without_pixels(page))
    return Captured(saved(pdf), pages, scanner.name)


def without_pixels(page: PaperPage) -> PaperPage:
    """Return the page as large as it was, with its places, taking no memory."""
    return replace(page, pixels=np.broadcast_to(np.uint8(255), page.pixels.shape))


def as_turned_pdf(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan upside down or sideways; at times the PDF says how to turn it back."""
    pages, scanner = scanned_pages(paper, rng, set_name)
    quarters = rng.choice((1, 2, 3))
    pages = [turned(page, quarters) for page in pages]
    rotate = quarters * 90 if rng.random() < 0.25 else 0
    name = f"{scanner.name}_turned_{quarters * 90}{'_noted' if rotate else ''}"
    return Captured(picture_pdf(pages, scanner, rotate), pages, name)


def as_layered_pdf(kind: str, paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan into a PDF with a text layer of one of TEXT_LAYERS."""
    pages, scanner = scanned_pages(paper, rng, set_name)
    pdf = pikepdf.new()
    for page in pages:
        add_text_layer(pdf, add_picture_page(pdf, page, scanner), page, kind, rng)
    return Captured(saved(pdf), pages, f"{scanner.name}_text_{kind}")


def behind_text(text: bytes, paper: Paper, rng: Random, set_name: str) -> Captured:
    """Put the scanned sheets behind the digital pages of ``text``, in one PDF."""
    pages, scanner = scanned_pages(paper, rng, set_name)
    with pikepdf.open(BytesIO(text)) as pdf:
        first = len(pdf.pages) + 1
        for page in pages:
            add_picture_page(pdf, page, scanner)
        return Captured(saved(pdf), pages, f"{scanner.name}_behind_text", first_page=first)


def as_two_up(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan two sheets side by side on one page: full size as A3, or made smaller as A4."""
    pages, scanner = scanned_pages(paper, rng, set_name)
    joined = side_by_side(pages, smaller=rng.random() < 0.5 and scanner.dpi >= 200)
    return Captured(picture_pdf([joined], scanner), [joined], f"{scanner.name}_two_up")


def as_picture(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan the last sheet into a PNG or JPEG."""
    pages, scanner = scanned_pages(replace(paper, pages=paper.pages[-1:]), rng, set_name)
    gray = scanner.mode != COLOUR
    if rng.random() < 0.5:
        data = png(pages[0], gray=gray)
        return Captured(data, pages, f"{scanner.name}_png", PNG, "scan.png", "scan_picture")
    data = jpeg(pages[0], scanner.quality, gray=gray, with_dpi=True)
    return Captured(data, pages, f"{scanner.name}_jpeg", JPEG, "scan.jpg", "scan_picture")


def as_tiff(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Scan all sheets into one TIFF."""
    pages, scanner = scanned_pages(paper, rng, set_name)
    return Captured(tiff(pages, scanner), pages, f"{scanner.name}_tiff", TIFF, "scan.tif", "scan_picture")


def as_photo(paper: Paper, rng: Random, set_name: str, camera: Camera | None = None) -> Captured:
    """Photograph the last sheet."""
    camera = camera or rng.choice(CAMERAS[set_name])
    page = photographed(worn(paper.pages[-1], rng, share=0.08), camera, rng, set_name)
    data = jpeg(page, camera.quality, exif=camera.exif)
    name = rng.choice(("image0.jpeg", "IMG_4711.jpg", "photo.jpg"))
    return Captured(data, [page], camera.name, JPEG, name, "photo")


def as_small_photo(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Photograph the last sheet and send it so small that nobody can read it."""
    camera = replace(rng.choice(CAMERAS[set_name]), megapixels=rng.uniform(0.014, 0.03), blur=0.5, motion=0)
    captured = as_photo(paper, rng, set_name, camera)
    return replace(captured, capture=f"{camera.name}_too_small", readable=False)


def as_shrunk_photo(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Photograph the last sheet; the mail program made it smaller, to what a person can just read."""
    sharp = replace(rng.choice(CAMERAS[set_name]), megapixels=rng.uniform(0.8, 1.3), blur=0.3, motion=0)
    captured = as_photo(paper, rng, set_name, sharp)
    return replace(captured, capture=f"{sharp.name}_shrunk")


def as_screenshot(paper: Paper, rng: Random, set_name: str) -> Captured:
    """Show the last sheet in a window and keep a picture of the screen."""
    page = paper.pages[-1]
    scale = rng.choice((110, 130, 150)) / page.dpi
    height, width = (round(side * scale) for side in page.pixels.shape[:2])
    left, top = rng.randrange(20, 200), rng.randrange(40, 90)
    screen = np.full((height + top, width + 2 * left, 3), rng.choice((82, 200, 235)), np.uint8)
    screen[: top - 12] = rng.choice(((240, 240, 242), (44, 62, 80)))
    screen[top:, left : left + width] = cv2.resize(page.pixels, (width, height), interpolation=cv2.INTER_AREA)

    def where(points: Points) -> Points:
        return points * scale + (left, top)

    # A screen notes no resolution: the long side counts as 842 pt.
    moved = page.moved(screen, where, max(screen.shape[:2]) / 842 * 72)
    return Captured(png(moved, with_dpi=False), [moved], f"screen_{left}", PNG, "screen.png", "screenshot")


def turned(page: PaperPage, quarters: int) -> PaperPage:
    """Return the page turned to the left by quarters of a circle."""
    for _ in range(quarters):
        width = page.pixels.shape[1]

        def where(points: Points, width: int = width) -> Points:
            return np.column_stack([points[:, 1], width - points[:, 0]])

        page = page.moved(np.ascontiguousarray(np.rot90(page.pixels)), where, page.dpi)
    return page


def side_by_side(pages: Sequence[PaperPage], *, smaller: bool) -> PaperPage:
    """Return two pages on one sheet twice as wide, or of the same size when ``smaller``."""
    scale = 2**-0.5 if smaller else 1.0
    height, width = pages[0].pixels.shape[:2]
    sheet = np.full((round(height * scale), 2 * round(width * scale), 3), 255, np.uint8)
    joined = PaperPage(sheet, pages[0].dpi)
    for place, page in enumerate(pages[:2]):
        wide, tall = round(width * scale), round(height * scale)
        left = place * wide
        small = cv2.resize(page.pixels, (wide, tall), interpolation=cv2.INTER_AREA)
        joined.pixels[:, left : left + wide] = small

        def where(points: Points, left: int = left) -> Points:
            return points * scale + (left, 0)

        moved = page.moved(joined.pixels, where, page.dpi)
        joined = replace(joined, words=(*joined.words, *moved.words), places=(*joined.places, *moved.places))
    return joined


def _of_block(found: tuple[Handwriting, ...], prefix: str) -> tuple[Handwriting, ...]:
    """Return what a pen put into one block, one box for each field: a value may fill two lines."""
    boxes: dict[tuple[str, int], BoxPt] = {}
    for written in found:
        if written.field.startswith(prefix):
            key = (written.field.removeprefix(prefix), written.page)
            boxes[key] = _around(boxes[key], written.box_pt) if key in boxes else written.box_pt
    return tuple(Handwriting(name, page, box) for (name, page), box in boxes.items())


def _around(one: BoxPt, other: BoxPt) -> BoxPt:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))
