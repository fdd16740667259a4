"""What a mail only links to, locks or invites to is told to the secretariat, and asked for."""

from dataclasses import replace

import pytest
from made_up.cases import MadeMail, keep, pact_copy
from sqlmodel import select

from intake.reading.sniff import MediaType
from pact.documents import DocumentAsRead, ReadError, ReadErrorCode
from secretariat.desk import Desk
from secretariat.file_mail import file_mail
from secretariat.mail_in_hand import MailInHand
from storage.tables import FindingRow, Letter, Mail

UNSUPPORTED = DocumentAsRead(error=ReadError(ReadErrorCode.UNSUPPORTED, "Not read."))
LINK = "https://we.tl/t-abcdef"


def filed(desk: Desk, mail: MailInHand) -> Mail:
    with desk.database.write() as session:
        file_mail(session, desk, mail)
    with desk.database.read() as session:
        return session.get_one(Mail, mail.mail_id)


def linking(desk: Desk, made: MadeMail) -> MailInHand:
    mail = keep(desk, made)
    return replace(mail, parsed=replace(mail.parsed, file_links=("we.tl",)))


def test_a_mail_that_only_links_to_files_waits_for_a_person_who_asks_for_them(desk: Desk) -> None:
    row = filed(desk, linking(desk, MadeMail(text=f"Our signed copy: {LINK}")))

    assert (row.outcome, row.state) == ("held", "held")
    assert row.why == "It only links to files at we.tl; they are not fetched. Ask for them as attachments."


def test_a_link_hides_nothing_of_what_the_mail_wants(desk: Desk) -> None:
    text = f"We withdraw our application; the letter of our director is here: {LINK}"
    mail = linking(desk, MadeMail(text=text))
    wanting = replace(mail, parsed=replace(mail.parsed, own_text=text))

    row = filed(desk, wanting)

    assert (row.outcome, row.state) == ("withdrawal", "held")
    assert row.why.endswith(
        "It only links to files at we.tl; they are not fetched. Ask for them as attachments."
    )


def test_an_application_with_a_link_is_acknowledged_with_the_request_to_attach_the_files(desk: Desk) -> None:
    row = filed(desk, linking(desk, MadeMail((pact_copy(),), text=f"The annex: {LINK}")))

    with desk.database.read() as session:
        codes = [found.code for found in session.exec(select(FindingRow)).all()]
        letter = session.exec(select(Letter)).one()
    assert row.outcome == "registered"
    assert codes.count("document_linked") == 1
    assert "we open no links" in letter.body


@pytest.mark.parametrize(
    ("documents", "outcome"), [((UNSUPPORTED,), "held"), ((UNSUPPORTED, pact_copy()), "registered")]
)
def test_an_invitation_is_told_as_one_and_is_no_unreadable_paper(
    desk: Desk, documents: tuple[DocumentAsRead, ...], outcome: str
) -> None:
    mail = keep(desk, MadeMail(documents))
    invitation = replace(mail.papers[0], file_name="invite.ics", media_type=MediaType.CALENDAR)

    row = filed(desk, replace(mail, papers=(invitation, *mail.papers[1:])))

    with desk.database.read() as session:
        codes = [found.code for found in session.exec(select(FindingRow)).all()]
    assert row.outcome == outcome
    assert "document_unreadable" not in codes
    assert row.why.startswith("It invites to a meeting") == (outcome == "held")
