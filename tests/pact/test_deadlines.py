from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.deadlines import day_words, days_left, decision_due, due_words

DAYS = st.dates(min_value=date(2021, 6, 14), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        (date(2026, 3, 14), date(2026, 4, 14)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 5, 31), date(2026, 6, 30)),
        (date(2025, 12, 31), date(2026, 1, 31)),
        (date(2026, 2, 28), date(2026, 3, 28)),
    ],
)
def test_committee_decides_within_one_month_of_receipt(received_on, due):
    assert decision_due(received_on) == due


@given(DAYS)
def test_the_month_ends_in_the_next_month_on_the_same_day_or_on_its_last(received_on):
    due = decision_due(received_on)

    months_later = (due.year - received_on.year) * 12 + due.month - received_on.month
    is_last_day = (due + timedelta(days=1)).month != due.month
    assert months_later == 1
    assert due.day == received_on.day or (due.day < received_on.day and is_last_day)
    assert 28 <= (due - received_on).days <= 31


@given(DAYS, DAYS)
def test_who_is_received_first_is_never_due_later(one, other):
    earlier, later = sorted((one, other))

    assert decision_due(earlier) <= decision_due(later)


def test_the_arithmetic_is_said():
    assert due_words(date(2026, 3, 14)) == (
        "Received on 14 March 2026; one month later is 14 April 2026 (Pact 6.4.2)."
    )


def test_a_shorter_month_is_explained():
    assert due_words(date(2026, 1, 31)) == (
        "Received on 31 January 2026; one month later is 28 February 2026, as February has no day 31 "
        "(Pact 6.4.2)."
    )


@given(DAYS)
def test_the_arithmetic_names_both_days(received_on):
    words = due_words(received_on)

    assert words.startswith(f"Received on {day_words(received_on)}; ")
    assert f"is {day_words(decision_due(received_on))}" in words


@given(DAYS, st.integers(min_value=-400, max_value=400))
def test_days_left_are_counted_down_to_zero_on_the_due_day_and_below_it_after(due, distance):
    assert days_left(due, due - timedelta(days=distance)) == distance
