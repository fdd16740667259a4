"""What on a picture came from a pen or a stamp, in groups that lie close together: no print, no dirt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from intake.block.labels import label_at_start
from intake.page.page import Segment, Word, lines_of
from intake.pictures.straighten import StraightPage
from intake.scan.ink_layers import BoxPx, InkLayers, layers_of
from intake.scan.ink_pieces import InkPieces
from intake.scan.paper_lines import ruled_paper
from intake.scan.penmanship import Look, hand_score, look_of, usual_look
from intake.scan.print_zones import printed
from pact.documents import BoxPt

_SPECK_PX = 14
_CELL_GAP = 1.6  # sizes of type between words of different cells
_TOO_LARGE = 2.0  # of the page's usual size: OCR took a drawing for letters
_SIGNS_AT_MOST = 6
_PLAINLY = 2.5
_DOUBTED = 0.8  # an OCR score: below it, print is not believed so easily
_SCORE_COUNTS = 3.0
_BESIDE_PX, _ABOVE_PX, _DOT_PX = 30, 10, 14  # pieces of one hand's line lie no further apart
_LEVEL = 0.45  # of the lower piece's height stands beside the other one
_PIECES_AT_MOST = 1200  # the largest of them: what grain leaves need not be grouped
_EDGE_PX = 6
_HOLE_PX = (26, 90)
_FLAT = 0.2
_LINE, _COVERED = 1.25, 0.85  # sizes of type; of a group's width
_LABELS = 3  # so many show how a page's print looks
_STREAK_PX = 3
_UNREAD = 1.7  # of the usual letters' height: print that OCR did not read is no taller


@dataclass(frozen=True, slots=True, eq=False)
class PenGroup:
    """Pieces of ink that lie close together. ``hand`` is what speaks for handwriting (penmanship)."""

    box: BoxPx
    members: NDArray[np.intp]
    hand: float


@lru_cache(maxsize=1)
def pen_groups(page: StraightPage, words: tuple[Word, ...]) -> tuple[PenGroup, ...]:
    """Return the groups of ink that is not print, from the top down. The last page's are kept."""
    layers, pieces = layers_of(page), ruled_paper(page).pieces
    print_words, usual = words_in_print(words, pieces, layers)
    loose = ~printed(pieces, print_words, layers) & (pieces.area > _SPECK_PX)
    loose &= ~_dirt(pieces, layers.ink.shape) & ~_along_upright(ruled_paper(page).rules, pieces, layers)
    numbers = np.flatnonzero(loose)
    groups = []
    for members in _close_together(numbers, pieces):
        group = _group(members, pieces, layers, usual)
        if group is not None and not _is_within_print(group.box, print_words, layers):
            groups.append(group)
    return tuple(sorted(groups, key=lambda group: (group.box[1], group.box[0])))


def words_in_print(
    words: Sequence[Word], pieces: InkPieces, layers: InkLayers
) -> tuple[list[Word], Look | None]:
    """Return the words that were printed, and how the page's print usually looks."""
    cells = [cell for line in lines_of(words) for cell in _cells(line)]
    segments = [Segment(tuple(part)) for cell in cells for part in _label_and_rest(cell)]
    seen = [(segment, _look(segment, pieces, layers)) for segment in segments]
    labels = {id(segment) for segment in segments if _is_label(segment)}
    in_print = [look for segment, look in seen if id(segment) in labels and look and look.letters > 3]
    all_looks = [look for _, look in seen if look is not None and look.letters > 3]
    usual = usual_look(in_print if len(in_print) >= _LABELS else all_looks)
    usual_size = float(np.median([word.size_pt for word in words])) if words else 0.0
    found: list[Word] = []
    for segment, look in seen:
        is_drawn = segment.size_pt > _TOO_LARGE * usual_size and len(segment.text) <= _SIGNS_AT_MOST
        by_hand = id(segment) not in labels and look and usual and _is_by_hand(segment, look, usual)
        if not is_drawn and not by_hand:
            found.extend(segment.words)
    return found, usual


def _label_and_rest(cell: Sequence[Word]) -> list[Sequence[Word]]:
    """Part a printed label from what was written behind it."""
    label = label_at_start(Segment(tuple(cell)).text)
    if label is not None:
        for count in range(1, len(cell)):
            if len(Segment(tuple(cell[:count])).text) >= label.end - 1:
                return [cell[:count], cell[count:]]
    return [cell]


def _is_within_print(box: BoxPx, print_words: Sequence[Word], layers: InkLayers) -> bool:
    """Whether it is what a streak or a fold made of printed letters: no taller than they, and over them."""
    left, top, right, bottom = box
    middle, covered = (top + bottom) / 2, 0
    for word in print_words:
        edge = layers.px(word.box)
        if edge[1] < middle < edge[3] and bottom - top < _LINE * word.size_pt * layers.scale:
            covered += max(0, min(right, edge[2]) - max(left, edge[0]))
    return covered > _COVERED * (right - left)


def _is_label(segment: Segment) -> bool:
    """Whether the form printed it, and nothing else stands there."""
    label = label_at_start(segment.text)
    return label is not None and label.end >= len(segment.text.rstrip()) - 1


