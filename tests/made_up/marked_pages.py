"""Signature pages printed with open options, marked and filled in by pen, then scanned: with the truth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

import cv2
import numpy as np
from made_up.block_layouts import Frame, TooNarrowError, draw_on
from made_up.block_shapes import SHAPES, shapes_of
from made_up.hand_letters import HANDS, written
from made_up.paper_dirt import soiled
from made_up.paper_pages import PaperPage, PrintedWord, printed_pages
from made_up.pen_ink import RealPen, draw_pen, inked
from made_up.pen_on_paper import Box
from made_up.pen_signatures import draw_strokes
from made_up.pens import ReportlabPen, covers
from made_up.people import draw_applicant
from made_up.scanners import SCANNERS, scanned_page
from made_up.signature_blocks import Block, Segment, draw_block
from made_up.signed_copies import FACES

from pact.documents import ParticipationType, SignatureKind

SHEET = (595.28, 440.0)
"""Width and height of the sheets in points: a signature block and a few lines, to be quick."""
PRINT_DPI = 220
NO_DIRT = ""


@dataclass(frozen=True, slots=True)
class OpenBlock(Block):
    """A block whose options are all printed alike, each behind ``sign`` where there is one."""

    sign: str = ""
    typed_sign: str = ""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The options with the signs before them, or parted by slashes."""
        parts: list[Segment] = []
        for option in self.words.options:
            if self.sign or self.typed_sign:
                parts.append(Segment(self.typed_sign, sign=self.sign))
            elif parts:
                parts.append(Segment("/"))
            parts.append(Segment(option))
        return tuple(parts)


class WatchedPen(ReportlabPen):
    """A pen that remembers where it printed what, and leaves out the texts in ``hidden``."""

    def __init__(self, face: str, hidden: frozenset[str] = frozenset()) -> None:
        super().__init__(face, SHEET)
        self.hidden = hidden
        self.texts: list[tuple[str, float, float, float]] = []
        self.boxes: list[Box] = []

    def text(self, x: float, y: float, words: str, *, size: float, bold: bool = False) -> None:
        self.texts.append((words, x, y, size))
        if words not in self.hidden:
            super().text(x, y, words, size=size, bold=bold)

    def box(self, x: float, y: float, width: float, height: float, *, grey: float | None = None) -> None:
        self.boxes.append((x, self.height - y - height, x + width, self.height - y))
        super().box(x, y, width, height, grey=grey)

    def oval(self, x: float, y: float, width: float, height: float, *, full: bool = False) -> None:
        self.boxes.append((x, self.height - y - height, x + width, self.height - y))
        super().oval(x, y, width, height, full=full)

    def sign(self, x: float, y: float, name: str, *, size: float) -> None:
        self.boxes.append((x, self.height - y - 0.7 * size, x + 0.75 * size, self.height - y))
        super().sign(x, y, name, size=size)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page on its way through pens to the scanner; boxes in points from the upper left corner.

    ``options`` holds for each option its words line by line; ``boxes`` what is there to tick.
    """

    page: PaperPage
    block: OpenBlock
    shape: str
    options: tuple[tuple[Box, ...], ...]
    boxes: tuple[Box, ...]
    values: dict[str, Box] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marking:
    """What is to be put on the page. ``mark`` puts it; ``role`` and ``is_contradictory`` are the truth."""

    style: str
    mark: Callable[[Sheet, RealPen, Random, str, int], PaperPage]
    sign: str = ""
    typed_sign: str = ""
    is_contradictory: bool = False
    is_open: bool = False
    printed: str = ""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A scanned page and its truth. ``page`` has the words' boxes, and pens' traces as places."""

    page: PaperPage
    block: Block
    style: str
    role: ParticipationType | None
    is_contradictory: bool
    signature: SignatureKind
    by_hand: frozenset[str]
    look: str


