"""Moving applications on: who may, what it needs, what follows."""

from datetime import date

import pytest
from made_up.cases import MadeMail, block, pact_copy, support_letter, take_in
from sqlmodel import select

from pact.application import Move
from pact.committee import Decision
from pact.errors import PactError
from secretariat.decide import Order, decide
from secretariat.desk import Desk
from secretariat.hand import Hand
from storage import journal
from storage.members import list_members
from storage.tables import Application, DecisionRow, Letter

OFFICER = "anna@secretariat.example"
CHAIR = "carl@committee.example"
REFERENCE = "CFIT-2026-0001"


def approved(day: date = date(2026, 2, 1)) -> Decision:
    return Decision(Move.APPROVE, day, votes="7 for")


def bring_before_committee(desk: Desk) -> None:
    take_in(desk, MadeMail((pact_copy(),)))
    decide(desk, Order(REFERENCE, Move.TO_COMMITTEE), Hand(OFFICER, "os", "complete"))


def test_an_approval_needs_a_recorded_decision(staffed_desk: Desk) -> None:
    bring_before_committee(staffed_desk)

    with pytest.raises(PactError):
        decide(staffed_desk, Order(REFERENCE, Move.APPROVE), Hand(CHAIR, "os", "fine"))

    with staffed_desk.database.read() as session:
        assert session.exec(select(Application.state)).one() == "before_committee"


def test_nothing_is_approved_that_is_not_before_the_committee(staffed_desk: Desk) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    with pytest.raises(PactError):
        decide(staffed_desk, Order(REFERENCE, Move.APPROVE, approved()), Hand(CHAIR, "os", "fine"))


def test_an_approval_enters_the_register_and_drafts_a_letter_that_does_not_leave(staffed_desk: Desk) -> None:
    bring_before_committee(staffed_desk)

    after = decide(staffed_desk, Order(REFERENCE, Move.APPROVE, approved()), Hand(CHAIR, "os", "6.4.2 met"))

    with staffed_desk.database.read() as session:
        (member,) = list_members(session)
        (recorded,) = session.exec(select(DecisionRow)).all()
        letter = session.exec(select(Letter).where(Letter.kind == "decision")).one()
    assert after.state == "approved"
    assert (member.organisation, member.role, member.since) == (
        "Municipality of Lindenhove",
        "procuring",
        date(2026, 2, 1),
    )
    assert (recorded.move, recorded.votes) == ("approve", "7 for")
    assert (letter.state, letter.automatic) == ("draft", False)


@pytest.mark.parametrize("day", [date(2026, 1, 30), date(2026, 2, 3)])
def test_nothing_is_decided_before_it_came_nor_on_a_day_to_come(staffed_desk: Desk, day: date) -> None:
    bring_before_committee(staffed_desk)

    with pytest.raises(PactError, match="cannot have decided on"):
        decide(staffed_desk, Order(REFERENCE, Move.APPROVE, approved(day)), Hand(CHAIR, "os", "met"))


def test_participation_does_not_end_before_it_was_approved(staffed_desk: Desk) -> None:
    bring_before_committee(staffed_desk)
    decide(staffed_desk, Order(REFERENCE, Move.APPROVE, approved()), Hand(CHAIR, "os", "met"))

    ended = Decision(Move.END, date(2026, 1, 31), minutes="minutes, point 3")
    with pytest.raises(PactError, match="it approved the application on 2026-02-01"):
        decide(staffed_desk, Order(REFERENCE, Move.END, ended), Hand(CHAIR, "os", "heard"))


def test_a_move_that_needs_no_decision_takes_none(staffed_desk: Desk) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    given = Decision(Move.TO_COMMITTEE, None, votes="7 for")
    with pytest.raises(PactError, match="leave out its day, votes and minutes"):
        decide(staffed_desk, Order(REFERENCE, Move.TO_COMMITTEE, given), Hand(OFFICER, "os", "ok"))


def test_who_did_it_and_for_whom_is_journalled(staffed_desk: Desk) -> None:
    bring_before_committee(staffed_desk)

    with staffed_desk.database.read() as session:
        line = journal.history(session, REFERENCE)[-1]
    assert (line.move, line.actor, line.reason) == ("to_committee", f"{OFFICER} (as os)", "complete")


@pytest.mark.parametrize("person", ["stranger@elsewhere.example", CHAIR])
def test_only_who_has_the_role_moves_an_application(staffed_desk: Desk, person: str) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    with pytest.raises(PactError):
        decide(staffed_desk, Order(REFERENCE, Move.TO_COMMITTEE), Hand(person, "os", "complete"))


def test_a_move_needs_a_reason(staffed_desk: Desk) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    with pytest.raises(PactError, match="Say why"):
        decide(staffed_desk, Order(REFERENCE, Move.TO_COMMITTEE), Hand(OFFICER, "os", " "))


def test_a_second_role_makes_both_and_a_participant_is_no_supporter_any_more(staffed_desk: Desk) -> None:
    desk = staffed_desk
    take_in(desk, MadeMail((support_letter("Town of Ashmere"),)))
    take_in(desk, MadeMail((pact_copy(block("Town of Ashmere")),)))
    for number in (1, 2):
        reference = f"CFIT-2026-000{number}"
        decide(desk, Order(reference, Move.TO_COMMITTEE), Hand(OFFICER, "os", "complete"))
        decide(desk, Order(reference, Move.APPROVE, approved()), Hand(CHAIR, "os", "met"))
    take_in(desk, MadeMail((pact_copy(block("Town of Ashmere", role="coordinating")),)))
    decide(desk, Order("CFIT-2026-0003", Move.TO_COMMITTEE), Hand(OFFICER, "os", "ok"))
    decide(desk, Order("CFIT-2026-0003", Move.APPROVE, approved()), Hand(CHAIR, "os", "met"))

    with desk.database.read() as session:
        assert [member.role for member in list_members(session)] == ["both"]


def test_ending_participation_takes_it_out_of_the_register(staffed_desk: Desk) -> None:
    bring_before_committee(staffed_desk)
    decide(staffed_desk, Order(REFERENCE, Move.APPROVE, approved()), Hand(CHAIR, "os", "met"))

    ended = Decision(Move.END, date(2026, 2, 2), minutes="minutes of 2 February, point 3")
    decide(staffed_desk, Order(REFERENCE, Move.END, ended), Hand(CHAIR, "os", "heard, 6.6.2"))

    with staffed_desk.database.read() as session:
        assert list_members(session) == []
