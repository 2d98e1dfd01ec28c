"""Documents that count in weeks: their quarters, or their years as well, end on one day of the week.

A year of 52 or 53 weeks begins on the day behind the one on which the year before ended, whatever months are counted:
nine months up to July 1 may be 39 weeks or 40. Others close their years with a month, and only quarters with a week.
The days that a document names tell which: those that head columns, and those of balances.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from iij_xbrl.extract.times.days import Period, ends_a_week, is_last_of_month

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_QUARTER, _WEEKS = 3, 13
_FEW_DAYS = 6
_YEARS, _MONTHS, _DAYS = 3, 12, 7
_COMMON = 10  # a day is common that is named a tenth as often as the one that is named most
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Weeks:
    """How a document counts in weeks.

    Its periods end on `weekday` (0 is Monday). `closing` is the month with whose last day its years end; 0 where they
    end on that day of the week too, and None where it is not known which of the two. `ends` are the days on which
    periods end that the document names.
    """

    weekday: int
    closing: int | None
    ends: frozenset[date]

    @property
    def year_ends(self) -> frozenset[date]:
        """The named ends, where years end with a week."""
        return self.ends if self.closing == 0 else frozenset()

    def is_end(self, day: date) -> bool:
        """Whether periods end on a day, and it is not the first of a year."""
        return day.weekday() == self.weekday and (self.closing == 0 or not self._begins_year(day))

    def nearest(self, day: date) -> date:
        """The one named end that is meant by a day near it, where years end with a week: `December 31` of January 1."""
        near = [end for end in self.ends if abs((end - day).days) <= _FEW_DAYS] if self.closing == 0 else []
        return near[0] if len(near) == 1 else day

    def begins(self, day: date) -> bool:
        """Whether a day is the one behind a named end, and years end with a week."""
        return self.closing == 0 and day - _DAY in self.ends

    def _begins_year(self, day: date) -> bool:
        before = day - _DAY
        return is_last_of_month(before) and (self.closing is None or before.month == self.closing)

    def with_rule(self, weekday: int, month: int, *, is_nearest: bool) -> Weeks:
        """With the ends of the years around those that it names, by a rule that a document states.

        They are the last such days of a month, or those nearest to its end. Where a rule is of another day of the week,
        or no day that is named agrees with it, nothing is added.
        """
        years = {day.year for day in self.ends}
        around = range(min(years) - _YEARS, max(years) + _YEARS) if years else range(0)
        found = {_last_weekday(year, month, weekday, is_nearest=is_nearest) for year in around}
        return replace(self, ends=self.ends | found) if weekday == self.weekday and found & self.ends else self

    def with_years(self, years: Iterable[Period]) -> Weeks:
        """With the days on which the years before those ended whose weeks a document counts."""
        before = frozenset(
            year.start - _DAY for year in years if year.start and year.months == _MONTHS and year.end in self.ends
        )
        return replace(self, ends=self.ends | before)

    def span(self, period: Period) -> Period | None:
        """A duration that is counted in months, from the day on which it begins; None where that is not known."""
        if period.start is None or period.months % _QUARTER or period.end.weekday() != self.weekday:
            return period
        behind = period.end + _DAY - _WEEK * (period.months // _QUARTER * _WEEKS)
        start = self._near(behind)
        if self.closing == 0:
            return Period(period.end, start)
        of_month = self._first_of_year(start)
        if self.closing is None and of_month != start:
            return None
        return Period(period.end, of_month)

    def _near(self, start: date) -> date:
        """The day on which a period begins: the one behind a named end, a week sooner or later, or else this one."""
        named = [day + _DAY for week in (0, -1, 1) if (day := start - _DAY + _WEEK * week) in self.ends]
        return named[0] if named[:1] == [start] or len(named) == 1 else start

    def _first_of_year(self, start: date) -> date:
        """The first day of a year that begins near a day; that day where none does."""
        near = (start + timedelta(days=days) for days in range(-_FEW_DAYS, _FEW_DAYS + 1))
        return next((day for day in near if day.day == 1 and self._begins_year(day)), start)


def _last_weekday(year: int, month: int, weekday: int, *, is_nearest: bool) -> date:
    last = date(year + month // _MONTHS, month % _MONTHS + 1, 1) - _DAY
    before = last - _DAY * ((last.weekday() - weekday) % _DAYS)
    return before + _WEEK if is_nearest and (last - before).days > _DAYS // 2 else before


def weeks_of(heads: Sequence[date], balances: Sequence[date], *, says_so: bool) -> Weeks | None:
    """How a document counts whose columns and balances are of these days, as often as it names them.

    `says_so` tells that it speaks of years of weeks. None where it counts in months.
    """
    counted = Counter(heads)
    most = max(counted.values(), default=0)
    common = {day: count for day, count in counted.items() if count * _COMMON >= most}
    weekday = _weekday(common)
    if weekday is None:
        return None
    ends = frozenset(day for day in (*counted, *balances) if day.weekday() == weekday)
    known = frozenset(counted) | frozenset(balances)
    return Weeks(weekday, _closing(common, known, weekday, says_so=says_so), ends)


def weeks_of_years(closes: Set[date], named: Iterable[date]) -> Weeks | None:
    """How a document counts whose years end on these days, which it names among others.

    None where they are of several days of the week, or are all the last ones of their months.
    """
    weekdays = {day.weekday() for day in closes}
    if len(closes) < _SEVERAL or len(weekdays) != 1 or not any(map(ends_a_week, closes)):
        return None
    (weekday,) = weekdays
    return Weeks(weekday, 0, frozenset((*closes, *(day for day in named if day.weekday() == weekday))))


def _weekday(common: Mapping[date, int]) -> int | None:
    """The day of the week on which all common days fall that are not the last of one month."""
    weekly = {day for day in common if ends_a_week(day)}
    weekdays = {day.weekday() for day in weekly}
    if len(weekdays) != 1 or len(common) < _SEVERAL:
        return None
    if all(day.day == 1 for day in weekly) and sum(common[day] for day in weekly) <= _SEVERAL:
        return None  # the first day of a month begins something as well
    (weekday,) = weekdays
    others = {day for day in common if day.weekday() != weekday}
    is_of_one_month = all(map(is_last_of_month, others)) and len({day.month for day in others}) <= 1
    counts_others = sum(common[day] for day in others)
    return weekday if is_of_one_month and counts_others <= sum(common[day] for day in weekly) else None


def _closing(common: Mapping[date, int], known: frozenset[date], weekday: int, *, says_so: bool) -> int | None:
    """The month with whose last day years end; 0 where they end with a week, None where that is not known."""
    apart = {day.month for day in common if day.weekday() != weekday}
    if apart:
        return apart.pop()
    months = {day.month for day in common if is_last_of_month(day)}
    if not months:
        return 0
    for month in months:
        if any(day.month == month and is_last_of_month(day) and day.weekday() != weekday for day in known):
            return month
    return 0 if says_so or any(_is_near_end(day, months) for day in known if day.weekday() == weekday) else None


def _is_near_end(day: date, months: set[int]) -> bool:
    """Whether a day is near the end of one of these months, and not its last: a year ends on another day each time."""
    return ends_a_week(day) and (day.month in months if day.day > _FEW_DAYS else (day - _WEEK).month in months)
