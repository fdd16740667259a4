"""Which participation type is marked: by tick, pen, print or deletion, never by which words occur."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from intake.page import Segment, TickBox, Word
from intake.plain_text import TICK_GLYPHS, TICKED, UNKNOWN_GLYPH, folded
from pact.documents import BoxPt, Method, ParticipationType

Option = ParticipationType

_COORDINATING = (
    r"co-?ordinating|co-?ordinator|coordiner\w*|koordinier\w*|koordinator\w*|koordiner\w*|coordinat(?:rice|eur|ore|rici)|"
    r"coordinador\w*|coordenador\w*|coordinant\w*|coordonnat\w*|koordynuj\w*|koordynator\w*|koordinoiv\w*|koordinuj\w*|"
    r"συντονιστ\w*|συντονιζ\w*|koordinal\w*|koordinir\w*|koordineeri\w*|coordonato\w*"
)
_PROCURING = (
    r"procuring|procurer|purchasing|contracting|inkopend\w*|inkoper|aanbestedend\w*|beschaffend\w*|beschaffer\w*|einkaufend\w*|"
    r"acheteu\w*|acquereu\w*|achetant\w*|innkjop\w*|anskaffend\w*|upphandlande|inkopande|indkob\w*|ordregivende|"
    r"compradora?|contratante|adquirente|acquirente|committente|appaltante|aggiudicatric\w*|adjudicante|zamawiaj\w*|"
    r"kupuj\w*|hankinta\w*|hankkiva\w*|zadavajic\w*|nakupuj\w*|obstaravaj\w*|nakupujuc\w*|αγοραστ\w*|προμηθε\w*|αναθετουσ\w*|"
    r"beszerzo|ajanlatker\w*|narocnik\w*|nabavlja\w*|hankija|hankiv\w*|achizito\w*"
)
_BOTH = (
    r"both|beide\w*|allebei|les deux|tous les deux|begge(?: deler)?|bada(?: delarna)?|ambos|ambas|ambedue|entrambi|entrambe|"
    r"oba|obie|obydwa|obydwie|molemmat|oboje|obe|και (?:οι|τα) δυο|και τα δυο|αμφοτερ\w*|mindketto|molemad|ambele|mind a ketto"
)
_ORGANISATION = (
    r"organi[sz]ation(?:s|\(s\))?|organisatie\w*|organisasjon\w*|organisation\w*|organizaci\S*|organizzazion\w*|"
    r"organizaca\w*|organizacj\w*|organisaatio\w*|οργανισμ\w*|participants?|partij|stelle|einrichtung\w*|entidad\w*|ente|"
    r"role|roles|level|levels|rolle\w*|capacities"
)
_SIDE = re.compile(rf"(?<!\w)(?:(?P<c>{_COORDINATING})|(?P<p>{_PROCURING})|(?P<b>{_BOTH}))(?!\w)")
_ORG_WORD = re.compile(rf"(?<!\w)(?:{_ORGANISATION})(?!\w)")
_AND = re.compile(
    rf"[\s,()]*(?:as\s+)?(?:(?:{_ORGANISATION})\s*)?(?:and|as well as|&|\+|en|und|sowie|et|og|och|y|e|ed|i|oraz|ja|a|και|es|in|si)\s+(?:as\s+)?(?:an?\s+)?"
)
_MARK = re.compile(
    rf"(?P<glyph>[{''.join(sorted(TICK_GLYPHS))}])|(?P<bracket>[\[(]\s*(?P<inner>[xv✓✔✕✖✗✘●*√■]?|_+)\s*[\])])|"
    r"(?<![\w])(?P<cross>x)(?![\w'’])|(?P<unknown>\ufffd)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[/|,;·•]|\bor\b")
_WRITTEN_IN = (Method.FORM, Method.ANNOTATION)


@dataclass(frozen=True, slots=True)
class Marked:
    """Which type is marked. ``contradiction`` says in words what contradicts; ``method`` is None for print."""

    value: ParticipationType | None
    confidence: float
    sure: bool
    box: BoxPt | None = None
    contradiction: str = ""
    method: Method | None = None


@dataclass(slots=True)
class _Choice:
    """One option as it stands on the page, with what speaks for it."""

    option: ParticipationType
    start: int
    end: int
    words: tuple[Word, ...]
    ticked: bool | None = None
    method: Method | None = None


def marked_type(segments: Sequence[Segment], tick_boxes: Sequence[TickBox] = ()) -> Marked:
    """Return the participation type marked in these segments, which stand beside or below its label.

    Without a mark, and with a list of options left as printed, there is no value.
    """
    text, owners = _text(segments)
    choices = _choices(text, owners)
    if not choices:
        return Marked(None, 0.0, sure=False)
    _take_ticks(choices, text, owners)
    _take_tick_boxes(choices, tick_boxes)
    return _judged(choices, text)


def is_written_mark(segment: Segment) -> bool:
    """Whether somebody wrote nothing but a tick or a cross there, over the print."""
    return segment.words[0].method in _WRITTEN_IN and bool(
        re.fullmatch(r"[xX×+√vV✓✔✕✖✗✘●■☒☑]", segment.text.strip())
    )


def names_options(text: str) -> int:
    """Return how many of the three options the text names."""
    return len({match.lastgroup for match in _SIDE.finditer(folded(text))})


def _text(segments: Sequence[Segment]) -> tuple[str, list[Word | None]]:
    """Return one folded text and, for each of its characters, the word it came from."""
    text, owners = "", list[Word | None]()
    for segment in segments:
        for index, word in enumerate(segment.words):
            if text and not (word.glued and index):
                text += " "
                owners.append(None)
            flat = "".join(folded(c)[:1] or c for c in word.text.replace("_", " "))
            text += flat
            owners.extend([word] * len(flat))
    return text, owners


def _choices(text: str, owners: list[Word | None]) -> list[_Choice]:
    """Return the options in the order they are printed; "coordinating and procuring" is one, both."""
    found: list[_Choice] = []
    position = 0
    while (match := _SIDE.search(text, position)) is not None:
        option = {"c": Option.COORDINATING, "p": Option.PROCURING, "b": Option.BOTH}[match.lastgroup or "b"]
        end = _end_of_option(text, match.end())
        option, end = _with_second_side(text, option, match, end)
        words = tuple(dict.fromkeys(w for w in owners[match.start() : end] if w is not None and _letters(w)))
        found.append(_Choice(option, match.start(), end, words))
        position = end
    return found


def _letters(word: Word) -> bool:
    return any(c.isalpha() for c in word.text)


def _end_of_option(text: str, end: int) -> int:
    """The word "organization" belongs to its option when it directly follows (it may follow a line's end)."""
    follows = re.compile(r"\s*").match(text, end)
    organisation = _ORG_WORD.match(text, follows.end() if follows else end)
    return organisation.end() if organisation else end


def _with_second_side(
    text: str, option: ParticipationType, match: re.Match[str], end: int
) -> tuple[ParticipationType, int]:
    """ "Both (coordinating and procuring)" and "coordinating and procuring organization" mean both."""
    if option is Option.BOTH:
        rest = re.compile(rf"[\s,:(–-]*(?:as\s+|a\s+)*(?:{_COORDINATING}|{_PROCURING})").match(
            text, match.end()
        )
        if rest is None:
            return option, end
        join = _AND.match(text, _end_of_option(text, rest.end()))
        second = _SIDE.match(text, join.end()) if join else None
        return (option, _end_of_option(text, second.end())) if second else (option, end)
    join = _AND.match(text, end)
    second = _SIDE.match(text, join.end()) if join else None
    if second and second.lastgroup != "b" and second.lastgroup != match.lastgroup:
        return Option.BOTH, _end_of_option(text, second.end())
    return option, end


def _take_ticks(choices: list[_Choice], text: str, owners: list[Word | None]) -> None:
    """Give each printed tick or empty box to its option."""
    marks = [m for m in _MARK.finditer(text) if not any(c.start <= m.start() < c.end for c in choices)]
    if not marks:
        return
    before = _all_before(choices, marks)
    for mark in marks:
        if mark["cross"] and _reads_as_word(mark, text):
            continue
        choice = _choice_of(mark, choices, text, owners, before)
        yes = _is_yes(mark)
        if choice is not None and yes is not None:
            choice.ticked = bool(choice.ticked) or yes
            owner = owners[mark.start()]
            choice.method = owner.method if owner and yes else choice.method


def _all_before(choices: list[_Choice], marks: list[re.Match[str]]) -> bool | None:
    """Whether marks stand before their options (True) or behind them (False); None where few marks tell nothing."""
    if marks[0].start() < choices[0].start:
        return True
    if len(marks) >= len(choices) and marks[-1].start() > choices[-1].start:
        return False
    return None


def _choice_of(
    mark: re.Match[str],
    choices: list[_Choice],
    text: str,
    owners: list[Word | None],
    before: bool | None,
) -> _Choice | None:
    """Return the option a mark belongs to: the one on its side of the slash, else on its line, else the nearer one."""
    ahead = next((c for c in choices if c.start >= mark.end()), None)
    behind = next((c for c in reversed(choices) if c.end <= mark.start()), None)
    if ahead is None or behind is None or before is not None:
        return (ahead if before or behind is None else behind) if before is not None else ahead or behind
    parted_behind = bool(_PARTED.search(text, behind.end, mark.start()))
    parted_ahead = bool(_PARTED.search(text, mark.end(), ahead.start))
    if parted_behind != parted_ahead:
        return ahead if parted_behind else behind
    owner = owners[mark.start()]
    if owner is None or not ahead.words or not behind.words:
        return None
    same_line = [
        c
        for c, w in ((behind, behind.words[-1]), (ahead, ahead.words[0]))
        if abs(w.middle_y - owner.middle_y) < 5
    ]
    if len(same_line) == 1:
        return same_line[0]
    gap_behind, gap_ahead = owner.box[0] - behind.words[-1].box[2], ahead.words[0].box[0] - owner.box[2]
    if abs(gap_behind - gap_ahead) < 0.15 * owner.size_pt:
        return None
    return behind if gap_behind < gap_ahead else ahead


def _reads_as_word(mark: re.Match[str], text: str) -> bool:
    return mark.start() > 0 and text[mark.start() - 1] in "-/" and text[mark.end() : mark.end() + 1].isalpha()


def _is_yes(mark: re.Match[str]) -> bool | None:
    if mark["glyph"]:
        return mark["glyph"] in TICKED
    if mark["bracket"]:
        return bool(mark["inner"].strip("_ ")) if mark["inner"] is not None else False
    return True


def _take_tick_boxes(choices: list[_Choice], tick_boxes: Sequence[TickBox]) -> None:
    """Give each drawn or form box to the option its form name tells, else to the nearest one."""
    unnamed = []
    for box in tick_boxes:
        named = _option_named(box.label)
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


def _paired(choices: list[_Choice], boxes: Sequence[TickBox]) -> list[tuple[_Choice, TickBox]]:
    """Pair as many boxes as options so that every box stands off its option by nearly the same way."""
    if len(boxes) != len(choices) or not 2 <= len(choices) <= 4 or not all(c.words for c in choices):
        return []

    def unevenness(order: Sequence[TickBox]) -> float:
        ways = [
            (b.box[0] - c.words[0].box[0], b.box[1] - c.words[0].box[1])
            for c, b in zip(choices, order, strict=True)
        ]
        mean_x, mean_y = sum(x for x, _ in ways) / len(ways), sum(y for _, y in ways) / len(ways)
        return sum(abs(x - mean_x) + 3 * abs(y - mean_y) for x, y in ways)

    return list(zip(choices, min(permutations(boxes), key=unevenness), strict=True))


def _tick(choice: _Choice, box: TickBox) -> None:
    choice.ticked = bool(choice.ticked) or box.ticked
    choice.method = box.method if box.ticked else choice.method


def _option_named(label: str) -> ParticipationType | None:
    flat = re.sub(r"[^\w]+|_|\d", " ", folded(label))
    sides = {match.lastgroup for match in _SIDE.finditer(flat)}
    if sides == {"c", "p"} or "b" in sides:
        return Option.BOTH
    return {"c": Option.COORDINATING, "p": Option.PROCURING}.get(str(next(iter(sides), "")))


def _stand_behind(choices: list[_Choice], boxes: Sequence[TickBox]) -> bool | None:
    """Whether the boxes stand behind their options: none is left of the first. None where too few tell nothing."""
    if len(boxes) < len(choices) or not choices[0].words:
        return None
    first = choices[0].words[0].box
    same_line = [b for b in boxes if b.box[1] < first[3] and b.box[3] > first[1]]
    return bool(same_line) and all(b.box[0] > first[0] for b in same_line)


def _distance(choice: _Choice, box: BoxPt, *, behind: bool | None) -> float:
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


def _judged(choices: list[_Choice], text: str) -> Marked:
    by_tick = [c for c in choices if c.ticked] + _typed_over(choices)
    struck = [c for c in choices if _share(c, "struck") >= 0.6]
    shown = {
        kind: [c for c in choices if _share(c, kind) >= 0.4]
        for kind in ("circled", "bold", "underlined", "highlighted")
    }
    # What is true of every option left is how the form is printed, not a mark.
    left = [c for c in choices if c not in struck]
    positive = list(by_tick)
    for kind, found in shown.items():
        share_of_left = [c for c in found if c in left or kind == "circled"]
        if share_of_left and len({c.option for c in share_of_left}) < len({c.option for c in left}):
            positive += [c for c in share_of_left if c not in positive]
    options = {c.option for c in positive}
    if len(options) > 1:
        names = ", ".join(sorted(options))
        return Marked(None, 0.0, sure=False, contradiction=f"marked: {names}")
    if options and any(c in struck for c in positive):
        return Marked(
            None, 0.0, sure=False, contradiction=f"{positive[0].option} is both marked and struck out"
        )
    if options:
        return _marked(positive[0], 0.98 if by_tick else 0.97, sure=True)
    return _by_what_is_left(choices, left, struck, text)


def _typed_over(choices: list[_Choice]) -> list[_Choice]:
    """An option written into a form field or a note, while the printed options stand beside it, is the answer."""
    written = [c for c in choices if c.words and all(w.method in _WRITTEN_IN for w in c.words)]
    return written if len(written) < len(choices) else []


def _by_what_is_left(choices: list[_Choice], left: list[_Choice], struck: list[_Choice], text: str) -> Marked:
    left_options = {c.option for c in left}
    if any(c.ticked is False for c in choices) and len({c.option for c in choices}) > 1:
        if struck and len(left_options) == 1:
            return _marked(left[0], 0.9, sure=True)
        return Marked(None, 0.0, sure=False)
    if len(left_options) == 1 and UNKNOWN_GLYPH not in text and all(c.ticked is not False for c in left):
        return _marked(left[0], 0.97, sure=not _is_partly_struck(left))
    if not left and struck:
        return Marked(None, 0.0, sure=False, contradiction="every option is struck out")
    return Marked(None, 0.0, sure=False)


def _is_partly_struck(choices: list[_Choice]) -> bool:
    return any(0.2 < _share(c, "struck") < 0.6 for c in choices)


def _marked(choice: _Choice, confidence: float, *, sure: bool) -> Marked:
    box = None
    if choice.words:
        boxes = [w.box for w in choice.words]
        box = (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )
    return Marked(choice.option, confidence, sure, box, method=choice.method)


def _share(choice: _Choice, kind: str) -> float:
    """The share of the option's letters that carry this style."""
    total = sum(len(w.text) for w in choice.words)
    return sum(len(w.text) for w in choice.words if getattr(w, kind)) / total if total else 0.0
