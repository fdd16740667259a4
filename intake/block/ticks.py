"""To which option a tick, a cross, a box or a pen stroke belongs."""

import re
from collections.abc import Sequence
from itertools import permutations

from intake.block.options import Choice, option_named
from intake.page.page import Segment, TickBox, Word
from intake.page.plain_text import TICK_GLYPHS, TICKED
from pact.documents import BoxPt, Method

WRITTEN_IN = (Method.FORM, Method.ANNOTATION)
"""Ways of writing on a form after it was printed."""

_YES = "yes|ja|oui|tak|sim|kylla|ano|ναι"
_NO = "no|nee|nein|non|nei|nej|nie|nao|ei|ne|οχι"
_MARK = re.compile(
    rf"(?P<glyph>[{''.join(sorted(TICK_GLYPHS))}])|(?P<bracket>[\[(]\s*(?P<inner>[xv✓✔✕✖✗✘●*√■]?|"
    rf"_+)\s*[\])])|"
    rf"[:=]\s*(?P<said>(?P<yes>{_YES})|{_NO})(?!\w)|(?P<ahead>[→➔➜►▶➤»]|>+)|(?P<behind>[←◄◀«]|<+)|"
    r"(?<![\w])(?P<cross>[xv√])(?![\w'’])|(?P<unknown>\ufffd)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[/|,;·•]|\bor\b")


def is_written_mark(segment: Segment) -> bool:
    """Whether somebody wrote nothing but a tick or a cross there, over the print."""
    return segment.words[0].method in WRITTEN_IN and bool(
        re.fullmatch(r"[xX×+√vV✓✔✕✖✗✘●■☒☑]", segment.text.strip())
    )


def take_ticks(choices: list[Choice], text: str, owners: list[Word | None]) -> None:
    """Give each printed tick or empty box to its option."""
    marks = [m for m in _MARK.finditer(text) if not any(c.start <= m.start() < c.end for c in choices)]
    if not marks:
        return
    before = _all_before(choices, [m for m in marks if not (m["said"] or m["ahead"] or m["behind"])])
    for mark in marks:
        if mark["cross"] and _reads_as_word(mark, text):
            continue
        choice = _choice_of(mark, choices, text, owners, before)
        yes = _is_yes(mark)
        if choice is not None and yes is not None:
            choice.ticked = bool(choice.ticked) or yes
            owner = owners[mark.start()]
            choice.method = owner.method if owner and yes else choice.method


def _all_before(choices: list[Choice], marks: list[re.Match[str]]) -> bool | None:
    """Whether marks stand before their options (True) or behind them (False); None where few marks tell
    nothing."""
    if not marks:
        return None
    if marks[0].start() < choices[0].start:
        return True
    if len(marks) >= len(choices) and marks[-1].start() > choices[-1].start:
        return False
    return None


def _choice_of(
    mark: re.Match[str],
    choices: list[Choice],
    text: str,
    owners: list[Word | None],
    before: bool | None,
) -> Choice | None:
    """Return the option a mark belongs to: the one on its side of the slash, else on its line, else the
    nearer one."""
    ahead = next((c for c in choices if c.start >= mark.end()), None)
    behind = next((c for c in reversed(choices) if c.end <= mark.start()), None)
    if mark["said"] or mark["behind"] or mark["ahead"]:
        return ahead if mark["ahead"] else behind
    owner = owners[mark.start()]
    if owner is not None and _stand_on_one_line(choices) and not any(_on_line(owner, c) for c in choices):
        return _in_column(owner, choices)
    if ahead is None or behind is None or before is not None:
        return (ahead or behind) if before is None else ahead if before else behind
    parted_behind = bool(_PARTED.search(text, behind.end, mark.start()))
    if parted_behind != bool(_PARTED.search(text, mark.end(), ahead.start)):
        return ahead if parted_behind else behind
    return _nearer(owner, behind, ahead)


def _nearer(mark: Word | None, behind: Choice, ahead: Choice) -> Choice | None:
    """Return the option on the mark's line, of two on it the nearer one, None where they are equally near."""
    if mark is None or not ahead.words or not behind.words:
        return None
    last, first = behind.words[-1], ahead.words[0]
    beside = [abs(w.middle_y - mark.middle_y) < 5 for w in (last, first)]
    if beside[0] != beside[1]:
        return behind if beside[0] else ahead
    gap_behind, gap_ahead = mark.box[0] - last.box[2], first.box[0] - mark.box[2]
    if abs(gap_behind - gap_ahead) < 0.15 * mark.size_pt:
        return None
    return behind if gap_behind < gap_ahead else ahead


def _on_line(mark: Word, choice: Choice) -> bool:
    return not choice.words or any(abs(w.middle_y - mark.middle_y) < 0.6 * mark.size_pt for w in choice.words)


def _stand_on_one_line(choices: list[Choice]) -> bool:
    words = [w for c in choices for w in c.words]
    return bool(words) and max(w.middle_y for w in words) - min(w.middle_y for w in words) < 5


def _in_column(mark: Word, choices: list[Choice]) -> Choice | None:
    """Return the one option above or below which the mark stands."""
    x = (mark.box[0] + mark.box[2]) / 2
    found = [c for c in choices if any(w.box[0] - 4 <= x <= w.box[2] + 4 for w in c.words)]
    return found[0] if len(found) == 1 else None


