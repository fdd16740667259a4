"""Moving applications on by people: who may, what it needs, what follows from it."""

from dataclasses import dataclass

from sqlmodel import Session

from pact.application import Move, State, move_row
from pact.committee import NEED_A_DECISION, Decision, Window, refuse_decision, require_decision
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.move import apply_move
from secretariat.notify import draft_decision_letter
from storage.applications import decisions_of, find_application, lock_register
from storage.clock import legal_day
from storage.members import enter_in_register, leave_register
from storage.people import require
from storage.tables import Application, DecisionRow, Person


@dataclass(frozen=True, slots=True)
class Order:
    """What a person wants done with an application, and the decision that it rests on."""

    reference: str
    move: Move
    decision: Decision | None = None


def decide(desk: Desk, order: Order, hand: Hand) -> Application:
    """Carry out an order and return the application as it stands afterwards.

    Raises PactError with a sentence when the person may not, the table has no such move from
    here, a decision of the Committee is missing, or someone else was faster.
    """
    if not hand.reason.strip():
        raise PactError("Say why: every change of state is kept with its reason.")
    with desk.database.write() as session:
        lock_register(session)
        application = find_application(session, order.reference)
        row = move_row(State(application.state), order.move)
        actor = require(session, hand.person, set(row.roles))
        decision = _recorded_decision(session, desk, application, order, actor)
        apply_move(
            session,
            application,
            order.move,
            actor=hand.actor,
            reason=hand.reason,
            at=desk.now(),
        )
        if decision is not None:
            _carry_through(session, desk, application, order.move, decision)
        session.flush()
        session.refresh(application)
        session.expunge(application)
        return application


def _recorded_decision(
    session: Session, desk: Desk, application: Application, order: Order, actor: Person
) -> Decision | None:
    refuse_decision(order.decision, order.move)
    if order.move not in NEED_A_DECISION:
        return None
    decision = require_decision(order.decision, order.move, _window(session, desk, application, order.move))
    assert application.id is not None
    assert actor.id is not None
    assert decision.decided_on is not None
    session.add(
        DecisionRow(
            application_id=application.id,
            move=order.move.value,
            decided_on=decision.decided_on,
            votes=decision.votes,
            minutes=decision.minutes,
            recorded_by=actor.id,
            recorded_at=desk.now(),
        )
    )
    return decision


def _window(session: Session, desk: Desk, application: Application, move: Move) -> Window:
    today = legal_day(desk.now(), desk.settings.timezone)
    approvals = [row.decided_on for row in decisions_of(session, application) if row.move == Move.APPROVE]
    if move is Move.END and approvals:
        return Window(approvals[-1], "it approved the application on", today)
    return Window(application.received_on, "the application came on", today)


def _carry_through(
    session: Session, desk: Desk, application: Application, move: Move, decision: Decision
) -> None:
    """Let the register follow the decision, and draft the letter that a person will send."""
    assert decision.decided_on is not None
    if move is Move.APPROVE:
        enter_in_register(session, application, since=decision.decided_on)
    if move is Move.END:
        leave_register(session, application, until=decision.decided_on)
    draft_decision_letter(session, desk, application, move, decision)
