"""Dates as people write them, in many languages; whether day or month comes first is decided by
evidence."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intake.block.months import MONTHS, ROMAN_MONTHS
from intake.page.plain_text import folded

PACT_BEGINS = date(2021, 6, 14)
"""No copy can have been signed before the Pact stood (6.2.1): an earlier reading is asked about."""


class DayOrder(StrEnum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date and whether it is sure. ``doubt`` says in words what could be meant otherwise."""

    value: date | None
    sure: bool
    doubt: str = ""


_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_ROMAN = "|".join(sorted(ROMAN_MONTHS, key=len, reverse=True))
_DAY = r"(?P<d>\d{1,2})"
_YEAR = r"(?P<y>\d{4}|'?\d{2})"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|re|ier|eme|e|ste|de|ten|tes|:a|:e|a|o|º|ª|η|ησ|an)(?![^\W\d_]))?[.,]?"
_OF = r"[\s.,/-]*(?:day of|of|de|del|di|du|van|den|the|dne|month)?[\s.,/-]*"
_WRITTEN = (
    re.compile(rf"(?<![\d/.-]){_DAY}{_ORDINAL}{_OF}(?P<m>{_MONTH})\.?{_OF}{_YEAR}(?![\d])"),
    re.compile(
        rf"(?<!\w)(?P<m>{_MONTH})\.?\s*(?:the\s+)?{_DAY}{_ORDINAL}[\s,]*(?:of\s+)?(?P<y>\d{{4}}|'\d{{2}})(?!\d)"
    ),
    re.compile(
        rf"(?<!\d)(?P<y>\d{{4}})[.,]?\s*(?:ev|m\.|gada|g\.)?[\s-]*(?P<m>{_MONTH})\.?[\s-]*{_DAY}(?!\d)"
    ),
    re.compile(rf"(?<!\d){_DAY}[./\s-]+(?P<r>{_ROMAN})[./\s-]+{_YEAR}(?!\d)"),
)
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>\d{4})\s?[-./]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<d>\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d])(\d{1,2})\s?([./|-]|\s)\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d])")
_DIGITS_ONLY = re.compile(r"(?<!\d)(\d{8})(?!\d)")


def read_date(text: str, order: DayOrder | None = None, asked: DayOrder | None = None) -> DateRead | None:
    """Return the date that stands in the text, or None when there is none.

    Two different dates give the first one, unsure. Numbers with slashes whose order nothing decides
    give no value and the doubt in words ("03/04/2022 is 3 April or 4 March 2022"). ``order`` is what
    other evidence in the document says. Dots and dashes are day first, as Europe writes them, unless
    the numbers forbid it.
    """
    flat = _flat(text)
    found = [*_written(flat), *_year_first(flat)]
    if not found:
        found = _numbers(flat, order, asked) or _digits_only(flat)
    if not found:
        return None
    first = found[0]
    if any(other.value != first.value for other in found[1:]):
        return DateRead(first.value, sure=False, doubt=f"several dates stand in “{text.strip()}”")
    return first


def order_shown(text: str) -> DayOrder | None:
    """Return the order that dates with slashes in the text show by a number above twelve, if they agree."""
    orders = set()
    for first, separator, second, _ in _NUMBERS.findall(_flat(text)):
        if separator == "/" and int(first) > 12 >= int(second):
            orders.add(DayOrder.DAY_FIRST)
        elif separator == "/" and int(second) > 12 >= int(first):
            orders.add(DayOrder.MONTH_FIRST)
    return orders.pop() if len(orders) == 1 else None


def order_asked(label: str) -> DayOrder | None:
    """Return the order that a label asks for: "(dd/mm/yyyy)" and its like in other languages."""
    flat = re.sub(r"[^a-z]", "", folded(label).replace("date", "").replace("datum", ""))
    if re.search(r"(?:dd?|jj|tt)mm?(?:yy|jj|aa)", flat):
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if re.search(r"mm?dd?yy", flat) else None


def _flat(text: str) -> str:
    return re.sub(r"[\u2010-\u2015−]", "-", folded(text)).replace("‘", "'").replace("\\", "/")


def _written(flat: str) -> list[DateRead]:
    found: dict[int, DateRead] = {}
    for pattern in _WRITTEN:
        for match in pattern.finditer(flat):
            parts = match.groupdict()
            month = ROMAN_MONTHS[parts["r"]] if parts.get("r") else MONTHS[match["m"]]
            value = _day(_year(match["y"]), month, int(match["d"]))
            if value is not None:
                found.setdefault(match.start("d"), _plausible(value))
    return list(found.values())


def _year_first(flat: str) -> list[DateRead]:
    found = []
    for match in _YEAR_FIRST.finditer(flat):
        value = _day(int(match["y"]), int(match["m"]), int(match["d"]))
        if value is not None:
            found.append(_plausible(value))
    return found


def _numbers(flat: str, order: DayOrder | None, asked: DayOrder | None) -> list[DateRead]:
    found = []
    for first, separator, second, year in _NUMBERS.findall(flat):
        read = _by_order(int(first), int(second), _year(year), asked or (separator, order))
        if read is not None:
            found.append(read)
    return found


def _by_order(
    first: int, second: int, year: int, evidence: DayOrder | tuple[str, DayOrder | None]
) -> DateRead | None:
    """``evidence`` is the order asked for, or the separator and what other dates show."""
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        value = day_first or month_first
        return _plausible(value) if value else None
    if isinstance(evidence, DayOrder):
        return _plausible(month_first if evidence is DayOrder.MONTH_FIRST else day_first)
    separator, order = evidence
    if separator != "/" and order is not DayOrder.MONTH_FIRST:
        return _plausible(day_first)
    doubt = (
        f"{first:02}/{second:02}/{year} is {day_first.day} {day_first:%B} or "
        f"{month_first.day} {month_first:%B} {year}"
    )
    value = None if order is None else month_first if order is DayOrder.MONTH_FIRST else day_first
    return DateRead(value, sure=False, doubt=doubt)


def _digits_only(flat: str) -> list[DateRead]:
    """Eight digits in a row, as forms with one box a digit give them: read, but never sure."""
    found = []
    for digits in _DIGITS_ONLY.findall(flat):
        value = _day(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
        value = value or _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if value is not None and 2000 < value.year < 2100:
            found.append(DateRead(value, sure=False, doubt=f"{digits} was read as {value}"))
    return found


def _year(text: str) -> int:
    digits = text.lstrip("'")
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _plausible(value: date) -> DateRead:
    if value < PACT_BEGINS or value.year > 2040:
        return DateRead(value, sure=False, doubt=f"{value} lies outside the years of the Pact")
    return DateRead(value, sure=True)
