"""Out of the holding pen: answered or discarded, by a person, with a reason."""

from datetime import date

import pytest
from made_up.cases import MadeMail, take_in
from sqlmodel import select

from pact.documents import DocumentAsRead, Remark
from pact.errors import PactError
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.held import list_held
from secretariat.release import answer_held, discard_held
from storage import journal
from storage.tables import Letter, Mail

PHOTO = DocumentAsRead(remarks=(Remark("page_not_read", "page 1"),), pages=1)


def pen(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        return [mail.reference for mail in list_held(session, desk)]


def test_the_clock_runs_in_the_holding_pen_too(staffed_desk: Desk) -> None:
    take_in(staffed_desk, MadeMail((PHOTO,)))

    with staffed_desk.database.read() as session:
        (mail,) = list_held(session, staffed_desk)
    assert (mail.received_on, mail.decision_due) == (date(2026, 1, 31), date(2026, 2, 28))


def test_an_answer_is_a_draft_until_a_person_sends_it(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail(text="May a hospital sign?"))

    answer_held(staffed_desk, "M-1", "Yes, as a procuring organisation.", officer)

    with staffed_desk.database.read() as session:
        letter = session.exec(select(Letter)).one()
    assert (letter.kind, letter.state, letter.automatic) == ("answer", "draft", False)
    assert pen(staffed_desk) == []


@pytest.mark.parametrize("text", ["one\x00two", "bell \x07", "a\u2028b", "t" * 20_001])
def test_an_answer_that_cannot_stand_in_a_mail_is_refused(
    staffed_desk: Desk, officer: Hand, text: str
) -> None:
    take_in(staffed_desk, MadeMail(text="May a hospital sign?"))

    with pytest.raises(PactError):
        answer_held(staffed_desk, "M-1", text, officer)

    assert pen(staffed_desk) == ["M-1"]


def test_what_is_discarded_stays_stored_with_the_reason(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail(text="Cheap laptops!"))

    discard_held(staffed_desk, "M-1", officer)

    with staffed_desk.database.read() as session:
        row = session.exec(select(Mail)).one()
        lines = journal.history(session, "M-1")
    assert (row.state, staffed_desk.originals.has(row.sha256)) == ("discarded", True)
    assert [(line.move, line.reason) for line in lines][-1] == ("discard", "looked at it")


def test_a_mail_leaves_the_pen_once(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail(text="Cheap laptops!"))
    discard_held(staffed_desk, "M-1", officer)

    with pytest.raises(PactError, match="not in the holding pen"):
        answer_held(staffed_desk, "M-1", "No, thank you.", officer)


@pytest.mark.parametrize("person", ["carl@committee.example", "stranger@elsewhere.example"])
def test_only_the_secretariat_empties_the_pen(staffed_desk: Desk, person: str) -> None:
    take_in(staffed_desk, MadeMail(text="Cheap laptops!"))

    with pytest.raises(PactError):
        discard_held(staffed_desk, "M-1", Hand(person, "os", "no"))

    assert pen(staffed_desk) == ["M-1"]
