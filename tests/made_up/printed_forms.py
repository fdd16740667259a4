"""Prints a signature block as a form with a Pen, and says where everything goes: by keyboard or by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from made_up.block_layouts import TooNarrowError, wrapped
from made_up.copies_drawn import Sheet
from made_up.form_layouts import DATE, NAME, ORGANISATION, ROLE, SIGNATURE, TITLE, FormLayout
from made_up.pact_text import SIGNED, Line, Rank
from made_up.signature_blocks import Words

from pact.documents import ParticipationType

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's upper left corner."""
WIDE_COLUMN = 300


@dataclass(frozen=True, slots=True)
class Option:
    """A printed role: the box of its words, and of the box to tick before it if there is one."""

    words: Rect
    box: Rect | None = None


@dataclass(slots=True)
class FormPlaces:
    """Where things go on the form's page: ``lines`` by field as (x, base line, width), and the options."""

    lines: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    options: list[Option] = field(default_factory=list)
    size: float = 11


@dataclass(frozen=True, slots=True)
class Typed:
    """What is printed into the form: values by field, and a role marked by print in ``style``, if any.

    Styles: bold, underlined, struck, only, x_before, box_crossed, box_ticked, box_filled.
    """

    values: dict[str, str]
    role: ParticipationType | None = None
    style: str = ""
    typed_signature: str = ""


def print_form(
    sheet: Sheet, layout: FormLayout, words: Words, typed: Typed, *, x: float, width: float
) -> FormPlaces:
    """Print the block at the sheet's height, in a column from ``x`` on; return its places.

    TooNarrowError where a word does not fit: no one would have chosen this layout.
    """
    return _Form(sheet, layout, words, typed, x=x, width=width).draw()


def open_form(sheet: Sheet, layout: FormLayout, height: float) -> None:
    """Turn the page if ``height`` does not fit, and write what stands above a block."""
    if sheet.y - height < sheet.look.margin:
        sheet.turn()
    if layout.signed_word:
        sheet.write(Line(Rank.TEXT, SIGNED))
    if layout.footer:
        text = layout.footer.format(page=sheet.page)
        sheet.pen.text(sheet.look.margin, 40, text, size=8)


