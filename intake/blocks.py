"""Signature blocks on a page: the labels found, and which of them belong together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from intake.labels import CORE, LabelField, LabelMatch, label_at_start, labels_inside
from intake.page import PageView, Segment, Word, box_around, is_aligned, joined, segments_of
from pact.documents import BoxPt

_COLUMN_REACH_PT = 120.0
_CENTRED_PT = 40.0  # so much further left a long label may begin, where labels are centred in their column
_BLOCK_GAP_PT = 190.0


@dataclass(frozen=True, eq=False)
class Label:
    """A label on the page. ``alone`` says that nothing else stands in its segment."""

    field: LabelField
    words: tuple[Word, ...]
    closed: bool
    alone: bool
    opens_sentence: bool = False

    @property
    def text(self) -> str:
        """The label as printed, with its hint."""
        return joined(self.words)

    @cached_property
    def box(self) -> BoxPt:
        """Box around the label's words."""
        return box_around(word.box for word in self.words)

    @property
    def middle_y(self) -> float:
        """Height of the label's middle, in points."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(slots=True, eq=False)
class Block:
    """The labels of one signature block, each field once."""

    labels: dict[LabelField, Label] = field(default_factory=dict)

    @property
    def fields(self) -> set[LabelField]:
        """The core fields this block has a label for."""
        return {f for f in self.labels if f in CORE}

    @property
    def box(self) -> BoxPt:
        """Box around the labels."""
        return box_around(label.box for label in self.labels.values())

    @property
    def is_one(self) -> bool:
        """Whether enough labels stand together to be a signature block and not chance words."""
        if LabelField.PARTICIPATION_TYPE in self.labels and len(self.fields) >= 2:
            return True
        return len(self.fields) >= 3 and bool(self.fields & {LabelField.NAME, LabelField.ORGANISATION})


@dataclass(frozen=True, slots=True)
class BlockPage:
    """A page taken apart: its signature blocks, all its labels, and the segments that are no label."""

    page: PageView
    blocks: tuple[Block, ...]
    labels: tuple[Label, ...]
    pieces: tuple[Segment, ...]


def blocks_of(page: PageView) -> BlockPage:
    """Return the page's signature blocks, the topmost and leftmost first."""
    segments = segments_of(page)
    labels: list[Label] = []
    pieces: list[Segment] = []
    hits = _hits(segments)
    for segment in segments:
        found, rest = hits.get(id(segment), ([], [segment]))
        labels.extend(found)
        pieces.extend(rest)
    labels, freed = _without_chance_words(labels)
    pieces.extend(freed)
    pieces.sort(key=lambda s: (-s.middle_y, s.box[0]))
    blocks = [b for b in _grouped(labels) if b.is_one]
    blocks.sort(key=lambda b: (-b.box[3], b.box[0]))
    return BlockPage(page, tuple(blocks), tuple(labels), tuple(pieces))


def _hits(segments: Sequence[Segment]) -> dict[int, tuple[list[Label], list[Segment]]]:
    """Return, by segment, its labels and what is left of it."""
    hits: dict[int, tuple[list[Label], list[Segment]]] = {}
    consumed: set[int] = set()
    for index, segment in enumerate(segments):
        if id(segment) in consumed:
            continue
        matches = _matches(segment.text)
        unfinished = bool(matches) and segment.text[matches[0].end :].lstrip().startswith(("/", "|", "("))
        if not matches or unfinished:
            below = _label_over_two_lines(segments, index)
            if below is not None:
                match, second = below
                label = Label(match.field, segment.words + second.words, match.closed, alone=True)
                hits[id(segment)], hits[id(second)] = ([label], []), ([], [])
                consumed.add(id(second))
                continue
        if matches:
            hits[id(segment)] = _taken_apart(segment, matches)
    return hits


def _matches(text: str) -> list[LabelMatch]:
    first = label_at_start(text)
    inner = labels_inside(text)
    if first is None:
        return inner
    return [first, *(m for m in inner if m.start >= first.end)]


def _label_over_two_lines(segments: Sequence[Segment], index: int) -> tuple[LabelMatch, Segment] | None:
    """A narrow label column breaks "Participation type" in two."""
    segment = segments[index]
    for other in segments[index + 1 : index + 8]:
        drop = segment.middle_y - other.middle_y
        if drop > 1.6 * segment.size_pt:
            return None
        if drop > 0.6 * segment.size_pt and is_aligned(other.box, segment.box, slack=3):
            whole = f"{segment.text} {other.text}"
            match = label_at_start(whole)
            if match is not None and match.end >= len(whole.rstrip()):
                return match, other
    return None


