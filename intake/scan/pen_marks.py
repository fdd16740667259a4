"""Which words of a picture are marked by pen or by print: circled, underlined, struck out, washed, bold."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from intake.block.options import names_options
from intake.page.page import Word
from intake.pictures.straighten import StraightPage
from intake.scan.ink_layers import InkLayers, Mask, layers_of
from intake.scan.ink_pieces import InkPieces
from intake.scan.lines_for_words import ink_drawn
from intake.scan.option_runs import Run, option_runs
from intake.scan.paper_lines import ruled_paper
from intake.scan.pen_rounds import Enclosure, enclosure
from intake.scan.pen_strokes import Crossing, body_darkness, crossing, underline_share
from intake.scan.print_weight import stem_width, wash
from intake.scan.print_zones import Zone, printed, zones_of
from pact.documents import BoxPt

_SPECK_PX = 12
_USUAL_DARK = 0.4
_COMPARED = 16

_STRIKE = Crossing(8.9, 5.9, 5.2, 6.0, -6.7, 3.3)
_STRIKE_LEAST = 19.2
"""Weights of what speaks for a strike-out, and the sum at which it is as likely as not; found on made-up
pages by logistic regression."""
_STRIKE_CLEAR, _STRIKE_FAINT = 2.0, -2.0
_ROUND, _ROUND_CLEAR, _ROUND_FAINT = 0.72, 0.88, 0.6
_ROUND_SIDE, _ROUND_SIDE_CLEAR = 0.3, 0.6
_UNDERLINE, _UNDERLINE_CLEAR, _UNDERLINE_FAINT = 0.85, 0.93, 0.7
_WASH, _WASH_CLEAR = 0.8, 1.2
_BOLD, _BOLD_CLEAR = 1.16, 1.22
_OVERWRITTEN = 0.4  # of the letters' columns show ink that is no print
_DARKER, _DARKER_CLEAR = 1.1, 1.17
_SPANNED = 0.8  # of a word's width
_NEARBY = 4.0  # sizes of type from one line of options to another


@dataclass(slots=True)
class _Marked:
    """What was found about a run of words; ``is_doubtful`` where it was not plain to see."""

    run: Run
    zone: Zone
    struck: bool = False
    underlined: bool = False
    has_faint_underline: bool = False
    circled: frozenset[int] = frozenset()
    highlighted: bool = False
    bold: bool = False
    is_doubtful: bool = False
    heavier: float = 1.0  # than the lightest options nearby, as many times

    @property
    def is_option(self) -> bool:
        """Whether the run names a participation type."""
        return names_options(" ".join(word.text for word in self.run)) > 0


def marked_words(page: StraightPage, words: Sequence[Word], rules: Sequence[BoxPt]) -> tuple[Word, ...]:
    """Return the words, those on lines that name participation types with what marks them.

    ``rules`` are the page's straight lines (paper_lines.rules_on). A mark that might be something else
    makes its words doubtful.
    """
    layers = layers_of(page)
    lines = option_runs(words)
    if not lines:
        return tuple(words)
    strokes = ruled_paper(page).strokes
    found = [
        _Marked(run, zone)
        for line in lines
        for run, zone in zip(line, zones_of(line, layers, strokes), strict=True)
    ]
    zones = [each.zone for each in found]
    ink, lines_drawn = ink_drawn(strokes, rules, zones, layers)
    pieces = ruled_paper(page).pieces
    unprinted = np.flatnonzero(~printed(pieces, words, layers) & (pieces.area > _SPECK_PX))
    pen = np.asarray(pieces.mask_of(unprinted) | lines_drawn, np.uint8)
    usual = _usual_darkness(words, {id(word) for each in found for word in each.run}, layers, ink)
    _weigh(found, layers, ink, pieces)
    for each in found:
        _judge_strokes(each, ink, pen, usual)
        washed = wash(each.zone, layers, page.pixels)
        each.highlighted = washed >= _WASH
        each.is_doubtful |= _WASH / 2 < washed < _WASH_CLEAR
    for each in found:
        if _is_above_round(each, found):
            each.underlined = each.has_faint_underline = False
        each.is_doubtful |= each.has_faint_underline
    return _with_marks(words, found)


def _weigh(found: Sequence[_Marked], layers: InkLayers, ink: Mask, pieces: InkPieces) -> None:
    """Call those options bold that have wider stems, and more ink, than the lighter ones nearby."""
    options = [each for each in found if each.is_option]
    stems = {id(each): stem_width(each.zone, layers) for each in options}
    darkness = {id(each): body_darkness(each.zone, ink) for each in options}
    for each in options:
        reach = _NEARBY * each.zone.size
        near = [other for other in options if abs(other.zone.base - each.zone.base) < reach]
        each.heavier = _times_the_lightest(stems[id(each)], [stems[id(other)] for other in near])
        darker = _times_the_lightest(darkness[id(each)], [darkness[id(other)] for other in near])
        looks_bold = each.heavier > _BOLD and darker > _DARKER
        each.bold = looks_bold and not any(_is_one_piece(zone, pieces) for _, zone in _parts(each))
        is_plain = each.bold and each.heavier > _BOLD_CLEAR and darker > _DARKER_CLEAR
        each.is_doubtful = looks_bold and not is_plain


def _is_one_piece(zone: Zone, pieces: InkPieces) -> bool:
    """Whether one piece of ink spans nearly all of it: letters of bold print stand apart, but not those that
    a pen scribbled over."""
    row = min(max(0, round(zone.base - 0.25 * zone.size)), pieces.labels.shape[0] - 1)
    numbers = np.unique(pieces.labels[row, zone.left : zone.right])
    widest = pieces.width[numbers[pieces.area[numbers] > 0]]
    return len(widest) > 0 and int(widest.max()) > _SPANNED * zone.width


def _times_the_lightest(value: float, near: Sequence[float]) -> float:
    light = [other for other in near if other > 0]
    return max(1.0, value / float(np.percentile(light, 25))) if value > 0 and light else 1.0


def _is_above_round(each: _Marked, found: Sequence[_Marked]) -> bool:
    """Whether the line below the words is the top of a round about words on the next line."""
    return any(
        other.circled
        and 0 < other.zone.base - each.zone.base < 2 * each.zone.size
        and min(other.zone.right, each.zone.right) - max(other.zone.left, each.zone.left)
        > 0.3 * each.zone.width
        for other in found
    )


def _usual_darkness(words: Sequence[Word], without: set[int], layers: InkLayers, ink: Mask) -> float:
    """Return the share of ink in the bodies of the other words, of a few that are long enough."""
    others = [word for word in words if id(word) not in without and len(word.text) > 2][:_COMPARED]
    shares = [body_darkness(zones_of([[word]], layers, ink)[0], ink) for word in others]
    return float(np.median(shares)) if len(shares) > 2 else _USUAL_DARK


def _judge_strokes(each: _Marked, ink: Mask, pen: Mask, usual: float) -> None:
    found = crossing(each.zone, ink, pen, usual)
    if found.overwritten < _OVERWRITTEN and each.bold:
        found = replace(found, dark=found.dark / each.heavier)
    else:
        each.bold = False
    strike = _strike_score(found)
    each.struck = strike > 0
    each.is_doubtful |= _STRIKE_FAINT < strike < _STRIKE_CLEAR and not each.bold
    rounds = {number: enclosure(zone, pen) for number, zone in _parts(each)}
    whole = rounds.pop(-1)
    clear = {number for number, found in rounds.items() if _is_round(found, strike)}
    each.circled = frozenset(range(len(each.run))) if _is_round(whole, strike) else frozenset(clear)
    best = max((whole, *rounds.values()), key=lambda found: found.share)
    each.is_doubtful |= _ROUND_FAINT < best.share < _ROUND_CLEAR or bool(
        each.circled and best.least < _ROUND_SIDE_CLEAR
    )
    if not each.circled:
        below = underline_share(each.zone, ink)
        each.underlined = below >= _UNDERLINE
        each.has_faint_underline = _UNDERLINE_FAINT < below < _UNDERLINE_CLEAR


def _strike_score(found: Crossing) -> float:
    weighed = zip(astuple(_STRIKE), astuple(found), strict=True)
    return float(sum(weight * share for weight, share in weighed)) - _STRIKE_LEAST


def _parts(each: _Marked) -> Iterable[tuple[int, Zone]]:
    """Yield the zone of the whole run as -1, and of each word where there are several."""
    yield -1, each.zone
    if len(each.run) > 1:
        left, right = each.run[0].box[0], each.run[-1].box[2]
        scale = each.zone.width / max(right - left, 1.0)
        for number, word in enumerate(each.run):
            start = each.zone.left + (word.box[0] - left) * scale
            end = each.zone.left + (word.box[2] - left) * scale
            yield number, replace(each.zone, left=round(start), right=max(round(end), round(start) + 2))


def _is_round(found: Enclosure, strike: float) -> bool:
    """A strike to and fro sticks out on all sides too: where one is plain, a round must be whole."""
    least = _ROUND_CLEAR if strike > _STRIKE_CLEAR else _ROUND
    is_whole = found.share >= least and found.least >= _ROUND_SIDE
    # Along a table's line the ink of a round is lost in the line.
    return is_whole or (strike < _STRIKE_FAINT and found.lost_side and found.share >= _ROUND_FAINT)


def _with_marks(words: Sequence[Word], found: Iterable[_Marked]) -> tuple[Word, ...]:
    marked: dict[int, Word] = {}
    for each in found:
        for number, word in enumerate(each.run):
            marked[id(word)] = replace(
                word,
                struck=each.struck,
                underlined=each.underlined,
                circled=number in each.circled,
                highlighted=each.highlighted,
                bold=each.bold,
                doubtful=each.is_doubtful,
            )
    return tuple(marked.get(id(word), word) for word in words)
