"""What speaks for a run of pieces below a signature being a name, a title or an organisation."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import pairwise

from intake.letter.line_likeness import (
    is_aside,
    is_unit,
    likeness_to_organisation,
    likeness_to_person,
    likeness_to_title,
)
from intake.letter.signature_pieces import Known, Piece, Span, begins_small, is_unfinished, text_of
from intake.page.plain_text import folded

_LINES_OF_ONE = 4


class Part(StrEnum):
    """What a run of pieces is taken for."""

    NAME = "name"
    TITLE = "title"
    ORGANISATION = "organisation"


Reading = dict[Part, Span]
"""Which run is taken for which part."""


def scored_runs(part: Part, pieces: Sequence[Piece], known: Known) -> list[tuple[Span, float]]:
    """Return the runs of pieces that may be this part, with their scores."""
    longest, least, score = _RULES[part]
    spans = [(a, b) for a in range(len(pieces)) for b in range(a + 1, min(a + longest, len(pieces)) + 1)]
    scored = [(span, score(pieces, span, known) + _joints(pieces, span)) for span in spans]
    return [(span, found) for span, found in scored if found >= least]


def score_of_order(reading: Reading, pieces: Sequence[Piece]) -> float:
    """Return what the order of the parts says: a name, its title, its organisation, mostly."""
    name, title, organisation = (reading.get(part) for part in Part)
    score = 0.0
    if name and title:
        score += 1.0 if title[0] == name[1] else (-0.6 if title[0] < name[0] else 0.3)
    if organisation and title and name and name[1] <= organisation[0] < title[0]:
        score -= 0.8
    if organisation and organisation[1] < len(pieces) and not pieces[organisation[1]].opens_line:
        score -= 1.0  # what goes on behind a comma in the same line belongs to it
    return score


def score_of_rest(reading: Reading, pieces: Sequence[Piece], known: Known) -> float:
    """Return what the pieces say that are taken for nothing: none should be left but asides."""
    taken = {place for span in reading.values() for place in range(*span)}
    return sum(_left_over(piece, known) for place, piece in enumerate(pieces) if place not in taken)


def _left_over(piece: Piece, known: Known) -> float:
    if is_aside(piece.text):
        return 0.0
    if not piece.opens_line or folded(piece.text) in known.people | known.organisations:
        return -2.5
    return -0.3 if is_unit(piece.text) else -2.4


def _name_score(pieces: Sequence[Piece], span: Span, known: Known) -> float:
    text = text_of(pieces, span)
    flat = folded(text)
    score = likeness_to_person(text) + (2.5 if flat in known.people else 0.0)
    score -= sum(0.3 if p.is_wrapped else 1.2 for p in pieces[span[0] + 1 : span[1]])
    return score - (5.0 if flat in known.organisations else 0.0)


def _title_score(pieces: Sequence[Piece], span: Span, known: Known) -> float:
    run = pieces[slice(*span)]
    text = text_of(pieces, span)
    first, best = likeness_to_title(run[0].text), max(likeness_to_title(p.text) for p in run)
    score = first if first > 1 else (1.2 if best > 1 else first)
    score += sum(_odd_in_title(run, place, known) for place in range(len(run)))
    if is_unit(run[0].text) and first < 1:
        score -= 2.0
    if best < 1 and likeness_to_person(text) > 0:
        score -= 1.0
    return score - (2.0 if is_unfinished(run[-1].text) else 0.0) - (1.0 if begins_small(text) else 0.0)


def _odd_in_title(run: Sequence[Piece], place: int, known: Known) -> float:
    """Return what speaks against one piece being part of a title."""
    text = run[place].text
    if is_aside(text):
        return -4.0
    if folded(text.strip(" ,")) in known.organisations:
        return -5.0
    above = run[place - 1].text if place else ""
    if is_unfinished(above) and not above.endswith(","):
        return 0.0
    if likeness_to_title(text) < 1 and likeness_to_organisation(text) > 1:
        return -1.8
    return -3.0 if place and likeness_to_person(text) > 3 else 0.0


def _organisation_score(pieces: Sequence[Piece], span: Span, known: Known) -> float:
    run, text = pieces[slice(*span)], text_of(pieces, span)
    score = likeness_to_organisation(text)
    if folded(text) in known.organisations:
        score = max(score, 0.0) + 4.5
    else:
        score += _unknown_organisation(run, text, known)
    if len(run) > 1 and any(folded(p.text) in known.organisations for p in run):
        score -= 5.0
    if begins_small(text) or (not run[0].opens_line and any(p.opens_line for p in run)):
        score -= 3.0  # a name that begins behind a comma ends with its line
    before = pieces[span[0] - 1] if span[0] else None
    return score - (3.0 if before is not None and is_unfinished(before.text) else 0.0)


def _unknown_organisation(run: Sequence[Piece], text: str, known: Known) -> float:
    score = -2.0 if is_unit(text) else 0.0
    # Where the letter names its sender elsewhere, another body below the signature is a surprise.
    score -= 1.5 if known.organisations else 0.0
    if likeness_to_organisation(text) > 1:
        return score - (1.5 if likeness_to_title(run[0].text) > 1 else 0.0)
    score -= 0.5 + (2.0 if likeness_to_title(text) > 1 else 0.0) + (0.0 if " " in text else 1.0)
    return score - (0.5 if likeness_to_person(text) > 0 else 0.0) - (0.0 if run[0].opens_line else 2.0)


_Score = Callable[[Sequence[Piece], Span, Known], float]

_RULES: dict[Part, tuple[int, float, _Score]] = {
    Part.NAME: (2, -1.5, _name_score),
    Part.TITLE: (5, -3.0, _title_score),
    Part.ORGANISATION: (4, -1.8, _organisation_score),
}
"""Of each part: the most pieces it may have, the least score that is looked at, and how it is scored."""


def _joints(pieces: Sequence[Piece], span: Span) -> float:
    """Return what speaks for and against the pieces of a run being one text."""
    run = pieces[slice(*span)]
    if sum(p.opens_line for p in run[1:]) >= _LINES_OF_ONE:
        return -9.0
    return sum(_joint(above, piece) for above, piece in pairwise(run))


def _joint(above: Piece, piece: Piece) -> float:
    if not piece.opens_line:
        return -0.3
    if is_unfinished(above.text) or begins_small(piece.text):
        return 0.4
    if is_unit(piece.text):
        return -3.0
    if piece.is_wrapped:
        return -0.4
    return -1.0 if likeness_to_title(above.text) > 1 and likeness_to_title(piece.text) > 1 else -2.2
