from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.application import State
from pact.findings import CODES, Finding, Severity, finding
from pact.triage import (
    ORDER,
    SOON_DAYS,
    WAITING_FOR_WORDS,
    TriageView,
    WaitingFor,
    order_key,
    waiting_for,
    why_here,
)

TODAY = date(2026, 3, 10)
CONFLICT = finding("conflict_of_interest", "Computers")
SIGNED_BY_NOBODY = finding("no_signature", "")
NOT_CHECKED = finding("sender_not_checked", "")


def a_view(
    number: int = 1, state: State = State.RECEIVED, days_left: int = 20, findings: tuple[Finding, ...] = ()
) -> TriageView:
    return TriageView(
        reference=f"CFIT-2026-{number:04}",
        state=state,
        decision_due=TODAY + timedelta(days=days_left),
        days_left=days_left,
        findings=findings,
    )


VIEWS = st.builds(
    a_view,
    number=st.integers(min_value=1, max_value=20_000),
    state=st.sampled_from(State),
    days_left=st.integers(min_value=-60, max_value=31),
    findings=st.lists(st.sampled_from([finding(code, "") for code in CODES]), max_size=4).map(tuple),
)


def test_the_clock_goes_first_then_doubt_then_whose_turn_it_is():
    in_order = [
        a_view(1, State.WAITING_FOR_APPLICANT, days_left=-9),
        a_view(2, State.BEFORE_COMMITTEE, days_left=-1),
        a_view(3, State.READY, days_left=0),
        a_view(4, State.BEFORE_COMMITTEE, days_left=SOON_DAYS),
        a_view(5, State.HELD, days_left=25),
        a_view(6, State.RECEIVED, days_left=30, findings=(CONFLICT,)),
        a_view(7, State.READY, days_left=10),
        a_view(8, State.RECEIVED, days_left=11),
        a_view(9, State.BEFORE_COMMITTEE, days_left=6),
        a_view(10, State.WAITING_FOR_APPLICANT, days_left=6),
        a_view(11, State.APPROVED, days_left=-90),
    ]

    assert sorted(in_order[6:] + in_order[:6], key=order_key) == in_order


@given(VIEWS, VIEWS)
def test_no_two_applications_tie(one, other):
    assert (order_key(one) == order_key(other)) == (_place(one) == _place(other))


@given(VIEWS, VIEWS)
def test_nothing_goes_before_what_is_overdue(one, other):
    overdue = one.state.is_open and one.days_left < 0
    on_time = not (other.state.is_open and other.days_left < 0)

    assert not (overdue and on_time) or order_key(one) < order_key(other)


@given(VIEWS)
def test_every_application_has_a_place_and_a_reason(view):
    reason = why_here(view)

    assert 0 <= order_key(view)[0] < len(ORDER)
    assert reason[0].isupper()
    assert not reason.endswith(".")


def test_what_needs_nobody_any_more_goes_last():
    finished = a_view(1, State.DECLINED, days_left=-300)

    assert order_key(finished) > order_key(a_view(2, State.WAITING_FOR_APPLICANT, days_left=31))


def test_references_past_four_digits_keep_the_order_of_receipt():
    assert order_key(a_view(9_999)) < order_key(a_view(10_000))


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (
            a_view(days_left=3, findings=(CONFLICT,)),
            "Due in 3 days; a conflict of interest cannot be excluded",
        ),
        (a_view(days_left=-1, state=State.READY), "Overdue by 1 day; waiting for the Secretariat"),
        (
            a_view(days_left=-12, state=State.BEFORE_COMMITTEE),
            "Overdue by 12 days; waiting for the Steering Committee",
        ),
        (a_view(days_left=0, state=State.WAITING_FOR_APPLICANT), "Due today; waiting for the applicant"),
        (a_view(days_left=1, findings=(NOT_CHECKED,)), "Due tomorrow; waiting for the Secretariat"),
        (
            a_view(findings=(SIGNED_BY_NOBODY, NOT_CHECKED)),
            "Due in 20 days; 1 open question for the Secretariat to settle",
        ),
        (
            a_view(findings=(finding("tracked_changes", ""), SIGNED_BY_NOBODY, CONFLICT)),
            "Due in 20 days; a conflict of interest cannot be excluded, and 1 more doubt",
        ),
        (
            a_view(state=State.HELD, findings=(CONFLICT,)),
            "Due in 20 days; held until a person releases it; a conflict of interest cannot be excluded",
        ),
        (
            a_view(findings=(Finding("moon_phase", Severity.STOP, None, "The moon is full"),)),
            "Due in 20 days; the moon is full",
        ),
        (a_view(state=State.APPROVED, days_left=-40), "Approved; waiting for nobody"),
    ],
)
def test_the_reason_says_clock_doubt_and_turn(view, words):
    assert why_here(view) == words


def test_further_papers_are_said_and_are_the_secretariats_to_judge():
    awaited = a_view(1, State.WAITING_FOR_APPLICANT)
    with_papers = replace(a_view(2, State.WAITING_FOR_APPLICANT), further_papers=2)

    assert why_here(with_papers) == "Due in 20 days; waiting for the applicant; 2 further papers to judge"
    assert why_here(replace(awaited, further_papers=1)).endswith("; 1 further paper to judge")
    assert order_key(with_papers) < order_key(awaited)


def test_whose_turn_it_is_follows_from_the_state():
    turns = {state: waiting_for(state) for state in State}

    assert {s for s, turn in turns.items() if turn is WaitingFor.NOBODY} == {
        s for s in State if not s.is_open
    }
    assert turns[State.WAITING_FOR_APPLICANT] is WaitingFor.APPLICANT
    assert turns[State.BEFORE_COMMITTEE] is WaitingFor.COMMITTEE
    assert set(WAITING_FOR_WORDS) == set(WaitingFor)


def _place(view: TriageView) -> tuple[int, date, str]:
    return order_key(view)[0], view.decision_due, view.reference
