"""Once more through the worker: what a mail was taken for is withdrawn, and the mail is never lost."""

from dataclasses import replace

import pytest
from made_up.cases import MadeMail, file_once_more, pact_copy, take_in
from sqlmodel import select

from pact.documents import DocumentAsRead, Remark
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.release import process_again
from storage import journal
from storage.mails import pending_mails
from storage.tables import Application, ApplicationMail, Document, Letter, Mail, Suggestion

PHOTO = DocumentAsRead(remarks=(Remark("page_not_read", "page 1"),), pages=1)


def test_a_mail_goes_through_the_worker_once_more_when_a_person_wants_it(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((PHOTO,)))

    process_again(staffed_desk, "M-1", officer)

    with staffed_desk.database.read() as session:
        row = session.get_one(Mail, 1)
        assert pending_mails(session, 10) == [(1, 1)]
        assert session.exec(select(Document)).all() == []
        assert journal.history(session, "M-1")[-1].move == "process_again"
    assert (row.outcome, row.processed_at, row.same_as_mail_id) == (None, None, None)
    assert row.why == "Waits for the worker once more."


def test_a_mail_is_never_taken_for_a_copy_of_its_own_copy(staffed_desk: Desk, officer: Hand) -> None:
    unread = MadeMail((PHOTO,), message_id="<one@lindenhove.example>", parts_digest="same")
    first = take_in(staffed_desk, unread)
    second = take_in(staffed_desk, unread)
    process_again(staffed_desk, "M-1", officer)

    row = file_once_more(staffed_desk, first, replace(unread, documents=(pact_copy(),)))

    assert (second.outcome, second.same_as_mail_id) == ("duplicate", 1)
    assert (row.outcome, row.same_as_mail_id) == ("registered", None)


def test_a_suggestion_withdrawn_is_journalled_where_it_stood(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    with staffed_desk.database.read() as session:
        letter = session.exec(select(Letter)).one()
    take_in(staffed_desk, MadeMail(text="The date is 14 June.", in_reply_to=(letter.message_id,)))

    process_again(staffed_desk, "M-2", officer)

    with staffed_desk.database.read() as session:
        lines = journal.history(session, "CFIT-2026-0001")
        assert session.exec(select(Suggestion)).all() == []
        assert [link.mail_id for link in session.exec(select(ApplicationMail))] == [1]
    assert (lines[-1].move, lines[-1].actor) == ("withdraw_suggestion", officer.actor)


def test_a_mail_that_an_application_rests_on_is_not_processed_once_more(
    staffed_desk: Desk, officer: Hand
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    with staffed_desk.database.write() as session:
        row = session.get_one(Mail, 1)
        row.state = "held"
        session.add(row)

    with pytest.raises(PactError, match="belongs to CFIT-2026-0001 already"):
        process_again(staffed_desk, "M-1", officer)

    with staffed_desk.database.read() as session:
        assert session.exec(select(Application)).one().state == "ready"
