"""What a mail without an application wants, as the outcome by which people find it."""

from intake.wants.want import Want, Wanted
from secretariat.mail_in_hand import MailInHand
from secretariat.sorted_as import Sorted, held
from storage.mails import MailOutcome

_OUTCOMES: dict[Want, MailOutcome] = {
    Want.TERMINATION: MailOutcome.WITHDRAWAL,
    Want.WITHDRAWAL: MailOutcome.WITHDRAWAL,
    Want.REPORT: MailOutcome.REPORT,
    Want.ACTION_PLAN: MailOutcome.ACTION_PLAN,
    Want.STATUS: MailOutcome.STATUS,
    Want.CRITERIA_QUESTION: MailOutcome.QUESTION,
}
_IN_WORDS: dict[Want, str] = {
    Want.TERMINATION: "It gives notice of leaving the Pact (6.6.1); a person sees to it.",
    Want.WITHDRAWAL: "It withdraws an application; a person sees to it.",
    Want.REPORT: "It brings a yearly report; a person takes it in.",
    Want.ACTION_PLAN: "It brings an action plan; a person takes it in.",
    Want.STATUS: "It asks how a case stands.",
    Want.CRITERIA_QUESTION: "A question about the criteria; a person answers it.",
}


def wanted_of(mail: MailInHand, want: Want) -> Wanted | None:
    """Return that want of a mail; None where it does not have it."""
    return next((one for one in mail.wants if one.want is want), None)


def outcome_wanted(mail: MailInHand) -> tuple[MailOutcome, str] | None:
    """Return the outcome that fits what a mail wants, and the sentence that says so; None for no such want.

    What is sure goes before what is likely; a person looks at either.
    """
    known = [one for one in mail.wants if one.want in _OUTCOMES]
    for one in sorted(known, key=lambda wanted: not wanted.sure):
        return _OUTCOMES[one.want], _IN_WORDS[one.want]
    return None


def held_as_wanted(mail: MailInHand) -> Sorted | None:
    """Return the mail held under the outcome that it wants; None for no such want."""
    wanted = outcome_wanted(mail)
    return held(wanted[1], wanted[0]) if wanted else None
