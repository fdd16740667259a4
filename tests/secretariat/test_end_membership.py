"""Who ends what in the register, and what goes on."""

from datetime import date

import pytest
from made_up.cases import MadeMail, block, pact_copy, support_letter, take_in

from pact.application import Move
from pact.committee import Decision
from pact.errors import PactError
from pact.organisations import folded
from secretariat.decide import Order, decide
from secretariat.desk import Desk
from secretariat.end_membership import end_membership
from secretariat.hand import Hand
from storage import journal
from storage.members import list_members
from storage.tables import Organisation, Participation

OFFICER = "anna@secretariat.example"
CHAIR = "carl@committee.example"
ASHMERE = "Town of Ashmere"
HAND = Hand(OFFICER, "os", "its letter of 30 January")
LAST_DAY = date(2026, 2, 1)


@pytest.fixture
def brought(staffed_desk: Desk) -> Desk:
    """Return a desk whose register an import brought: one organisation in both roles, since 2021."""
    with staffed_desk.database.write() as session:
        session.add(Organisation(id=1, name=ASHMERE, key=folded(ASHMERE)))
        session.flush()
        session.add(
            Participation(organisation_id=1, role="both", since=date(2021, 6, 14), buyer_group="West")
        )
    return staffed_desk


def approve(desk: Desk, number: int, mail: MadeMail, day: date = date(2026, 2, 1)) -> str:
    reference = f"CFIT-2026-000{number}"
    take_in(desk, mail)
    decide(desk, Order(reference, Move.TO_COMMITTEE), Hand(OFFICER, "os", "complete"))
    decide(desk, Order(reference, Move.APPROVE, Decision(Move.APPROVE, day, votes="7 for")), HAND)
    return reference


def end(desk: Desk, reference: str) -> None:
    decision = Decision(Move.END, LAST_DAY, minutes="minutes of 1 February, point 3")
    decide(desk, Order(reference, Move.END, decision), Hand(CHAIR, "os", "heard, 6.6.2"))


def standing(desk: Desk) -> list[tuple[str, date | None, str]]:
    with desk.database.read() as session:
        return [(member.role, member.since, member.buyer_group) for member in list_members(session)]


def refusal(desk: Desk, name: str, until: date = LAST_DAY, hand: Hand = HAND) -> str:
    with pytest.raises(PactError) as refused:
        end_membership(desk, name, until, hand)
    return str(refused.value)


def test_ending_an_application_ends_the_role_that_an_import_had_brought_before(brought: Desk) -> None:
    reference = approve(brought, 1, MadeMail((pact_copy(block(ASHMERE, role="both")),)))

    end(brought, reference)

    assert standing(brought) == []


def test_of_both_roles_the_one_that_did_not_end_goes_on(brought: Desk) -> None:
    reference = approve(brought, 1, MadeMail((pact_copy(block(ASHMERE, role="procuring")),)))

    end(brought, reference)

    assert standing(brought) == [("coordinating", date(2021, 6, 14), "West")]


def test_a_role_that_was_joined_with_another_goes_on_since_it_was_first_held(staffed_desk: Desk) -> None:
    approve(staffed_desk, 1, MadeMail((pact_copy(block(ASHMERE)),)), date(2026, 1, 31))
    second = approve(staffed_desk, 2, MadeMail((pact_copy(block(ASHMERE, role="coordinating")),)))

    end(staffed_desk, second)

    assert standing(staffed_desk) == [("procuring", date(2026, 1, 31), "")]


def test_a_role_that_had_ended_for_good_goes_on_since_it_was_taken_up_again(brought: Desk) -> None:
    with brought.database.write() as session:
        session.add(
            Participation(organisation_id=1, role="procuring", since=date(2018, 1, 1), until=date(2019, 1, 1))
        )
    reference = approve(brought, 1, MadeMail((pact_copy(block(ASHMERE, role="coordinating")),)))

    end(brought, reference)

    assert standing(brought) == [("procuring", date(2021, 6, 14), "")]


def test_ending_support_takes_the_supporter_out(staffed_desk: Desk) -> None:
    reference = approve(staffed_desk, 1, MadeMail((support_letter(ASHMERE),)))

    end(staffed_desk, reference)

    assert standing(staffed_desk) == []


def test_a_participant_that_an_import_brought_may_leave_at_any_time(brought: Desk) -> None:
    said = end_membership(brought, "the town of Ashmere", LAST_DAY, HAND)

    with brought.database.read() as session:
        (line,) = journal.history(session, "O-1")
    assert said == "Town of Ashmere is no longer both; last day 2026-02-01."
    assert standing(brought) == []
    assert (line.move, line.actor, line.reason) == (
        "end_membership",
        f"{OFFICER} (as os)",
        "both until 2026-02-01: its letter of 30 January",
    )


def test_only_the_secretariat_ends_a_membership(brought: Desk) -> None:
    assert refusal(brought, ASHMERE, hand=Hand(CHAIR, "os", "why")) == (
        f"{CHAIR} is chair; this takes secretariat."
    )


def test_what_cannot_be_ended_is_refused_with_a_sentence(brought: Desk) -> None:
    unknown = refusal(brought, "Town of Ashmore")
    ahead = refusal(brought, ASHMERE, until=date(2026, 2, 3))
    before = refusal(brought, ASHMERE, until=date(2021, 6, 13))
    unexplained = refusal(brought, ASHMERE, hand=Hand(OFFICER, "os", " "))
    end_membership(brought, ASHMERE, LAST_DAY, HAND)
    again = refusal(brought, ASHMERE)

    assert unknown == (
        "Nobody by the name 'Town of Ashmore' is known. Did you mean Town of Ashmere? "
        "`cfit members list` lists the register."
    )
    assert ahead == "2026-02-03 has not come yet: the register says who takes part today."
    assert before == "Town of Ashmere is both only since 2021-06-14, after 2021-06-13."
    assert unexplained == "Say why: every change of the register is kept with its reason."
    assert again == "Town of Ashmere neither takes part nor supports now: `cfit members list`."
