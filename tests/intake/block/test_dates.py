"""Dates are read as people write them; what may mean two days is asked about."""

from datetime import date

import pytest

from intake.block.dates import DayOrder, order_asked, order_shown, read_date

DAY = date(2021, 6, 14)


@pytest.mark.parametrize(
    "text",
    [
        "14 June 2021",
        "14th June 2021",
        "the 14th of June, 2021",
        "June 14th, 2021",
        "Monday, June 14, 2021",
        "14-Jun-2021",
        "14-06-2021",
        "14.06.21",
        "14. 6. 2021",
        "14/06/2021",
        "6/14/2021",
        "14 / 06 / 2021",
        "2021-06-14",
        "2021/06/14",
        "14/VI/2021",
        "14.VI.2021",
        "Utrecht, 14 June 2021",
        "Utrecht, 14-06-2021",
        "14. Juni 2021",
        "Wien, am 14. Juni 2021",
        "le 14 juin 2021",
        "Fait à Lille, le 14 juin 2021",
        "14 juni 2021",
        "den 14. juni 2021",
        "14 de junio de 2021",
        "14 giugno 2021",
        "14 de junho de 2021",
        "14 czerwca 2021 r.",
        "14. kesäkuuta 2021",
        "v Praze dne 14. června 2021",
        "14 Ιουνίου 2021",
        "14 юни 2021",
        "2021. június 14.",
    ],
)
def test_one_day_in_many_ways_of_writing(text: str) -> None:
    read = read_date(text)

    assert read is not None
    assert (read.value, read.sure) == (DAY, True)


@pytest.mark.parametrize(
    ("text", "day"), [("1er août 2022", date(2022, 8, 1)), ("1º de marzo de 2023", date(2023, 3, 1))]
)
def test_the_first_of_a_month_has_its_own_ending(text: str, day: date) -> None:
    read = read_date(text)

    assert read is not None
    assert read.value == day


def test_slashes_that_may_mean_two_days_give_no_value_and_say_which() -> None:
    read = read_date("03/04/2022")

    assert read is not None
    assert (read.value, read.sure, read.doubt) == (None, False, "03/04/2022 is 3 April or 4 March 2022")


@pytest.mark.parametrize("text", ["03.04.2022", "03-04-2022"])
def test_dots_and_dashes_are_day_first(text: str) -> None:
    read = read_date(text)

    assert read is not None
    assert (read.value, read.sure) == (date(2022, 4, 3), True)


def test_what_the_label_asks_for_settles_the_order() -> None:
    assert order_asked("Date (dd/mm/yyyy)") is DayOrder.DAY_FIRST
    assert order_asked("Datum (TT.MM.JJJJ)") is DayOrder.DAY_FIRST
    assert order_asked("Date (mm/dd/yyyy)") is DayOrder.MONTH_FIRST
    assert order_asked("Date") is None

    read = read_date("03/04/2022", asked=DayOrder.MONTH_FIRST)

    assert read is not None
    assert (read.value, read.sure) == (date(2022, 3, 4), True)


def test_other_dates_give_the_order_but_no_certainty() -> None:
    order = order_shown("Received 23/05/2022, answered 01/06/2022")

    read = read_date("03/06/2022", order)

    assert order is DayOrder.DAY_FIRST
    assert read is not None
    assert (read.value, read.sure) == (date(2022, 6, 3), False)


def test_dates_that_show_both_orders_show_none() -> None:
    assert order_shown("23/05/2022 and 05/23/2022") is None


@pytest.mark.parametrize("text", ["14062021", "1 May 2019", "14 June 2021 or 15 June 2021"])
def test_odd_dates_are_read_but_not_sure(text: str) -> None:
    read = read_date(text)

    assert read is not None
    assert read.sure is False


@pytest.mark.parametrize("text", ["", "tomorrow", "32 June 2021", "30-02-2022", "June 2021", "KvK 12345678"])
def test_what_is_no_day_gives_nothing(text: str) -> None:
    assert read_date(text) is None