def marked_page(
    marking: Marking, set_name: str, seed: int, *, hand_filled: bool = False, dirt: bool = True
) -> MarkedPage:
    """Return a page marked in that way; the same arguments give the same page."""
    rng = Random(f"{set_name}-{seed}-{marking.style}-{hand_filled}")
    role = rng.choice(list(ParticipationType))
    sheet = printed_sheet(marking, role, set_name, rng, hand_filled=hand_filled)
    pen, page = draw_pen(rng, set_name), sheet.page
    page = marking.mark(sheet, pen, rng, set_name, list(ParticipationType).index(role))
    by_hand = _filled_by_hand(replace(sheet, page=page), pen, rng, set_name) if hand_filled else (page, ())
    page, fields = by_hand
    page, signature = _signed(replace(sheet, page=page), pen, rng, set_name)
    if dirt:
        page = soiled(page, rng)
    scanner = replace(rng.choice(SCANNERS[set_name]), skew_deg=0.5)
    page = at_200_dpi(scanned_page(page, scanner, rng))
    is_marked = not (marking.is_contradictory or marking.is_open)
    return MarkedPage(
        page, sheet.block, marking.style, role if is_marked else None, marking.is_contradictory,
        signature, frozenset(fields), f"{scanner.name} {pen.name} {sheet.shape} {signature}",
    )  # fmt: skip


def at_200_dpi(page: PaperPage) -> PaperPage:
    """Return the page as it comes out of straightening: 200 pixels an inch."""
    if page.dpi == 200:
        return page
    scale = 200 / page.dpi
    flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    pixels = cv2.resize(page.pixels, None, fx=scale, fy=scale, interpolation=flags)
    return page.moved(pixels, lambda points: points * scale, 200)


def printed_sheet(
    marking: Marking, role: ParticipationType, set_name: str, rng: Random, *, hand_filled: bool
) -> Sheet:
    """Return a page with the block on it; layouts that are too narrow are passed over."""
    while True:
        face = rng.choice(FACES[set_name]["reportlab"])
        applicant = draw_applicant(rng, set_name)
        drawn = draw_block(rng, set_name, applicant, signature_style="")
        texts = "".join(label + value for label, value in drawn.texts)
        shape = rng.choice([name for name in shapes_of(set_name) if SHAPES[name].columns == 1])
        if not covers(face, texts) or max(len(value) for _, value in drawn.texts) > 42:
            continue
        block = OpenBlock(
            drawn.applicant, None, "", drawn.written, words=drawn.words,
            sign=marking.sign, typed_sign=marking.typed_sign,
        )  # fmt: skip
        printed: Block = block
        if marking.printed:
            printed = replace(drawn, role=role, mark_style=marking.printed)
        values = frozenset(value for _, value in block.texts) if hand_filled else frozenset()
        pen = WatchedPen(face, values)
        size = rng.choice((10, 11, 12))
        pen.text(64, SHEET[1] - 40, "Signed,", size=size)
        try:
            draw_on(pen, printed, shape, Frame(64, SHEET[1] - 40 - size * 2, SHEET[0] - 128, size), rng)
        except TooNarrowError:
            continue
        return _sheet(pen, block, shape)


def _sheet(pen: WatchedPen, block: OpenBlock, shape: str) -> Sheet:
    page = printed_pages(pen.finish(), PRINT_DPI, with_words=True)[0]
    page = replace(
        page, words=tuple(w for w in page.words if w.text.isascii() or any(map(str.isalpha, w.text)))
    )
    values = {}
    for words, x, y, size in pen.texts:
        for label, value in block.texts:
            if words in (label, value):
                top = SHEET[1] - y - 0.72 * size
                values[words] = (x, top, x + pen.text_width(words, size=size), SHEET[1] - y)
        if words.startswith(block.words.signature):
            values["signature"] = (
                x,
                SHEET[1] - y - 0.72 * size,
                x + pen.text_width(words, size=size),
                SHEET[1] - y,
            )
    frames = tuple(b for b in pen.boxes if b[2] - b[0] < 16) if block.sign else ()
    return Sheet(page, block, shape, _options_on(page, block), frames or _typed_boxes(page), values)


