"""The column that a letter's text runs in, apart from what stands beside it and in the pages' feet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.letter.letter_lines import Line

_FOOT_SHARE = 0.13
_FOOT_GAP = 2.2
_WORD_FOOT_GAP_PT = 80.0  # the reader of Word files leaves more than this above what stands in a page's foot


@dataclass(slots=True)
class Columns:
    """The lines of all pages: those of the text's own column, those beside it, those of the feet."""

    text: list[Line] = field(default_factory=list)
    beside: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)


def columns_of(pages: Sequence[Sequence[Line]]) -> Columns:
    """Return the lines of these pages by where they stand; heads that run over the pages are taken once."""
    columns, repeated = Columns(), _repeated(pages)
    for number, lines in enumerate(pages):
        foot = _foot_of(lines)
        below = set(map(id, foot))
        own = [x for x in lines if id(x) not in below and (not number or x.flat not in repeated)]
        side = _beside_the_text(own)
        apart = set(map(id, side))
        columns.text += [x for x in own if id(x) not in apart]
        columns.beside += side
        columns.foot += foot
    return columns


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the texts that stand on several pages: running heads."""
    counts = Counter(text for lines in pages for text in {line.flat for line in lines})
    return {text for text, count in counts.items() if count > 1}


def _foot_of(lines: Sequence[Line]) -> list[Line]:
    """Return the lines in the page's foot: at its lower edge, apart from what stands above them."""
    for index in range(len(lines) - 1, 0, -1):
        line, above = lines[index], lines[index - 1]
        gap_pt = above.raw.middle_y - line.raw.middle_y
        if not line.view.has_boxes:
            if gap_pt > _WORD_FOOT_GAP_PT and index > 4 and not _ink_between(above, line):
                return list(lines[index:])
            continue
        if line.box[3] > _FOOT_SHARE * line.view.height_pt + line.height:
            break
        if gap_pt > _FOOT_GAP * line.height and line.height <= above.height * 1.05:
            return list(lines[index:])
    return []


def _ink_between(above: Line, line: Line) -> bool:
    return any(line.raw.middle_y < ink.box[3] < above.raw.middle_y + 4 for ink in line.view.inks)


def _beside_the_text(lines: Sequence[Line]) -> list[Line]:
    """Return the lines left and right of the column that the text runs in."""
    widest = max((_width(x) for x in lines), default=0.0)
    wide = [x for x in lines if _width(x) > 0.7 * widest and len(x.text) > 30]
    if len(wide) < 2 or not wide[0].view.has_boxes:
        return []
    left = Counter(round(x.box[0] / 3) for x in wide).most_common(1)[0][0] * 3
    text = [x for x in wide if abs(x.box[0] - left) < 9]
    right, bottom = max(x.box[2] for x in text), min(x.box[1] for x in text)
    apart = [x for x in lines if x.box[0] > right + 6 or x.box[2] < left - 6]
    edges = {round(x.box[0] / 4) for x in apart if x.raw.middle_y > bottom}
    # What stands so below the text goes on a column from above, or is somebody who signed.
    return [x for x in apart if x.raw.middle_y > bottom or round(x.box[0] / 4) in edges]


def _width(line: Line) -> float:
    return line.box[2] - line.box[0]
