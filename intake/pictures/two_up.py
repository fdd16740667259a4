"""Two pages side by side on one sheet: told from a table, and from a page in two columns."""

import numpy as np

from intake.pictures.level_view import GrayPicture, LevelView, levelled
from intake.pictures.rule_traces import traced_rules
from intake.pictures.text_rows import TextRow

_LYING = 1.15  # width by height: two upright pages make a sheet that lies
_MIDDLE = (0.40, 0.60)  # of the width: where the pages may meet
_ROWS_AT_LEAST = 2  # on either page: one that is empty needs no parting
_OWN_MARGIN = 0.55  # of the outer margin: columns stand closer to each other than to the edge
_LEAST_MARGIN = 0.03  # of the sheet's width
_EDGE = 0.03  # of the sheet's height
_FORM_ROWS = 0.8  # of the rows side by side on one line: two columns of one form
_HALF_IN = 8.27  # a page's width, where the half of a sheet is less: two to a sheet were printed smaller
_VIEW_DPI = 150.0


def halves_of(view: LevelView, gray: GrayPicture) -> list[LevelView]:
    """Return the view of each page, left before right, each level for itself; the view itself where it holds
    one page. The view must stand upright."""
    split = _split(view)
    if split is None:
        return [view]
    return [levelled(_part(view, gray, *span), gray) for span in ((0.0, split), (split, float(view.width)))]


def _split(view: LevelView) -> float | None:
    """Return where one page ends and the next begins, in pixels from the left; None for one page."""
    if view.width < _LYING * view.height:
        return None
    low, high = (share * view.width for share in _MIDDLE)
    rows = view.rows
    left = [row for row in rows if row.right < high and row.middle[0] < view.width / 2]
    right = [row for row in rows if row.left > low and row.middle[0] >= view.width / 2]
    if len(left) + len(right) < len(rows) or min(len(left), len(right)) < _ROWS_AT_LEAST:
        return None
    ends, starts = max(row.right for row in left), min(row.left for row in right)
    # Sheets are folded in the middle; only a spread that was laid down aside is parted elsewhere.
    split = view.width / 2 if ends < view.width / 2 < starts else (ends + starts) / 2
    if starts <= ends or _runs_across(view, split):
        return None
    if not _has_own_margins(left, right, split, view.width) or _is_one_form(left, right):
        return None
    return split


def _runs_across(view: LevelView, split: float) -> bool:
    """Whether a rule joins both sides; the edges of the sheet itself join nothing."""
    for rule in traced_rules(view.mask):
        height = float(np.median(rule[:, 1]))
        is_on_page = _EDGE * view.height < height < (1 - _EDGE) * view.height
        if is_on_page and rule[0, 0] < split - 8 and rule[-1, 0] > split + 8:
            return True
    return False


def _has_own_margins(left: list[TextRow], right: list[TextRow], split: float, width: int) -> bool:
    """Whether print keeps as far from the middle as from the outer edges: so do pages, columns do not."""
    outer_left = float(np.percentile([row.left for row in left], 10))
    inner_left = float(np.percentile([row.left for row in right], 10)) - split
    inner_right = split - max(row.right for row in left)
    outer_right = width - max(row.right for row in right)
    least = _LEAST_MARGIN * width
    begins = inner_left > max(least, _OWN_MARGIN * outer_left)
    ends = inner_right > max(0.4 * least, 0.4 * min(outer_right, outer_left))
    return bool(begins and ends)


def _is_one_form(left: list[TextRow], right: list[TextRow]) -> bool:
    heights = np.array([row.middle[1] for row in right])
    slack = 0.35 * float(np.median(np.concatenate([row.boxes[:, 3] - row.boxes[:, 1] for row in left])))
    beside = sum(bool((np.abs(heights - row.middle[1]) < slack).any()) for row in left)
    return beside >= _FORM_ROWS * min(len(left), len(right)) and beside >= 2


def _part(view: LevelView, gray: GrayPicture, start: float, end: float) -> LevelView:
    width = end - start
    scale = max(1.0, _HALF_IN * _VIEW_DPI / width) if width < 0.85 * view.height else 1.0
    part = np.diag([scale, scale, 1.0]) @ np.array([[1, 0, -start], [0, 1, 0], [0, 0, 1.0]])
    return gray.seen_through(part @ view.from_picture, round(width * scale), round(view.height * scale))
