"""What is drawn on a PDF page besides text: straight rules, outlines, strokes, fills and pictures."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pact.documents import BoxPt

OBJECTS_PER_PAGE = 6_000
"""Drawings beyond this many are left unread: a map or a chart, never a signature block."""

_SEGMENTS_PER_PATH = 400
_DEPTH = 4
_POINTS_OF_A_RECTANGLE = 6
_THICKEST_RULE = 2.5
_STEEPEST = 0.15

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn path that is no axis-parallel line: ``curved`` tells arcs and pen strokes from diagonals.

    ``fill`` is the mean of the fill's red, green and blue (0 black, 255 white), None when not filled.
    """

    box: BoxPt
    curved: bool
    closed: bool
    fill: float | None
    coloured: bool = False


@dataclass(frozen=True, slots=True)
class Drawings:
    """Everything drawn on a page, by what it is."""

    rules: tuple[BoxPt, ...] = ()
    outlines: tuple[Stroke, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    pictures: tuple[BoxPt, ...] = ()


def drawings_of(page: pdfium.PdfPage) -> Drawings:
    """Return what is drawn on the page, in page coordinates, forms (XObjects) opened up."""
    rules: list[BoxPt] = []
    outlines: list[Stroke] = []
    strokes: list[Stroke] = []
    pictures: list[BoxPt] = []
    for kind, handle, matrix in _objects(page):
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_picture_box(handle, matrix))
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            _sort_path(handle, matrix, rules, outlines, strokes)
    return Drawings(tuple(rules), tuple(outlines), tuple(strokes), tuple(pictures))


def is_drawn_on(page: pdfium.PdfPage) -> bool:
    """Whether anything but text and pictures is drawn on the page: cheap, with nothing measured."""
    raw = page.raw
    kinds = (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_FORM)
    count = min(pdfium_c.FPDFPage_CountObjects(raw), OBJECTS_PER_PAGE)
    return any(
        pdfium_c.FPDFPageObj_GetType(pdfium_c.FPDFPage_GetObject(raw, index)) in kinds
        for index in range(count)
    )


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[int, object, Matrix]]:
    raw = page.raw
    count = min(pdfium_c.FPDFPage_CountObjects(raw), OBJECTS_PER_PAGE)
    budget = [OBJECTS_PER_PAGE]
    for index in range(count):
        yield from _opened(pdfium_c.FPDFPage_GetObject(raw, index), (1, 0, 0, 1, 0, 0), _DEPTH, budget)


def _opened(
    handle: object, outer: Matrix, depth: int, budget: list[int]
) -> Iterator[tuple[int, object, Matrix]]:
    budget[0] -= 1
    if budget[0] < 0 or not handle:
        return
    kind = pdfium_c.FPDFPageObj_GetType(handle)
    if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
        return
    own = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(handle, ctypes.byref(own))
    matrix = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
    if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
        yield kind, handle, matrix
    elif depth > 0:
        for index in range(pdfium_c.FPDFFormObj_CountObjects(handle)):
            if budget[0] < 0:
                return
            yield from _opened(pdfium_c.FPDFFormObj_GetObject(handle, index), matrix, depth - 1, budget)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _placed(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _picture_box(_handle: object, matrix: Matrix) -> BoxPt:
    """An image fills the unit square of its matrix."""
    return _around([_placed(x, y, matrix) for x in (0, 1) for y in (0, 1)])


def _around(points: list[tuple[float, float]]) -> BoxPt:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _sort_path(
    handle: object, matrix: Matrix, rules: list[BoxPt], outlines: list[Stroke], strokes: list[Stroke]
) -> None:
    points, straight, curved, closed = _points(handle, matrix)
    if len(points) < 2:
        return
    box = _around(points)
    width, height = box[2] - box[0], box[3] - box[1]
    fill, coloured, stroked = _paint(handle)
    thin, long = sorted((width, height))
    if thin <= _THICKEST_RULE and not curved and (len(points) > 2 or thin <= _STEEPEST * long):
        rules.append(box)
        return
    if curved or _is_diagonal(points, straight):
        strokes.append(Stroke(box, curved, closed or fill is not None, fill, coloured))
        return
    if len(points) > _POINTS_OF_A_RECTANGLE:
        # Some programs print a cell's border as a filled ring: nothing lies behind the words.
        fill, coloured, stroked = None, False, True
    outlines.append(Stroke(box, curved=False, closed=True, fill=fill, coloured=coloured))
    if stroked:
        # The edges of a mere field of colour are no lines: a highlighted line would underline the one above.
        rules.extend(straight)


def _points(handle: object, matrix: Matrix) -> tuple[list[tuple[float, float]], list[BoxPt], bool, bool]:
    """Return a path's points, its axis-parallel lines as boxes, whether it curves and whether it closes."""
    points: list[tuple[float, float]] = []
    straight: list[BoxPt] = []
    curved = closed = False
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    for index in range(min(pdfium_c.FPDFPath_CountSegments(handle), _SEGMENTS_PER_PATH)):
        segment = pdfium_c.FPDFPath_GetPathSegment(handle, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _placed(x.value, y.value, matrix)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            curved = True
        elif points:
            straight.append(_around([points[-1], point]))
        points.append(point)
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            closed = True
            if start is not None and not curved:
                straight.append(_around([point, start]))
    closed = closed or (len(points) > 3 and math.dist(points[0], points[-1]) < 0.5)
    straight = [s for s in straight if _is_axis_parallel(s)]
    return points, straight, curved, closed


def _is_axis_parallel(side: BoxPt) -> bool:
    """Whether a path's side is level or upright; a pen's line in tiny pieces leans one way or the other."""
    thin, long = sorted((side[2] - side[0], side[3] - side[1]))
    return thin <= 0.8 and thin <= _STEEPEST * long


def _is_diagonal(points: list[tuple[float, float]], straight: list[BoxPt]) -> bool:
    """Whether less than half of the path's sides are axis-parallel."""
    return len(straight) * 2 < len(points) - 1


def _paint(handle: object) -> tuple[float | None, bool, bool]:
    """Return the lightness of a path's fill, whether the fill is coloured, and whether its edge is drawn."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(handle, ctypes.byref(mode), ctypes.byref(stroked))
    if mode.value == pdfium_c.FPDF_FILLMODE_NONE:
        return None, False, bool(stroked.value)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium_c.FPDFPageObj_GetFillColor(
        handle, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
    )
    levels = (red.value, green.value, blue.value)
    return sum(levels) / 3, max(levels) - min(levels) > 40, bool(stroked.value)
