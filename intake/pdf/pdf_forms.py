"""What a PDF's form fields and annotations hold: typed values, ticked boxes, ink, stamps, signatures."""

import io
import itertools
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from intake.page.page import Ink, InkKind, TickBox, Word
from intake.page.plain_text import tidy
from intake.pdf.form_appearance import shows_something_else
from pact.documents import BoxPt, Method

_FIELDS_AT_MOST = 2_000
_DEPTH_AT_MOST = 12
_INK_KINDS = {"/Ink", "/Stamp", "/PolyLine", "/Polygon"}


@dataclass(frozen=True, slots=True)
class PageExtras:
    """What fields and annotations add to one page."""

    words: tuple[Word, ...] = ()
    tick_boxes: tuple[TickBox, ...] = ()
    inks: tuple[Ink, ...] = ()
    struck: tuple[BoxPt, ...] = ()
    circles: tuple[BoxPt, ...] = ()
    washes: tuple[BoxPt, ...] = ()
    differing: tuple[str, ...] = ()  # what a field shows and what it holds, in words


@dataclass(slots=True)
class _Gathered:
    words: list[Word] = field(default_factory=list)
    tick_boxes: list[TickBox] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    struck: list[BoxPt] = field(default_factory=list)
    circles: list[BoxPt] = field(default_factory=list)
    washes: list[BoxPt] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FormContents:
    """Fields and annotations by page index, and whether the file carries a certificate signature."""

    by_page: dict[int, PageExtras] = field(default_factory=dict)
    is_signed: bool = False

    @property
    def pages(self) -> frozenset[int]:
        """Indices of the pages on which something was filled in, ticked or drawn."""
        return frozenset(self.by_page)

    def on_page(self, index: int) -> PageExtras:
        """Return what was added to that page, perhaps nothing."""
        return self.by_page.get(index, PageExtras())


def form_contents(file: io.BytesIO, annotated: Set[int]) -> FormContents:
    """Return what the form fields and annotations of these pages (indices) hold.

    A file that pikepdf cannot open gives nothing: its printed text is read all the same.
    """
    try:
        with pikepdf.open(file) as pdf:
            by_page = {}
            for index in sorted(annotated):
                extras = _page_extras(pdf.pages[index].obj)
                if any(getattr(extras, name) for name in PageExtras.__slots__):
                    by_page[index] = extras
            return FormContents(by_page, _has_signature(pdf))
    except (pikepdf.PdfError, ValueError, TypeError, IndexError):
        return FormContents()


def repaired(data: bytes) -> bytes:
    """Return the file as pikepdf writes it anew, or the same bytes where it cannot."""
    target = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(target)
    except (pikepdf.PdfError, ValueError, TypeError):
        return data
    return target.getvalue()


def _page_extras(page: Any) -> PageExtras:
    found = _Gathered()
    for number, annotation in enumerate(page.get("/Annots", ())):
        if number > _FIELDS_AT_MOST:
            break
        if isinstance(annotation, pikepdf.Dictionary) and not _is_hidden(annotation):
            _take(annotation, found)
    return PageExtras(*(tuple(getattr(found, name)) for name in PageExtras.__slots__))


def _is_hidden(annotation: Any) -> bool:
    """Hidden (bit 2) or not to be viewed (bit 6), PDF 32000-1 12.5.3."""
    flags = int(annotation.get("/F", 0))
    return bool(flags & 0b10_0010)


def _take(annotation: Any, found: _Gathered) -> None:
    kind, box = str(annotation.get("/Subtype", "")), _box(annotation.get("/Rect"))
    if box is None:
        return
    if kind == "/Widget":
        _take_widget(annotation, box, found)
    elif kind == "/FreeText":
        found.words.extend(_typed(str(annotation.get("/Contents", "")), box, annotation, Method.ANNOTATION))
    elif kind in _INK_KINDS:
        found.inks.append(Ink(InkKind.ANNOTATION, box))
        _take_pen_stroke(kind, box, found)
    elif kind == "/StrikeOut":
        found.struck.extend(_middles(annotation, box, at=0.45))
    elif kind == "/Underline":
        found.struck.extend(_middles(annotation, box, at=0.06))
    elif kind == "/Highlight":
        found.washes.extend(_quads(annotation) or [box])
    elif kind in ("/Circle", "/Square"):
        found.circles.append(box)
    elif kind == "/Line":
        found.struck.append(box)


def _take_pen_stroke(kind: str, box: BoxPt, found: _Gathered) -> None:
    """A small stroke of the pen may be a mark: flat it strikes out, larger it may go round words."""
    width, height = box[2] - box[0], box[3] - box[1]
    if kind == "/Stamp" or height > 48:
        return
    if height < 8 < width:
        found.struck.append(box)
    elif width > 28:
        found.circles.append(box)


def _take_widget(widget: Any, box: BoxPt, found: _Gathered) -> None:
    kind = str(_inherited(widget, "/FT") or "")
    if kind == "/Sig":
        if _inherited(widget, "/V") is not None:
            found.inks.append(Ink(InkKind.SIGNATURE_FIELD, box))
    elif kind == "/Btn":
        if not int(_inherited(widget, "/Ff") or 0) & (1 << 16):  # push buttons have no value
            found.tick_boxes.append(TickBox(box, _is_on(widget), Method.FORM, _button_label(widget)))
    elif kind in ("/Tx", "/Ch"):
        _take_text_field(widget, box, found)


