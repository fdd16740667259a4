"""Signatories from the signature blocks of pages: values cleaned, judged, with their evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.block.blocks import BlockPage, blocks_of
from intake.block.dates import DayOrder, order_asked, read_date
from intake.block.doubts import address_begins, is_broken_by_choice, is_odd_for, right_edge_of
from intake.block.labels import CORE, LabelField, label_at_start
from intake.block.marks import Marked, marked_type
from intake.block.options import names_options
from intake.block.read_surely import box_of_writing, confidence_in, is_read_dimly, written_but_unread
from intake.block.signature import signature_in
from intake.block.ticks import is_written_mark
from intake.block.values import FilledBlock, filled_blocks
from intake.page.page import (
    Ink,
    InkKind,
    PageView,
    Segment,
    TickBox,
    Word,
    box_around,
    lines_of,
    overlap_share,
)
from intake.page.plain_text import folded, has_odd_characters, joined_lines, tidy
from pact.documents import NOT_FOUND, BoxPt, Field, Method, Remark, Signatory, SignatureKind

_FILLER = re.compile(r"(?:(?!(?<=[^\W\d_])\. )[._…‥·]\s?){3,}|_{2,}|\.{2,}")
"""Dots and rules to write on; the full stop of an abbreviation before them is none of them."""

_PLACEHOLDER = re.compile(
    r"^(?:click (?:or tap )?(?:here )?to (?:enter|choose).*|klik of tik.*|klicken oder tippen.*|"
    r"cliquez ou appuyez.*|"
    r"\[.*\]|<.*>|\(.*\)|\{.*\}|n/?a|tbd|x{3,}|[-–—/\s.:]*|select .*|choose .*|please .*|enter .*|"
    r"fill in.*|type here.*|"
    r"your .*|dd[-/. ]?mm.*|insert .*|name of .*)$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^[\s:：._…·|–—=>]+|^-+\s|[\s:：_…·|]+$|(?<=\s)\.+$")

_UNFINISHED = re.compile(
    r"(?:^|\s)(?:and|of|for|the|in|to|at|de|des|du|la|le|les|et|van|het|den|aan|voor|en|und|fur|der|die|dem|"
    r"zur|zum|og|av|af|och|till|til|y|e|el|del|los|las|dos|das|di|della|dei|delle|per|para|pour|i|w|&|/|-)$|"
    r"^(?:and|of|und|et|en|og|och|&|/|\|) "
)
"""How a value ends, or begins, that is only part of one (folded)."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The signatories found and what the reader noticed on the way.

    ``asked`` tells for each signatory which fields its block has labels for.
    """

    signatories: tuple[Signatory, ...] = ()
    remarks: tuple[Remark, ...] = ()
    has_type_label: bool = False
    asked: tuple[frozenset[LabelField], ...] = ()


def signatories_on(
    page: PageView, order: DayOrder | None = None, *, cut_off: frozenset[LabelField] = frozenset()
) -> Extracted:
    """Return a signatory for each signature block on the page, blank ones included.

    ``order`` is what the rest of the document shows of day and month in dates with slashes. ``cut_off``
    are the labels that a block over the page's end lacks, to be found here.
    """
    blocks = blocks_of(page, cut_off)
    signatories, remarks = [], []
    filled = filled_blocks(blocks)
    for block in filled:
        signatory, noticed = _signatory(block, blocks, order)
        signatories.append(signatory)
        remarks.extend(noticed)
    labelled = any(LabelField.PARTICIPATION_TYPE in block.labels for block in blocks.blocks)
    typed = labelled and any(names_options(piece.text) for piece in blocks.pieces)
    asked = tuple(frozenset(block.labels) & CORE for block in filled)
    return Extracted(tuple(signatories), tuple(remarks), typed, asked)


def is_blank(signatory: Signatory) -> bool:
    """Whether nothing at all was filled in."""
    fields = (
        signatory.organisation,
        signatory.name,
        signatory.title,
        signatory.participation_type,
        signatory.date,
    )
    return (
        all(f.value is None and f.method is None for f in fields)
        and signatory.signature.kind is SignatureKind.NONE
    )


def text_field(pieces: Sequence[Segment], page: PageView, *, doubted: bool) -> Field:
    """Return the pieces as one value. Unsure when ``doubted`` or when the text looks like no answer."""
    lines = lines_of(word for piece in pieces for word in piece.words)
    texts = [_answer_text(line) for line in lines]
    value = joined_lines([t for t in texts if t]).rstrip(",; ")
    words = [word for line in lines for word in line]
    if not value or _PLACEHOLDER.match(value) or not any(c.isalnum() for c in value):
        return written_but_unread(words, page)
    odd = (
        doubted or has_odd_characters(value) or len(value) > 140 or any(w.changed or w.struck for w in words)
    )
    odd = odd or is_read_dimly(words) or _UNFINISHED.search(folded(value)) is not None
    opening = label_at_start(value)
    odd = odd or (opening is not None and opening.field in CORE) or names_options(value) > 1 or len(texts) > 3
    box = page.told_box(box_of_writing(words, page))
    method = words[0].method
    confidence = confidence_in(words)
    return Field(value, min(confidence, 0.6) if odd else confidence, not odd, page.told_number, box, method)


def _answer_text(line: Sequence[Word]) -> str:
    """Return the line's text without the dots and rules to write on."""
    return tidy(_LEADING.sub("", _FILLER.sub(" ", _line_text(line))))


def _line_text(line: Sequence[Word]) -> str:
    return Segment(tuple(line)).text


