"""A proven reply taken into its case: logged, its papers and words acted upon, and answered once."""

from collections.abc import Sequence

from intake.wants.want import Want
from pact.application import Move, State
from pact.findings import Severity
from secretariat.answer_applicant import tell_status, tell_taken_over
from secretariat.check_anew import standing_on
from secretariat.further_papers import attach
from secretariat.mail_in_hand import FiledPaper
from secretariat.move import WORKER, apply_move
from secretariat.notify import acknowledge, acknowledge_joined
from secretariat.put_right import PutRight
from secretariat.reply_in_case import ReplyInCase
from secretariat.reply_papers import WAITS, PapersTaken, take_papers
from secretariat.reply_words import is_left_to_person, take_words
from secretariat.sorted_as import Sorted
from secretariat.wanted_outcome import outcome_wanted, wanted_of
from secretariat.what_was_read import requests_to_applicant
from storage.mails import MailOutcome, MailState

FOR_A_PERSON = (MailOutcome.WITHDRAWAL, MailOutcome.REPORT, MailOutcome.ACTION_PLAN)
"""What stays in the holding pen, though it belongs to a case: more follows from it than from a reply."""

_NO_ANSWER = (Want.STATUS, Want.MORE_TIME, Want.WITHDRAWAL, Want.TERMINATION)


def take_reply(reply: ReplyInCase, papers: Sequence[FiledPaper]) -> Sorted:
    """Let a reply join its case and return what became of it.

    Fields that wait for the applicant are filled, the case moves on by the table of moves, and the
    applicant gets one letter that says what was taken over, or how the case stands if that is asked.
    """
    _log(reply)
    taken = take_papers(reply, papers)
    right = take_words(reply)
    _move_on(reply, taken, right)
    reply.session.flush()
    if reply.receipt.may_be_answered:
        _answer(reply, taken, right)
    return _sorted(reply, taken, right)


def _log(reply: ReplyInCase) -> None:
    attach(reply.session, reply.application, reply.mail.mail_id, None, part_played="joined")
    sender = reply.mail.parsed.from_address
    reply.note("join", f"{reply.reference} is a reply with the token of our letter, from {sender}.")


def _move_on(reply: ReplyInCase, taken: PapersTaken, right: PutRight) -> None:
    """Move a case on that waited: ready, or back to the Secretariat; it waits on while something is asked."""
    state = State(reply.application.state)
    has_changed = bool(right.taken or taken.copies)
    standing = standing_on(reply.session, reply.application)
    if state not in WAITS:
        return
    if has_changed and all(found.severity is Severity.INFO for found in standing):
        what, reason = Move.MARK_READY, f"{reply.reference} answers all that was asked."
    elif state is State.WAITING_FOR_APPLICANT and not requests_to_applicant(standing):
        what, reason = (
            Move.ANSWERED,
            f"{reply.reference} answers; what is left is the Secretariat's to settle.",
        )
    elif state is State.WAITING_FOR_APPLICANT and not has_changed and _answers_in_words(reply, taken, right):
        what, reason = Move.ANSWERED, f"{reply.reference} answers in its own words; a person reads it."
    else:
        return
    apply_move(reply.session, reply.application, what, actor=WORKER, reason=reason, at=reply.desk.now())


def _answers_in_words(reply: ReplyInCase, taken: PapersTaken, right: PutRight) -> bool:
    """Whether a person has to read what the applicant answered: not for who asks for news or for time."""
    if any(one.want in _NO_ANSWER for one in reply.mail.wants):
        return False
    return bool(taken.kept or right.proposed) or is_left_to_person(reply.mail, right)


def _answer(reply: ReplyInCase, taken: PapersTaken, right: PutRight) -> None:
    """Write what follows: one letter about the reply, and one for papers that nothing came of yet."""
    session, desk, receipt, application = reply.session, reply.desk, reply.receipt, reply.application
    status = wanted_of(reply.mail, Want.STATUS)
    if right.taken or taken.copies:
        left = bool(right.proposed) or is_left_to_person(reply.mail, right)
        tell_taken_over(session, desk, receipt, application, (right, taken.copies), left_to_person=left)
    elif status is not None:
        why_not = f'A person reads this letter before it leaves. {status.why} ("{status.sentence}")'
        tell_status(session, desk, receipt, application, automatic=status.sure, why_not=why_not)
    if taken.kept:
        papers = [(paper.file_name, paper.read) for paper in taken.kept]
        acknowledge_joined(session, desk, receipt, papers)
    acknowledge(session, desk, receipt, taken.registrations)


def _sorted(reply: ReplyInCase, taken: PapersTaken, right: PutRight) -> Sorted:
    """Return the outcome with what became of the reply, in sentences."""
    said = [f"A reply, joined to {reply.application.reference}."]
    said += [f"It puts right: {', '.join(right.taken).replace('_', ' ')}."] if right.taken else []
    said += [f"{copy.file_name} stands for it now." for copy in taken.copies]
    said += [one.told for one in taken.registrations]
    outcome = _outcome(reply, taken, has_changed=bool(right.taken or taken.copies))
    wanted = outcome_wanted(reply.mail)
    if wanted is not None and wanted[0] is outcome:
        said.append(wanted[1])
    state = MailState.HELD if outcome in FOR_A_PERSON else MailState.DONE
    return Sorted(outcome, state, " ".join(said), joins=reply.application.id)


def _outcome(reply: ReplyInCase, taken: PapersTaken, *, has_changed: bool) -> MailOutcome:
    """Return joined, or the word for what the reply wants where that is more than a reply."""
    if any(one.opened for one in taken.registrations):
        return MailOutcome.REGISTERED
    wanted = outcome_wanted(reply.mail)
    if wanted is None:
        return MailOutcome.JOINED
    is_answered = wanted[0] is MailOutcome.STATUS and not has_changed
    return wanted[0] if wanted[0] in FOR_A_PERSON or is_answered else MailOutcome.JOINED
