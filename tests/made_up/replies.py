"""Replies to the letters of a desk, with the token of the letter or without it."""

from dataclasses import replace

from made_up.cases import MadeMail, pact_copy, take_in, without_date
from made_up.returned import gone_live
from sqlmodel import select

from intake.sender.verdict import Verdict
from pact.documents import DocumentAsRead
from secretariat.desk import Desk
from storage import journal
from storage.applications import fields_of, standing_findings
from storage.tables import Application, Letter, Mail, Suggestion

REFERENCE = "CFIT-2026-0001"


def asked(desk: Desk, document: DocumentAsRead | None = None) -> Desk:
    """Take an application in whose acknowledgement asks for the date of signing, or for what lacks in it."""
    take_in(gone_live(desk), MadeMail((document or without_date(pact_copy()),), verdict=Verdict.PASS))
    return desk


def answer(desk: Desk, text: str = "", **changes) -> Mail:
    """Take in a reply to the first letter, from the applicant's own authenticated address."""
    mail = MadeMail(text=text, to=(reply_to(desk),), subject="Re: Your application", verdict=Verdict.PASS)
    return take_in(desk, replace(mail, **changes))


def reply_to(desk: Desk, number: int = 1) -> str:
    """Return the address that a letter asks replies to be sent to."""
    return letter(desk, number).headers["Reply-To"]


def letter(desk: Desk, number: int) -> Letter:
    """Return a letter's row."""
    with desk.database.read() as session:
        return session.get_one(Letter, number)


def letters(desk: Desk) -> list[tuple[str, str]]:
    """Return kind and state of every letter, in their order."""
    with desk.database.read() as session:
        rows = session.exec(select(Letter).order_by(Letter.id)).all()  # type: ignore[arg-type]
    return [(row.kind, row.state) for row in rows]


def state(desk: Desk, number: int = 1) -> str:
    """Return the state of a case."""
    with desk.database.read() as session:
        return session.get_one(Application, number).state


def values(desk: Desk) -> dict[str, tuple[str | None, bool, str | None]]:
    """Return value, sureness and method of every field of the first case."""
    with desk.database.read() as session:
        rows = fields_of(session, session.get_one(Application, 1))
    return {row.name: (row.value, row.sure, row.method) for row in rows}


def suggested(desk: Desk) -> list[str]:
    """Return the kinds of what waits for a person on cases, in their order."""
    with desk.database.read() as session:
        rows = session.exec(select(Suggestion).order_by(Suggestion.id)).all()  # type: ignore[arg-type]
    return [row.kind for row in rows if row.state == "open"]


def findings(desk: Desk) -> list[str]:
    """Return the codes that stand on the first case and ask something."""
    with desk.database.read() as session:
        return [row.code for row in standing_findings(session, 1) if row.severity != "info"]


def moves(desk: Desk) -> list[tuple[str, str | None]]:
    """Return what happened to the first case."""
    with desk.database.read() as session:
        return [(line.move, line.reason) for line in journal.history(session, REFERENCE)]
