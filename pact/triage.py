"""In which order applications are looked at, and why one stands where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pact.application import State
from pact.findings import CODES, Finding, Severity, in_order_of_weight

SOON_DAYS = 5
"""From so many days before the due day, an application goes before all that are not due yet."""


class WaitingFor(StrEnum):
    """Whose turn it is."""

    SECRETARIAT = "secretariat"
    APPLICANT = "applicant"
    COMMITTEE = "committee"
    NOBODY = "nobody"


WAITING_FOR_WORDS: dict[WaitingFor, str] = {
    WaitingFor.SECRETARIAT: "waiting for the Secretariat",
    WaitingFor.APPLICANT: "waiting for the applicant",
    WaitingFor.COMMITTEE: "waiting for the Steering Committee",
    WaitingFor.NOBODY: "waiting for nobody",
}

_TURN: dict[State, WaitingFor] = {
    State.RECEIVED: WaitingFor.SECRETARIAT,
    State.READY: WaitingFor.SECRETARIAT,
    State.HELD: WaitingFor.SECRETARIAT,
    State.WAITING_FOR_APPLICANT: WaitingFor.APPLICANT,
    State.BEFORE_COMMITTEE: WaitingFor.COMMITTEE,
}


@dataclass(frozen=True, slots=True)
class TriageView:
    """What the order depends on: one application with its standing findings.

    ``days_left`` counts to ``decision_due`` (6.4.2) and is negative once that day is past.
    ``further_papers`` came later and lie beside it until the Secretariat judges them.
    """

    reference: str
    state: State
    decision_due: date
    days_left: int
    findings: tuple[Finding, ...] = ()
    further_papers: int = 0

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings that stop until a person decides."""
        return tuple(found for found in self.findings if found.severity is Severity.STOP)


def order_key(view: TriageView) -> tuple[int, date, int, str]:
    """Return the key that sorts the queue: the first line of ORDER that holds, then the due day,
    then the reference, so that no two applications tie."""
    line = next(place for place, line in enumerate(ORDER) if line.holds(view))
    # A longer reference of the same year is a higher number: CFIT-2026-9999 before -10000.
    return line, view.decision_due, len(view.reference), view.reference


def why_here(view: TriageView) -> str:
    """Return why it stands there: the clock, then the doubts, or else whose turn it is, then papers.

    "Due in 3 days; a conflict of interest cannot be excluded"
    """
    if not view.state.is_open:
        return f"{view.state.words.capitalize()}; {WAITING_FOR_WORDS[waiting_for(view.state)]}"
    held = ["held until a person releases it"] if view.state is State.HELD else []
    papers = [f"{_count(view.further_papers, 'further paper')} to judge"] if view.further_papers else []
    words = _doubt_words(view) or _turn_words(view)
    return "; ".join([_clock_words(view.days_left), *held, words, *papers])


def waiting_for(state: State) -> WaitingFor:
    """Return whose turn it is in a state; nobody's once it is decided or closed."""
    return _TURN.get(state, WaitingFor.NOBODY)


def _clock_words(days_left: int) -> str:
    if days_left < 0:
        return f"Overdue by {_count(-days_left, 'day')}"
    near = {0: "Due today", 1: "Due tomorrow"}
    return near.get(days_left, f"Due in {_count(days_left, 'day')}")


def _doubt_words(view: TriageView) -> str:
    """Return the weightiest doubt in short, and how many more there are; empty without any."""
    if not view.doubts:
        return ""
    first, *more = in_order_of_weight(view.doubts)
    row = CODES.get(first.code)
    # The rest of the words, after a semicolon, says what follows from it; the queue is short.
    words = row.words.partition(";")[0] if row else first.seen
    return words[:1].lower() + words[1:] + (f", and {_count(len(more), 'more doubt')}" if more else "")


def _turn_words(view: TriageView) -> str:
    questions = sum(found.severity is Severity.ASK for found in view.findings)
    if view.state is State.RECEIVED and questions:
        return f"{_count(questions, 'open question')} for the Secretariat to settle"
    return WAITING_FOR_WORDS[waiting_for(view.state)]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _is_the_secretariats_turn(view: TriageView) -> bool:
    papers_wait = view.state.is_open and view.further_papers > 0
    return papers_wait or waiting_for(view.state) is WaitingFor.SECRETARIAT


@dataclass(frozen=True, slots=True)
class Line:
    """One line of ORDER: when it holds, and what it is called."""

    words: str
    holds: Callable[[TriageView], bool]


ORDER: tuple[Line, ...] = (
    Line("overdue", lambda view: view.state.is_open and view.days_left < 0),
    Line("due soon", lambda view: view.state.is_open and view.days_left <= SOON_DAYS),
    Line("held", lambda view: view.state is State.HELD),
    Line("in doubt", lambda view: view.state.is_open and bool(view.doubts)),
    Line("the Secretariat's turn", _is_the_secretariats_turn),
    Line("before the Committee", lambda view: waiting_for(view.state) is WaitingFor.COMMITTEE),
    Line("waiting for the applicant", lambda view: waiting_for(view.state) is WaitingFor.APPLICANT),
    Line("decided or closed", lambda view: True),
)
"""The legal clock goes first; then what only a person can settle; then whose turn it is. The first
line that holds counts, and the last one always does."""
