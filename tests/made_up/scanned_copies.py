"""Made-up scans and photos of signed copies, each with its label; the same seed gives the same bytes.

``scanned(set_name, seed, count)`` is the way in, for the sets DEVELOPMENT and HELD_OUT, which share no
scanner, pen, layout or face. What they are for is said in signed_copies. Documents are made one by
one as they are asked for: a run of thousands needs no more memory than one.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from made_up.block_layouts import TooNarrowError
from made_up.block_shapes import SHAPES, shapes_of
from made_up.copies_drawn import Look, draw_copy
from made_up.labels import Handwriting, Label, MadeDocument, SignatoryLabel
from made_up.pact_text import short_pact
from made_up.paper_pages import PaperPage, Points, printed_pages
from made_up.pen_ink import draw_pen, inked
from made_up.pen_signatures import draw_strokes
from made_up.pens import A4, covers
from made_up.people import DEVELOPMENT, HELD_OUT, draw_applicant
from made_up.picture_files import picture_pdf
from made_up.scanners import BILEVEL, COLOUR, SCANNERS, scanned_page
from made_up.signature_blocks import Block, draw_block
from made_up.signed_copies import FACES

from pact.documents import BoxPt, DocumentKind, SignatureKind

Maker = Callable[[Random, str], MadeDocument]
PRINT_DPI = 220


def scanned(set_name: str, seed: int, count: int) -> Iterator[MadeDocument]:
    """Yield ``count`` scans of a set, families by turns; document n does not depend on ``count``."""
    assert set_name in (DEVELOPMENT, HELD_OUT), set_name
    for number in range(count):
        rng = Random(f"scanned-{set_name}-{seed}-{number}")
        made = SCAN_FAMILIES[number % len(SCAN_FAMILIES)](rng, set_name)
        yield replace(made, file_name=f"{number:04}-{made.file_name}")


def typed_and_scanned(rng: Random, set_name: str) -> MadeDocument:
    """Return the signature page of a copy filled in by keyboard, printed, signed by pen and scanned."""
    block, face, shape, data = _printed_copy(rng, set_name)
    page = printed_pages(data, PRINT_DPI, -1, with_words=True)[0]
    signed = rng.random() < 0.85
    if signed:
        page = _signed_by_pen(page, block, shape, rng, set_name)
    scanner = rng.choice(SCANNERS[set_name])
    page = scanned_page(page, scanner, rng)
    label = replace(
        block.label,
        signature=SignatureKind.DRAWN if signed else SignatureKind.NONE,
        by_hand=by_hand([page]),
    )
    return MadeDocument(
        "scan.pdf",
        picture_pdf(
            [page],
            quality=scanner.quality,
            gray=scanner.mode != COLOUR,
            bilevel=scanner.mode == BILEVEL,
        ),
        _label(block, label, shape=shape, face=face, capture=scanner.name),
    )


SCAN_FAMILIES: tuple[Maker, ...] = (typed_and_scanned,)
"""Makers by turns; a family that stands here several times is met more often."""


def by_hand(pages: list[PaperPage], first_page: int = 1) -> tuple[Handwriting, ...]:
    """Return where pens wrote on the pages, by the places that stand for it."""
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


def _printed_copy(rng: Random, set_name: str) -> tuple[Block, str, str, bytes]:
    face = rng.choice(FACES[set_name]["reportlab"])
    while True:
        applicant = draw_applicant(rng, set_name)
        block = draw_block(rng, set_name, applicant, signature_style="")
        texts = "".join(label + value for label, value in block.texts)
        shape = rng.choice(shapes_of(set_name))
        if not covers(face, texts) or SHAPES[shape].columns > 1:
            continue
        look = Look(
            face=face,
            paper=A4,
            size=rng.choice((10, 11, 12)),
            own_page=rng.random() < 0.4,
            lines=short_pact(rng, 8),
        )
        try:
            return block, face, shape, draw_copy("reportlab", [block], shape, look, rng)
        except TooNarrowError:
            continue


def _signed_by_pen(page: PaperPage, block: Block, shape: str, rng: Random, set_name: str) -> PaperPage:
    """Return the page with a signature beside or below the printed word for it."""
    first = block.words.signature.split()[0]
    word = [word for word in page.words if word.text.startswith(first)][-1]
    points = page.points
    left, _, right, bottom = (edge / points for edge in word.box)
    x, y = (right + rng.uniform(25, 70), bottom) if SHAPES[shape].beside else (left, bottom + 14)
    wide, tall = rng.uniform(90, 170), rng.uniform(26, 48)
    y -= tall * rng.uniform(0.2, 0.5)
    strokes = [
        [(x + a, y + b) for a, b in stroke] for stroke in draw_strokes(rng, set_name, width=wide, height=tall)
    ]
    return inked(page, "signature", strokes, draw_pen(rng, set_name), rng)


def _label(block: Block, signatory: SignatoryLabel, *, shape: str, face: str, capture: str) -> Label:
    return Label(
        DocumentKind.SIGNED_PACT,
        (signatory,),
        medium="scan_pdf",
        family="typed_scan",
        layout=shape,
        mark_style=block.mark_style,
        date_style=block.written.style if block.written else "",
        font=face,
        capture=capture,
    )
