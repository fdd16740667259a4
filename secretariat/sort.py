"""What a mail is: the first rule of RULES that recognises it decides, and says why."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from intake.mail.automatic import AutomaticKind
from intake.sender.verdict import Verdict
from pact.application import State
from secretariat.mail_in_hand import MailInHand
from secretariat.reply import reply_of
from secretariat.returned import returned_letter
from secretariat.sorted_as import Sorted, automatic, held
from secretariat.wanted_outcome import held_as_wanted, outcome_wanted
from storage.mails import MailOutcome, MailState, reference_of
from storage.tables import Application, Mail

Rule = Callable[[Session, MailInHand], Sorted | None]


def sort_mail(session: Session, mail: MailInHand) -> Sorted:
    """Return what the mail is. What no rule knows goes to a person."""
    for rule in RULES:
        decided = rule(session, mail)
        if decided is not None:
            return decided
    return held("Nothing in this mail could be recognised as an application; a person reads it.")


def repeats_a_mail(session: Session, mail: MailInHand) -> Sorted | None:
    """The same Message-ID with the same parts is one mail; with other parts a person looks.

    A mail that only repeats another stands for nothing itself: were it counted, a mail processed
    once more would be taken for a copy of its own copy, and both be lost.
    """
    if not mail.parsed.message_id:
        return None
    earlier = session.exec(
        select(Mail)
        .where(
            Mail.message_id == mail.parsed.message_id,
            col(Mail.processed_at).is_not(None),
            col(Mail.same_as_mail_id).is_(None),
            Mail.id != mail.mail_id,
            *_not_a_forgery(mail),
        )
        .order_by(col(Mail.id))
    ).all()
    for other in earlier:
        if other.parts_digest == mail.parsed.parts_digest:
            assert other.id is not None
            why = f"The same mail as {reference_of(other.id)}, sent again."
            return Sorted(MailOutcome.DUPLICATE, MailState.DONE, why, same_as=other.id)
    if earlier and earlier[0].id is not None:
        return held(f"It has the Message-ID of {reference_of(earlier[0].id)}, but other contents.")
    return None


def may_carry_a_virus(_: Session, mail: MailInHand) -> Sorted | None:
    """What the scanner found something in, or could not look at, was not opened: a person decides."""
    return held(mail.scan.why_unopened, MailOutcome.UNREADABLE) if mail.scan.why_unopened else None


def is_our_own_letter(_: Session, mail: MailInHand) -> Sorted | None:
    """Our letters coming back, and mail going round in circles, are filed and never answered."""
    if mail.automatic.kind in (AutomaticKind.OWN_LETTER, AutomaticKind.LOOP):
        return automatic(mail.automatic.why)
    return None


def returns_our_letter(session: Session, mail: MailInHand) -> Sorted | None:
    """A bounce with the token of a letter stands beside that letter, whoever the mail system says it is."""
    returned = returned_letter(session, mail)
    return replace(automatic(returned.told), returned=returned) if returned else None


def hit_a_limit(_: Session, mail: MailInHand) -> Sorted | None:
    """A mail past the reader's limits may hold anything: a person opens it."""
    if mail.parsed.limits_hit:
        return held(
            "It is built in a way that is not read by machine: " + "; ".join(mail.parsed.limits_hit) + ".",
            MailOutcome.UNREADABLE,
        )
    return None


def answers_our_letter(session: Session, mail: MailInHand) -> Sorted | None:
    """A reply joins its case where token and sender prove it; any other is shown beside it."""
    reply = reply_of(session, mail)
    if reply is None:
        return None
    state = State(session.get_one(Application, reply.application_id).state)
    if not state.is_open and any(paper.is_application for paper in mail.papers):
        # Who writes in an old thread may apply anew.
        return None
    if reply.is_proven and state.is_open:
        return Sorted(MailOutcome.JOINED, MailState.DONE, reply.why, joins=reply.application_id)
    wanted = outcome_wanted(mail)
    outcome, why = wanted if wanted else (MailOutcome.HELD, "")
    return held(f"{reply.why} {why}".strip(), outcome, reply_to=reply.application_id)


