"""Letters that did not reach their reader: told on the case, and settled once a person dealt with them."""

from datetime import datetime

from sqlmodel import Session, col, select

from pact.findings import Finding, finding
from storage.applications import standing_findings, write_findings
from storage.letter_limits import FAILURES_IN_A_ROW, keeps_coming_back
from storage.new_letter import LetterState
from storage.tables import Letter

UNDELIVERED = "letter_undelivered"
UNREACHABLE = "address_unreachable"


def tell_undelivered(session: Session, letter: Letter, *, at: datetime) -> list[Finding]:
    """Tell on the letter's case that it did not arrive, and when its address takes none; return the findings.

    A letter about no case is seen among the letters alone.
    """
    if letter.application_id is None:
        return []
    session.flush()
    told = [finding(UNDELIVERED, f"L-{letter.id} to {letter.to_address}: {letter.why}")]
    if keeps_coming_back(session, letter.to_address) and not _stands(session, letter, UNREACHABLE):
        said = f"The last {FAILURES_IN_A_ROW} letters to {letter.to_address} did not arrive."
        told.append(finding(UNREACHABLE, said))
    write_findings(session, told, at=at, application_id=letter.application_id)
    return told


def settle_undelivered(session: Session, letter: Letter, *, at: datetime) -> None:
    """Settle what is told of a case's letters, once none of them waits for a person any more."""
    if letter.application_id is None:
        return
    session.flush()
    wait = col(Letter.state).in_((LetterState.BOUNCED.value, LetterState.FAILED.value))
    left = session.exec(select(Letter.id).where(Letter.application_id == letter.application_id, wait)).first()
    if left is not None:
        return
    for row in standing_findings(session, letter.application_id):
        if row.code in (UNDELIVERED, UNREACHABLE):
            row.settled_at = at
            session.add(row)


def _stands(session: Session, letter: Letter, code: str) -> bool:
    assert letter.application_id is not None
    return any(row.code == code for row in standing_findings(session, letter.application_id))
