"""The value of a cell of a workbook as its reader sees it: 0.8 under a percent format is 80 %."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl.cell.cell import Cell, MergedCell

_DIGITS = 15  # what a workbook keeps of a number


def shown_value(cell: Cell | MergedCell) -> str:
    """Return the text of a cell, empty for an empty one."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float | Decimal):
        return _number(float(value), str(cell.number_format or ""))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ", "minutes")
    if isinstance(value, date | time | timedelta):
        return str(value)
    return " ".join(str(value).split())


def _number(value: float, shape: str) -> str:
    if "%" in shape:
        gap = " " if " %" in shape else ""
        return f"{_plain(value * 100)}{gap}%"
    return _plain(value)


def _plain(value: float) -> str:
    return f"{value:.{_DIGITS - 1}g}" if abs(value) < 1e15 else repr(value)
