"""The one place that asks what time it is; everyone else is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def utc_now() -> datetime:
    """Return the present moment as aware UTC."""
    return datetime.now(UTC)


def legal_day(moment: datetime, timezone: str) -> date:
    """Return the day that ``moment`` falls on in the secretariat's zone (for the clock of 6.4.2)."""
    return moment.astimezone(ZoneInfo(timezone)).date()
