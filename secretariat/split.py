"""Parting an application: signature blocks that name another organisation get their own (6.4.1)."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import delete, update
from sqlmodel import Session, col

from pact.application import ApplicationKind, State
from pact.documents import DocumentAsRead
from pact.errors import PactError
from secretariat.application_as_read import application_as_read, name_of_organisation, paper_of
from secretariat.check_anew import follow_fields, found_in, move_on, settle
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.mail_in_hand import FiledPaper, Receipt, receipt_of
from secretariat.notify import acknowledge
from secretariat.out_of_pen import journal_hand, opened_by_hand
from secretariat.recognise import recognise
from secretariat.register import Opening, Registration, open_application
from storage.applications import fields_of, find_application, mails_of
from storage.tables import Application, ApplicationField


def split_off(desk: Desk, reference: str, blocks: Iterable[int], hand: Hand) -> str:
    """Open an application for these blocks, counted from 0, and return its reference.

    It came with the same mail and the same paper, so its month runs from the same day. Both are
    checked anew. Raises PactError for a block that is not there, and for the first, which stays.
    """
    with opened_by_hand(desk, hand) as session:
        application = find_application(session, reference)
        if not State(application.state).is_open:
            raise PactError(f"{application.reference} is {State(application.state).words}: it stays whole.")
        wanted = _checked(session, application, set(blocks))
        read = application_as_read(session, application)
        before = found_in(session, desk, application)
        other = replace(read, signatories=tuple(read.signatories[block] for block in wanted))
        opened = _open(session, desk, application, other, hand)
        _take_out(session, application, wanted)
        about = f"Block {', '.join(str(block + 1) for block in wanted)} became {opened.reference}."
        journal_hand(session, desk, application.reference, "split", hand, about)
        new = settle(session, desk, application, before, found_in(session, desk, application))
        move_on(session, desk, application, hand, new)
        return opened.reference


def _checked(session: Session, application: Application, wanted: set[int]) -> list[int]:
    there = {row.block for row in fields_of(session, application)}
    if not wanted or not wanted < there or 0 in wanted:
        blocks = ", ".join(str(block + 1) for block in sorted(there) if block)
        raise PactError(
            f"The first block stays with {application.reference}. "
            + (f"Others that can be split off: {blocks}." if blocks else "It has no other block.")
        )
    return sorted(wanted)


def _open(
    session: Session, desk: Desk, application: Application, read: DocumentAsRead, hand: Hand
) -> Application:
    receipt = _receipt(session, desk, application)
    document = paper_of(session, application)
    paper = FiledPaper(document.file_name if document else "your mail", read, document)
    known = recognise(session, name_of_organisation(read))
    opening = Opening(ApplicationKind(application.kind), paper, known, by=hand.actor)
    opened = open_application(session, desk, receipt, opening)
    acknowledge(session, desk, receipt, [Registration(opened, paper, opened=True)], automatic=False)
    return opened


def _receipt(session: Session, desk: Desk, application: Application) -> Receipt:
    mail = next(mail for mail, part in mails_of(session, application) if part == "opened")
    receipt = receipt_of(session, mail, desk.settings.timezone)
    return replace(receipt, received_at=application.received_at, received_on=application.received_on)


def _take_out(session: Session, application: Application, blocks: list[int]) -> None:
    """Delete the blocks' fields and let the later ones move up, so that they count without a gap."""
    mine = col(ApplicationField.application_id) == application.id
    session.execute(delete(ApplicationField).where(mine, col(ApplicationField.block).in_(blocks)))
    left = sorted({row.block for row in fields_of(session, application)})
    for place, block in enumerate(left):
        rows = update(ApplicationField).where(mine, col(ApplicationField.block) == block)
        session.execute(rows.values(block=place))
    session.expire_all()
    follow_fields(session, application)
