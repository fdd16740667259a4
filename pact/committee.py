"""What must be on record before a decision of the Steering Committee counts."""

from dataclasses import dataclass
from datetime import date

from pact.application import Move
from pact.errors import PactError

NEED_A_DECISION = frozenset({Move.APPROVE, Move.DECLINE, Move.END})
"""Moves that follow from a decision of the Committee alone (6.4.2, 6.6.2)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as recorded: its day, and the votes as counted or where the minutes say so."""

    move: Move
    decided_on: date | None
    votes: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which the Committee can have decided: not before ``first``, which is the day of
    what it decided about, and not after ``today``."""

    first: date
    first_is: str
    today: date


def refuse_decision(decision: Decision | None, what: Move) -> None:
    """Raise PactError when a decision is given to a move that follows from none."""
    if decision is not None and what not in NEED_A_DECISION:
        raise PactError(
            f"To {what.words} takes no decision of the Committee: leave out its day, votes and minutes."
        )


def require_decision(decision: Decision | None, what: Move, window: Window) -> Decision:
    """Return the decision that carries the move (6.4.2); its ``decided_on`` is then a date.

    PactError, saying what to give, when there is none, it decides something else, its day is
    missing or outside the window, or neither votes nor minutes are named.
    """
    if decision is None:
        raise PactError(
            f"To {what.words}, give the day of its decision, and the votes or where the minutes stand."
        )
    if decision.move is not what:
        raise PactError(f"The decision on record is to {decision.move}; it cannot carry the move {what}.")
    if decision.decided_on is None:
        raise PactError("Give the day on which the Steering Committee decided.")
    if decision.decided_on < window.first:
        raise PactError(
            f"The Steering Committee cannot have decided on {decision.decided_on}: {window.first_is} "
            f"{window.first}. Give the day of its decision."
        )
    if decision.decided_on > window.today:
        raise PactError(
            f"The Steering Committee cannot have decided on {decision.decided_on}: that day is still to "
            "come. Give the day of its decision."
        )
    if not (decision.votes.strip() or decision.minutes.strip()):
        raise PactError("Give the votes as they were counted, or say where the minutes record them.")
    return decision