def _cells(line: Sequence[Word]) -> list[list[Word]]:
    cells = [[line[0]]]
    for word in line[1:]:
        if word.box[0] - cells[-1][-1].box[2] > _CELL_GAP * word.size_pt:
            cells.append([])
        cells[-1].append(word)
    return cells


def _look(segment: Segment, pieces: InkPieces, layers: InkLayers) -> Look | None:
    """Return how the ink of a segment looks, parts of letters that stick out included."""
    left, top, right, bottom = layers.px(segment.box)
    middle_x, middle_y = pieces.left + pieces.width / 2, pieces.top + pieces.height / 2
    inside = (middle_x >= left) & (middle_x <= right) & (middle_y >= top) & (middle_y <= bottom)
    members = np.flatnonzero(inside & (pieces.area > _SPECK_PX))
    return look_of(members, pieces, layers) if len(members) else None


def _is_by_hand(segment: Segment, look: Look, usual: Look) -> bool:
    """Few letters tell little: they must look the more like a hand's, or be read badly."""
    if look.letters < 2:
        return False
    score = float(np.mean([word.score for word in segment.words]))
    least = _PLAINLY if look.letters < 6 else 0.5
    return hand_score(look, usual) + _SCORE_COUNTS * max(0.0, _DOUBTED - score) / _DOUBTED > least


def _dirt(pieces: InkPieces, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """What touches the picture's edge, and round holes that a punch left."""
    right, bottom = pieces.left + pieces.width, pieces.top + pieces.height
    at_edge = (pieces.left < _EDGE_PX) | (pieces.top < _EDGE_PX)
    at_edge |= (right > shape[1] - _EDGE_PX) | (bottom > shape[0] - _EDGE_PX)
    least, most = _HOLE_PX
    is_round = (
        (pieces.width > least) & (pieces.width < most) & (pieces.height > least) & (pieces.height < most)
    )
    is_round &= np.abs(pieces.width - pieces.height) < 0.25 * pieces.width
    full = pieces.area > 0.68 * pieces.width * pieces.height
    return np.asarray(at_edge | (is_round & full))


def _along_upright(rules: Sequence[BoxPt], pieces: InkPieces, layers: InkLayers) -> NDArray[np.bool_]:
    """What is left of an upright line where it crosses print, or of a streak that a scanner drew."""
    found = np.zeros(len(pieces.area), dtype=np.bool_)
    for rule in rules:
        left, top, right, bottom = layers.px(rule)
        if bottom - top > right - left:
            near = (pieces.left >= left - _STREAK_PX) & (pieces.left + pieces.width <= right + _STREAK_PX)
            found |= (
                near
                & (pieces.width <= 2 * _STREAK_PX)
                & (pieces.top <= bottom + 60)
                & (pieces.top >= top - 60)
            )
    return found


def _close_together(numbers: NDArray[np.intp], pieces: InkPieces) -> list[NDArray[np.intp]]:
    """Part the pieces into groups: what follows on the same level, and dots above and below."""
    numbers = numbers[np.argsort(-pieces.area[numbers])][:_PIECES_AT_MOST]
    if len(numbers) == 0:
        return []
    near = _neighbours(numbers, pieces)
    group = np.arange(len(numbers))
    while True:
        lowest = np.where(near, group[None, :], len(numbers)).min(axis=1)
        if np.array_equal(lowest, group):
            return [numbers[group == label] for label in np.unique(group)]
        group = lowest[lowest]


def _neighbours(numbers: NDArray[np.intp], pieces: InkPieces) -> NDArray[np.bool_]:
    left, top = pieces.left[numbers], pieces.top[numbers]
    wide, high = pieces.width[numbers], pieces.height[numbers]
    beside = np.maximum(left[:, None], left) - np.minimum((left + wide)[:, None], left + wide)
    above = np.maximum(top[:, None], top) - np.minimum((top + high)[:, None], top + high)
    level = -above >= _LEVEL * np.minimum(high[:, None], high)
    dot = np.minimum(np.maximum(wide, high)[:, None], np.maximum(wide, high)) <= _DOT_PX
    near = ((beside <= _BESIDE_PX) & level) | ((beside < 0) & (above <= _ABOVE_PX) & dot)
    return np.asarray(near | np.eye(len(numbers), dtype=np.bool_))


def _group(
    members: NDArray[np.intp], pieces: InkPieces, layers: InkLayers, usual: Look | None
) -> PenGroup | None:
    """Return the pieces as a group; None for specks, bars, and for print that OCR did not read."""
    box = left, top, right, bottom = pieces.box_around(members)
    least = 0.14 * layers.dpi / 2.54
    if max(right - left, bottom - top) < least or bottom - top < _FLAT * least:
        return None
    look = look_of(members, pieces, layers)
    score = hand_score(look, usual or look)
    is_small = usual is not None and pieces.height[members].max() < _UNREAD * usual.tall
    if look.letters > 3 and is_small and score < -_PLAINLY / 2:
        return None
    return PenGroup(box, members, score)