def _typed_boxes(page: PaperPage) -> tuple[Box, ...]:
    """Return where brackets stand to be ticked."""
    found, points = [], page.points
    for word, after in zip(page.words, page.words[1:], strict=False):
        if word.text == "[" and after.text == "]":
            left, top, right, bottom = (*word.box[:2], *after.box[2:])
            found.append((left / points, top / points, right / points, bottom / points))
    return tuple(found)


def _options_on(page: PaperPage, block: Block) -> tuple[tuple[Box, ...], ...]:
    """Return for each option the box of each of its lines, in points."""
    texts, found, start = [w.text for w in page.words], [], 0
    for option in block.words.options:
        tokens = option.split()
        for index in range(start, len(texts)):
            if texts[index : index + len(tokens)] == tokens:
                found.append(_lines(page.words[index : index + len(tokens)], page.points))
                start = index + len(tokens)
                break
        else:
            found.append(())
    return tuple(found)


def _lines(words: Sequence[PrintedWord], points: float) -> tuple[Box, ...]:
    lines: list[list[PrintedWord]] = []
    for word in words:
        if lines and word.box[0] > lines[-1][-1].box[0]:
            lines[-1].append(word)
        else:
            lines.append([word])
    boxes = []
    for line in lines:
        edges = np.array([word.box for word in line]) / points
        boxes.append((*map(float, edges[:, :2].min(axis=0)), *map(float, edges[:, 2:].max(axis=0))))
    return tuple(boxes)  # type: ignore[arg-type]


def _filled_by_hand(
    sheet: Sheet, pen: RealPen, rng: Random, set_name: str
) -> tuple[PaperPage, tuple[str, ...]]:
    """Write the values; one in five is left blank."""
    page, fields, hand = sheet.page, [], rng.choice(HANDS[set_name])
    for label, value in sheet.block.texts:
        if rng.random() < 0.2 or value not in sheet.values:
            continue
        left, _, _, base = sheet.values[value]
        height = rng.uniform(8, 13)
        strokes = written(value, hand, rng, height=height)
        wide = max(x for stroke in strokes for x, _ in stroke)
        squeeze = min(1.0, (SHEET[0] - 30 - left) / wide)
        fall, x, y = rng.uniform(-0.02, 0.02), left + rng.uniform(-1, 8), base + rng.uniform(-5, 3)
        placed = [[(x + a * squeeze, y + b + a * fall) for a, b in stroke] for stroke in strokes]
        page = inked(page, f"field {label}", placed, pen, rng)
        fields.append(label)
    return page, tuple(fields)


def _signed(sheet: Sheet, pen: RealPen, rng: Random, set_name: str) -> tuple[PaperPage, SignatureKind]:
    """Sign beside or below the word for it, over it at times; or leave it."""
    label = sheet.values["signature"]
    if rng.random() < 0.3:
        return sheet.page, SignatureKind.NONE
    others = [box[0] for word, box in sheet.values.items() if word in dict(sheet.block.texts).values()]
    is_beside = SHAPES[sheet.shape].beside
    x = max([label[2] + 6, *others]) if is_beside else label[0]
    y = label[3] if is_beside else label[3] + 14
    if is_beside and rng.random() < 0.15:
        x = label[0] + rng.uniform(10, 40)
    wide, tall = rng.uniform(70, 160), rng.uniform(22, 44)
    y -= tall * rng.uniform(0.3, 0.6)
    strokes = [
        [(x + a, y + b) for a, b in stroke] for stroke in draw_strokes(rng, set_name, width=wide, height=tall)
    ]
    return inked(sheet.page, "signature", strokes, pen, rng), SignatureKind.DRAWN
