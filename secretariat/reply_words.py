"""The words of a proven reply: what they put right, what they ask for, and what is left to a person."""

import re
from dataclasses import replace

from intake.wants.between_courtesies import between_courtesies, without_politeness
from intake.wants.corrections import TEXT_UNCHANGED, Correction, corrections_in
from intake.wants.lone_answer import lone_date, lone_role, lone_yes
from intake.wants.more_time import asked_until
from intake.wants.want import Want, Wanted
from pact.application import State
from pact.deadlines import day_words
from pact.findings import finding
from pact.folding import fold
from secretariat.asked_fields import UNCHANGED_ASKED, asked_fields
from secretariat.check_anew import standing_on
from secretariat.mail_in_hand import MailInHand
from secretariat.put_right import PutRight, in_words, put_right
from secretariat.reply_in_case import ReplyInCase
from secretariat.reply_papers import WAITS
from secretariat.what_was_read import requests_to_applicant
from storage.applications import write_findings
from storage.letters import letters_of
from storage.suggestions import SuggestionKind

_ACTED_UPON = (Want.CORRECTION, Want.APPLICATION, Want.STATUS, Want.MORE_TIME, Want.OTHER)
"""What is dealt with without a person, or says nothing by itself."""

LEAVING = {
    Want.WITHDRAWAL: (SuggestionKind.WITHDRAWAL, "It withdraws the application"),
    Want.TERMINATION: (SuggestionKind.TERMINATION, "It gives notice of leaving the Pact (6.6.1)"),
}
_MOST_LEFT_WORDS = 2
"""So many words beside what was understood say nothing more."""


def take_words(reply: ReplyInCase) -> PutRight:
    """Act upon what a reply says, propose what nobody may act upon alone, and return what came of it."""
    said = _said(reply)
    if State(reply.application.state) in WAITS:
        right = put_right(reply.session, reply.desk, reply.application, said, reply.reference)
    else:
        sentences = [one.sentence for one in said]
        right = PutRight(proposed=[in_words(one, None) for one in said], understood=sentences)
    for sentence in right.proposed:
        reply.propose(SuggestionKind.CORRECTION, f"It says {sentence}.")
    for one in reply.mail.wants:
        propose_leaving(reply, one)
        if one.want is Want.MORE_TIME:
            _note_more_time(reply, one)
    if is_left_to_person(reply.mail, right):
        reply.propose(SuggestionKind.REPLY, "A reply that says more than was taken over; a person reads it.")
    return right


def propose_leaving(reply: ReplyInCase, wanted: Wanted) -> None:
    """Propose a withdrawal or a termination on its case; a person alone acts upon either (6.6.1)."""
    if wanted.want in LEAVING:
        kind, why = LEAVING[wanted.want]
        reply.propose(kind, f'{why}: "{wanted.sentence}"')


def is_left_to_person(mail: MailInHand, right: PutRight) -> bool:
    """Whether a reply says something beside what was acted upon: a question, a want, or many words.

    Where nothing in it was understood, any word is too many: a person reads it.
    """
    if any(one.want not in _ACTED_UPON and one.want not in LEAVING for one in mail.wants):
        return True
    left = _on_one_line(between_courtesies(mail.parsed.own_text))
    understood = [one.sentence for one in mail.wants if one.sentence] + right.understood
    for sentence in understood:
        left = left.replace(_on_one_line(sentence), " ")
    words = re.findall(r"\w{2,}", without_politeness(left))
    return "?" in left or len(words) > (_MOST_LEFT_WORDS if understood or mail.papers else 0)


def _said(reply: ReplyInCase) -> list[Correction]:
    """Return what the reply says of fields; what our own letters say is never surely its sender's word.

    Whoever sends our letter on, or answers below it in a way that no rule takes for a quotation,
    repeats what we read.
    """
    own = reply.mail.parsed.own_text
    said = corrections_in(own)
    asked = {row.name for row in asked_fields(reply.session, reply.application)}
    if not said and (yes := lone_yes(reply.mail.parsed.own_text)):
        return _confirmed(reply, yes)
    if not said and len(asked) == 1:
        # Asked for one thing alone, people answer with that alone.
        lone = _lone_answer(reply, asked.pop())
        return [lone] if lone else []
    told = " ".join(fold(letter.body) for letter in letters_of(reply.session, reply.application))
    return [replace(one, sure=False) if fold(one.sentence) in told else one for one in said]


def _confirmed(reply: ReplyInCase, yes: str) -> list[Correction]:
    """Return what a yes confirms: all that was asked to be confirmed, where nothing else was asked."""
    asked = {one.code for one in requests_to_applicant(standing_on(reply.session, reply.application))}
    if any(not code.startswith("unsure_") and code not in UNCHANGED_ASKED for code in asked):
        return []
    rows = asked_fields(reply.session, reply.application)
    confirmed = [Correction(row.name, row.value, yes, sure=True) for row in rows if row.value]
    if asked & set(UNCHANGED_ASKED):
        confirmed.append(Correction(TEXT_UNCHANGED, "yes", yes, sure=True))
    return confirmed


def _lone_answer(reply: ReplyInCase, asked: str) -> Correction | None:
    if asked == "date":
        return lone_date(reply.mail.parsed.own_text, reply.receipt.received_on)
    return lone_role(reply.mail.parsed.own_text) if asked == "participation_type" else None


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _note_more_time(reply: ReplyInCase, wanted: Wanted) -> None:
    """Note that the applicant asks for time: the Committee's month runs on (6.4.2)."""
    until = asked_until(reply.mail.parsed.own_text, reply.receipt.received_on)
    day = f"until {day_words(until)}" if until else "without naming a day"
    seen = f'{reply.reference} asks for time {day}: "{wanted.sentence}"'
    write_findings(
        reply.session,
        [finding("more_time_asked", seen)],
        at=reply.desk.now(),
        application_id=reply.application.id,
    )
    reply.note("note_more_time", seen)
