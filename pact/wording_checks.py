"""Checks of a copy's wording: what differs from the edition, what was written on it, what was not sent."""

from collections.abc import Callable, Iterator
from datetime import date

from pact.deadlines import day_words
from pact.documents import Alteration, Change, CopyPart, Wording
from pact.findings import Finding, finding
from pact.signature_page import OUTSIDE_THE_TEXT

_SAID_AT_MOST = 12

PARTS = frozenset(("only_signature_page", "part_of_the_pact"))
"""The codes that say that not the whole Pact was sent."""

WordingCheck = Callable[[Wording, date], Iterator[Finding]]
"""One check of a wording and the day of receipt: yields what it finds, and raises nothing."""


def changed_clauses(wording: Wording, _: date) -> Iterator[Finding]:
    """The Pact is changed by the consent of its participants, and by no single copy (Pact 6.5.2)."""
    told = [
        one
        for one in wording.alterations
        if one.clause not in OUTSIDE_THE_TEXT and not _was_not_sent(one, wording)
    ]
    for one in told[:_SAID_AT_MOST]:
        yield finding("wording_changed" if one.sure else "wording_unsure", in_words(one))
    if len(told) > _SAID_AT_MOST:
        yield finding("wording_changed", f"{len(told) - _SAID_AT_MOST} further clauses differ.")


def reservations(wording: Wording, _: date) -> Iterator[Finding]:
    """A participant endorses the ambitions and commitments of the Pact (Pact 6.4.2.a)."""
    for one in wording.alterations:
        if one.clause in OUTSIDE_THE_TEXT:
            yield finding("reservation" if one.sure else "wording_unsure", in_words(one))


def part_sent(wording: Wording, _: date) -> Iterator[Finding]:
    """A written application is all that is asked for (Pact 6.4.1), and the text belongs to it."""
    if wording.part == CopyPart.SIGNATURE_PAGE:
        yield finding("only_signature_page", "None of the pages before it came with it.")
    if wording.part == CopyPart.SHORTENED:
        missing = [one.clause for one in wording.alterations if _was_not_sent(one, wording)]
        listed = ", ".join(missing[:_SAID_AT_MOST]) or "some pages"
        yield finding("part_of_the_pact", f"Missing: {listed}.")


def edition_in_force(wording: Wording, received_on: date) -> Iterator[Finding]:
    """Each edition is in force from its first day until a later one takes its place (Pact 6.5.2)."""
    named = f"It is a copy of edition {wording.edition}"
    if wording.replaced_on and date.fromisoformat(wording.replaced_on) <= received_on:
        replaced = day_words(date.fromisoformat(wording.replaced_on))
        yield finding("older_edition", f"{named}, in force until a later one replaced it on {replaced}.")
    if wording.in_force and date.fromisoformat(wording.in_force) > received_on:
        begins = day_words(date.fromisoformat(wording.in_force))
        yield finding("edition_not_in_force", f"{named}, in force from {begins}.")


def comparison(wording: Wording, _: date) -> Iterator[Finding]:
    """What was not compared may say anything (Pact 6.5.2)."""
    if wording.why_not and not wording.compared and wording.part != CopyPart.SIGNATURE_PAGE:
        yield finding("not_compared", wording.why_not)


WORDING_CHECKS: tuple[WordingCheck, ...] = (
    changed_clauses,
    reservations,
    part_sent,
    edition_in_force,
    comparison,
)
"""Which rules the wording of a signed copy is held against; every check cites its clause."""


def in_words(one: Alteration) -> str:
    """Return an alteration as a person reads it: its clause, the change, what was expected and found."""
    said = [f"{one.clause} {one.change}"]
    if one.expected:
        said.append(f"expected \u201c{one.expected}\u201d")
    if one.found:
        said.append(f"found \u201c{one.found}\u201d")
    where = f" (page {one.page})" if one.page else ""
    return f"{': '.join([said[0], '; '.join(said[1:])]) if said[1:] else said[0]}{where}"


def _was_not_sent(one: Alteration, wording: Wording) -> bool:
    return wording.part == CopyPart.SHORTENED and one.change == Change.MISSING