def _reads_as_word(mark: re.Match[str], text: str) -> bool:
    return mark.start() > 0 and text[mark.start() - 1] in "-/" and text[mark.end() : mark.end() + 1].isalpha()


def _is_yes(mark: re.Match[str]) -> bool | None:
    if mark["glyph"]:
        return mark["glyph"] in TICKED
    if mark["said"]:
        return mark["yes"] is not None
    if mark["bracket"]:
        return bool(mark["inner"].strip("_ ")) if mark["inner"] is not None else False
    return True


def take_tick_boxes(choices: list[Choice], tick_boxes: Sequence[TickBox]) -> None:
    """Give each drawn or form box to the option its form name tells, else to the nearest one."""
    unnamed = []
    for box in tick_boxes:
        named = option_named(box.label)
        choice = next((c for c in choices if c.option is named), None) if named else None
        if choice is None:
            unnamed.append(box)
        else:
            _tick(choice, box)
    paired = _paired(choices, unnamed)
    for choice, box in paired:
        _tick(choice, box)
    behind = _stand_behind(choices, unnamed)
    for box in unnamed if not paired else ():
        nearest = min(choices, key=lambda c: _distance(c, box.box, behind=behind))
        if _distance(nearest, box.box, behind=behind) < 200:
            _tick(nearest, box)


def _paired(choices: list[Choice], boxes: Sequence[TickBox]) -> list[tuple[Choice, TickBox]]:
    """Pair as many boxes as options so that every box stands off its option by nearly the same way."""
    if len(boxes) != len(choices) or not 2 <= len(choices) <= 4 or not all(c.words for c in choices):
        return []
    in_turn = _in_turn(choices, boxes)
    if in_turn:
        return in_turn

    orders = list(permutations(boxes))
    return list(zip(choices, orders[_most_even(choices, orders)], strict=True))


def _most_even(choices: list[Choice], orders: Sequence[tuple[TickBox, ...]]) -> int:
    """Return the index of the order in which boxes and options are most alike apart."""
    uneven = []
    for order in orders:
        pairs = [(c.words[0].box, b.box) for c, b in zip(choices, order, strict=True)]
        along, up = [b[0] - c[0] for c, b in pairs], [b[1] - c[1] for c, b in pairs]
        mean_along, mean_up = sum(along) / len(along), sum(up) / len(up)
        uneven.append(sum(abs(x - mean_along) for x in along) + 3 * sum(abs(y - mean_up) for y in up))
    return uneven.index(min(uneven))


def _in_turn(choices: list[Choice], boxes: Sequence[TickBox]) -> list[tuple[Choice, TickBox]]:
    """Pair boxes and options where, as one reads, they stand by turns: a box may end the line before
    its option."""
    places = [(c.words[0].box, c) for c in choices] + [(b.box, b) for b in boxes]
    lines: list[list[tuple[BoxPt, Choice | TickBox]]] = []
    for place in sorted(places, key=lambda p: -(p[0][1] + p[0][3])):
        middle = (place[0][1] + place[0][3]) / 2
        if lines and abs((lines[-1][0][0][1] + lines[-1][0][0][3]) / 2 - middle) < 5:
            lines[-1].append(place)
        else:
            lines.append([place])
    read = [thing for line in lines for _, thing in sorted(line, key=lambda p: p[0][0])]
    pairs = []
    for one, other in zip(read[::2], read[1::2], strict=True):
        if isinstance(one, TickBox) == isinstance(other, TickBox):
            return []
        pairs.append((other, one) if isinstance(one, TickBox) else (one, other))
    by_box_first = {isinstance(thing, TickBox) for thing in read[::2]}
    return (
        [(c, b) for c, b in pairs if isinstance(c, Choice) and isinstance(b, TickBox)]
        if len(by_box_first) == 1
        else []
    )


def _tick(choice: Choice, box: TickBox) -> None:
    choice.ticked = bool(choice.ticked) or box.ticked
    choice.method = box.method if box.ticked else choice.method
    choice.doubtful = choice.doubtful or box.doubtful


def _stand_behind(choices: list[Choice], boxes: Sequence[TickBox]) -> bool | None:
    """Whether the boxes stand behind their options: none is left of the first. None where too few tell
    nothing."""
    if len(boxes) < len(choices) or not choices[0].words:
        return None
    first = choices[0].words[0].box
    same_line = [b for b in boxes if b.box[1] < first[3] and b.box[3] > first[1]]
    return bool(same_line) and all(b.box[0] > first[0] for b in same_line)


def _distance(choice: Choice, box: BoxPt, *, behind: bool | None) -> float:
    """How far a box is from the place where this option's box would be: on its words, or beside them."""
    if not choice.words:
        return 1e6
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if any(w.box[0] <= x <= w.box[2] and w.box[1] - 2 <= y <= w.box[3] + 2 for w in choice.words):
        return 0.0
    first, last = choice.words[0].box, choice.words[-1].box
    before_first = _gap(first[0] - box[2]) + 6 * abs(y - (first[1] + first[3]) / 2)
    behind_last = _gap(box[0] - last[2]) + 6 * abs(y - (last[1] + last[3]) / 2)
    if behind is None:
        return min(before_first, behind_last + 1.0)
    return behind_last if behind else before_first


def _gap(along: float) -> float:
    return along if along >= -3 else abs(along) * 3
