"""How a participation type is marked in the set BLIND: lines of pieces of text, whoever prints them."""

from dataclasses import dataclass, replace
from random import Random

from made_up.blind_faces import CHECK, CROSS, EMPTY

from pact.documents import ParticipationType

Roles = dict[ParticipationType, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with its looks."""

    text: str
    bold: bool = False
    strike: bool = False
    grey: bool = False
    underline: bool = False
    frame: bool = False


Lines = tuple[tuple[Piece, ...], ...]

UNMARKED = "blind_unmarked"
SIMPLE = (
    "blind_boxes_in_line",
    "blind_boxes_in_lines",
    "blind_crosses_in_lines",
    "blind_wide_brackets",
    "blind_square_upper",
    "blind_blanks",
    "blind_typed_after",
    "blind_arrow",
    "blind_remaining",
    "blind_sentence",
    "blind_two_boxes",
    "blind_yes_no",
    "blind_lettered",
    "blind_capitals",
    "blind_bold_capital",
)
"""Marks of plain text, or bold, that every producer prints."""
RICH = (*SIMPLE, "blind_grey_struck", "blind_grey_others", "blind_underlined_bold", "blind_delete_note")
"""Marks that need colour, and lines through and below the words."""
FRAMED = (*RICH, "blind_framed")
BLIND_MARKS = (*FRAMED, UNMARKED)


def choice_lines(role: ParticipationType | None, style: str, options: Roles, rng: Random) -> Lines:
    """Return the row of options with ``role`` marked as ``style`` says; no role leaves all unmarked."""
    if role is None:
        return ((Piece(" / ".join(options.values())),),)
    if style in _SIGNS:
        return _signed_options(role, style, options, rng)
    if style in _LOOKS:
        return _looks(role, style, options)
    return _spoken(role, style, options)


_SIGNS: dict[str, tuple[str, str, bool]] = {
    "blind_boxes_in_line": (CHECK, EMPTY, False),
    "blind_boxes_in_lines": (CHECK, EMPTY, True),
    "blind_crosses_in_lines": (CROSS, EMPTY, True),
    "blind_wide_brackets": ("( X )", "(   )", False),
    "blind_square_upper": ("[X]", "[  ]", True),
    "blind_blanks": ("_X_", "___", True),
}
"""Sign of the marked option, of the others, and whether each stands on a line of its own."""


def _signed_options(role: ParticipationType, style: str, options: Roles, rng: Random) -> Lines:
    marked, empty, is_listed = _SIGNS[style]
    order = list(options)
    rng.shuffle(order)
    texts = [f"{marked if each is role else empty} {options[each]}" for each in order]
    if is_listed:
        return tuple((Piece(text),) for text in texts)
    return (tuple(Piece(text + ("" if text is texts[-1] else "   ")) for text in texts),)


_LOOKS: dict[str, tuple[Piece, Piece]] = {
    "blind_grey_struck": (Piece(""), Piece("", strike=True, grey=True)),
    "blind_delete_note": (Piece(""), Piece("", strike=True)),
    "blind_grey_others": (Piece("", bold=True), Piece("", grey=True)),
    "blind_underlined_bold": (Piece("", bold=True, underline=True), Piece("")),
    "blind_bold_capital": (Piece("", bold=True), Piece("")),
    "blind_framed": (Piece("", frame=True), Piece("")),
    "blind_capitals": (Piece(""), Piece("")),
}
"""How the marked option looks, and how the others do."""


def _looks(role: ParticipationType, style: str, options: Roles) -> Lines:
    marked, other = _LOOKS[style]
    pieces = []
    for each, option in options.items():
        words = option.lower() if "capital" in style else option
        if each is role and "capital" in style:
            words = words.upper()
        pieces += [Piece(" / ")] if pieces else []
        pieces.append(replace(marked if each is role else other, text=words))
    if style == "blind_delete_note":
        return tuple(pieces), (Piece("(strike out what does not apply)"),)
    return (tuple(pieces),)


def _spoken(role: ParticipationType, style: str, options: Roles) -> Lines:
    coordinating, procuring = ParticipationType.COORDINATING, ParticipationType.PROCURING
    takes = {each: role in (each, ParticipationType.BOTH) for each in (coordinating, procuring)}
    printed = " / ".join(options.values())
    letters = dict(zip(options, "abc", strict=True))
    listed = "  ".join(f"({letters[each]}) {option}" for each, option in options.items())
    said = {each: f"as {each.value} organization" for each in takes}
    both = "both as coordinating and as procuring organization"
    spoken: dict[str, tuple[str, ...]] = {
        "blind_typed_after": (f"{printed}: {role.value}",),
        "blind_arrow": (printed, f">> {options[role]}"),
        "blind_remaining": (options[role].lower(),),
        "blind_sentence": (f"We take part {said.get(role, both)}.",),
        "blind_two_boxes": tuple(f"{CHECK if takes[each] else EMPTY} {options[each]}" for each in takes),
        "blind_yes_no": tuple(f"{options[each]}: {'yes' if takes[each] else 'no'}" for each in takes),
        "blind_lettered": (listed, f"Our choice: ({letters[role]})"),
    }
    return tuple((Piece(text),) for text in spoken[style])
