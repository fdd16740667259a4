"""The lines below a letter's closing words, parted into those of each one who signed."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from intake.letter.letter_lines import Line, rows_of
from intake.letter.letter_words import SIGNED_BY
from intake.letter.line_likeness import is_aside, likeness_to_person, likeness_to_title
from intake.page.page import Ink, InkKind, Word

_GUTTER = 0.7  # so wide, in heights of a letter, is the strip between two who signed side by side
_APART = 1.75  # so many steps from line to line part two who signed below each other


def signed_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of those who signed beside each other, a list for each; what belongs to all of them
    is left out. One list where nobody signed beside another, none where nobody signed."""
    rows = rows_of(lines)
    wide = [index for index, row in enumerate(rows) if len(row) > 1]
    if not wide:
        return [list(lines)] if lines else []
    edges = _edges(rows[wide[0] : wide[-1] + 1])
    last = next(
        (i for i in range(wide[-1] + 1, len(rows)) if _is_common(rows[i], rows[i - 1], edges)), len(rows)
    )
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for row in rows[wide[0] : last]:
        for line in row:
            for index, part in _cut_at(line, edges):
                columns[index].append(part)
    # A name beside its title is one row; people side by side have several, or two names in one.
    if sum(_names_somebody(column) for column in columns) < (1 if len(wide) > 1 else 2):
        return [list(lines)]
    return [column for column in columns if column]


def signed_groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of those who signed below one another, a list for each."""
    parts = _split_at_gaps(lines)
    groups: list[list[Line]] = []
    waiting: list[Line] = []
    for index, part in enumerate(parts):
        if _names_somebody(part):
            groups.append([*waiting, *part])
            waiting = []
        elif not groups or (_has_title(groups[-1]) and _is_title_of_next(part, parts[index + 1 :])):
            # "Le directeur," may stand above the ink, and the name below it.
            waiting += part
        else:
            groups[-1] += part
    groups = groups or ([waiting] if waiting else [])
    return [each for group in groups for each in _split_at_names(group)]


def _edges(rows: Sequence[Sequence[Line]]) -> list[float]:
    """Return where a further column begins: behind a strip that no word reaches into, or where several
    rows begin anew and no word crosses."""
    words = [w for row in rows for line in row for w in line.raw.words]
    height = max(line.height for row in rows for line in row)
    begun = [line.box[0] for row in rows for line in row[1:]]
    again = {x for x in begun if sum(abs(x - y) < 2 for y in begun) > 1}
    edges = [x for x in again if not any(w.box[0] < x - 2 and w.box[2] > x + 2 for w in words)]
    reached = min(w.box[2] for w in words)
    for word in sorted(words, key=lambda w: w.box[0]):
        if word.box[0] - reached >= _GUTTER * height:
            edges.append(word.box[0])
        reached = max(reached, word.box[2])
    edges.sort()
    return [x for place, x in enumerate(edges) if not place or x - edges[place - 1] > height]


def _cut_at(line: Line, edges: Sequence[float]) -> list[tuple[int, Line]]:
    """Return the line by columns: two that stand close beside each other may have come as one line."""
    by_column: dict[int, list[Word]] = {}
    for word in line.raw.words:
        by_column.setdefault(sum(word.box[0] >= edge - 2.5 for edge in edges), []).append(word)
    return [(index, line.of_words(words)) for index, words in by_column.items()]


def _is_common(row: Sequence[Line], above: Sequence[Line], edges: Sequence[float]) -> bool:
    """Whether a row below all columns belongs to none of them: it stands apart, or reaches over two."""
    step = above[0].raw.middle_y - row[0].raw.middle_y
    return step > 1.5 * 1.32 * row[0].height or any(
        row[0].box[0] < x - 2 and row[0].box[2] > x + 2 for x in edges
    )


def _split_at_gaps(lines: Sequence[Line]) -> list[list[Line]]:
    if not lines:
        return []
    usual = _usual_step(lines)
    parts = [[lines[0]]]
    for above, line in pairwise(lines):
        far = above.view is not line.view or above.raw.middle_y - line.raw.middle_y > _APART * usual
        again = SIGNED_BY.match(line.text) and _names_somebody(parts[-1])
        if far or again or _ink_between(above, line):
            parts.append([])
        parts[-1].append(line)
    return parts


def _usual_step(lines: Sequence[Line]) -> float:
    """Return how far below each other most of the closer lines stand, in points."""
    steps = sorted(a.raw.middle_y - b.raw.middle_y for a, b in pairwise(lines) if a.view is b.view)
    closer = [step for step in steps if step > 3][: max(1, len(steps) // 2 + 1)]
    return median(closer) if closer else 14.0


def _ink_between(above: Line, line: Line) -> bool:
    if above.view is not line.view:
        return False
    top, bottom = above.raw.middle_y, line.raw.middle_y
    inks = [i for i in line.view.inks if i.kind is not InkKind.SIGNATURE_FIELD and _is_hand_sized(i)]
    return any(bottom < (i.box[1] + i.box[3]) / 2 < top and i.box[0] < line.box[2] + 150 for i in inks)


def _is_hand_sized(ink: Ink) -> bool:
    return ink.box[2] - ink.box[0] > 25 and ink.box[3] - ink.box[1] > 10


def _names_somebody(lines: Sequence[Line]) -> bool:
    return any(likeness_to_person(x.text.split(",", 1)[0]) > 0.2 and not is_aside(x.text) for x in lines)


def _has_title(lines: Sequence[Line]) -> bool:
    return any(likeness_to_title(x.text) > 1 for x in lines)


def _is_title_of_next(part: Sequence[Line], later: Sequence[Sequence[Line]]) -> bool:
    return _has_title(part) and bool(later) and _names_somebody(later[0]) and not _has_title(later[0])


def _split_at_names(lines: Sequence[Line]) -> list[list[Line]]:
    """Part people who stand below each other without a gap, each with a title, or each below a signature in
    type."""
    names = [i for i, x in enumerate(lines) if _is_name(x.text.split(",", 1)[0])]
    titled = [i for i in names if _has_title_behind(lines, i)]
    starts = [i - 1 if i and SIGNED_BY.match(lines[i - 1].text) else i for i in titled]
    if len(starts) < 2 or starts[0] != 0:
        return [list(lines)]
    ends = [*starts[1:], len(lines)]
    return [list(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _is_name(text: str) -> bool:
    """Whether the text is a name and no title: some families are called Bishop."""
    return likeness_to_person(text) > (1.5 if likeness_to_title(text) > 1 else 0.2)


def _has_title_behind(lines: Sequence[Line], index: int) -> bool:
    _, comma, tail = lines[index].text.partition(",")
    if comma:
        return likeness_to_title(tail) > 1
    return index + 1 < len(lines) and likeness_to_title(lines[index + 1].text) > 1
