"""One model of a page, whatever its file was: words with boxes, rules, shapes, pictures, boxes to tick."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from pact.documents import BoxPt, Method

Homography = tuple[float, float, float, float, float, float, float, float, float]
"""A 3x3 projective map of points, row by row."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space, all of one style.

    ``glued`` says that no space parts it from the word before: a slash, a tick and a change of
    style each begin a word of their own.
    """

    text: str
    box: BoxPt
    size_pt: float = 11.0
    bold: bool = False
    struck: bool = False
    underlined: bool = False
    highlighted: bool = False
    circled: bool = False
    italic: bool = False
    coloured: bool = False
    light: bool = False  # white, or greyed out
    glued: bool = False
    changed: bool = False  # touched by a tracked change, or shown otherwise than held
    method: Method = Method.TEXT
    score: float = 1.0  # how sure it is that the text is read as it stands, 0..1: less in pictures only
    doubtful: bool = False  # what marks it on a picture is faint, or may be something else

    @property
    def middle_y(self) -> float:
        """Height of the word's middle, in points."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals throughout."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def large(self) -> bool:
        """Whether it is set larger than running text ever is."""
        return self.size_pt > 13.5


class InkKind(StrEnum):
    """What a drawing is made of."""

    PICTURE = "picture"
    STROKES = "strokes"
    ANNOTATION = "annotation"
    SIGNATURE_FIELD = "signature_field"


@dataclass(frozen=True, slots=True)
class Ink:
    """Something drawn that is neither text nor a straight rule."""

    kind: InkKind
    box: BoxPt


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick: a form's, a drawn one or a content control. ``label`` is what the form calls it."""

    box: BoxPt
    ticked: bool
    method: Method = Method.TEXT
    label: str = ""
    doubtful: bool = False  # on a picture: it may be otherwise


@dataclass(frozen=True, slots=True)
class PageView:
    """What stands on one page. ``number`` counts from 1; ``turn`` is the quarter turns (counter-clockwise)
    that were taken out so that the text stands upright."""

    number: int
    width_pt: float
    height_pt: float
    words: tuple[Word, ...] = ()
    rules: tuple[BoxPt, ...] = ()
    inks: tuple[Ink, ...] = ()
    tick_boxes: tuple[TickBox, ...] = ()
    handwriting: tuple[BoxPt, ...] = ()  # where somebody wrote on paper, each box with all its ink
    turn: int = 0
    has_boxes: bool = True  # false where the file says nothing about places (DOCX)
    to_file: Homography | None = None  # from this page's points to the file's, where it was straightened

    @property
    def told_number(self) -> int | None:
        """The page's number as evidence; None where the file has no pages of its own."""
        return self.number if self.has_boxes else None

    def told_box(self, box: BoxPt | None) -> BoxPt | None:
        """Return the box as evidence, in the file's own coordinates; None where it has none."""
        if box is None or not self.has_boxes:
            return None
        return mapped(box, self.to_file) if self.to_file else _turned_back(box, self)


@dataclass(frozen=True)
class Segment:
    """Words of one line that belong together: no wide gap and no vertical rule between them."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> BoxPt:
        """Box around the words."""
        return box_around([word.box for word in self.words])

    @cached_property
    def text(self) -> str:
        """The words as one text, joined as they were printed."""
        return joined(self.words)

    @cached_property
    def middle_y(self) -> float:
        """Height of the segment's middle, in points."""
        return (self.box[1] + self.box[3]) / 2

    @cached_property
    def size_pt(self) -> float:
        """The largest font size in it."""
        return max(word.size_pt for word in self.words)


def joined(words: Iterable[Word]) -> str:
    """Return the text of the words with one space between those that are not glued."""
    pieces: list[str] = []
    for word in words:
        if pieces and not word.glued:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces)


def box_around(boxes: Iterable[BoxPt]) -> BoxPt:
    """Return the smallest box around all. ValueError when there is none."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops))


def overlap_share(inner: BoxPt, outer: BoxPt) -> float:
    """Return the share (0..1) of ``inner``'s area that lies in ``outer``."""
    width = min(inner[2], outer[2]) - max(inner[0], outer[0])
    height = min(inner[3], outer[3]) - max(inner[1], outer[1])
    area = (inner[2] - inner[0]) * (inner[3] - inner[1])
    if width <= 0 or height <= 0 or area <= 0:
        return 0.0
    return width * height / area


