"""Shows made-up scans side by side with their labels, for looking at: the boxes of handwriting in red.

cd tests && python -m made_up.contact_sheet SET SEED COUNT OUT.png [--family NAME] [--wide PIXELS]
"""

import argparse
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from made_up.labels import PDF, MadeDocument
from made_up.pens import package_file
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.scanned_copies import family_names, scanned, scanned_family
from PIL import Image, ImageDraw, ImageFont, ImageOps

ACROSS = 5


def main(arguments: Sequence[str]) -> int:
    """Write the sheet and return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set_name", choices=(DEVELOPMENT, HELD_OUT))
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--family", choices=family_names())
    parser.add_argument("--wide", type=int, default=420)
    asked = parser.parse_args(arguments)
    wanted = (asked.set_name, asked.seed, asked.count)
    chosen = scanned_family(asked.family, *wanted) if asked.family else scanned(*wanted)
    joined([tile(made, asked.wide) for made in chosen]).save(asked.out)
    return 0


def tile(made: MadeDocument, wide: int) -> Image.Image:
    """Return the last page of a document with its boxes, and its label below."""
    shown, scale = _last_page(made, wide)
    pen = ImageDraw.Draw(shown)
    last = max((written.page for who in made.label.signatories for written in who.by_hand), default=1)
    for who in made.label.signatories:
        for written in who.by_hand:
            left, bottom, right, top = (edge * scale for edge in written.box_pt)
            if written.page == last:
                pen.rectangle((left, shown.height - top, right, shown.height - bottom), outline="red")
    label, first = made.label, made.label.first
    lines = (
        f"{made.file_name} {label.family}",
        f"{label.capture} | {label.layout} | {label.mark_style}",
        f"{first.organisation}",
        f"{first.name} | {first.title}",
        f"{first.participation_type} | {first.date} | {first.signature} | by hand: {first.hand_filled}",
    )
    framed = Image.new("RGB", (wide, shown.height + 70), "white")
    framed.paste(shown, (0, 0))
    face = ImageFont.truetype(package_file("fontpkg_pt_sans", "files/PT_Sans-Web-Regular.ttf"), 11)
    ImageDraw.Draw(framed).text((4, shown.height + 2), "\n".join(lines), fill="black", font=face)
    return ImageOps.expand(framed, 1, "gray")


def joined(tiles: Sequence[Image.Image]) -> Image.Image:
    """Return the tiles in rows."""
    across, wide = min(ACROSS, len(tiles)), tiles[0].width
    rows = [tiles[first : first + across] for first in range(0, len(tiles), across)]
    heights = [max(each.height for each in row) for row in rows]
    sheet = Image.new("RGB", (across * wide, sum(heights)), "white")
    for number, row in enumerate(rows):
        for place, each in enumerate(row):
            sheet.paste(each, (place * wide, sum(heights[:number])))
    return sheet


def _last_page(made: MadeDocument, wide: int) -> tuple[Image.Image, float]:
    """Return the picture and its pixels in a point of the file's page."""
    if made.media_type == PDF:
        document = pypdfium2.PdfDocument(made.data)
        document.init_forms()
        page = document[len(document) - 1]
        scale = wide / page.get_width()
        shown = page.render(scale=scale).to_pil().convert("RGB")
        document.close()
        return shown, scale
    with Image.open(BytesIO(made.data)) as picture:
        picture.seek(getattr(picture, "n_frames", 1) - 1)
        dpi = picture.info.get("dpi")
        shown = ImageOps.exif_transpose(picture).convert("RGB")
    # A phone notes no resolution worth the name: its pictures count as 842 pt long.
    points = float(dpi[0]) / 72 if dpi and dpi[0] > 100 else max(shown.size) / 842
    scale = points * wide / shown.width
    return shown.resize((wide, round(shown.height * wide / shown.width)), Image.Resampling.LANCZOS), scale


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
