"""Boxes and rings to tick on a picture, what stands in them, and ticks that a pen put without any."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from intake.block.options import names_options
from intake.page.page import TickBox, Word
from intake.pictures.straighten import StraightPage
from intake.scan.box_frames import EDGE, Frame, apart, frames_near, is_as_large, is_in_word, overlap
from intake.scan.ink_layers import BoxPx, InkLayers, Mask, layers_of
from intake.scan.ink_pieces import InkPieces
from intake.scan.option_runs import option_lines, option_runs
from intake.scan.paper_ink import marks_words
from intake.scan.paper_lines import ruled_paper
from intake.scan.pen_groups import PenGroup, pen_groups
from intake.scan.pen_ticks import OptionPlace, is_writing, loose_ticks, option_places, ticks_over_words
from intake.scan.print_zones import zones_of
from pact.documents import Method

_INSET = 0.2  # of the side: the frame itself
_MOST_EMPTY = 0.25  # of a box that is as printed: some cast a shadow
_FAINT, _FULL, _PLAIN = 0.03, 0.07, 0.11  # of a box is ink, more than of an empty one
_OF_FULLEST = 0.35
_STICKS_OUT = 0.35  # of the side: print's own frame does not
_CLOSE = 1.6
_SHADE, _FILLED = 10.0, 30.0  # grey levels: what paper may differ by, and what a pencil filled in
_JOINTS = ("/", "|")
_MARGIN = 1.5  # sides of a box
_WRITTEN = 3.5  # sides of a box: ink so wide in one piece is a word


def tick_boxes_on(page: StraightPage, words: Sequence[Word]) -> tuple[TickBox, ...]:
    """Return the boxes and rings to tick on the lines that name participation types, and the ticks that a pen
    put there without a box, from the top down and from left to right.

    ``words`` come from pen_marks.marked_words: what marks them is no tick.
    """
    layers, pieces = layers_of(page), ruled_paper(page).pieces
    places = option_places(option_lines(words), layers)
    groups = [group for group in pen_groups(page, tuple(words)) if not marks_words(group, words, layers)]
    seen = _frames_seen(page, words)
    frames = _frames_on(page, seen, groups, places)
    boxes = _tick_boxes(frames, page)
    # A square that is no box to tick for sure is no tick either.
    loose = [
        group
        for group in groups
        if not any(overlap(group.box, f.box) for f in (*frames, *(seen if frames else ())))
    ]
    if len(frames) > 1:
        # Where there are boxes, a small stroke elsewhere is dirt.
        least = float(np.median([frame.side for frame in frames]))
        loose = [group for group in loose if group.box[3] - group.box[1] > least]
    boxes += loose_ticks(loose, places, pieces, layers)
    for tick in ticks_over_words(places, words, layers):
        if not any(overlap(layers.px(tick.box), layers.px(box.box)) for box in boxes):
            boxes.append(tick)
    return tuple(sorted(boxes, key=lambda box: (-round(box.box[1] / 6), box.box[0])))


def _frames_seen(page: StraightPage, words: Sequence[Word]) -> list[Frame]:
    """Return the frames on the lines that name options, worn ones too where others like them are plain."""
    layers, strokes = layers_of(page), ruled_paper(page).strokes
    found: list[Frame] = []
    for line in option_runs(words):
        if names_options(" ".join(word.text for run in line for word in run)):
            found += frames_near(zones_of(line, layers, strokes), layers)
    plain = [frame for frame in found if frame.score >= EDGE]
    alike = [frame for frame in found if any(is_as_large(frame, other) for other in plain)]
    boxes = [layers.px(word.box) for word in words]
    joints = [box for box, word in zip(boxes, words, strict=True) if word.text in _JOINTS]
    left_of_all = min((box[0] for box in boxes), default=0)
    return apart(
        frame
        for frame in alike
        if not is_in_word(frame, words, layers)
        # A slash in a frame was crossed by a pen; far left of all print is the hole of a punch.
        and not any(_holds(frame.box, joint) for joint in joints)
        and frame.box[2] > left_of_all - _MARGIN * frame.side
    )


def _holds(box: BoxPx, other: BoxPx) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _frames_on(
    page: StraightPage,
    seen: Sequence[Frame],
    groups: Sequence[PenGroup],
    places: Sequence[Sequence[OptionPlace]],
) -> list[Frame]:
    """Return those of the frames that are boxes to tick."""
    kept = [frame for frame in seen if not _is_written(frame, groups, ruled_paper(page).pieces)]
    if len(kept) == 1 and not _is_a_lone_box(kept[0], groups, places):
        return []
    return kept + list(_filled_places(kept, places, layers_of(page)))


def _is_written(frame: Frame, groups: Iterable[PenGroup], pieces: InkPieces) -> bool:
    """Whether it is a letter of handwriting: an o among others, or one that hangs together with some."""
    near = [pieces.box_around([int(number)]) for group in groups for number in group.members]
    beside = [box for box in near if not overlap(box, frame.box)]
    over = [box for box in near if overlap(box, frame.box)]
    return any(
        is_writing(box, beside, frame.side) or box[2] - box[0] > _WRITTEN * frame.side
        for box in (frame.box, *over)
    )


def _is_a_lone_box(frame: Frame, groups: Iterable[PenGroup], places: Sequence[Sequence[OptionPlace]]) -> bool:
    """Whether a frame without any like it stands before an option, and is no part of a cross or a tick."""
    over = [group.box for group in groups if overlap(group.box, frame.box)]
    return _is_before_option(frame, places) and not any(box[2] - box[0] > 1.4 * frame.side for box in over)


def _is_before_option(frame: Frame, places: Iterable[Sequence[OptionPlace]]) -> bool:
    return any(_stands_before(frame, place) for line in places for place in line)


def _stands_before(frame: Frame, place: OptionPlace) -> bool:
    gap = place.box[0] - frame.box[2]
    level = frame.box[1] < place.base and frame.box[3] > place.base - place.size
    return level and -0.3 * place.size < gap < _CLOSE * place.size


def _filled_places(
    frames: Sequence[Frame], places: Iterable[Sequence[OptionPlace]], layers: InkLayers
) -> Iterator[Frame]:
    """Yield where, as far from its option as the other boxes, a box is filled so evenly with pencil that
    its frame is lost."""
    matched = [(f, p) for f in frames for line in places for p in line if _stands_before(f, p)]
    if len(matched) < 2:
        return
    gap = float(np.median([p.box[0] - f.box[0] for f, p in matched]))
    rise = float(np.median([p.base - f.box[1] for f, p in matched]))
    side = matched[0][0].side
    for line in places:
        for place in line:
            left, top = round(place.box[0] - gap), round(place.base - rise)
            box = (left, top, left + side, top + side)
            is_free = left > 0 and not any(overlap(box, frame.box) for frame in frames)
            if is_free and _shade(box, layers) > _FILLED:
                yield Frame(box, 0.0)


def _tick_boxes(frames: Sequence[Frame], page: StraightPage) -> list[TickBox]:
    """Return the frames with what they hold. One that stands alone may be anything."""
    layers, paper = layers_of(page), ruled_paper(page)
    excess = _excess([_inked(frame.box, layers, paper.strokes) for frame in frames])
    boxes = []
    for frame, share in zip(frames, excess, strict=True):
        sticks_out = not frame.is_round and _sticks_out(frame, paper.pieces)
        ticked = _is_full(share, excess)
        doubtful = len(frames) == 1 or (sticks_out != ticked and _FAINT < share < _PLAIN)
        doubtful = doubtful or frame.score == 0.0 or (sticks_out and share <= _FAINT)
        boxes.append(
            TickBox(layers.pt(frame.box), ticked=ticked or sticks_out, method=Method.OCR, doubtful=doubtful)
        )
    return boxes


def _excess(shares: Sequence[float]) -> list[float]:
    """Return how much more ink each holds than the emptiest, where there are several."""
    empty = min(_MOST_EMPTY, *shares) if len(shares) > 1 else 0.0
    return [share - empty for share in shares]


def _is_full(share: float, excess: Sequence[float]) -> bool:
    return share > _FULL and share > _OF_FULLEST * max(excess)


def _sticks_out(frame: Frame, pieces: InkPieces) -> bool:
    """Whether ink that hangs together with the frame reaches out of it, up and to a side, as a tick does."""
    left, top, right, bottom = frame.box
    numbers = np.unique(pieces.labels[top:bottom, left:right])
    spare = _STICKS_OUT * frame.side
    for number in numbers[pieces.area[numbers] > 0]:
        box = pieces.box_around([int(number)])
        to_a_side = left - box[0] > spare or box[2] - right > spare
        if to_a_side and top - box[1] > spare and box[2] - box[0] < _WRITTEN * frame.side:
            return True
    return False


def _inked(box: BoxPx, layers: InkLayers, strokes: Mask) -> float:
    """Return the share of ink inside the frame; a pencil's even gray counts as some, too."""
    left, top, right, bottom = box
    inset_x, inset_y = max(3, round(_INSET * (right - left))), max(3, round(_INSET * (bottom - top)))
    inside = strokes[top + inset_y : bottom - inset_y, left + inset_x : right - inset_x]
    if inside.size == 0:
        return 0.0
    return float((inside > 0).mean()) + max(0.0, _shade(box, layers) - _SHADE) / 100


def _shade(box: BoxPx, layers: InkLayers) -> float:
    """Return by how many grey levels the paper in the box is darker than around it."""
    left, top, right, bottom = box
    inset_x, inset_y = max(3, round(_INSET * (right - left))), max(3, round(_INSET * (bottom - top)))
    paper = layers.paper[top + inset_y : bottom - inset_y, left + inset_x : right - inset_x]
    around = layers.paper[max(0, top - 4) : bottom + 4, max(0, left - 4) : right + 4]
    return float(np.percentile(around, 90)) - float(np.median(paper)) if paper.size else 0.0
