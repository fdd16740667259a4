"""An application's states, and the one table of moves between them."""

from dataclasses import dataclass
from enum import StrEnum

from pact.errors import PactError


class ApplicationKind(StrEnum):
    """What is asked for: to take part (2.1), to support (2.2), or to end either (6.6.1)."""

    PARTICIPATION = "participation"
    SUPPORT = "support"
    TERMINATION = "termination"


class State(StrEnum):
    """Where an application stands."""

    RECEIVED = "received"
    WAITING_FOR_APPLICANT = "waiting_for_applicant"
    READY = "ready"
    BEFORE_COMMITTEE = "before_committee"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    HELD = "held"
    CLOSED = "closed"

    @property
    def words(self) -> str:
        """The state in plain words, to stand after "is"."""
        return STATE_WORDS[self]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be decided about the application itself."""
        return self is not State.APPROVED and not self.is_final

    @property
    def is_final(self) -> bool:
        """Whether no move leads on from here."""
        return not possible_moves(self)


class Move(StrEnum):
    """What someone does with an application; the journal uses these words."""

    ASK = "ask"
    ANSWERED = "answered"
    MARK_READY = "mark_ready"
    REOPEN = "reopen"
    TO_COMMITTEE = "to_committee"
    BACK_TO_SECRETARIAT = "back_to_secretariat"
    PROPOSE_DECLINE = "propose_decline"
    APPROVE = "approve"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    END = "end"
    HOLD = "hold"
    RELEASE = "release"
    CLOSE = "close"

    @property
    def words(self) -> str:
        """The move in plain words, as an instruction."""
        return MOVE_WORDS[self]


class Role(StrEnum):
    """What a person may be to the Pact; a role belongs to a person, not to a channel."""

    SECRETARIAT = "secretariat"
    COMMITTEE = "committee"
    CHAIR = "chair"
    WORKING_GROUP_CHAIR = "working_group_chair"
    WORKING_GROUP_MEMBER = "working_group_member"
    COORDINATOR = "coordinator"


STATE_WORDS: dict[State, str] = {
    State.RECEIVED: "received",
    State.WAITING_FOR_APPLICANT: "waiting for the applicant",
    State.READY: "ready for the Steering Committee",
    State.BEFORE_COMMITTEE: "before the Steering Committee",
    State.APPROVED: "approved",
    State.DECLINED: "declined",
    State.WITHDRAWN: "withdrawn",
    State.ENDED: "ended",
    State.HELD: "held",
    State.CLOSED: "closed as no application",
}

MOVE_WORDS: dict[Move, str] = {
    Move.ASK: "ask the applicant",
    Move.ANSWERED: "note the applicant's answer",
    Move.MARK_READY: "mark it ready",
    Move.REOPEN: "look at it again",
    Move.TO_COMMITTEE: "bring it before the Steering Committee",
    Move.BACK_TO_SECRETARIAT: "hand it back to the Secretariat",
    Move.PROPOSE_DECLINE: "propose to decline it",
    Move.APPROVE: "record the Committee's approval",
    Move.DECLINE: "record that the Committee declined",
    Move.WITHDRAW: "withdraw it",
    Move.END: "end participation or support",
    Move.HOLD: "hold it",
    Move.RELEASE: "release it",
    Move.CLOSE: "close it as no application",
}


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One row of MOVES: the new state, which people may do it, and what is told of it.

    ``roles`` is about people; ``by_itself`` says that the product may also do it, because
    nothing follows from it that a person would have to answer for.
    """

    to: State
    roles: frozenset[Role]
    words: str
    by_itself: bool = False


_SECRETARIAT = frozenset({Role.SECRETARIAT})
# The chair speaks for the Committee, and the Secretariat keeps its minutes (5.2.1). A single
# member does neither; what the Committee decided has to be recorded beside it either way.
_COMMITTEE = frozenset({Role.CHAIR, Role.SECRETARIAT})

_ASK = MoveRow(
    State.WAITING_FOR_APPLICANT, _SECRETARIAT, "The applicant was asked for what is missing", by_itself=True
)
_READY = MoveRow(State.READY, _SECRETARIAT, "All that is needed is there", by_itself=True)
_TO_COMMITTEE = MoveRow(
    State.BEFORE_COMMITTEE, _SECRETARIAT, "The application was brought before the Steering Committee"
)
_PROPOSE_DECLINE = MoveRow(
    State.BEFORE_COMMITTEE, _SECRETARIAT, "The Secretariat proposed to the Steering Committee to decline"
)
_WITHDRAW = MoveRow(State.WITHDRAWN, _SECRETARIAT, "The applicant withdrew the application")
_HOLD = MoveRow(State.HELD, _SECRETARIAT, "The application was held until a doubt is settled")
_CLOSE = MoveRow(State.CLOSED, _SECRETARIAT, "It turned out to be no application, and was closed")

