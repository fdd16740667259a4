"""What is drawn by hand on a demonstration page: the signature, and the tick before a role."""

from reportlab.graphics.shapes import Drawing, Path, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from secretariat.demonstration.edition import ROLES
from secretariat.demonstration.ink import INK, strokes_of

GREEN = HexColor("#1d5c4d")
PALE = HexColor("#eaf2ef")
GREY = HexColor("#5f6b68")
AMBER = HexColor("#9a5b00")

_BLUE = Color(*(part / 255 for part in INK))
_BOX_PT = 9.0
_LINE_PT = 17.0


def ink(name: str, width: float, height: float) -> Drawing:
    """Return a signature drawn with strokes of the pen, as signing on a tablet leaves it."""
    drawing = Drawing(width, height)
    for stroke in strokes_of(name, width, height):
        path = _pen(1.3)
        path.moveTo(*stroke[0][0])
        for _, first, second, end in stroke:
            path.curveTo(*first, *second, *end)
        drawing.add(path)
    return drawing


def choice(chosen: str | None) -> Drawing:
    """Return the roles, each behind a box; the chosen one is ticked."""
    drawing = Drawing(100 * mm, _LINE_PT * len(ROLES))
    for place, role in enumerate(reversed(ROLES)):
        y = _LINE_PT * place + 4
        drawing.add(Rect(0, y, _BOX_PT, _BOX_PT, fillColor=None, strokeColor=GREY, strokeWidth=0.8))
        drawing.add(String(_BOX_PT + 7, y + 0.8, role, fontName="Helvetica", fontSize=11))
        if role == chosen:
            tick = _pen(1.8)
            tick.moveTo(1.5, y + 5)
            tick.lineTo(4, y + 1.5)
            tick.lineTo(11, y + 11)
            drawing.add(tick)
    return drawing


def _pen(width: float) -> Path:
    return Path(fillColor=None, strokeColor=_BLUE, strokeWidth=width, strokeLineCap=1, strokeLineJoin=1)
