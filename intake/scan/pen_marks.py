"""Which words of a picture are marked by pen or by print: circled, underlined, struck out, washed, bold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from intake.page.page import Word
from intake.pictures.straighten import StraightPage
from intake.scan.ink_layers import InkLayers, Mask, layers_of
from intake.scan.lines_for_words import ink_drawn
from intake.scan.option_runs import Run, option_runs
from intake.scan.paper_lines import ruled_paper
from intake.scan.pen_rounds import Enclosure, enclosure
from intake.scan.pen_strokes import Crossing, body_darkness, crossing, underline_share
from intake.scan.print_weight import stroke_width, wash
from intake.scan.print_zones import Zone, printed, zones_of
from pact.documents import BoxPt

_SPECK_PX = 12
_USUAL_DARK = 0.4
_COMPARED = 16

_STRIKE = Crossing(straight=12.0, unbroken=0.0, wavy=9.0, dark=6.0, open_columns=-5.0)
_STRIKE_LEAST = 22.0
"""Weights of what speaks for a strike-out, and the sum at which it is as likely as not; found on made-up
pages by logistic regression."""
_STRIKE_CLEAR, _STRIKE_FAINT = 2.0, -2.0
_ROUND, _ROUND_CLEAR, _ROUND_FAINT = 0.72, 0.88, 0.6
_ROUND_SIDE, _ROUND_SIDE_CLEAR = 0.3, 0.6
_UNDERLINE, _UNDERLINE_CLEAR, _UNDERLINE_FAINT = 0.85, 0.93, 0.7
_WASH, _WASH_CLEAR = 0.6, 0.9
_BOLD, _BOLD_CLEAR = 1.17, 1.27


@dataclass(slots=True)
class _Marked:
    """What was found about a run of words; ``is_doubtful`` where it was not plain to see."""

    run: Run
    zone: Zone
    struck: bool = False
    underlined: bool = False
    circled: frozenset[int] = frozenset()
    highlighted: bool = False
    bold: bool = False
    is_doubtful: bool = False
    width: float = 0.0


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
    for each in found:
        _judge_strokes(each, ink, pen, usual)
        washed = wash(each.zone, layers, page.pixels)
        each.highlighted, each.is_doubtful = (
            washed >= _WASH,
            each.is_doubtful or _WASH / 2 < washed < _WASH_CLEAR,
        )
        each.width = stroke_width(each.zone, layers)
    _judge_weight(found)
    return _with_marks(words, found)


def _usual_darkness(words: Sequence[Word], without: set[int], layers: InkLayers, ink: Mask) -> float:
    """Return the share of ink in the bodies of the other words, of a few that are long enough."""
    others = [word for word in words if id(word) not in without and len(word.text) > 2][:_COMPARED]
    shares = [body_darkness(zones_of([[word]], layers, ink)[0], ink) for word in others]
    return float(np.median(shares)) if len(shares) > 2 else _USUAL_DARK


def _judge_strokes(each: _Marked, ink: Mask, pen: Mask, usual: float) -> None:
    strike = _strike_score(crossing(each.zone, ink, usual))
    each.struck = strike > 0
    each.is_doubtful = _STRIKE_FAINT < strike < _STRIKE_CLEAR
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
        each.is_doubtful |= _UNDERLINE_FAINT < below < _UNDERLINE_CLEAR


def _strike_score(found: Crossing) -> float:
    weighed = (
        _STRIKE.straight * found.straight
        + _STRIKE.wavy * found.wavy
        + _STRIKE.dark * found.dark
        + _STRIKE.open_columns * found.open_columns
    )
    return weighed - _STRIKE_LEAST


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
    return found.share >= least and found.least >= _ROUND_SIDE


def _judge_weight(found: Sequence[_Marked]) -> None:
    """Call those runs bold that are heavier than the lightest of them; what pens touched is not weighed."""
    plain = [each for each in found if not each.struck and each.width > 0]
    if len(plain) < 2:
        return
    light = float(np.percentile([each.width for each in plain], 25))
    for each in plain:
        each.bold = each.width > _BOLD * light
        each.is_doubtful |= each.bold and each.width < _BOLD_CLEAR * light


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
