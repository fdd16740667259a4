"""Draws a signature block in one of its shapes with any Pen."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from made_up.block_shapes import SHAPES, Shape
from made_up.drawn_signatures import draw_signature
from made_up.pens import Pen
from made_up.signature_blocks import (
    CIRCLE,
    DRAWN_BOX,
    DRAWN_BOX_CROSSED,
    DRAWN_BOX_TICKED,
    DRAWN_DOT,
    DRAWN_DOT_FULL,
    DRAWN_TICK,
    HIGHLIGHT,
    STRIKE,
    UNDERLINE,
    Block,
    Segment,
)

Piece = tuple[bool, Callable[[], None]]
"""Whether it is a value, and what draws it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a block goes: left edge, upper edge, width and size of letters, in points."""

    x: float
    top: float
    width: float
    size: float = 11


class TooNarrowError(Exception):
    """A word is wider than its place: no typesetter would have chosen this layout."""


def height_on(pen: Pen, block: Block, shape_name: str, frame: Frame) -> float:
    """Return how high the block will be; TooNarrowError where a word does not fit."""
    return frame.top - _Drawing(pen, block, SHAPES[shape_name], frame, Random(0)).lay_out()


def draw_on(pen: Pen, block: Block, shape_name: str, frame: Frame, rng: Random) -> float:
    """Draw the block and return the height of its lower edge; TooNarrowError before anything is drawn."""
    drawing = _Drawing(pen, block, SHAPES[shape_name], frame, rng)
    bottom = drawing.lay_out()
    # A filled-in form has all its values behind everything that was printed.
    pieces = drawing.pieces
    if drawing.shape.values_last:
        pieces = sorted(pieces, key=lambda piece: piece[0])
    for _, draw in pieces:
        draw()
    return bottom


class _Drawing:
    """One block on its way to the page: collects pieces, so that their order can be chosen."""

    def __init__(self, pen: Pen, block: Block, shape: Shape, frame: Frame, rng: Random) -> None:
        self.pen, self.block, self.shape, self.frame, self.rng = pen, block, shape, frame, rng
        self.pieces: list[Piece] = []
        self.size = frame.size
        self.pitch = frame.size * 1.35
        self.share = self._label_width(frame.width / shape.columns)
        self.pad = frame.size * (0.55 if shape.rules in ("grid", "box", "zebra", "rows") else 0.25)

    def lay_out(self) -> float:
        """Collect all rows and return the lower edge."""
        y = self.frame.top
        cell = self.frame.width / self.shape.columns
        rows = self._rows()
        for first in range(0, len(rows), self.shape.columns):
            beside = rows[first : first + self.shape.columns]
            lowest = y
            for column, (label, draw_value) in enumerate(beside):
                bottom = self._row(label, draw_value, self.frame.x + column * cell, y, cell)
                lowest = min(lowest, bottom)
            self._rules(y, lowest, cell, number=first)
            y = lowest
        return y

    def _rows(self) -> list[tuple[str, Callable[[float, float, float], float]]]:
        """Return label and drawer of each row; a drawer takes x, y, width and returns its lowest line."""
        words = self.block.words
        texts = [(label, self._text_drawer(value)) for label, value in self.block.texts]
        kind = (words.participation_type, self._choose)
        return [*texts[:3], kind, texts[3], (words.signature, self._sign)]

    def _label_width(self, cell: float) -> float:
        # One column edge for all rows, wide enough for the longest label.
        if not self.shape.label_share:
            return 0
        widest = max(
            self.pen.text_width(label + self.shape.suffix, size=self.size) for label, _ in self._rows()
        )
        return max(self.shape.label_share * cell, widest + self.size * 1.4)

    def _row(
        self,
        label: str,
        draw_value: Callable[[float, float, float], float],
        x: float,
        top: float,
        cell: float,
    ) -> float:
        shape, pad = self.shape, self.pad
        label += shape.suffix
        base = top - pad - self.size
        size = self.size * 0.8 if shape.rules == "box" else self.size
        wide = self.pen.text_width(label, size=size)
        share = self.share
        left = x + {"right": share - wide - 6, "centre": (share - wide) / 2}.get(shape.align, pad)
        self._put(False, lambda: self.pen.text(left, base, label, size=size))
        if not shape.beside:
            return draw_value(x + pad, base - self.pitch, cell - 2 * pad) - pad
        start = share or wide + pad + 5
        return draw_value(x + start + (4 if share else 0), base, cell - start - pad - 4) - pad

    def _text_drawer(self, value: str) -> Callable[[float, float, float], float]:
        def draw(x: float, y: float, width: float) -> float:
            lines = self._lines(value, width) or [""]
            for number, line in enumerate(lines):
                self._words(x, y - number * self.pitch, line)
            y -= (len(lines) - 1) * self.pitch
            self._leader(x, y, lines[-1], width)
            return y - self.size * 0.3

        return draw

    def _leader(self, x: float, y: float, line: str, width: float) -> None:
        if not self.shape.leader:
            return
        used = self.pen.text_width(line + " ", size=self.size) if line else 0
        one = self.pen.text_width(self.shape.leader, size=self.size)
        count = int((width - used) / one)
        if count > 3:
            self._put(True, lambda: self.pen.text(x + used, y, self.shape.leader * count, size=self.size))

    def _lines(self, words: str, width: float) -> list[str]:
        lines = wrapped(self.pen, words, width, self.size)
        if any(self.pen.text_width(line, size=self.size) > width + self.pad for line in lines):
            raise TooNarrowError(words)
        return lines

    def _words(self, x: float, y: float, line: str, *, bold: bool = False) -> None:
        half = len(line) // 2
        parts = {"words": re.findall(r"\S+ ?", line), "halves": [line[:half], line[half:]]}.get(
            self.shape.pieces, [line]
        )
        for part in parts:
            self._put(True, lambda x=x, part=part: self.pen.text(x, y, part, size=self.size, bold=bold))
            x += self.pen.text_width(part, size=self.size, bold=bold)

    def _choose(self, x: float, y: float, width: float) -> float:
        at = x
        space = self.pen.text_width(" ", size=self.size)
        for number, segment in enumerate(self.block.segments):
            # A sign must not be torn from the option it belongs to.
            follows = self.block.segments[number + 1 : number + 2] if _is_sign(segment) else ()
            need = sum(self._segment_width(part) + space for part in (segment, *follows))
            is_held = segment.text == "/" or (number > 0 and _is_sign(self.block.segments[number - 1]))
            if at > x and at + need > x + width and not is_held:
                at, y = x, y - self.pitch
            at, y = self._segment(segment, at, y, left=x, width=width)
            at += space
        return y - self.size * 0.3

    def _segment_width(self, segment: Segment) -> float:
        if segment.sign:
            return self.size
        return self.pen.text_width(segment.text, size=self.size, bold=segment.bold)

    def _segment(
        self, segment: Segment, at: float, y: float, *, left: float, width: float
    ) -> tuple[float, float]:
        if segment.sign:
            self._put(True, lambda: self._draw_sign(segment.sign, at, y))
            return at + self.size, y
        lines = self._lines(segment.text, left + width - at)
        for number, line in enumerate(lines):
            if number:
                at, y = left, y - self.pitch
            self._over(segment.over, at, y, self.pen.text_width(line, size=self.size, bold=segment.bold))
            self._words(at, y, line, bold=segment.bold)
        return at + self.pen.text_width(lines[-1], size=self.size, bold=segment.bold), y

    def _over(self, over: str, x: float, y: float, wide: float) -> None:
        size, pen = self.size, self.pen
        drawers: dict[str, Callable[[], None]] = {
            STRIKE: lambda: pen.line([(x - 1, y + size * 0.28), (x + wide + 1, y + size * 0.3)], thickness=1),
            UNDERLINE: lambda: pen.line([(x, y - size * 0.18), (x + wide, y - size * 0.18)], thickness=1),
            CIRCLE: lambda: pen.oval(x - 4, y - size * 0.45, wide + 8, size * 1.5),
            HIGHLIGHT: lambda: pen.box(x - 1, y - size * 0.25, wide + 2, size * 1.15, grey=-1),
        }
        if over:
            self._put(True, drawers[over])

    def _draw_sign(self, sign: str, x: float, y: float) -> None:
        pen, edge = self.pen, self.size * 0.75
        if sign in (DRAWN_BOX, DRAWN_BOX_CROSSED):
            pen.box(x, y - 1, edge, edge)
            if sign == DRAWN_BOX_CROSSED:
                pen.line([(x, y - 1), (x + edge, y - 1 + edge)], thickness=1)
                pen.line([(x, y - 1 + edge), (x + edge, y - 1)], thickness=1)
        elif sign == DRAWN_BOX_TICKED:
            pen.box(x, y - 1, edge, edge)
            pen.line(
                [(x, y + edge * 0.5), (x + edge * 0.4, y), (x + edge * 1.2, y + edge * 1.1)], thickness=1.3
            )
        elif sign in (DRAWN_DOT, DRAWN_DOT_FULL):
            pen.oval(x, y - 1, edge, edge, full=sign == DRAWN_DOT_FULL)
        elif sign == DRAWN_TICK:
            corner = (x + edge * 0.35, y - 1)
            pen.line([(x, y + edge * 0.4), corner, (x + edge, y + edge)], thickness=1.4)
        else:
            pen.sign(x, y, sign, size=self.size)

    def _sign(self, x: float, y: float, width: float) -> float:
        if self.block.signature_style:
            frame = (x, y, width)
            self._put(True, lambda: draw_signature(self.pen, self.block, frame, self.size, self.rng))
        else:
            self._leader(x, y, "", width)
        return y - self.size * 2.4

    def _rules(self, top: float, bottom: float, cell: float, *, number: int) -> None:
        x, width = self.frame.x, self.frame.width
        drawers: dict[str, Callable[[], None]] = {
            "none": lambda: None,
            "rows": lambda: self.pen.line([(x + self.share, bottom), (x + width, bottom)]),
            "box": lambda: self.pen.box(x, bottom + 2, width, top - bottom - 4),
            "grid": lambda: self._grid(top, bottom, cell),
            "cells": lambda: self._cells(top, bottom, cell),
            "zebra": lambda: self.pen.box(x, bottom, width, top - bottom, grey=0.9 if number % 2 else 0.97),
        }
        # Shading lies under the words, so it comes first.
        if self.shape.rules == "zebra":
            self.pieces.insert(0, (False, drawers["zebra"]))
        else:
            self._put(False, drawers[self.shape.rules])

    def _grid(self, top: float, bottom: float, cell: float) -> None:
        for column in range(self.shape.columns):
            x = self.frame.x + column * cell
            self.pen.box(x, bottom, self.share, top - bottom)
            self.pen.box(x + self.share, bottom, cell - self.share, top - bottom)

    def _cells(self, top: float, bottom: float, cell: float) -> None:
        for column in range(self.shape.columns):
            self.pen.box(self.frame.x + column * cell, bottom, cell, top - bottom)

    def _put(self, is_value: bool, draw: Callable[[], None]) -> None:
        self.pieces.append((is_value, draw))


def _is_sign(segment: Segment) -> bool:
    return bool(segment.sign) or segment.text in ("X", "[x]", "[ ]", "(x)", "( )")


def wrapped(pen: Pen, words: str, width: float, size: float) -> list[str]:
    """Return the lines that the words make at that width; an empty text makes none."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.text_width(longer, size=size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
