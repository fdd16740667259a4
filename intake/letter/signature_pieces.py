"""The lines below a signature in pieces between commas, and whether one piece goes on in the next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.letter.letter_lines import Line
from intake.letter.letter_words import PROXY
from intake.letter.line_likeness import is_behind_a_name, likeness_to_person
from intake.page.plain_text import folded, joined_lines, tidy

Span = tuple[int, int]
"""The first piece of a run, and the one behind its last."""

_JOINT = re.compile(
    r"(?:^|\s)(?:and|of|for|the|in|to|at|de|des|du|la|le|les|et|van|voor|en|und|fur|der|die|das|den|im|zur|"
    r"zum|von|og|av|af|till|til|i|pa|y|e|ed|do|da|di|del|della|dei|delle|dell'|per|para|por|con|a|ao|w|z|"
    r"ds\.|do spraw|oraz|ja|&|/|-)$"
)
_SMALL = re.compile(r"^(?:[a-zà-þœßąćęłńóśźżčďěňřšťůžåäöæø&(]|[-–/])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line below a signature, or what stands between its commas. ``opens_line``: its line begins so."""

    text: str
    line: Line
    opens_line: bool
    is_wrapped: bool = False  # the line before ended only because this did not fit


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of the letter tells: names of organisations and of people in it, folded."""

    organisations: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


def pieces_of(lines: Sequence[Line], right: float) -> list[Piece]:
    """Return the lines in pieces between commas; a degree behind a comma stays with its name.

    ``right`` is how far the lines could have reached, in points.
    """
    pieces: list[Piece] = []
    for index, line in enumerate(lines):
        wrapped = index > 0 and _had_no_room(lines[index - 1], line, right)
        for place, text in enumerate(_between_commas(without_proxy(line.text))):
            pieces.append(Piece(text, line, place == 0, is_wrapped=wrapped and place == 0))
    return pieces


def without_proxy(text: str) -> str:
    """Return the text without "p.p." or "i. A." before a name."""
    bare = PROXY.sub("", text)
    return bare if bare != text and likeness_to_person(bare.split(",", 1)[0]) > 0 else text


def text_of(pieces: Sequence[Piece], span: Span) -> str:
    """Return the run as one text, with the commas between pieces of a line."""
    whole = ""
    for piece in pieces[slice(*span)]:
        if whole and not piece.opens_line:
            whole += f", {piece.text}"
        else:
            whole = joined_lines([whole, piece.text]) if whole else piece.text
    return tidy(whole).strip(" ,;")


def is_unfinished(text: str) -> bool:
    """Whether the text ends as one that goes on: with a comma, a hyphen, "and", "of"."""
    return text.endswith((",", "-", "&", "/")) or _JOINT.search(folded(text)) is not None


def begins_small(text: str) -> bool:
    """Whether the text begins as one that goes on: with a small letter, "&", a bracket."""
    return _SMALL.match(text) is not None


def _had_no_room(above: Line, line: Line, right: float) -> bool:
    """Whether the line's first word would have reached over the column's edge, had it stood above."""
    if above.view is not line.view or not line.view.has_boxes:
        return False
    first = line.raw.words[0]
    return above.box[2] + 0.25 * line.height + (first.box[2] - first.box[0]) > right


def _between_commas(text: str) -> list[str]:
    parts: list[str] = []
    for part in re.split(r",\s+(?![^(]*\))", text.strip()):
        if parts and is_behind_a_name(part.strip(" ,")) and likeness_to_person(parts[-1]) > 0:
            parts[-1] += f", {part.strip(' ,')}"
        elif part.strip(" ,"):
            parts.append(part.strip())
    return parts