class _Form:
    def __init__(
        self, sheet: Sheet, layout: FormLayout, words: Words, typed: Typed, *, x: float, width: float
    ) -> None:
        self.pen, self.layout, self.words, self.typed = sheet.pen, layout, words, typed
        self.sheet, self.x, self.width = sheet, x, width
        self.size = min(layout.size, 9.5) if width < WIDE_COLUMN else layout.size
        self.pitch = self.size * 1.35
        self.cell = width / layout.columns
        self.places = FormPlaces(size=self.size)
        self.label_width = self._label_width()

    def draw(self) -> FormPlaces:
        fields = self.layout.order
        for first in range(0, len(fields), self.layout.columns):
            row = fields[first : first + self.layout.columns]
            height = max(self._height(name) for name in row)
            for column, name in enumerate(row):
                self._row(name, self.x + column * self.cell, height)
            self.sheet.y -= height
        return self.places

    def _label(self, name: str) -> tuple[str, str]:
        label = getattr(self.words, name)
        if self.layout.translated != "below":
            return label + self.layout.suffix, ""
        first, _, second = label.partition(" / ")
        return first + self.layout.suffix, second

    def _label_width(self) -> float:
        if self.layout.label != "left" or not self.layout.share:
            return 0
        labels = [self._label(name)[0] for name in self.layout.order]
        widest = max(self.pen.text_width(label, size=self.size) for label in labels)
        return max(self.layout.share * self.cell, widest + 12)

    def _place(self, name: str, x: float) -> tuple[float, float]:
        """Return where a value begins and how wide it may be."""
        if self.layout.label != "left":
            return x + 6, self.cell - 12
        label = self.pen.text_width(self._label(name)[0], size=self.size) + 10
        start = self.label_width or label + 4
        return x + start + 6, self.cell - start - 12

    def _height(self, name: str) -> float:
        _, width = self._place(name, self.x)
        count = len(list(self._option_lines(width))) if name == ROLE else len(self._lines(name, width))
        height = self.layout.row_pt + (max(count, 1) - 1) * self._step(name)
        return height + 20 if name == SIGNATURE else height

    def _step(self, name: str) -> float:
        return self.pitch * 1.25 if name == ROLE else self.pitch

    def _lines(self, name: str, width: float) -> list[str]:
        lines = wrapped(self.pen, self.typed.values.get(name, ""), width, self.size)
        if any(self.pen.text_width(line, size=self.size) > width for line in lines):
            raise TooNarrowError(lines)
        return lines

    def _row(self, name: str, x: float, height: float) -> None:
        top = self.sheet.y
        start, width = self._place(name, x)
        base = self._base(name, top, height, width)
        self._rules(name, x, top, height, base=base)
        self._print_label(name, x, top, base)
        if name == ROLE:
            self._options(start, base, width)
        elif name == SIGNATURE:
            self.places.lines[name] = (start, self._down(top - height + 6), width)
            self.pen.text(start, base, self.typed.typed_signature, size=self.size)
        else:
            for number, line in enumerate(self._lines(name, width)):
                self.pen.text(start, base - number * self.pitch, line, size=self.size)
            self.places.lines[name] = (start, self._down(base - 1), width)

    def _base(self, name: str, top: float, height: float, width: float) -> float:
        """Return the base line of the value's first line."""
        layout, size = self.layout, self.size
        count = len(list(self._option_lines(width))) if name == ROLE else len(self._lines(name, width))
        more = (max(count, 1) - 1) * self._step(name)
        if layout.label == "below":
            return top - height + size * 1.5 + more
        if layout.label in ("above", "inside"):
            return top - height + size * 0.55 + more
        free = height - more - size
        return top - free / 2 - size * 0.9 if name != SIGNATURE else top - size * 1.8

    def _print_label(self, name: str, x: float, top: float, base: float) -> None:
        label, translation = self._label(name)
        small = self.size * (0.8 if self.layout.label in ("inside", "below") else 1)
        y = {"left": base, "below": base - self.size * 1.25}.get(self.layout.label, top - small * 1.15)
        if name == SIGNATURE and self.layout.label == "below":
            y = top - self._height(SIGNATURE) + 3
        self.pen.text(x + 5, y, label, size=small)
        if translation:
            self.pen.other_face(x + 5, y - small, translation, size=small * 0.75)

    def _rules(self, name: str, x: float, top: float, height: float, *, base: float) -> None:
        pen, kind, bottom = self.pen, self.layout.rules, top - height
        start, width = self._place(name, x)
        if kind == "grid":
            pen.box(x, bottom, self.label_width, height)
            pen.box(x + self.label_width, bottom, self.cell - self.label_width, height)
        elif kind == "cells":
            pen.box(x, bottom, self.cell, height)
        elif kind == "rows":
            pen.line([(x, bottom), (x + self.cell, bottom)])
        elif name != ROLE and kind in ("lines", "dots"):
            lines = max(len(self._lines(name, width)), 1) if name != SIGNATURE else 1
            y = base - (lines - 1) * self.pitch - 3 if name != SIGNATURE else bottom + 6
            if kind == "lines":
                pen.line([(start - 2, y), (start + width, y)])
            else:
                self._dots(name, start, y + 2, width)

    def _dots(self, name: str, x: float, y: float, width: float) -> None:
        used = max(
            (self.pen.text_width(line, size=self.size) for line in self._lines(name, width)), default=0
        )
        one = self.pen.text_width(".", size=self.size)
        count = int((width - used - 4) / one)
        if count > 3:
            self.pen.text(x + used + 4, y, "." * count, size=self.size)

    def _options(self, x: float, base: float, width: float) -> None:
        for number, line in enumerate(self._option_lines(width)):
            at, y = x, base - number * self._step(ROLE)
            for place in line:
                at = self._option(place, at, y)
                if self.layout.options == "slashes" and self._stays(place) and place != self._last():
                    self.pen.text(at + 3, y, "/", size=self.size)
                    at += self.size
                at += self.size * (1.2 if self.layout.has_boxes else 0.2)

    def _option_lines(self, width: float) -> Iterator[list[int]]:
        """Yield the places of the options line by line."""
        line: list[int] = []
        at = 0.0
        for place in range(3):
            if not self._stays(place):
                continue
            wide = self.pen.text_width(self.words.options[place], size=self.size, bold=True) + self.size * 2.4
            if wide > width + self.size:
                raise TooNarrowError(self.words.options[place])
            if line and (self.layout.options.endswith("stacked") or at + wide > width):
                yield line
                line, at = [], 0.0
            line.append(place)
            at += wide
        yield line

    def _last(self) -> int:
        return max(place for place in range(3) if self._stays(place))

    def _stays(self, place: int) -> bool:
        return self.typed.style != "only" or place == self._marked()

    def _marked(self) -> int:
        return list(ParticipationType).index(self.typed.role) if self.typed.role else -1

    def _option(self, place: int, x: float, y: float) -> float:
        """Print one role and note its place; return where it ends."""
        style, size, is_marked = self.typed.style, self.size, place == self._marked()
        box = None
        if self.layout.has_boxes and style != "only":
            box = self._tick_box(x, y, style if is_marked else "")
            x += size * 1.5
        text = self.words.options[place]
        text = f"X {text}" if style == "x_before" and is_marked else text
        bold = style == "bold" and is_marked
        self.pen.text(x, y, text, size=size, bold=bold)
        end = x + self.pen.text_width(text, size=size, bold=bold)
        if style == "underlined" and is_marked:
            self.pen.line([(x, y - size * 0.18), (end, y - size * 0.18)], thickness=1)
        if style == "struck" and not is_marked:
            self.pen.line([(x - 1, y + size * 0.3), (end + 1, y + size * 0.3)], thickness=1)
        words = (x, self._down(y + size * 0.75), end, self._down(y - size * 0.2))
        self.places.options.append(Option(words, box))
        return end

    def _tick_box(self, x: float, y: float, style: str) -> Rect:
        pen, edge = self.pen, self.size * 0.85
        if self.layout.options == "brackets":
            pen.text(x, y, "[ ]" if not style else "[X]", size=self.size)
            return (x + 2, self._down(y + edge), x + edge + 1, self._down(y))
        pen.box(x, y - 1, edge, edge)
        if style == "box_crossed":
            pen.line([(x, y - 1), (x + edge, y - 1 + edge)], thickness=1)
            pen.line([(x, y - 1 + edge), (x + edge, y - 1)], thickness=1)
        elif style == "box_ticked":
            pen.line([(x + 1, y + edge * 0.4), (x + edge * 0.4, y), (x + edge, y + edge)], thickness=1.4)
        elif style == "box_filled":
            pen.box(x + 1, y, edge - 2, edge - 2, grey=0)
        return (x, self._down(y - 1 + edge), x + edge, self._down(y - 1))

    def _down(self, y: float) -> float:
        return self.pen.height - y


TYPED_FIELDS = (ORGANISATION, NAME, TITLE, DATE)
