"""On whose behalf a letter is signed: "for the X Foundation", "namens X", and "p.p." before a person."""

from intake.letter.letter_lines import Line, gap_above
from intake.letter.letter_parts import LetterParts
from intake.letter.letter_words import BEHALF, BEHALF_BEHIND, BOARD, PROXY
from intake.letter.line_likeness import likeness_to_organisation, likeness_to_person
from intake.page.plain_text import folded

_NEAR = 2.2  # so many heights of letters below the closing words a line still belongs to them


def signed_for(parts: LetterParts) -> list[tuple[Line, Line]]:
    """Return the lines that say on whose behalf the letter is signed, each with the part that names it.

    "For" stands before a body directly below the closing words, and before a person below the ink: one
    who could not sign.
    """
    found = []
    above = parts.closing[-1] if parts.closing else None
    for line in (*parts.closing, *parts.signed):
        named = _behalf_in(line)
        if named is None:
            continue
        is_near = above is None or gap_above(line, above) < _NEAR
        if is_near or not _is_person(line, named) or _is_named_elsewhere(named, parts):
            found.append((line, named))
    return found


def _is_person(line: Line, named: Line) -> bool:
    is_name = likeness_to_person(named.text) > 1 and likeness_to_organisation(named.text) < 1
    return is_name and PROXY.match(line.text) is not None


def _is_named_elsewhere(named: Line, parts: LetterParts) -> bool:
    lines = (*parts.foot, *(x for group in parts.head for x in group))
    return any(named.flat in x.flat for x in lines) or named.flat in folded(parts.body)


def _behalf_in(line: Line) -> Line | None:
    """Return the part of the line that names on whose behalf somebody signs, or None."""
    match = BEHALF.match(line.flat)
    if match is not None:
        return _named(line, line.text[_place_in(line.text, match.end()) :])
    behind = BEHALF_BEHIND.search(line.flat)
    return _named(line, line.text[: _place_in(line.text, behind.start())]) if behind is not None else None


def _named(line: Line, text: str) -> Line | None:
    name = BOARD.sub("", text.strip(" ,:"))
    return line.part(name) if name else None


def _place_in(text: str, place: int) -> int:
    """Return the place in the text of a place in its folded form: "ß" is two letters there."""
    reached = 0
    for index, character in enumerate(text):
        if reached >= place:
            return index
        reached += len(folded(character)) or 1
    return len(text)
