"""Bounces: which letter of ours one is about, and what it changes about that letter and its case."""

from dataclasses import dataclass

from sqlmodel import Session

from intake.bounces.bounce_report import BounceAction, BounceReport
from intake.mail.automatic import AutomaticKind
from secretariat.desk import Desk
from secretariat.further_papers import attach
from secretariat.mail_in_hand import MailInHand
from secretariat.move import WORKER
from secretariat.undelivered import tell_undelivered
from storage import journal
from storage.letters import letter_by_message_id
from storage.mails import reference_of
from storage.new_letter import Undeliverable
from storage.reply_tokens import Purpose, tokens_in
from storage.sending import mark_delayed, mark_returned
from storage.tables import Application, Letter


@dataclass(frozen=True, slots=True)
class Returned:
    """A bounce, and the letter that it is about."""

    letter_id: int
    report: BounceReport

    @property
    def undeliverable(self) -> Undeliverable:
        """Whether the letter would fail again."""
        return Undeliverable.PERMANENT if self.report.lasting else Undeliverable.TEMPORARY

    @property
    def told(self) -> str:
        """What became of the letter, as a sentence."""
        said = f': "{self.report.words}".' if self.report.words else "."
        match self.report.action:
            case BounceAction.DELIVERED:
                return f"L-{self.letter_id} reached its reader's mail server{said}"
            case BounceAction.DELAYED:
                return f"L-{self.letter_id} is late; the mail server still tries{said}"
            case _:
                lasting = "for good" if self.report.lasting else "this time"
                return f"L-{self.letter_id} could not be delivered {lasting}{said}"


def returned_letter(session: Session, mail: MailInHand) -> Returned | None:
    """Return the letter that came back with this mail; None for a bounce that cannot prove which.

    The proof is a token: that of the letter's MAIL FROM, or the one in its Message-ID. Whoever
    forges a bounce knows neither.
    """
    report = mail.returned
    if report is None:
        return None
    is_bounce = mail.automatic.kind is AutomaticKind.BOUNCE
    for known in tokens_in(session, mail.envelope_to):
        if is_bounce or (known.purpose is Purpose.BOUNCE and report.is_told):
            return Returned(known.letter_id, report)
    for message_id in report.message_ids if is_bounce else ():
        letter = letter_by_message_id(session, message_id)
        if letter is not None and letter.id is not None:
            return Returned(letter.id, report)
    return None


def note_returned(session: Session, desk: Desk, mail_id: int, returned: Returned) -> None:
    """Let a letter stand as bounced or delayed, with the server's words, and its case know of it."""
    letter = session.get_one(Letter, returned.letter_id, with_for_update=True)
    if not _changed(session, returned):
        return
    session.refresh(letter)
    move = "delay_letter" if returned.report.action is BounceAction.DELAYED else "bounce_letter"
    reason = f"{reference_of(mail_id)}: {returned.told}"
    journal.append(session, subject=f"L-{letter.id}", move=move, actor=WORKER, reason=reason, at=desk.now())
    if returned.report.action is BounceAction.FAILED:
        tell_undelivered(session, letter, at=desk.now())
    if letter.application_id is not None:
        application = session.get_one(Application, letter.application_id)
        attach(session, application, mail_id, None, part_played="joined")
        journal.append(
            session,
            subject=application.reference,
            move=move,
            actor=WORKER,
            reason=reason,
            at=desk.now(),
        )


def _changed(session: Session, returned: Returned) -> bool:
    words = returned.report.words or "A bounce came back."
    match returned.report.action:
        case BounceAction.DELIVERED:
            return False
        case BounceAction.DELAYED:
            return mark_delayed(session, returned.letter_id, words)
        case _:
            return mark_returned(session, returned.letter_id, words, returned.undeliverable)
