"""What becomes of a mail, as the rules of sorting say it: outcome, state, reason, and what it touches."""

from dataclasses import dataclass

from secretariat.returned import Returned
from storage.mails import MailOutcome, MailState


@dataclass(frozen=True, slots=True)
class Sorted:
    """What becomes of a mail: outcome, state, and the sentence that says why.

    ``same_as`` is the mail it repeats. ``joins`` is the application that a proven reply belongs to,
    ``reply_to`` the one that an unproven reply seems to: a suggestion, never a join. ``returned`` is
    the letter of ours that came back with it.
    """

    outcome: MailOutcome
    state: MailState
    why: str
    same_as: int | None = None
    joins: int | None = None
    reply_to: int | None = None
    returned: Returned | None = None


def held(why: str, outcome: MailOutcome = MailOutcome.HELD, reply_to: int | None = None) -> Sorted:
    """Return that a person looks at it, in the holding pen."""
    return Sorted(outcome, MailState.HELD, why, reply_to=reply_to)


def automatic(why: str) -> Sorted:
    """Return that it came by itself, and is filed."""
    return Sorted(MailOutcome.AUTOMATIC, MailState.DONE, why)
