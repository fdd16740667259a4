"""Remarks that somebody wrote by hand beside the fields of a signature page, which nobody could read here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from intake.block.blocks import BlockPage, blocks_of
from intake.block.labels import LabelField
from intake.page.page import PageView, box_around, overlap_share
from pact.documents import FIELD_NAMES, BoxPt, DocumentAsRead, DocumentKind, Method, Remark, Signatory

_AT_MOST = 5
_WIDE, _HEIGHTS = 5.0, (0.55, 3.4)  # sizes of type: what is narrower are initials, what is taller a stamp
_SLENDER = 2.2  # width by height: signatures are less so than sentences
_BESIDE, _LEVEL = 2.5, 0.4  # sizes of type, and heights, between words of one line
_SPARE_PT, _SIGNED_PT = 6.0, 16.0
_BELOW_SIGNING_PT = 24.0
_READ, _COVERED = 0.8, 0.65
_EDGE_PT = 6.0
_INSIDE, _WORDS = 0.5, 3
_SAID = "Something is written here by hand that we could not read."


def with_unread_writing(document: DocumentAsRead, views: Sequence[PageView]) -> DocumentAsRead:
    """Return a copy of the Pact with a remark for each line of handwriting outside of its fields.

    Reservations are written there (6.4.2.a). Only pages that were read closely have their handwriting told.
    """
    if document.kind is not DocumentKind.SIGNED_PACT:
        return document
    found = [
        Remark("unread_writing", _SAID, view.told_number, view.told_box(box))
        for view in views
        if view.handwriting
        for box in _lines_outside(view, document.signatories)
    ]
    return replace(document, remarks=(*document.remarks, *found[:_AT_MOST]))


def _lines_outside(view: PageView, signatories: Sequence[Signatory]) -> Iterator[BoxPt]:
    blocks = blocks_of(view)
    if not blocks.blocks or not view.words:
        return
    size = median(word.size_pt for word in view.words)
    fields, signed = _places_of(signatories, view)
    rows = list(_rows_of(blocks, size))
    for line in _as_lines(view.handwriting, size):
        if not _is_line_of_words(line, size, view) or _is_printed(line, view):
            continue
        told = view.told_box(line) or line
        if any(overlap_share(told, place) > 0.0 for place in fields):
            continue
        if not _is_sentence(line, view) and any(overlap_share(told, place) > 0.0 for place in signed):
            continue
        middle = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2
        if not any(row[0] <= middle[0] <= row[2] and row[1] <= middle[1] <= row[3] for row in rows):
            yield line


def _places_of(signatories: Iterable[Signatory], view: PageView) -> tuple[list[BoxPt], list[BoxPt]]:
    """Return where fields and where signatures stand on this page, in points of the file, with some room."""
    fields, signed = list[BoxPt](), list[BoxPt]()
    for signatory in signatories:
        for name in FIELD_NAMES:
            field = getattr(signatory, name)
            if field.page == view.told_number and field.box_pt is not None:
                fields.append(_grown(field.box_pt, _SPARE_PT))
        signature = signatory.signature
        if signature.page == view.told_number and signature.box_pt is not None:
            signed.append(_grown(signature.box_pt, _SIGNED_PT))
    return fields, signed


def _rows_of(blocks: BlockPage, size: float) -> Iterator[BoxPt]:
    """Yield the block's own rows: all that is written in them belongs to a field, also where nothing of it
    was read, and signatures hang below theirs."""
    for block in blocks.blocks:
        labels = [label.box for label in block.labels.values()]
        left, bottom, _, top = box_around(labels)
        signing = block.labels.get(LabelField.SIGNATURE)
        low = signing.box[1] - _BELOW_SIGNING_PT if signing is not None else bottom
        yield (left - size, min(bottom - 0.6 * size, low), blocks.page.width_pt, top + 0.8 * size)


def _as_lines(boxes: Sequence[BoxPt], size: float) -> list[BoxPt]:
    """Join the words of one line."""
    lines: list[BoxPt] = []
    for box in sorted(boxes, key=lambda box: box[0]):
        for number, line in enumerate(lines):
            level = min(line[3], box[3]) - max(line[1], box[1])
            if level > _LEVEL * min(line[3] - line[1], box[3] - box[1]) and box[0] - line[2] < _BESIDE * size:
                lines[number] = box_around((line, box))
                break
        else:
            lines.append(box)
    return lines


def _is_line_of_words(box: BoxPt, size: float, view: PageView) -> bool:
    """Whether it is as long and as low as words are, and does not lie at the picture's edge."""
    wide, high = box[2] - box[0], box[3] - box[1]
    at_edge = min(box[0], box[1], view.width_pt - box[2], view.height_pt - box[3]) < _EDGE_PT
    is_low = _HEIGHTS[0] * size <= high <= _HEIGHTS[1] * size and wide >= _SLENDER * high
    return wide >= _WIDE * size and is_low and not at_edge


def _is_sentence(box: BoxPt, view: PageView) -> bool:
    """Whether OCR saw several words in it: nobody's signature is so, and a sentence may be taken for one."""
    return sum(overlap_share(word.box, box) > _INSIDE for word in view.words) >= _WORDS


def _is_printed(box: BoxPt, view: PageView) -> bool:
    """Whether most of it was read surely: print that looks like writing, a stamp, a head of the page."""
    read = [w.box for w in view.words if w.method is not Method.OCR or w.score >= _READ]
    return sum(overlap_share(box, other) for other in read) > _COVERED


def _grown(box: BoxPt, spare: float) -> BoxPt:
    return (box[0] - spare, box[1] - spare, box[2] + spare, box[3] + spare)