def comes_from_another(_: Session, mail: MailInHand) -> Sorted | None:
    """What its sender's domain disowns goes to a person, and nobody is written to by itself."""
    if mail.sender.verdict is not Verdict.FAIL:
        return None
    named = mail.parsed.from_address or "its sender"
    return held(f"It may not come from {named}. {mail.sender.reason}")


def came_by_itself(_: Session, mail: MailInHand) -> Sorted | None:
    """Bounces and auto-replies are filed, unless one carries an application: then a person looks."""
    brings_application = any(paper.is_application for paper in mail.papers)
    if mail.automatic.kind is AutomaticKind.BOUNCE:
        return held(mail.automatic.why) if brings_application else automatic(mail.automatic.why)
    if mail.automatic.kind is AutomaticKind.AUTO_REPLY and not brings_application:
        return automatic(mail.automatic.why)
    return None


def brings_an_application(_: Session, mail: MailInHand) -> Sorted | None:
    """A signed Pact or a Letter of Support registers, whatever else the mail says (6.4.1)."""
    names = [paper.file_name for paper in mail.papers if paper.is_application]
    if not names:
        return None
    return Sorted(MailOutcome.REGISTERED, MailState.DONE, f"It brings an application: {', '.join(names)}.")


def sends_a_link(_: Session, mail: MailInHand) -> Sorted | None:
    """Files that lie elsewhere are never fetched: a person asks for them as attachments."""
    if not mail.parsed.file_links:
        return None
    where = " and ".join(mail.parsed.file_links)
    told = f"It only links to files at {where}; they are not fetched. Ask for them as attachments."
    wanted = held_as_wanted(mail)
    return replace(wanted, why=f"{wanted.why} {told}") if wanted is not None else held(told)


def invites_to_a_meeting(_: Session, mail: MailInHand) -> Sorted | None:
    """An invitation is told as one; nothing is accepted, and it is never an application."""
    invitations = [paper.file_name for paper in mail.papers if paper.is_invitation]
    if not invitations or len(invitations) < len(mail.papers):
        return None
    return held("It invites to a meeting, or answers such an invitation; nothing is accepted by itself.")


def brings_what_cannot_be_read(_: Session, mail: MailInHand) -> Sorted | None:
    """A paper that no reader here can open may be an application: a person opens it."""
    for paper in mail.papers:
        if paper.is_unreadable:
            why = f"{paper.file_name} could not be read. {paper.why_unreadable}"
            return held(why, MailOutcome.UNREADABLE)
    return None


def brings_other_papers(_: Session, mail: MailInHand) -> Sorted | None:
    """Papers that are no application are named, so that the pen can be read at a glance."""
    names = [paper.file_name for paper in mail.papers]
    if not names:
        return None
    return held(f"It brings {', '.join(names)}, but no signed Pact and no Letter of Support.")


def wants_something(_: Session, mail: MailInHand) -> Sorted | None:
    """What a mail wants is what it is held as, so that a person finds it; nothing follows by itself."""
    return held_as_wanted(mail)


def asks_something(_: Session, mail: MailInHand) -> Sorted | None:
    """A question in plain text waits for a person's answer."""
    if "?" in mail.parsed.text or "?" in mail.parsed.subject:
        return Sorted(MailOutcome.QUESTION, MailState.HELD, "A question; a person answers it.")
    return None


RULES: tuple[Rule, ...] = (
    may_carry_a_virus,
    repeats_a_mail,
    is_our_own_letter,
    returns_our_letter,
    hit_a_limit,
    comes_from_another,
    answers_our_letter,
    came_by_itself,
    brings_an_application,
    sends_a_link,
    invites_to_a_meeting,
    brings_what_cannot_be_read,
    wants_something,
    brings_other_papers,
    asks_something,
)
"""In this order. What no rule knows is held: nothing is guessed, nothing is dropped."""


def _not_a_forgery(mail: MailInHand) -> tuple[ColumnElement[bool], ...]:
    """What was held as a forgery must not make a repetition of the true mail that comes after it."""
    if mail.sender.verdict is Verdict.FAIL:
        return ()
    return (func.coalesce(col(Mail.sender_verdict), "") != Verdict.FAIL.value,)
