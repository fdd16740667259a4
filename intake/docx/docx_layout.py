"""A place for every word of a Word file: lines, tabs and table cells laid out as on a sheet without end.

Word files say nothing about places, and signature blocks are told by places. So the text is set once,
with one width a letter, cells beside each other and rules between them; nothing wraps.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from intake.page.page import Ink, InkKind, Word
from intake.page.plain_text import TICK_GLYPHS
from pact.documents import BoxPt, Method

SIZE_PT = 10.0
_LETTER_PT = 5.0
_SPACE_PT = 2.5
_LEADING_PT = 15.0
_PARAGRAPH_PT = 3.0
_TAB_PT = 36.0
_CELL_GAP_PT = 18.0
_PROSE_LETTERS = 240
_JOINTS = frozenset("/|") | TICK_GLYPHS


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style. A tab is "\\t", a new line "\\n"; ``picture_pt`` is the size of a picture
    instead."""

    text: str = ""
    bold: bool = False
    struck: bool = False
    underlined: bool = False
    highlighted: bool = False
    italic: bool = False
    coloured: bool = False
    changed: bool = False
    picture_pt: tuple[float, float] | None = None


@dataclass(slots=True)
class Layout:
    """Words, drawings and rules set so far; ``y`` is where the next line begins, counted down from zero."""

    words: list[Word] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    rules: list[BoxPt] = field(default_factory=list)
    y: float = 0.0
    right: float = 0.0

    def add_paragraph(self, runs: list[Run]) -> None:
        """Set one paragraph below what is there."""
        if _is_prose(runs):
            self._set_prose(runs)
            return
        x, tallest = 0.0, _LEADING_PT
        glued = False
        for run in runs:
            if run.picture_pt is not None:
                width, height = run.picture_pt
                tallest = max(tallest, height + 4)
                self.inks.append(Ink(InkKind.PICTURE, (x, self.y - height - 2, x + width, self.y - 2)))
                x += width
                glued = False
                continue
            for piece in _pieces(run.text):
                if piece == "\n":
                    x, self.y, tallest, glued = 0.0, self.y - tallest, _LEADING_PT, False
                elif piece == "\t":
                    x, glued = (x // _TAB_PT + 2) * _TAB_PT, False
                elif piece == " ":
                    x, glued = x + _SPACE_PT, False
                else:
                    x = self._set_word(piece, run, x, glued=glued)
                    glued = True
            self.right = max(self.right, x)
        self.right = max(self.right, x)
        self.y -= tallest + _PARAGRAPH_PT

    def _set_prose(self, runs: list[Run]) -> None:
        """A long paragraph holds no value: it is kept as one word, which is cheap."""
        text = " ".join("".join(run.text for run in runs).split())
        self._set_word(text, Run(changed=any(run.changed for run in runs)), 0.0, glued=False)
        self.y -= _LEADING_PT + _PARAGRAPH_PT

    def add_table(self, rows: list[list[tuple[int, "Layout"]]]) -> None:
        """Set a table; each cell is given with the number of columns it spans and its own layout."""
        widths = _column_widths(rows)
        for row in rows:
            height = max((-cell.y for _, cell in row), default=_LEADING_PT) + 6
            column, x = 0, 0.0
            for span, cell in row:
                if column:
                    edge = x - _CELL_GAP_PT / 2
                    self.rules.append((edge - 0.2, self.y - height, edge + 0.2, self.y))
                self._place(cell, x, self.y - 2)
                x += sum(widths[column : column + span])
                column += span
            self.right = max(self.right, x)
            self.y -= height
            self.rules.append((-6.0, self.y - 0.2, max(x, 40.0), self.y + 0.2))
        self.y -= 6

    def add_below(self, other: "Layout") -> None:
        """Set another layout, a text box or a page's foot, below what is there."""
        self._place(other, 0.0, self.y)
        self.y += other.y
        self.right = max(self.right, other.right)

    def _set_word(self, token: str, run: Run, x: float, *, glued: bool) -> float:
        right = x + _LETTER_PT * len(token)
        box = (x, self.y - 12.0, right, self.y - 2.4)
        self.words.append(
            Word(
                token, box, SIZE_PT, run.bold, run.struck, run.underlined, run.highlighted,
                italic=run.italic, coloured=run.coloured,
                glued=glued, changed=run.changed, method=Method.DOCX,
            )
        )  # fmt: skip
        return right

    def _place(self, other: "Layout", x: float, y: float) -> None:
        self.words += [replace(w, box=_moved(w.box, x, y)) for w in other.words]
        self.inks += [Ink(i.kind, _moved(i.box, x, y)) for i in other.inks]
        self.rules += [_moved(r, x, y) for r in other.rules]


def _is_prose(runs: list[Run]) -> bool:
    plain = all(run.picture_pt is None and "\n" not in run.text and "\t" not in run.text for run in runs)
    return plain and sum(len(run.text) for run in runs) > _PROSE_LETTERS


def _pieces(text: str) -> Iterator[str]:
    """Yield words, single spaces, tabs and line ends; a slash and a tick are words of their own."""
    word = ""
    for character in text:
        if character in "\t\n" or character.isspace() or character in _JOINTS:
            if word:
                yield word
            word = ""
            yield " " if character.isspace() and character not in "\t\n" else character
        else:
            word += character
    if word:
        yield word


def _column_widths(rows: list[list[tuple[int, Layout]]]) -> list[float]:
    count = max((sum(span for span, _ in row) for row in rows), default=0)
    widths = [24.0] * count
    for row in rows:
        column = 0
        for span, cell in row:
            if span == 1:
                widths[column] = max(widths[column], cell.right + _CELL_GAP_PT)
            column += span
    for row in rows:
        column = 0
        for span, cell in row:
            lack = cell.right + _CELL_GAP_PT - sum(widths[column : column + span])
            if span > 1 and lack > 0:
                widths[column + span - 1] += lack
            column += span
    return widths


def _moved(box: BoxPt, x: float, y: float) -> BoxPt:
    return (box[0] + x, box[1] + y, box[2] + x, box[3] + y)
