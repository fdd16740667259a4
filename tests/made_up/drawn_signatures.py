"""Puts a signature on a page with a Pen: typed, drawn, pasted, or stamped by a service."""

from random import Random

from made_up.pens import Pen
from made_up.scribbles import scribble, scribble_picture
from made_up.signature_blocks import Block
from made_up.signing_platforms import PLATFORMS, envelope_number


def draw_signature(
    pen: Pen, block: Block, frame: tuple[float, float, float], size: float, rng: Random
) -> None:
    """Draw the block's signature; ``frame`` is x, base line of the row and width, all in points."""
    x, y, width = frame
    name = block.applicant.name if block.applicant else ""
    style, height, wide = block.signature_style, size * 3, min(width * 0.7, 150)
    if style in ("typed", "typed_slashes"):
        pen.text(x, y, name if style == "typed" else f"/s/ {name}", size=size)
    elif style == "script_face":
        pen.other_face(x, y - 4, name, size=size * 1.5)
    elif style == "vector":
        curve = scribble(rng, width=wide, height=height)
        pen.line([(x + a, y - height + size + b) for a, b in curve], thickness=1.3)
    elif style in ("picture", "picture_white"):
        data = scribble_picture(rng.randrange(12), white=style == "picture_white")
        pen.picture(data, x, y - height + size, wide, height)
    elif style == "platform":
        _stamp(pen, block, (x, y, wide), size)


def _stamp(pen: Pen, block: Block, frame: tuple[float, float, float], size: float) -> None:
    x, y, wide = frame
    name = block.applicant.name if block.applicant else ""
    above, below = PLATFORMS[block.platform].around
    wide = max(wide, pen.text_width(name, size=size * 1.3) + 16)
    pen.box(x, y - size * 1.9, wide, size * 2.7)
    pen.text(x + 6, y + size * 0.2, above, size=size * 0.6)
    pen.other_face(x + 6, y - size * 0.8, name, size=size * 1.2)
    small = below.format(number=envelope_number(name)[:16], name=name)
    pen.text(x + 6, y - size * 1.6, small, size=size * 0.5)