def _taken_apart(segment: Segment, matches: list[LabelMatch]) -> tuple[list[Label], list[Segment]]:
    labels, rest = [], []
    ends = [m.start for m in matches[1:]] + [len(segment.text)]
    lead = _cut(segment, 0, matches[0].start)
    if lead:
        rest.append(Segment(lead))
    for match, end in zip(matches, ends, strict=True):
        words = _cut(segment, match.start, match.end)
        if not words:
            continue
        value = _cut(segment, match.end, end)
        prose = len(segment.text) > 70 and segment.text[match.end : match.end + 1].islower()
        alone = not value and not lead
        labels.append(
            Label(match.field, words, match.closed, alone, opens_sentence=prose and not match.closed)
        )
        if value:
            rest.append(Segment(value))
    return labels, rest


def _cut(segment: Segment, start: int, end: int) -> tuple[Word, ...]:
    """Return the words whose characters lie between the two places; a word on the border is cut."""
    words, position = [], 0
    for index, word in enumerate(segment.words):
        if index and not word.glued:
            position += 1
        first, last = max(start, position), min(end, position + len(word.text))
        if first < last:
            words.append(_part(word, first - position, last - position))
        position += len(word.text)
    if words and words[0].glued:
        words[0] = replace(words[0], glued=False)
    return tuple(words)


def _part(word: Word, start: int, end: int) -> Word:
    if start == 0 and end == len(word.text):
        return word
    left, bottom, right, top = word.box
    step = (right - left) / len(word.text)
    return replace(word, text=word.text[start:end], box=(left + start * step, bottom, left + end * step, top))


def _without_chance_words(labels: list[Label]) -> tuple[list[Label], list[Segment]]:
    """Drop labels that only open a running sentence, or are the last word of a value on a line of its
    own."""
    kept, freed = [], []
    for label in labels:
        near = [x for x in labels if x.field is not label.field and x.field in CORE and _is_near(x, label)]
        column = {x.field for x in near if is_aligned(x.box, label.box)}
        beside = {x.field for x in near if abs(x.middle_y - label.middle_y) < 6}
        if label.text[:1].islower() and any(x.text[:1].isupper() for x in near):
            stands = False
        elif label.alone and not label.closed:
            stands = bool(column or beside) or not near
        else:
            stands = label.closed or (len(column) >= 2 and not label.opens_sentence)
        if stands:
            kept.append(label)
        else:
            freed.append(Segment(label.words))
    return kept, freed


def _is_near(one: Label, other: Label) -> bool:
    return abs(one.middle_y - other.middle_y) < _COLUMN_REACH_PT


def _grouped(labels: Sequence[Label]) -> list[Block]:
    """Put labels into blocks: a field that comes again begins another block, below or beside the first."""
    done: list[Block] = []
    open_columns: list[tuple[float, Block]] = []
    for line in _label_lines(labels):
        edges = _repeated_edges(line)
        if len(edges) > len(open_columns) and len(edges) > 1:
            open_columns = _opened_columns(open_columns, edges, line)
            done.extend(block for _, block in open_columns if block not in done)
        if not open_columns:
            open_columns = [(float("-inf"), Block())]
            done.append(open_columns[0][1])
        for label in line:
            index = max(
                (i for i, (x, _) in enumerate(open_columns) if label.box[0] >= x - _CENTRED_PT), default=0
            )
            block = open_columns[index][1]
            if label.field in block.labels or _is_far_below(block, label):
                block = _begun_again(block, label)
                open_columns[index] = (open_columns[index][0], block)
                done.append(block)
            block.labels.setdefault(label.field, label)
    return done


def _label_lines(labels: Sequence[Label]) -> list[list[Label]]:
    lines: list[list[Label]] = []
    for label in sorted(labels, key=lambda x: (-x.middle_y, x.box[0])):
        if label.field is LabelField.OTHER:
            continue
        if lines and abs(lines[-1][0].middle_y - label.middle_y) < 5:
            lines[-1].append(label)
        else:
            lines.append([label])
    for line in lines:
        line.sort(key=lambda x: x.box[0])
    return lines


def _repeated_edges(line: list[Label]) -> list[float]:
    """Return the left edges of a field that stands several times on the line: blocks side by side.

    Where a block is two labels wide, the leftmost field tells where each block begins.
    """
    edges = [[x.box[0] for x in line if x.field is wanted] for wanted in {x.field for x in line}]
    best = max(edges, key=lambda e: (len(e), -e[0]))
    return best if len(best) > 1 else [line[0].box[0]]


def _opened_columns(
    before: list[tuple[float, Block]], edges: list[float], line: list[Label]
) -> list[tuple[float, Block]]:
    """Begin one block a column; a single block begun above (a shared label) stays the first column's."""
    columns = [(edge, Block()) for edge in edges]
    columns[0] = (float("-inf"), columns[0][1])
    if len(before) == 1 and not before[0][1].is_one and not any(x.field in before[0][1].labels for x in line):
        columns[0] = (float("-inf"), before[0][1])
    return columns


def _is_far_below(block: Block, label: Label) -> bool:
    return bool(block.labels) and block.box[1] - label.box[3] > _BLOCK_GAP_PT


def _begun_again(block: Block, label: Label) -> Block:
    return Block({label.field: label} if block.labels else {})
