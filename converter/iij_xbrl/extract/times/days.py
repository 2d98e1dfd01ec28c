"""Periods as values, and days near the ends of months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_FEW_DAYS = 6


@dataclass(frozen=True, slots=True)
class Period:
    """An instant (`start` is None) or a duration; both days are included. Periods sort by their last day."""

    end: date
    start: date | None = None

    @property
    def is_instant(self) -> bool:
        """Whether this is a point in time."""
        return self.start is None

    @property
    def months(self) -> int:
        """The number of calendar months of a duration, rounded; 0 for an instant."""
        if self.start is None:
            return 0
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        return months + (self.end.day >= 15) - (self.start.day > 15)

    def holds(self, other: Period) -> bool:
        """Whether another duration lies within this one; a point in time neither holds one nor lies in one."""
        if self.start is None or other.start is None:
            return False
        return self.start <= other.start and other.end <= self.end

    def __lt__(self, other: Period) -> bool:
        return (self.end, self.start or self.end) < (other.end, other.start or other.end)

    def __str__(self) -> str:
        return str(self.end) if self.start is None else f"{self.start}/{self.end}"


def is_last_of_month(day: date) -> bool:
    """Whether a day is the last of its month."""
    return (day + _DAY).day == 1


def ends_a_week(day: date) -> bool:
    """Whether a day is near the end of a month, and not its last: a year that it ends is counted in weeks."""
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return day != last and (day.day <= _FEW_DAYS or (last - day).days <= _FEW_DAYS)
