"""What lines and shapes do to words: struck out, underlined, circled, highlighted; and boxes that are
ticked."""

from collections.abc import Sequence
from dataclasses import replace

from intake.page.page import Ink, InkKind, TickBox, Word, box_around, overlap_share
from intake.pdf.pdf_drawings import Drawings, Stroke
from pact.documents import BoxPt

_TICK_BOX_PT = (5.0, 22.0)
_LIGHT = 250.0
_DARK = 70.0


def decorated(words: Sequence[Word], drawings: Drawings) -> tuple[Word, ...]:
    """Return the words with what the page's lines and shapes say about them."""
    level = [r for r in drawings.rules if r[2] - r[0] > 3 and r[3] - r[1] < 0.5 * (r[2] - r[0])]
    level += [s.box for s in drawings.strokes if _is_flat(s.box)]
    level = [rule for rule in level if _is_drawn_for_words(rule, words)]
    crosses = [s.box for s in drawings.strokes if not _is_flat(s.box) and not s.curved]
    loops = [s.box for s in drawings.strokes if s.curved and not _is_solid(s)]
    if not any(_circles(box, word) for box in loops for word in words):
        # Frames count only where nothing round does: a table's cells are frames round every option.
        loops = [o.box for o in drawings.outlines if o.fill is None]
    filled = [s for s in (*drawings.outlines, *drawings.strokes) if _is_wash(s)]
    dark = [s.box for s in filled if s.fill is not None and s.fill < _DARK and not s.coloured]
    washes = [s.box for s in filled if s.box not in dark]
    words = tuple(_decorated(word, level, crosses, loops, washes) for word in words)
    return tuple(
        _on_dark(word) if any(overlap_share(word.box, b) > 0.6 for b in dark) else word for word in words
    )


def tick_boxes(drawings: Drawings, words: Sequence[Word]) -> tuple[TickBox, ...]:
    """Return the drawn boxes of a tick box's size and whether something stands in each."""
    frames = [s for s in (*drawings.outlines, *drawings.strokes) if _is_box_sized(s.box) and s.closed]
    frames = [f for f in frames if not any(_holds_more(f, o) for o in frames)]
    # A cross from corner to corner fills its box exactly; another outline of the same size is the box again.
    crosses = [s.box for s in drawings.strokes if not s.closed]
    contents = [s.box for s in (*drawings.strokes, *drawings.outlines) if s.closed]
    contents += [*drawings.pictures, *drawings.rules]
    found = []
    for frame in frames:
        dark = frame.fill is not None and frame.fill < 128
        inside = any(_is_within(box, frame.box) and not _is_same(box, frame.box) for box in contents)
        inside = inside or any(_is_within(box, frame.box) for box in crosses)
        lettered = any(_is_within(w.box, frame.box, slack=4) and len(w.text) <= 2 for w in words)
        found.append(TickBox(frame.box, ticked=dark or inside or lettered))
    return tuple(found)


def inks_of(drawings: Drawings, words: Sequence[Word]) -> tuple[Ink, ...]:
    """Return the pictures, and the pen strokes joined where they lie close together."""
    inks = [Ink(InkKind.PICTURE, box) for box in drawings.pictures]
    strokes = [
        s.box
        for s in drawings.strokes
        if not _is_loop_round_words(s, words) and not _is_upright(s.box) and not _frames_lines(s, words)
    ]
    inks += [Ink(InkKind.STROKES, box) for box in _clusters(strokes)]
    return tuple(inks)


def _is_upright(box: BoxPt) -> bool:
    return box[2] - box[0] < 1 and box[3] - box[1] > 3


def _frames_lines(stroke: Stroke, words: Sequence[Word]) -> bool:
    """Whether the shape is a frame with round corners: it closes round several lines of words."""
    if not stroke.closed or _is_solid(stroke):
        return False
    heights = [w.middle_y for w in words if overlap_share(w.box, stroke.box) > 0.95]
    return len(heights) > 2 and max(heights) - min(heights) > 8


def _decorated(
    word: Word, level: list[BoxPt], crosses: list[BoxPt], loops: list[BoxPt], washes: list[BoxPt]
) -> Word:
    left, bottom, right, _ = word.box
    baseline = bottom + 0.22 * word.size_pt
    low, high = baseline + 0.10 * word.size_pt, baseline + 0.55 * word.size_pt
    under = baseline - 0.5 * word.size_pt
    struck = underlined = False
    for rule in level:
        if min(right, rule[2]) - max(left, rule[0]) < 0.5 * (right - left):
            continue
        middle = (rule[1] + rule[3]) / 2
        struck = struck or low < middle < high
        underlined = underlined or under <= middle <= low
    struck = struck or any(_crosses(box, word) for box in crosses)
    return replace(
        word,
        struck=word.struck or struck,
        underlined=word.underlined or underlined,
        circled=word.circled or any(_circles(box, word) for box in loops),
        highlighted=word.highlighted or any(overlap_share(word.box, box) > 0.6 for box in washes),
    )


