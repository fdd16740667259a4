"""The Committee's month: when it ends, and how that was counted (Pact 6.4.2)."""

from calendar import monthrange
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English names; the locale's would differ from machine to machine."""


def decision_due(received_on: date) -> date:
    """Return the last day on which the Committee may decide (Pact 6.4.2).

    It is the same day of the next month, or that month's last day where it has no such day:
    31 January gives 28 or 29 February. The clock never pauses.
    """
    year, month = _next_month(received_on)
    return date(year, month, min(received_on.day, monthrange(year, month)[1]))


def due_words(received_on: date) -> str:
    """Return the arithmetic of ``decision_due`` as one sentence for letters and the queue."""
    due = decision_due(received_on)
    sentence = f"Received on {day_words(received_on)}; one month later is {day_words(due)}"
    if due.day == received_on.day:
        return f"{sentence} (Pact 6.4.2)."
    return f"{sentence}, as {MONTHS[due.month - 1]} has no day {received_on.day} (Pact 6.4.2)."


def days_left(due: date, today: date) -> int:
    """Return the days from today to the due day: 0 on the day itself, negative afterwards."""
    return (due - today).days


def day_words(day: date) -> str:
    """Return a day as English letters write it: "14 June 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _next_month(day: date) -> tuple[int, int]:
    return (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
