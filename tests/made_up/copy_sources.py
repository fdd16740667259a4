"""Printed papers to scan: signature pages of whole digital copies, signed by pen where one signs."""

from dataclasses import replace
from random import Random

from made_up.block_layouts import TooNarrowError
from made_up.block_shapes import SHAPES, shapes_of
from made_up.copies_drawn import Look, draw_copy
from made_up.filled_forms import PRINT_FACES, Paper
from made_up.pact_text import short_pact
from made_up.paper_pages import PaperPage, printed_pages
from made_up.pen_ink import draw_pen, inked
from made_up.pen_signatures import draw_strokes
from made_up.pens import A4, covers
from made_up.people import draw_applicant
from made_up.signature_blocks import Block, draw_block

from pact.documents import SignatureKind

PRINT_DPI = 220


def printed_copy(rng: Random, set_name: str) -> Paper:
    """Return the signature page of a copy filled in by keyboard and printed; most are signed by pen."""
    block, shape, face, data = _drawn_copy(rng, set_name)
    page = printed_pages(data, PRINT_DPI, -1, with_words=True)[0]
    label = block.label
    if rng.random() < 0.85:
        page = _signed_by_pen(page, block, shape, rng, set_name)
        label = replace(label, signature=SignatureKind.DRAWN)
    return Paper(
        [page],
        (label,),
        layout=shape,
        mark_style=block.mark_style,
        date_style=block.written.style if block.written else "",
        font=face,
    )


def _drawn_copy(rng: Random, set_name: str) -> tuple[Block, str, str, bytes]:
    face = rng.choice(PRINT_FACES[set_name])
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
            return block, shape, face, draw_copy("reportlab", [block], shape, look, rng)
        except TooNarrowError:
            continue


def _signed_by_pen(page: PaperPage, block: Block, shape: str, rng: Random, set_name: str) -> PaperPage:
    """Return the page with a signature beside or below the printed word for it."""
    first = block.words.signature.split()[0]
    word = [word for word in page.words if word.text.startswith(first)][-1]
    left, _, right, bottom = (edge / page.points for edge in word.box)
    beside = SHAPES[shape].beside
    x, y = (right + rng.uniform(45, 90), bottom - 6) if beside else (left, bottom + 8)
    wide, tall = rng.uniform(90, 170), rng.uniform(24, 44)
    y -= tall * rng.uniform(0.1, 0.4)
    strokes = draw_strokes(rng, set_name, width=wide, height=tall)
    moved = [[(x + a, y + b) for a, b in stroke] for stroke in strokes]
    return inked(page, "0:signature", moved, draw_pen(rng, set_name), rng)