def mapped(box: BoxPt, to_file: Homography) -> BoxPt:
    """Return the smallest upright box round the four corners, where the map puts them."""
    left, bottom, right, top = box
    a, b, c, d, e, f, g, h, i = to_file
    points = []
    for x, y in ((left, bottom), (right, bottom), (left, top), (right, top)):
        scale = (g * x + h * y + i) or 1e-9
        points.append(((a * x + b * y + c) / scale, (d * x + e * y + f) / scale))
    return box_around((x, y, x, y) for x, y in points)


def is_aligned(one: BoxPt, other: BoxPt, slack: float = 6.0) -> bool:
    """Whether the boxes stand in one column: their left edges, right edges or middles are above each
    other."""
    middles = abs(one[0] + one[2] - other[0] - other[2]) / 2
    return min(abs(one[0] - other[0]), abs(one[2] - other[2]), middles) < slack


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Return the words as lines from the top down, each from left to right.

    Words are of one line when the middle of the one lies within the middle 70 % of the other: values
    typed over a form stand a point or two off the labels' baseline.
    """
    lines: list[list[Word]] = []
    anchors: list[Word] = []
    for word in sorted(words, key=lambda w: (-w.middle_y, w.box[0])):
        for index in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
            if _on_one_line(anchors[index], word):
                lines[index].append(word)
                break
        else:
            lines.append([word])
            anchors.append(word)
    for line in lines:
        line.sort(key=lambda w: w.box[0])
    return lines


def segments_of(page: PageView) -> list[Segment]:
    """Return the page's segments from the top down and from left to right."""
    upright = [
        rule for rule in page.rules if rule[3] - rule[1] > 3 * (rule[2] - rule[0]) and rule[3] - rule[1] > 6
    ]
    segments: list[Segment] = []
    # What was typed over the print is a layer of its own: it often stands on top of printed words.
    for method in dict.fromkeys(word.method for word in page.words):
        for line in lines_of(word for word in page.words if word.method is method):
            start = 0
            for index in range(1, len(line) + 1):
                if index == len(line) or _is_apart(line[index - 1], line[index], upright):
                    segments.append(Segment(_with_joints(line[start:index])))
                    start = index
    segments.sort(key=lambda s: (-s.middle_y, s.box[0]))
    return segments


def _on_one_line(anchor: Word, word: Word) -> bool:
    tall, low = (anchor, word) if _height(anchor) >= _height(word) else (word, anchor)
    slack = 0.35 * max(_height(tall), 4.0)
    return abs(tall.middle_y - low.middle_y) < slack


def _height(word: Word) -> float:
    return max(word.box[3] - word.box[1], 0.0)


def _is_apart(left: Word, right: Word, upright: list[BoxPt]) -> bool:
    gap = right.box[0] - left.box[2]
    if gap > 1.1 * max(left.size_pt, right.size_pt, 6.0):
        return True
    y = (left.middle_y + right.middle_y) / 2
    return any(
        rule[1] <= y <= rule[3] and left.box[2] - 1.5 <= (rule[0] + rule[2]) / 2 <= right.box[0] + 1.5
        for rule in upright
    )


def _with_joints(words: list[Word]) -> tuple[Word, ...]:
    """A word is only glued to the one that stands directly before it on the line."""
    first = replace(words[0], glued=False) if words[0].glued else words[0]
    return (first, *words[1:])


def _turned_back(box: BoxPt, page: PageView) -> BoxPt:
    """Return the box in the file's own page coordinates, where the text was turned upright for reading."""
    left, bottom, right, top = box
    width, height = page.width_pt, page.height_pt
    if page.turn == 1:
        return (height - top, left, height - bottom, right)
    if page.turn == 2:
        return (width - right, height - top, width - left, height - bottom)
    if page.turn == 3:
        return (bottom, width - right, top, width - left)
    return box
