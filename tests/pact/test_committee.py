from dataclasses import replace
from datetime import date, timedelta

import pytest

from pact.application import Move
from pact.committee import NEED_A_DECISION, Decision, Window, refuse_decision, require_decision
from pact.errors import PactError

TODAY = date(2026, 3, 10)
WINDOW = Window(date(2026, 3, 1), "the application came on", TODAY)
APPROVAL = Decision(Move.APPROVE, decided_on=TODAY, votes="a 5-0, b 5-0, c 4-1")


def test_a_decision_with_its_day_and_votes_carries_the_move():
    assert require_decision(APPROVAL, Move.APPROVE, WINDOW) == APPROVAL


def test_minutes_stand_in_for_votes():
    in_minutes = Decision(Move.DECLINE, decided_on=TODAY - timedelta(days=3), minutes="Meeting 12, item 4")

    assert require_decision(in_minutes, Move.DECLINE, WINDOW) == in_minutes


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (
            None,
            (
                "To record the Committee's approval, give the day of its decision, and the votes or where "
                "the minutes stand."
            ),
        ),
        (replace(APPROVAL, decided_on=None), "Give the day on which the Steering Committee decided."),
        (
            replace(APPROVAL, decided_on=TODAY + timedelta(days=1)),
            (
                "The Steering Committee cannot have decided on 2026-03-11: that day is still to come. "
                "Give the day of its decision."
            ),
        ),
        (
            replace(APPROVAL, decided_on=date(2026, 2, 28)),
            (
                "The Steering Committee cannot have decided on 2026-02-28: the application came on "
                "2026-03-01. Give the day of its decision."
            ),
        ),
        (
            replace(APPROVAL, votes=" ", minutes=""),
            "Give the votes as they were counted, or say where the minutes record them.",
        ),
        (
            replace(APPROVAL, move=Move.DECLINE),
            "The decision on record is to decline; it cannot carry the move approve.",
        ),
    ],
)
def test_without_a_whole_decision_nothing_is_approved(decision, sentence):
    with pytest.raises(PactError) as refused:
        require_decision(decision, Move.APPROVE, WINDOW)

    assert str(refused.value) == sentence


@pytest.mark.parametrize("day", [WINDOW.first, WINDOW.today])
def test_the_first_and_the_last_day_of_the_window_count(day):
    decision = replace(APPROVAL, decided_on=day)

    assert require_decision(decision, Move.APPROVE, WINDOW) == decision


@pytest.mark.parametrize("what", sorted(set(Move) - NEED_A_DECISION))
def test_a_decision_is_refused_where_none_is_needed(what):
    with pytest.raises(PactError, match="leave out its day, votes and minutes"):
        refuse_decision(replace(APPROVAL, move=what), what)

    refuse_decision(None, what)


def test_approving_declining_and_ending_are_the_committees():
    assert {Move.APPROVE, Move.DECLINE, Move.END} == NEED_A_DECISION
