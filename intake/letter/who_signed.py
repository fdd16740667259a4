"""Who signed a letter: the fields of each signatory, and what stands where each signed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.block.read_surely import confidence_in, is_read_dimly
from intake.block.signature import signature_in
from intake.letter.letter_lines import Line
from intake.letter.letter_parts import LetterParts
from intake.letter.letter_words import PROXY, SIGNED_BY
from intake.letter.line_likeness import begins_as_title, is_whole_name, likeness_to_person, likeness_to_title
from intake.letter.signature_lines import signed_columns, signed_groups
from intake.letter.signature_pieces import Known, is_unfinished, without_proxy
from intake.letter.signature_reading import Value, signature_read
from intake.letter.signature_scores import Part
from intake.letter.signed_for import signed_for
from intake.page.plain_text import folded, has_odd_characters, tidy
from pact.documents import NOT_FOUND, BoxPt, Field, Signature, SignatureKind

_SURE_AHEAD = 1.0
_LINES_AT_MOST = 16
_LONGEST = 110
_HAND_WIDTH_PT, _HAND_HEIGHT_PT = 40, 12
_UNSIGNED = Signature()


@dataclass(frozen=True, slots=True)
class SignedBy:
    """One who signed a letter."""

    name: Field = NOT_FOUND
    title: Field = NOT_FOUND
    organisation: Field = NOT_FOUND
    signature: Signature = _UNSIGNED


@dataclass(frozen=True, slots=True)
class _Space:
    """Where one person signs: from left to right and from the top down, in points, on a page."""

    left: float
    right: float
    top: float


def who_signed(parts: LetterParts, known: Known) -> list[SignedBy]:
    """Return who signed the letter, from the left and from above; a blank one where nobody did.

    Where more signatures stand there than names were found, none of them is sure.
    """
    on_behalf = {id(line) for line, _ in signed_for(parts)}
    columns = signed_columns([x for x in parts.signed[:_LINES_AT_MOST] if id(x) not in on_behalf])
    edge = max((x.box[2] for lines in parts.paragraphs for x in lines), default=520.0)
    found: list[SignedBy] = []
    for index, column in enumerate(columns):
        right = _column_right(columns, index, edge)
        groups = signed_groups(column)
        for place, group in enumerate(groups):
            top = groups[place - 1][-1].box[1] if place else _top(parts, group)
            left = min(x.box[0] for x in group)
            found.append(_one(group, known, _Space(left, right if len(columns) > 1 else left + 330, top)))
    named = [s for s in found if s.name.value]
    if named and _marks_of_people(parts) > len(named):
        named = [replace(s, name=_doubted(s.name), title=_doubted(s.title)) for s in named]
    return named or found[:1]


def _column_right(columns: Sequence[Sequence[Line]], index: int, edge: float) -> float:
    """Return how far the lines of a column could have reached: up to the next, or as wide as the first."""
    starts = [min(x.box[0] for x in column) for column in columns]
    if index + 1 < len(starts):
        return starts[index + 1] - 4
    if len(starts) == 1:
        return edge
    widest = max(edge, *(x.box[2] for x in columns[index]))
    return min(widest, starts[index] + (starts[1] - starts[0]) - 4)


def _top(parts: LetterParts, group: Sequence[Line]) -> float:
    """Return where the space to sign in begins: below the closing words and "on behalf of"."""
    closing = [*parts.closing, *(line for line, _ in signed_for(parts))]
    above = [x.box[1] for x in closing if x.view is group[0].view and x.box[1] >= group[0].box[3] - 2]
    return min(above, default=group[0].box[3] + 90)


def _marks_of_people(parts: LetterParts) -> int:
    """Return how many signatures stand where people sign: ink apart from other ink, or type."""
    if not parts.signed:
        return 0
    view = parts.signed[-1].view
    lines = [x for x in (*parts.closing, *parts.signed) if x.view is view]
    top, bottom = max(x.box[3] for x in lines), min(x.box[1] for x in lines)
    inks = [i.box for i in view.inks if bottom < (i.box[1] + i.box[3]) / 2 < top and _is_hand_sized(i.box)]
    apart = [box for place, box in enumerate(inks) if not any(_touch(box, other) for other in inks[:place])]
    typed = sum(SIGNED_BY.match(x.text) is not None for x in parts.signed)
    return max(typed, len(apart))


def _is_hand_sized(box: BoxPt) -> bool:
    return box[2] - box[0] > _HAND_WIDTH_PT and box[3] - box[1] > _HAND_HEIGHT_PT


def _touch(one: BoxPt, other: BoxPt) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _doubted(field: Field) -> Field:
    return replace(field, sure=False, confidence=min(field.confidence, 0.6))


def _one(lines: Sequence[Line], known: Known, space: _Space) -> SignedBy:
    typed = _typed_name(lines)
    kept = [x for x in lines if x is not typed]
    people = known.people | ({folded(_without_mark(typed.text))} if typed else frozenset())
    read = signature_read(kept, replace(known, people=people), space.right)
    if typed is not None and Part.NAME not in read:
        part = typed.part(_without_mark(typed.text))
        read[Part.NAME] = Value(part.text, (part,), 2 * _SURE_AHEAD)
    names = sum(likeness_to_person(without_proxy(x.text).split(",", 1)[0]) > 1 for x in lines)
    by_proxy = names > 1 and any(PROXY.match(x.text) for x in lines)
    name, title = read.get(Part.NAME), read.get(Part.TITLE)
    doubted = by_proxy or _may_be_exchanged(name, title)
    return SignedBy(
        _field(name, doubted=doubted),
        _field(title, doubted=doubted),
        _field(read.get(Part.ORGANISATION)),
        _signature(lines, name, space, is_typed=typed is not None),
    )


def _may_be_exchanged(name: Value | None, title: Value | None) -> bool:
    """Whether what was read as a name begins as titles do or is one word, or what was read as a title is like
    a person, or names the one who signs."""
    if name is not None and (begins_as_title(name.text) or not is_whole_name(name.text)):
        return True
    if name is not None and title is not None and folded(name.text) in folded(title.text):
        return True
    return title is not None and likeness_to_title(title.text) < 1 and likeness_to_person(title.text) > 1


def _typed_name(lines: Sequence[Line]) -> Line | None:
    """Return the line that is a signature in type: "/s/ Name", or a name that comes again below it."""
    for index, line in enumerate(lines):
        if SIGNED_BY.match(line.text):
            return line
        again = any(x.flat.split(",", 1)[0] == line.flat for x in lines[index + 1 :])
        if again and likeness_to_person(line.text) > 0:
            return line
    return None


def _without_mark(text: str) -> str:
    return tidy(SIGNED_BY.sub("", text))


def _signature(lines: Sequence[Line], name: Value | None, space: _Space, *, is_typed: bool) -> Signature:
    view = (name.lines[0] if name else lines[0]).view
    bottom = min((x.box[1] for x in lines if x.view is view), default=0.0)
    top = space.top if lines[0].view is view else view.height_pt
    found = signature_in((space.left - 30, bottom - 20, space.right, top + 10), [], view)
    if found.kind is SignatureKind.NONE and is_typed and name is not None:
        return Signature(SignatureKind.TYPED, 0.9, name.lines[0].page, name.box_pt)
    return found


def _field(value: Value | None, *, doubted: bool = False) -> Field:
    if value is None:
        return NOT_FOUND
    words = [word for line in value.lines for word in line.raw.words]
    odd = has_odd_characters(value.text) or len(value.text) >= _LONGEST or is_unfinished(value.text)
    dim = is_read_dimly(words) or any(w.changed for w in words)
    sure = value.margin >= _SURE_AHEAD and not (doubted or odd or dim)
    confidence = min(0.97, confidence_in(words)) if sure else 0.6
    first = value.lines[0]
    return Field(value.text, confidence, sure, first.page, value.box_pt, first.method)
