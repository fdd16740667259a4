"""A page drawn as a picture, in the child that holds its file: whole or a crop, with marks."""

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from intake.explain.page_order import Mark, PageOrder
from intake.explain.page_raster import PageRaster
from pact.documents import BoxPt

_LINE_PX = 2
_TAG_PX = 19


def drawn(raster: PageRaster, order: PageOrder) -> bytes:
    """Return the page as PNG: cropped first, then marked. A crop keeps a margin round its box."""
    canvas = _Canvas(raster, _pixels(raster, order.crop_pt) if order.crop_pt else None)
    for mark in order.marks:
        canvas.draw(mark)
    out = io.BytesIO()
    canvas.upright.save(out, "PNG", compress_level=6)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Area:
    left: int
    top: int
    right: int
    bottom: int


class _Canvas:
    """The picture while it is drawn upon; places are given in the file's page points."""

    def __init__(self, raster: PageRaster, area: _Area | None) -> None:
        self.raster = raster
        self.shift = (area.left, area.top) if area else (0, 0)
        whole = raster.image
        cut = whole.crop((area.left, area.top, area.right, area.bottom)) if area else whole
        self.image = cut.convert("RGB")
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.face = ImageFont.load_default(size=_TAG_PX - 3)

    @property
    def upright(self) -> Image.Image:
        """The picture as viewers show it."""
        return self.image.rotate(-self.raster.turned, expand=True) if self.raster.turned else self.image

    def draw(self, mark: Mark) -> None:
        """Draw a mark's box, lightly filled, with its number at its upper left corner."""
        place = _pixels(self.raster, mark.box_pt, margin_pt=1.5)
        x, y = self.shift
        box = (place.left - x, place.top - y, place.right - x, place.bottom - y)
        self.pen.rectangle(box, fill=f"{mark.colour}22", outline=mark.colour, width=_LINE_PX)
        if not mark.number:
            return
        width = 7 + 9 * len(mark.number)
        left = max(0, box[0] - width) if box[0] >= width else box[0]
        top = max(0, box[1] - (0 if box[0] >= width else _TAG_PX))
        self.pen.rectangle((left, top, left + width, top + _TAG_PX), fill=mark.colour)
        self.pen.text((left + 3, top + 1), mark.number, fill="#ffffff", font=self.face)


def _pixels(raster: PageRaster, box: BoxPt, margin_pt: float = 8.0) -> _Area:
    """Return the box in the raster's pixels, at least one pixel each way, within the page."""
    x, y = raster.origin_pt
    left, bottom, right, top = box[0] - x, box[1] - y, box[2] - x, box[3] - y
    scale, height, width = raster.px_per_pt, raster.image.height, raster.image.width
    x0 = min(max(int((left - margin_pt) * scale), 0), width - 1)
    x1 = min(max(int((right + margin_pt) * scale) + 1, x0 + 1), width)
    y0 = min(max(int(height - (top + margin_pt) * scale), 0), height - 1)
    y1 = min(max(int(height - (bottom - margin_pt) * scale) + 1, y0 + 1), height)
    return _Area(x0, y0, x1, y1)
