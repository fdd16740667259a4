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


def require_decision(decision: Decision | None, what: Move, today: date) -> Decision:
    """Return the decision that carries the move (6.4.2); its ``decided_on`` is then a date.

    PactError, saying what to give, when there is none, it decides something else, its day is
    missing or still to come, or neither votes nor minutes are named.
    """
    if decision is None:
        raise PactError(
            f"To {what.words}, give the day of its decision, and the votes or where the minutes stand."
        )
    if decision.move is not what:
        raise PactError(f"The decision on record is to {decision.move}; it cannot carry the move {what}.")
    if decision.decided_on is None:
        raise PactError("Give the day on which the Steering Committee decided.")
    if decision.decided_on > today:
        raise PactError(
            f"The Steering Committee cannot have decided on {decision.decided_on}: that day is still to "
            "come. Give the day of its decision."
        )
    if not (decision.votes.strip() or decision.minutes.strip()):
        raise PactError("Give the votes as they were counted, or say where the minutes record them.")
    return decision
