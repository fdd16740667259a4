"""An application's states, and the one table of moves between them."""

from enum import StrEnum


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


class Move(StrEnum):
    """What someone does with an application; the journal uses these words."""

    ASK = "ask"
    ANSWERED = "answered"
    MARK_READY = "mark_ready"
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


class Role(StrEnum):
    """What a person may be to the Pact; a role belongs to a person, not to a channel."""

    SECRETARIAT = "secretariat"
    COMMITTEE = "committee"
    CHAIR = "chair"
    WORKING_GROUP_CHAIR = "working_group_chair"
    WORKING_GROUP_MEMBER = "working_group_member"
    COORDINATOR = "coordinator"
