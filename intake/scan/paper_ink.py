"""Ink on a picture that is no print: signatures, stamps, whatever was written by hand."""

from collections.abc import Iterable, Sequence

from intake.page.page import Ink, InkKind, Word
from intake.pictures.straighten import StraightPage
from intake.scan.ink_layers import BoxPx, InkLayers, layers_of
from intake.scan.option_runs import option_lines
from intake.scan.pen_groups import PenGroup, pen_groups
from intake.scan.pen_ticks import is_beside_options, option_places
from pact.documents import BoxPt

_ROUND_REACH = 2.4  # sizes of type by which a round stands off its words


def inks_on(page: StraightPage, words: Sequence[Word], rules: Sequence[BoxPt]) -> tuple[Ink, ...]:
    """Return what pens and stamps left on the page, without what marks words or options.

    ``words`` come from pen_marks.marked_words: what marks them is no ink of its own.
    """
    layers = layers_of(page)
    places = option_places(option_lines(words), layers)
    return tuple(
        Ink(InkKind.STROKES, layers.pt(group.box))
        for group in pen_groups(page, tuple(words))
        if not marks_words(group, words, layers) and not is_beside_options(group.box, places)
    )


def marks_words(group: PenGroup, words: Iterable[Word], layers: InkLayers) -> bool:
    """Whether the group is what circles, strikes out or underlines words."""
    marked = (word for word in words if word.circled or word.struck or word.underlined)
    return any(_belongs_to(group.box, word, layers) for word in marked)


def _belongs_to(box: BoxPx, word: Word, layers: InkLayers) -> bool:
    """Whether the ink is what circles, strikes or underlines the word: no taller than that, and over it."""
    left, top, right, bottom = layers.px(word.box)
    size = word.size_pt * layers.scale
    reach = _ROUND_REACH * size if word.circled else 0.8 * size
    over = min(box[2], right) - max(box[0], left) > 0.3 * min(box[2] - box[0], right - left)
    return over and box[1] > top - reach and box[3] < bottom + reach
