"""Periods as values, and the issuer's fiscal year: what every language's names of periods stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from iij_xbrl.extract.times.days import Period, ends_a_week
from iij_xbrl.extract.times.weeks import Weeks

__all__ = ["YEARS", "Calendar", "Mention", "Period", "add_months", "month_closed", "months_from", "months_to"]

_QUARTER, _WEEKS, _WEEK, _DAY = 3, 13, timedelta(weeks=1), timedelta(days=1)
_YEAR = 12
_AROUND = 3  # years of two that end with a month
_FIRST_MONTHS = 4  # in which years end that some name by the year before
_FEW = 5  # no more than one of so many
_WEEKS_OF_YEAR = 52, 53
YEARS = range(1900, 2200)
"""Years that figures may be of; a day of another is none, and no arithmetic leaves the calendar."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a text, from `start` to `end`. A bare date may be an instant or the last day of a duration.

    `in_weeks` tells that the text counts the weeks of a duration, so that its first day is known.
    """

    start: int
    end: int
    period: Period
    kind: Literal["instant", "duration", "date"]
    in_weeks: bool = False


Quarters = Literal["to date", "alone", "open"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The issuer's fiscal year, by the month and day of its first day.

    `named_by_end` tells that FY2016 is the fiscal year that ends in 2016, and not the one that starts then. `years` are
    the years that the document names in full, by which it is known what a year of two digits is. `defined` are the
    names of parts of years that the document defines itself (`3Q`), with the first month and the number of months; None
    where it defines a name in two ways. `ends` are the days that head columns of its tables. `closes` are the days on
    which it says that years ended, where nearly all are of one month and the last period that ended is such a year;
    `latest` is the last day on which it says that a period ended. `named_before` tells that it names years which close
    in the first months of a year by the year before; None where that is not known. `is_known` tells that the document
    is of the issuer: of another company's years nobody knows when `2Q25` is. `closing` is the month and the day on
    which the document says that the years end which it names by a month, and `closings` are the periods that heads of
    a table name by their last month alone. `reported` is the period that its title says that it reports on.
    `month_first` tells that the document writes days as 7/1/2025 with the month in front. `in_calendar_years` tells
    that a document of another company shows that its years are those of the calendar: names of parts are known then.
    `quarters` tells what a Japanese table means by a quarter: the year up to its end, the quarter alone, or neither.
    """

    month: int
    day: int = 1
    named_by_end: bool = False
    years: frozenset[int] = frozenset()
    defined: tuple[tuple[str, tuple[int, int] | None], ...] = ()
    weeks: Weeks | None = None
    closes: frozenset[date] = frozenset()
    latest: date | None = None
    named_before: bool | None = None
    is_known: bool = True
    closing: tuple[int, int] | None = None
    closings: frozenset[Period] = frozenset()
    reported: Period | None = None
    month_first: bool = False
    in_calendar_years: bool = False
    quarters: Quarters = "to date"

    def __hash__(self) -> int:
        """Of what is quick to hash, as each text that is looked at asks; all of it takes part in comparisons."""
        return hash((self.month, self.day, self.named_by_end, self.latest, self.closing, self.quarters))

    def named(self, year: int) -> int:
        """The calendar year in which the fiscal year starts that is named by a year."""
        return year - 1 if self.named_by_end and (self.month, self.day) != (1, 1) else year

    def name_of(self, day: date) -> int:
        """The year by which the fiscal year of a day is named."""
        start = self.year_of(day)
        return start + (start - self.named(start))

    def year_closed(self, year: int) -> Period | None:
        """The fiscal year that the document names by a year alone: the one whose last days fall into that year.

        A year of weeks may end a few days behind it; two in a row never end both on the last day of a month. None where
        no such year is known, and where it ends in the first months of a year: the one before is meant then where the
        document names years so.
        """
        closes = {month_closed(day): day for day in self.closes}
        is_early = any(day.month <= _FIRST_MONTHS for day in closes)
        if not closes or (is_early and self.named_before is None):
            return None
        year += bool(is_early and self.named_before)
        month = next(iter(closes)).month
        near = [day for closed, day in closes.items() if closed.year == year]
        whole = {closed.year for closed, day in closes.items() if closed == day}
        is_in_months = any({end, end + 1} <= whole for end in range(year - 1, year + _AROUND))
        is_in_weeks = not is_in_months and any(closed != day for closed, day in closes.items())
        if len(near) == 1 or not is_in_weeks:
            return months_to(near[0] if near else _last_of_month(year, month), _YEAR)
        return None

    def year_start(self, year: int) -> date:
        """The first day of the fiscal year that starts in a calendar year."""
        return date(year, self.month, self.day)

    def span(self, year: int, first_month: int, months: int) -> Period:
        """`months` months of a fiscal year, from its month `first_month` (0 is the first)."""
        return months_from(add_months(self.year_start(year), first_month), months)

    def year_of(self, day: date) -> int:
        """The calendar year in which the fiscal year of a day starts."""
        return day.year - (day < self.year_start(day.year))


def same_season(days: Sequence[date]) -> frozenset[date]:
    """The days on which years end, without those of another month; none where such are more than a few."""
    months = Counter(month_closed(day).month for day in days)
    (month, count), *_ = months.most_common(1) or [(0, 0)]
    return frozenset(
        day for day in days if month_closed(day).month == month and (len(days) - count) * _FEW <= len(days)
    )


def month_closed(day: date) -> date:
    """The last day of the month that a year ends with; a year of weeks may end in the first days of the next one."""
    within = day - _WEEK
    return _last_of_month(within.year, within.month)


def _last_of_month(year: int, month: int) -> date:
    return date(year + month // _YEAR, month % _YEAR + 1, 1) - _DAY


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def months_from(start: date, months: int) -> Period:
    """The duration of `months` calendar months whose first day is `start`."""
    return Period(add_months(start, months) - timedelta(days=1), start)


def months_to(end: date, months: int) -> Period:
    """The duration of `months` calendar months whose last day is `end`.

    A quarter that ends near the end of a month, and not on its last day, has thirteen weeks (a fiscal year of 52).
    """
    behind = end + _DAY
    if ends_a_week(end) and months % _QUARTER == 0:
        return Period(end, behind - _WEEK * (_WEEKS * months // _QUARTER))
    return Period(end, add_months(behind, -months))


def since_close(period: Period, closes: frozenset[date]) -> Period:
    """A year, from the day behind the one on which the document says that the year before ended."""
    if period.months != _YEAR or period.end not in closes:
        return period
    before = [day for day in closes if period.end - day in (_WEEK * count for count in _WEEKS_OF_YEAR)]
    return Period(period.end, before[0] + _DAY) if len(before) == 1 else period


def year_before(period: Period) -> Period:
    """The same period a year before; it ends with February where its days do."""
    start = None if period.start is None else _a_year_before(period.start)
    return Period(_a_year_before(period.end + timedelta(days=1)) - timedelta(days=1), start)


def _a_year_before(day: date) -> date:
    """The same day a year before; the last of February for the 29th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
