"""A page taken apart: its labels in blocks, and the text that is no label."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.block.label_groups import Block, Label, grouped
from intake.block.labels import CORE, LabelField, LabelMatch, label_at_start, labels_inside
from intake.block.signature import is_stamp
from intake.page.page import PageView, Segment, Word, is_aligned, segments_of
from intake.page.plain_text import folded

_COLUMN_REACH_PT = 120.0
_OFFICE_REACH_PT = 160.0
_SAME_ROW_PT = 8.0
_OFFICE = re.compile(
    r"\b(?:for (?:the )?(?:official |internal |office |secretariat(?:'s)? )?use\b|use only\b|"
    r"(?:completed|filled in) by the secretariat|(?:on behalf of|for) the secretariat\b|"
    r"intern gebruik|door het secretariaat|vom sekretariat|par le secretariat|uso interno)"
)
"""What stands over a part of the page that is not the signatory's (folded)."""


@dataclass(frozen=True, slots=True)
class BlockPage:
    """A page taken apart: its signature blocks, all its labels, and the segments that are no label."""

    page: PageView
    blocks: tuple[Block, ...]
    labels: tuple[Label, ...]
    pieces: tuple[Segment, ...]


def blocks_of(page: PageView, cut_off: frozenset[LabelField] = frozenset()) -> BlockPage:
    """Return the page's signature blocks, the topmost and leftmost first.

    ``cut_off`` are the labels that a block on the next page, or the one before, lacks: those that ask for
    just these are the other part of it, however few they are.
    """
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
    labels = _title_of_part_told(_headings_told(_office_told(labels, segments)))
    labels = _without_translations(labels)
    pieces.sort(key=lambda s: (-s.middle_y, s.box[0]))
    blocks, chance = grouped(labels)
    labels = [x for x in labels if x not in chance]
    pieces.extend(Segment(x.words) for x in chance)
    blocks = [b for b in blocks if b.is_one or (cut_off and b.fields == cut_off)]
    blocks.sort(key=lambda b: (-b.box[3], b.box[0]))
    blocks = _left_first(blocks)
    return BlockPage(page, tuple(blocks), tuple(labels), tuple(pieces))


def _left_first(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, those side by side from left to right: on paper one stands a hair higher."""
    rows: list[list[Block]] = []
    for block in blocks:
        if rows and abs(rows[-1][0].box[3] - block.box[3]) < _SAME_ROW_PT:
            rows[-1].append(block)
        else:
            rows.append([block])
    return [block for row in rows for block in sorted(row, key=lambda b: b.box[0])]


def _hits(segments: Sequence[Segment]) -> dict[int, tuple[list[Label], list[Segment]]]:
    """Return, by segment, its labels and what is left of it."""
    hits: dict[int, tuple[list[Label], list[Segment]]] = {}
    consumed: set[int] = set()
    for index, segment in enumerate(segments):
        if id(segment) in consumed:
            continue
        # "Electronically signed by" opens a service's stamp, and asks for nothing.
        matches = [] if is_stamp(segment.text) else _matches(segment.text)
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
        prose = len(segment.text.rstrip("._…· ")) > 70 and segment.text[match.end : match.end + 1].islower()
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
        column = {x.field for x in near if is_aligned(x.box, label.box, slack=8.0)}
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


def _office_told(labels: list[Label], segments: Sequence[Segment]) -> list[Label]:
    """Return the labels; those of the secretariat's own part of the page ask for nothing of ours."""
    heads = [s for s in segments if len(s.text) < 80 and _OFFICE.search(folded(s.text))]
    return [
        replace(x, field=LabelField.OTHER)
        if any(0 < h.middle_y - x.middle_y < _OFFICE_REACH_PT for h in heads)
        else x
        for x in labels
    ]


def _without_translations(labels: list[Label]) -> list[Label]:
    """Return the labels without those that say again, directly under a label, what it asks for.

    Forms in two languages print the second one small below the first: it is no label of another block.
    """
    return [x for x in labels if not any(_says_again(x, upper) for upper in labels)]


def _says_again(label: Label, upper: Label) -> bool:
    drop = upper.middle_y - label.middle_y
    size = max(w.size_pt for w in upper.words)
    under = 0.5 * size < drop < 1.7 * size and is_aligned(label.box, upper.box, slack=4.0)
    return label.field is upper.field and label.alone and under and label.text != upper.text


def _headings_told(labels: list[Label]) -> list[Label]:
    """Return the labels; "Signatory" over a block that asks for a name is the block's heading."""
    names = [x for x in labels if x.field is LabelField.NAME]
    told = []
    for label in labels:
        below = [
            x
            for x in names
            if is_aligned(x.box, label.box, slack=12) and 10 < label.middle_y - x.middle_y < 90
        ]
        first = below and any(
            x.field is LabelField.ORGANISATION and below[0].middle_y < x.middle_y < label.middle_y
            for x in labels
        )
        is_heading = label in names and label.alone and not label.closed and first
        told.append(replace(label, field=LabelField.OTHER) if is_heading else label)
    return told


def _title_of_part_told(labels: list[Label]) -> list[Label]:
    """Return the labels; "Signed:" over the first block is a heading where each block asks again.

    That shows where signatures are asked for more often than anything else, or in the print: a heading
    is set larger than the labels, or alone is bold.
    """
    asking = sorted((x for x in labels if x.field in CORE), key=lambda x: -x.middle_y)
    if len(asking) < 3 or asking[0].field is not LabelField.SIGNATURE or not asking[0].alone:
        return labels
    top, rest = asking[0], asking[1:]
    asked = Counter(x.field for x in rest)
    most = max((n for f, n in asked.items() if f is not LabelField.SIGNATURE), default=0)
    oftener = asked[LabelField.SIGNATURE] >= most
    if not oftener and not _is_set_as_heading(top, rest):
        return labels
    return [replace(x, field=LabelField.OTHER) if x is top else x for x in labels]


def _is_set_as_heading(top: Label, labels: Sequence[Label]) -> bool:
    size = max(w.size_pt for w in top.words)
    largest = max(w.size_pt for x in labels for w in x.words)
    bold = top.words[0].bold and not any(w.bold for x in labels for w in x.words)
    return bold or size > 1.12 * largest
