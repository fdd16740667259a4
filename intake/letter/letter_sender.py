"""Which organisation wrote a letter: what its head, text, signature, foot and address agree on."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.block.read_surely import confidence_in, is_read_dimly
from intake.letter.letter_lines import box_of
from intake.letter.letter_parts import LetterParts
from intake.letter.line_likeness import is_unit, likeness_to_organisation
from intake.letter.sender_candidates import (
    Candidate,
    Candidates,
    Place,
    lines_with,
    note_mentions,
    propose,
    stands_in,
)
from intake.letter.signature_pieces import is_unfinished
from intake.page.plain_text import folded, has_odd_characters
from pact.documents import NOT_FOUND, Field
from pact.organisations import SAME, same_organisation

_SURE_AHEAD = 1.5
_LEAST_SCORE = 1.5


@dataclass(frozen=True, slots=True)
class Sender:
    """The organisation as a field, and another that the letter names as if it wrote it, else empty."""

    organisation: Field = NOT_FOUND
    rival: str = ""


def sender_of(found: Candidates, parts: LetterParts, signed: Sequence[Field]) -> Sender:
    """Return the sender among the candidates and the organisations read below the signatures."""
    for each in signed:
        if each.value:
            propose(found, each.value, Place.SIGNED, lines_with(each.value, parts))
    note_mentions(found, parts)
    ranked = sorted(_whole_names(found), key=lambda c: (-c.score, -len(c.value)))
    if not ranked or ranked[0].score < _LEAST_SCORE:
        return Sender()
    best = ranked[0]
    rival = next((c for c in ranked[1:] if _is_another(c, best)), None)
    ahead = best.score - max([c.score for c in ranked[1:] if _speaks_against(c, best)], default=0.0)
    witnessed = (len(_witnesses(best)) > 1 and not _may_be_a_place(best)) or _stands_out(best)
    sure = witnessed and ahead >= _SURE_AHEAD and rival is None
    return Sender(_field(best, sure=sure), rival.value if rival else "")


def _whole_names(found: Candidates) -> list[Candidate]:
    """Leave out what is a part of a longer name that is found in as many places."""
    kept = []
    for key, candidate in found.items():
        longer = [
            other
            for name, other in found.items()
            if name != key
            and stands_in(key, name)
            and len(other.places) >= len(candidate.places)
            and other.score > candidate.score - 1.0
        ]
        if not longer:
            kept.append(candidate)
    return kept


def _is_another(one: Candidate, best: Candidate) -> bool:
    """Whether the letter names another body as if it had written it: in its head and below the signature."""
    if is_unit(one.value) or likeness_to_organisation(one.value) < 1:
        return False
    writes = {Place.SIGNED, Place.BEHALF, Place.FROM}
    strong = bool(one.places & writes) or (Place.HEAD in one.places and one.prominence > 0.5)
    if not strong or not best.places & {*writes, Place.HEAD, Place.FOOT}:
        return False
    keys = folded(one.value), folded(best.value)
    is_part = stands_in(*keys) or stands_in(*reversed(keys))
    return not is_part and same_organisation(one.value, best.value) < SAME


def _witnesses(candidate: Candidate) -> set[Place]:
    """Return the places that speak for it, each once: what the text calls itself stands in the text."""
    pattern = {Place.TEXT} if Place.PATTERN in candidate.places else set[Place]()
    return (candidate.places | pattern) - {Place.PATTERN, Place.SITE}


def _may_be_a_place(candidate: Candidate) -> bool:
    """Whether it may be the town alone: a foot names that too, and the text as a part of the body's name."""
    only_there = candidate.places <= {Place.FOOT, Place.TEXT, Place.SITE}
    return only_there and likeness_to_organisation(candidate.value) < 1


def _speaks_against(one: Candidate, best: Candidate) -> bool:
    return one is not best and not stands_in(folded(one.value), folded(best.value))


def _stands_out(candidate: Candidate) -> bool:
    """Found in one place only, but there as nothing else is: large, at the top, with a body's word."""
    return candidate.prominence > 1.0 and likeness_to_organisation(candidate.value) > 1


def _field(candidate: Candidate, *, sure: bool) -> Field:
    words = [word for line in candidate.lines for word in line.raw.words]
    # A letterhead in capitals does not show how the name is written.
    is_set_large = candidate.value.isupper() and len(candidate.value.split()) > 1
    odd = has_odd_characters(candidate.value) or is_unfinished(candidate.value)
    doubted = is_set_large or odd or is_read_dimly(words)
    sure = sure and not doubted and not any(w.changed for w in words)
    confidence = min(0.97, confidence_in(words)) if sure else 0.6
    if not candidate.lines:
        return Field(candidate.value, confidence, sure)
    first = candidate.lines[0]
    return Field(candidate.value, confidence, sure, first.page, box_of(candidate.lines), first.method)
