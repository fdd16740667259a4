"""Which participation type is marked: by tick, pen, print or deletion, never by which words occur."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.block.options import Choice, Option, choice_by_letter, choices_in, text_with_owners
from intake.block.ticks import WRITTEN_IN, take_tick_boxes, take_ticks
from intake.page.page import Segment, TickBox, Word, box_around
from intake.page.plain_text import UNKNOWN_GLYPH
from pact.documents import BoxPt, Method, ParticipationType

_STRONG = ("circled", "bold", "underlined", "highlighted")
_WEAK = ("coloured", "italic", "shouted", "large")


@dataclass(frozen=True, slots=True)
class Marked:
    """Which type is marked. ``contradiction`` says in words what contradicts; ``method`` is None for
    print."""

    value: ParticipationType | None
    confidence: float
    sure: bool
    box: BoxPt | None = None
    contradiction: str = ""
    method: Method | None = None


_NOTHING = Marked(None, 0.0, sure=False)


def marked_type(segments: Sequence[Segment], tick_boxes: Sequence[TickBox] = ()) -> Marked:
    """Return the participation type marked in these segments, which stand beside or below its label.

    Without a mark, and with a list of options left as printed, there is no value. Marks that
    contradict each other give none either, and say so.
    """
    text, owners = text_with_owners(segments)
    choices = choices_in(text, owners)
    if not choices:
        return _NOTHING
    take_ticks(choices, text, owners)
    take_tick_boxes(choices, tick_boxes)
    lettered = choice_by_letter(choices, text)
    if lettered is not None:
        lettered.ticked = True
    return _judged(choices, text)


def _judged(choices: list[Choice], text: str) -> Marked:
    """Return what the marks say; where some are doubtful, never surely, and a faint line, a shade of weight
    or of colour does not count against plain marks."""
    found = _by_marks(choices, text)
    if not any(c.doubtful or any(w.doubtful for w in c.words) for c in choices):
        return found
    if found.value is None:
        plain = _by_marks([_without_faint_marks(c) for c in choices], text)
        found = plain if plain.value is not None else found
    if found.value is not None and _is_shade_among_doubts(found, choices):
        found = _NOTHING
    elif found.value is None and not found.contradiction:
        found = _by_lone_strike(choices)
    return replace(found, confidence=min(found.confidence, 0.7), sure=False)


def _is_shade_among_doubts(found: Marked, choices: list[Choice]) -> bool:
    """Whether nothing but a shade of weight, itself in doubt, speaks for the value, and something, in doubt
    too, is about another option."""
    own = [c for c in choices if c.option is found.value]
    others = [c for c in choices if c.option is not found.value]
    is_shade = any(c.ticked is None and _share(c, "bold") >= 0.4 and _is_in_doubt(c) for c in own)
    marked = any(_share(c, kind) >= 0.4 for c in own for kind in _STRONG if kind != "bold")
    return is_shade and not marked and any(_is_in_doubt(c) for c in others)


def _by_lone_strike(choices: list[Choice]) -> Marked:
    """One short word that looks struck out alone among three, and not plainly, was more likely ticked over:
    nobody strikes out one of three. Of three the two with something faint about them were struck out."""
    touched = [c for c in choices if _share(c, "struck") >= 0.6]
    if len(choices) == 3 and len(touched) == 1 and [w.doubtful for w in touched[0].words] == [True]:
        return _marked(touched[0], 0.5, sure=False)
    left = [c for c in choices if not _is_in_doubt(c)]
    is_plain = len(choices) == 3 and len(left) == 1 and all(c.ticked is None for c in choices)
    return _marked(left[0], 0.5, sure=False) if is_plain else _NOTHING


def _is_in_doubt(choice: Choice) -> bool:
    return bool(choice.words) and all(word.doubtful for word in choice.words)


def _without_faint_marks(choice: Choice) -> Choice:
    """A doubtful tick on words that were plainly struck out is an end of the stroke."""
    words = tuple(_unmarked(w) if w.doubtful else w for w in choice.words)
    is_end = choice.doubtful and _share(choice, "struck") >= 0.6
    return replace(choice, words=words, ticked=None if is_end else choice.ticked)


def _unmarked(word: Word) -> Word:
    return replace(word, bold=False, underlined=False, highlighted=False)


def _by_marks(choices: list[Choice], text: str) -> Marked:
    struck = [c for c in choices if _share(c, "struck") >= 0.6]
    left = [c for c in choices if c not in struck]
    by_tick = [c for c in choices if c.ticked] + _typed_over(choices)
    marked = by_tick + [c for kind in _STRONG for c in _set_apart(kind, choices, left)]
    options = {c.option for c in marked}
    if options == {Option.COORDINATING, Option.PROCURING} and _are_all_ticked(by_tick, choices):
        return _marked(replace(by_tick[0], option=Option.BOTH), 0.7, sure=False)
    if len(options) > 1:
        names = ", ".join(sorted(options))
        return Marked(None, 0.0, sure=False, contradiction=f"marked: {names}")
    if options and any(c in struck for c in marked):
        words = f"{marked[0].option} is both marked and struck out"
        return Marked(None, 0.0, sure=False, contradiction=words)
    if options:
        return _marked(marked[0], 0.98, sure=True)
    return _by_what_is_left(choices, left, struck, text)


def _are_all_ticked(ticked: list[Choice], choices: list[Choice]) -> bool:
    """Whether a form with two boxes only, none for both, has both ticked."""
    return len(choices) == 2 and all(any(c is t for t in ticked) for c in choices)


def _typed_over(choices: list[Choice]) -> list[Choice]:
    """An option written into a form field or a note, while the printed options stand beside it, is the
    answer."""
    written = [c for c in choices if c.words and all(w.method in WRITTEN_IN for w in c.words)]
    return written if len(written) < len(choices) else []


def _set_apart(kind: str, choices: list[Choice], left: list[Choice]) -> list[Choice]:
    """Return the options that carry this style while others do not: what all carry is how the form is
    printed."""
    among = choices if kind == "circled" else left
    found = [c for c in among if _share(c, kind) >= 0.4]
    return found if len({c.option for c in found}) < len({c.option for c in left}) else []


def _by_what_is_left(choices: list[Choice], left: list[Choice], struck: list[Choice], text: str) -> Marked:
    left_options = {c.option for c in left}
    if not left:
        return Marked(None, 0.0, sure=False, contradiction="every option is struck out")
    if len(left_options) == 1 and (struck or not _is_empty_box(left)) and UNKNOWN_GLYPH not in text:
        partly = any(0.2 < _share(c, "struck") < 0.6 for c in left)
        return _marked(left[0], 0.97, sure=not partly)
    return _NOTHING if any(c.ticked is False for c in choices) else _by_weak_marks(choices, left)


def _is_empty_box(choices: list[Choice]) -> bool:
    return any(c.ticked is False for c in choices)


def _by_weak_marks(choices: list[Choice], left: list[Choice]) -> Marked:
    """Colour, slant, capitals, size, others greyed out, and an option named again behind the list, are
    read but never sure."""
    found = [c for kind in _WEAK for c in _set_apart(kind, choices, left)]
    pale = [c for c in left if _share(c, "light") >= 0.6]
    found += [c for c in left if c not in pale] if pale else []
    listed = {c.option for c in choices[:3]}
    found += choices[3:] if len(listed) == 3 else []
    if len({c.option for c in found}) != 1:
        return _NOTHING
    return _marked(found[0], 0.7, sure=False)


def _marked(choice: Choice, confidence: float, *, sure: bool) -> Marked:
    box = box_around(w.box for w in choice.words) if choice.words else None
    written = next((w.method for w in choice.words if w.method in WRITTEN_IN), None)
    return Marked(choice.option, confidence, sure, box, method=choice.method or written)


def _share(choice: Choice, kind: str) -> float:
    """The share of the option's letters that carry this style."""
    total = sum(len(w.text) for w in choice.words)
    return sum(len(w.text) for w in choice.words if getattr(w, kind)) / total if total else 0.0