def _is_drawn_for_words(rule: BoxPt, words: Sequence[Word]) -> bool:
    """Whether the line is about as long as the words it touches: a table's lines run on past them.

    Under words it must begin and end where they do; through them it may be a hasty stroke of the pen.
    """
    middle = (rule[1] + rule[3]) / 2
    touched = [w for w in words if _is_at(middle, w) and min(w.box[2], rule[2]) - max(w.box[0], rule[0]) > 2]
    if not touched:
        return False
    left, right = min(w.box[0] for w in touched), max(w.box[2] for w in touched)
    if all(middle < w.box[1] + 0.3 * w.size_pt for w in touched):
        slack = 0.6 * touched[0].size_pt
        return abs(rule[0] - left) < slack and abs(rule[2] - right) < slack
    return rule[2] - rule[0] < 1.2 * (right - left) + 4


def _is_at(y: float, word: Word) -> bool:
    return word.box[1] - 0.3 * word.size_pt < y < word.box[3]


def _on_dark(word: Word) -> Word:
    """White on black stands out; black on black was blackened."""
    return replace(word, highlighted=True) if word.light else replace(word, struck=True)


def _is_flat(box: BoxPt) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return width > 8 and height < 7 and height < 0.35 * width


def _is_solid(stroke: Stroke) -> bool:
    return stroke.fill is not None and stroke.fill < _LIGHT


def _is_wash(stroke: Stroke) -> bool:
    """A field of colour behind a line of words, as of a highlighter."""
    width, height = stroke.box[2] - stroke.box[0], stroke.box[3] - stroke.box[1]
    return stroke.fill is not None and stroke.fill < _LIGHT and width > 10 and 6 < height < 40


def _crosses(box: BoxPt, word: Word) -> bool:
    """A diagonal line over a word: as wide as most of it and no taller than two lines."""
    left, bottom, right, top = word.box
    covers = min(right, box[2]) - max(left, box[0]) > 0.6 * (right - left)
    middle = bottom + 0.5 * (top - bottom)
    return covers and box[1] < middle < box[3] and box[3] - box[1] < 2.2 * word.size_pt and right - left > 8


def _circles(box: BoxPt, word: Word) -> bool:
    """An outline round a word: it holds the word's middle, and is not a page-wide frame or a tick box."""
    left, bottom, right, top = word.box
    x, y = (left + right) / 2, (bottom + top) / 2
    height, width = box[3] - box[1], box[2] - box[0]
    size = word.size_pt
    holds = box[0] <= x <= box[2] and box[1] + 1 < y < box[3] - 1
    covers = min(right, box[2]) - max(left, box[0]) > 0.7 * (right - left)
    return holds and covers and 1.0 * size < height < 4.5 * size and 12 < width < 260


def _is_box_sized(box: BoxPt) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    least, most = _TICK_BOX_PT
    return least <= width <= most and least <= height <= most and 0.7 < width / height < 1.43


def _holds_more(frame: Stroke, outer: Stroke) -> bool:
    """Whether the frame lies inside a larger frame: then it is that one's filling."""
    return (
        frame is not outer and _is_within(frame.box, outer.box) and _area(frame.box) < 0.93 * _area(outer.box)
    )


def _area(box: BoxPt) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_within(inner: BoxPt, outer: BoxPt, slack: float = 3.0) -> bool:
    """Whether ``inner`` lies in ``outer``, a pen's slip over the edge allowed, and is no edge of it."""
    if max(inner[2] - inner[0], inner[3] - inner[1]) < 1.5:
        return False
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    centred = outer[0] + 1.2 < x < outer[2] - 1.2 and outer[1] + 1.2 < y < outer[3] - 1.2
    near = inner[0] > outer[0] - slack - 3 and inner[2] < outer[2] + slack + 6
    return centred and near


def _is_same(one: BoxPt, other: BoxPt) -> bool:
    return all(abs(a - b) < 0.6 for a, b in zip(one, other, strict=True))


def _is_loop_round_words(stroke: Stroke, words: Sequence[Word]) -> bool:
    """A circle round an option or a line through it is a mark, not a signature."""
    flat = _is_flat(stroke.box)
    return any(
        _circles(stroke.box, w)
        or (flat and overlap_share(stroke.box, w.box) > 0.3)
        or (not stroke.curved and _crosses(stroke.box, w))
        for w in words
    )


def _clusters(boxes: list[BoxPt]) -> list[BoxPt]:
    """Join boxes that touch or nearly touch; a signature is drawn in many strokes."""
    clusters: list[BoxPt] = []
    for box in sorted(boxes)[:2000]:
        near = [c for c in clusters if _is_near(c, box)]
        clusters = [c for c in clusters if c not in near]
        clusters.append(box_around([box, *near]))
    return clusters


def _is_near(one: BoxPt, other: BoxPt) -> bool:
    return (
        one[0] < other[2] + 10 and other[0] < one[2] + 10 and one[1] < other[3] + 6 and other[1] < one[3] + 6
    )
