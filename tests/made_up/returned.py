"""Bounces of letters that a desk has sent, as their mails in hand."""

from collections.abc import Sequence

from made_up.cases import MadeMail, take_in

from intake.bounces.bounce_report import BounceAction, BounceReport
from intake.mail.automatic import Automatic, AutomaticKind
from secretariat.desk import Desk
from storage.database import Database
from storage.letters import LetterState
from storage.switches import LETTERS, LIVE, set_switch
from storage.tables import Letter, Mail

BY_A_MAILER = Automatic(AutomaticKind.BOUNCE, answer_allowed=False, why="A mail system wrote it.")


def gone_live(desk: Desk) -> Desk:
    """Return the desk with letters that leave by themselves."""
    with desk.database.write() as session:
        set_switch(session, LETTERS, LIVE, by="anna@secretariat.example", reason="tried", at=desk.now())
    return desk


def sent(database: Database, number: int) -> Letter:
    """Let a letter stand as sent by its first try, and return it with its addresses as they left."""
    with database.write() as session:
        letter = session.get_one(Letter, number)
        letter.state, letter.attempts = LetterState.SENT.value, 1
        session.add(letter)
    with database.read() as session:
        return session.get_one(Letter, number)


def report(
    action: BounceAction = BounceAction.FAILED, *, lasting: bool = True, message_ids: Sequence[str] = ()
) -> BounceReport:
    """Return what a bounce says."""
    status = "5.1.1" if lasting else "4.4.7"
    return BounceReport(action, lasting, status, f"550 {status} no such user", tuple(message_ids))


def come_back(desk: Desk, to: str, said: BounceReport, automatic: Automatic = BY_A_MAILER) -> Mail:
    """Take a bounce in at one of our addresses, and return its row."""
    made = MadeMail(sender="mailer-daemon@relay.example", to=(to,), automatic=automatic, returned=said)
    return take_in(desk, made)
