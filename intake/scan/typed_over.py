"""A scan with real text over it: a form filled on the screen, a platform's stamp, a note."""

from dataclasses import replace

import numpy as np

from intake.page.page import Homography, InkKind, PageView, Word, mapped, overlap_share
from pact.documents import BoxPt

_SAME_PLACE = 0.35  # of a word's area: so much of it under a real word, it is that word as it was drawn
_FILLS_PAGE = 0.4


def with_typed_over(view: PageView, typed: PageView) -> PageView:
    """Return the scanned view with the file's own words, boxes and drawings laid over it.

    The page was drawn with all that is on it before it was read, so OCR saw the real words too: these
    take the place of what it made of them.
    """
    if view.to_file is None:
        return view
    back = _inverse(view.to_file)

    def place(box: BoxPt) -> BoxPt:
        return mapped(typed.told_box(box) or box, back)

    real = tuple(replace(word, box=place(word.box)) for word in typed.words)
    inks = [replace(ink, box=place(ink.box)) for ink in typed.inks]
    area = view.width_pt * view.height_pt
    own = [i for i in inks if i.kind is InkKind.SIGNATURE_FIELD or _area(i.box) < _FILLS_PAGE * area]
    boxes = tuple(replace(box, box=place(box.box)) for box in typed.tick_boxes)
    return replace(
        view,
        words=(*(w for w in view.words if not _is_under(w, real)), *real),
        inks=(*view.inks, *own),
        tick_boxes=(*view.tick_boxes, *boxes),
    )


def _inverse(to_file: Homography) -> Homography:
    a, b, c, d, e, f, g, h, i = (float(x) for x in np.linalg.inv(np.reshape(to_file, (3, 3))).flatten())
    return (a, b, c, d, e, f, g, h, i)


def _area(box: BoxPt) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_under(word: Word, real: tuple[Word, ...]) -> bool:
    return any(overlap_share(word.box, other.box) > _SAME_PLACE for other in real)
