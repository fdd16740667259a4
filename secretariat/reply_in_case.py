"""A proven reply on its way into its case: what every step of taking it in works with."""

from dataclasses import dataclass

from sqlmodel import Session

from secretariat.desk import Desk
from secretariat.further_papers import suggest
from secretariat.mail_in_hand import MailInHand, Receipt
from secretariat.move import WORKER
from storage import journal
from storage.mails import reference_of
from storage.suggestions import SuggestionKind
from storage.tables import Application


@dataclass(frozen=True, slots=True)
class ReplyInCase:
    """One reply, the case that it joins, and the transaction in which it does."""

    session: Session
    desk: Desk
    application: Application
    receipt: Receipt
    mail: MailInHand

    @property
    def reference(self) -> str:
        """The mail's number, as people name it."""
        return reference_of(self.mail.mail_id)

    def propose(self, kind: SuggestionKind, why: str) -> None:
        """Show something on the case that a person has to decide."""
        suggest(self.session, self.application, self.receipt, kind, why, at=self.desk.now())

    def note(self, move: str, reason: str) -> None:
        """Write a line into the case's journal."""
        journal.append(
            self.session,
            subject=self.application.reference,
            move=move,
            actor=WORKER,
            reason=reason,
            at=self.desk.now(),
        )
