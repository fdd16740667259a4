"""The lines of a letter as they stand on its pages, and which of them belong together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from intake.page.page import PageView, Segment, Word, box_around, segments_of
from intake.page.plain_text import folded, tidy
from pact.documents import BoxPt, Method

_LEADING = 1.9  # so many heights of its letters a line of the same paragraph stands below the one before
_STEP_OF_SIZE = 1.2
_STEP_OF_OCR_SIZE = 1.4  # sizes are measured roughly in pictures


@dataclass(frozen=True)
class Line:
    """One line of a letter, or a part of one, with where it stands."""

    text: str
    raw: Segment
    view: PageView

    @cached_property
    def flat(self) -> str:
        """The text folded, for comparing with word lists."""
        return folded(self.text)

    @property
    def box(self) -> BoxPt:
        """Its place on the page as it was laid out."""
        return self.raw.box

    @property
    def page(self) -> int | None:
        """The number of its page as evidence."""
        return self.view.told_number

    @property
    def box_pt(self) -> BoxPt | None:
        """Its box as evidence."""
        return self.view.told_box(self.raw.box)

    @property
    def method(self) -> Method:
        """How its text was taken."""
        return self.raw.words[0].method

    @property
    def height(self) -> float:
        """The height of its letters, in points: from the boxes, which pictures and print both have."""
        return min(max(self.raw.size_pt, 4.0), 40.0)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is set bold."""
        return all(word.bold for word in self.raw.words)

    def part(self, text: str) -> "Line":
        """Return a part of the line, with the box of that part as far as letters are evenly wide."""
        whole = self.raw.text
        start = whole.find(text)
        if start < 0 or len(text) == len(whole):
            return replace(self, text=tidy(text))
        left, bottom, right, top = self.raw.box
        step = (right - left) / max(len(whole), 1)
        box = (left + start * step, bottom, left + (start + len(text)) * step, top)
        words = tuple(replace(w, box=_within(w.box, box)) for w in self.raw.words if _touch(w.box, box))
        return replace(self, text=tidy(text), raw=Segment(words) if words else self.raw)

    def of_words(self, words: Sequence[Word]) -> "Line":
        """Return the part of the line that these of its words are."""
        segment = Segment(tuple(words))
        return replace(self, text=tidy(segment.text), raw=segment)


def letter_lines(view: PageView) -> list[Line]:
    """Return the segments of the page that hold words, from the top down."""
    lines = []
    for segment in segments_of(view):
        text = tidy(segment.text)
        if any(c.isalnum() for c in text):
            lines.append(Line(text, segment, view))
    return lines


def box_of(lines: Sequence[Line]) -> BoxPt | None:
    """Return the box around the lines on the first one's page, as evidence."""
    first = lines[0].view
    return first.told_box(box_around(line.box for line in lines if line.view is first))


def gap_above(line: Line, above: Line) -> float:
    """Return how far the line stands below the other, in heights of its letters; on another page very far."""
    if line.view is not above.view:
        return 99.0
    return (above.raw.middle_y - line.raw.middle_y) / max(line.height, above.height)


def are_one_paragraph(above: Line, line: Line) -> bool:
    """Whether the line follows the other as the next one of a paragraph or an address would."""
    return 0.3 < gap_above(line, above) < _LEADING and is_like(above, line) and _share_a_column(above, line)


def is_like(one: Line, other: Line) -> bool:
    """Whether the two are set alike: size and weight."""
    step = _STEP_OF_OCR_SIZE if Method.OCR in (one.method, other.method) else _STEP_OF_SIZE
    return (
        max(one.height, other.height) <= step * min(one.height, other.height) and one.is_bold == other.is_bold
    )


def clustered(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines in groups that stand close under one another, set alike, in one column."""
    groups: list[list[Line]] = []
    for line in lines:
        near = [g for g in groups if are_one_paragraph(g[-1], line)]
        if near:
            min(near, key=lambda g: gap_above(line, g[-1])).append(line)
        else:
            groups.append([line])
    return groups


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in rows, those of one height together, from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _on_one_row(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda x: x.box[0]) for row in rows]


def running_text(lines: Sequence[Line]) -> str:
    """Return the lines as one text, words joined again that a line's end parted."""
    texts: list[str] = []
    for line in lines:
        if texts and re.search(r"[a-zà-þ][-‐\u00ad]$", texts[-1]) and line.text[:1].islower():
            texts[-1] = texts[-1][:-1] + line.text
        else:
            texts.append(line.text)
    return tidy(" ".join(texts))


def _on_one_row(one: Line, other: Line) -> bool:
    slack = 0.45 * min(one.height, other.height)
    return one.view is other.view and abs(one.raw.middle_y - other.raw.middle_y) < slack


def _share_a_column(one: Line, other: Line) -> bool:
    slack = 0.8 * max(one.height, other.height)
    edges = (one.box[0] - other.box[0], one.box[2] - other.box[2], _middle(one) - _middle(other))
    return min(map(abs, edges)) < slack


def _middle(line: Line) -> float:
    return (line.box[0] + line.box[2]) / 2


def _touch(word: BoxPt, box: BoxPt) -> bool:
    return min(word[2], box[2]) - max(word[0], box[0]) > 0.5


def _within(word: BoxPt, box: BoxPt) -> BoxPt:
    return (max(word[0], box[0]), word[1], min(word[2], box[2]), word[3])
