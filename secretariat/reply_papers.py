"""The papers of a proven reply: a better copy stands for its case, others lie beside it or open their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.reading.sniff import MediaType
from pact.application import State
from pact.checks import KIND_ASKED_FOR
from secretariat.application_as_read import application_as_read
from secretariat.better_copy import Taken, belongs_here, take_better_copy
from secretariat.further_papers import attach, lay_beside
from secretariat.mail_in_hand import FiledPaper
from secretariat.register import Registration, register_paper
from secretariat.reply_in_case import ReplyInCase
from storage.suggestions import SuggestionKind

WAITS = (State.RECEIVED, State.WAITING_FOR_APPLICANT)
"""The states in which a reply may fill what was asked; later, what it brings and says is for a person."""


@dataclass
class PapersTaken:
    """What became of a reply's papers.

    ``copies`` stand for the case now, ``kept`` belong to it or lie beside it for a person, and
    ``registrations`` are of papers that are another organisation's or ask for something else.
    """

    copies: list[Taken] = field(default_factory=list)
    kept: list[FiledPaper] = field(default_factory=list)
    registrations: list[Registration] = field(default_factory=list)


def take_papers(reply: ReplyInCase, papers: Sequence[FiledPaper]) -> PapersTaken:
    """Take in the papers of a reply, and return what became of each."""
    result = PapersTaken()
    for paper in papers:
        if not _is_application(paper):
            _attach(reply, paper)
            if _say_what_it_is(reply, paper):
                result.kept.append(paper)
        elif not _is_of_this_case(reply, paper):
            result.registrations.append(register_paper(reply.session, reply.desk, reply.receipt, paper))
        elif (taken := _taken(reply, paper)) is not None:
            result.copies.append(taken)
        else:
            _attach(reply, paper)
            lay_beside(reply.session, reply.application, reply.receipt, paper, at=reply.desk.now())
            result.kept.append(paper)
    return result


def _is_application(paper: FiledPaper) -> bool:
    return paper.read.kind in KIND_ASKED_FOR and paper.read.error is None


def _say_what_it_is(reply: ReplyInCase, paper: FiledPaper) -> bool:
    """Show on the case what no program can judge; false for a mere picture, as in signatures below mails."""
    unread = {one.part: one.why_unreadable for one in reply.mail.papers if one.is_unreadable}
    if paper.row is not None and paper.row.part in unread:
        why = f"{paper.file_name} came with a reply and could not be read. {unread[paper.row.part]}"
    elif paper.row is not None and MediaType(paper.row.media_type).is_image:
        return False
    else:
        why = f"{paper.file_name} came with a reply, and is no signed Pact and no Letter of Support."
    reply.propose(SuggestionKind.REPLY, why)
    return True


def _attach(reply: ReplyInCase, paper: FiledPaper) -> None:
    attach(reply.session, reply.application, reply.receipt.mail_id, paper.row, part_played="joined")


def _is_of_this_case(reply: ReplyInCase, paper: FiledPaper) -> bool:
    same_kind = KIND_ASKED_FOR[paper.read.kind] == reply.application.kind
    return same_kind and belongs_here(paper.read, application_as_read(reply.session, reply.application))


def _taken(reply: ReplyInCase, paper: FiledPaper) -> Taken | None:
    if State(reply.application.state) not in WAITS:
        return None
    return take_better_copy(reply.session, reply.desk, reply.application, reply.receipt, paper)
