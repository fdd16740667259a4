"""Moving an application: by the table of moves, if nobody was faster, with its line in the journal."""

from datetime import datetime

from sqlmodel import Session

from pact.application import Move, State, move
from storage import journal
from storage.applications import change_state
from storage.tables import Application

WORKER = "worker"
"""The journal's name for what happens without a person."""


def apply_move(
    session: Session, application: Application, what: Move, *, actor: str, reason: str, at: datetime
) -> None:
    """Make one move. PactError when the table has no such move from here, Overtaken when late."""
    new = move(State(application.state), what)
    waiting_since = at if new is State.WAITING_FOR_APPLICANT else None
    change_state(session, application, new, waiting_since=waiting_since)
    journal.append(session, subject=application.reference, move=what.value, actor=actor, reason=reason, at=at)
