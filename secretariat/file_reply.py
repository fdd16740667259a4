"""Filing what belongs to a conversation: proven replies into their case, others as suggestions and drafts."""

from collections.abc import Sequence

from sqlmodel import Session, func, select

from intake.sender.verdict import Verdict
from intake.wants.want import Want
from pact.application import State
from secretariat.answer_applicant import tell_status
from secretariat.desk import Desk
from secretariat.mail_in_hand import FiledPaper, MailInHand, Paper, Receipt
from secretariat.reply_in_case import ReplyInCase
from secretariat.reply_words import LEAVING, propose_leaving
from secretariat.sorted_as import Sorted
from secretariat.take_reply import take_reply
from secretariat.wanted_outcome import wanted_of
from storage.mails import MailState
from storage.suggestions import SuggestionKind
from storage.tables import Application, Document


def file_reply(
    session: Session,
    desk: Desk,
    mail: MailInHand,
    receipt: Receipt,
    sorted_as: Sorted,
    *,
    documents: Sequence[tuple[Paper, Document]],
) -> Sorted:
    """Do what follows for a mail of a conversation, and return what became of it.

    A mail of no conversation comes back as it was sorted.
    """
    if sorted_as.joins is not None:
        application = session.get_one(Application, sorted_as.joins)
        papers = [FiledPaper(paper.file_name, paper.document, row) for paper, row in documents]
        return take_reply(ReplyInCase(session, desk, application, receipt, mail), papers)
    case = _case_of(session, mail, sorted_as)
    if case is not None:
        _propose(ReplyInCase(session, desk, case, receipt, mail), sorted_as)
    return sorted_as


def _case_of(session: Session, mail: MailInHand, sorted_as: Sorted) -> Application | None:
    """Return the case that an unproven reply names, or the one case of whoever asks about it or leaves."""
    if sorted_as.reply_to is not None:
        return session.get_one(Application, sorted_as.reply_to)
    is_held = sorted_as.state is MailState.HELD and mail.sender.verdict is not Verdict.FAIL
    if not is_held or not any(one.want in (*LEAVING, Want.STATUS) for one in mail.wants):
        return None
    address = mail.parsed.from_address.lower()
    theirs = session.exec(
        select(Application).where(func.lower(Application.applicant_address) == address)
    ).all()
    running = [one for one in theirs if not State(one.state).is_final]
    return running[0] if address and len(running) == 1 else None


def _propose(reply: ReplyInCase, sorted_as: Sorted) -> None:
    """Show the mail on the case, with what it wants; draft the answer to who asks how the case stands."""
    if sorted_as.reply_to is not None:
        reply.propose(SuggestionKind.REPLY, sorted_as.why)
    for one in reply.mail.wants:
        propose_leaving(reply, one)
    _draft_status(reply, sorted_as)


def _draft_status(reply: ReplyInCase, sorted_as: Sorted) -> None:
    status = wanted_of(reply.mail, Want.STATUS)
    is_checked = reply.mail.sender.verdict is Verdict.PASS
    if status is None or not status.sure or not reply.receipt.may_be_answered:
        return
    if sorted_as.reply_to is None and not is_checked:
        return
    doubt = sorted_as.why if sorted_as.reply_to is not None else "It came without the token of our letter."
    why_not = f"See who asks before this leaves: {reply.mail.parsed.from_address}. {doubt}"
    tell_status(
        reply.session,
        reply.desk,
        reply.receipt,
        reply.application,
        automatic=False,
        why_not=why_not,
    )