def _take_text_field(widget: Any, box: BoxPt, found: _Gathered) -> None:
    value = _inherited(widget, "/V")
    if isinstance(value, pikepdf.Array):
        value = value[0] if len(value) else None
    if value is None or (isinstance(value, pikepdf.Dictionary) and not isinstance(value, pikepdf.Stream)):
        return
    text = value.read_bytes().decode("utf-8", "replace") if isinstance(value, pikepdf.Stream) else str(value)
    shown = shows_something_else(widget, text)
    words = list(_typed(text, box, widget, Method.FORM))
    if shown is not None:
        found.differing.append(f"a field holds “{tidy(text)[:60]}” and shows “{shown[:60]}”")
        words = [replace(word, changed=True) for word in words]
    found.words.extend(words)


def _inherited(widget: Any, key: str) -> Any:
    node, depth = widget, 0
    while node is not None and depth < _DEPTH_AT_MOST:
        if key in node:
            return node[key]
        node, depth = node.get("/Parent"), depth + 1
    return None


def _is_on(widget: Any) -> bool:
    """The appearance state says it; where it is missing, the field's value does."""
    state = widget.get("/AS")
    if state is None:
        state = _inherited(widget, "/V")
    if state is None or str(state) in ("/Off", ""):
        return False
    states = _on_states(widget)
    return not states or str(state) in states


def _on_states(widget: Any) -> list[str]:
    normal = widget.get("/AP", {}).get("/N") if isinstance(widget.get("/AP"), pikepdf.Dictionary) else None
    if not isinstance(normal, pikepdf.Dictionary) or isinstance(normal, pikepdf.Stream):
        return []
    return [str(key) for key in normal.keys() if str(key) != "/Off"]  # noqa: SIM118 - no dict, a PDF dictionary


def _button_label(widget: Any) -> str:
    """What the form calls the box: its tooltip, its value when on, its name."""
    name = str(widget.get("/T") or "") or str(_inherited(widget, "/T") or "")
    states = " ".join(s.lstrip("/") for s in _on_states(widget))
    own = f"{widget.get('/TU') or ''} {states} {name}"
    return re.sub(r"\b(?:yes|on|off|ja|oui)\b", " ", own, flags=re.IGNORECASE).strip()


def _typed(text: str, box: BoxPt, source: Any, method: Method) -> Iterator[Word]:
    """Yield the typed words, laid out in the field's box as the program that shows it would."""
    size = _font_size(source, box)
    lines = [tidy(line) for line in re.split(r"[\r\n\x0b\u2028]+", text)]
    lines = [line for line in lines if line]
    if not lines:
        return
    step = min(1.2 * size, (box[3] - box[1]) / len(lines))
    middle_first = (box[1] + box[3]) / 2 + step * (len(lines) - 1) / 2
    for row, line in enumerate(lines):
        middle = middle_first - row * step
        x = box[0] + 2
        for token in line.split(" "):
            width = 0.5 * size * len(token)
            yield Word(token, (x, middle - 0.45 * size, x + width, middle + 0.45 * size), size, method=method)
            x += width + 0.25 * size


def _font_size(source: Any, box: BoxPt) -> float:
    appearance = str(_inherited(source, "/DA") or "")
    match = re.search(r"(\d+(?:\.\d+)?)\s+Tf", appearance)
    size = float(match.group(1)) if match else 0.0
    return size if 4 <= size <= 40 else min(11.0, max(6.0, 0.7 * (box[3] - box[1])))


def _box(value: Any) -> BoxPt | None:
    try:
        x1, y1, x2, y2 = (float(v) for v in value)
    except (TypeError, ValueError):
        return None
    return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _quads(annotation: Any) -> list[BoxPt]:
    try:
        numbers = [float(v) for v in annotation.get("/QuadPoints", ())]
    except (TypeError, ValueError):
        return []
    boxes = []
    for at in range(0, len(numbers) - 7, 8):
        xs, ys = numbers[at : at + 8 : 2], numbers[at + 1 : at + 8 : 2]
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes


def _middles(annotation: Any, box: BoxPt, *, at: float) -> list[BoxPt]:
    """Return a thin rule for each marked line of text, at that share of its height."""
    rules = []
    for left, bottom, right, top in _quads(annotation) or [box]:
        y = bottom + at * (top - bottom)
        rules.append((left, y - 0.3, right, y + 0.3))
    return rules


def _has_signature(pdf: pikepdf.Pdf) -> bool:
    """Whether a signature field has a value; which is whose, and whether it holds, is not looked at here."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return False
    fields = itertools.islice(_all_fields(form.get("/Fields", ())), _FIELDS_AT_MOST)
    return any(
        str(_inherited(node, "/FT") or "") == "/Sig" and isinstance(node.get("/V"), pikepdf.Dictionary)
        for node in fields
    )


def _all_fields(nodes: Iterable[Any], depth: int = 0) -> Iterator[Any]:
    for node in nodes:
        if isinstance(node, pikepdf.Dictionary) and depth < _DEPTH_AT_MOST:
            yield node
            yield from _all_fields(node.get("/Kids", ()), depth + 1)