def _signatory(
    block: FilledBlock, blocks: BlockPage, order: DayOrder | None
) -> tuple[Signatory, list[Remark]]:
    page = blocks.page
    remarks: list[Remark] = []
    values = _role_resolved(block)
    doubted = block.margin < 0.5
    marked = _marked(values.get(LabelField.PARTICIPATION_TYPE, []), block, blocks)
    if marked.contradiction:
        remarks.append(Remark("contradictory_marks", marked.contradiction, page.told_number))
    date, doubt = _date(values.get(LabelField.DATE, []), block, page, order)
    if doubt and date.value is None:
        remarks.append(Remark("ambiguous_date", doubt, page.told_number))
    organisation, name, title = (
        _answer(wanted, values, page, doubted=doubted)
        for wanted in (LabelField.ORGANISATION, LabelField.NAME, LabelField.TITLE)
    )
    signed = values.get(LabelField.SIGNATURE, [])
    others = [p for field, found in values.items() if field is not LabelField.SIGNATURE for p in found]
    return Signatory(
        organisation=organisation,
        name=name,
        title=title,
        participation_type=_type_field(marked, values.get(LabelField.PARTICIPATION_TYPE, []), page),
        date=date,
        signature=signature_in(block.signature_space, signed, page, others),
    ), remarks


def _answer(
    wanted: LabelField, values: dict[LabelField, list[Segment]], page: PageView, *, doubted: bool
) -> Field:
    """Return an organisation, a name or a title; an address below an organisation is no part of it."""
    pieces = values.get(wanted, [])
    lines = lines_of(word for piece in pieces for word in piece.words)
    if wanted is LabelField.ORGANISATION and lines:
        lines = lines[: address_begins([_line_text(line) for line in lines])]
        kept = {id(word) for line in lines for word in line}
        cut = [tuple(w for w in p.words if id(w) in kept) for p in pieces]
        pieces = [Segment(words) for words in cut if words]
    if lines:
        others = [p for f, found in values.items() if f is not wanted for p in found]
        doubted = (
            doubted
            or is_odd_for(wanted, [t for t in map(_answer_text, lines) if t])
            or is_broken_by_choice(lines, right_edge_of(pieces, others))
        )
    return text_field(pieces, page, doubted=doubted)


def _role_resolved(block: FilledBlock) -> dict[LabelField, list[Segment]]:
    """ "Role" is the type where options stand beside it, else the title, if either has no label of its
    own."""
    values = dict(block.values)
    role = values.pop(LabelField.ROLE, None)
    if role is None:
        return values
    options = names_options(" ".join(p.text for p in role))
    wanted = LabelField.PARTICIPATION_TYPE if options else LabelField.TITLE
    values.setdefault(wanted, role)
    return values


def _marked(pieces: Sequence[Segment], block: FilledBlock, blocks: BlockPage) -> Marked:
    if not pieces:
        return Marked(None, 0.0, sure=False)
    around = box_around(p.box for p in pieces)
    near = (around[0] - 40, around[1] - 6, around[2] + 40, around[3] + 6)
    boxes = [b for b in blocks.page.tick_boxes if _inside(b.box, near)]
    boxes += [TickBox(i.box, ticked=True) for i in blocks.page.inks if _is_pen_tick(i, near, boxes)]
    written = [p for p in pieces if is_written_mark(p)]
    boxes += [TickBox(p.box, ticked=True, method=p.words[0].method) for p in written]
    printed = [_outside(boxes, p) for p in pieces if p not in written]
    return marked_type([p for p in printed if p.words], boxes)


def _outside(boxes: Sequence[TickBox], piece: Segment) -> Segment:
    """Leave out the letters that stand in a box: they are its tick, not text."""
    kept = [w for w in piece.words if len(w.text) > 2 or not any(_inside(w.box, b.box) for b in boxes)]
    return Segment(tuple(kept))


def _is_pen_tick(ink: Ink, near: BoxPt, boxes: Sequence[TickBox]) -> bool:
    """A small stroke of the pen among the options, in no box of its own, is a tick."""
    width, height = ink.box[2] - ink.box[0], ink.box[3] - ink.box[1]
    small = 3 < width < 30 and 3 < height < 30 and ink.kind is not InkKind.SIGNATURE_FIELD
    return small and _inside(ink.box, near) and not any(overlap_share(ink.box, b.box) > 0.3 for b in boxes)


def _inside(box: BoxPt, near: BoxPt) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return near[0] <= x <= near[2] and near[1] <= y <= near[3]


def _type_field(marked: Marked, pieces: Sequence[Segment], page: PageView) -> Field:
    if marked.value is None:
        return NOT_FOUND
    box = page.told_box(marked.box)
    changed = any(w.changed for p in pieces for w in p.words)
    default = pieces[0].words[0].method if pieces else Method.TEXT
    method = marked.method or default
    return Field(
        marked.value.value, marked.confidence, marked.sure and not changed, page.told_number, box, method
    )


def _date(
    pieces: Sequence[Segment], block: FilledBlock, page: PageView, order: DayOrder | None
) -> tuple[Field, str]:
    """Return the date and the doubt about it in words; without value where day and month may be swapped."""
    printed = text_field(pieces, page, doubted=False)
    if printed.value is None:
        return printed, ""
    label = block.labels.get(LabelField.DATE)
    asked = order_asked(label.text) if label else None
    read = read_date(printed.value, order, asked)
    if read is None:
        return Field(
            None, 0.0, sure=False, page=page.told_number, box_pt=printed.box_pt, method=printed.method
        ), ""
    sure = read.sure and printed.sure
    value = read.value.isoformat() if read.value else None
    confidence = printed.confidence if sure else (0.5 if value else 0.0)
    return Field(value, confidence, sure, page.told_number, printed.box_pt, printed.method), read.doubt