MOVES: dict[tuple[State, Move], MoveRow] = {
    (State.RECEIVED, Move.ASK): _ASK,
    (State.RECEIVED, Move.MARK_READY): _READY,
    # The Committee's month runs from receipt and waits for nobody's answer (6.4.2), so an
    # application may come before it while something is still missing or in doubt.
    (State.RECEIVED, Move.TO_COMMITTEE): _TO_COMMITTEE,
    (State.RECEIVED, Move.PROPOSE_DECLINE): _PROPOSE_DECLINE,
    (State.RECEIVED, Move.WITHDRAW): _WITHDRAW,
    (State.RECEIVED, Move.HOLD): _HOLD,
    (State.RECEIVED, Move.CLOSE): _CLOSE,
    (State.WAITING_FOR_APPLICANT, Move.ASK): _ASK,
    (State.WAITING_FOR_APPLICANT, Move.ANSWERED): MoveRow(
        State.RECEIVED, _SECRETARIAT, "The applicant answered", by_itself=True
    ),
    (State.WAITING_FOR_APPLICANT, Move.MARK_READY): _READY,
    (State.WAITING_FOR_APPLICANT, Move.TO_COMMITTEE): _TO_COMMITTEE,
    (State.WAITING_FOR_APPLICANT, Move.PROPOSE_DECLINE): _PROPOSE_DECLINE,
    (State.WAITING_FOR_APPLICANT, Move.WITHDRAW): _WITHDRAW,
    (State.WAITING_FOR_APPLICANT, Move.HOLD): _HOLD,
    (State.WAITING_FOR_APPLICANT, Move.CLOSE): _CLOSE,
    (State.READY, Move.ASK): _ASK,
    (State.READY, Move.REOPEN): MoveRow(
        State.RECEIVED, _SECRETARIAT, "A question came up; the application is looked at again", by_itself=True
    ),
    (State.READY, Move.TO_COMMITTEE): _TO_COMMITTEE,
    (State.READY, Move.PROPOSE_DECLINE): _PROPOSE_DECLINE,
    (State.READY, Move.WITHDRAW): _WITHDRAW,
    (State.READY, Move.HOLD): _HOLD,
    (State.READY, Move.CLOSE): _CLOSE,
    (State.BEFORE_COMMITTEE, Move.APPROVE): MoveRow(
        State.APPROVED, _COMMITTEE, "The Steering Committee approved the application"
    ),
    (State.BEFORE_COMMITTEE, Move.DECLINE): MoveRow(
        State.DECLINED, _COMMITTEE, "The Steering Committee declined the application"
    ),
    (State.BEFORE_COMMITTEE, Move.BACK_TO_SECRETARIAT): MoveRow(
        State.RECEIVED, _COMMITTEE, "The application was handed back to the Secretariat"
    ),
    (State.BEFORE_COMMITTEE, Move.PROPOSE_DECLINE): _PROPOSE_DECLINE,
    (State.BEFORE_COMMITTEE, Move.WITHDRAW): _WITHDRAW,
    (State.BEFORE_COMMITTEE, Move.HOLD): _HOLD,
    (State.HELD, Move.RELEASE): MoveRow(
        State.RECEIVED, _SECRETARIAT, "The doubt is settled; the application is looked at again"
    ),
    (State.HELD, Move.WITHDRAW): _WITHDRAW,
    (State.HELD, Move.CLOSE): _CLOSE,
    (State.APPROVED, Move.END): MoveRow(State.ENDED, _COMMITTEE, "Participation or support has ended"),
}
"""Every legal move. What is not here cannot happen: approving and declining start from before the
Committee alone (6.4.2), and only what was approved can end (6.6)."""


def move(state: State, what: Move) -> State:
    """Return the state that a move leads to. PactError, naming what is possible, when it may not."""
    return move_row(state, what).to


def move_row(state: State, what: Move) -> MoveRow:
    """Return the move's row in MOVES. PactError, naming what is possible now, when it has none."""
    row = MOVES.get((state, what))
    if row is not None:
        return row
    possible = " or ".join(f"{other.words} ({other})" for other in possible_moves(state))
    now = f"Possible now: {possible}." if possible else "Nothing more can be done with it."
    raise PactError(f"The application is {state.words}, so one cannot {what.words} ({what}). {now}")


def possible_moves(state: State) -> tuple[Move, ...]:
    """Return the moves that lead on from a state, in the order of Move; none from a final state."""
    return tuple(what for what in Move if (state, what) in MOVES)
