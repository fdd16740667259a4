from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.wants.more_time import LATEST, asked_until

TODAY = date(2026, 9, 10)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("We will need a bit longer. Would 30 September be alright?", date(2026, 9, 30)),
        ("We need an extension until 2026-10-05.", date(2026, 10, 5)),
        ("Mogen wij uitstel tot 15 november?", date(2026, 11, 15)),
        ("Mogen we tot 15/11 uitstel krijgen?", date(2026, 11, 15)),
        ("Könnten Sie uns die Frist bis Ende Oktober verlängern?", date(2026, 10, 31)),
        ("Pouvez-vous repousser la date limite au 30 novembre ?", date(2026, 11, 30)),
        ("Kan vi få utsatt fristen til 1. oktober?", date(2026, 10, 1)),
        ("¿Sería posible ampliar el plazo hasta el 20 de octubre?", date(2026, 10, 20)),
        ("We need more time, until 5 January.", date(2027, 1, 5)),
        ("We redden 15 september niet, kunnen we uitstel krijgen tot 1 oktober 2026?", date(2026, 10, 1)),
    ],
)
def test_a_day_that_is_named_is_that_day(text, until):
    assert asked_until(text, TODAY) == until


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Could we have two more weeks?", date(2026, 9, 24)),
        ("Mogen we nog twee weken extra?", date(2026, 9, 24)),
        ("Können wir noch drei Wochen mehr Zeit bekommen?", date(2026, 10, 1)),
        ("Un délai supplémentaire de deux semaines serait bienvenu.", date(2026, 9, 24)),
        ("Kan vi få to uker til?", date(2026, 9, 24)),
        ("¿Podrían darnos dos semanas más?", date(2026, 9, 24)),
        ("We need 10 more days.", date(2026, 9, 20)),
        ("We need one month more time.", date(2026, 10, 10)),
    ],
)
def test_weeks_are_counted_from_today(text, until):
    assert asked_until(text, TODAY) == until


@pytest.mark.parametrize(
    "text",
    [
        "We need more time.",
        "The webinar is on 30 September.",
        "We need more time, until 1 October or until 8 October.",
        "We need more time until 1 October 2031.",
        "We do not need more time than until 1 October.",
    ],
)
def test_no_day_two_days_or_a_day_far_off_give_none(text):
    assert asked_until(text, TODAY) is None


@given(st.text(max_size=200))
def test_what_comes_back_lies_ahead_and_within_a_year(text):
    until = asked_until(f"We need more time until {text}", TODAY)

    assert until is None or TODAY <= until <= TODAY + LATEST
